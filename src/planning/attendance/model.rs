//! A meeting with who is expected and what was noted of them.

use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::planning::absences::Reason;
use crate::planning::groups::{GroupId, MeetingId};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::{Moment, text_enum};

text_enum!(
    /// What the trainer notes of somebody at a meeting.
    Mark {
        /// Was there.
        Present = "present",
        /// Was there, but not from the beginning.
        Late = "late",
        /// Was not there, and said so beforehand.
        Excused = "excused",
        /// Was not there.
        Absent = "absent",
    }
);

impl Mark {
    /// Whether it counts as having been there.
    pub fn counts(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }
}

/// A meeting, with its group and project.
#[derive(Debug, Clone, Queryable)]
pub struct Gathering {
    /// The meeting.
    pub id: MeetingId,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where it is.
    pub location: String,
    /// The group.
    pub group: GroupId,
    /// What the group is called.
    pub group_name: String,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// The client.
    pub client: String,
    /// When it was called off.
    pub cancelled_at: Option<Moment>,
}

/// Somebody who is expected, or was noted although they are in another group now.
#[derive(Debug, Clone, Queryable)]
pub struct Expected {
    /// Their part in the project.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// What was noted, if anything.
    pub mark: Option<Mark>,
    /// Why they said beforehand that they would not come, if they did.
    pub excuse: Option<Reason>,
}

impl Expected {
    /// What is to be believed of them as long as nobody notes anything.
    pub fn announced(&self) -> Option<Mark> {
        self.excuse.map(|_| Mark::Excused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_came_was_there_and_whoever_sent_word_was_not() {
        let counted: Vec<_> = Mark::ALL.iter().filter(|m| m.counts()).map(|m| m.as_str()).collect();
        assert_eq!(counted, ["present", "late"]);
    }
}

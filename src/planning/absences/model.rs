//! Why somebody cannot come, and to what.

use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::planning::groups::{GroupId, MeetingId};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::{Moment, text_enum};
use crate::platform::i18n::Texts;

text_enum!(
    /// Why somebody cannot come. The list is closed: what is private stays private.
    Reason {
        /// Work comes first.
        Work = "work",
        /// They have a day off.
        Leave = "leave",
        /// They cannot get there.
        Travel = "travel",
        /// Anything that is nobody's business.
        Personal = "personal",
    }
);

impl Reason {
    /// In words.
    pub fn say(self, t: &Texts) -> String {
        t.absences_reason(self.as_str())
    }
}

/// A meeting of somebody's own group, and whether they said that they cannot come.
#[derive(Debug, Clone, Queryable)]
pub struct Invited {
    /// The meeting.
    pub meeting: MeetingId,
    /// Their part in the project.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// What the group is called.
    pub group: String,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where it is.
    pub location: String,
    /// When it was called off.
    pub cancelled_at: Option<Moment>,
    /// Why they cannot come, if they said so.
    pub reason: Option<Reason>,
}

impl Invited {
    /// Whether one can still say that one cannot come, or take that back.
    pub fn is_open(&self, now: Moment) -> bool {
        self.cancelled_at.is_none() && now < self.starts_at
    }
}

/// Somebody who will not be at a meeting.
#[derive(Debug, Clone, Queryable)]
pub struct Absent {
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: String,
    /// The group.
    pub group: GroupId,
    /// What the group is called.
    pub group_name: String,
    /// What the project is called.
    pub project_name: String,
    /// When the meeting begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Why.
    pub reason: Reason,
}

//! A project and what it is made of.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::crm::organisations::OrganisationId;
use crate::crm::people::{Name, PersonId};
use crate::planning::trainings::TrainingId;
use crate::platform::db::{Moment, id, text_enum};

id!(
    /// The number of a project.
    ProjectId
);

id!(
    /// The number of somebody's part in a project.
    ParticipantId
);

text_enum!(
    /// When the clocks of an upload start.
    UploadAnchor {
        /// When it is confirmed.
        Confirmation = "confirmation",
        /// At the end of the project, at most twelve months after confirmation.
        ProjectEnd = "project_end",
    }
);

/// A project to be made.
#[derive(Debug, Clone)]
pub struct NewProject {
    /// The client.
    pub organisation: OrganisationId,
    /// The training it delivers.
    pub training: TrainingId,
    /// What it is called.
    pub name: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The provider's own lead.
    pub adviser: Option<PersonId>,
    /// When the clocks of its uploads start.
    pub upload_anchor: UploadAnchor,
}

text_enum!(
    /// How far a project is.
    Phase {
        /// It has not begun.
        Preparing = "preparing",
        /// It is under way.
        Running = "running",
        /// It is over.
        Over = "over",
    }
);

impl Phase {
    /// The phase on `today` of a project with these first and last days.
    pub fn of(starts_on: NaiveDate, ends_on: NaiveDate, today: NaiveDate) -> Self {
        if today < starts_on {
            return Self::Preparing;
        }
        if today <= ends_on { Self::Running } else { Self::Over }
    }

    /// How its tag looks.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Preparing => "warn",
            Self::Running => "now",
            Self::Over => "",
        }
    }
}

/// A project as staff see it at the top of its page.
#[derive(Debug, Clone, Queryable)]
pub struct Facts {
    /// The project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// The client.
    pub organisation: OrganisationId,
    /// The name of the client.
    pub client: String,
    /// The name of the training.
    pub training: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// When the clocks of its uploads start.
    pub upload_anchor: UploadAnchor,
    /// The provider's own lead.
    pub adviser: Option<Name>,
}

impl Facts {
    /// Its phase on `today`.
    pub fn phase(&self, today: NaiveDate) -> Phase {
        Phase::of(self.starts_on, self.ends_on, today)
    }
}

/// How far somebody is with getting in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Not invited to this project yet.
    Waiting {
        /// Whether they have a password, from another project.
        known: bool,
    },
    /// Invited at this moment, and has not chosen a password yet.
    Invited(Moment),
    /// Invited, and has a password.
    Inside,
}

impl Entry {
    /// Where somebody stands who was invited at `invited_at`, and may have a password.
    pub fn of(invited_at: Option<Moment>, has_password: bool) -> Self {
        match invited_at {
            None => Self::Waiting { known: has_password },
            Some(_) if has_password => Self::Inside,
            Some(at) => Self::Invited(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_runs_on_its_first_and_on_its_last_day() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let phase = |today| Phase::of(day(10), day(20), day(today));
        assert_eq!(
            [phase(9), phase(10), phase(20), phase(21)].map(Phase::as_str),
            ["preparing", "running", "running", "over"]
        );
    }
}

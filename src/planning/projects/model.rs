//! A project and what it is made of.

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;

use crate::crm::organisations::OrganisationId;
use crate::crm::people::{Name, PersonId};
use crate::planning::trainings::TrainingId;
use crate::platform::clock::{end_of_day, local};
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

/// How the people of a project come by a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Choosing {
    /// Whether they choose one themselves; else staff place them.
    pub open: bool,
    /// How many days before the first meeting of their group they may still change or cancel.
    pub change_days: i32,
    /// How many hours the first in line has to accept a place.
    pub offer_hours: i32,
}

impl Choosing {
    /// The last moment to change or cancel, in a group that first meets at `first`: the end of that day.
    pub fn change_until(&self, first: Moment) -> Moment {
        let days = Days::new(u64::try_from(self.change_days).unwrap_or_default());
        end_of_day(local(first).date() - days)
    }

    /// Until when a place that is offered at `now` is held: never beyond `first`, when the group first meets.
    pub fn offer_until(&self, now: Moment, first: Option<Moment>) -> Moment {
        let until = now.plus(TimeDelta::hours(i64::from(self.offer_hours)));
        first.map_or(until, |first| until.min(first))
    }
}

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
    /// How its people come by a group.
    pub choosing: Choosing,
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
    fn changing_ends_with_a_day_and_an_offer_before_the_group_meets() {
        let at = |text| crate::platform::clock::parse(text).unwrap();
        let choosing = Choosing { open: true, change_days: 5, offer_hours: 24 };
        assert_eq!(choosing.change_until(at("2026-12-08T09:30")), at("2026-12-03T23:59:59"));
        // The clock goes back in between: the day is a day.
        assert_eq!(choosing.change_until(at("2026-10-27T09:30")), at("2026-10-22T23:59:59"));
        let first = Some(at("2026-12-08T09:30"));
        assert_eq!(choosing.offer_until(at("2026-11-24T10:00"), first), at("2026-11-25T10:00"));
        assert_eq!(choosing.offer_until(at("2026-12-07T20:00"), first), at("2026-12-08T09:30"));
        assert_eq!(choosing.offer_until(at("2026-11-24T10:00"), None), at("2026-11-25T10:00"));
    }

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

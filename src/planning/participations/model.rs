//! What somebody's part in a project is made of.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::crm::people::Name;
use crate::planning::groups::{GroupId, MeetingId};
use crate::planning::papers::Standing;
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::db::Moment;

/// Somebody's part in a project.
#[derive(Debug, Clone, Queryable)]
pub struct Participation {
    /// The part itself.
    pub participant: ParticipantId,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub name: String,
    /// The client it is for.
    pub organisation: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Whether it ends with a certificate.
    pub certified: bool,
    /// The provider's own lead.
    pub adviser: Option<Name>,
    /// The group they are placed in, if any.
    pub place: Option<Place>,
    /// The trainer of that group, if it has one.
    pub trainer: Option<Name>,
    /// Whether they choose a group themselves.
    pub choosing: bool,
    /// Whether they stand in the line of a group.
    pub waits: bool,
    /// Until when a place in it is held for them, if one is.
    pub offer_until: Option<Moment>,
    /// How many messages the provider wrote them here that they have not seen.
    pub unread: i64,
    /// Whether there is a study agreement, and whether they agreed to it.
    pub agreement: Standing,
}

impl Participation {
    /// Whether the project is over.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.ends_on < today
    }

    /// Whether the project still has to begin.
    pub fn is_ahead(&self, today: NaiveDate) -> bool {
        today < self.starts_on
    }

    /// What is of interest first comes first: what runs, then what begins soonest, then what ended last.
    pub fn rank(&self, today: NaiveDate) -> (u8, i64) {
        let days = |from: NaiveDate, until: NaiveDate| (until - from).num_days();
        match () {
            () if self.is_over(today) => (2, days(self.ends_on, today)),
            () if self.is_ahead(today) => (1, days(today, self.starts_on)),
            () => (0, days(self.starts_on, today)),
        }
    }
}

/// A place in a group. Only a query with a scope makes one, so it is the proof that the group is theirs.
#[derive(Debug, Clone, Queryable)]
pub struct Place {
    group: GroupId,
    /// What the group is called.
    pub name: String,
}

impl Place {
    /// The group.
    pub(super) fn group(&self) -> GroupId {
        self.group
    }
}

/// One dated gathering of a group.
#[derive(Debug, Clone, Queryable)]
pub struct Meeting {
    /// Its number.
    pub id: MeetingId,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where to be.
    pub location: String,
    /// Whether they said that they cannot come.
    pub excused: bool,
}

impl Meeting {
    /// The day it is on, in Amsterdam.
    pub fn day(&self) -> NaiveDate {
        local(self.starts_at).date()
    }

    /// Whether it is over.
    pub fn is_over(&self, now: Moment) -> bool {
        self.ends_at <= now
    }
}

/// Somebody else in the same group.
#[derive(Debug, Clone, Queryable)]
pub struct Mate {
    /// Their name.
    pub name: Name,
    /// Their e-mail address.
    pub email: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(starts_on: &str, ends_on: &str) -> Participation {
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        Participation {
            participant: ParticipantId(1),
            project: ProjectId(1),
            name: "Helder mailen".into(),
            organisation: "Gemeente Lindedam".into(),
            starts_on: day(starts_on),
            ends_on: day(ends_on),
            certified: false,
            adviser: None,
            place: None,
            trainer: None,
            choosing: false,
            waits: false,
            offer_until: None,
            unread: 0,
            agreement: Standing::default(),
        }
    }

    #[test]
    fn what_runs_comes_before_what_begins_and_what_is_over_comes_last() {
        let today = NaiveDate::parse_from_str("2026-11-24", "%Y-%m-%d").unwrap();
        let mut parts = [
            part("2026-01-01", "2026-03-01"),
            part("2027-02-01", "2027-03-01"),
            part("2026-11-01", "2026-11-24"),
            part("2026-11-25", "2027-01-01"),
            part("2026-06-01", "2026-08-01"),
        ];
        parts.sort_by_key(|p| p.rank(today));
        let starts: Vec<_> = parts.iter().map(|p| p.starts_on.to_string()).collect();
        assert_eq!(starts, ["2026-11-01", "2026-11-25", "2027-02-01", "2026-06-01", "2026-01-01"]);
    }
}

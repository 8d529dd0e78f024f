//! A hold: something is not destroyed for now, for a reason, until a day. It ends by itself.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::queries;
use crate::crm::people::PersonId;
use crate::platform::clock::local;
use crate::platform::db::{Db, Moment, id, text_enum};
use crate::platform::error::Result;

id!(
    /// The number of a hold.
    HoldId
);

text_enum!(
    /// Why something is held.
    Reason {
        /// There is a dispute about it.
        Dispute = "dispute",
        /// An authority looks into it.
        Inspection = "inspection",
        /// Somebody complained.
        Complaint = "complaint",
        /// A data breach or another incident is being looked into.
        Incident = "incident",
    }
);

text_enum!(
    /// What a hold is about.
    About {
        /// Everything of one person.
        Person = "person",
        /// Everything of the participants of one project.
        Project = "project",
        /// One file.
        Upload = "upload",
    }
);

/// A hold to be placed.
#[derive(Debug, Clone)]
pub struct NewHold {
    /// What it is about.
    pub about: About,
    /// The number of that.
    pub number: i64,
    /// Its last moment.
    pub until_at: Moment,
    /// Why.
    pub reason: Reason,
    /// What officers want to remember about it; empty for nothing.
    pub note: String,
}

/// A hold as officers see it.
#[derive(Debug, Clone, Queryable)]
pub struct Hold {
    /// Its number.
    pub id: HoldId,
    /// The person it is about.
    pub person: Option<i64>,
    /// The project it is about.
    pub project: Option<i64>,
    /// The file it is about.
    pub upload: Option<i64>,
    /// Why.
    pub reason: Reason,
    /// What officers want to remember about it.
    pub note: String,
    /// Its last moment.
    pub until_at: Moment,
}

impl Hold {
    /// What it is about, and the number of that.
    pub fn about(&self) -> (About, i64) {
        match (self.person, self.project, self.upload) {
            (Some(person), _, _) => (About::Person, person),
            (None, Some(project), _) => (About::Project, project),
            (None, None, upload) => (About::Upload, upload.unwrap_or_default()),
        }
    }

    /// Its last day.
    pub fn through(&self) -> NaiveDate {
        local(self.until_at).date()
    }
}

/// That something of a person is held: why, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct HeldFor {
    /// Why.
    pub reason: Reason,
    /// The last moment of the hold.
    pub until_at: Moment,
}

impl HeldFor {
    /// The last day of the hold.
    pub fn through(&self) -> NaiveDate {
        local(self.until_at).date()
    }
}

/// The hold that stands longest in the way of erasing `person` at `now`: on them, on a project they take part
/// in, or on a file of theirs.
///
/// # Errors
/// When the database refuses.
pub fn held(db: &mut Db, person: PersonId, now: Moment) -> Result<Option<HeldFor>> {
    queries::holds::held(db, person, now)
}

/// The files of `person` that are held at `now`, by their numbers.
///
/// # Errors
/// When the database refuses.
pub fn held_files(db: &mut Db, person: PersonId, now: Moment) -> Result<Vec<(i64, HeldFor)>> {
    queries::holds::held_files(db, person, now)
}

/// What every sweep leaves alone at some moment.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// People, by number.
    pub people: Vec<i64>,
    /// Projects, by number.
    pub projects: Vec<i64>,
    /// Files, by number.
    pub uploads: Vec<i64>,
}

impl Held {
    /// What is held at `now`.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn at(db: &mut Db, now: Moment) -> Result<Self> {
        queries::holds::all_held(db, now)
    }
}

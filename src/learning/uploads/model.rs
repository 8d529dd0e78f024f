//! A file that somebody handed in, or is about to.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use crate::learning::actions::ActionId;
use crate::platform::clock::local;
use crate::platform::db::{Moment, id, text_enum};

id!(
    /// The number of an upload.
    UploadId
);

text_enum!(
    /// How far an upload is.
    State {
        /// The file is here, and not handed in yet.
        Pending = "pending",
        /// It is handed in.
        Confirmed = "confirmed",
    }
);

/// How long before a file leaves the portal its owner is told so in colour.
const SOON: TimeDelta = TimeDelta::days(14);

/// A file as its owner sees it in a list.
#[derive(Debug, Clone, Queryable)]
pub struct Handed {
    /// The upload.
    pub id: UploadId,
    /// The action it was handed in for.
    pub action: ActionId,
    /// What that action is called.
    pub action_title: String,
    /// Its name, safe to show.
    pub file_name: String,
    /// Its length in bytes.
    pub size: i64,
    /// How far it is.
    pub state: State,
    /// The last moment its owner sees it.
    pub portal_until: Moment,
    /// The last moment it exists.
    pub destroy_at: Moment,
}

impl Handed {
    /// The page of this file for its owner.
    pub fn path(&self) -> String {
        format!("/student/uploads/{}", self.id)
    }

    /// Whether it still waits to be confirmed.
    pub fn is_pending(&self) -> bool {
        self.state == State::Pending
    }

    /// The last day its owner sees it ("zichtbaar tot en met").
    pub fn visible_through(&self) -> NaiveDate {
        local(self.portal_until).date()
    }

    /// The last day it exists ("vernietigd na").
    pub fn kept_through(&self) -> NaiveDate {
        local(self.destroy_at).date()
    }

    /// Whether it leaves the portal within two weeks of `now`.
    pub fn leaves_soon(&self, now: Moment) -> bool {
        self.portal_until.since(now) < SOON
    }
}

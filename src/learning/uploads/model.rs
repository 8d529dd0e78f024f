//! A file that somebody handed in, or is about to.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::learning::actions::ActionId;
use crate::planning::projects::{ParticipantId, ProjectId, UploadAnchor};
use crate::platform::clock::local;
use crate::platform::db::{Moment, id, text_enum};
use crate::platform::files::Kind;
use crate::privacy::retention::upload_start;

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

/// The page of an upload for its owner.
pub fn student_path(id: UploadId) -> String {
    format!("/student/uploads/{id}")
}

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
        student_path(self.id)
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

/// How long a file is still there.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct Clocks {
    /// The last moment its owner sees it.
    pub portal_until: Moment,
    /// The last moment it exists.
    pub destroy_at: Moment,
}

impl Clocks {
    /// The last day its owner sees it ("zichtbaar tot en met").
    pub fn visible_through(&self) -> NaiveDate {
        local(self.portal_until).date()
    }

    /// The last day it exists ("vernietigd na").
    pub fn kept_through(&self) -> NaiveDate {
        local(self.destroy_at).date()
    }

    /// Whether its owner no longer sees it at `now`.
    pub fn left_portal(&self, now: Moment) -> bool {
        self.portal_until < now
    }
}

/// Whose a file is, and what it is for.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct Owner {
    /// Their part in the project.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// The action.
    pub action: ActionId,
}

/// The project and the action that a file is for.
#[derive(Debug, Clone, Queryable)]
pub struct Purpose {
    /// The project.
    pub project_id: ProjectId,
    /// What it is called.
    pub project: String,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// When the clocks of its uploads start.
    pub anchor: UploadAnchor,
    /// What the action is called.
    pub action: String,
}

impl Purpose {
    /// Whether files can be sent on `today`. An action that is done stays open for a better version.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        today <= self.ends_on
    }

    /// Whether the clocks start at the end of the project.
    pub fn waits_for_end(&self) -> bool {
        self.anchor == UploadAnchor::ProjectEnd
    }
}

/// An action that asks for a file, as it stands for one participant.
#[derive(Debug, Clone, Queryable)]
pub struct Place {
    /// Whose it is.
    pub owner: Owner,
    /// What it is for.
    pub purpose: Purpose,
    /// Its place in the path, from 1.
    pub position: i32,
    /// What to do, in a few sentences.
    pub description: String,
    /// The last day to do it.
    pub due_on: NaiveDate,
    /// When it was done.
    pub done_at: Option<Moment>,
}

/// A file with all that its pages show.
#[derive(Debug, Clone, Queryable)]
pub struct Upload {
    /// The upload.
    pub id: UploadId,
    /// Whose it is.
    pub owner: Owner,
    /// Their name.
    pub name: Name,
    /// What it is for.
    pub purpose: Purpose,
    /// Its name, safe to show.
    pub file_name: String,
    /// The extension of its kind.
    pub kind: String,
    /// Its length in bytes.
    pub size: i64,
    /// Where its bytes are.
    pub blob: String,
    /// How far it is.
    pub state: State,
    /// When it came in.
    pub uploaded_at: Moment,
    /// When it was handed in.
    pub confirmed_at: Option<Moment>,
    /// How long it is still there.
    pub clocks: Clocks,
}

impl Upload {
    /// Its page for its owner.
    pub fn student_path(&self) -> String {
        student_path(self.id)
    }

    /// When its clocks start if it is handed in at `now`.
    pub fn clocks_start(&self, now: Moment) -> Moment {
        upload_start(self.purpose.anchor, now, self.purpose.ends_on)
    }

    /// When it was handed in.
    pub fn handed_in_at(&self) -> Moment {
        self.confirmed_at.unwrap_or(self.uploaded_at)
    }

    /// The media type to send it with.
    pub fn media_type(&self) -> &'static str {
        Kind::of_extension(&self.kind).map_or("application/octet-stream", Kind::media_type)
    }
}

/// A file as staff see it in a list.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// The upload.
    pub id: UploadId,
    /// Who handed it in.
    pub name: Name,
    /// In which project.
    pub project: String,
    /// For which action.
    pub action: String,
    /// Its name, safe to show.
    pub file_name: String,
    /// Its length in bytes.
    pub size: i64,
    /// When it was handed in.
    pub confirmed_at: Moment,
    /// How long it is still there.
    pub clocks: Clocks,
}

impl Listed {
    /// The day it was handed in.
    pub fn handed_in_on(&self) -> NaiveDate {
        local(self.confirmed_at).date()
    }
}

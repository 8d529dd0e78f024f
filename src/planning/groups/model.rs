//! A group and its meetings.

use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::{Moment, id};

id!(
    /// The number of a group.
    GroupId
);

id!(
    /// The number of a meeting.
    MeetingId
);

/// A group.
#[derive(Debug, Clone, Queryable)]
pub struct Group {
    /// Its number.
    pub id: GroupId,
    /// The project it belongs to.
    pub project: ProjectId,
    /// What it is called.
    pub name: String,
    /// How many people fit in.
    pub capacity: i32,
    /// Who gives the training.
    pub trainer: Option<PersonId>,
    /// The name of who gives the training.
    pub trainer_name: Option<Name>,
    /// Whether the project still has people. Once that is over, nobody gives the training or is in the group.
    pub lasts: bool,
}

/// One gathering of a group.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Meeting {
    /// Its number.
    pub id: MeetingId,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where it is.
    pub location: String,
}

/// A group with its meetings and how full it is.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The group.
    pub group: Group,
    /// How many participants are in it.
    pub placed: i64,
    /// How many places are held for somebody from the waiting list.
    pub held: i64,
    /// How many people wait without an offer.
    pub line: i64,
    /// Its meetings that go on, the first one first.
    pub meetings: Vec<Meeting>,
}

impl Overview {
    /// How many fit in.
    pub fn capacity(&self) -> i64 {
        i64::from(self.group.capacity)
    }

    /// How many more fit in.
    pub fn left(&self) -> i64 {
        (self.capacity() - self.placed - self.held).max(0)
    }

    /// When it first meets.
    pub fn first(&self) -> Option<Moment> {
        self.meetings.first().map(|m| m.starts_at)
    }

    /// Whether it has met already, or is about to at this very moment.
    pub fn has_begun(&self, now: Moment) -> bool {
        self.first().is_some_and(|first| first <= now)
    }
}

/// A group to be made, or what is to become of one.
#[derive(Debug, Clone)]
pub struct NewGroup {
    /// What it is called.
    pub name: String,
    /// Who gives the training.
    pub trainer: Option<PersonId>,
    /// How many people fit in.
    pub capacity: i32,
    /// Its meetings.
    pub meetings: Vec<NewMeeting>,
    /// Why a meeting is put at a moment at which somebody is elsewhere.
    pub reason: Option<String>,
}

/// A meeting to be made, or what is to become of one.
#[derive(Debug, Clone)]
pub struct NewMeeting {
    /// The meeting that it is now, if there is one.
    pub id: Option<MeetingId>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where it is.
    pub location: String,
}

/// Somebody who is in a group, or could be.
#[derive(Debug, Clone, Queryable)]
pub struct Member {
    /// Their part in the project.
    pub id: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: String,
}

/// What came of placing people in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placing {
    /// This many people got a place.
    Done(usize),
    /// Nobody did: there is room for this many only.
    NoRoom(i64),
    /// Nobody did: these people are elsewhere at the same time.
    Busy(Vec<Clash>),
}

/// What came of changing a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changing {
    /// It is what it was to become.
    Done,
    /// It is as it was: its project has another group of that name.
    Taken,
    /// It is as it was: these people would have to be at two places at once.
    Busy(Vec<Clash>),
}

/// Somebody would have to be at two places at once.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Clash {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The project of the other meeting.
    pub project: String,
    /// The group of the other meeting.
    pub group: String,
    /// When the other meeting begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
}

impl Clash {
    /// Whether the other meeting and one from `starts_at` to `ends_at` are at the same time. One may begin at
    /// the moment the other ends.
    pub fn overlaps(&self, starts_at: Moment, ends_at: Moment) -> bool {
        self.starts_at < ends_at && starts_at < self.ends_at
    }
}

/// What became of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It came to the group.
    Added,
    /// It moved, in time or place.
    Moved,
    /// It does not go on.
    Cancelled,
}

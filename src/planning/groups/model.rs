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
    /// Its meetings, the first one first.
    pub meetings: Vec<Meeting>,
}

impl Overview {
    /// How many fit in.
    pub fn capacity(&self) -> i64 {
        i64::from(self.group.capacity)
    }

    /// How many more fit in.
    pub fn left(&self) -> i64 {
        (self.capacity() - self.placed).max(0)
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// This many people got a place.
    Done(usize),
    /// Nobody did: there is room for this many only.
    NoRoom(i64),
}

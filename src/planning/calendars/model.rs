//! A meeting as a calendar shows it.

use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::platform::db::Moment;
use crate::platform::i18n::Lang;

/// A meeting as a calendar shows it.
#[derive(Debug, Clone, Queryable)]
pub struct Event {
    /// What calendars know it by, for ever.
    pub uid: String,
    /// How often it changed.
    pub sequence: i32,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where it is.
    pub location: String,
    /// When it was called off.
    pub cancelled_at: Option<Moment>,
    /// What the project is called.
    pub project: String,
    /// What the group is called.
    pub group: String,
    /// Who gives the training.
    pub trainer: Option<Name>,
}

/// Whose calendar an address is.
#[derive(Debug, Clone, Queryable)]
pub struct Owner {
    /// The person.
    pub person: PersonId,
    /// Their language.
    pub language: Option<Lang>,
}

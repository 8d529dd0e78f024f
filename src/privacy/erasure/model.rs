//! Who can be erased, and what that does.

use crate::crm::people::{Name, PersonId};
use crate::privacy::data_map::{Clock, Fate, Table};

/// How far an erasure goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everything about the person, as they or an officer asked.
    Everything,
    /// What ends with their registration: what was given to them to keep lives on by its own clock.
    Registration,
}

/// What an erasure came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Rows that were deleted or overwritten.
    pub rows: usize,
    /// Files that were destroyed.
    pub files: usize,
}

/// A file to destroy, with the row that names it.
#[derive(Debug, Clone)]
pub struct Doomed {
    /// The table of the row.
    pub table: &'static str,
    /// The row.
    pub id: i64,
    /// The name of the file in the store.
    pub blob: String,
}

/// A person as the officer tells them from others: no more than that.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Their number.
    pub id: PersonId,
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: String,
    /// Where they work, as clients or for the provider; empty when nothing is known.
    pub employers: Vec<String>,
}

/// What an erasure does to the rows of one table.
pub struct Line {
    /// The table.
    pub table: &'static Table,
    /// Rows about the person.
    pub rows: i64,
}

impl Line {
    /// What happens to them, as a code.
    pub fn fate(&self) -> &'static str {
        match self.table.fate() {
            Fate::Deleted if self.table.holds_files() => "destroyed",
            Fate::Deleted => "deleted",
            Fate::Overwritten(_) => "overwritten",
            Fate::Kept => "kept",
        }
    }

    /// The clock of what stays.
    pub fn clock(&self) -> Option<Clock> {
        match self.table.fate() {
            Fate::Kept => self.table.personal().next().map(|(_, personal)| personal.clock),
            _ => None,
        }
    }
}

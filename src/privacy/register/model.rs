//! A line of the register.

use diesel::prelude::*;

use crate::platform::db::Moment;

/// What can be done, as the register writes it. A test holds this list equal to what the program records.
pub const ACTS: &[&str] = &[
    "accepted",
    "appointed",
    "changed",
    "clock_confirmed",
    "completed",
    "confirmed",
    "created",
    "destroyed",
    "ended",
    "entered",
    "filled_in",
    "invited",
    "issued",
    "marked",
    "password_set",
    "placed",
    "read",
    "renamed",
    "replaced",
    "signed_in",
    "submitted",
    "taken_out",
    "uploaded",
    "withdrawn",
];

/// One thing that was done.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    /// When.
    pub at: Moment,
    /// By whom, as a role.
    pub actor_role: String,
    /// By which account, where somebody was signed in.
    pub actor_account: Option<i64>,
    /// What.
    pub act: String,
    /// To a row of which table.
    pub subject: String,
    /// To which row.
    pub subject_row: i64,
    /// Whose data it was.
    pub person_number: Option<i64>,
}

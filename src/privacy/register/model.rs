//! A line of the register, and what can be wrong with its chain.

use std::fmt;

use diesel::prelude::*;

use crate::platform::db::{Moment, text_enum};
use crate::privacy::retention::Term;

/// How long a line is kept; a closed month goes when its last line is this old.
pub const KEPT: Term = Term::Months(60);

/// What can be done, as the register writes it. A test holds this list equal to what the program records.
pub const ACTS: &[&str] = &[
    "accepted",
    "address_asked",
    "address_changed",
    "address_stopped",
    "agreed",
    "app_added",
    "appointed",
    "cancelled",
    "changed",
    "clock_confirmed",
    "clock_set_back",
    "clock_stopped",
    "closed",
    "codes_renewed",
    "completed",
    "confirmed",
    "created",
    "denied",
    "destroyed",
    "emptied",
    "ended",
    "entered",
    "erased",
    "excused",
    "exported",
    "factor_checked",
    "factor_off",
    "factor_on",
    "factor_removed",
    "factor_replaced",
    "filled_in",
    "followed",
    "held",
    "hold_ended",
    "invited",
    "issued",
    "lapsed",
    "marked",
    "offered",
    "overridden",
    "passkey_copied",
    "password_set",
    "placed",
    "queued",
    "read",
    "recovery_used",
    "renamed",
    "replaced",
    "request_answered",
    "request_withdrawn",
    "requested",
    "restored",
    "rotated",
    "shared_out",
    "shown",
    "sign_in_blocked",
    "sign_in_failed",
    "signed_in",
    "submitted",
    "taken_out",
    "term_confirmed",
    "term_proposed",
    "term_withdrawn",
    "uploaded",
    "warned",
    "withdrawn",
    "wrote",
];

/// What shows somebody's data to whoever does it.
pub const LOOKS: [&str; 2] = ["read", "exported"];

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
    /// To a row of which table; of what was denied, the pattern of the page.
    pub subject: String,
    /// To which row.
    pub subject_row: i64,
    /// Whose data it was.
    pub person_number: Option<i64>,
}

impl Line {
    /// Whether it is about a page and not about a row.
    pub fn is_about_page(&self) -> bool {
        self.subject.starts_with('/')
    }
}

text_enum!(
    /// What can be wrong with the chain.
    FaultKind {
        /// It was written with another key than the one at hand.
        Key = "key",
        /// The head does not fit its seal, or the last line.
        Head = "head",
        /// The copy of the head outside the database is missing or damaged.
        Copy = "copy",
        /// A closed month does not fit its seal or its lines.
        Month = "month",
        /// Lines were cut from the end.
        Tail = "tail",
        /// Lines are gone from the middle.
        Missing = "missing",
        /// Lines are not as they were written.
        Changed = "changed",
        /// Lines were not written by the program.
        Unchained = "unchained",
    }
);

/// Something that is wrong with the chain, in these lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// The first line.
    pub first: i64,
    /// The last line.
    pub last: i64,
}

impl Fault {
    /// Whether there is more than one line of it.
    pub fn is_wide(&self) -> bool {
        self.first < self.last
    }
}

impl fmt::Display for Fault {
    /// For the operator.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        let lines = if self.is_wide() { format!("lines {first} to {last}") } else { format!("line {first}") };
        match self.kind {
            FaultKind::Key => {
                write!(f, "the register was written with another key than the one in the folder of the keys")
            }
            FaultKind::Head => write!(f, "the head of the register, at {lines}, is not as it was written"),
            FaultKind::Copy => write!(f, "the copy of the head in the folder of the keys is missing or damaged"),
            FaultKind::Month => write!(f, "the closed month of {lines} is not as it was written"),
            FaultKind::Tail => write!(f, "the end of the register was cut: {lines}"),
            FaultKind::Missing => write!(f, "missing: {lines}"),
            FaultKind::Changed => write!(f, "changed: {lines}"),
            FaultKind::Unchained => write!(f, "not written by the program: {lines}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::retention::Terms;

    #[test]
    fn lines_are_kept_as_long_as_the_policy_says() {
        assert_eq!(Terms::first().of("register_line").unwrap().destroy, KEPT);
    }
}

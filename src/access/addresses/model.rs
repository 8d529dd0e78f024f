//! A change of address on its way.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::access::accounts::AccountId;
use crate::crm::people::{Name, PersonId};
use crate::platform::db::{Moment, id};
use crate::platform::i18n::Lang;

id!(
    /// The number of a change of address.
    ChangeId
);

/// How long both mailboxes have.
pub const LASTS: TimeDelta = TimeDelta::hours(72);
/// How often one account may ask in [`DAY`].
pub const MOST: i64 = 5;
/// The time in which asking is counted.
pub const DAY: TimeDelta = TimeDelta::hours(24);

/// Which of the two mailboxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// That of the address to be.
    New,
    /// That of the address so far.
    Old,
}

/// A change that is not over.
#[derive(Debug, Clone, Queryable)]
pub struct Change {
    /// Its number.
    pub id: ChangeId,
    /// Whose account.
    pub account: AccountId,
    /// Whose address.
    pub person: PersonId,
    /// What they are called.
    pub name: Name,
    /// The address so far.
    pub old_email: String,
    /// The address to be.
    pub new_email: String,
    /// The language of letters to them.
    pub language: Option<Lang>,
    /// When it was asked.
    pub created_at: Moment,
    /// The last moment for a yes.
    pub expires_at: Moment,
    /// When the new mailbox said yes.
    pub new_confirmed_at: Option<Moment>,
    /// When the old mailbox said yes.
    pub old_confirmed_at: Option<Moment>,
}

impl Change {
    /// Whether this mailbox said yes.
    pub fn has_confirmed(&self, side: Side) -> bool {
        match side {
            Side::New => self.new_confirmed_at.is_some(),
            Side::Old => self.old_confirmed_at.is_some(),
        }
    }

    /// The new address as others who read the old mailbox may see it.
    pub fn new_masked(&self) -> String {
        masked(&self.new_email)
    }
}

/// An address that its owner knows again and a stranger cannot use.
fn masked(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}

/// How far a change is after a yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The other mailbox has to say yes too.
    Half(Side),
    /// It is done; this is the sign-in name from now on.
    Done(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_mailbox_sees_as_much_of_the_new_address_as_it_needs() {
        assert_eq!(masked("samira@thuis.example.nl"), "s…@thuis.example.nl");
        assert_eq!(masked("é@x.example"), "é…@x.example");
    }
}

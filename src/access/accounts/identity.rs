//! Who is signed in: what the program knows of the person on every request.

use super::sessions::SessionId;
use super::{AccountId, consent};
use crate::access::{Home, Permission, Reach, Role, second_factor};
use crate::crm::people::PersonId;
use crate::platform::i18n::Lang;

/// Who is signed in, as of this request.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Identity {
    /// The session they came with.
    pub session: SessionId,
    /// Their account.
    pub account: AccountId,
    /// The person.
    pub person: PersonId,
    /// How to greet them.
    pub name: String,
    /// The language they chose, if they did.
    pub language: Option<Lang>,
    /// The roles they have today, with their non-disclosure agreement on record.
    pub roles: Vec<Role>,
    pub(super) student: bool,
    pub(super) leader: bool,
    pub(super) must_change: bool,
    pub(super) must_enrol: bool,
    pub(super) accepted: bool,
    /// The version of the privacy statement that they read last.
    pub(super) accepted_version: Option<String>,
}

impl Identity {
    /// The audiences this person belongs to.
    pub fn homes(&self) -> Vec<Home> {
        let hats = [(self.student, Home::Student), (self.leader, Home::Leader), (!self.roles.is_empty(), Home::Staff)];
        hats.into_iter().filter(|h| h.0).map(|h| h.1).collect()
    }

    /// Whether their password was made for them and must be changed.
    pub fn must_change(&self) -> bool {
        self.must_change
    }

    /// The version of the privacy statement that they read last.
    pub fn accepted_version(&self) -> Option<&str> {
        self.accepted_version.as_deref()
    }

    /// The page they must see before any other, if there is one.
    pub fn first(&self) -> Option<&'static str> {
        if self.must_change {
            return Some("/account/password");
        }
        if self.must_enrol {
            return Some(second_factor::PAGE);
        }
        (!self.accepted).then_some(consent::PAGE)
    }

    /// How far `P` reaches for this person, if one of their roles has it.
    pub fn reach<P: Permission>(&self) -> Option<Reach> {
        let able: Vec<_> = self.roles.iter().filter(|r| r.may::<P>()).collect();
        if able.is_empty() {
            return None;
        }
        let only_own = able.iter().all(|r| r.teaches());
        Some(if only_own { Reach::Taught(self.person) } else { Reach::All })
    }
}

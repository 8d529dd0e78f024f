//! A new address, as it was typed.

use serde::Deserialize;

use crate::crm::people::email_folded;
use crate::planning::rosters;
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The form of another address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddressForm {
    /// The new address.
    pub email: String,
    /// The password they have.
    pub password: String,
}

impl AddressForm {
    /// The new address, when it can be one and differs from `old`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, old: &str) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let typed = errors.required("email", &self.email, 254);
        let email = rosters::address(&typed);
        match &email {
            None if errors.is_empty() => errors.add("email", Wrong::NotAnEmail),
            Some(email) if email_folded(email) == email_folded(old) => errors.add("email", Wrong::AddressSame),
            _ => {}
        }
        errors.or(email.unwrap_or_default())
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        [("email", t.addresses_new()), ("password", t.accounts_current_password())]
            .map(|(field, label)| (field.to_owned(), label))
            .into()
    }
}

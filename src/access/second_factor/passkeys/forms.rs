//! What a browser and its owner send about a passkey.

use serde::Deserialize;
use zeroize::Zeroizing;

use crate::access::accounts::passwords::{MOST, Typed};
use crate::platform::web::{Errors, Wrong};

/// The most characters that the name of a passkey has.
const LONGEST: usize = 60;

/// What a browser answered.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    /// The answer, as JSON.
    pub credential: String,
    /// What its owner calls a new passkey.
    pub name: String,
    /// The page to go to afterwards.
    pub back: String,
}

impl AnswerForm {
    /// The name of a new passkey.
    ///
    /// # Errors
    /// There is none, or it is too long.
    pub fn check(&self) -> Result<String, Errors> {
        named(&self.name)
    }
}

/// Another name.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    /// The name as it was typed.
    pub name: String,
}

impl NameForm {
    /// The name.
    ///
    /// # Errors
    /// As [`AnswerForm::check`].
    pub fn check(&self) -> Result<String, Errors> {
        named(&self.name)
    }
}

fn named(typed: &str) -> Result<String, Errors> {
    let mut errors = Errors::default();
    let name = errors.required("name", typed, LONGEST);
    errors.or(name)
}

/// Removing one, with the password asked once more.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RemovalForm {
    password: String,
}

impl RemovalForm {
    /// The password to verify.
    ///
    /// # Errors
    /// None was typed.
    pub fn check(&self) -> Result<Typed, Errors> {
        if self.password.is_empty() {
            return Err(Errors::one("password", Wrong::Required));
        }
        Ok(Zeroizing::new(self.password.chars().take(MOST + 1).collect()))
    }
}

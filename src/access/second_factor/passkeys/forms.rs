//! What a browser and its owner send about a passkey.

use serde::Deserialize;
use zeroize::Zeroizing;

use crate::access::accounts::passwords::{MOST, Typed};
use crate::platform::folding::one_line;
use crate::platform::web::{Errors, Wrong};

/// The most characters that the name of a passkey has.
const LONGEST: usize = 60;
/// The most bytes of an answer; those of devices are a tenth of it.
const LARGEST: usize = 16_384;

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
    /// The answer; nothing when no device makes one that large.
    pub fn answer(&self) -> &str {
        if self.credential.len() <= LARGEST { &self.credential } else { "" }
    }

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
    // It stands in letters: on one line, and without marks that turn it round.
    let name = errors.required("name", &one_line(&typed.replace(turns, " ")), LONGEST);
    errors.or(name)
}

/// Whether `c` is not seen itself and changes how the rest is.
fn turns(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_that_reads_as_it_looks() {
        assert_eq!(named(" Mijn\n\u{202e}telefoon\u{200b} ").unwrap(), "Mijn telefoon");
        assert!(named("\u{200b}\n").is_err());
        assert!(named(&"é".repeat(60)).is_ok() && named(&"é".repeat(61)).is_err());
    }

    #[test]
    fn an_answer_that_no_device_makes_is_not_read() {
        let answer = |bytes: usize| AnswerForm { credential: "x".repeat(bytes), ..AnswerForm::default() };
        assert_eq!(answer(16_384).answer().len(), 16_384);
        assert_eq!(answer(16_385).answer(), "");
    }
}

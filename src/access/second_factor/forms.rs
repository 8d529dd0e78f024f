//! What people type about their second step.

use serde::Deserialize;
use zeroize::Zeroizing;

use super::codes::DIGITS;
use crate::access::accounts::passwords::{MOST, Typed};
use crate::platform::web::{Errors, Wrong};

/// A code as it was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CodeForm {
    code: String,
}

/// What kind of code was typed.
pub enum Code {
    /// Six digits: that of an app.
    App(u32),
    /// Twelve digits: a recovery code.
    Paper(String),
}

impl CodeForm {
    /// The code, with or without spaces.
    ///
    /// # Errors
    /// Nothing was typed, or something that is neither kind of code.
    pub fn check(&self) -> Result<Code, Errors> {
        let digits = self.digits()?;
        match (digits.len(), digits.parse()) {
            (6, Ok(number)) => Ok(Code::App(number)),
            (DIGITS, _) => Ok(Code::Paper(digits)),
            _ => Err(Errors::one("code", Wrong::NoSuchCode)),
        }
    }

    /// The code that was sent to somebody, as staff type it.
    ///
    /// # Errors
    /// As [`CodeForm::check`].
    pub fn check_sent(&self) -> Result<String, Errors> {
        let digits = self.digits()?;
        if digits.len() == DIGITS { Ok(digits) } else { Err(Errors::one("code", Wrong::OtherCodeSent)) }
    }

    fn digits(&self) -> Result<String, Errors> {
        let kept: String = self.code.chars().filter(|c| !c.is_whitespace() && !"-.\u{2013}".contains(*c)).collect();
        if kept.is_empty() {
            return Err(Errors::one("code", Wrong::Required));
        }
        let plain = kept.len() <= DIGITS && kept.chars().all(|c| c.is_ascii_digit());
        Ok(if plain { kept } else { String::new() })
    }
}

/// What somebody wants to do with their second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Turning it on, or having another app make the codes.
    Enrol,
    /// Adding a passkey.
    Passkey,
    /// New recovery codes.
    Renew,
    /// Turning it off.
    TurnOff,
}

impl Act {
    /// As the form knows it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Enrol => "enrol",
            Self::Passkey => "passkey",
            Self::Renew => "renew",
            Self::TurnOff => "off",
        }
    }
}

/// A change, with the password asked once more.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ActForm {
    password: String,
    /// What was chosen.
    pub act: String,
}

impl ActForm {
    /// The act, one of `possible`, and the password to verify.
    ///
    /// # Errors
    /// What is missing.
    pub fn check(&self, possible: &[Act]) -> Result<(Act, Typed), Errors> {
        let mut errors = Errors::default();
        let act = possible.iter().copied().find(|act| act.code() == self.act);
        if act.is_none() {
            errors.add("act", if self.act.is_empty() { Wrong::Required } else { Wrong::NotAChoice });
        }
        if self.password.is_empty() {
            errors.add("password", Wrong::Required);
        }
        let password: String = self.password.chars().take(MOST + 1).collect();
        errors.or((act.unwrap_or(Act::Enrol), Zeroizing::new(password)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(code: &str) -> CodeForm {
        CodeForm { code: code.to_owned() }
    }

    #[test]
    fn a_code_is_known_by_its_length_however_it_is_spaced() {
        for text in ["123456", " 123 456 ", "123-456"] {
            assert!(matches!(typed(text).check(), Ok(Code::App(123_456))), "{text}");
        }
        assert!(matches!(typed("000 001").check(), Ok(Code::App(1))));
        for text in ["123456789012", "1234 5678 9012", "1234-5678-9012", "1234\u{a0}5678\u{a0}9012"] {
            assert!(matches!(typed(text).check(), Ok(Code::Paper(code)) if code == "123456789012"), "{text}");
        }
    }

    #[test]
    fn what_is_no_code_is_said_so() {
        for text in ["12345", "1234567", "12345x", "१२३४५६", "12345678901234567890"] {
            assert!(matches!(typed(text).check(), Err(e) if e.of("code") == [Wrong::NoSuchCode]), "{text}");
            assert!(matches!(typed(text).check_sent(), Err(e) if e.of("code") == [Wrong::OtherCodeSent]), "{text}");
        }
        assert!(matches!(typed(" - ").check(), Err(e) if e.of("code") == [Wrong::Required]));
    }

    #[test]
    fn only_what_is_possible_can_be_chosen() {
        let form = |act: &str| ActForm { password: "x".into(), act: act.into() };
        assert!(matches!(form("renew").check(&[Act::Enrol, Act::Renew]), Ok((Act::Renew, _))));
        assert!(matches!(form("off").check(&[Act::Enrol, Act::Renew]), Err(e) if e.of("act") == [Wrong::NotAChoice]));
        assert!(matches!(form("").check(&[Act::Enrol]), Err(e) if e.of("act") == [Wrong::Required]));
    }
}

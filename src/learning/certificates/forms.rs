//! What is typed: what a project asks for a certificate, what a certificate is mended to, and what is checked.

use serde::Deserialize;

use super::model::{Mended, Rules, initial};
use super::number::Number;
use crate::crm::people::Name;
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The number and letter that somebody checks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CheckForm {
    /// The number, as it was typed.
    pub number: String,
    /// The letter.
    pub letter: String,
}

impl CheckForm {
    /// The number and the letter, or what is missing. A number that cannot exist is no fault of the form: it is
    /// looked up like any other, and not found.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self) -> Result<(Option<Number>, String), Errors> {
        let mut errors = Errors::default();
        errors.required("number", &self.number, 60);
        errors.required("letter", &self.letter, 60);
        let letter = initial(&self.letter);
        if letter.is_empty() && !errors.has("letter") {
            errors.add("letter", Wrong::Required);
        }
        errors.or((Number::parse(&self.number), letter))
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        vec![("number".into(), t.certificates_number()), ("letter".into(), t.certificates_letter_field())]
    }
}

/// What a project asks, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RulesForm {
    /// Whether there is a certificate.
    pub given: String,
    /// The share of the meetings, in hundredths.
    pub attendance: String,
    /// Whether every step must be done.
    pub actions: String,
    /// Whether the evaluation must be handed in.
    pub evaluated: String,
    /// Whether every test must be passed.
    pub tests: String,
    /// Named or anonymous.
    pub evaluation: String,
    /// The button that was pressed.
    pub save: String,
}

impl RulesForm {
    /// The form for what holds now.
    pub fn of(rules: Rules, evaluation: &str) -> Self {
        let tick = |on: bool| if on { "on".to_owned() } else { String::new() };
        Self {
            given: tick(rules.given),
            attendance: rules.attendance.to_string(),
            actions: tick(rules.actions),
            evaluated: tick(rules.evaluation),
            tests: tick(rules.tests),
            evaluation: evaluation.to_owned(),
            save: String::new(),
        }
    }

    /// What the project is to ask.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self) -> Result<Rules, Errors> {
        let mut errors = Errors::default();
        let attendance = errors.number("attendance", &self.attendance, 0, 100).unwrap_or_default();
        let ticked = |field: &str| !field.is_empty();
        errors.or(Rules {
            given: ticked(&self.given),
            attendance,
            actions: ticked(&self.actions),
            evaluation: ticked(&self.evaluated),
            tests: ticked(&self.tests),
        })
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        vec![("attendance".into(), t.certificates_rule_attendance()), ("evaluation".into(), t.evaluations_how())]
    }
}

/// What a certificate is mended to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReplacementForm {
    /// `name` or `facts`.
    pub what: String,
    /// First name.
    pub first_name: String,
    /// What stands between first and last name.
    pub infix: String,
    /// Last name.
    pub last_name: String,
    /// Why.
    pub reason: String,
}

impl ReplacementForm {
    /// The form with the name as it is now.
    pub fn of(name: &Name) -> Self {
        Self {
            what: Mended::Name.as_str().to_owned(),
            first_name: name.first_name.clone().or_else(|| name.initials.clone()).unwrap_or_default(),
            infix: name.infix.clone().unwrap_or_default(),
            last_name: name.last_name.clone(),
            reason: String::new(),
        }
    }

    /// What is mended, the name that is to stand there, and why.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self) -> Result<(Mended, Name, String), Errors> {
        let mut errors = Errors::default();
        let what = Mended::parse(&self.what);
        if what.is_none() {
            errors.add("what", Wrong::NotAChoice);
        }
        let name = Name {
            first_name: Some(errors.required("first_name", &self.first_name, 100)),
            initials: None,
            infix: errors.optional("infix", &self.infix, 100),
            last_name: errors.required("last_name", &self.last_name, 100),
        };
        if initial(&name.last_name).is_empty() && !errors.has("last_name") {
            errors.add("last_name", Wrong::Required);
        }
        let reason = errors.required("reason", &self.reason, 300);
        errors.or((what.unwrap_or(Mended::Name), name, reason))
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        vec![
            ("what".into(), t.certificates_what()),
            ("first_name".into(), t.projects_first_name()),
            ("infix".into(), t.projects_infix()),
            ("last_name".into(), t.projects_last_name()),
            ("reason".into(), t.certificates_reason()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_taken_however_it_is_typed_and_a_number_that_cannot_be_is_no_fault() {
        let number = Number::random();
        let typed = |number: &str, letter: &str| CheckForm { number: number.into(), letter: letter.into() }.check();
        assert_eq!(typed(&number.to_string(), " Ł ").unwrap(), (Some(number), "l".to_owned()));
        assert_eq!(typed("onzin", "IJ").unwrap(), (None, "i".to_owned()));
        let missing = typed(" ", "'").unwrap_err();
        assert!(missing.has("number") && missing.has("letter"));
    }
}

//! What somebody asks, as it was typed.

use serde::{Deserialize, Serialize};

use super::model::{Kind, NewRequest};
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The longest explanation, in characters.
pub const LONGEST: usize = 4000;

/// The form of a request.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct RequestForm {
    /// What is asked.
    pub kind: String,
    /// The explanation.
    pub asked: String,
}

impl RequestForm {
    /// The request that was meant.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<NewRequest, Errors> {
        let mut errors = Errors::default();
        let kind = Kind::parse(&self.kind);
        if kind.is_none() {
            errors.add("kind", if self.kind.is_empty() { Wrong::Required } else { Wrong::NotAChoice });
        }
        let asked = match kind {
            Some(kind) if kind.needs_words() => errors.required("asked", &self.asked, LONGEST),
            _ => errors.optional("asked", &self.asked, LONGEST).unwrap_or_default(),
        };
        match kind {
            Some(kind) => errors.or(NewRequest { kind, asked }),
            None => Err(errors),
        }
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        [("kind", t.requests_what()), ("asked", t.requests_asked())]
            .map(|(field, label)| (field.to_owned(), label))
            .into()
    }
}

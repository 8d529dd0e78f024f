//! What a student ticks, and what staff write.

use serde::Deserialize;

use super::model::Terms;
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The most that a text may have, in characters.
const MOST: usize = 12_000;

/// The tick under an agreement.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ConsentForm {
    /// The version of the text that stood above it.
    pub version: String,
    /// Anything but empty when it is ticked.
    pub agreed: String,
}

impl ConsentForm {
    /// Whether it stood under `terms`.
    pub fn is_under(&self, terms: &Terms) -> bool {
        self.version.trim() == terms.version.to_string()
    }

    /// What is wrong with it.
    pub fn check(&self) -> Errors {
        if self.agreed.is_empty() { Errors::one("agreed", Wrong::NotTicked) } else { Errors::default() }
    }
}

/// The text of an agreement.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TermsForm {
    /// The version that it was made of; 0 for none.
    pub version: String,
    /// In Dutch.
    pub dutch: String,
    /// In English; empty when there is none.
    pub english: String,
}

/// A text that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTerms {
    /// In Dutch.
    pub dutch: String,
    /// In English.
    pub english: Option<String>,
}

impl NewTerms {
    /// Whether it says what `terms` say.
    pub fn is(&self, terms: Option<&Terms>) -> bool {
        terms.is_some_and(|terms| terms.dutch == self.dutch && terms.english == self.english)
    }
}

impl TermsForm {
    /// The form with the text as it is now.
    pub fn of(terms: Option<&Terms>) -> Self {
        Self {
            version: number(terms),
            dutch: terms.map(|terms| terms.dutch.clone()).unwrap_or_default(),
            english: terms.and_then(|terms| terms.english.clone()).unwrap_or_default(),
        }
    }

    /// Whether it was made of `terms`.
    pub fn is_made_of(&self, terms: Option<&Terms>) -> bool {
        self.version.trim() == number(terms)
    }

    /// The same words, made of `terms`: who sends it once more has seen those.
    pub fn over(mut self, terms: Option<&Terms>) -> Self {
        self.version = number(terms);
        self
    }

    /// The text, without space around it and with the ends of lines as we write them.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self) -> Result<NewTerms, Errors> {
        let mut errors = Errors::default();
        let lines = |text: &str| text.replace("\r\n", "\n");
        let dutch = errors.required("dutch", &lines(&self.dutch), MOST);
        let english = errors.optional("english", &lines(&self.english), MOST);
        errors.or(NewTerms { dutch, english })
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        vec![("dutch".into(), t.papers_dutch()), ("english".into(), t.papers_english())]
    }
}

fn number(terms: Option<&Terms>) -> String {
    terms.map_or(0, |terms| terms.version).to_string()
}

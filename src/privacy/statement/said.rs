//! What the statement says at this installation, for the pages it stands on.

use std::sync::Arc;

use super::kept::{self, Kind};
use super::{holds_from, version};
use crate::platform::db::Moment;
use crate::platform::i18n::Lang;
use crate::privacy::retention::{Term, Terms};

/// The statement in one language, under the terms as they hold.
pub struct Said {
    /// Every kind of data about people.
    pub kinds: Vec<Kind>,
    lang: Lang,
    terms: Arc<Terms>,
    now: Moment,
}

impl Said {
    /// The statement under `terms` at `now`.
    pub fn new(lang: Lang, terms: Arc<Terms>, now: Moment) -> Self {
        Self { kinds: kept::kinds(lang, &terms), lang, terms, now }
    }

    /// Its version.
    pub fn version(&self) -> String {
        version(&self.terms, self.now)
    }

    /// The day from which that holds, in words.
    pub fn holds_from(&self) -> String {
        holds_from(&self.terms, self.now).map(|day| self.lang.date(day)).unwrap_or_default()
    }

    /// How long what is called `kind` is kept, in words.
    pub fn kept(&self, kind: &str) -> String {
        self.says(self.terms.of(kind).map(|policy| policy.destroy))
    }

    /// How long its owner sees it, in words.
    pub fn seen(&self, kind: &str) -> String {
        self.says(self.terms.of(kind).map(|policy| policy.portal.unwrap_or(policy.destroy)))
    }

    fn says(&self, term: Option<Term>) -> String {
        term.map(|term| term.says(self.lang.texts())).unwrap_or_default()
    }

    /// The terms that were changed, a line each: what holds, since when, and what it was.
    pub fn changes(&self) -> Vec<String> {
        kept::changes(self.lang, &self.terms)
    }
}

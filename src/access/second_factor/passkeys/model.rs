//! A passkey as its owner sees it, and what is asked of a browser.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};

use super::PasskeyId;
use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::i18n::Lang;

/// How many passkeys an account may have.
pub const MOST: usize = 10;
/// How long a browser has for its answer.
pub const LIFE: TimeDelta = TimeDelta::minutes(5);

/// A passkey as its owner sees it.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// Its number.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// Since when it is here.
    pub created_at: Moment,
    /// When it last let its owner in.
    pub used_at: Option<Moment>,
}

impl Listed {
    /// When it was added and last used, in words.
    pub fn says(&self, lang: Lang) -> String {
        let added = lang.date(local(self.created_at).date());
        match self.used_at {
            Some(at) => lang.texts().passkeys_listed_used(added, lang.moment(at)),
            None => lang.texts().passkeys_listed(added),
        }
    }
}

/// What a browser is to answer. It never leaves this side: whoever could choose it could answer an old one again.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ceremony {
    /// With a new passkey.
    Make(Box<PasskeyRegistration>),
    /// With one that is known here.
    Use(Box<DiscoverableAuthentication>),
}

/// A ceremony, and what of it goes to the browser.
pub struct Asked {
    /// What stays here.
    pub kept: Ceremony,
    /// The options that the browser reads.
    pub options: Value,
}

/// Why a passkey does not let somebody in, or was not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It took too long, or was sent twice.
    Late,
    /// It is none that is known here.
    Unknown,
    /// The answer is not what was asked for.
    Wrong,
    /// Its count of uses went back: it may have been copied.
    Copied,
    /// It is here already.
    Known,
    /// There are as many as there may be.
    Full,
}

impl Refusal {
    /// As the texts know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Unknown => "unknown",
            Self::Wrong => "wrong",
            Self::Copied => "copied",
            Self::Known => "known",
            Self::Full => "full",
        }
    }
}

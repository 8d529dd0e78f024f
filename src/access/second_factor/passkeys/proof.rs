//! Whether somebody has the passkey that they show.

use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential, WebauthnError};

use super::model::{Asked, Ceremony, Refusal};
use super::party::{self, Party};
use super::queries::{self, Presented};
use crate::access::accounts::{self, AccountId};
use crate::access::second_factor::letters;
use crate::access::second_factor::model::Event;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::files::Key;
use crate::platform::i18n::Lang;
use crate::platform::secret;
use crate::platform::web::cookies::PASSKEY;
use crate::platform::web::{Answer, Reply};
use crate::site::Site;

/// What was asked, as the browser gets it.
pub struct Question {
    token: String,
    options: serde_json::Value,
}

/// Keeps what `asked` keeps here, for `account` or for somebody at the door.
///
/// # Errors
/// When the database refuses.
pub fn ask(tx: &mut Tx, account: Option<AccountId>, asked: Asked) -> Result<Question> {
    let token = secret::token();
    queries::ask(tx, account, &token, asked.kept)?;
    Ok(Question { token, options: asked.options })
}

impl Question {
    /// The question for the browser, with a cookie by which it is known again when it answers. No script reads that, and
    /// no other browser has it: an answer that somebody got hold of is worth nothing elsewhere, and nobody can be signed
    /// in as somebody else by sending theirs.
    ///
    /// # Errors
    /// [`Error::Broken`](crate::platform::error::Error::Broken) when the cookie cannot be written as a header.
    pub fn put(self, site: &Site) -> Answer {
        Reply::from(HttpResponse::Ok().json(self.options)).cookie(&site.config.cookie(PASSKEY, self.token))
    }
}

/// The secret of the question that the browser which sent `request` was asked last; empty when there is none.
pub fn token(request: &HttpRequest, site: &Site) -> String {
    let cookie = request.cookie(&site.config.cookie_name(PASSKEY.name));
    cookie.map(|cookie| cookie.value().to_owned()).unwrap_or_default()
}

/// What a browser answered to what was asked of `account`, or at the door.
pub struct Given {
    kept: DiscoverableAuthentication,
    answer: PublicKeyCredential,
}

impl Given {
    /// Takes what was asked under `token`, and reads the answer.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn to(tx: &mut Tx, account: Option<AccountId>, token: &str, answer: &str) -> Result<Result<Self, Refusal>> {
        let kept = match queries::take(tx, account, token)? {
            Some(Ceremony::Use(kept)) => *kept,
            Some(Ceremony::Make(_)) | None => return Ok(Err(Refusal::Late)),
        };
        Ok(serde_json::from_str(answer).map(|answer| Self { kept, answer }).map_err(|_| Refusal::Wrong))
    }

    /// The passkey that the answer names, when it is known here and opens something.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn presented(&self, tx: &mut Tx) -> Result<Option<Presented>> {
        queries::presented(tx.db(), &URL_SAFE_NO_PAD.encode(self.answer.get_credential_id()))
    }

    /// Whether the device also says whose passkey it is. One that was found without a name must.
    pub fn says_whose(&self) -> bool {
        self.answer.get_user_unique_id().is_some()
    }

    /// Whether it was asked for by a page within a page of somebody else, where nobody sees who asks.
    fn is_framed(&self) -> bool {
        let said: serde_json::Value =
            serde_json::from_slice(&self.answer.response.client_data_json).unwrap_or_default();
        said.get("crossOrigin").and_then(serde_json::Value::as_bool) == Some(true)
    }

    /// Whether the answer was made with `presented`, just now, by somebody who unlocked it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn proves(
        self,
        tx: &mut Tx,
        party: &Party,
        key: &Key,
        presented: &Presented,
        lang: Lang,
    ) -> Result<Result<(), Refusal>> {
        let handle = party::handle(key, presented.account)?;
        if self.is_framed() {
            return Ok(Err(Refusal::Wrong));
        }
        if self.answer.get_user_unique_id().is_some_and(|said| said != handle.as_bytes()) {
            return Ok(Err(Refusal::Wrong));
        }
        let mut passkey: Passkey = serde_json::from_str(&presented.credential)?;
        let used = match party.used(self.kept, &self.answer, &passkey) {
            Ok(used) => used,
            Err(WebauthnError::CredentialPossibleCompromise) => {
                copied(tx, presented, lang)?;
                return Ok(Err(Refusal::Copied));
            }
            Err(error) => return Ok(Err(refused(presented.account, &error))),
        };
        passkey.update_credential(&used);
        if queries::used(tx, presented, &serde_json::to_string(&passkey)?)? {
            Ok(Ok(()))
        } else {
            Ok(Err(Refusal::Late))
        }
    }
}

/// What an answer that `error` is said of comes to, for `account`.
pub fn refused(account: AccountId, error: &WebauthnError) -> Refusal {
    // Another tab was asked something later.
    if matches!(error, WebauthnError::MismatchedChallenge) {
        return Refusal::Late;
    }
    tracing::warn!(account = account.0, %error, "a passkey was refused");
    Refusal::Wrong
}

/// A count that goes back: one of two devices that have the same key was used. Which of them is its owner's, nobody
/// here can tell.
fn copied(tx: &mut Tx, presented: &Presented, lang: Lang) -> Result<()> {
    let owner = accounts::owner(tx.db(), presented.account)?;
    tx.record("passkey_copied", "passkeys", presented.id.0, Some(owner.person_id.0))?;
    letters::tell_of(tx, &owner, Event::PasskeyCopied, (presented.id.0, &presented.name), lang)
}

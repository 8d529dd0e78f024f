//! What a session carries from one page to the next while something is under way: a sign-in that waits for its
//! second step, a second factor that is being set up, or the sentence that the next page shows.

use actix_session::SessionExt;
use actix_web::HttpRequest;

use super::AccountId;
use super::sessions::{self, ACCOUNT, HALF};
use crate::platform::error::{Error, Result};

/// Where to go when the sign-in is done.
pub const BACK: &str = "back";
const NOTICE: &str = "notice";
/// Until when a passkey can be made, since the password was typed.
pub const PASSKEY: &str = "passkey";
/// The secret of a second factor that is being set up, sealed.
pub const ENROLMENT: &str = "enrolment";

/// Begins a session that opens nothing but the page of the second step, for whoever typed the right password of
/// `account`; afterwards they go `back`.
///
/// # Errors
/// [`Error::Broken`] when the session cannot be written down.
pub fn begin_half(
    request: &HttpRequest,
    account: AccountId,
    address: Option<String>,
    browser: Option<&str>,
    back: &str,
) -> Result<()> {
    sessions::begin(request, account, address, browser)?;
    request.get_session().insert(HALF, account).map_err(Error::broken)?;
    carry(request, BACK, back)
}

/// The account whose password was typed, when the second step is what is missing.
pub fn half(request: &HttpRequest) -> Option<AccountId> {
    request.get_session().get(HALF).ok().flatten()
}

/// Has the session of `request` carry `text` under `name`.
///
/// # Errors
/// [`Error::Broken`] when it cannot be written down.
pub fn carry(request: &HttpRequest, name: &'static str, text: &str) -> Result<()> {
    request.get_session().insert(name, text).map_err(Error::broken)
}

/// What the session carries under `name`.
pub fn carried(request: &HttpRequest, name: &'static str) -> Option<String> {
    request.get_session().get(name).ok().flatten()
}

/// The sentence that the last act left for the next page.
#[allow(clippy::disallowed_types, reason = "handlers get what a session carries from here alone")]
pub struct Notices(actix_session::Session);

impl Notices {
    /// Those of the person who sent `request`.
    pub fn of(request: &HttpRequest) -> Self {
        Self(request.get_session())
    }

    /// Takes the sentence, so that it is shown once.
    pub fn take(&self) -> Option<String> {
        // Taking something out, even if it was not there, writes the session down again.
        if !self.0.contains_key(NOTICE) {
            return None;
        }
        self.0.remove_as::<String>(NOTICE)?.ok()
    }
}

/// Leaves a sentence for the next page. Somebody who is not signed in has nowhere to keep it.
pub fn leave_notice(request: &HttpRequest, notice: String) {
    let session = request.get_session();
    if session.contains_key(ACCOUNT) && session.insert(NOTICE, notice).is_err() {
        tracing::warn!("a notice could not be left");
    }
}

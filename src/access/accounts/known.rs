//! The mark of a browser that signed in before, so that a stranger's guesses do not lock out the owner:
//! failures of a known browser are counted apart.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::AccountId;
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;
use crate::platform::secret;
use crate::platform::web::cookies::KNOWN_BROWSER;
use crate::site::Site;

/// What a browser says about having been here before. It holds for one account, and only with our signature.
pub struct Claim {
    key: Key,
    told: Option<(String, Vec<u8>)>,
}

impl Claim {
    /// What the browser that sent `request` says.
    pub fn of(request: &HttpRequest, site: &Site) -> Self {
        let cookie = request.cookie(&site.config.cookie_name(KNOWN_BROWSER.name));
        let told = cookie.as_ref().and_then(|c| c.value().split_once('.')).and_then(|(name, mark)| {
            let mark = URL_SAFE_NO_PAD.decode(mark).ok()?;
            Some((name.to_owned(), mark))
        });
        Self { key: site.files.lasting("known browser"), told }
    }

    /// The name of this browser, when it signed in to `account` before.
    pub fn holds_for(&self, account: AccountId) -> Option<&str> {
        let (name, mark) = self.told.as_ref()?;
        signature(&self.key, account, name).ok()?.verify_slice(mark).ok()?;
        Some(name)
    }
}

/// The mark for a browser that signed in to `account` just now.
///
/// # Errors
/// [`Error::Broken`] when it cannot be signed.
pub fn mark(site: &Site, account: AccountId) -> Result<Cookie<'static>> {
    let name = secret::token();
    let key = site.files.lasting("known browser");
    let mark = URL_SAFE_NO_PAD.encode(signature(&key, account, &name)?.finalize().into_bytes());
    Ok(site.config.cookie(KNOWN_BROWSER, format!("{name}.{mark}")))
}

fn signature(key: &Key, account: AccountId, name: &str) -> Result<Hmac<Sha256>> {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(Error::broken)?;
    Ok(mac.chain_update(format!("{account}\n{name}")))
}

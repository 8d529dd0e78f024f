//! Who asks for passkeys: this installation, by its own host name. A passkey is bound to that name, so a page that
//! looks like ours elsewhere gets nothing from it.

use actix_web::HttpRequest;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use webauthn_rs::prelude::{
    AuthenticationResult, CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse, Uuid, Webauthn, WebauthnBuilder,
    WebauthnError,
};

use super::model::{Asked, Ceremony, LIFE};
use crate::access::accounts::{AccountId, Owner};
use crate::access::second_factor::PAGE;
use crate::config::Config;
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;

/// This installation, as browsers know it.
pub struct Party {
    webauthn: Webauthn,
}

impl Party {
    /// The installation that `request` came to; none where browsers have no passkeys: at an address that is a number,
    /// and without TLS anywhere but on this machine.
    pub fn of(config: &Config, request: &HttpRequest) -> Option<Self> {
        let origin = url::Url::parse(config.origins(request).first()?).ok()?;
        let host = origin.domain()?;
        let safe = origin.scheme() == "https" || host == "localhost";
        let life = LIFE.to_std().ok()?;
        let builder = WebauthnBuilder::new(host, &origin).ok().filter(|_| safe)?;
        Some(Self { webauthn: builder.rp_name(&config.provider).timeout(life).build().ok()? })
    }

    /// The page of the second step where this machine goes by its name.
    pub fn elsewhere(config: &Config, request: &HttpRequest) -> Option<String> {
        let mut address = url::Url::parse(config.origins(request).first()?).ok()?;
        address.set_host(Some("localhost")).ok()?;
        address.set_path(PAGE);
        Some(address.into())
    }

    /// Asks for a new passkey of `owner`, on a device that holds none of those `known` here.
    ///
    /// # Errors
    /// [`Error::Broken`] when there is no randomness.
    pub fn ask_new(&self, key: &Key, owner: &Owner, known: &[String]) -> Result<Asked> {
        let (name, handle) = (&owner.sign_in_name, handle(key, owner.id)?);
        // Devices and those who keep copies of their passkeys get the sign-in name, and no name of a person besides.
        let asked = self.webauthn.start_passkey_registration(handle, name, name, None);
        let (CreationChallengeResponse { public_key }, kept) = asked.map_err(Error::broken)?;
        let mut options = serde_json::to_value(public_key)?;
        // One that the device can find by itself also lets in without a name; the library asks for the other kind.
        if let Some(wanted) = options.pointer_mut("/authenticatorSelection").and_then(Value::as_object_mut) {
            wanted.insert("residentKey".into(), json!("preferred"));
        }
        // The library would refuse one of these in words that fit other faults too; the database knows them all.
        list(&mut options, "excludeCredentials", known);
        leave_out_how(&mut options);
        Ok(Asked { kept: Ceremony::Make(Box::new(kept)), options })
    }

    /// Asks for one of the passkeys `known`; for any, when that is none.
    ///
    /// # Errors
    /// As [`Party::ask_new`].
    pub fn ask(&self, known: &[String]) -> Result<Asked> {
        let asked = self.webauthn.start_discoverable_authentication();
        let (RequestChallengeResponse { public_key, .. }, kept) = asked.map_err(Error::broken)?;
        let mut options = serde_json::to_value(public_key)?;
        list(&mut options, "allowCredentials", known);
        leave_out_how(&mut options);
        Ok(Asked { kept: Ceremony::Use(Box::new(kept)), options })
    }

    /// The passkey in an answer, when it is what was asked for.
    ///
    /// # Errors
    /// What is wrong with the answer.
    pub fn made(&self, kept: &PasskeyRegistration, answer: &str) -> std::result::Result<Passkey, WebauthnError> {
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(WebauthnError::ParseJSONFailure)?;
        self.webauthn.finish_passkey_registration(&answer, kept)
    }

    /// What an answer says of `passkey`, when it is what was asked for.
    ///
    /// # Errors
    /// What is wrong with the answer.
    pub fn used(
        &self,
        kept: DiscoverableAuthentication,
        answer: &PublicKeyCredential,
        passkey: &Passkey,
    ) -> std::result::Result<AuthenticationResult, WebauthnError> {
        self.webauthn.finish_discoverable_authentication_v2(answer, kept, passkey)
    }
}

/// Does not ask whether it was a finger, a face or a code: nobody here needs to know.
fn leave_out_how(options: &mut Value) {
    if let Some(extensions) = options.pointer_mut("/extensions").and_then(Value::as_object_mut) {
        extensions.remove("uvm");
    }
}

/// Names passkeys in what a browser reads.
fn list(options: &mut Value, name: &str, passkeys: &[String]) {
    let passkeys: Vec<_> = passkeys.iter().map(|id| json!({ "type": "public-key", "id": id })).collect();
    if let Some(options) = options.as_object_mut() {
        options.insert(name.into(), passkeys.into());
    }
}

/// The number by which devices know `account`. It says nothing to whoever reads it there.
///
/// # Errors
/// None that can happen: HMAC takes a key of any length.
pub fn handle(key: &Key, account: AccountId) -> Result<Uuid> {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(Error::broken)?;
    let mac = mac.chain_update(format!("passkeys of account {account}")).finalize().into_bytes();
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(mac).for_each(|(to, from)| *to = from);
    Ok(Uuid::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_one_number_on_devices_that_says_nothing_without_the_key() {
        let key = |byte: u8| Key::new([byte; 32]);
        let known = handle(&key(1), AccountId(7)).unwrap();
        assert_eq!(known, handle(&key(1), AccountId(7)).unwrap());
        assert_ne!(known, handle(&key(1), AccountId(8)).unwrap());
        assert_ne!(known, handle(&key(2), AccountId(7)).unwrap());
    }
}

//! Codes that a person keeps on paper, or reads out on the telephone: twelve digits, so that they can be typed where
//! the code of an app is typed. They are known here by a keyed hash, which says nothing without the keys.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::totp::grouped;
use crate::access::accounts::AccountId;
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;
use crate::platform::secret;

/// How many digits a code has: forty random bits, of which ten may be guessed in three minutes.
pub const DIGITS: usize = 12;
/// How many codes somebody gets.
pub const MANY: usize = 10;

/// A fresh code.
pub fn one() -> String {
    (0..DIGITS).map(|_| char::from(b'0' + rand::random_range(0..10_u8))).collect()
}

/// Ten fresh codes.
pub fn ten() -> Vec<String> {
    (0..MANY).map(|_| one()).collect()
}

/// A code as it is printed: `1234 5678 9012`.
pub fn printed(code: &str) -> String {
    grouped(code)
}

/// What is kept of a code of `account`.
///
/// # Errors
/// None that can happen: HMAC takes a key of any length.
pub fn hash(key: &Key, account: AccountId, code: &str) -> Result<String> {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(Error::broken)?;
    let mac = mac.chain_update(format!("recovery code of account {account}\n{code}"));
    Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// What is kept of the code that was sent to the owner of `account`: it lasts an hour, and is made where the keys are
/// not at hand.
pub fn sent_hash(account: AccountId, code: &str) -> String {
    secret::hash(&format!("code sent to account {account}\n{code}"))
}

/// What is kept of several.
///
/// # Errors
/// As [`hash`].
pub fn hashes(key: &Key, account: AccountId, codes: &[String]) -> Result<Vec<String>> {
    codes.iter().map(|code| hash(key, account, code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_codes_are_ten_different_ones_that_can_be_read_out() {
        let codes = ten();
        let different: std::collections::BTreeSet<_> = codes.iter().collect();
        assert_eq!(different.len(), MANY);
        assert!(codes.iter().all(|c| c.len() == DIGITS && c.chars().all(|d| d.is_ascii_digit())), "{codes:?}");
        assert_eq!(printed("123456789012"), "1234 5678 9012");
    }

    #[test]
    fn a_code_is_known_for_one_account_and_with_the_key_only() {
        let key = |byte: u8| Key::new([byte; 32]);
        let known = hash(&key(1), AccountId(1), "123456789012").unwrap();
        assert!(!known.contains("123456789012"));
        assert_eq!(known, hash(&key(1), AccountId(1), "123456789012").unwrap());
        assert_ne!(known, hash(&key(1), AccountId(2), "123456789012").unwrap());
        assert_ne!(known, hash(&key(2), AccountId(1), "123456789012").unwrap());
    }
}

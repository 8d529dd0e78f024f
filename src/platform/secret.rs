//! Random secrets that travel in links, and the hashes under which we know them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

use super::error::{Error, Result};
use super::files::Key;

/// A fresh secret of 256 random bits, in characters that are safe in an address.
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// The hash under which a secret is stored. Secrets have 256 random bits, so no salt is needed.
pub fn hash(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// The same hash, of bytes.
pub fn hash_bytes(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

/// The bytes of a nonce of XChaCha20-Poly1305; long enough to choose at random.
const NONCE: usize = 24;

/// `plain`, unreadable without `key` and bound to `about`: unsealed with another `about` it is refused.
///
/// # Errors
/// [`Error::Broken`] when it cannot be encrypted.
pub fn seal(key: &Key, about: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let nonce = rand::random::<[u8; NONCE]>();
    let cipher = XChaCha20Poly1305::new(&(**key).into());
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: about });
    let sealed = sealed.map_err(|_| Error::broken(anyhow::anyhow!("cannot seal")))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// What [`seal`] sealed.
///
/// # Errors
/// [`Error::Broken`] when it was changed, or sealed under another key or about something else.
pub fn unseal(key: &Key, about: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
    let refused = || Error::broken(anyhow::anyhow!("cannot unseal"));
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or_else(refused)?;
    let cipher = XChaCha20Poly1305::new(&(**key).into());
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: about }).map_err(|_| refused())
}

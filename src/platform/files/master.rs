use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::KeyInit;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use super::blob::{BlobId, fill_random};
use super::error::FilesError;
use super::folder;

/// 256 bits that are wiped from memory when they are let go.
pub type Key = Zeroizing<[u8; 32]>;

/// The one key that all others depend on: 32 random bytes as a line of base64, in a file that only
/// we can read.
#[derive(Clone)]
pub(super) struct MasterKey(Key);

impl MasterKey {
    /// Makes the key at `path`, durably. A key that is there already stays.
    pub(super) fn make(path: &Path) -> Result<(), FilesError> {
        match Self(random_key()?).write(path) {
            // Another process that started at the same moment was first; its key is the one.
            Err(FilesError::Io(error)) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Reads the key at `path`.
    pub(super) fn read(path: &Path) -> Result<Self, FilesError> {
        let refused =
            |why: std::io::Error| FilesError::Keys(format!("the master key {} cannot be read: {why}", path.display()));
        let line = Zeroizing::new(fs::read_to_string(path).map_err(refused)?);
        if fs::metadata(path).map_err(refused)?.permissions().mode() & 0o077 != 0 {
            tracing::warn!(path = %path.display(), "others than the owner can reach the master key");
        }
        let decoded = Zeroizing::new(STANDARD.decode(line.trim()).unwrap_or_default());
        to_key(&decoded).map(Self).ok_or_else(|| {
            FilesError::Keys(format!("the master key {} is not one line of base64 that holds 32 bytes", path.display()))
        })
    }

    /// The key that `bytes` are.
    pub(super) fn from_bytes(bytes: Key) -> Self {
        Self(bytes)
    }

    /// The key itself, for what must outlive this program.
    pub(super) fn bytes(&self) -> &Key {
        &self.0
    }

    /// Writes this key at `path`, durably. A key that is there already is an error of kind `AlreadyExists`.
    pub(super) fn write(&self, path: &Path) -> Result<(), FilesError> {
        let line = Zeroizing::new(format!("{}\n", *Zeroizing::new(STANDARD.encode(*self.0))));
        let draft = path.with_extension(format!("key#{}", BlobId::random()?));
        Ok(folder::publish(&draft, path, line.as_bytes())?)
    }

    /// A key bound to one purpose, see [`derive`].
    pub(super) fn derive(&self, purpose: &str) -> Key {
        derive(&self.0, purpose)
    }
}

/// A key bound to one purpose: HMAC-SHA-256 (RFC 2104) of the purpose under `key`.
pub(super) fn derive(key: &Key, purpose: &str) -> Key {
    // HMAC fills a shorter key up with zeros; one of a whole block cannot be refused.
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    block.iter_mut().zip(key.iter()).for_each(|(to, from)| *to = *from);

    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block).chain_update(purpose).finalize().into_bytes();
    let derived = Zeroizing::new(mac.into());
    mac.as_mut_slice().zeroize();
    block.as_mut_slice().zeroize();
    derived
}

/// A new random key.
pub(super) fn random_key() -> Result<Key, FilesError> {
    let mut key = Key::default();
    fill_random(key.as_mut_slice())?;
    Ok(key)
}

/// A key of exactly 32 bytes.
pub(super) fn to_key(bytes: &[u8]) -> Option<Key> {
    <[u8; 32]>::try_from(bytes).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_its_own_key() {
        let master = MasterKey(Key::new([7; 32]));
        assert_ne!(master.derive("cookies"), master.derive("held forms"));

        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&[7; 32]).unwrap();
        mac.update(b"cookies");
        assert_eq!(master.derive("cookies")[..], mac.finalize().into_bytes()[..]);
    }

    #[test]
    fn those_who_start_together_share_one_key() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("master.key");
        let open = || {
            MasterKey::make(&path).unwrap();
            MasterKey::read(&path).unwrap().derive("x")
        };
        let keys = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
            threads.into_iter().map(|t| t.join().unwrap()).collect::<Vec<_>>()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_line_that_is_no_key_is_refused_in_words() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("master.key");
        assert!(matches!(MasterKey::read(&path), Err(FilesError::Keys(_))));
        for line in ["", "c2hvcnQ=\n", "not base64", &STANDARD.encode([0; 33])] {
            fs::write(&path, line).unwrap();
            assert!(matches!(MasterKey::read(&path), Err(FilesError::Keys(_))), "{line}");
        }
    }
}

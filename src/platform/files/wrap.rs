use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::blob::fill_random;
use super::error::FilesError;
use super::folder;
use super::master::{Key, MasterKey, random_key, to_key};

/// Never changes: with another purpose no key that was ever wrapped can be unwrapped.
const FILE_KEYS: &str = "traject file keys v1";
/// The first byte of a wrapped key, so that the way of wrapping can change.
const VERSION: u8 = 1;
const NONCE: usize = 24;
/// What stands for a file's name around the key that survives rotations.
const LASTING: &[u8] = b"traject lasting key v1";

/// Where the master key lies.
pub(super) fn master_in(keys: &Path) -> PathBuf {
    keys.join("master.key")
}

/// Where the master key lies that a rotation is replacing.
pub(super) fn previous_in(keys: &Path) -> PathBuf {
    keys.join("previous.key")
}

/// Where the key lies that survives rotations, wrapped.
pub(super) fn lasting_in(keys: &Path) -> PathBuf {
    keys.join("lasting.key")
}

/// The master key and, while a rotation is under way or was cut short, the one before it.
pub(super) struct Masters {
    pub(super) current: MasterKey,
    pub(super) previous: Option<MasterKey>,
}

impl Masters {
    /// Reads them from the folder `keys`.
    pub(super) fn read(keys: &Path) -> Result<Self, FilesError> {
        let path = previous_in(keys);
        let previous = if path.try_exists()? { MasterKey::read(&path).map(Some) } else { Ok(None) };
        // A rotation may have ended between the two lines above; then nothing is wrapped under it any more.
        let previous = previous.or_else(|error| if path.exists() { Err(error) } else { Ok(None) })?;
        Ok(Self { current: MasterKey::read(&master_in(keys))?, previous })
    }

    /// The key in `wrapped`, which is bound to `name`.
    pub(super) fn open(&self, name: &[u8], wrapped: &[u8]) -> Option<Key> {
        unwrap(&self.current, name, wrapped)
            .or_else(|| self.previous.as_ref().and_then(|previous| unwrap(previous, name, wrapped)))
    }

    /// The key that survives rotations; made when there is none yet.
    pub(super) fn lasting(&self, keys: &Path) -> Result<Key, FilesError> {
        let path = lasting_in(keys);
        if !path.try_exists()? {
            let sealed = wrap(&self.current, LASTING, &random_key()?)?;
            let draft = path.with_extension(format!("key#{}", super::BlobId::random()?));
            match folder::publish(&draft, &path, &sealed) {
                // Another process that started at the same moment was first; its key is the one.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                made => made?,
            }
        }
        self.open(LASTING, &fs::read(&path)?).ok_or_else(|| {
            FilesError::Keys(format!(
                "the key {} does not open: the master key beside it is another one than it was wrapped under",
                path.display()
            ))
        })
    }
}

/// Whether `master` is the one that the lasting key in `keys` was wrapped under; `None` without such a key.
pub(super) fn fits(keys: &Path, master: &MasterKey) -> Result<Option<bool>, FilesError> {
    match fs::read(lasting_in(keys)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        wrapped => Ok(Some(unwrap(master, LASTING, &wrapped?).is_some())),
    }
}

/// The lasting key in `wrapped`, wrapped anew under `to`.
pub(super) fn rewrap_lasting(masters: &Masters, wrapped: &[u8]) -> Option<Result<Vec<u8>, FilesError>> {
    masters.open(LASTING, wrapped).map(|key| wrap(&masters.current, LASTING, &key))
}

/// `key`, unreadable without `master` and bound to `name`.
pub(super) fn wrap(master: &MasterKey, name: &[u8], key: &Key) -> Result<Vec<u8>, FilesError> {
    let mut nonce = [0; NONCE];
    fill_random(&mut nonce)?;
    let payload = Payload { msg: key.as_slice(), aad: name };
    let sealed = cipher(master)
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| FilesError::Keys("a key cannot be wrapped".into()))?;
    Ok([&[VERSION], nonce.as_slice(), &sealed].concat())
}

/// What [`wrap`] wrapped under `master`.
pub(super) fn unwrap(master: &MasterKey, name: &[u8], wrapped: &[u8]) -> Option<Key> {
    let sealed = wrapped.strip_prefix(&[VERSION])?;
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let opened = cipher(master).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: name });
    to_key(&Zeroizing::new(opened.ok()?))
}

fn cipher(master: &MasterKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&*master.derive(FILE_KEYS)).into())
}

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use super::blob::BlobId;
use super::error::FilesError;
use super::folder;
use super::lock::FolderLock;
use super::master::{Key, MasterKey, derive};
use super::rotate::draft_in;
use super::wrap::{Masters, master_in, wrap};

/// The keys of the files, each wrapped by a key that is derived from the master key.
///
/// On disk: `<keys>/master.key`, and `<keys>/files/<2 digits>/<blob id>` holding a version byte, a
/// nonce of 24 bytes and the sealed key of 48 bytes. The blob id is authenticated, so a wrapped key
/// that is moved to another name does not open. While the master key is being replaced, the one
/// before it lies in `previous.key`, and keys are wrapped under either.
pub(super) struct KeyStore {
    home: PathBuf,
    folder: PathBuf,
    /// The master keys as they were last read; another process may rotate them.
    masters: RwLock<Masters>,
    /// The master key at the start: what is derived from it stays the same as long as the process runs.
    derived_from: MasterKey,
    lasting: Key,
}

impl KeyStore {
    /// Opens the folder `keys`. The master key is made only when `fresh` says that there are no
    /// files yet, and there are no wrapped keys either.
    pub(super) fn open(keys: &Path, fresh: bool) -> Result<Self, FilesError> {
        let folder = keys.join("files");
        folder::make(keys)?;
        folder::make(&folder)?;

        let path = master_in(keys);
        if !path.try_exists()? {
            if !fresh || folder::holds_any(&folder)? {
                return Err(FilesError::Keys(format!(
                    "the master key {} is missing, while there are files that only it can open; \
                     put it back, or check that the folder of the keys is mounted",
                    path.display()
                )));
            }
            MasterKey::make(&path)?;
        }
        let _lock = FolderLock::shared(keys)?;
        let masters = Masters::read(keys)?;
        if masters.previous.is_some() {
            tracing::warn!("a rotation of the master key is under way, or was cut short: traject keys rotate ends it");
        }
        Ok(Self {
            home: keys.to_owned(),
            folder,
            derived_from: masters.current.clone(),
            lasting: masters.lasting(keys)?,
            masters: RwLock::new(masters),
        })
    }

    /// A key bound to one purpose, see [`MasterKey::derive`].
    pub(super) fn derive(&self, purpose: &str) -> Key {
        self.derived_from.derive(purpose)
    }

    /// A key bound to one purpose that stays the same when the master key is replaced.
    pub(super) fn lasting(&self, purpose: &str) -> Key {
        derive(&self.lasting, purpose)
    }

    /// The folder the keys lie in.
    pub(super) fn home(&self) -> &Path {
        &self.home
    }

    /// Keeps the key of a file; durable when this returns.
    pub(super) fn keep(&self, blob: &BlobId, key: &Key) -> Result<(), FilesError> {
        let _lock = FolderLock::shared(&self.home)?;
        // Read anew under the lock: another process may have replaced it since we last looked.
        let masters = Masters::read(&self.home)?;
        let wrapped = wrap(&masters.current, blob.as_str().as_bytes(), key)?;
        let path = blob.path_in(&self.folder);
        path.parent().map_or(Ok(()), folder::make)?;
        folder::publish(&blob.unfinished_in(&self.folder), &path, &wrapped)?;
        Ok(())
    }

    /// The key of a file. Without it: [`FilesError::Missing`].
    pub(super) fn find(&self, blob: &BlobId) -> Result<Key, FilesError> {
        if let Some(key) = self.opened(blob)? {
            return Ok(key);
        }
        // Wrapped under a master key that we have not seen yet, perhaps.
        let _lock = FolderLock::shared(&self.home)?;
        let masters = Masters::read(&self.home)?;
        *self.masters.write().unwrap_or_else(PoisonError::into_inner) = masters;
        self.opened(blob)?.ok_or_else(|| {
            FilesError::Keys(format!(
                "the key of file {blob} does not open: it is damaged, belongs to another file, \
                 or was wrapped under another master key"
            ))
        })
    }

    fn opened(&self, blob: &BlobId) -> Result<Option<Key>, FilesError> {
        let wrapped = match fs::read(blob.path_in(&self.folder)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(FilesError::Missing),
            wrapped => wrapped?,
        };
        let masters = self.masters.read().unwrap_or_else(PoisonError::into_inner);
        Ok(masters.open(blob.as_str().as_bytes(), &wrapped))
    }

    /// Destroys the key of a file for good; one that is gone already is well.
    ///
    /// It is not overwritten first: file systems and disks write elsewhere than where they read.
    pub(super) fn destroy(&self, blob: &BlobId) -> Result<(), FilesError> {
        let _lock = FolderLock::shared(&self.home)?;
        // Left by a rotation that was killed; it may hold this very key.
        folder::remove(&draft_in(&self.home))?;
        let (path, draft) = (blob.path_in(&self.folder), blob.unfinished_in(&self.folder));
        Ok(folder::remove_for_good([&path, &draft])?)
    }

    /// Whose keys lie in one of the 256 folders.
    pub(super) fn list(&self, shard: u8) -> Result<Vec<folder::Found>, FilesError> {
        Ok(folder::list(&self.folder, shard)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::master::random_key;
    use super::*;

    fn kept(keys: &Path) -> (KeyStore, BlobId, Key) {
        let store = KeyStore::open(keys, true).unwrap();
        let (blob, key) = (BlobId::random().unwrap(), random_key().unwrap());
        store.keep(&blob, &key).unwrap();
        (store, blob, key)
    }

    #[test]
    fn keys_come_back_after_a_restart_and_not_after_destruction() {
        let temp = tempfile::tempdir().unwrap();
        let (_, blob, key) = kept(temp.path());
        let store = KeyStore::open(temp.path(), false).unwrap();
        assert_eq!(store.find(&blob).unwrap(), key);

        store.destroy(&blob).unwrap();
        store.destroy(&blob).unwrap();
        assert!(matches!(store.find(&blob), Err(FilesError::Missing)));
        assert!(!folder::holds_any(&temp.path().join("files")).unwrap());
    }

    #[test]
    fn a_key_under_another_name_or_changed_in_any_byte_is_refused() {
        let temp = tempfile::tempdir().unwrap();
        let (store, blob, _) = kept(temp.path());
        let path = blob.path_in(&store.folder);
        let wrapped = fs::read(&path).unwrap();
        assert_eq!(wrapped.len(), 73);

        let other = BlobId::random().unwrap();
        fs::create_dir_all(other.path_in(&store.folder).parent().unwrap()).unwrap();
        fs::copy(&path, other.path_in(&store.folder)).unwrap();
        assert!(matches!(store.find(&other), Err(FilesError::Keys(_))));

        for at in 0..wrapped.len() {
            let mut changed = wrapped.clone();
            changed[at] ^= 1;
            fs::write(&path, changed).unwrap();
            assert!(matches!(store.find(&blob), Err(FilesError::Keys(_))), "{at}");
        }
    }

    #[test]
    fn a_lost_master_key_is_never_replaced_in_silence() {
        let temp = tempfile::tempdir().unwrap();
        assert!(matches!(KeyStore::open(temp.path(), false), Err(FilesError::Keys(_))));
        let _ = kept(temp.path());
        fs::remove_file(temp.path().join("master.key")).unwrap();
        let Err(FilesError::Keys(words)) = KeyStore::open(temp.path(), true) else {
            panic!("opened without its master key");
        };
        assert!(words.contains("master.key is missing"), "{words}");
    }
}

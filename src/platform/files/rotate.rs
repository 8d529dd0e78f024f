//! Replacing the master key, in steps that can each be the last one before the power goes.
//!
//! First the new key takes the place of the old one, which stays beside it; only then is every key of a file
//! wrapped anew, one at a time. A server that runs meanwhile reads the master key anew for each file it keeps,
//! under the lock that the exchange needs alone: so what is wrapped under the old key was there before the
//! exchange, and the walk that follows finds it. The old key goes last. What lies on disk says how far we
//! were, so a rotation that was cut short goes on where it stopped.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::blob::BlobId;
use super::error::FilesError;
use super::folder;
use super::lock::FolderLock;
use super::master::MasterKey;
use super::wrap::{Masters, lasting_in, master_in, previous_in, rewrap_lasting, unwrap, wrap};

/// What a rotation did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rotated {
    /// Keys of files that were wrapped anew.
    pub files: usize,
    /// Keys of files that no master key opens; they are left as they were.
    pub unreadable: usize,
    /// Whether this ended a rotation that was cut short, instead of beginning one.
    pub resumed: bool,
}

/// Where a key lies while it takes the place of another.
pub(super) fn draft_in(keys: &Path) -> PathBuf {
    keys.join("rotation.draft")
}

fn next_in(keys: &Path) -> PathBuf {
    keys.join("next.key")
}

/// A rotation at work: each call of [`step`](Self::step) does one thing that is durable by itself.
pub(super) struct Rotation {
    keys: PathBuf,
    stage: Stage,
    done: Rotated,
    _only: FolderLock,
}

enum Stage {
    /// A new master key is made, beside the one in use.
    Make,
    /// The one in use is kept as the one before.
    Keep,
    /// The new one comes into use.
    Exchange,
    /// The keys of files are wrapped anew: this folder of the 256, and what is left in it.
    Wrap(u8, Vec<BlobId>, bool),
    /// The key that survives rotations is wrapped anew.
    Lasting,
    /// The one before goes.
    Forget,
    Done,
}

impl Rotation {
    /// Begins a rotation in the folder `keys`, or goes on with the one that was cut short there.
    pub(super) fn begin(keys: &Path) -> Result<Self, FilesError> {
        let only = FolderLock::rotating(keys)?
            .ok_or_else(|| FilesError::Keys("another rotation of the master key is running".into()))?;
        let (next, previous) = (next_in(keys).try_exists()?, previous_in(keys).try_exists()?);
        let stage = match (next, previous) {
            (false, false) => Stage::Make,
            (true, false) => Stage::Keep,
            (true, true) => Stage::Exchange,
            (false, true) => Stage::Wrap(0, Vec::new(), false),
        };
        let done = Rotated { resumed: next || previous, ..Rotated::default() };
        Ok(Self { keys: keys.to_owned(), stage, done, _only: only })
    }

    /// Does everything that is left.
    pub(super) fn finish(mut self) -> Result<Rotated, FilesError> {
        while self.step()? {}
        Ok(self.done)
    }

    /// Does one thing; says whether there is more.
    pub(super) fn step(&mut self) -> Result<bool, FilesError> {
        let _alone = FolderLock::alone(&self.keys)?;
        let keys = &self.keys;
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Make => {
                MasterKey::make(&next_in(keys))?;
                Stage::Keep
            }
            Stage::Keep => {
                fs::hard_link(master_in(keys), previous_in(keys))?;
                folder::sync(keys)?;
                Stage::Exchange
            }
            Stage::Exchange => {
                fs::rename(next_in(keys), master_in(keys))?;
                folder::sync(keys)?;
                Stage::Wrap(0, Vec::new(), false)
            }
            Stage::Wrap(shard, left, listed) => self.wrap(shard, left, listed)?,
            Stage::Lasting => {
                let masters = Masters::read(keys)?;
                let wrapped = fs::read(lasting_in(keys))?;
                if let Some(anew) = rewrap_lasting(&masters, &wrapped) {
                    replace(keys, &lasting_in(keys), &anew?)?;
                    folder::sync(keys)?;
                }
                Stage::Forget
            }
            Stage::Forget => {
                folder::remove(&draft_in(keys))?;
                folder::remove(&previous_in(keys))?;
                folder::sync(keys)?;
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
        Ok(!matches!(self.stage, Stage::Done))
    }

    fn wrap(&mut self, shard: u8, mut left: Vec<BlobId>, listed: bool) -> Result<Stage, FilesError> {
        let folder = self.keys.join("files");
        if !listed {
            left = folder::list(&folder, shard)?.into_iter().map(|found| found.blob).collect();
        }
        if let Some(blob) = left.pop() {
            self.wrap_one(&blob, &blob.path_in(&folder))?;
            return Ok(Stage::Wrap(shard, left, true));
        }
        let within = folder.join(format!("{shard:02x}"));
        if within.is_dir() {
            folder::sync(&within)?;
        }
        Ok(shard.checked_add(1).map_or(Stage::Lasting, |next| Stage::Wrap(next, Vec::new(), false)))
    }

    fn wrap_one(&mut self, blob: &BlobId, path: &Path) -> Result<(), FilesError> {
        let name = blob.as_str().as_bytes();
        let wrapped = match fs::read(path) {
            // Destroyed since we listed the folder, or never finished.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            wrapped => wrapped?,
        };
        let masters = Masters::read(&self.keys)?;
        if unwrap(&masters.current, name, &wrapped).is_some() {
            return Ok(());
        }
        match masters.open(name, &wrapped) {
            Some(key) => {
                replace(&self.keys, path, &wrap(&masters.current, name, &key)?)?;
                self.done.files += 1;
            }
            None => {
                tracing::warn!(file = %blob, "the key of this file opens under no master key");
                self.done.unreadable += 1;
            }
        }
        Ok(())
    }
}

/// Puts `contents` in the place of the file at `path`: whoever reads it sees the old or the new, whole.
fn replace(keys: &Path, path: &Path, contents: &[u8]) -> io::Result<()> {
    let draft = draft_in(keys);
    folder::remove(&draft)?;
    folder::write_through(&draft, contents)?;
    fs::rename(&draft, path)
}

#[cfg(test)]
mod tests {
    use super::super::keys::KeyStore;
    use super::super::master::{Key, random_key};
    use super::*;

    fn keep(store: &KeyStore) -> (BlobId, Key) {
        let (blob, key) = (BlobId::random().unwrap(), random_key().unwrap());
        store.keep(&blob, &key).unwrap();
        (blob, key)
    }

    fn all_open(store: &KeyStore, kept: &[(BlobId, Key)]) {
        for (blob, key) in kept {
            assert_eq!(store.find(blob).unwrap(), *key);
        }
    }

    fn master(keys: &Path) -> String {
        fs::read_to_string(master_in(keys)).unwrap()
    }

    /// How many steps there are before the walk through the 256 folders, and in the whole.
    fn steps(keys: &Path) -> usize {
        let mut rotation = Rotation::begin(keys).unwrap();
        let mut steps = 1;
        while rotation.step().unwrap() {
            steps += 1;
        }
        steps
    }

    #[test]
    fn cut_short_after_any_step_it_goes_on_and_loses_no_file() {
        let temp = tempfile::tempdir().unwrap();
        let keys = temp.path();
        let store = KeyStore::open(keys, true).unwrap();
        let mut kept: Vec<_> = (0..3).map(|_| keep(&store)).collect();
        let lasting = store.lasting("journal");
        let total = steps(keys);
        assert!(total > 256 + 6, "{total}");
        // Every step around the exchange, every one at the end, and some of those between.
        let cuts = (0..8).chain((8..total).step_by(37)).chain(total - 3..total);
        for cut in cuts {
            let before = master(keys);
            let mut rotation = Rotation::begin(keys).unwrap();
            for _ in 0..cut {
                rotation.step().unwrap();
            }
            drop(rotation);
            // A server that runs all along, and one that starts now.
            kept.push(keep(&store));
            let started = KeyStore::open(keys, false).unwrap();
            kept.push(keep(&started));
            all_open(&store, &kept);
            all_open(&started, &kept);
            assert_eq!(started.lasting("journal"), lasting);

            Rotation::begin(keys).unwrap().finish().unwrap();
            assert_ne!(master(keys), before, "{cut}");
            assert!(!previous_in(keys).exists() && !next_in(keys).exists() && !draft_in(keys).exists());
            all_open(&store, &kept);
            all_open(&KeyStore::open(keys, false).unwrap(), &kept);
        }
    }

    #[test]
    fn what_the_old_master_key_opened_it_opens_no_more() {
        let temp = tempfile::tempdir().unwrap();
        let keys = temp.path();
        let store = KeyStore::open(keys, true).unwrap();
        let (blob, _) = keep(&store);
        let old = MasterKey::read(&master_in(keys)).unwrap();
        let done = Rotation::begin(keys).unwrap().finish().unwrap();
        assert_eq!(done, Rotated { files: 1, unreadable: 0, resumed: false });
        let wrapped = fs::read(blob.path_in(&keys.join("files"))).unwrap();
        assert!(unwrap(&old, blob.as_str().as_bytes(), &wrapped).is_none());
        // What is derived from it has lost its meaning for whoever starts now.
        assert_ne!(KeyStore::open(keys, false).unwrap().derive("cookies"), store.derive("cookies"));
    }

    #[test]
    fn a_key_destroyed_during_a_rotation_does_not_come_back() {
        let temp = tempfile::tempdir().unwrap();
        let keys = temp.path();
        let store = KeyStore::open(keys, true).unwrap();
        let (gone, stays) = (keep(&store), keep(&store));
        let mut rotation = Rotation::begin(keys).unwrap();
        for _ in 0..4 {
            rotation.step().unwrap();
        }
        fs::write(draft_in(keys), b"left by one that was killed").unwrap();
        store.destroy(&gone.0).unwrap();
        assert!(!draft_in(keys).exists());
        rotation.finish().unwrap();
        assert!(matches!(store.find(&gone.0), Err(FilesError::Missing)));
        all_open(&store, &[stays]);
    }

    #[test]
    fn there_is_one_rotation_at_a_time() {
        let temp = tempfile::tempdir().unwrap();
        let _store = KeyStore::open(temp.path(), true).unwrap();
        let _first = Rotation::begin(temp.path()).unwrap();
        assert!(matches!(Rotation::begin(temp.path()), Err(FilesError::Keys(_))));
    }
}

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::error::FilesError;

/// The lock of the folder of keys, in a file so that all processes that share the folder heed it.
///
/// Whoever keeps or destroys the key of a file shares it; a step of a rotation has it alone. So no
/// key is wrapped under a master key that is on its way out, and none that was destroyed comes back.
/// It is let go when it is dropped, also when the process is killed.
pub struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Waits until nobody has the lock alone.
    pub(super) fn shared(keys: &Path) -> Result<Self, FilesError> {
        let file = open(&keys.join("lock"))?;
        file.lock_shared()?;
        Ok(Self { _file: file })
    }

    /// Waits until nobody has the lock at all.
    pub(super) fn alone(keys: &Path) -> Result<Self, FilesError> {
        let file = open(&keys.join("lock"))?;
        file.lock()?;
        Ok(Self { _file: file })
    }

    /// The only rotation at this moment; `None` when there is another.
    pub(super) fn rotating(keys: &Path) -> Result<Option<Self>, FilesError> {
        let file = open(&keys.join("rotation.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)
}

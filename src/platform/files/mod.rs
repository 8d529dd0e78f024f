//! Files that people hand in, each encrypted under a key of its own, so that destroying 32 bytes
//! destroys the file in every copy of the disk. What a file is, is read from its bytes and not
//! believed from its name.

mod archive;
mod blob;
mod error;
mod escrow;
mod film;
mod folder;
mod keys;
mod kind;
mod lock;
mod master;
mod name;
mod reader;
mod rotate;
mod sniff;
mod stream;
mod text;
mod wrap;
mod writer;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::Stream;
use object_store::local::LocalFileSystem;

pub use blob::BlobId;
pub use error::FilesError;
pub use escrow::{SHARES, Share, ShareReader, join};
pub use folder::Found;
pub use kind::Kind;
pub use lock::FolderLock;
pub use master::Key;
pub use name::safe_name;
pub use rotate::Rotated;
pub use sniff::{Sniffer, WrongKind};
pub use writer::{BlobWriter, Stored};

use keys::KeyStore;
use reader::Reader;
use rotate::Rotation;

/// Writes a new file at `path`, which appears whole or not at all, durably. One that is there already stays.
///
/// # Errors
/// [`FilesError::Full`] or [`FilesError::Io`].
pub fn publish_beside(path: &Path, contents: &[u8]) -> Result<(), FilesError> {
    let draft = path.with_extension(format!("draft#{}", BlobId::random()?));
    match folder::publish(&draft, path, contents) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => Ok(made?),
    }
}

/// All stored files: their encrypted bytes in one folder, their wrapped keys in another.
#[derive(Clone)]
pub struct Files(Arc<Inner>);

struct Inner {
    store: LocalFileSystem,
    blobs: PathBuf,
    keys: KeyStore,
}

/// What lies on disk under one shard, to be compared with the table of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Encrypted bytes, finished or not, by name.
    pub bytes: Vec<Found>,
    /// Wrapped keys, by name.
    pub keys: Vec<Found>,
}

impl Files {
    /// Opens the two folders and makes what is missing of them. A master key is made only when
    /// there is no file and no key yet.
    ///
    /// # Errors
    /// [`FilesError::Keys`] when the master key is missing or unreadable while there is something
    /// to open; [`FilesError::Io`] when a folder cannot be used.
    pub fn open(blobs: &Path, keys: &Path) -> Result<Self, FilesError> {
        folder::make(blobs)?;
        let keys = KeyStore::open(keys, !folder::holds_any(blobs)?)?;
        Ok(Self(Arc::new(Inner {
            store: LocalFileSystem::new_with_prefix(blobs)?.with_fsync(true),
            blobs: blobs.to_owned(),
            keys,
        })))
    }

    /// A 256-bit key bound to `purpose`, for another use than files; the same purpose gives the
    /// same key in every process that started with the same master key. After a rotation it is
    /// another one, so what was made with it must be free to lose its meaning.
    pub fn derive(&self, purpose: &str) -> Key {
        self.0.keys.derive(purpose)
    }

    /// A 256-bit key bound to `purpose` that stays the same when the master key is replaced, for what
    /// is kept longer than that: the register, the journal, forms that wait for their owner.
    pub fn lasting(&self, purpose: &str) -> Key {
        self.0.keys.lasting(purpose)
    }

    /// The folder in which keys and journal lie.
    pub fn keys(&self) -> &Path {
        self.0.keys.home()
    }

    /// Keeps a rotation waiting while the keys are copied, until it is dropped.
    ///
    /// # Errors
    /// [`FilesError::Io`].
    pub fn hold_keys(&self) -> Result<FolderLock, FilesError> {
        FolderLock::shared(self.0.keys.home())
    }

    /// Replaces the master key, or ends a replacement that was cut short. Blocks.
    ///
    /// # Errors
    /// [`FilesError::Keys`] when another process is at it; [`FilesError::Io`], after which it can be
    /// called again.
    pub fn rotate(&self) -> Result<Rotated, FilesError> {
        Rotation::begin(self.0.keys.home())?.finish()
    }

    /// The master key as two shares, of which each alone says nothing. Blocks.
    ///
    /// # Errors
    /// [`FilesError::Keys`] while a rotation is under way: the shares would be of either key.
    pub fn escrow(&self) -> Result<[Share; 2], FilesError> {
        escrow::split(self.0.keys.home())
    }

    /// Whether the key of a file is there. Blocks.
    ///
    /// # Errors
    /// [`FilesError::Keys`] when it is there and does not open.
    pub fn has_key(&self, blob: &BlobId) -> Result<bool, FilesError> {
        match self.0.keys.find(blob) {
            Ok(_) => Ok(true),
            Err(FilesError::Missing) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Begins a new file.
    ///
    /// # Errors
    /// [`FilesError::Full`] or [`FilesError::Io`].
    pub async fn writer(&self) -> Result<BlobWriter, FilesError> {
        BlobWriter::begin(self.clone()).await
    }

    /// The plain bytes of a file, decrypted piece by piece of at most 64 KiB.
    ///
    /// # Errors
    /// [`FilesError::Missing`] when it or its key is gone, [`FilesError::Damaged`], also from
    /// within the stream: what came before is genuine, but is not the whole file.
    pub async fn read(
        &self,
        blob: &BlobId,
    ) -> Result<impl Stream<Item = Result<Bytes, FilesError>> + Send + use<>, FilesError> {
        self.reader(blob, None).await
    }

    /// The plain bytes `range` of a file, reading only the chunks that hold them. The end must not
    /// lie past the size that [`BlobWriter::finish`] gave.
    ///
    /// # Errors
    /// As [`read`](Self::read); a file that ends before `range` does is [`FilesError::Damaged`].
    pub async fn read_range(
        &self,
        blob: &BlobId,
        range: Range<u64>,
    ) -> Result<impl Stream<Item = Result<Bytes, FilesError>> + Send + use<>, FilesError> {
        self.reader(blob, Some(range)).await
    }

    /// Destroys a file: first its key, then its bytes, both beyond the reach of a power cut.
    /// A file that is gone already, wholly or half, is well.
    ///
    /// # Errors
    /// [`FilesError::Io`]; then it can simply be tried again.
    pub async fn destroy(&self, blob: &BlobId) -> Result<(), FilesError> {
        let blob = blob.clone();
        self.blocking(move |inner| {
            let key = inner.keys.destroy(&blob);
            // Not through object_store, which would not wait for the disk to forget the name. And also when the disk
            // would not vouch for the key being gone: of what can go, nothing stays.
            let (path, draft) = (blob.path_in(&inner.blobs), blob.unfinished_in(&inner.blobs));
            let bytes = folder::remove_for_good([&path, &draft]);
            key?;
            Ok(bytes?)
        })
        .await
    }

    /// What lies on disk in one of the 256 shards, so that a sweep never holds all names at once.
    /// Bytes without a key, keys without bytes and unfinished files are there too.
    ///
    /// # Errors
    /// [`FilesError::Io`].
    pub async fn list(&self, shard: u8) -> Result<Listing, FilesError> {
        self.blocking(move |inner| {
            Ok(Listing { bytes: folder::list(&inner.blobs, shard)?, keys: inner.keys.list(shard)? })
        })
        .await
    }

    async fn reader(
        &self,
        blob: &BlobId,
        range: Option<Range<u64>>,
    ) -> Result<impl Stream<Item = Result<Bytes, FilesError>> + Send + use<>, FilesError> {
        let wanted = blob.clone();
        let key = self.blocking(move |inner| inner.keys.find(&wanted)).await?;
        let reader = Reader::open(&self.0.store, blob, &key, range).await?;
        Ok(reader.into_stream())
    }

    /// Runs `work`, which waits for the disk, where it holds nobody up.
    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T, FilesError> + Send + 'static,
    ) -> Result<T, FilesError> {
        let inner = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || work(&inner)).await?
    }
}

#[cfg(test)]
mod tests;

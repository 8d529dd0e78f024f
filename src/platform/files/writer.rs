use std::io;
use std::mem;
use std::sync::Arc;

use bytes::Bytes;
use object_store::{MultipartUpload, ObjectStoreExt, PutPayload};

use super::Files;
use super::blob::BlobId;
use super::error::FilesError;
use super::master::{Key, random_key};
use super::stream::{CHUNK, Cipher, TAG};

/// A file that has been written and is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The name under which it can be read.
    pub blob: BlobId,
    /// Its length before encryption, in bytes.
    pub size: u64,
}

/// Chunks that are sealed and sent to the disk in one go: a file of 100 MB then changes threads two hundred
/// times instead of some thousands.
const BATCH: usize = 16;

/// Writes one file, of which at most two batches of 16 chunks of 64 KiB are in memory.
///
/// Its key exists in memory only until [`finish`](Self::finish): whatever a dropped writer or a
/// killed process leaves on disk can never be read, and the listing of its shard shows it.
pub struct BlobWriter {
    files: Files,
    blob: BlobId,
    key: Key,
    cipher: Arc<Cipher>,
    /// Gone after a failure, so that a file with a hole in it can never be finished.
    upload: Option<Box<dyn MultipartUpload>>,
    /// Whole chunks that are still to be sealed.
    full: Vec<Vec<u8>>,
    chunk: Vec<u8>,
    next: u32,
    size: u64,
}

impl BlobWriter {
    pub(super) async fn begin(files: Files) -> Result<Self, FilesError> {
        let (blob, key) = (BlobId::random()?, random_key()?);
        let cipher = Arc::new(Cipher::create(&key)?);
        let mut upload = files.0.store.put_multipart(&blob.location()).await?;
        upload.put_part(cipher.header().to_vec().into()).await?;
        Ok(Self {
            files,
            blob,
            key,
            cipher,
            upload: Some(upload),
            full: Vec::new(),
            chunk: Vec::new(),
            next: 0,
            size: 0,
        })
    }

    /// Adds `data`, of any length.
    ///
    /// # Errors
    /// [`FilesError::Full`] or [`FilesError::Io`]; after that, or after a call that was not awaited
    /// to its end, every further call fails and nothing is published.
    pub async fn write(&mut self, data: Bytes) -> Result<(), FilesError> {
        self.size += data.len() as u64;

        let mut rest = data;
        while !rest.is_empty() {
            // A full chunk waits until more comes: only then is it known not to be the last.
            if self.chunk.len() >= CHUNK {
                let chunk = mem::replace(&mut self.chunk, empty_chunk());
                self.full.push(chunk);
                if self.full.len() >= BATCH {
                    self.put(false).await?;
                }
            }
            if self.chunk.capacity() == 0 {
                self.chunk = empty_chunk();
            }
            let room = CHUNK.saturating_sub(self.chunk.len());
            let part = rest.split_to(room.min(rest.len()));
            self.chunk.extend_from_slice(&part);
        }
        Ok(())
    }

    /// Publishes the file. When this returns, its bytes and its key survive a power cut.
    ///
    /// # Errors
    /// [`FilesError::Full`] or [`FilesError::Io`]; then nothing is published.
    pub async fn finish(mut self) -> Result<Stored, FilesError> {
        if let Err(error) = self.publish().await {
            // Best effort, the disk may be full; a sweep finds what is left.
            let _ = self.files.destroy(&self.blob).await;
            return Err(error);
        }
        Ok(Stored { blob: self.blob, size: self.size })
    }

    /// Gives the file up and removes what was written of it.
    ///
    /// # Errors
    /// [`FilesError::Io`] when it could not be removed; it is unreadable all the same.
    pub async fn abort(mut self) -> Result<(), FilesError> {
        match self.upload.take() {
            Some(mut upload) => Ok(upload.abort().await?),
            None => Ok(()),
        }
    }

    async fn publish(&mut self) -> Result<(), FilesError> {
        let last = mem::take(&mut self.chunk);
        self.full.push(last);
        self.put(true).await?;
        let mut upload = self.upload.take().ok_or_else(broken)?;
        upload.complete().await?;

        // The key comes last: whenever we are cut off before, the bytes are already unreadable.
        let (blob, key) = (self.blob.clone(), self.key.clone());
        let keep = move |inner: &super::Inner| inner.keys.keep(&blob, &key);
        self.files.blocking(keep).await
    }

    /// Seals the full chunks off the server's own threads, and writes them. With `end`, the last of them is
    /// the last of the file.
    async fn put(&mut self, end: bool) -> Result<(), FilesError> {
        // Taken out while we wait: a caller that stops waiting leaves a writer that is broken.
        let mut upload = self.upload.take().ok_or_else(broken)?;
        let (mut chunks, cipher, first) = (mem::take(&mut self.full), self.cipher.clone(), self.next);
        let count = u32::try_from(chunks.len()).map_err(|_| broken())?;
        self.next = first.checked_add(count).ok_or_else(broken)?;
        let sealing = move || {
            for (at, chunk) in (first..).zip(&mut chunks) {
                cipher.seal(at, end && at == first + count - 1, chunk)?;
            }
            Ok::<_, FilesError>(chunks.into_iter().map(Bytes::from).collect::<PutPayload>())
        };
        let sealed = tokio::task::spawn_blocking(sealing).await??;
        upload.put_part(sealed).await?;
        self.upload = Some(upload);
        Ok(())
    }
}

fn empty_chunk() -> Vec<u8> {
    Vec::with_capacity(CHUNK + TAG)
}

fn broken() -> FilesError {
    FilesError::Io(io::Error::other("an earlier part of this file was not written"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Disk, sample};
    use super::*;

    #[actix_web::test]
    async fn an_unfinished_file_is_never_published_and_can_be_swept() {
        let disk = Disk::new();
        let mut aborted = disk.files.writer().await.unwrap();
        aborted.write(Bytes::from(sample(200_000))).await.unwrap();
        aborted.abort().await.unwrap();
        assert!(disk.everything().is_empty());

        let mut killed = disk.files.writer().await.unwrap();
        killed.write(Bytes::from(sample(200_000))).await.unwrap();
        std::mem::forget(killed);
        let stored = disk.write(b"finished", 8).await.blob;

        let mut bytes = Vec::new();
        let mut keys = Vec::new();
        for shard in 0..=255 {
            let listing = disk.files.list(shard).await.unwrap();
            bytes.extend(listing.bytes.into_iter().map(|found| found.blob));
            keys.extend(listing.keys.into_iter().map(|found| found.blob));
        }
        assert_eq!(keys, [stored]);
        assert_eq!(bytes.len(), 2);
        for blob in bytes {
            disk.files.destroy(&blob).await.unwrap();
        }
        assert!(disk.everything().is_empty());
    }

    #[actix_web::test]
    async fn a_writer_that_was_not_awaited_to_its_end_cannot_finish() {
        let disk = Disk::new();
        let mut writer = disk.files.writer().await.unwrap();
        let write = writer.write(Bytes::from(sample((BATCH + 2) * CHUNK)));
        assert!(futures_util::FutureExt::now_or_never(write).is_none());
        assert!(matches!(writer.finish().await, Err(FilesError::Io(_))));
    }
}

use std::ops::Range;

use bytes::Bytes;
use futures_util::stream::{self, Stream};
use object_store::ObjectStoreExt;
use object_store::local::LocalFileSystem;
use object_store::path::Path;

use super::blob::BlobId;
use super::error::FilesError;
use super::master::Key;
use super::stream::{CHUNK, Cipher, HEADER, Layout};

/// Reads part of one file, a chunk at a time.
///
/// Each chunk is asked for by itself, so a file that is destroyed while it is read ends there.
pub(super) struct Reader {
    store: LocalFileSystem,
    location: Path,
    cipher: Cipher,
    layout: Layout,
    /// Which bytes of plain text are wanted.
    range: Range<u64>,
    /// Which chunks are still to be read.
    chunks: Range<u32>,
}

impl Reader {
    /// Prepares to read `range`, in bytes of plain text, or all of it.
    pub(super) async fn open(
        store: &LocalFileSystem,
        blob: &BlobId,
        key: &Key,
        range: Option<Range<u64>>,
    ) -> Result<Self, FilesError> {
        let location = blob.location();
        let layout = Layout::of(store.head(&location).await?.size)?;
        let header = store.get_range(&location, 0..HEADER as u64).await?;
        let range = range.unwrap_or(0..layout.plain());
        Ok(Self {
            store: store.clone(),
            location,
            cipher: Cipher::resume(key, &header)?,
            layout,
            chunks: layout.chunks_of(&range)?,
            range,
        })
    }

    /// The plain text, in pieces of at most 64 KiB that are never empty.
    pub(super) fn into_stream(self) -> impl Stream<Item = Result<Bytes, FilesError>> + Send {
        stream::try_unfold(self, |mut reader| async move {
            while let Some(at) = reader.chunks.next() {
                let piece = reader.piece(at).await?;
                // In a chunked answer over HTTP an empty piece would mean the end.
                if !piece.is_empty() {
                    return Ok(Some((piece, reader)));
                }
            }
            Ok(None)
        })
    }

    /// What chunk `at` holds of the wanted bytes.
    async fn piece(&self, at: u32) -> Result<Bytes, FilesError> {
        let stored = self.layout.stored_at(at);
        let sealed = self.store.get_range(&self.location, stored).await?;
        let mut chunk = Vec::from(sealed);
        self.cipher.open(at, self.layout.is_last(at), &mut chunk)?;

        let start = u64::from(at) * CHUNK as u64;
        let within = |place: u64| usize::try_from(place.saturating_sub(start)).unwrap_or(CHUNK);
        let (from, to) = (within(self.range.start), within(self.range.end).min(chunk.len()));
        let chunk = Bytes::from(chunk);
        let wanted = chunk.get(from..to).ok_or(FilesError::Damaged)?;
        Ok(chunk.slice_ref(wanted))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::tests::{Disk, sample};
    use super::*;

    #[actix_web::test]
    async fn a_range_is_that_part_of_the_whole() {
        let disk = Disk::new();
        let bytes = sample(200_000);
        let blob = disk.write(&bytes, 65536).await.blob;
        let places = [0, 1, 65535, 65536, 65537, 131_071, 131_072, 196_608, 199_999, 200_000];
        for start in places {
            for end in places.into_iter().filter(|end| *end >= start) {
                let part = disk.range(&blob, start as u64..end as u64).await.unwrap();
                assert!(part == bytes[start..end], "{start}..{end}");
            }
        }
        let past = disk.range(&blob, 0..200_001).await;
        assert!(matches!(past, Err(FilesError::Damaged)));
    }

    #[actix_web::test]
    async fn a_range_reads_no_chunk_it_does_not_need() {
        let disk = Disk::new();
        let bytes = sample(3 * CHUNK);
        let blob = disk.write(&bytes, CHUNK).await.blob;
        let mut stored = fs::read(disk.bytes_of(&blob)).unwrap();
        stored[HEADER + 10] ^= 1;
        fs::write(disk.bytes_of(&blob), stored).unwrap();
        let chunk = CHUNK as u64;
        assert_eq!(disk.range(&blob, chunk..2 * chunk).await.unwrap(), bytes[CHUNK..2 * CHUNK]);
        assert!(matches!(disk.range(&blob, 0..1).await, Err(FilesError::Damaged)));
    }
}

use std::ops::Range;

use aead_stream::{NewStream, StreamBE32, StreamPrimitive};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};

use super::blob::fill_random;
use super::error::FilesError;
use super::master::Key;

/// Bytes of plain text in each chunk but the last, which holds 1 to `CHUNK`, or 0 in an empty file.
pub(super) const CHUNK: usize = 64 * 1024;
/// Bytes that sealing adds to a chunk: the Poly1305 tag (RFC 8439).
pub(super) const TAG: usize = 16;
/// Bytes before the first chunk: the magic, a version and the nonce.
pub(super) const HEADER: usize = MAGIC.len() + 1 + NONCE;

/// Bytes of a whole chunk on disk.
const SEALED: u64 = (CHUNK + TAG) as u64;
const MAGIC: [u8; 7] = *b"TRAJECT";
const VERSION: u8 = 1;
/// XChaCha20 takes 24 bytes of nonce, of which STREAM needs 4 for the counter and 1 for "last".
const NONCE: usize = 19;

/// Seals and opens the chunks of one file: XChaCha20-Poly1305 in the STREAM construction
/// (Hoang, Reyhanitabar, Rogaway and Vizár, <https://eprint.iacr.org/2015/189>), BE32.
///
/// Its counter and its mark of the last chunk reveal chunks that were swapped, left out or cut off.
/// Each chunk authenticates the header as well, so one chunk is enough to trust it.
pub(super) struct Cipher {
    stream: StreamBE32<XChaCha20Poly1305>,
    header: [u8; HEADER],
}

impl Cipher {
    /// For a new file, with a random nonce.
    pub(super) fn create(key: &Key) -> Result<Self, FilesError> {
        let mut nonce = [0; NONCE];
        fill_random(&mut nonce)?;
        Ok(Self::new(key, nonce))
    }

    /// For a file that begins with `header`. An unknown header is [`FilesError::Damaged`].
    pub(super) fn resume(key: &Key, header: &[u8]) -> Result<Self, FilesError> {
        let nonce = header
            .strip_prefix(&MAGIC)
            .and_then(|rest| rest.strip_prefix(&[VERSION]))
            .and_then(|nonce| <[u8; NONCE]>::try_from(nonce).ok())
            .ok_or(FilesError::Damaged)?;
        Ok(Self::new(key, nonce))
    }

    fn new(key: &Key, nonce: [u8; NONCE]) -> Self {
        let mut header = [VERSION; HEADER];
        let parts = MAGIC.iter().chain([&VERSION]).chain(&nonce);
        header.iter_mut().zip(parts).for_each(|(to, from)| *to = *from);

        let cipher = XChaCha20Poly1305::new((&**key).into());
        let stream = StreamBE32::from_aead(cipher, &nonce.into());
        Self { stream, header }
    }

    /// What the file begins with.
    pub(super) fn header(&self) -> [u8; HEADER] {
        self.header
    }

    /// Turns plain text into its sealed form, in place, so that no plain copy is left.
    pub(super) fn seal(&self, at: u32, last: bool, chunk: &mut Vec<u8>) -> Result<(), FilesError> {
        self.stream
            .encrypt_in_place(at, last, &self.header, chunk)
            .map_err(|_| FilesError::Io(std::io::Error::other("a chunk cannot be sealed")))
    }

    /// The reverse; a chunk that is not the one that was sealed here is [`FilesError::Damaged`].
    pub(super) fn open(&self, at: u32, last: bool, chunk: &mut Vec<u8>) -> Result<(), FilesError> {
        self.stream.decrypt_in_place(at, last, &self.header, chunk).map_err(|_| FilesError::Damaged)
    }
}

/// Where the chunks of a stored file lie, known from its length alone.
///
/// All in bytes, with `n` chunks: `stored = HEADER + plain + n * TAG`, where
/// `n = max(1, ceil(plain / CHUNK))`. So `n = ceil((stored - HEADER) / (CHUNK + TAG))`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    stored: u64,
    chunks: u32,
}

impl Layout {
    /// The layout of a file of `stored` bytes on disk. A length that no file of ours can have is
    /// [`FilesError::Damaged`].
    pub(super) fn of(stored: u64) -> Result<Self, FilesError> {
        let body = stored.saturating_sub(HEADER as u64);
        let chunks = body.div_ceil(SEALED);
        let last = body - chunks.saturating_sub(1) * SEALED;
        let fits = last > TAG as u64 || (chunks == 1 && last == TAG as u64);
        match u32::try_from(chunks) {
            Ok(chunks) if fits => Ok(Self { stored, chunks }),
            _ => Err(FilesError::Damaged),
        }
    }

    /// How many bytes of plain text the file holds.
    pub(super) fn plain(self) -> u64 {
        let around = HEADER as u64 + u64::from(self.chunks) * TAG as u64;
        self.stored.saturating_sub(around)
    }

    /// Whether chunk `at` is the last.
    pub(super) fn is_last(self, at: u32) -> bool {
        at.saturating_add(1) == self.chunks
    }

    /// Where the sealed chunk `at` lies on disk.
    pub(super) fn stored_at(self, at: u32) -> Range<u64> {
        let start = HEADER as u64 + u64::from(at) * SEALED;
        start..self.stored.min(start + SEALED)
    }

    /// The chunks that hold the plain bytes `range`. Always at least one, so that even reading
    /// nothing looks whether the file is genuine. A file that ends before `range` does is
    /// [`FilesError::Damaged`].
    pub(super) fn chunks_of(self, range: &Range<u64>) -> Result<Range<u32>, FilesError> {
        if range.start > range.end || range.end > self.plain() {
            return Err(FilesError::Damaged);
        }
        let first = (range.start / CHUNK as u64).min(u64::from(self.chunks) - 1);
        let end = range.end.div_ceil(CHUNK as u64).max(first + 1);
        let narrow = |chunk| u32::try_from(chunk).map_err(|_| FilesError::Damaged);
        Ok(narrow(first)?..narrow(end)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cipher() -> Cipher {
        Cipher::create(&Key::default()).unwrap()
    }

    fn sealed(cipher: &Cipher, at: u32, last: bool) -> Vec<u8> {
        let mut chunk = b"a letter".to_vec();
        cipher.seal(at, last, &mut chunk).unwrap();
        chunk
    }

    #[test]
    fn a_chunk_opens_only_where_it_was_sealed() {
        let cipher = cipher();
        let chunk = sealed(&cipher, 3, false);
        let opens = |cipher: &Cipher, at, last| {
            let mut chunk = chunk.clone();
            cipher.open(at, last, &mut chunk).is_ok_and(|()| chunk == b"a letter")
        };
        assert!(opens(&cipher, 3, false));
        assert!(!opens(&cipher, 4, false));
        assert!(!opens(&cipher, 3, true));
        assert!(!opens(&super::tests::cipher(), 3, false));
        let other = Cipher::resume(&Key::new([1; 32]), &cipher.header()).unwrap();
        assert!(!opens(&other, 3, false));
        assert!(opens(&Cipher::resume(&Key::default(), &cipher.header()).unwrap(), 3, false));
    }

    #[test]
    fn unknown_headers_are_refused_and_changed_ones_open_nothing() {
        let header = cipher().header();
        for at in 0..HEADER {
            let mut changed = header;
            changed[at] ^= 1;
            let resumed = Cipher::resume(&Key::default(), &changed);
            assert_eq!(resumed.is_err(), at < HEADER - NONCE, "{at}");
        }
        assert!(Cipher::resume(&Key::default(), &header[1..]).is_err());
    }

    #[test]
    fn lengths_go_there_and_back() {
        let chunk = CHUNK as u64;
        for plain in [0, 1, chunk - 1, chunk, chunk + 1, 48 * chunk, 48 * chunk + 5] {
            let chunks = plain.div_ceil(chunk).max(1);
            let stored = HEADER as u64 + plain + chunks * TAG as u64;
            let layout = Layout::of(stored).unwrap();
            assert_eq!((layout.plain(), u64::from(layout.chunks)), (plain, chunks));
            assert_eq!(layout.stored_at(layout.chunks - 1).end, stored);
        }
    }

    #[test]
    fn impossible_lengths_are_damage() {
        let header = HEADER as u64;
        for stored in [0, 1, header, header + 15, header + SEALED + 1, header + SEALED + 16] {
            assert!(Layout::of(stored).is_err(), "{stored}");
        }
        assert!(Layout::of(u64::MAX).is_err());
    }

    #[test]
    fn ranges_touch_only_the_chunks_they_need() {
        let chunk = CHUNK as u64;
        let layout = Layout::of(HEADER as u64 + 3 * SEALED).unwrap();
        for (range, chunks) in [
            (0..0, 0..1),
            (0..1, 0..1),
            (0..chunk, 0..1),
            (0..chunk + 1, 0..2),
            (chunk - 1..chunk, 0..1),
            (chunk..chunk + 1, 1..2),
            (5..3 * chunk, 0..3),
            (3 * chunk..3 * chunk, 2..3),
        ] {
            assert_eq!(layout.chunks_of(&range).unwrap(), chunks, "{range:?}");
        }
        assert!(layout.chunks_of(&(0..3 * chunk + 1)).is_err());
    }
}

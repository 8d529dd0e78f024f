use std::fmt;
use std::path::{Path, PathBuf};

use rand::TryRng;
use rand::rngs::SysRng;

use super::error::FilesError;

/// The name of a stored file: 128 random bits as 32 lower-case hexadecimal digits.
///
/// It becomes a path, so a value of this type never holds any other character.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobId(String);

impl BlobId {
    /// A new name from the random source of the system.
    ///
    /// # Errors
    /// [`FilesError::Io`] when that source gives nothing.
    pub fn random() -> Result<Self, FilesError> {
        let mut bytes = [0; 16];
        fill_random(&mut bytes)?;
        Ok(Self(format!("{:032x}", u128::from_be_bytes(bytes))))
    }

    /// Reads a name back, from the database or from a folder; anything but 32 digits is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        (text.len() == 32 && digits).then(|| Self(text.to_owned()))
    }

    /// The 32 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which of the 256 folders it lies in: its first two digits.
    fn shard(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    pub(super) fn location(&self) -> object_store::path::Path {
        object_store::path::Path::from_iter([self.shard(), self.as_str()])
    }

    pub(super) fn path_in(&self, folder: &Path) -> PathBuf {
        folder.join(self.shard()).join(self.as_str())
    }

    /// Where the file is while it is being written; object_store numbers such files from 1, and a
    /// random name is written once.
    pub(super) fn unfinished_in(&self, folder: &Path) -> PathBuf {
        folder.join(self.shard()).join(format!("{}#1", self.0))
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Fills `bytes` from the system itself, so that no copy of a generator's state is kept anywhere.
pub(super) fn fill_random(bytes: &mut [u8]) -> Result<(), FilesError> {
    SysRng.try_fill_bytes(bytes).map_err(|error| FilesError::Io(std::io::Error::other(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_names_differ_and_read_back() {
        let one = BlobId::random().unwrap();
        assert_ne!(one, BlobId::random().unwrap());
        assert_eq!(BlobId::parse(one.as_str()), Some(one));
    }

    #[test]
    fn nothing_but_digits_is_a_name() {
        for text in [
            "",
            "../../../../../../../../etc/pass",
            "0123456789ABCDEF0123456789ABCDEF",
            "0123456789abcdef0123456789abcde",
            "0123456789abcdef0123456789abcdef0",
            "0123456789abcdef0123456789abcdef\n",
            "0123456789abcdef/0123456789abcde",
            "0123456789abcdef0123456789abcd\u{e9}",
        ] {
            assert_eq!(BlobId::parse(text), None, "{text:?}");
        }
    }
}

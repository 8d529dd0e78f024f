//! The head of the register, copied outside the database: a file in the folder of the keys with a line for each
//! copy, each sealed over itself and over the seal of the line before it.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::platform::db::Moment;
use crate::platform::db::chain::{Chain, Head, START};

/// Its name.
pub const NAME: &str = "register.heads";
/// An ordinary copy.
pub const HEAD: &str = "head";
/// The first copy after the database was put back to an earlier state.
pub const RESTORED: &str = "restored";

/// One copy of the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// How many lines there were.
    pub lines: i64,
    /// The MAC of the last of them.
    pub mac: Vec<u8>,
    seal: Vec<u8>,
}

/// What the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// There is no copy.
    Missing,
    /// Somebody changed the file, or the key is another.
    Damaged,
    /// The newest copy.
    Newest(Kept),
}

impl Outside {
    /// The newest copy, if there is a good one.
    pub fn newest(&self) -> Option<&Kept> {
        match self {
            Self::Newest(kept) => Some(kept),
            Self::Missing | Self::Damaged => None,
        }
    }
}

/// Reads the file in the folder `keys`.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read(keys: &Path, chain: &Chain) -> io::Result<Outside> {
    match std::fs::read_to_string(keys.join(NAME)) {
        Ok(text) => Ok(parsed(&text, chain).0),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Outside::Missing),
        Err(error) if error.kind() == ErrorKind::InvalidData => Ok(Outside::Damaged),
        Err(error) => Err(error),
    }
}

/// Adds a copy of `head`, unless the newest says the same; durable when this returns. A damaged file is left alone.
///
/// # Errors
/// When it cannot be written.
pub fn append(keys: &Path, chain: &Chain, at: Moment, kind: &str, head: &Head) -> io::Result<()> {
    let path = keys.join(NAME);
    let made = !path.try_exists()?;
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(&path)?;
    // Several processes may share the folder.
    file.lock()?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let (outside, whole) = parsed(&text, chain);
    let previous = match &outside {
        Outside::Damaged => return Ok(()),
        Outside::Missing => START.to_vec(),
        Outside::Newest(kept) if kind == HEAD && kept.lines == head.lines && kept.mac == head.mac => return Ok(()),
        Outside::Newest(kept) => kept.seal.clone(),
    };
    let at = at.rfc3339();
    let seal = sealed(chain, &previous, &at, kind, head.lines, &head.mac);
    let line =
        format!("{at} {kind} {} {} {}\n", head.lines, URL_SAFE_NO_PAD.encode(&head.mac), URL_SAFE_NO_PAD.encode(seal));
    // A line that a power cut left unfinished goes.
    file.set_len(whole)?;
    file.seek(SeekFrom::Start(whole))?;
    file.write_all(line.as_bytes())?;
    file.sync_all()?;
    if made { File::open(keys)?.sync_all() } else { Ok(()) }
}

fn sealed(chain: &Chain, previous: &[u8], at: &str, kind: &str, lines: i64, mac: &[u8]) -> Vec<u8> {
    chain.seal("copy", &[previous, at.as_bytes(), kind.as_bytes(), &lines.to_be_bytes(), mac]).to_vec()
}

/// The newest copy in `text`, and how many bytes of it are whole lines.
fn parsed(text: &str, chain: &Chain) -> (Outside, u64) {
    let whole = text.rfind('\n').map_or(0, |end| end + 1);
    let (mut newest, mut previous) = (None, START.to_vec());
    for line in text.get(..whole).unwrap_or_default().lines() {
        let Some(kept) = entry(line, &previous, chain) else { return (Outside::Damaged, whole as u64) };
        previous.clone_from(&kept.seal);
        newest = Some(kept);
    }
    (newest.map_or(Outside::Missing, Outside::Newest), whole as u64)
}

fn entry(line: &str, previous: &[u8], chain: &Chain) -> Option<Kept> {
    let mut words = line.split(' ');
    let (at, kind, lines) = (words.next()?, words.next()?, words.next()?.parse().ok()?);
    let mac = URL_SAFE_NO_PAD.decode(words.next()?).ok()?;
    let seal = URL_SAFE_NO_PAD.decode(words.next()?).ok()?;
    let good = seal == sealed(chain, previous, at, kind, lines, &mac) && words.next().is_none();
    good.then_some(Kept { lines, mac, seal })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;
    use crate::platform::files::Key;

    fn chain(byte: u8) -> Chain {
        Chain::new(|_| Key::new([byte; 32]))
    }

    #[test]
    fn the_newest_copy_is_found_and_any_change_of_the_file_shows() {
        let temp = tempfile::tempdir().unwrap();
        let chain = chain(1);
        let at = parse("2026-11-24T10:00").unwrap();
        assert_eq!(read(temp.path(), &chain).unwrap(), Outside::Missing);
        for lines in [3, 7, 7] {
            append(temp.path(), &chain, at, HEAD, &chain.head(lines, &[5; 32], true)).unwrap();
        }
        let path = temp.path().join(NAME);
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 2, "the same head is copied once");
        assert_eq!(read(temp.path(), &chain).unwrap().newest().map(|kept| kept.lines), Some(7));

        for changed in [text.replace(" 7 ", " 3 "), text.lines().skip(1).map(|l| format!("{l}\n")).collect()] {
            std::fs::write(&path, changed).unwrap();
            assert_eq!(read(temp.path(), &chain).unwrap(), Outside::Damaged);
        }
        std::fs::write(&path, &text).unwrap();
        assert_eq!(read(temp.path(), &self::chain(2)).unwrap(), Outside::Damaged);
    }

    #[test]
    fn a_line_that_a_power_cut_left_unfinished_is_written_over() {
        let temp = tempfile::tempdir().unwrap();
        let chain = chain(1);
        let at = parse("2026-11-24T10:00").unwrap();
        append(temp.path(), &chain, at, HEAD, &chain.head(3, &[5; 32], true)).unwrap();
        let path = temp.path().join(NAME);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, format!("{text}2026-11-25T10:00:00Z head 4 ab")).unwrap();
        assert_eq!(read(temp.path(), &chain).unwrap().newest().map(|kept| kept.lines), Some(3));
        append(temp.path(), &chain, at, RESTORED, &chain.head(2, &[6; 32], true)).unwrap();
        assert_eq!(read(temp.path(), &chain).unwrap().newest().map(|kept| kept.lines), Some(2));
    }
}

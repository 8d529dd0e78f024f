//! The erasure journal: which rows were ended, kept outside every backup of the database, so that a backup that
//! is put back can be told what it must not bring back.
//!
//! A line is on disk before the transaction that ends the row is committed: a row that is gone has its line,
//! whatever goes wrong between the two. A line whose transaction failed is the rare other way around, when the
//! COMMIT itself broke; then a restore ends a row whose end was asked for and not acknowledged, which is the
//! side to err on.
//!
//! A line names a row by an HMAC of its table and number, under a key that survives rotations: without the keys
//! it says nothing. It is never shortened, because nobody knows which copy of a backup still exists somewhere.
//!
//! **Where a backup stands in it.** A backup writes a line of its own before it looks at the database, and a
//! restore of that backup replays what stands below that line. For this to be exact, no transaction may be
//! between its line and its COMMIT when the backup writes: each holds the journal's lock, shared, from its line
//! until after its COMMIT, and the backup takes it alone.
//!
//! **Numbers that come twice.** A restored database would hand out numbers again that were handed out after the
//! backup, and a line about the first row of that number would then end the second. Two things prevent it. Lines
//! above the backup's own are not replayed. And a restore is a line too: each one moves all counters on by a
//! [million](crate::backup) more than the one before, so that what is written after one restore has no number in
//! common with what was written before it or after another.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::db::Moment;
use super::error::{Error, Result};
use super::files::{FilesError, Key};

/// The acts after which a row is gone, or is on its way out for good.
const ENDINGS: &[&str] = &["destroyed", "withdrawn", "erased", "recovery_used"];
const TITLE: &str = "traject erasure journal 1";
const BACKUP: &str = "backup";
const RESTORED: &str = "restored";

/// Whether a row is gone after `act`.
pub fn ends(act: &str) -> bool {
    ENDINGS.contains(&act)
}

/// A row that is ended by a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// How.
    pub act: &'static str,
    /// The table.
    pub table: Cow<'static, str>,
    /// Its number there.
    pub row: i64,
}

/// The journal of one installation.
pub struct Journal {
    path: PathBuf,
    key: Key,
    id: String,
}

/// Keeps backups waiting until a transaction is through.
pub struct Underway {
    _file: File,
}

/// What was ended since a backup.
#[derive(Debug, Default)]
pub struct Since {
    marks: HashMap<String, HashSet<String>>,
    /// The last line that ends something.
    pub last: Option<Moment>,
    /// How many restores the journal knows of, in all.
    pub restores: i64,
}

impl Journal {
    /// Where the journal lies in the folder of the keys.
    pub fn path_in(keys: &Path) -> PathBuf {
        keys.join("erasures.log")
    }

    /// Opens the journal in the folder `keys`, whose marks are made with `key`; `None` when there is none.
    ///
    /// # Errors
    /// [`Error::Broken`] when it cannot be read, or is none of ours.
    pub fn open(keys: &Path, key: Key) -> Result<Option<Self>> {
        let path = Self::path_in(keys);
        let file = match File::open(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            file => file.map_err(FilesError::from)?,
        };
        let mut title = String::new();
        BufReader::new(file).read_line(&mut title).map_err(FilesError::from)?;
        let id = title.trim_end().strip_prefix(TITLE).and_then(|rest| rest.trim_start().split_once(' '));
        match id {
            Some((id, mark)) if mark == mark_of(&key, TITLE, id) => {
                let id = id.to_owned();
                Ok(Some(Self { path, key, id }))
            }
            _ => Err(Error::broken(anyhow::anyhow!("{} is no journal of these keys", path.display()))),
        }
    }

    /// Begins a journal in the folder `keys`. One that is there already stays.
    ///
    /// # Errors
    /// [`Error::Broken`] or [`Error::Full`] when it cannot be written.
    pub fn begin(keys: &Path, key: Key) -> Result<Self> {
        let id = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>());
        let title = format!("{TITLE} {id} {}\n", mark_of(&key, TITLE, &id));
        super::files::publish_beside(&Self::path_in(keys), title.as_bytes())?;
        Self::open(keys, key)?.ok_or_else(|| Error::broken(anyhow::anyhow!("the journal was not kept")))
    }

    /// Which journal this is.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Writes that `endings` happen at `now`, durably, before they do. Hold what it returns until they did.
    ///
    /// # Errors
    /// [`Error::Full`] or [`Error::Broken`]; then they must not happen.
    pub fn append(&self, now: Moment, endings: &[Ending]) -> Result<Underway> {
        let file = self.file().map_err(FilesError::from)?;
        file.lock_shared().map_err(FilesError::from)?;
        let lines = endings.iter().map(|ending| {
            let mark = mark_of(&self.key, &ending.table, &ending.row.to_string());
            format!("{} {} {} {mark}", now.rfc3339(), ending.act, ending.table)
        });
        write(&file, lines)?;
        Ok(Underway { _file: file })
    }

    /// Writes where the backup `name` stands, when no transaction is between its lines and its end.
    ///
    /// # Errors
    /// [`Error::Full`] or [`Error::Broken`].
    pub fn backup(&self, now: Moment, name: &str) -> Result<()> {
        self.remark(now, BACKUP, name)
    }

    /// Writes that the backup `name` was put back.
    ///
    /// # Errors
    /// [`Error::Full`] or [`Error::Broken`].
    pub fn restored(&self, now: Moment, name: &str) -> Result<()> {
        self.remark(now, RESTORED, name)
    }

    fn remark(&self, now: Moment, kind: &str, name: &str) -> Result<()> {
        let file = self.file().map_err(FilesError::from)?;
        file.lock().map_err(FilesError::from)?;
        write(&file, [format!("{} {kind} - {name}", now.rfc3339())].into_iter())
    }

    fn file(&self) -> std::io::Result<File> {
        // Never made here: a journal that went away while we run is lost, and must be noticed.
        OpenOptions::new().append(true).mode(0o600).open(&self.path)
    }

    /// What was ended since the backup `name` began; `None` when the journal does not know that backup.
    ///
    /// # Errors
    /// [`Error::Broken`] when it cannot be read.
    pub fn since(&self, name: &str) -> Result<Option<Since>> {
        let file = File::open(&self.path).map_err(FilesError::from)?;
        let (mut since, mut found, mut restores) = (Since::default(), false, 0);
        for line in BufReader::new(file).split(b'\n') {
            let line = line.map_err(FilesError::from)?;
            let line = String::from_utf8_lossy(&line);
            let parts: Vec<&str> = line.split(' ').collect();
            // A line that the power cut short is no line; its transaction was not committed.
            let &[at, act, table, mark] = parts.as_slice() else { continue };
            match act {
                BACKUP if mark == name => (since, found) = (Since::default(), true),
                RESTORED => restores += 1,
                _ if ends(act) && mark.len() == MARK => {
                    since.marks.entry(table.to_owned()).or_default().insert(mark.to_owned());
                    since.last = super::clock::parse(at).ok();
                }
                _ => {}
            }
        }
        since.restores = restores;
        Ok(found.then_some(since))
    }

    /// Which of the rows `numbers` of `table` are in `since`.
    pub fn ended_of(&self, since: &Since, table: &str, numbers: &[i64]) -> Vec<i64> {
        let Some(marks) = since.marks.get(table) else { return Vec::new() };
        let ended = |number: &&i64| marks.contains(&mark_of(&self.key, table, &number.to_string()));
        numbers.iter().filter(ended).copied().collect()
    }
}

impl Since {
    /// The tables of which something was ended.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.marks.keys().map(String::as_str)
    }

    /// How many endings there are.
    pub fn count(&self) -> usize {
        self.marks.values().map(HashSet::len).sum()
    }
}

/// Puts the journal in the folder `keys` out of the way, if there is one, under the name of the moment.
///
/// # Errors
/// [`Error::Broken`] when it does not move.
pub fn set_aside(keys: &Path, now: Moment) -> Result<()> {
    let path = Journal::path_in(keys);
    if !path.exists() {
        return Ok(());
    }
    let aside = path.with_extension(format!("log.{}", now.seconds()));
    Ok(std::fs::rename(path, aside).map_err(FilesError::from)?)
}

/// Letters of a mark: 16 bytes.
const MARK: usize = 22;

fn mark_of(key: &Key, table: &str, number: &str) -> String {
    // An HMAC takes a key of any length; should it not, the mark is one that nothing matches.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key.as_slice()) else { return String::new() };
    let mac = mac.chain_update(table).chain_update([0]).chain_update(number).finalize().into_bytes();
    URL_SAFE_NO_PAD.encode(mac.get(..16).unwrap_or_default())
}

/// In one go, so that lines of two processes do not mix; and on a fresh line, whatever was cut short before.
fn write(mut file: &File, lines: impl Iterator<Item = String>) -> Result<()> {
    let text: String = lines.flat_map(|line| ["\n".to_owned(), line]).collect();
    file.write_all(text.as_bytes()).map_err(FilesError::from)?;
    Ok(file.sync_data().map_err(FilesError::from)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    fn at(hour: u32) -> Moment {
        parse(&format!("2026-11-24T{hour:02}:00")).unwrap()
    }

    fn gone(table: &'static str, row: i64) -> Ending {
        Ending { act: "destroyed", table: table.into(), row }
    }

    fn journal(folder: &Path) -> Journal {
        Journal::begin(folder, Key::new([7; 32])).unwrap()
    }

    #[test]
    fn what_was_ended_since_a_backup_is_found_and_nothing_else() {
        let temp = tempfile::tempdir().unwrap();
        let journal = journal(temp.path());
        drop(journal.append(at(8), &[gone("uploads", 1)]).unwrap());
        journal.backup(at(9), "first").unwrap();
        drop(journal.append(at(10), &[gone("uploads", 2), gone("intakes", 1)]).unwrap());
        journal.backup(at(11), "second").unwrap();
        drop(journal.append(at(12), &[gone("uploads", 3)]).unwrap());
        journal.restored(at(13), "first").unwrap();

        let since = journal.since("first").unwrap().unwrap();
        assert_eq!(journal.ended_of(&since, "uploads", &[1, 2, 3, 4]), [2, 3]);
        assert_eq!(journal.ended_of(&since, "intakes", &[1, 2]), [1]);
        assert_eq!((since.count(), since.last, since.restores), (3, Some(at(12)), 1));
        let since = journal.since("second").unwrap().unwrap();
        assert_eq!(journal.ended_of(&since, "uploads", &[1, 2, 3]), [3]);
        assert!(journal.since("third").unwrap().is_none());
    }

    #[test]
    fn a_line_says_nothing_without_the_key() {
        let temp = tempfile::tempdir().unwrap();
        drop(journal(temp.path()).append(at(8), &[gone("uploads", 4711)]).unwrap());
        let text = std::fs::read_to_string(Journal::path_in(temp.path())).unwrap();
        assert!(text.contains("destroyed uploads ") && !text.contains("4711"), "{text}");
        assert!(Journal::open(temp.path(), Key::new([8; 32])).is_err());
    }

    #[test]
    fn a_line_cut_short_spoils_no_other() {
        let temp = tempfile::tempdir().unwrap();
        let journal = journal(temp.path());
        journal.backup(at(9), "first").unwrap();
        drop(journal.append(at(10), &[gone("uploads", 1)]).unwrap());
        let path = Journal::path_in(temp.path());
        let mut text = std::fs::read_to_string(&path).unwrap();
        text.push_str("\n2026-11-24T10:00:00Z destroyed uploads abc");
        std::fs::write(&path, text).unwrap();
        drop(journal.append(at(11), &[gone("uploads", 2)]).unwrap());
        let since = journal.since("first").unwrap().unwrap();
        assert_eq!((journal.ended_of(&since, "uploads", &[1, 2, 3]), since.count()), (vec![1, 2], 2));
    }

    #[test]
    fn many_write_at_once_and_a_backup_waits_for_those_underway() {
        let temp = tempfile::tempdir().unwrap();
        let journal = journal(temp.path());
        journal.backup(at(8), "first").unwrap();
        let underway = journal.append(at(9), &[gone("uploads", 1)]).unwrap();
        std::thread::scope(|scope| {
            let backup = scope.spawn(|| journal.backup(at(10), "second").unwrap());
            let writers: Vec<_> = (2..10)
                .map(|n| {
                    let journal = &journal;
                    scope.spawn(move || drop(journal.append(at(9), &[gone("letters", n), gone("intakes", n)]).unwrap()))
                })
                .collect();
            // The first is still underway, so the backup cannot have written its line.
            assert!(journal.since("second").unwrap().is_none());
            drop(underway);
            writers.into_iter().for_each(|writer| writer.join().unwrap());
            backup.join().unwrap();
        });
        assert_eq!(journal.since("first").unwrap().unwrap().count(), 17);
        let since = journal.since("second").unwrap().unwrap();
        assert!(journal.ended_of(&since, "uploads", &[1]).is_empty());
    }

    #[test]
    fn a_journal_that_goes_away_while_we_run_stops_what_it_was_to_hold() {
        let temp = tempfile::tempdir().unwrap();
        let journal = journal(temp.path());
        std::fs::remove_file(Journal::path_in(temp.path())).unwrap();
        assert!(journal.append(at(9), &[gone("uploads", 1)]).is_err());
        assert!(Journal::open(temp.path(), Key::new([7; 32])).unwrap().is_none());
    }
}

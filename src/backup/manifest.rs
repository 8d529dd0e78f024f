//! What a backup says about itself.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use sha2::{Digest, Sha256};

use crate::platform::db::snapshot::Snapshot;

/// The form in which backups are written. A change that an older program cannot read counts it up.
const FORMAT: u32 = 1;
/// The name of the manifest; the last file of a backup to be written.
pub(super) const MANIFEST: &str = "manifest.json";
/// The copy of the database.
pub(super) const DATABASE: &str = "database";
/// The list of files.
pub(super) const LIST: &str = "files.sha256";
/// The folder of files.
pub(super) const FILES: &str = "files";

/// What is in a backup.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Manifest {
    format: u32,
    /// The name, under which the journal knows it.
    pub(super) name: String,
    /// When it began, RFC 3339 in UTC.
    pub(super) made_at: String,
    /// The version of the program that made it.
    pub(super) program: String,
    /// Which erasure journal knows it.
    pub(super) journal: String,
    /// The database.
    pub(super) database: Snapshot,
    /// The file of the database.
    database_file: Sum,
    /// The list of files.
    list_file: Sum,
    /// How many files there are.
    pub(super) files: usize,
    /// Their bytes, encrypted.
    pub(super) bytes: u64,
    /// Files with a row in the copy that were destroyed while it was made.
    pub(super) destroyed_meanwhile: usize,
}

/// A file, as it must be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Sum {
    pub(super) size: u64,
    pub(super) sha256: String,
}

/// What a manifest is made from.
pub(super) struct Contents<'a> {
    pub(super) name: &'a str,
    pub(super) made_at: String,
    pub(super) journal: &'a str,
    pub(super) database: Snapshot,
    pub(super) files: usize,
    pub(super) bytes: u64,
    pub(super) destroyed_meanwhile: usize,
}

impl Manifest {
    /// The manifest of the backup in `folder`, whose other files are there.
    pub(super) fn of(folder: &Path, contents: Contents) -> anyhow::Result<Self> {
        Ok(Self {
            format: FORMAT,
            name: contents.name.into(),
            made_at: contents.made_at,
            program: env!("CARGO_PKG_VERSION").into(),
            journal: contents.journal.into(),
            database: contents.database,
            database_file: sum(&folder.join(DATABASE))?,
            list_file: sum(&folder.join(LIST))?,
            files: contents.files,
            bytes: contents.bytes,
            destroyed_meanwhile: contents.destroyed_meanwhile,
        })
    }

    /// Reads the manifest of the backup in `folder` and holds everything in the backup against it. The names of
    /// the files come back with it.
    ///
    /// # Errors
    /// A sentence for the operator about the first thing that is not as it was written.
    pub(super) fn verified(folder: &Path) -> anyhow::Result<(Self, Vec<String>)> {
        let path = folder.join(MANIFEST);
        let text =
            fs::read(&path).with_context(|| format!("{} is no whole backup: no {MANIFEST}", folder.display()))?;
        let manifest: Self = serde_json::from_slice(&text).with_context(|| format!("{} is damaged", path.display()))?;
        if manifest.format != FORMAT {
            bail!("{} was written in form {}, which this program does not read", path.display(), manifest.format);
        }
        same(&folder.join(DATABASE), &manifest.database_file)?;
        same(&folder.join(LIST), &manifest.list_file)?;
        let mut names = Vec::new();
        for line in BufReader::new(File::open(folder.join(LIST))?).lines() {
            let line = line?;
            let (name, expected) = read_line(&line).with_context(|| format!("{LIST}: {line}"))?;
            same(&folder.join(FILES).join(&name), &expected)?;
            names.push(name);
        }
        if names.len() != manifest.files {
            bail!("{} files are listed and not {}", names.len(), manifest.files);
        }
        Ok((manifest, names))
    }
}

/// A line of the list of files.
pub(super) fn write_line(name: &str, sum: &Sum) -> String {
    format!("{} {} {name}", sum.sha256, sum.size)
}

fn read_line(line: &str) -> Option<(String, Sum)> {
    let (sha256, rest) = line.split_once(' ')?;
    let (size, name) = rest.split_once(' ')?;
    let (shard, blob) = name.split_once('/')?;
    // It becomes a path, so nothing but digits may be in it.
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_hexdigit());
    let whole = shard.len() == 2 && blob.len() == 32 && digits(shard) && digits(blob);
    whole.then_some((name.to_owned(), Sum { size: size.parse().ok()?, sha256: sha256.into() }))
}

fn same(path: &Path, expected: &Sum) -> anyhow::Result<()> {
    let found = sum(path).with_context(|| format!("the backup is not whole: {}", path.display()))?;
    if found != *expected {
        bail!("the backup is damaged: {} is not as it was written", path.display());
    }
    Ok(())
}

/// Size and checksum of a file, read in pieces.
pub(super) fn sum(path: &Path) -> anyhow::Result<Sum> {
    let mut file = File::open(path).with_context(|| path.display().to_string())?;
    let (mut hash, mut size, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut piece).with_context(|| path.display().to_string())?;
        if read == 0 {
            break;
        }
        hash.update(piece.get(..read).unwrap_or_default());
        size += read as u64;
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Sum { size, sha256 })
}

/// The backup that `given` is, or the newest whole one in it.
///
/// # Errors
/// When there is none.
pub(super) fn find(given: &Path) -> anyhow::Result<PathBuf> {
    if given.join(MANIFEST).exists() {
        return Ok(given.to_owned());
    }
    let names = super::folders::named(given)?;
    let mut whole = names.into_iter().map(|(_, path)| path).filter(|path| path.join(MANIFEST).exists());
    whole.next_back().with_context(|| format!("there is no whole backup in {}", given.display()))
}

//! Putting a backup back, where nothing is yet.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::folders;
use super::manifest::{self, DATABASE, FILES, Manifest};
use crate::config::Config;
use crate::platform::db::{DatabaseUrl, migrate, snapshot};

/// What was put back.
#[derive(Debug)]
pub struct Restored {
    /// Which backup it was.
    pub from: PathBuf,
    /// When that was made, RFC 3339 in UTC.
    pub made_at: String,
    /// Rows.
    pub rows: i64,
    /// Files.
    pub files: usize,
    /// Which copy of the keys was put back, if one was.
    pub keys: Option<PathBuf>,
}

/// Puts the backup `given`, or the newest one in that folder, back where `config` says, and the newest copy of the
/// keys in the folder `keys`, if that is asked for. Cut short, it can be run again. Blocks.
///
/// # Errors
/// A sentence for the operator when the backup is not whole, or there is something already.
pub fn restore(config: &Config, given: &Path, keys: Option<&Path>) -> anyhow::Result<Restored> {
    let from = manifest::find(given)?;
    if !snapshot::is_empty(&config.database)? {
        bail!("there is a database already: a backup is put back where nothing is yet");
    }
    let (manifest, names) = Manifest::verified(&from)?;
    if let Some(version) = migrate::unknown(&config.database, &manifest.database.migrations)? {
        bail!(
            "this backup was made by Traject {}, which is newer: it knows a step {version} of the database that this \
             program does not",
            manifest.program
        );
    }
    nothing_else(&config.files, &names)?;
    let keys = keys.map(|keys| put_keys_back(keys, &config.keys)).transpose()?;
    for name in &names {
        let (source, target) = (from.join(FILES).join(name), config.files.join(name));
        target.parent().map_or(Ok(()), folders::make)?;
        if !folders::copy(&source, &target)? {
            bail!("{} went away while it was put back", source.display());
        }
    }
    folders::make(&config.files)?;
    folders::sync_tree(&config.files)?;
    if let DatabaseUrl::Sqlite(path) = &config.database {
        path.parent().filter(|p| !p.as_os_str().is_empty()).map_or(Ok(()), folders::make)?;
    }
    // The database last: before it is there, nothing opens.
    snapshot::put_back(&config.database, &from.join(DATABASE), &manifest.database, &manifest.name)?;
    let rows = manifest.database.rows.values().sum();
    Ok(Restored { from, made_at: manifest.made_at, rows, files: names.len(), keys })
}

/// Refuses when there is a file that is not of this backup.
fn nothing_else(files: &Path, names: &[String]) -> anyhow::Result<()> {
    if !files.exists() {
        return Ok(());
    }
    let ours: HashSet<PathBuf> = names.iter().map(|name| files.join(name)).collect();
    for shard in fs::read_dir(files)? {
        let shard = shard?.path();
        if !shard.is_dir() {
            bail!("{} is in the way: a backup is put back where nothing is yet", shard.display());
        }
        for file in fs::read_dir(&shard)? {
            let file = file?.path();
            if !ours.contains(&file) {
                bail!("{} is in the way: a backup is put back where nothing is yet", file.display());
            }
        }
    }
    Ok(())
}

fn put_keys_back(given: &Path, to: &Path) -> anyhow::Result<PathBuf> {
    let copies = folders::named(given)?;
    let mut whole = copies.into_iter().map(|(_, path)| path).filter(|path| path.join("master.key").exists());
    let from = if given.join("master.key").exists() { Some(given.to_owned()) } else { whole.next_back() };
    let from = from.with_context(|| format!("there is no copy of the keys in {}", given.display()))?;
    if to.join("master.key").exists() {
        bail!("{} holds keys already, and their journal knows more than a copy does: leave --keys out", to.display());
    }
    copy_tree(&from, to)?;
    folders::sync_tree(to)?;
    Ok(from)
}

/// Copies a folder; the master key last, for with it the keys count as there.
fn copy_tree(from: &Path, to: &Path) -> anyhow::Result<()> {
    folders::make(to)?;
    let entries: Result<Vec<_>, _> = fs::read_dir(from)?.collect();
    let mut entries = entries?;
    entries.sort_by_key(|entry| entry.file_name() == "master.key");
    for entry in entries {
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            folders::copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

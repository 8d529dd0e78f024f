//! Backups, and putting one back.

use std::path::Path;
use std::process::ExitCode;

use actix_web::web;

use super::{announce, config};
use crate::platform::clock::Clock;
use crate::{app, backup as backups};

pub(super) async fn backup(data: &Path, folder: &Path, keys: Option<&Path>) -> anyhow::Result<ExitCode> {
    let site = app::open(config(data)?, Clock::real())?;
    let (folder, keys) = (folder.to_owned(), keys.map(Path::to_owned));
    let made = web::block(move || backups::make(&site, &folder, keys.as_deref())).await??;
    announce(&format!("backup: {}", made.place.display()))?;
    announce(&format!("{} rows, {} files of {} bytes in all", made.rows, made.files, made.bytes))?;
    if made.destroyed_meanwhile > 0 {
        announce(&format!("{} files were destroyed while it was made", made.destroyed_meanwhile))?;
    }
    match made.keys {
        Some(place) => announce(&format!("keys: {}", place.display()))?,
        None => announce("keys: not copied; without them the files in this backup cannot be read (--keys DIR)")?,
    }
    if made.pruned > 0 {
        announce(&format!("{} copies older than 14 days removed", made.pruned))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn restore(data: &Path, folder: &Path, keys: Option<&Path>) -> anyhow::Result<ExitCode> {
    let config = config(data)?;
    let (folder, keys) = (folder.to_owned(), keys.map(Path::to_owned));
    let restored = web::block(move || backups::restore(&config, &folder, keys.as_deref())).await??;
    announce(&format!("restored: {}, made at {}", restored.from.display(), restored.made_at))?;
    announce(&format!("{} rows, {} files", restored.rows, restored.files))?;
    if let Some(keys) = restored.keys {
        announce(&format!("keys: {}", keys.display()))?;
        announce("the journal is as old as these keys: what was erased after they were copied is not known any more")?;
    }
    announce("now run traject restore-finish: until then nothing else opens this data")?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn finish(data: &Path, journal_lost: bool) -> anyhow::Result<ExitCode> {
    let site = app::open_restored(config(data)?, Clock::real(), journal_lost)?;
    let done = backups::finish(&site, journal_lost).await?;
    if done.backup.is_none() && done.swept.is_none() {
        announce("no backup was put back here: there is nothing to finish")?;
        return Ok(ExitCode::SUCCESS);
    }
    match done.swept {
        Some(count) => announce(&format!("{count} things whose clock was over destroyed; a new journal begins here"))?,
        None => {
            let last = done.last.map(|at| format!(", the last at {at}")).unwrap_or_default();
            announce(&format!("{} erasures since the backup are known{last}", done.known))?;
            announce(&format!(
                "{} files destroyed again, {} people erased again, {} other rows",
                done.uploads, done.people, done.rows
            ))?;
        }
    }
    if done.unreadable > 0 {
        announce(&format!("{} files cannot be read any more: their keys are gone", done.unreadable))?;
    }
    if done.backup.is_some() {
        announce("everybody signs in again, and links in letters from before no longer work")?;
    }
    announce("the portal can be served again")?;
    Ok(ExitCode::SUCCESS)
}

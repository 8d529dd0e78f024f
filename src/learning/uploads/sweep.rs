//! The end of a file: key and bytes first, then its row, with a line in the register that proves it.

use std::collections::HashSet;
use std::time::SystemTime;

use actix_web::web;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::{UploadId, queries};
use crate::crm::people::PersonId;
use crate::platform::db::{Actor, Moment, migrate};
use crate::platform::error::{Error, Result};
use crate::platform::files::{BlobId, Found};
use crate::platform::jobs::jump::Believed;
use crate::privacy::retention::{self, Held};
use crate::site::Site;

/// Rows in one transaction, so that others get their turn to write.
const BATCH: i64 = 200;
/// What ended less than this ago is left for the next time: a request that saw it alive may still be writing.
const GRACE: TimeDelta = TimeDelta::minutes(1);
/// Bytes without a row that are younger than this may be a file whose row is on its way.
const YOUNG: TimeDelta = TimeDelta::days(1);

/// Rows that are asked for by number at once.
const MOST_ASKED: usize = 1_000;
/// Rows without a file that the log names.
const NAMED: usize = 20;

/// An upload to destroy, out of everybody's sight already.
#[derive(Debug, Clone, Queryable)]
pub struct Doomed {
    /// The upload.
    pub id: UploadId,
    /// Where its bytes are.
    pub blob: String,
    /// Whose it was.
    pub person: PersonId,
}

/// Destroys the files of `doomed` and deletes their rows; says how many there were.
///
/// # Errors
/// When a file could not be destroyed; its row stays, and the next sweep tries again.
pub async fn destroy(site: &Site, doomed: Vec<Doomed>) -> Result<usize> {
    let (mut gone, mut failed) = (Vec::new(), None);
    for one in doomed {
        match bytes_of(site, &one.blob).await {
            Ok(()) => gone.push(one),
            Err(error) => {
                tracing::error!(upload = one.id.0, error = %error, "a file could not be destroyed");
                failed = Some(error);
            }
        }
    }
    let count = if gone.is_empty() { 0 } else { site.write(Actor::JOB, move |tx| queries::remove(tx, &gone)).await? };
    failed.map_or(Ok(count), Err)
}

async fn bytes_of(site: &Site, blob: &str) -> Result<()> {
    let blob = BlobId::parse(blob).ok_or_else(|| Error::broken(anyhow::anyhow!("a row names no file")))?;
    Ok(site.files.destroy(&blob).await?)
}

/// Destroys every upload whose last moment is past, and what was sent and never handed in, but for what is held.
///
/// # Errors
/// When the database refuses, or some file could not be destroyed; the others are.
pub async fn destroy_over(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let now = believed.now();
    let before = now.minus(GRACE);
    let (mut count, mut after, mut failed) = (0, UploadId(0), None);
    while count < retention::MOST {
        let batch = site
            .read(move |db| {
                let held = Held::at(db, now)?;
                queries::over(db, before, &held, after, BATCH)
            })
            .await?;
        let Some(last) = batch.last() else { break };
        after = last.id;
        match destroy(&site, batch).await {
            Ok(done) => count += done,
            Err(error) => failed = Some(error),
        }
    }
    // Deleted rows live on in the log until it is emptied.
    site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    failed.map_or(Ok(count), Err)
}

/// Compares the disk with the table: bytes and keys that no row knows are destroyed once they are a day old,
/// and rows whose file is gone are reported, in one line however many they are: a disk that was lost must not
/// fill the log as well.
///
/// # Errors
/// When disk or database refuse.
pub async fn orphans(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let old = believed.now().minus(YOUNG);
    let (mut count, mut lost) = (0, Vec::new());
    for shard in 0..=u8::MAX {
        // The rows first: a file that is published after this look is young, so it is left alone.
        let (from, to) = (format!("{shard:02x}"), format!("{shard:02x}g"));
        let rows = site.read(move |db| queries::named_between(db, &from, &to)).await?;
        let listing = site.files.list(shard).await?;
        lost.extend(missing(&site, &rows, &listing.bytes, &listing.keys).await?);

        let known: HashSet<&str> = rows.iter().map(|(_, blob)| blob.as_str()).collect();
        let strays = listing.bytes.iter().chain(&listing.keys);
        let strays = strays.filter(|f| !known.contains(f.blob.as_str()) && changed(f) < old);
        for blob in strays.map(|found| &found.blob).collect::<HashSet<_>>() {
            site.files.destroy(blob).await?;
            count += 1;
        }
    }
    if !lost.is_empty() {
        let first: Vec<i64> = lost.iter().take(NAMED).map(|id| id.0).collect();
        tracing::error!(count = lost.len(), ?first, "the files of uploads are missing, or their keys are");
    }
    Ok(count)
}

/// The rows of which the file is missing, or its key.
async fn missing(site: &Site, rows: &[(UploadId, String)], bytes: &[Found], keys: &[Found]) -> Result<Vec<UploadId>> {
    let named = |found: &[Found]| found.iter().map(|f| f.blob.as_str().to_owned()).collect::<HashSet<_>>();
    let (bytes, keys) = (named(bytes), named(keys));
    let missing = rows.iter().filter(|(_, blob)| !bytes.contains(blob) || !keys.contains(blob));
    let missing: Vec<UploadId> = missing.map(|(id, _)| *id).collect();
    // A row that went while we looked was withdrawn; one that stays has lost its file.
    let mut lost = Vec::new();
    for some in missing.chunks(MOST_ASKED) {
        let some = some.to_vec();
        lost.extend(site.read(move |db| queries::still_there(db, &some)).await?);
    }
    Ok(lost)
}

fn changed(found: &Found) -> Moment {
    let since = found.changed.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let at = i64::try_from(since.as_secs()).ok().and_then(|s| chrono::DateTime::from_timestamp(s, 0));
    Moment::new(at.unwrap_or_default().naive_utc())
}

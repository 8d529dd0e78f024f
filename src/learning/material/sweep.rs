//! The end of material: key and bytes first, then the row, with a line in the register that proves it.

use actix_web::web;
use chrono::TimeDelta;

use super::MaterialId;
use super::queries::ending::{self, Doomed};
use crate::platform::db::{Actor, migrate};
use crate::platform::error::{Error, Result};
use crate::platform::files::BlobId;
use crate::platform::jobs::jump::Believed;
use crate::privacy::retention::{self, Held, Kind};
use crate::site::Site;

/// Rows in one transaction, so that others get their turn to write.
const BATCH: i64 = 200;
/// What ended less than this ago is left for the next time: a request that saw it alive may still be writing.
const GRACE: TimeDelta = TimeDelta::minutes(1);

/// Destroys `doomed`; says how many there were.
///
/// # Errors
/// When a file could not be destroyed; its row stays, and the next sweep tries again.
pub async fn destroy(site: &Site, doomed: Vec<Doomed>) -> Result<usize> {
    let (mut gone, mut failed) = (Vec::new(), None);
    for one in doomed {
        match bytes_of(site, one.blob.as_deref()).await {
            Ok(()) => gone.push(one),
            Err(error) => {
                tracing::error!(material = one.id.0, error = %error, "a file could not be destroyed");
                failed = Some(error);
            }
        }
    }
    let count = if gone.is_empty() { 0 } else { site.write(Actor::JOB, move |tx| ending::remove(tx, &gone)).await? };
    failed.map_or(Ok(count), Err)
}

async fn bytes_of(site: &Site, blob: Option<&str>) -> Result<()> {
    let Some(blob) = blob else { return Ok(()) };
    let blob = BlobId::parse(blob).ok_or_else(|| Error::broken(anyhow::anyhow!("a row names no file")))?;
    Ok(site.files.destroy(&blob).await?)
}

/// Destroys what was withdrawn and is still there, and what was given to one person in a project that ended so long
/// ago that who took part is forgotten too; but for what is held.
///
/// # Errors
/// When the database refuses, or some file could not be destroyed; the others are.
pub async fn destroy_over(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let now = believed.now();
    let (mut count, mut after, mut failed) = (0, MaterialId(0), None);
    while count < retention::MOST {
        let batch = site
            .read(move |db| {
                let ended = retention::history(db, Kind::Participation)?.cutoff_day(now);
                let held = Held::at(db, now)?;
                ending::over(db, (now.minus(GRACE), ended), &held, after, BATCH)
            })
            .await?;
        let Some(last) = batch.last() else { break };
        after = last.id;
        match destroy(&site, batch).await {
            Ok(done) => count += done,
            Err(error) => failed = Some(error),
        }
    }
    if count > 0 {
        // Deleted rows live on in the log until it is emptied.
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    failed.map_or(Ok(count), Err)
}

/// Destroys material that came back with a backup, by the numbers `ids`; says how many there was.
///
/// # Errors
/// When the database refuses, or some file could not be destroyed.
pub async fn destroy_again(site: &Site, ids: Vec<i64>) -> Result<usize> {
    let doomed = site.read(move |db| ending::numbered(db, &ids)).await?;
    destroy(site, doomed).await
}

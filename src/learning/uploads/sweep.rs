//! The end of a file: key and bytes first, then its row, with a line in the register that proves it.

use actix_web::web;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::{UploadId, queries};
use crate::crm::people::PersonId;
use crate::platform::db::{Actor, migrate};
use crate::platform::error::{Error, Result};
use crate::platform::files::BlobId;
use crate::platform::jobs::jump::Believed;
use crate::privacy::retention::{self, Held};
use crate::site::Site;

/// Rows in one transaction, so that others get their turn to write.
const BATCH: i64 = 200;
/// What ended less than this ago is left for the next time: a request that saw it alive may still be writing.
const GRACE: TimeDelta = TimeDelta::minutes(1);

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

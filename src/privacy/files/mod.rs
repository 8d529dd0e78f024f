//! The files in the store against the rows that name them, of whatever table: the data map says which tables do. What
//! no row names is destroyed, and a row that has lost its file is reported.

mod queries;

use std::collections::HashSet;
use std::time::SystemTime;

use actix_web::web;
use chrono::TimeDelta;

use crate::platform::db::Moment;
use crate::platform::error::Result;
use crate::platform::files::{BlobId, Found};
use crate::platform::jobs::jump::Believed;
use crate::site::Site;

use queries::Named;

/// Bytes without a row that are younger than this may be a file whose row is on its way.
const YOUNG: TimeDelta = TimeDelta::days(1);
/// Rows that are asked for by number at once.
const MOST_ASKED: usize = 1_000;
/// Rows without a file that the log names.
const NAMED: usize = 20;

/// Compares the disk with the tables: bytes and keys that no row knows are destroyed once they are a day old,
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
        let rows = named_in(&site, shard).await?;
        let listing = site.files.list(shard).await?;
        lost.extend(missing(&site, &rows, &listing.bytes, &listing.keys).await?);

        let known: HashSet<&str> = rows.iter().map(|row| row.blob.as_str()).collect();
        let strays = listing.bytes.iter().chain(&listing.keys);
        let strays = strays.filter(|f| !known.contains(f.blob.as_str()) && changed(f) < old);
        for blob in strays.map(|found| &found.blob).collect::<HashSet<_>>() {
            site.files.destroy(blob).await?;
            count += 1;
        }
    }
    if !lost.is_empty() {
        let first: Vec<String> = lost.iter().take(NAMED).map(ToString::to_string).collect();
        tracing::error!(count = lost.len(), ?first, "the files of rows are missing, or their keys are");
    }
    Ok(count)
}

/// How many rows name a file of which no key opens: what it held cannot be read by anybody.
///
/// # Errors
/// When the database refuses, or the keys cannot be looked at.
pub async fn without_key(site: &Site) -> Result<usize> {
    let mut count = 0;
    for shard in 0..=u8::MAX {
        for blob in named_in(site, shard).await?.iter().filter_map(|row| BlobId::parse(&row.blob)) {
            let files = site.files.clone();
            let there = web::block(move || files.has_key(&blob)).await?;
            count += usize::from(!there.unwrap_or_default());
        }
    }
    Ok(count)
}

/// The rows whose file lies in `shard`.
async fn named_in(site: &Site, shard: u8) -> Result<Vec<Named>> {
    // After the last digit comes what no name holds.
    let (from, to) = (format!("{shard:02x}"), format!("{shard:02x}g"));
    site.read(move |db| queries::named_between(db, &from, &to)).await
}

/// The rows of which the file is missing, or its key.
async fn missing(site: &Site, rows: &[Named], bytes: &[Found], keys: &[Found]) -> Result<Vec<Named>> {
    let names = |found: &[Found]| found.iter().map(|f| f.blob.as_str().to_owned()).collect::<HashSet<_>>();
    let (bytes, keys) = (names(bytes), names(keys));
    let missing = rows.iter().filter(|row| !bytes.contains(&row.blob) || !keys.contains(&row.blob));
    let missing: Vec<Named> = missing.cloned().collect();
    // A row that went while we looked was withdrawn; one that stays has lost its file.
    let mut lost = Vec::new();
    for some in missing.chunks(MOST_ASKED) {
        let some = some.to_vec();
        lost.extend(site.read(move |db| queries::still_there(db, some)).await?);
    }
    Ok(lost)
}

fn changed(found: &Found) -> Moment {
    let since = found.changed.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let at = i64::try_from(since.as_secs()).ok().and_then(|s| chrono::DateTime::from_timestamp(s, 0));
    Moment::new(at.unwrap_or_default().naive_utc())
}

//! Uploads that came back with a backup.

use super::sweep::destroy;
use super::{UploadId, queries};
use crate::platform::error::Result;
use crate::platform::files::BlobId;
use crate::site::Site;

/// Destroys the uploads with the numbers `ids` again: key, bytes and row; says how many there were.
///
/// # Errors
/// When the database refuses, or some file could not be destroyed.
pub async fn destroy_again(site: &Site, ids: Vec<i64>) -> Result<usize> {
    let doomed = site.read(move |db| queries::numbered(db, &ids)).await?;
    destroy(site, doomed).await
}

/// How many uploads have a row and no key that opens: what they held cannot be read by anybody.
///
/// # Errors
/// When the database refuses, or the keys cannot be looked at.
pub async fn without_key(site: &Site) -> Result<usize> {
    let mut count = 0;
    for shard in 0..=255_u32 {
        let (from, to) = (format!("{shard:02x}"), format!("{:02x}", shard + 1));
        // After the last letter comes what no name begins with.
        let to = if shard == 255 { "g".to_owned() } else { to };
        let rows: Vec<(UploadId, String)> = site.read(move |db| queries::named_between(db, &from, &to)).await?;
        for blob in rows.iter().filter_map(|(_, name)| BlobId::parse(name)) {
            let files = site.files.clone();
            let there = actix_web::web::block(move || files.has_key(&blob)).await?;
            count += usize::from(!there.unwrap_or_default());
        }
    }
    Ok(count)
}

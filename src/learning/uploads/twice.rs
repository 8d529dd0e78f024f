//! Uploads that came back with a backup.

use super::queries;
use super::sweep::destroy;
use crate::platform::error::Result;
use crate::site::Site;

/// Destroys the uploads with the numbers `ids` again: key, bytes and row; says how many there were.
///
/// # Errors
/// When the database refuses, or some file could not be destroyed.
pub async fn destroy_again(site: &Site, ids: Vec<i64>) -> Result<usize> {
    let doomed = site.read(move |db| queries::numbered(db, &ids)).await?;
    destroy(site, doomed).await
}

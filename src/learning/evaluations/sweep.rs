//! Destroying evaluations whose time is over.

use actix_web::web;

use super::queries::{self, results};
use crate::platform::error::Result;
use crate::platform::jobs::jump::Believed;
use crate::privacy::retention::in_batches;
use crate::site::Site;

/// Destroys evaluations whose time is over, and the answers without a name of projects that ended as long ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_over(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let ticks = in_batches(&site, believed, queries::destroy_some).await?;
    Ok(ticks + in_batches(&site, believed, results::destroy_without_names).await?)
}

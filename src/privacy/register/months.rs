//! The register's own clock: whole months are closed, and destroyed whole when their time is over.

use actix_web::web;

use super::queries;
use crate::platform::db::{Actor, migrate};
use crate::platform::error::Result;
use crate::site::Site;

/// Closes the months that are over, and destroys those whose last line is five years old; says how many lines went.
///
/// # Errors
/// When the database refuses.
pub async fn close(site: web::Data<Site>) -> Result<usize> {
    let chain = site.pool.chain().clone();
    loop {
        let chain = chain.clone();
        if !site.write(Actor::JOB, move |tx| queries::close_month(tx, &chain)).await? {
            break;
        }
    }
    loop {
        let chain = chain.clone();
        if !site.write(Actor::JOB, move |tx| queries::end_month(tx, &chain)).await? {
            break;
        }
    }
    let mut count = 0;
    // Also what an earlier run left behind, that was stopped halfway.
    loop {
        match site.write(Actor::JOB, queries::destroy_some).await? {
            0 => break,
            some => count += some,
        }
    }
    if count > 0 {
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    Ok(count)
}

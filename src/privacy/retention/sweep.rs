//! The recurring tasks that delete rows whose clock is over.

use actix_web::web;

use super::queries;
use crate::platform::db::{Actor, Tx, migrate};
use crate::platform::error::Result;
use crate::site::Site;

/// Destroys intakes whose clock is over.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_intakes(site: web::Data<Site>) -> Result<usize> {
    batches(&site, queries::intakes).await
}

/// Destroys letters that were sent long ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_letters(site: web::Data<Site>) -> Result<usize> {
    batches(&site, queries::letters).await
}

/// One transaction at a time, so that others get their turn, until there is nothing left.
async fn batches(site: &Site, one: fn(&mut Tx) -> Result<usize>) -> Result<usize> {
    let mut count = 0;
    loop {
        match site.write(Actor::JOB, one).await? {
            0 => break,
            some => count += some,
        }
    }
    if count > 0 {
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    Ok(count)
}

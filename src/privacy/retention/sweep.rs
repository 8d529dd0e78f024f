//! The recurring tasks that delete rows whose clock is over.

use actix_web::web;

use super::queries::sweeps::{self, BATCH};
use crate::platform::db::{Actor, Moment, Tx, migrate};
use crate::platform::error::Result;
use crate::platform::jobs::jump::Believed;
use crate::site::Site;

/// Rows that one run of one task destroys at most. What is left waits for the next run: a fault in a clock or a
/// term that is seen within the hour has then done what can be told, and others get their turn.
pub const MOST: usize = 20_000;

/// Destroys intakes whose clock is over.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_intakes(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    batches(&site, believed, sweeps::intakes).await
}

/// Destroys letters that were sent long ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_letters(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    batches(&site, believed, sweeps::letters).await
}

/// Destroys what was done and opened by people who have done nothing for years.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_progress(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    Ok(batches(&site, believed, sweeps::progress).await? + batches(&site, believed, sweeps::openings).await?)
}

/// Destroys who took part in, led and gave projects that ended years ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_participations(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    Ok(batches(&site, believed, sweeps::participations).await? + batches(&site, believed, sweeps::guides).await?)
}

/// Destroys holds that ended long ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_holds(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    batches(&site, believed, sweeps::holds).await
}

/// One transaction at a time, so that others get their turn, until there is nothing left or the run is full.
/// The moment is the one that was believed at the start: a clock that jumps meanwhile ends nothing.
async fn batches(site: &Site, believed: Believed, one: fn(&mut Tx, Moment) -> Result<usize>) -> Result<usize> {
    let (mut count, now) = (0, believed.now());
    while count < MOST {
        match site.write(Actor::JOB, move |tx| one(tx, now)).await? {
            0 => break,
            some => count += some,
        }
    }
    if count >= MOST {
        tracing::warn!(count, batch = BATCH, "a run destroyed as much as one run may; the rest waits for the next");
    }
    if count > 0 {
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    Ok(count)
}

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
    in_batches(&site, believed, sweeps::intakes).await
}

/// Destroys letters that were sent long ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_letters(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    in_batches(&site, believed, sweeps::letters).await
}

/// Destroys messages that were sent long ago, those that were left unsent, and threads in which nothing is left.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_messages(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let messages = in_batches(&site, believed, sweeps::messages).await?;
    let drafts = in_batches(&site, believed, sweeps::message_drafts).await?;
    Ok(messages + drafts + in_batches(&site, believed, sweeps::threads).await?)
}

/// Destroys what was done, worked at, opened and watched by people who have done nothing for years, their attempts at
/// tests among it, and attempts that were begun and left.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_progress(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let mut count = 0;
    for one in [
        sweeps::progress,
        sweeps::openings,
        sweeps::watchings,
        sweeps::sittings,
        sweeps::attempts,
        sweeps::attempt_drafts,
    ] {
        count += in_batches(&site, believed, one).await?;
    }
    Ok(count)
}

/// Forgets from where and with what people signed in, each when its clock is over, and then that they did.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_sign_ins(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let mut count = 0;
    for one in [sweeps::addresses, sweeps::browsers, sweeps::sign_ins] {
        count += in_batches(&site, believed, one).await?;
    }
    Ok(count)
}

/// Destroys who took part in, led and gave projects that ended years ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_participations(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let mut count = 0;
    for one in [sweeps::participations, sweeps::places, sweeps::guides] {
        count += in_batches(&site, believed, one).await?;
    }
    Ok(count)
}

/// Destroys holds that ended long ago.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_holds(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    in_batches(&site, believed, sweeps::holds).await
}

/// Does `one` in a transaction at a time, so that others get their turn, until there is nothing left or the run is
/// full; says how many rows that was. The moment is the one that was believed at the start: a clock that jumps
/// meanwhile ends nothing.
///
/// # Errors
/// When the database refuses.
pub async fn in_batches(site: &Site, believed: Believed, one: fn(&mut Tx, Moment) -> Result<usize>) -> Result<usize> {
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

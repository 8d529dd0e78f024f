//! Destroying evaluations whose time is over.

use actix_web::web;
use chrono::Days;

use super::queries::{self, results};
use crate::platform::clock::local;
use crate::platform::db::{Actor, migrate};
use crate::platform::error::Result;
use crate::privacy::retention::EVALUATION;
use crate::site::Site;

/// Destroys evaluations whose time is over, and the answers without a name of the same projects.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_over(site: web::Data<Site>) -> Result<usize> {
    let mut count = 0;
    loop {
        match site.write(Actor::JOB, queries::destroy_some).await? {
            0 => break,
            some => count += some,
        }
    }
    let first = local(EVALUATION.destroy.start_of_what_lasts(site.clock.now())).date();
    let last = first - Days::new(1);
    count += site.write(Actor::JOB, move |tx| results::destroy_without_names(tx, last)).await?;
    if count > 0 {
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    Ok(count)
}

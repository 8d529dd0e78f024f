//! What people ask about their own data: to see it, take it along, have it corrected, erased or left alone, and
//! objections. Each has four weeks from the day it came in. The officers of the provider answer; the portal keeps
//! the dates, tells them that there is one, and shows both sides how far it is.

mod forms;
mod letters;
mod model;
mod own;
mod queries;
mod staff;

use actix_web::web;

use crate::platform::db::{Actor, migrate};
use crate::platform::error::Result;
use crate::platform::jobs::jump::Believed;
use crate::platform::web::Routes;
use crate::privacy::retention;
use crate::site::Site;

pub use letters::render;
pub use model::{Kind, Waiting, due};
pub use queries::waiting;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    own::routes(r);
    staff::routes(r);
}

/// Destroys requests that came in so long ago that nobody has to account for them any more.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_over(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let (mut count, now) = (0, believed.now());
    while count < retention::MOST {
        match site.write(Actor::JOB, move |tx| queries::destroy_some(tx, now)).await? {
            0 => break,
            some => count += some,
        }
    }
    if count > 0 {
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    Ok(count)
}

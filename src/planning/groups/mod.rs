//! Training groups: participants who meet together, with a trainer, a time and a place.
//! Who is in which group is kept here; a participant is in one group of a project at most.

mod anyone;
mod forms;
mod letters;
mod model;
mod queries;
mod reach;
mod staff;
mod student;

use actix_web::web;

use crate::platform::clock::local;
use crate::platform::db::Actor;
use crate::platform::error::Result;
use crate::platform::web::Routes;
use crate::site::Site;

pub use letters::render;
pub use model::{GroupId, MeetingId, Overview};
pub use queries::{NEWS, enrol, of_project, settle};
pub(crate) use reach::groups_within;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
    anyone::routes(r);
}

/// Passes on the places whose offer lapsed, and offers what came free in another way; says how many projects
/// have a line.
///
/// # Errors
/// When the database refuses.
pub async fn pass_on(site: web::Data<Site>) -> Result<usize> {
    let waited = site.read(queries::waited_for).await?;
    let count = waited.len();
    for project in waited {
        site.write(Actor::JOB, move |tx| queries::settle(tx, project)).await?;
    }
    Ok(count)
}

/// Removes the lines of projects that are over, and what staff were told long enough.
///
/// # Errors
/// When the database refuses.
pub async fn tidy(site: web::Data<Site>) -> Result<usize> {
    let today = local(site.clock.now()).date();
    site.write(Actor::JOB, move |tx| queries::tidy(tx, today)).await
}

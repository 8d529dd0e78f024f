//! Absences: "ik ben verhinderd" for one meeting, with a reason from a closed list, so that nobody writes about
//! their health. Trainer and help desk read the reason; the client sees that somebody is excused and no more.

mod forms;
mod model;
mod queries;
mod staff;
mod student;

use actix_web::web;

use crate::platform::db::{Actor, migrate};
use crate::platform::error::Result;
use crate::platform::web::Routes;
use crate::site::Site;

pub use queries::{ahead, excused, forget};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}

/// Destroys what is older than its clock allows, some at a time so that others get their turn to write.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_over(site: web::Data<Site>) -> Result<usize> {
    let mut count = 0;
    loop {
        match site.write(Actor::JOB, queries::destroy_over).await? {
            0 => break,
            some => count += some,
        }
    }
    if count > 0 {
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    Ok(count)
}

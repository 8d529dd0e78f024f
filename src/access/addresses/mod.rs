//! Another e-mail address. Nothing changes until both mailboxes say yes: the new one, so that nobody takes an address
//! that is not theirs, and the old one, so that nobody takes somebody's account along. Either can let it lapse, and the
//! old one can stop it at once. Whether an address is in use already makes no difference, and shows nowhere.

mod anyone;
mod forms;
mod letters;
mod model;
mod own;
mod queries;

use actix_web::web;

use crate::platform::db::Actor;
use crate::platform::error::Result;
use crate::platform::web::Routes;
use crate::site::Site;

pub use letters::render;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    own::routes(r);
    anyone::routes(r);
}

/// Removes what nobody said yes to in time, and what is done.
///
/// # Errors
/// When the database refuses.
pub async fn tidy(site: web::Data<Site>) -> Result<usize> {
    site.write(Actor::JOB, queries::tidy).await
}

//! Training groups: participants who meet together, with a trainer, a time and a place.
//! Who is in which group is kept here; a participant is in one group of a project at most.

mod forms;
mod model;
mod queries;
mod reach;
mod staff;

use crate::platform::web::Routes;

pub use model::{GroupId, MeetingId, Overview};
pub use queries::{enrol, hold, of_project};
pub(crate) use reach::groups_within;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

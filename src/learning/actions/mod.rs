//! Actions: what a participant is to do in a project, in order, each with a date by which it is due.
//! Other features ask here which action a request is about, and tell here that it was done or is open again.

mod gatherings;
mod lasting;
mod model;
mod path;
pub mod progress;
mod queries;
mod student;
mod words;

use crate::platform::web::Routes;

pub(crate) use lasting::done_lasts;
pub use model::{ActionId, Assignment, Kind, Undertaking};
pub use queries::{assignment, complete, complete_at, enrolled, of_kind, reopen};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
}

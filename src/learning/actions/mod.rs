//! Actions: what a participant is to do in a project, in order, each with a date by which it is due.
//! Other features ask here which action a request is about, and tell here that it was done or is open again.

mod model;
mod queries;

pub use model::{ActionId, Assignment, Kind};
pub use queries::{assignment, complete, reopen};

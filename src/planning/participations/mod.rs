//! A person's part in a project: the project itself, the group they are placed in, when it meets, and who
//! else is in it.

mod model;
mod queries;

pub use model::{Mate, Meeting, Participation, Place};
pub use queries::{mates, meetings, of, one};

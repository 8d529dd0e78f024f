//! Activity: when somebody signed in, when they began a step, worked at it and finished it, and what they opened.
//! What was done and opened stands with those features; this one adds when somebody signed in and sat down to a step.

mod lately;
mod model;
mod queries;
mod staff;
mod student;
mod visits;
mod words;

use crate::platform::web::Routes;

pub(crate) use lately::last_seen;
pub use model::LEFT_OUT;
pub use queries::signed_in;
pub use visits::{Step, visit};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}

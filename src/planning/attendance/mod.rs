//! Attendance: who was at which meeting, as the trainer says. Being there, late or not, counts towards a
//! certificate; being excused does not, and is no absence without a word either.

mod forms;
mod model;
mod queries;
mod staff;

use crate::platform::web::Routes;

pub use model::Mark;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

//! Absences: "ik ben verhinderd" for one meeting, with a reason from a closed list, so that nobody writes about
//! their health. Trainer and help desk read the reason; the client sees that somebody is excused and no more.

mod forms;
mod model;
mod queries;
mod staff;
mod student;

use crate::platform::web::Routes;

pub use model::Reason;
pub use queries::{excused, forget};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}

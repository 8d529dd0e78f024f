//! The portfolio of a student: where they worked, what they learned, what interests them, and by itself what they handed
//! in and what came of it. Nobody else sees any of it until they show a part to the trainer of their group. That trainer
//! sees it as long as the project runs, and no longer than the student wants.

mod forms;
mod model;
mod queries;
mod staff;
mod student;

use crate::platform::web::Routes;

pub use model::{Kind, Part};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}

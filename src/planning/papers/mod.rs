//! Papers: the confirmation that somebody has a place in a group, and the study agreement, in which the provider and a
//! student promise each other what they will do. Each is a page to print and a PDF, made of the same words. Nobody signs:
//! a student agrees in the portal, and what they agreed to stays readable when the text changes.

mod document;
mod forms;
mod model;
mod print;
mod queries;
mod staff;
mod student;

use crate::platform::web::Routes;

pub use model::Standing;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    staff::routes(r);
}

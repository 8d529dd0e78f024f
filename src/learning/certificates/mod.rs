//! Certificates: given by themselves when a participant has met what the project asks, never changed afterwards,
//! and checked by anybody who has the number and a letter. What is wrong is mended by another one in its place.

mod anyone;
mod forms;
mod issuing;
mod letters;
mod model;
mod number;
mod paper;
mod queries;
mod staff;
mod student;

use crate::platform::web::Routes;

pub use issuing::{attendance_noted, destroy_over, issue_due, issue_to};
pub use letters::render;

/// The number of a certificate that somebody typed, as it is stored.
pub fn number_in(typed: &str) -> Option<String> {
    number::Number::parse(typed).map(|number| number.as_str().to_owned())
}

/// The number of a certificate as people read it, of one that is stored.
pub fn number_shown(stored: &str) -> String {
    number::Number::parse(stored).map_or_else(|| stored.to_owned(), |number| number.to_string())
}

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
    student::routes(r);
    staff::routes(r);
}

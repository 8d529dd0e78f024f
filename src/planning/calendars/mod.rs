//! Calendars: each meeting as a file for a calendar program, and all meetings of a person at an address of
//! their own, which calendar programs ask for again and again. Whoever has the address reads the calendar, so
//! it is secret, and can be renewed or revoked.

mod anyone;
mod ics;
mod model;
mod own;
mod queries;
mod student;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    student::routes(r);
    anyone::routes(r);
    own::routes(r);
}

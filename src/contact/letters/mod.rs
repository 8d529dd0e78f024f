//! Letters as staff see them: what was sent to whom, and what went wrong. Only letters of people in reach;
//! who sends to many, such as marketing, sees none of the personal ones.

mod model;
mod queries;
mod staff;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

//! The first page of staff: what waits for them today, as far as their permissions reach.

mod queries;
mod staff;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

//! The processing register: what was done to whose data, when, and by which role. It holds numbers and codes
//! and never a name, so that it can outlive the data it speaks of; it is where destruction is proven.

mod model;
mod queries;
mod staff;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

//! Invitations: who in a project is written to, with the link by which they first get in.

mod forms;
mod queries;
mod staff;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

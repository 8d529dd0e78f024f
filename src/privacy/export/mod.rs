//! Everything about one person, to take along: a page to read and the same as JSON, in one ZIP that is written
//! while it is sent. What is in it is read from the data map, so that a table which is not thought of here is in
//! it too.

mod archive;
mod model;
mod own;
mod queries;
mod staff;

use crate::platform::web::Routes;

pub use archive::write;
pub use model::{Dossier, Extent};
pub use queries::dossier;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    own::routes(r);
    staff::routes(r);
}

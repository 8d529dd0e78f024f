//! The accessibility statement: what the portal aims at, how far that was tested, and what was not. Whoever changes how
//! it is tested changes the page with it.

mod anyone;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
}

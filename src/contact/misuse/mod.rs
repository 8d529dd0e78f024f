//! Where and how people report that something is wrong: somebody else in their account, data of others in sight, a weak
//! spot. The page is public, because whoever has to report something may not be able to get in.

mod anyone;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
}

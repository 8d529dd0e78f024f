//! The page that says which cookies there are, made of the table of those we set.

mod anyone;

use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
}

//! Passkeys: a key on somebody's own device, unlocked with a finger, a face or a code, whose public half is here. It is
//! a second step after the password, and a way in without one. What is asked of a browser is kept on this side, for
//! five minutes, and can be answered once.

mod door;
mod forms;
mod model;
mod own;
mod party;
mod proof;
mod queries;
mod step;

pub use model::{Listed, MOST};
pub use own::begin;
pub use party::Party;
pub use queries::{any, clear, of, tidy};

use crate::platform::db::id;
use crate::platform::web::Routes;

id!(
    /// The number of a passkey.
    PasskeyId
);

/// The pages of this part.
pub fn routes(r: &mut Routes) {
    door::routes(r);
    step::routes(r);
    own::routes(r);
}

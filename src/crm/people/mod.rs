//! People: a human known to the provider, who may be participant, project leader, contact and staff at once.
//! Other features take the name of a person from here, so that it is written the same way everywhere.

mod model;

pub use model::{Name, PersonId};

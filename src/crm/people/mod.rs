//! People: a human known to the provider, who may be participant, project leader, contact and staff at once.
//! Other features take the name of a person from here, so that it is written the same way everywhere.

mod model;
mod queries;

pub use model::{Details, Likeness, Name, NewPerson, PersonId, email_folded};
pub use queries::{enter, fill_in, find_at};

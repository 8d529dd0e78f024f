//! People: a human known to the provider, who may be participant, project leader, contact and staff at once.
//! Other features take the name of a person from here, so that it is written the same way everywhere.

mod model;
mod queries;

pub use model::{Details, Likeness, Name, NewPerson, PersonId, email_folded};
pub use queries::{enter, fill_in, find_at};

/// The columns of `people` that make a [`Name`], in its order; an alias takes them by its `fields`.
macro_rules! name {
    () => {{
        use $crate::platform::db::schema::people;
        (people::first_name, people::initials, people::infix, people::last_name)
    }};
}
pub(crate) use name;

//! People: a human known to the provider, who may be participant, project leader, contact and staff at once.
//! Other features take the name of a person from here, so that it is written the same way everywhere; the person
//! keeps their own data in order here.

mod forms;
mod model;
mod news;
mod own;
mod queries;
mod sheet;

use crate::platform::db::Db;
use crate::platform::error::Result;
use crate::platform::mail::Letter;
use crate::platform::web::Routes;

pub use model::{Details, Likeness, Name, NewPerson, PersonId, email_folded};
pub use news::News;
pub use queries::{does_without, enter, fill_in, find_at, remember};

/// The columns of `people` that make a [`Name`], in its order; an alias takes them by its `fields`.
macro_rules! name {
    () => {{
        use $crate::platform::db::schema::people;
        (people::first_name, people::initials, people::infix, people::last_name)
    }};
}
pub(crate) use name;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    own::routes(r);
}

/// Whether `letter` brings news that whoever it is for does without.
///
/// # Errors
/// When the database refuses.
pub fn is_unwanted(db: &mut Db, letter: &Letter) -> Result<bool> {
    match (letter.person_id, News::in_letters(letter.kind)) {
        (Some(person), Some(news)) => does_without(db, person, news),
        _ => Ok(false),
    }
}

//! Rosters: the list of participants as the client sends it, read as people really send it.
//! A dry run shows what each row would do; a wrong row never stops the others.

mod addresses;
mod checks;
mod column;
mod delimited;
mod format;
mod headings;
mod importing;
mod line;
mod names;
pub mod operator;
mod plan;
mod queries;
mod reading;
mod receiving;
mod row;
mod sheet;
mod staff;
mod staging;
mod words;
mod workbook;

use actix_web::web;

use crate::crm::people;
use crate::platform::db::{Actor, id};
use crate::platform::error::Result;
use crate::platform::web::Routes;
use crate::site::Site;

pub use addresses::address;
pub use column::Column;
pub use format::{Format, MAX_BYTES, Unreadable};
pub use row::{Fault, Reason, Row};
pub use sheet::{MAX_ROWS, Sheet, read};

id!(
    /// The number of a list that waits to be imported.
    RosterId
);

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

/// Destroys the lists that were left waiting for a day.
///
/// # Errors
/// When the database refuses.
pub async fn tidy(site: web::Data<Site>) -> Result<usize> {
    site.write(Actor::JOB, queries::tidy).await
}

/// A name that was typed in one piece, taken apart as in a list.
pub fn name_of(whole: &str) -> people::Name {
    let name = names::Name::of_whole(whole);
    let filled = |text: String| (!text.is_empty()).then_some(text);
    people::Name {
        first_name: filled(name.first_name),
        initials: filled(name.initials),
        infix: filled(name.infix),
        last_name: name.last_name,
    }
}

//! Rosters: the list of participants as the client sends it, read as people really send it.
//! A dry run shows what each row would do; a wrong row never stops the others.

mod addresses;
mod checks;
mod column;
mod delimited;
mod format;
mod headings;
mod line;
mod names;
mod reading;
mod row;
mod sheet;
mod words;
mod workbook;

pub use column::Column;
pub use format::{Format, MAX_BYTES, Unreadable};
pub use row::{Fault, Language, Reason, Row};
pub use sheet::{MAX_ROWS, Sheet, read};

use crate::crm::people;

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

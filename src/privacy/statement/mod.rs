//! The privacy statement, in dated versions. Who signs in for the first time, or after a change, accepts it.
//! The page is public; the same text stands where it is accepted.

mod anyone;
mod kept;

use chrono::NaiveDate;

use crate::platform::i18n::Lang;
use crate::platform::web::Routes;

pub use kept::{Kind, kinds, processing_register};

/// The version in force: the date from which it holds. The text of each version stands in `docs/statement`; a test
/// fails when the page says something else than the version it names.
pub const VERSION: &str = "2026-11-25";

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
}

/// The day from which the version in force holds, in words.
pub fn holds_from(lang: Lang) -> String {
    VERSION.parse::<NaiveDate>().map(|day| lang.date(day)).unwrap_or_default()
}

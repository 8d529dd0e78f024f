//! The privacy statement, in dated versions. Who signs in for the first time, or after a change, accepts it.
//! The page is public; the same text stands where it is accepted.

mod anyone;

use chrono::NaiveDate;

use crate::platform::i18n::Lang;
use crate::platform::web::Routes;

/// The version in force: the date from which it holds. A change of meaning in the texts is a new version.
pub const VERSION: &str = "2026-11-01";

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
}

/// The day from which the version in force holds, in words.
pub fn holds_from(lang: Lang) -> String {
    VERSION.parse::<NaiveDate>().map(|day| lang.date(day)).unwrap_or_default()
}

//! The privacy statement, in dated versions. Who signs in for the first time, or after a change, accepts it.
//! The page is public; the same text stands where it is accepted.
//!
//! **Terms.** The text says how long things are kept as that holds at this installation, and since when for what two
//! officers changed. A term that becomes shorter takes nothing from anybody and is no new version. One that becomes
//! longer is: the version gets a number behind it, and who signs in from then on reads it first. What somebody
//! accepted earlier can be told from the text of that version and the changes of terms, which both stay.

mod anyone;
mod kept;
mod said;

use chrono::NaiveDate;

use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::web::Routes;
use crate::privacy::retention::Terms;

pub use kept::{processing_register, short};
pub use said::Said;

/// The version of the text: the date from which it holds. Each one stands in `docs/statement`, with the terms as
/// they are at first; a test fails when the page says something else than the version it names.
pub const VERSION: &str = "2026-11-26";

/// The version in force under `terms` at `now`.
pub fn version(terms: &Terms, now: Moment) -> String {
    match terms.lengthened(now).len() {
        0 => VERSION.to_owned(),
        times => format!("{VERSION}.{times}"),
    }
}

/// Whether `accepted` is the version that was in force under `terms` at `at`, or a later one of the same text.
pub fn is_read(accepted: &str, terms: &Terms, at: Moment) -> bool {
    let Some(rest) = accepted.strip_prefix(VERSION) else { return false };
    let times = if rest.is_empty() { Some(0) } else { rest.strip_prefix('.').and_then(|n| n.parse().ok()) };
    times.is_some_and(|times: usize| times >= terms.lengthened(at).len())
}

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
}

/// The day from which the version in force under `terms` at `now` holds.
fn holds_from(terms: &Terms, now: Moment) -> Option<NaiveDate> {
    let longer = terms.lengthened(now).last().map(|at| local(*at).date());
    longer.or_else(|| VERSION.parse().ok())
}

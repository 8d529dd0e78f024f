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
use crate::platform::i18n::Lang;
use crate::platform::web::Routes;
use crate::privacy::retention::Terms;

pub use kept::{processing_register, short};
pub use said::Said;

/// The version of the text: the date from which it holds. Each one stands in `docs/statement`, with the terms as
/// they are at first; a test fails when the page says something else than the version it names.
pub const VERSION: &str = "2026-11-26";

/// The newest text to which everybody has to say yes, because it changed what is done with their data. Of those after
/// it people are told.
const ASKS: &str = "2026-11-25";

/// The texts after the first one; each says what changed with it.
const CHANGES: &[&str] = &["2026-11-25", "2026-11-26"];

/// The version in force under `terms` at `now`.
pub fn version(terms: &Terms, now: Moment) -> String {
    numbered(terms.lengthened(now).len())
}

/// Whether `accepted` lets its reader go on: its text is the newest that asks, or a later one, and it has the longer
/// terms that held under `terms` at `at`.
pub fn is_read(accepted: &str, terms: &Terms, at: Moment) -> bool {
    let (text, times) = parts(accepted);
    text >= ASKS && times.is_some_and(|times| times >= terms.lengthened(at).len())
}

/// What changed in the text since the version `accepted`: each day from which something else held, and what that was.
pub fn changes_since(accepted: &str, lang: Lang) -> Vec<(String, String)> {
    let (text, _) = parts(accepted);
    let later = CHANGES.iter().filter(|change| **change > text);
    let spoken = |change: &str| change.parse::<NaiveDate>().map(|day| lang.date(day)).unwrap_or_default();
    later.map(|change| (spoken(change), lang.texts().privacy_news_what(format!("v{change}")))).collect()
}

/// What somebody who accepted `accepted` has read with [`changes_since`] it: the text of now. Terms that became longer
/// meanwhile are not among that, so those wait until they sign in.
pub fn caught_up(accepted: &str) -> String {
    numbered(parts(accepted).1.unwrap_or(0))
}

/// Texts are dates, so the later of two is the greater.
fn parts(version: &str) -> (&str, Option<usize>) {
    version.split_once('.').map_or((version, Some(0)), |(text, times)| (text, times.parse().ok()))
}

fn numbered(times: usize) -> String {
    if times == 0 { VERSION.to_owned() } else { format!("{VERSION}.{times}") }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_says_in_both_languages_what_changed() {
        assert_eq!(CHANGES.last(), Some(&VERSION), "the text in force changed something");
        assert!(CHANGES.is_sorted() && ASKS <= VERSION);
        for lang in [Lang::Nl, Lang::En] {
            assert!(changes_since(VERSION, lang).is_empty() && changes_since(&numbered(3), lang).is_empty());
            let all = changes_since("2026-11-24", lang);
            assert_eq!(all.len(), CHANGES.len());
            for (day, what) in all {
                assert!(day.ends_with("2026") && !what.starts_with('v'), "{day}: {what}");
            }
        }
    }

    #[test]
    fn whoever_read_what_changed_keeps_the_longer_terms_that_they_accepted() {
        assert_eq!(caught_up("2026-11-25"), VERSION);
        assert_eq!(caught_up("2026-11-25.2"), format!("{VERSION}.2"));
        assert_eq!(caught_up("what.ever"), VERSION);
    }
}

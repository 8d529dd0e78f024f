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

/// The newest version to which everybody has to say yes, because it changed what is done with their data. Of those
/// after it people are told.
const ASKS: &str = "2026-11-24";

/// The versions after the first one; the texts say what changed with each.
const CHANGES: &[&str] = &["2026-11-25"];

/// Whether somebody who accepted `version` can go on. Versions are dates, so the later of two is the greater.
pub fn is_accepted(version: Option<&str>) -> bool {
    version.is_some_and(|version| version >= ASKS)
}

/// What changed since `version`: each day from which something else held, and what that was.
pub fn changes_since(version: &str, lang: Lang) -> Vec<(String, String)> {
    let later = CHANGES.iter().filter(|change| **change > version);
    later.map(|change| (spoken(change, lang), lang.texts().privacy_changed(format!("v{change}")))).collect()
}

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    anyone::routes(r);
}

/// The day from which the version in force holds, in words.
pub fn holds_from(lang: Lang) -> String {
    spoken(VERSION, lang)
}

fn spoken(version: &str, lang: Lang) -> String {
    version.parse::<NaiveDate>().map(|day| lang.date(day)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_accepted_the_newest_version_that_asks_can_go_on() {
        assert!(is_accepted(Some(VERSION)) && is_accepted(Some(ASKS)) && ASKS <= VERSION);
        assert!(!is_accepted(Some("2020-01-01")) && !is_accepted(None));
    }

    #[test]
    fn each_version_says_in_both_languages_what_changed() {
        assert_eq!(CHANGES.last(), Some(&VERSION), "the version in force changed something");
        assert!(CHANGES.is_sorted());
        for lang in [Lang::Nl, Lang::En] {
            assert!(changes_since(VERSION, lang).is_empty());
            let all = changes_since("2026-11-24", lang);
            assert_eq!(all.len(), CHANGES.len());
            for (day, what) in all {
                assert!(day.ends_with("2026") && !what.starts_with('v'), "{day}: {what}");
            }
        }
    }
}

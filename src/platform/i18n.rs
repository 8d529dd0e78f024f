//! Dutch and English: the typed texts, and dates, times and sizes as people say them.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Timelike, Weekday};

use super::clock::local;
use super::db::{Moment, text_enum};

#[allow(clippy::all, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// Every text of the product, as one function per text.
pub type Texts = texts::L10nLanguage;

text_enum!(
    /// A language a page can be in.
    Lang {
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
    }
);

impl Lang {
    /// The code for the `lang` attribute.
    pub fn code(self) -> &'static str {
        self.as_str()
    }

    /// The texts in this language.
    pub fn texts(self) -> &'static Texts {
        static NL: OnceLock<Texts> = OnceLock::new();
        static EN: OnceLock<Texts> = OnceLock::new();
        match self {
            Self::Nl => NL.get_or_init(|| texts::L10n::Nl.load()),
            Self::En => EN.get_or_init(|| texts::L10n::En.load()),
        }
    }

    /// The language that an `Accept-Language` header asks for first, of the two we have; Dutch without one.
    pub fn accepted(header: &str) -> Self {
        let mut wishes: Vec<(f32, Self)> = header.split(',').filter_map(wish).collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map_or(Self::Nl, |w| w.1)
    }

    /// A date in words: "dinsdag 8 december 2026".
    pub fn day(self, date: NaiveDate) -> String {
        format!("{} {}", self.weekday(date), self.date(date))
    }

    /// A date without its weekday: "8 december 2026".
    pub fn date(self, date: NaiveDate) -> String {
        format!("{} {}", self.short_date(date), date.year())
    }

    /// A date within the year at hand: "8 december".
    pub fn short_date(self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.month(date))
    }

    /// The day of a moment in Amsterdam, in words: "dinsdag 8 december 2026".
    pub fn day_of(self, at: Moment) -> String {
        self.day(local(at).date())
    }

    /// The day of a moment in Amsterdam, within the year at hand: "8 december".
    pub fn short_date_of(self, at: Moment) -> String {
        self.short_date(local(at).date())
    }

    /// The name of the weekday of `date`.
    pub fn weekday(self, date: NaiveDate) -> &'static str {
        match (self, date.weekday()) {
            (Self::Nl, Weekday::Mon) => "maandag",
            (Self::Nl, Weekday::Tue) => "dinsdag",
            (Self::Nl, Weekday::Wed) => "woensdag",
            (Self::Nl, Weekday::Thu) => "donderdag",
            (Self::Nl, Weekday::Fri) => "vrijdag",
            (Self::Nl, Weekday::Sat) => "zaterdag",
            (Self::Nl, Weekday::Sun) => "zondag",
            (Self::En, Weekday::Mon) => "Monday",
            (Self::En, Weekday::Tue) => "Tuesday",
            (Self::En, Weekday::Wed) => "Wednesday",
            (Self::En, Weekday::Thu) => "Thursday",
            (Self::En, Weekday::Fri) => "Friday",
            (Self::En, Weekday::Sat) => "Saturday",
            (Self::En, Weekday::Sun) => "Sunday",
        }
    }

    /// The name of the month of `date`.
    pub fn month(self, date: NaiveDate) -> &'static str {
        const NL: [&str; 12] = [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ];
        const EN: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let names = match self {
            Self::Nl => NL,
            Self::En => EN,
        };
        names.get(date.month0() as usize).copied().unwrap_or_default()
    }

    /// A time of day in Amsterdam: "9.30" in Dutch, "9:30" in English.
    pub fn time(self, at: Moment) -> String {
        let at = local(at);
        let mark = match self {
            Self::Nl => '.',
            Self::En => ':',
        };
        format!("{}{mark}{:02}", at.hour(), at.minute())
    }

    /// A moment in words, in Amsterdam: "dinsdag 8 december 2026, 9.30 uur".
    pub fn moment(self, at: Moment) -> String {
        let day = self.day(local(at).date());
        match self {
            Self::Nl => format!("{day}, {} uur", self.time(at)),
            Self::En => format!("{day}, {}", self.time(at)),
        }
    }

    /// A span on one day, in Amsterdam: "9.30 – 12.30 uur".
    pub fn span(self, from: Moment, until: Moment) -> String {
        let span = format!("{} – {}", self.time(from), self.time(until));
        match self {
            Self::Nl => format!("{span} uur"),
            Self::En => span,
        }
    }

    /// A whole number as people read it: "20.000" in Dutch, "20,000" in English.
    pub fn number(self, number: usize) -> String {
        let mark = match self {
            Self::Nl => '.',
            Self::En => ',',
        };
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }

    /// A size in bytes as people read it: "84 kB", "2,4 MB" (decimal units).
    pub fn size(self, bytes: i64) -> String {
        let mark = match self {
            Self::Nl => ',',
            Self::En => '.',
        };
        match bytes {
            ..1_000 => format!("{bytes} B"),
            1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
            _ => {
                let tenths = (bytes + 50_000) / 100_000;
                format!("{}{mark}{} MB", tenths / 10, tenths % 10)
            }
        }
    }
}

fn wish(part: &str) -> Option<(f32, Lang)> {
    let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
    let lang = Lang::parse(tag.trim().split('-').next()?.to_ascii_lowercase().as_str())?;
    let weight = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.parse().ok())?;
    Some((weight, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_chooses_between_the_two() {
        assert_eq!(Lang::accepted("en-GB,en;q=0.9,nl;q=0.8"), Lang::En);
        assert_eq!(Lang::accepted("de, nl;q=0.3, en;q=0.7"), Lang::En);
        assert_eq!(Lang::accepted("fr, *"), Lang::Nl);
        assert_eq!(Lang::accepted(""), Lang::Nl);
    }

    #[test]
    fn dates_times_and_sizes_are_spoken() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 8).unwrap();
        assert_eq!(Lang::Nl.day(day), "dinsdag 8 december 2026");
        assert_eq!(Lang::En.day(day), "Tuesday 8 December 2026");
        let at = crate::platform::clock::parse("2026-12-08T09:30").unwrap();
        assert_eq!(Lang::Nl.moment(at), "dinsdag 8 december 2026, 9.30 uur");
        assert_eq!(Lang::Nl.span(at, at.plus(chrono::TimeDelta::hours(3))), "9.30 – 12.30 uur");
        assert_eq!([7, 4_950, 20_000, 1_234_567].map(|n| Lang::Nl.number(n)), ["7", "4.950", "20.000", "1.234.567"]);
        assert_eq!(Lang::Nl.size(84_321), "84 kB");
        assert_eq!(Lang::Nl.size(2_440_000), "2,4 MB");
    }
}

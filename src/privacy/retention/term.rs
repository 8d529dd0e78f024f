//! The arithmetic of calendar months: when a term ends, and which terms are over.

use chrono::{Days, Months, NaiveDate, NaiveTime, TimeDelta};

use crate::platform::clock::{end_of_day, from_local, local};
use crate::platform::db::Moment;
use crate::platform::i18n::Texts;

/// How long something lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// So many hours, to the second.
    Hours(u16),
    /// So many days in Amsterdam, up to and including the last second of the last.
    Days(u16),
    /// So many calendar months in Amsterdam, up to and including the last second of that day.
    Months(u16),
}

impl Term {
    /// So many calendar years.
    pub const fn years(years: u16) -> Self {
        Self::Months(12 * years)
    }

    /// How many of its unit it lasts.
    pub fn count(self) -> i32 {
        match self {
            Self::Hours(n) | Self::Days(n) | Self::Months(n) => i32::from(n),
        }
    }

    /// A term of `count` of the same unit. What no term can be becomes the shortest.
    pub fn of_same_unit(self, count: i32) -> Self {
        let count = u16::try_from(count).unwrap_or(0);
        match self {
            Self::Hours(_) => Self::Hours(count),
            Self::Days(_) => Self::Days(count),
            Self::Months(_) => Self::Months(count),
        }
    }

    /// In words.
    pub fn says(self, t: &Texts) -> String {
        match self {
            Self::Hours(hours) => t.retention_hours(hours),
            Self::Days(days) => t.retention_days(days),
            Self::Months(months) if months % 12 == 0 => t.retention_years(months / 12),
            Self::Months(months) => t.retention_months(months),
        }
    }

    /// The last moment of the term that starts at `from`.
    pub fn end(self, from: Moment) -> Moment {
        match self {
            Self::Hours(hours) => from.plus(TimeDelta::hours(i64::from(hours))),
            Self::Days(days) => end_of_day(local(from).date() + Days::new(u64::from(days))),
            Self::Months(months) => end_of_day(months_later(local(from).date(), u32::from(months))),
        }
    }

    /// The earliest start of a term that is not over at `now`: whatever started before it is over.
    pub fn start_of_what_lasts(self, now: Moment) -> Moment {
        let months = match self {
            Self::Hours(hours) => return now.minus(TimeDelta::hours(i64::from(hours))),
            Self::Days(days) => {
                let day = local(now).date() - Days::new(u64::from(days));
                return from_local(day.and_time(NaiveTime::MIN));
            }
            Self::Months(months) => u32::from(months),
        };
        let today = local(now).date();
        let day = today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
        // Going back from the 29th of February ends on a 28th, whose own term is over.
        let day = if months_later(day, months) < today { day.succ_opt().unwrap_or(day) } else { day };
        from_local(day.and_time(NaiveTime::MIN))
    }
}

/// The same day of the month `months` later, or the last day of a month that is too short for it.
pub fn months_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

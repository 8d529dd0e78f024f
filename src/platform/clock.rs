//! The one source of the time, so that a test and the demo can set it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Amsterdam;

use super::db::Moment;

/// Tells the time: the real one, the real one moved, or one that stands still until it is moved.
#[derive(Debug, Clone)]
pub struct Clock {
    kind: Kind,
    /// The latest moment it told, in seconds since 1970; the same for all copies.
    newest: Arc<AtomicI64>,
}

#[derive(Debug, Clone)]
enum Kind {
    /// Seconds to add to the real time.
    Running(i64),
    /// Seconds since 1970, UTC.
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// The real time.
    pub fn real() -> Self {
        Self::of(Kind::Running(0))
    }

    /// A clock that reads `at` now and runs on from there.
    pub fn starting_at(at: Moment) -> Self {
        Self::of(Kind::Running(at.seconds() - real_seconds()))
    }

    /// A clock that stands at `at` until it is moved.
    pub fn standing_at(at: Moment) -> Self {
        Self::of(Kind::Standing(Arc::new(AtomicI64::new(at.seconds()))))
    }

    fn of(kind: Kind) -> Self {
        Self { kind, newest: Arc::new(AtomicI64::new(i64::MIN)) }
    }

    /// Whether this is the clock of the machine, which somebody may have set wrong.
    pub fn is_real(&self) -> bool {
        matches!(self.kind, Kind::Running(0))
    }

    /// Moves a standing clock on; a running one does not let itself be moved.
    pub fn advance(&self, by: TimeDelta) {
        if let Kind::Standing(at) = &self.kind {
            at.fetch_add(by.num_seconds(), Ordering::SeqCst);
        }
    }

    /// The time, in whole seconds UTC.
    pub fn now(&self) -> Moment {
        let seconds = self.seconds();
        self.newest.fetch_max(seconds, Ordering::SeqCst);
        Moment::new(DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc())
    }

    /// How far it is behind the latest moment it told: more than a little when somebody set it back.
    pub fn behind(&self) -> TimeDelta {
        let newest = self.newest.load(Ordering::SeqCst);
        TimeDelta::try_seconds(newest.saturating_sub(self.seconds())).unwrap_or_default().max(TimeDelta::zero())
    }

    /// Takes it that it was at `at` before, by what is written elsewhere.
    pub fn remember(&self, at: Moment) {
        self.newest.fetch_max(at.seconds(), Ordering::SeqCst);
    }

    /// Takes the time as it is now for right.
    pub fn believe(&self) {
        self.newest.store(self.seconds(), Ordering::SeqCst);
    }

    fn seconds(&self) -> i64 {
        match &self.kind {
            Kind::Running(offset) => real_seconds() + offset,
            Kind::Standing(at) => at.load(Ordering::SeqCst),
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "this is the clock the rest of the program reads")]
fn real_seconds() -> i64 {
    chrono::Utc::now().timestamp()
}

/// The date and time in Amsterdam at `at`.
pub fn local(at: Moment) -> NaiveDateTime {
    Amsterdam.from_utc_datetime(&at.naive()).naive_local()
}

/// The moment at which the clocks in Amsterdam show `at`: the earlier one in the hour that comes twice
/// in autumn, and one hour later in the hour that does not exist in spring.
pub fn from_local(at: NaiveDateTime) -> Moment {
    let found = Amsterdam.from_local_datetime(&at).earliest();
    let found = found.or_else(|| Amsterdam.from_local_datetime(&(at + TimeDelta::hours(1))).earliest());
    Moment::new(found.map_or(at, |t| t.naive_utc()))
}

/// The last second of `day` in Amsterdam: the end of a clock that names that day.
pub fn end_of_day(day: NaiveDate) -> Moment {
    let next = day.succ_opt().unwrap_or(day).and_time(chrono::NaiveTime::MIN);
    from_local(next).minus(TimeDelta::seconds(1))
}

/// Reads a moment as the command line gives it: RFC 3339, or without a zone in Amsterdam's time.
///
/// # Errors
/// A sentence for the operator.
pub fn parse(text: &str) -> Result<Moment, String> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(Moment::new(at.naive_utc()));
    }
    for format in ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"] {
        if let Ok(at) = NaiveDateTime::parse_from_str(text, format) {
            return Ok(from_local(at));
        }
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d");
    day.map(|d| from_local(d.and_time(chrono::NaiveTime::MIN)))
        .map_err(|_| format!("{text} is no moment; write it like 2027-06-01T03:00"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> String {
        parse(text).unwrap().rfc3339()
    }

    #[test]
    fn moments_are_read_in_amsterdam_unless_they_name_a_zone() {
        assert_eq!(at("2027-06-01T03:00"), "2027-06-01T01:00:00Z");
        assert_eq!(at("2027-01-01T03:00"), "2027-01-01T02:00:00Z");
        assert_eq!(at("2027-01-01T03:00:00Z"), "2027-01-01T03:00:00Z");
        assert!(parse("tomorrow").is_err());
    }

    #[test]
    fn the_nights_the_clock_changes_have_an_end_too() {
        let day = |d: &str| NaiveDate::parse_from_str(d, "%Y-%m-%d").unwrap();
        assert_eq!(end_of_day(day("2027-03-28")).rfc3339(), "2027-03-28T21:59:59Z");
        assert_eq!(end_of_day(day("2027-10-31")).rfc3339(), "2027-10-31T22:59:59Z");
        assert_eq!(at("2027-03-28T02:30"), "2027-03-28T01:30:00Z");
        assert_eq!(at("2027-10-31T02:30"), "2027-10-31T00:30:00Z");
    }
}

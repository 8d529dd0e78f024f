//! The policies, and the arithmetic of calendar months.

use chrono::{Days, Months, NaiveDate, NaiveTime, TimeDelta};

use crate::planning::projects::UploadAnchor;
use crate::platform::clock::{end_of_day, from_local, local};
use crate::platform::db::{Moment, text_enum};

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
    const fn years(years: u16) -> Self {
        Self::Months(12 * years)
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

/// The same day of the month, or the last day of a month that is too short for it.
fn months_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

text_enum!(
    /// What starts a clock.
    Anchor {
        /// The moment it was made or received.
        Creation = "creation",
        /// The moment its owner confirmed it, or the end of the project where the project says so.
        Confirmation = "confirmation",
        /// The end of the project.
        ProjectEnd = "project_end",
        /// The moment it was sent.
        Sending = "sending",
        /// The last time it was used.
        LastUse = "last_use",
    }
);

/// How long one kind of data lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// What it is about, as a word.
    pub kind: &'static str,
    /// Counts up with every change of the terms; each row remembers under which version it was stamped.
    pub version: i32,
    /// How long its owner sees it, when that is shorter than it is kept.
    pub portal: Option<Term>,
    /// How long it is kept.
    pub destroy: Term,
    /// What starts the clock.
    pub anchor: Anchor,
}

const fn policy(kind: &'static str, destroy: Term, anchor: Anchor) -> Policy {
    Policy { kind, version: 1, portal: None, destroy, anchor }
}

/// A file that was handed in.
pub const UPLOAD: Policy =
    Policy { portal: Some(Term::Months(3)), ..policy("upload", Term::Months(6), Anchor::Confirmation) };
/// A file that was sent, and not handed in yet.
pub const PENDING_UPLOAD: Policy = policy("pending_upload", Term::Hours(24), Anchor::Creation);
/// The answers of an intake, the learning wishes among them.
pub const INTAKE: Policy = policy("intake", Term::years(1), Anchor::ProjectEnd);
/// An intake that was begun and left; each time it is saved, its clock starts anew.
pub const INTAKE_DRAFT: Policy = policy("intake_draft", Term::Days(30), Anchor::LastUse);
/// An evaluation with a name, and the tick of one without.
pub const EVALUATION: Policy = policy("evaluation", Term::years(3), Anchor::ProjectEnd);
/// An evaluation that was begun and left; each time it is saved, its clock starts anew.
pub const EVALUATION_DRAFT: Policy = policy("evaluation_draft", Term::Days(30), Anchor::LastUse);
/// What stands on a certificate.
pub const CERTIFICATE: Policy = policy("certificate", Term::years(5), Anchor::Creation);
/// A letter that was sent, or could not be.
pub const LETTER: Policy = policy("letter", Term::years(2), Anchor::Sending);
/// Every policy, as the officer reads them. Those that have no name here are carried out by the feature that
/// makes the rows.
pub const POLICIES: &[Policy] = &[
    UPLOAD,
    PENDING_UPLOAD,
    INTAKE,
    INTAKE_DRAFT,
    EVALUATION,
    EVALUATION_DRAFT,
    CERTIFICATE,
    LETTER,
    policy("roster", Term::Hours(24), Anchor::Creation),
    policy("register_line", Term::years(5), Anchor::Creation),
    policy("session", Term::Hours(12), Anchor::LastUse),
    policy("link", Term::Hours(72), Anchor::Sending),
    policy("held_form", Term::Hours(24), Anchor::Creation),
];

/// The clocks of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The last moment its owner sees it.
    pub portal_until: Moment,
    /// The last moment it exists; after it, the sweep destroys it.
    pub destroy_at: Moment,
    /// The version of the policy.
    pub version: i32,
}

impl Policy {
    /// The clocks of what starts at `from`.
    pub fn stamp(&self, from: Moment) -> Stamp {
        let destroy_at = self.destroy.end(from);
        let portal_until = self.portal.map_or(destroy_at, |term| term.end(from));
        Stamp { portal_until, destroy_at, version: self.version }
    }
}

/// When the clocks of an upload start that was confirmed at `confirmed`, in a project that ends on `ends_on`.
///
/// Never before the file was there: an old end date must not take fresh work away. Never later than twelve
/// months after confirmation: an end date is typed by hand.
pub fn upload_start(anchor: UploadAnchor, confirmed: Moment, ends_on: NaiveDate) -> Moment {
    match anchor {
        UploadAnchor::Confirmation => confirmed,
        UploadAnchor::ProjectEnd => {
            let latest = end_of_day(months_later(local(confirmed).date(), 12));
            end_of_day(ends_on).clamp(confirmed, latest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    fn upload(from: &str) -> (String, String) {
        let stamp = UPLOAD.stamp(parse(from).unwrap());
        (stamp.portal_until.rfc3339(), stamp.destroy_at.rfc3339())
    }

    fn ends(from: &str, portal: &str, destroy: &str) {
        assert_eq!(upload(from), (portal.to_owned(), destroy.to_owned()), "{from}");
    }

    #[test]
    fn a_clock_ends_with_the_day_it_names() {
        ends("2026-11-24T10:00", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
        ends("2026-11-24T00:00", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
        ends("2026-11-24T23:59:59", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
    }

    #[test]
    fn the_day_is_the_day_in_amsterdam() {
        // Half past eleven in the evening in London is the next day in Amsterdam.
        ends("2026-11-23T23:30:00Z", "2027-02-24T22:59:59Z", "2027-05-24T21:59:59Z");
        ends("2026-07-01T22:30:00Z", "2026-10-02T21:59:59Z", "2027-01-02T22:59:59Z");
    }

    #[test]
    fn a_month_that_is_too_short_ends_with_its_last_day() {
        ends("2026-11-30T12:00", "2027-02-28T22:59:59Z", "2027-05-30T21:59:59Z");
        ends("2027-11-30T12:00", "2028-02-29T22:59:59Z", "2028-05-30T21:59:59Z");
        ends("2027-08-31T12:00", "2027-11-30T22:59:59Z", "2028-02-29T22:59:59Z");
        ends("2028-02-29T12:00", "2028-05-29T21:59:59Z", "2028-08-29T21:59:59Z");
        let year_later = INTAKE.stamp(parse("2028-02-29T12:00").unwrap()).destroy_at;
        assert_eq!(year_later.rfc3339(), "2029-02-28T22:59:59Z");
    }

    #[test]
    fn the_nights_the_clock_changes_are_days_like_others() {
        // Handed in during the hour that comes twice, before and after the clock went back.
        ends("2026-10-25T00:30:00Z", "2027-01-25T22:59:59Z", "2027-04-25T21:59:59Z");
        ends("2026-10-25T01:30:00Z", "2027-01-25T22:59:59Z", "2027-04-25T21:59:59Z");
        // Ending on such a day: 23 hours long in spring, 25 in autumn.
        ends("2026-12-28T12:00", "2027-03-28T21:59:59Z", "2027-06-28T21:59:59Z");
        ends("2027-07-31T12:00", "2027-10-31T22:59:59Z", "2028-01-31T22:59:59Z");
        // Handed in on the night the clock goes on.
        ends("2027-03-28T01:59:59", "2027-06-28T21:59:59Z", "2027-09-28T21:59:59Z");
        ends("2027-03-28T03:00:00", "2027-06-28T21:59:59Z", "2027-09-28T21:59:59Z");
    }

    #[test]
    fn hours_are_hours_whatever_the_clock_does() {
        let stamp = PENDING_UPLOAD.stamp(parse("2026-10-24T14:00").unwrap());
        assert_eq!(stamp.destroy_at, parse("2026-10-25T13:00").unwrap());
        assert_eq!(stamp.portal_until, stamp.destroy_at);
    }

    #[test]
    fn what_is_over_can_be_told_from_its_start() {
        for term in [Term::Months(24), Term::Months(1), Term::Days(30), Term::Hours(24)] {
            for day in 0..800 {
                let now = parse("2027-01-01T03:00").unwrap().plus(TimeDelta::days(day));
                let first = term.start_of_what_lasts(now);
                assert!(term.end(first) >= now, "{}", now.rfc3339());
                assert!(term.end(first.minus(TimeDelta::seconds(1))) < now, "{}", now.rfc3339());
            }
        }
    }

    #[test]
    fn a_project_may_start_the_clocks_at_its_end_within_bounds() {
        let confirmed = parse("2026-11-24T10:00").unwrap();
        let start = |anchor, ends_on: &str| upload_start(anchor, confirmed, ends_on.parse().unwrap()).rfc3339();
        assert_eq!(start(UploadAnchor::Confirmation, "2027-01-31"), confirmed.rfc3339());
        assert_eq!(start(UploadAnchor::ProjectEnd, "2027-01-31"), "2027-01-31T22:59:59Z");
        assert_eq!(start(UploadAnchor::ProjectEnd, "2030-01-31"), "2027-11-24T22:59:59Z");
        assert_eq!(start(UploadAnchor::ProjectEnd, "2025-01-31"), confirmed.rfc3339());
    }
}

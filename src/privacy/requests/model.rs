//! A request, its clock, and how far it is.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use crate::platform::clock::local;
use crate::platform::db::{Moment, id, text_enum};
use crate::platform::i18n::Texts;
use crate::privacy::retention::Term;

id!(
    /// The number of a request.
    RequestId
);

text_enum!(
    /// What somebody asks about their own data.
    Kind {
        /// To see all of it, also what the portal does not show them.
        Access = "access",
        /// To take it along.
        Portability = "portability",
        /// To have it put right.
        Correction = "correction",
        /// To have it erased.
        Erasure = "erasure",
        /// To have it kept and not used.
        Restriction = "restriction",
        /// That it is not used for something.
        Objection = "objection",
    }
);

impl Kind {
    /// Whether nobody can do anything with it without a word of explanation.
    pub fn needs_words(self) -> bool {
        matches!(self, Self::Correction | Self::Restriction | Self::Objection)
    }

    /// In a few words.
    pub fn says(self, t: &Texts) -> String {
        t.requests_kind(self.as_str())
    }
}

/// How long the provider has for an answer.
const ANSWERED_WITHIN: Days = Days::new(28);
/// How long a request is kept, from the day it came in.
pub const KEPT: Term = Term::years(5);
/// Requests of one person that can be open at once.
pub const MOST_OPEN: i64 = 10;

/// The last day for an answer to what came in at `received`.
pub fn due(received: Moment) -> NaiveDate {
    let day = local(received).date();
    day.checked_add_days(ANSWERED_WITHIN).unwrap_or(day)
}

/// A request that was checked.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What is asked.
    pub kind: Kind,
    /// In the person's own words; may be empty.
    pub asked: String,
}

/// A request.
#[derive(Debug, Clone, Queryable)]
pub struct Request {
    /// Its number.
    pub id: RequestId,
    /// What is asked.
    pub kind: Kind,
    /// When it came in.
    pub received_at: Moment,
    /// The last day for an answer.
    pub due_on: NaiveDate,
    /// When the person took it back.
    pub withdrawn_at: Option<Moment>,
    /// When an officer noted that it was answered.
    pub answered_at: Option<Moment>,
    /// What the person wrote; none once they were erased.
    pub asked: Option<String>,
}

/// How far a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits for an answer.
    Open,
    /// It waits, and the last day is past.
    Late,
    /// The person took it back.
    Withdrawn(Moment),
    /// It was answered.
    Answered(Moment),
}

impl Request {
    /// How far it is on `today`.
    pub fn state(&self, today: NaiveDate) -> State {
        match (self.withdrawn_at, self.answered_at) {
            (Some(at), _) => State::Withdrawn(at),
            (None, Some(at)) => State::Answered(at),
            (None, None) if self.due_on < today => State::Late,
            (None, None) => State::Open,
        }
    }
}

impl State {
    /// Whether somebody still waits.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Late)
    }

    /// How a tag looks.
    pub fn look(self) -> &'static str {
        match self {
            Self::Open => "now",
            Self::Late => "late",
            Self::Withdrawn(_) => "",
            Self::Answered(_) => "done",
        }
    }

    /// In a word.
    pub fn says(self, t: &Texts) -> String {
        t.requests_state(match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Withdrawn(_) => "withdrawn",
            Self::Answered(_) => "answered",
        })
    }
}

/// What waits for officers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// How many requests.
    pub count: i64,
    /// The last day of the first of them.
    pub first_due: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;
    use crate::privacy::retention::Terms;

    #[test]
    fn an_answer_is_due_in_four_weeks_of_days_in_amsterdam() {
        let due = |at: &str| due(parse(at).unwrap()).to_string();
        assert_eq!(due("2026-11-24T10:00"), "2026-12-22");
        // Half past eleven in the evening in London is the next day here.
        assert_eq!(due("2026-11-24T23:30:00Z"), "2026-12-23");
        assert_eq!(due("2027-02-14T09:00"), "2027-03-14");
    }

    #[test]
    fn the_last_day_counts() {
        let request = Request {
            id: RequestId(1),
            kind: Kind::Erasure,
            received_at: parse("2026-11-24T10:00").unwrap(),
            due_on: "2026-12-22".parse().unwrap(),
            withdrawn_at: None,
            answered_at: None,
            asked: None,
        };
        let on = |day: &str| request.state(day.parse().unwrap());
        assert_eq!((on("2026-12-22"), on("2026-12-23")), (State::Open, State::Late));
    }

    #[test]
    fn a_request_is_kept_as_long_as_the_policy_says() {
        let policy = Terms::first().of("request").unwrap();
        assert_eq!(policy.destroy, KEPT);
    }
}

//! When somebody worked at a step, and how long. Moments are UTC, so a night in which the clock changes is as long as
//! it was.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, TimeDelta};
use diesel::prelude::*;

use crate::learning::actions::{ActionId, Kind};
use crate::planning::projects::ParticipantId;
use crate::platform::clock::local;
use crate::platform::db::{Moment, id, text_enum};

id!(
    /// The number of a sitting.
    SittingId
);

/// Of these nothing is kept but that they are done: whether somebody came to a meeting is for the trainer to say, and
/// when somebody wrote an evaluation could tell which one it is.
pub const LEFT_OUT: [Kind; 2] = [Kind::Attendance, Kind::Evaluation];

/// A page within this time of the one before belongs to the same sitting.
pub const SAME: TimeDelta = TimeDelta::minutes(30);
/// How often a sitting is touched at most.
const TOUCH: TimeDelta = TimeDelta::minutes(5);

/// How a step stands when somebody opens its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Standing {
    /// The action.
    pub action: ActionId,
    /// Whether it is done.
    pub done: bool,
    /// The last sitting, if there was one.
    pub last: Option<Last>,
}

/// The last time somebody sat down to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Last {
    /// Its number among all.
    pub id: SittingId,
    /// Its number among those of this person for this step, from 1.
    pub number: i32,
    /// When a page of it was opened last, to within five minutes.
    pub worked_until: Moment,
}

/// What opening a page of a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing that is written down.
    Nothing,
    /// The same sitting, longer.
    GoesOn(SittingId),
    /// A sitting of its own, with this number.
    Anew(i32),
}

impl Standing {
    /// What opening a page at `now` is.
    pub fn next(&self, now: Moment) -> Next {
        match self.last {
            _ if self.done => Next::Nothing,
            None => Next::Anew(1),
            Some(last) if now.since(last.worked_until) < TOUCH => Next::Nothing,
            Some(last) if now.since(last.worked_until) <= SAME => Next::GoesOn(last.id),
            Some(last) => Next::Anew(last.number + 1),
        }
    }
}

/// A time somebody worked at a step.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct Sitting {
    /// Whose it is.
    pub participant: ParticipantId,
    /// The action.
    pub action: ActionId,
    /// When it began.
    pub began_at: Moment,
    /// When a page was opened last.
    pub worked_until: Moment,
}

/// An action of somebody, and when it was done.
#[derive(Debug, Clone, Queryable)]
pub struct Task {
    /// Whose it is.
    pub participant: ParticipantId,
    /// The action.
    pub action: ActionId,
    /// Its place in the path, from 1.
    pub position: i32,
    /// What it is called.
    pub title: String,
    /// When it was done.
    pub done_at: Option<Moment>,
}

/// A step as it went.
#[derive(Debug, Clone)]
pub struct Course {
    /// What there was to do.
    pub task: Task,
    /// When they first sat down to it.
    pub began_at: Option<Moment>,
    /// How long they worked at it, as far as that shows.
    pub worked: TimeDelta,
}

impl Course {
    /// `task` with those of `sittings` that are about it, the oldest first.
    pub fn new(task: Task, sittings: &[Sitting]) -> Self {
        let own = || sittings.iter().filter(|s| s.participant == task.participant && s.action == task.action);
        let sat = own().map(|s| s.worked_until.since(s.began_at)).sum::<TimeDelta>();
        // Whoever finishes a step does so from its page: the way there was work too, unless they were long away.
        let rest = task.done_at.zip(own().next_back()).map(|(done, last)| done.since(last.worked_until));
        let rest = rest.filter(|rest| *rest > TimeDelta::zero() && *rest <= SAME).unwrap_or_default();
        Self { began_at: own().map(|s| s.began_at).min(), worked: sat + rest, task }
    }

    /// From beginning to end; none before both are there.
    pub fn took(&self) -> Option<TimeDelta> {
        let took = self.task.done_at?.since(self.began_at?);
        (took >= TimeDelta::zero()).then_some(took)
    }

    /// Whether there is anything to tell.
    pub fn is_touched(&self) -> bool {
        self.began_at.is_some() || self.task.done_at.is_some()
    }
}

/// That somebody opened a document.
#[derive(Debug, Clone, Queryable)]
pub struct Opening {
    /// In which part of theirs.
    pub participant: ParticipantId,
    /// The number of the document.
    pub document: i64,
    /// What it is called.
    pub title: String,
    /// When.
    pub opened_at: Moment,
}

/// A document with how often it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// How often.
    pub times: i64,
    /// When last.
    pub last_at: Moment,
}

/// The documents of `openings`, which come the latest first, in that order.
pub fn documents<'a>(openings: impl Iterator<Item = &'a Opening>) -> Vec<Document> {
    let mut found: Vec<(i64, Document)> = Vec::new();
    for opening in openings {
        match found.iter_mut().find(|(document, _)| *document == opening.document) {
            Some((_, known)) => known.times += 1,
            None => {
                let document = Document { title: opening.title.clone(), times: 1, last_at: opening.opened_at };
                found.push((opening.document, document));
            }
        }
    }
    found.into_iter().map(|(_, document)| document).collect()
}

/// The days in Amsterdam on which somebody was active, by month, the latest month first.
pub fn months(moments: impl Iterator<Item = Moment>) -> Vec<(NaiveDate, Vec<u32>)> {
    let days: BTreeSet<NaiveDate> = moments.map(|at| local(at).date()).collect();
    let mut months: BTreeMap<NaiveDate, Vec<u32>> = BTreeMap::new();
    for day in days {
        months.entry(day.with_day(1).unwrap_or(day)).or_default().push(day.day());
    }
    months.into_iter().rev().collect()
}

text_enum!(
    /// Something that happened.
    What {
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// They began a step.
        Began = "began",
        /// They finished one.
        Done = "done",
        /// They opened a document.
        Opened = "opened",
    }
);

/// Something that happened at a moment.
#[derive(Debug, Clone)]
pub struct Event {
    /// What.
    pub what: What,
    /// When.
    pub at: Moment,
    /// What it was about; empty of a sign-in.
    pub title: String,
}

/// That somebody signed in, as far as it is still kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// When.
    pub at: Moment,
    /// From which address.
    pub address: Trace,
    /// With which kind of browser.
    pub browser: Trace,
}

/// Something that is kept for less long than what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trace {
    /// It says this.
    Kept(String),
    /// It was never known.
    Unknown,
    /// Its clock is over.
    Over,
}

impl Trace {
    /// What is left at a `horizon` of `kept`, from the moment `at`.
    pub fn of(kept: Option<String>, at: Moment, horizon: Moment) -> Self {
        if at < horizon { Self::Over } else { kept.map_or(Self::Unknown, Self::Kept) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    fn at(text: &str) -> Moment {
        parse(text).unwrap()
    }

    fn standing(worked_until: &str) -> Standing {
        let last = Last { id: SittingId(7), number: 2, worked_until: at(worked_until) };
        Standing { action: ActionId(1), done: false, last: Some(last) }
    }

    #[test]
    fn a_sitting_goes_on_until_somebody_is_away_for_half_an_hour() {
        let nine = standing("2026-11-24T09:00");
        assert_eq!(nine.next(at("2026-11-24T09:04:59")), Next::Nothing);
        assert_eq!(nine.next(at("2026-11-24T09:05")), Next::GoesOn(SittingId(7)));
        assert_eq!(nine.next(at("2026-11-24T09:30")), Next::GoesOn(SittingId(7)));
        assert_eq!(nine.next(at("2026-11-24T09:30:01")), Next::Anew(3));
        // The clock was put right by a little.
        assert_eq!(nine.next(at("2026-11-24T08:58")), Next::Nothing);
        assert_eq!(Standing { last: None, ..nine }.next(at("2026-11-24T09:00")), Next::Anew(1));
        assert_eq!(Standing { done: true, last: None, ..nine }.next(at("2026-11-24T09:00")), Next::Nothing);
    }

    fn course(sittings: &[(&str, &str)], done: Option<&str>) -> Course {
        let (participant, action) = (ParticipantId(1), ActionId(1));
        let sitting =
            |(from, until): &(&str, &str)| Sitting { participant, action, began_at: at(from), worked_until: at(until) };
        let mut all: Vec<Sitting> = sittings.iter().map(sitting).collect();
        // Somebody else, and another step.
        all.push(Sitting { participant: ParticipantId(2), ..sitting(&("2026-01-01T09:00", "2026-01-01T12:00")) });
        all.push(Sitting { action: ActionId(2), ..sitting(&("2026-01-01T09:00", "2026-01-01T12:00")) });
        let task = Task { participant, action, position: 1, title: "Lees".into(), done_at: done.map(at) };
        Course::new(task, &all)
    }

    #[test]
    fn a_step_lasts_from_its_beginning_and_work_is_what_shows() {
        let two = [("2026-11-20T09:00", "2026-11-20T09:20"), ("2026-11-24T14:00", "2026-11-24T14:10")];
        let done = course(&two, Some("2026-11-24T14:25"));
        assert_eq!(done.began_at, Some(at("2026-11-20T09:00")));
        assert_eq!(done.took().unwrap(), at("2026-11-24T14:25").since(at("2026-11-20T09:00")));
        assert_eq!(done.worked.num_minutes(), 20 + 10 + 15);
        // Away for longer than a sitting lasts: what was between is not counted.
        assert_eq!(course(&two, Some("2026-11-24T14:41")).worked.num_minutes(), 30);
        assert_eq!(course(&two, None).took(), None);
        // Done by somebody else, or before it was known when a step begins.
        assert!(course(&[], Some("2026-11-24T14:25")).took().is_none());
        assert!(!course(&[], None).is_touched());
    }

    #[test]
    fn a_night_in_which_the_clock_changes_is_as_long_as_it_was() {
        let back = course(&[("2026-10-25T01:30", "2026-10-25T01:30")], Some("2026-10-25T03:30"));
        assert_eq!(back.took().unwrap().num_hours(), 3);
        let on = course(&[("2027-03-28T01:30", "2027-03-28T01:30")], Some("2027-03-28T03:30"));
        assert_eq!(on.took().unwrap().num_hours(), 1);
    }

    #[test]
    fn days_are_days_in_amsterdam() {
        let moments = ["2026-10-31T22:59:59Z", "2026-10-31T23:00:00Z", "2026-11-03T10:00", "2026-11-03T20:00"];
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        let found = months(moments.iter().map(|text| at(text)));
        assert_eq!(found, [(day("2026-11-01"), vec![1, 3]), (day("2026-10-01"), vec![31])]);
    }

    #[test]
    fn a_trace_is_over_before_the_line_it_stands_in() {
        let (then, horizon) = (at("2026-05-23T12:00"), at("2026-05-24T00:00"));
        let kept = || Some("192.0.2.7".to_owned());
        assert_eq!(Trace::of(kept(), then, horizon), Trace::Over);
        assert_eq!(Trace::of(None, then, horizon), Trace::Over);
        assert_eq!(Trace::of(kept(), horizon, horizon), Trace::Kept("192.0.2.7".into()));
        assert_eq!(Trace::of(None, horizon, horizon), Trace::Unknown);
    }
}

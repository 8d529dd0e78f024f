//! How dates and lengths of steps are said on the pages of students, and what a step with a test says.

use chrono::{Datelike, NaiveDate};

use super::path::{Progress, Step};
use super::{Assignment, Kind};
use crate::access::Student;
use crate::learning::tests::Stage;
use crate::planning::participations::Participation;
use crate::platform::web::Cx;

/// A date as short as it can be without a doubt: "8 december", with the year when it is another.
pub fn day(cx: &Cx<Student>, date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { cx.lang.short_date(date) } else { cx.lang.date(date) }
}

/// The same with the day of the week before it.
pub fn weekday(cx: &Cx<Student>, date: NaiveDate, today: NaiveDate) -> String {
    format!("{} {}", cx.lang.weekday(date), day(cx, date, today))
}

/// How long an action takes, when somebody said so; of meetings the times do.
pub fn takes(cx: &Cx<Student>, action: &Assignment) -> Option<String> {
    let minutes = i64::from(action.minutes.filter(|_| action.kind != Kind::Attendance)?);
    let hours = (minutes + 30) / 60;
    Some(if minutes < 90 { cx.t.actions_takes_minutes(minutes) } else { cx.t.actions_takes_hours(hours) })
}

/// Says to somebody without a group who will place them, and when.
pub fn who_places(cx: &Cx<Student>, me: &Participation) -> String {
    match &me.adviser {
        Some(adviser) => cx.t.actions_no_group(adviser.full(), cx.provider()),
        None => cx.t.actions_no_group_by_provider(cx.provider()),
    }
}

/// What the button of a test says.
pub fn test_call(cx: &Cx<Student>, step: &Step) -> String {
    if step.what.draft.is_some() { cx.t.tests_continue() } else { cx.t.tests_begin() }
}

/// How far they are with a test, where that is no matter of dates.
pub fn test_note(cx: &Cx<Student>, step: &Step) -> Option<String> {
    match step.progress {
        Progress::Marking => Some(cx.t.tests_step_marking()),
        Progress::Failed => Some(cx.t.tests_step_failed()),
        Progress::Open if step.what.test == Some(Stage::Shut) => Some(cx.t.tests_step_shut()),
        _ => None,
    }
}

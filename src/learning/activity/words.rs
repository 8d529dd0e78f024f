//! Times and days in words, the same for whoever reads them.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::model::Course;
use crate::platform::i18n::{Lang, Texts};

/// How long something lasted, in words: to the minute below a day, in whole days above two.
pub fn lasted(t: &Texts, time: TimeDelta) -> String {
    let minutes = time.num_minutes();
    match (minutes / 60, minutes % 60) {
        (0, 0) => t.activity_moment(),
        (0, minutes) => t.activity_minutes(minutes),
        (hours, _) if hours >= 48 => t.activity_days(hours / 24),
        (hours, 0) => t.activity_hours(hours),
        (hours, minutes) => t.activity_hours_minutes(t.activity_hours(hours), t.activity_minutes(minutes)),
    }
}

/// The days of a month on which somebody was active: "november 2026: 3, 4 en 9".
pub fn in_month(t: &Texts, lang: Lang, month: NaiveDate, days: &[u32]) -> String {
    let said: Vec<String> = days.iter().map(u32::to_string).collect();
    let listed = match said.split_last() {
        Some((last, rest)) if !rest.is_empty() => t.activity_and(rest.join(", "), last),
        _ => said.concat(),
    };
    t.activity_month(lang.month(month), month.year().to_string(), listed)
}

/// A step as a row of a table.
pub struct Row {
    /// Its place in the path, from 1.
    pub position: i32,
    /// What it is called.
    pub title: String,
    /// When it began, for machines and in words.
    pub began: Option<(String, String)>,
    /// When it was finished, for machines and in words.
    pub done: Option<(String, String)>,
    /// From beginning to end.
    pub took: Option<String>,
    /// How long was worked at it.
    pub worked: Option<String>,
}

impl Row {
    /// `course` in words.
    pub fn new(t: &Texts, lang: Lang, course: Course) -> Self {
        let moment = |at: crate::platform::db::Moment| {
            (at.rfc3339(), t.activity_at(lang.date(crate::platform::clock::local(at).date()), lang.time(at)))
        };
        Self {
            position: course.task.position,
            began: course.began_at.map(moment),
            done: course.task.done_at.map(moment),
            took: course.took().map(|took| lasted(t, took)),
            worked: course.began_at.map(|_| lasted(t, course.worked)),
            title: course.task.title,
        }
    }
}

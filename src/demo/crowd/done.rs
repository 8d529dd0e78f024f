//! What the crowd did so far: steps, intakes and files.

use chrono::TimeDelta;
use diesel::dsl::max;
use diesel::prelude::*;

use super::course::{FILES, QUESTIONS, STEPS, Step};
use super::names::{chance, one};
use super::plan::{Course, Plan};
use super::projects::Begun;
use super::rows::{Rows, count_on, row};
use crate::learning::actions::Kind;
use crate::learning::intakes::{State, Terms};
use crate::platform::db::Tx;
use crate::platform::db::schema::intakes;
use crate::platform::error::Result;
use crate::platform::files::Stored;
use crate::privacy::retention::Kind as Clocked;

/// Files of a student, on average.
const FILES_EACH: u64 = 5;
/// Files of one student at most.
const MOST_FILES: u64 = 12;

/// Notes every step that was done; says how many.
pub fn steps(tx: &mut Tx, plan: &Plan, begun: &Begun) -> Result<usize> {
    let mut rows = Rows::of("completions (participant_id, action_id, done_at)");
    for course in plan.courses() {
        for student in course.people(plan.now()) {
            for step in STEPS.iter().take(student.done as usize) {
                let at = course.done_at(student.number, step, plan.now());
                let action = begun.action(&course, step.position);
                rows.add(tx, row![begun.participant(student.number), action, at])?;
            }
        }
    }
    rows.end(tx)
}

/// Writes the intakes of those who handed theirs in.
pub fn intakes(tx: &mut Tx, plan: &Plan, begun: &Begun) -> Result<usize> {
    let first = 1 + intakes::table.select(max(intakes::id)).first::<Option<i64>>(tx.db())?.unwrap_or(0);
    let Some(step) = STEPS.iter().find(|s| s.kind == Kind::Intake) else { return Ok(0) };
    let mut rows = Rows::of("intakes (id, participant_id, state, version, saved_at, submitted_at, destroy_at)");
    let mut id = first;
    for course in plan.courses() {
        let until = Terms::FIRST.kept_until(course.ends_on);
        for student in course.people(plan.now()).filter(|s| s.done > 0) {
            let at = course.done_at(student.number, step, plan.now());
            let (who, state) = (begun.participant(student.number), State::Submitted.as_str());
            rows.add(tx, row![id, who, state, 2_i64, at, at, until])?;
            id += 1;
        }
    }
    rows.end(tx)?;
    let mut rows = Rows::of("answers (intake_id, question_id, words)");
    let mut id = first;
    for course in plan.courses() {
        for student in course.people(plan.now()).filter(|s| s.done > 0) {
            for (at, question) in QUESTIONS.iter().enumerate() {
                let words = one(question.answers, student.number, 50 + at as u64).unwrap_or_default();
                rows.add(tx, row![id, begun.question(&course, at), words])?;
            }
            id += 1;
        }
    }
    count_on(tx, &["intakes"])?;
    rows.end(tx)
}

/// Hands files in: those of `sample` are there, of the others only the row. Who did much stands in for who did
/// nothing yet, so that there are five to a student.
pub fn files(tx: &mut Tx, plan: &Plan, begun: &Begun, sample: &[Stored]) -> Result<usize> {
    let mut rows = Rows::of(
        "uploads (participant_id, action_id, state, file_name, kind, size, blob, uploaded_at, confirmed_at, portal_until, destroy_at, policy)",
    );
    let (mut owed, mut number) = (0, 0);
    for course in plan.courses() {
        for student in course.people(plan.now()) {
            owed += FILES_EACH;
            let asked = STEPS.iter().take(student.done as usize).filter(|s| s.kind == Kind::Upload);
            let asked: Vec<_> = asked.collect();
            if asked.is_empty() {
                continue;
            }
            let count = owed.min(MOST_FILES);
            owed -= count;
            for (at, step) in (0..count).zip(asked.iter().cycle()) {
                let stored = usize::try_from(number).ok().and_then(|at| sample.get(at));
                file(tx, &mut rows, plan, begun, &course, (student.number, number, at), step, stored)?;
                number += 1;
            }
        }
    }
    rows.end(tx)
}

#[allow(clippy::too_many_arguments, reason = "a row is made of all of them")]
fn file(
    tx: &mut Tx,
    rows: &mut Rows,
    plan: &Plan,
    begun: &Begun,
    course: &Course,
    (student, number, version): (u64, u64, u64),
    step: &Step,
    stored: Option<&Stored>,
) -> Result<()> {
    // Earlier versions were handed in some hours before the one that counted.
    let at = course.done_at(student, step, plan.now()).minus(TimeDelta::hours((version / 2).cast_signed()));
    let clocks = Clocked::Upload.policy().stamp(at);
    let (name, kind) = one(FILES, number, 60).unwrap_or_default();
    let (kind, size, blob) = match stored {
        Some(stored) => ("txt", stored.size, stored.blob.as_str().to_owned()),
        None => (kind, 9_000 + chance(number, 61) % 890_000, format!("{:016x}{number:016x}", chance(number, 62))),
    };
    let name = if version == 0 { format!("{name}.{kind}") } else { format!("{name} ({}).{kind}", version + 1) };
    let (who, action) = (begun.participant(student), begun.action(course, step.position));
    let (visible, kept, policy) = (clocks.portal_until, clocks.destroy_at, i64::from(clocks.version));
    let sent = at.minus(TimeDelta::minutes(1));
    let size = size.cast_signed();
    rows.add(tx, row![who, action, "confirmed", &*name, kind, size, &*blob, sent, at, visible, kept, policy])
}

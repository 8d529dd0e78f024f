//! All statements about tests as those who take them do. Making them is in [`making`], marking in [`marking`].

pub mod making;
pub mod marking;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{
    Answers, Attempt, AttemptId, Given, Question, QuestionId, Score, Sheet, State, Test, TestId, draft_until,
};
use super::scoring::earned;
use crate::access::Scope;
use crate::crm::people::PersonId;
use crate::learning::actions::{self, ActionId, Kind};
use crate::planning::projects::ParticipantId;
use crate::platform::db::schema::{actions as steps, projects, test_answers, test_attempts, test_questions, tests};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};

/// The columns of [`Test`].
macro_rules! test {
    () => {
        (tests::id, tests::attempts, tests::pass_mark, tests::result, tests::released_at, tests::open, tests::revision)
    };
}
use test;

/// The columns of [`AttemptRow`].
macro_rules! attempt_row {
    () => {
        (
            test_attempts::id,
            test_attempts::number,
            test_attempts::state,
            test_attempts::version,
            test_attempts::saved_at,
            test_attempts::points,
            test_attempts::most,
            test_attempts::passed,
        )
    };
}
use attempt_row;

/// An [`Attempt`] as it stands in the database.
type AttemptRow = (AttemptId, i32, State, i32, Moment, Option<i32>, Option<i32>, Option<bool>);

fn attempt(row: AttemptRow) -> Attempt {
    let (id, number, state, version, saved_at, points, most, passed) = row;
    let score = points.zip(most).map(|(points, most)| Score { points, most });
    Attempt { id, number, state, version, saved_at, score, passed }
}

/// The test that `action` asks for, as it stands for the student of `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope or asks for something else.
pub fn sheet(db: &mut Db, scope: Scope, action: ActionId, now: Moment) -> Result<Sheet> {
    let action = actions::assignment(db, scope, action)?;
    if action.kind != Kind::Test {
        return Err(Error::NotFound);
    }
    of(db, action, now)
}

/// The test of `action`, which is proof of the scope.
fn of(db: &mut Db, action: actions::Assignment, now: Moment) -> Result<Sheet> {
    let (test, ends_on): (Test, NaiveDate) = tests::table
        .inner_join(steps::table.inner_join(projects::table))
        .filter(tests::action_id.eq(action.action))
        .select((test!(), projects::ends_on))
        .first(db)?;
    let questions = asked(db, test.id)?;
    // The row's own stamp decides, so that a draft that is over stays hidden when the sweep is late.
    let rows: Vec<AttemptRow> = test_attempts::table
        .filter(test_attempts::test_id.eq(test.id).and(test_attempts::participant_id.eq(action.participant)))
        .filter(test_attempts::state.ne(State::Draft).or(test_attempts::destroy_at.ge(now)))
        .order(test_attempts::number)
        .select(attempt_row!())
        .load(db)?;
    let attempts = rows.into_iter().map(attempt).collect();
    let mut sheet = Sheet { action, ends_on, test, questions, attempts, answers: Answers::new(), given: Vec::new() };
    said(db, &mut sheet)?;
    Ok(sheet)
}

fn asked(db: &mut Db, test: TestId) -> Result<Vec<Question>> {
    Ok(test_questions::table
        .filter(test_questions::test_id.eq(test))
        .order((test_questions::position, test_questions::id))
        .select((
            test_questions::id,
            test_questions::kind,
            test_questions::prompt,
            test_questions::items,
            test_questions::points,
            test_questions::feedback,
        ))
        .load(db)?)
}

/// Reads the answers of the draft, and of the last attempt that was handed in.
fn said(db: &mut Db, sheet: &mut Sheet) -> Result<()> {
    let (draft, last) = (sheet.draft().map(|a| a.id), sheet.last().map(|a| a.id));
    let rows: Vec<(AttemptId, Given)> = test_answers::table
        .filter(test_answers::attempt_id.eq_any(draft.into_iter().chain(last).collect::<Vec<_>>()))
        .order(test_answers::id)
        .select((
            test_answers::attempt_id,
            (test_answers::question_id, test_answers::words, test_answers::points, test_answers::comment),
        ))
        .load(db)?;
    for (attempt, given) in rows {
        if Some(attempt) == draft {
            sheet.answers.insert(given.question, given.words);
        } else {
            sheet.given.push(given);
        }
    }
    Ok(())
}

/// Lets everything that is written about one test come one after another: how many attempts somebody used, and which
/// questions they answered, is then known.
///
/// # Errors
/// When the database refuses.
pub fn in_turn(tx: &mut Tx, action: ActionId) -> Result<()> {
    let same = tests::table.filter(tests::action_id.eq(action));
    diesel::update(same).set(tests::revision.eq(tests::revision)).execute(tx.db())?;
    Ok(())
}

/// Saves `typed` as the draft of `sheet`, and brings `sheet` up to date.
///
/// # Errors
/// [`Error::Conflict`] when another window saved in between.
pub fn save(tx: &mut Tx, sheet: &mut Sheet, typed: &Answers) -> Result<()> {
    let now = tx.now();
    let until = draft_until(now);
    let (id, version) = match sheet.draft() {
        Some(_) if sheet.answers == *typed => return Ok(()),
        Some(draft) => {
            let same = test_attempts::version.eq(draft.version).and(test_attempts::state.eq(State::Draft));
            let renewed = diesel::update(test_attempts::table.find(draft.id).filter(same))
                .set((
                    test_attempts::version.eq(draft.version + 1),
                    test_attempts::saved_at.eq(now),
                    test_attempts::destroy_at.eq(until),
                ))
                .execute(tx.db())?;
            if renewed != 1 {
                return Err(Error::Conflict);
            }
            (draft.id, draft.version + 1)
        }
        None => (begin(tx, sheet, until)?, 1),
    };
    for question in &sheet.questions {
        put(tx, id, question.id, sheet.answers.get(&question.id), typed.get(&question.id))?;
    }
    let number = sheet.draft().map_or_else(|| sheet.number(), |draft| draft.number);
    sheet.attempts.retain(|a| a.state != State::Draft);
    sheet.attempts.push(Attempt { id, number, state: State::Draft, version, saved_at: now, score: None, passed: None });
    sheet.answers.clone_from(typed);
    Ok(())
}

fn begin(tx: &mut Tx, sheet: &Sheet, until: Moment) -> Result<AttemptId> {
    let (now, who) = (tx.now(), sheet.action.participant);
    // A draft whose time is over but that was not swept yet makes place for the new one.
    let over = test_attempts::test_id.eq(sheet.test.id).and(test_attempts::participant_id.eq(who));
    let over = over.and(test_attempts::state.eq(State::Draft));
    diesel::delete(test_attempts::table.filter(over)).execute(tx.db())?;
    Ok(diesel::insert_into(test_attempts::table)
        .values((
            test_attempts::test_id.eq(sheet.test.id),
            test_attempts::participant_id.eq(who),
            test_attempts::number.eq(sheet.number()),
            test_attempts::state.eq(State::Draft),
            test_attempts::version.eq(1),
            test_attempts::saved_at.eq(now),
            test_attempts::destroy_at.eq(until),
        ))
        .returning(test_attempts::id)
        .get_result(tx.db())?)
}

fn put(
    tx: &mut Tx,
    attempt: AttemptId,
    question: QuestionId,
    old: Option<&String>,
    new: Option<&String>,
) -> Result<()> {
    let same = test_answers::attempt_id.eq(attempt).and(test_answers::question_id.eq(question));
    let row = test_answers::table.filter(same);
    match (old, new) {
        (old, new) if old == new => 0,
        (_, None) => diesel::delete(row).execute(tx.db())?,
        (Some(_), Some(words)) => diesel::update(row).set(test_answers::words.eq(words)).execute(tx.db())?,
        (None, Some(words)) => diesel::insert_into(test_answers::table)
            .values((
                test_answers::attempt_id.eq(attempt),
                test_answers::question_id.eq(question),
                test_answers::words.eq(words),
            ))
            .execute(tx.db())?,
    };
    Ok(())
}

/// Hands in the draft of `sheet`, for good, and marks it when nobody has to read it.
///
/// # Errors
/// [`Error::Conflict`] when there is no draft any more.
pub fn submit(tx: &mut Tx, sheet: &Sheet, person: PersonId) -> Result<()> {
    let now = tx.now();
    let draft = sheet.draft().ok_or(Error::Conflict)?;
    let same = test_attempts::version.eq(draft.version).and(test_attempts::state.eq(State::Draft));
    let submitted = diesel::update(test_attempts::table.find(draft.id).filter(same))
        .set((
            test_attempts::state.eq(State::Submitted),
            test_attempts::version.eq(draft.version + 1),
            test_attempts::saved_at.eq(now),
            test_attempts::destroy_at.eq(None::<Moment>),
        ))
        .execute(tx.db())?;
    if submitted != 1 {
        return Err(Error::Conflict);
    }
    let (who, action) = (sheet.action.participant, sheet.action.action);
    if sheet.test.pass_mark.is_none() {
        actions::complete(tx, who, action)?;
    }
    let read = |question: &Question| earned(question, sheet.answers.get(&question.id).map_or("", String::as_str));
    if sheet.questions.iter().all(|question| read(question).is_some()) {
        finish(tx, &sheet.test, &sheet.questions, draft.id)?;
        settle(tx, &sheet.test, who, action)?;
    }
    tx.record("submitted", "test_attempts", draft.id.0, Some(person.0))
}

/// Adds up what `attempt` earned: what the program can mark, and what a reader gave for the rest.
fn finish(tx: &mut Tx, test: &Test, questions: &[Question], attempt: AttemptId) -> Result<()> {
    let rows: Vec<(i64, QuestionId, String, Option<i32>)> = test_answers::table
        .filter(test_answers::attempt_id.eq(attempt))
        .select((test_answers::id, test_answers::question_id, test_answers::words, test_answers::points))
        .load(tx.db())?;
    let mut score = Score { points: 0, most: questions.iter().map(|q| q.points).sum() };
    for (id, question, words, given) in rows {
        let Some(question) = questions.iter().find(|q| q.id == question) else { continue };
        let points = earned(question, &words).or(given).unwrap_or_default().clamp(0, question.points);
        diesel::update(test_answers::table.find(id)).set(test_answers::points.eq(points)).execute(tx.db())?;
        score.points += points;
    }
    diesel::update(test_attempts::table.find(attempt))
        .set((
            test_attempts::state.eq(State::Marked),
            test_attempts::points.eq(score.points),
            test_attempts::most.eq(score.most),
            test_attempts::passed.eq(test.passes(score)),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Ticks the step of whoever passed, once they may know, and opens it again for whom that was a mistake.
fn settle(tx: &mut Tx, test: &Test, who: ParticipantId, action: ActionId) -> Result<()> {
    if test.pass_mark.is_none() || !test.is_released() {
        return Ok(());
    }
    let passed = test_attempts::test_id.eq(test.id).and(test_attempts::participant_id.eq(who));
    let passed = test_attempts::table.filter(passed.and(test_attempts::passed.eq(true))).select(test_attempts::id);
    let passed: bool = diesel::select(diesel::dsl::exists(passed)).get_result(tx.db())?;
    if passed { actions::complete(tx, who, action) } else { actions::reopen(tx, who, action) }
}

/// Lets `who`, who is `person`, answer what `action` asks, each question as `answer` says; hands it in when that is
/// `whole`. For the demo.
///
/// # Errors
/// When the database refuses.
pub fn hand_in(
    tx: &mut Tx,
    action: ActionId,
    (who, person): (ParticipantId, PersonId),
    whole: bool,
    answer: impl Fn(&Question) -> String,
) -> Result<AttemptId> {
    let now = tx.now();
    in_turn(tx, action)?;
    let steps = actions::progress::of_participant(tx.db(), Scope::job("tests"), who)?;
    let step = steps.into_iter().find(|step| step.action == action).ok_or(Error::NotFound)?;
    let mut sheet = of(tx.db(), step, now)?;
    let answers = sheet.questions.iter().map(|question| (question.id, answer(question)));
    let typed = answers.filter(|(_, words)| !words.is_empty()).collect();
    save(tx, &mut sheet, &typed)?;
    if whole {
        submit(tx, &sheet, person)?;
    }
    sheet.draft().map(|draft| draft.id).ok_or(Error::Conflict)
}

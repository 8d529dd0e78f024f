//! All statements about making tests.

use chrono::NaiveDate;
use diesel::dsl::{exists, max};
use diesel::prelude::*;

use super::test;
use crate::access::Scope;
use crate::learning::actions::{ActionId, Kind};
use crate::learning::tests::making::{Due, Made, NewQuestion, NewTest, Place};
use crate::learning::tests::model::{Question, QuestionId, Test, TestId};
use crate::planning::projects::{ProjectId, projects_within};
use crate::planning::trainings::TrainingId;
use crate::platform::db::schema::{
    actions, projects, test_attempts, test_questions, tests, training_actions, trainings,
};
use crate::platform::db::{Db, Json, Tx};
use crate::platform::error::{Error, Result};

/// The test `id` of a project within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope, or belongs to a training.
pub fn of_project(db: &mut Db, scope: Scope, id: TestId) -> Result<Made> {
    let rows = tests::table
        .inner_join(actions::table.inner_join(projects::table))
        .filter(tests::id.eq(id))
        .select((
            test!(),
            (projects::id, projects::name),
            (actions::title, actions::description, actions::minutes, actions::due_on),
        ))
        .into_boxed();
    type Row = (Test, (ProjectId, String), (String, String, Option<i32>, NaiveDate));
    let (test, (project, home), step): Row = projects_within!(rows, scope).first(db)?;
    let (title, introduction, minutes, due) = step;
    let used = test_attempts::table.filter(test_attempts::test_id.eq(id)).select(max(test_attempts::number));
    let used: Option<i32> = used.first(db)?;
    Ok(Made {
        test,
        place: Place::Project(project),
        home,
        title,
        introduction,
        minutes,
        due: Due::On(due),
        used: used.unwrap_or_default(),
    })
}

/// The test `id` of a training.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it belongs to a project.
pub fn of_training(db: &mut Db, id: TestId) -> Result<Made> {
    type Row = (Test, (TrainingId, String), (String, String, Option<i32>, i32));
    let (test, (training, home), step): Row = tests::table
        .inner_join(training_actions::table.inner_join(trainings::table))
        .filter(tests::id.eq(id))
        .select((
            test!(),
            (trainings::id, trainings::name),
            (
                training_actions::title,
                training_actions::description,
                training_actions::minutes,
                training_actions::due_days,
            ),
        ))
        .first(db)?;
    let (title, introduction, minutes, due) = step;
    let (place, due) = (Place::Training(training), Due::After(due));
    Ok(Made { test, place, home, title, introduction, minutes, due, used: 0 })
}

/// The questions of a test that was found, in order.
///
/// # Errors
/// When the database refuses.
pub fn questions(db: &mut Db, made: &Made) -> Result<Vec<Question>> {
    super::asked(db, made.test.id)
}

/// A test in a list: its number, its title, and whether it is ready.
pub type Line = (TestId, String, bool);
/// A training with its tests.
pub type Shelf = (TrainingId, String, Vec<Line>);

/// Every training, by name, each with its tests.
///
/// # Errors
/// When the database refuses.
pub fn catalogue(db: &mut Db) -> Result<Vec<Shelf>> {
    let rows: Vec<(TrainingId, String, Option<Line>)> = trainings::table
        .left_join(training_actions::table.inner_join(tests::table))
        .order((trainings::name, trainings::id, training_actions::position))
        .select((trainings::id, trainings::name, (tests::id, training_actions::title, tests::open).nullable()))
        .load(db)?;
    let mut list: Vec<Shelf> = Vec::new();
    for (training, name, test) in rows {
        if list.last().is_none_or(|last| last.0 != training) {
            list.push((training, name, Vec::new()));
        }
        if let Some(last) = list.last_mut() {
            last.2.extend(test);
        }
    }
    Ok(list)
}

/// What the training `id` is called.
///
/// # Errors
/// [`Error::NotFound`] without such a training.
pub fn training(db: &mut Db, id: TrainingId) -> Result<String> {
    Ok(trainings::table.find(id).select(trainings::name).first(db)?)
}

/// What the project `id` within `scope` is called.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn project(db: &mut Db, scope: Scope, id: ProjectId) -> Result<String> {
    let rows = projects::table.filter(projects::id.eq(id)).select(projects::name).into_boxed();
    Ok(projects_within!(rows, scope).first(db)?)
}

/// Makes a test without questions, as the last step of `place` but for an evaluation. The place was found within the
/// scope of whoever asks.
///
/// # Errors
/// When the database refuses.
pub fn add(tx: &mut Tx, place: Place, new: &NewTest) -> Result<TestId> {
    let (training_action, action) = match (place, new.due) {
        (Place::Training(training), Due::After(days)) => (Some(add_to_training(tx, training, new, days)?), None),
        (Place::Project(project), Due::On(day)) => (None, Some(add_to_project(tx, project, new, day)?)),
        _ => return Err(Error::broken(anyhow::anyhow!("a training has days and a project has dates"))),
    };
    let id: TestId = diesel::insert_into(tests::table)
        .values((
            tests::training_action_id.eq(training_action),
            tests::action_id.eq(action),
            tests::attempts.eq(new.attempts),
            tests::pass_mark.eq(new.pass_mark),
            tests::result.eq(new.result),
            tests::open.eq(false),
            tests::revision.eq(1),
        ))
        .returning(tests::id)
        .get_result(tx.db())?;
    tx.record("created", "tests", id.0, None)?;
    Ok(id)
}

/// The place in the path for a new step of `$table`; an evaluation that stood last moves on by one.
macro_rules! place_before_evaluation {
    ($tx:ident, $table:ident, $of:ident, $id:expr) => {{
        let all = || $table::table.filter($table::$of.eq($id));
        let last: Option<(i64, i32, Kind)> = all()
            .order($table::position.desc())
            .select(($table::id, $table::position, $table::kind))
            .first($tx.db())
            .optional()?;
        match last {
            Some((evaluation, position, Kind::Evaluation)) => {
                let after = $table::position.eq(position + 1);
                diesel::update($table::table.find(evaluation)).set(after).execute($tx.db())?;
                position
            }
            Some((_, position, _)) => position + 1,
            None => 1,
        }
    }};
}

fn add_to_training(tx: &mut Tx, training: TrainingId, new: &NewTest, days: i32) -> Result<i64> {
    let position = place_before_evaluation!(tx, training_actions, training_id, training);
    Ok(diesel::insert_into(training_actions::table)
        .values((
            training_actions::training_id.eq(training),
            training_actions::position.eq(position),
            training_actions::kind.eq(Kind::Test),
            training_actions::title.eq(&new.title),
            training_actions::description.eq(&new.introduction),
            training_actions::preparation.eq(false),
            training_actions::minutes.eq(new.minutes),
            training_actions::due_days.eq(days),
        ))
        .returning(training_actions::id)
        .get_result(tx.db())?)
}

fn add_to_project(tx: &mut Tx, project: ProjectId, new: &NewTest, day: NaiveDate) -> Result<i64> {
    let position = place_before_evaluation!(tx, actions, project_id, project);
    Ok(diesel::insert_into(actions::table)
        .values((
            actions::project_id.eq(project),
            actions::position.eq(position),
            actions::kind.eq(Kind::Test),
            actions::title.eq(&new.title),
            actions::description.eq(&new.introduction),
            actions::preparation.eq(false),
            actions::minutes.eq(new.minutes),
            actions::due_on.eq(day),
        ))
        .returning(actions::id)
        .get_result(tx.db())?)
}

/// Makes everything else of this test wait, and of those who take it: what was found before may be old after it.
///
/// # Errors
/// When the database refuses.
pub fn lock(tx: &mut Tx, id: TestId) -> Result<()> {
    diesel::update(tests::table.find(id)).set(tests::revision.eq(tests::revision)).execute(tx.db())?;
    Ok(())
}

/// Changes what `made` is made of, but for its questions.
///
/// # Errors
/// When the database refuses.
pub fn change(tx: &mut Tx, made: &Made, new: &NewTest) -> Result<()> {
    let id = made.test.id;
    diesel::update(tests::table.find(id))
        .set((tests::attempts.eq(new.attempts), tests::pass_mark.eq(new.pass_mark), tests::result.eq(new.result)))
        .execute(tx.db())?;
    match new.due {
        Due::On(day) => {
            let of = tests::table.find(id).select(tests::action_id.assume_not_null());
            diesel::update(actions::table.filter(actions::id.eq_any(of)))
                .set((
                    actions::title.eq(&new.title),
                    actions::description.eq(&new.introduction),
                    actions::minutes.eq(new.minutes),
                    actions::due_on.eq(day),
                ))
                .execute(tx.db())?
        }
        Due::After(days) => {
            let of = tests::table.find(id).select(tests::training_action_id.assume_not_null());
            diesel::update(training_actions::table.filter(training_actions::id.eq_any(of)))
                .set((
                    training_actions::title.eq(&new.title),
                    training_actions::description.eq(&new.introduction),
                    training_actions::minutes.eq(new.minutes),
                    training_actions::due_days.eq(days),
                ))
                .execute(tx.db())?
        }
    };
    tx.record("changed", "tests", id.0, None)
}

/// Lets `test` be taken, or not any more. One without questions stays shut.
///
/// # Errors
/// When the database refuses.
pub fn open(tx: &mut Tx, test: TestId, open: bool) -> Result<bool> {
    let asks = test_questions::table.filter(test_questions::test_id.eq(test)).select(test_questions::id);
    let asks: bool = diesel::select(exists(asks)).get_result(tx.db())?;
    if open && !asks {
        return Ok(false);
    }
    diesel::update(tests::table.find(test)).set(tests::open.eq(open)).execute(tx.db())?;
    tx.record("changed", "tests", test.0, None)?;
    Ok(true)
}

/// Adds a question to `test`.
///
/// # Errors
/// When the database refuses.
pub fn add_question(tx: &mut Tx, test: TestId, new: &NewQuestion) -> Result<QuestionId> {
    let id = diesel::insert_into(test_questions::table)
        .values((
            test_questions::test_id.eq(test),
            test_questions::position.eq(new.position),
            test_questions::kind.eq(new.kind),
            test_questions::prompt.eq(&new.prompt),
            test_questions::items.eq(Json::new(new.items.clone())?),
            test_questions::points.eq(new.points),
            test_questions::feedback.eq(&new.feedback),
        ))
        .returning(test_questions::id)
        .get_result(tx.db())?;
    put_in_order(tx, test, Some((id, new.position)))?;
    Ok(id)
}

/// Makes the question `id` of `test` what `new` says.
///
/// # Errors
/// [`Error::NotFound`] when the test has no such question.
pub fn change_question(tx: &mut Tx, test: TestId, id: QuestionId, new: &NewQuestion) -> Result<()> {
    let row = test_questions::table.filter(test_questions::id.eq(id).and(test_questions::test_id.eq(test)));
    let changed = diesel::update(row)
        .set((
            test_questions::prompt.eq(&new.prompt),
            test_questions::items.eq(Json::new(new.items.clone())?),
            test_questions::points.eq(new.points),
            test_questions::feedback.eq(&new.feedback),
        ))
        .execute(tx.db())?;
    if changed != 1 {
        return Err(Error::NotFound);
    }
    put_in_order(tx, test, Some((id, new.position)))
}

/// Takes the question `id` out of `test`. With the last one the test shuts.
///
/// # Errors
/// [`Error::NotFound`] when the test has no such question.
pub fn remove_question(tx: &mut Tx, test: TestId, id: QuestionId) -> Result<()> {
    let row = test_questions::table.filter(test_questions::id.eq(id).and(test_questions::test_id.eq(test)));
    if diesel::delete(row).execute(tx.db())? != 1 {
        return Err(Error::NotFound);
    }
    put_in_order(tx, test, None)
}

/// Numbers the questions of `test` from 1, with `moved` at the place it is to have.
fn put_in_order(tx: &mut Tx, test: TestId, moved: Option<(QuestionId, i32)>) -> Result<()> {
    let mut ids: Vec<QuestionId> = test_questions::table
        .filter(test_questions::test_id.eq(test))
        .order((test_questions::position, test_questions::id))
        .select(test_questions::id)
        .load(tx.db())?;
    if let Some((id, position)) = moved {
        ids.retain(|other| *other != id);
        let at = usize::try_from(position - 1).unwrap_or_default().min(ids.len());
        ids.insert(at, id);
    }
    for (position, id) in (1..).zip(&ids) {
        diesel::update(test_questions::table.find(id)).set(test_questions::position.eq(position)).execute(tx.db())?;
    }
    diesel::update(tests::table.find(test)).set(tests::revision.eq(tests::revision + 1)).execute(tx.db())?;
    if ids.is_empty() {
        diesel::update(tests::table.find(test)).set(tests::open.eq(false)).execute(tx.db())?;
    }
    tx.record("changed", "tests", test.0, None)
}

/// Destroys `made`, which nobody began, with its step.
///
/// # Errors
/// When the database refuses.
pub fn remove(tx: &mut Tx, made: &Made) -> Result<()> {
    let id = made.test.id;
    let (step, training_step): (Option<i64>, Option<i64>) =
        tests::table.find(id).select((tests::action_id, tests::training_action_id)).first(tx.db())?;
    if let Some(step) = step {
        diesel::delete(actions::table.filter(actions::id.eq(step))).execute(tx.db())?;
    }
    if let Some(step) = training_step {
        diesel::delete(training_actions::table.filter(training_actions::id.eq(step))).execute(tx.db())?;
    }
    tx.record("changed", "tests", id.0, None)
}

/// Gives the step `to` of a project its own copy of the test of the step `from` of a training.
///
/// # Errors
/// When the database refuses.
pub fn copy(tx: &mut Tx, from: i64, to: ActionId) -> Result<()> {
    let test: Option<Test> =
        tests::table.filter(tests::training_action_id.eq(from)).select(test!()).first(tx.db()).optional()?;
    let Some(test) = test else { return Ok(()) };
    let copy: TestId = diesel::insert_into(tests::table)
        .values((
            tests::action_id.eq(to),
            tests::attempts.eq(test.attempts),
            tests::pass_mark.eq(test.pass_mark),
            tests::result.eq(test.result),
            tests::open.eq(test.open),
            tests::revision.eq(1),
        ))
        .returning(tests::id)
        .get_result(tx.db())?;
    for (position, question) in (1..).zip(super::asked(tx.db(), test.id)?) {
        diesel::insert_into(test_questions::table)
            .values((
                test_questions::test_id.eq(copy),
                test_questions::position.eq(position),
                test_questions::kind.eq(question.kind),
                test_questions::prompt.eq(question.prompt),
                test_questions::items.eq(question.items),
                test_questions::points.eq(question.points),
                test_questions::feedback.eq(question.feedback),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

//! All statements about projects.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::model::{Choosing, Facts};
use super::reach::projects_within;
use super::{NewProject, ParticipantId, ProjectId};
use crate::access::Scope;
use crate::crm::people::{PersonId, name};
use crate::learning::actions::{ActionId, Kind};
use crate::learning::evaluations;
use crate::learning::intakes::QuestionKind;
use crate::learning::tests;
use crate::planning::trainings::TrainingId;
use crate::platform::db::schema::{
    actions, evaluation_questions, organisations, participants, people, project_leaders, projects, questions,
    training_actions, training_evaluation_questions, training_questions, trainings,
};
use crate::platform::db::{Db, Json, Tx};
use crate::platform::error::Result;
use crate::platform::folding::folded;

/// Makes a project, with its own copy of the training's actions and questions.
///
/// # Errors
/// When the database refuses.
pub fn create(tx: &mut Tx, new: &NewProject) -> Result<ProjectId> {
    let now = tx.now();
    let id: ProjectId = diesel::insert_into(projects::table)
        .values((
            projects::organisation_id.eq(new.organisation),
            projects::training_id.eq(new.training),
            projects::name.eq(&new.name),
            projects::name_folded.eq(folded(&new.name)),
            projects::starts_on.eq(new.starts_on),
            projects::ends_on.eq(new.ends_on),
            projects::adviser_id.eq(new.adviser),
            projects::upload_anchor.eq(new.upload_anchor),
            projects::created_at.eq(now),
        ))
        .returning(projects::id)
        .get_result(tx.db())?;
    copy_actions(tx, id, new.training, new.starts_on)?;
    copy_questions(tx, id, new.training)?;
    copy_evaluation(tx, id, new.training)?;
    tx.record("created", "projects", id.0, None)?;
    Ok(id)
}

fn copy_actions(tx: &mut Tx, to: ProjectId, from: TrainingId, starts_on: NaiveDate) -> Result<()> {
    type Row = (i64, (i32, Kind, String, String, bool, Option<i32>, i32));
    let rows: Vec<Row> = training_actions::table
        .filter(training_actions::training_id.eq(from))
        .order(training_actions::position)
        .select((
            training_actions::id,
            (
                training_actions::position,
                training_actions::kind,
                training_actions::title,
                training_actions::description,
                training_actions::preparation,
                training_actions::minutes,
                training_actions::due_days,
            ),
        ))
        .load(tx.db())?;
    for (step, (position, kind, title, description, preparation, minutes, days)) in rows {
        let id: ActionId = diesel::insert_into(actions::table)
            .values((
                actions::project_id.eq(to),
                actions::position.eq(position),
                actions::kind.eq(kind),
                actions::title.eq(title),
                actions::description.eq(description),
                actions::preparation.eq(preparation),
                actions::minutes.eq(minutes),
                actions::due_on.eq(starts_on + TimeDelta::days(i64::from(days))),
            ))
            .returning(actions::id)
            .get_result(tx.db())?;
        if kind == Kind::Test {
            tests::copy(tx, step, id)?;
        }
    }
    Ok(())
}

fn copy_questions(tx: &mut Tx, to: ProjectId, from: TrainingId) -> Result<()> {
    type Row = (i32, QuestionKind, String, Option<String>, Json<Vec<String>>, bool, bool);
    let rows: Vec<Row> = training_questions::table
        .filter(training_questions::training_id.eq(from))
        .order(training_questions::position)
        .select((
            training_questions::position,
            training_questions::kind,
            training_questions::prompt,
            training_questions::hint,
            training_questions::options,
            training_questions::required,
            training_questions::learning_wish,
        ))
        .load(tx.db())?;
    for (position, kind, prompt, hint, options, required, wish) in rows {
        diesel::insert_into(questions::table)
            .values((
                questions::project_id.eq(to),
                questions::position.eq(position),
                questions::kind.eq(kind),
                questions::prompt.eq(prompt),
                questions::hint.eq(hint),
                questions::options.eq(options),
                questions::required.eq(required),
                questions::learning_wish.eq(wish),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

fn copy_evaluation(tx: &mut Tx, to: ProjectId, from: TrainingId) -> Result<()> {
    type Row = (i32, evaluations::QuestionKind, String, Option<String>, Json<Vec<String>>, bool);
    let rows: Vec<Row> = training_evaluation_questions::table
        .filter(training_evaluation_questions::training_id.eq(from))
        .order(training_evaluation_questions::position)
        .select((
            training_evaluation_questions::position,
            training_evaluation_questions::kind,
            training_evaluation_questions::prompt,
            training_evaluation_questions::hint,
            training_evaluation_questions::options,
            training_evaluation_questions::required,
        ))
        .load(tx.db())?;
    for (position, kind, prompt, hint, options, required) in rows {
        diesel::insert_into(evaluation_questions::table)
            .values((
                evaluation_questions::project_id.eq(to),
                evaluation_questions::position.eq(position),
                evaluation_questions::kind.eq(kind),
                evaluation_questions::prompt.eq(prompt),
                evaluation_questions::hint.eq(hint),
                evaluation_questions::options.eq(options),
                evaluation_questions::required.eq(required),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

/// The project `id` within `scope`; without who advised it, once that is over.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is out of scope.
pub fn facts(db: &mut Db, scope: Scope, id: ProjectId) -> Result<Facts> {
    let advises = projects::adviser_id.eq(people::id.nullable()).and(projects::ends_on.ge(scope.horizon().people));
    let rows = projects::table
        .inner_join(organisations::table)
        .inner_join(trainings::table)
        .left_join(people::table.on(advises))
        .filter(projects::id.eq(id))
        .select((
            projects::id,
            projects::name,
            organisations::id,
            organisations::name,
            trainings::name,
            projects::starts_on,
            projects::ends_on,
            projects::upload_anchor,
            name!().nullable(),
            (projects::choosing, projects::change_days, projects::offer_hours),
        ))
        .into_boxed();
    Ok(projects_within!(rows, scope).first(db)?)
}

/// Sets how the people of the project `id` within `scope` come by a group.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is out of scope.
pub fn choose_by(tx: &mut Tx, scope: Scope, id: ProjectId, choosing: Choosing) -> Result<()> {
    facts(tx.db(), scope, id)?;
    diesel::update(projects::table.find(id))
        .set((
            projects::choosing.eq(choosing.open),
            projects::change_days.eq(choosing.change_days),
            projects::offer_hours.eq(choosing.offer_hours),
        ))
        .execute(tx.db())?;
    tx.record("changed", "projects", id.0, None)
}

/// Lets `person` take part in `project`. Whoever takes part already keeps the part they have.
///
/// # Errors
/// When the database refuses.
pub fn enter(tx: &mut Tx, project: ProjectId, person: PersonId) -> Result<ParticipantId> {
    let now = tx.now();
    let same = participants::table.filter(participants::project_id.eq(project).and(participants::person_id.eq(person)));
    if let Some(known) = same.select(participants::id).first(tx.db()).optional()? {
        return Ok(known);
    }
    let id: ParticipantId = diesel::insert_into(participants::table)
        .values((
            participants::project_id.eq(project),
            participants::person_id.eq(person),
            participants::created_at.eq(now),
        ))
        .returning(participants::id)
        .get_result(tx.db())?;
    tx.record("entered", "participants", id.0, Some(person.0))?;
    Ok(id)
}

/// Lets `person` lead `project`. False when they did already.
///
/// # Errors
/// When the database refuses.
pub fn appoint(tx: &mut Tx, project: ProjectId, person: PersonId) -> Result<bool> {
    let now = tx.now();
    let same = project_leaders::project_id.eq(project).and(project_leaders::person_id.eq(person));
    let known = project_leaders::table.filter(same).select(project_leaders::id);
    if diesel::select(diesel::dsl::exists(known)).get_result(tx.db())? {
        return Ok(false);
    }
    let id: i64 = diesel::insert_into(project_leaders::table)
        .values((
            project_leaders::project_id.eq(project),
            project_leaders::person_id.eq(person),
            project_leaders::created_at.eq(now),
        ))
        .returning(project_leaders::id)
        .get_result(tx.db())?;
    tx.record("appointed", "project_leaders", id, Some(person.0))?;
    Ok(true)
}

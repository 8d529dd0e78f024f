//! All statements about what people thought, as others read it.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};

use super::BATCH;
use crate::access::{Reach, Scope};
use crate::crm::people::{Name, PersonId, name};
use crate::learning::evaluations::model::{Answers, EvaluationId, Question, QuestionId, State, Style, TOGETHER};
use crate::planning::projects::{ParticipantId, ProjectId, participants_within, projects_within};
use crate::platform::clock::local;
use crate::platform::db::schema::{
    anonymous_answers, evaluation_answers, evaluation_questions, evaluation_tallies, evaluations, groups,
    organisations, participants, people, projects,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::privacy::retention::{EVALUATION, Held};

/// Answers, each with the question it answers.
pub type Said = Vec<(QuestionId, String)>;
/// Those who answered with a name.
pub type Who = Vec<(ParticipantId, Name)>;

/// A project with what it promised.
#[derive(Debug, Clone, Queryable)]
pub struct Asked {
    /// The project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// The client.
    pub organisation: String,
    /// What it promised about names.
    pub style: Style,
}

/// The project `id` within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn asked(db: &mut Db, scope: Scope, id: ProjectId) -> Result<Asked> {
    let rows = projects::table
        .inner_join(organisations::table)
        .filter(projects::id.eq(id))
        .select((projects::id, projects::name, organisations::name, projects::evaluation))
        .into_boxed();
    Ok(projects_within!(rows, scope).first(db)?)
}

/// The questions of `project`, in order. The project is proof of the scope.
///
/// # Errors
/// When the database refuses.
pub fn questions(db: &mut Db, project: &Asked) -> Result<Vec<Question>> {
    super::asked(db, project.id)
}

/// How many people in `project` within `scope` there are, and how many of them handed in: a tick each, no more.
///
/// # Errors
/// When the database refuses.
pub fn ticks(db: &mut Db, scope: Scope, project: ProjectId) -> Result<(i64, i64)> {
    macro_rules! counted {
        ($rows:expr) => {{
            let rows = $rows.filter(participants::project_id.eq(project)).select(count_star()).into_boxed();
            participants_within!(rows, scope).first(db)?
        }};
    }
    let handed_in = participants::table.inner_join(evaluations::table).filter(evaluations::state.eq(State::Submitted));
    Ok((counted!(participants::table), counted!(handed_in)))
}

/// Answers that came without a name, as far as they may be read: how many people gave them, how many more wait
/// until there are enough of them to hide in, and the answers themselves, in no order.
///
/// # Errors
/// When the database refuses.
pub fn without_names(db: &mut Db, project: &Asked) -> Result<(i64, i64, Said)> {
    let counts: Option<(i32, i32)> = evaluation_tallies::table
        .find(project.id)
        .select((evaluation_tallies::shown, evaluation_tallies::waiting))
        .first(db)
        .optional()?;
    let rows = anonymous_answers::table
        .inner_join(evaluation_questions::table)
        .filter(evaluation_questions::project_id.eq(project.id).and(anonymous_answers::shown))
        .order(anonymous_answers::id)
        .select((anonymous_answers::question_id, anonymous_answers::words))
        .load(db)?;
    let (shown, waiting) = counts.unwrap_or_default();
    Ok((i64::from(shown), i64::from(waiting), rows))
}

/// Answers that came with a name, within `scope`: of how many people, and the answers themselves.
///
/// # Errors
/// When the database refuses.
pub fn with_names(db: &mut Db, scope: Scope, project: &Asked, now: Moment) -> Result<(Who, Said)> {
    let kept = evaluations::state.eq(State::Submitted).and(evaluations::destroy_at.ge(now));
    let rows = evaluations::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(participants::project_id.eq(project.id).and(kept))
        .order((people::name_folded, participants::id))
        .select((participants::id, name!()))
        .into_boxed();
    let who = participants_within!(rows, scope).load(db)?;
    let rows = evaluation_answers::table
        .inner_join(evaluations::table.inner_join(participants::table.inner_join(people::table)))
        .filter(participants::project_id.eq(project.id).and(kept))
        .order((people::name_folded, participants::id))
        .select((evaluation_answers::question_id, evaluation_answers::words))
        .into_boxed();
    Ok((who, participants_within!(rows, scope).load(db)?))
}

/// Whether `scope` reaches every group of `project`: answers without a name cannot be told apart by group.
///
/// # Errors
/// When the database refuses.
pub fn reaches_all(db: &mut Db, scope: Scope, project: ProjectId) -> Result<bool> {
    let Reach::Taught(trainer) = scope.reach() else { return Ok(true) };
    let others = groups::trainer_id.is_null().or(groups::trainer_id.ne(trainer));
    let foreign = groups::table.filter(groups::project_id.eq(project)).filter(others).select(groups::id);
    let foreign: bool = diesel::select(diesel::dsl::exists(foreign)).get_result(db)?;
    Ok(!foreign)
}

/// What staff may read of the evaluation of one person.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Whose it is.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The project.
    pub project: Asked,
    /// The evaluation, when it was handed in with a name.
    pub evaluation: Option<HandedIn>,
    /// The questions, in order; none while it was not handed in.
    pub questions: Vec<Question>,
    /// The answers.
    pub answers: Answers,
}

/// An evaluation that was handed in with a name.
#[derive(Debug, Clone, Queryable)]
pub struct HandedIn {
    /// The evaluation.
    pub id: EvaluationId,
    /// When it was handed in.
    pub saved_at: Option<Moment>,
    /// The last moment that it exists.
    pub destroy_at: Moment,
}

/// What may be read of the evaluation of `participant` within `scope`: nothing of one without a name.
///
/// # Errors
/// [`Error::NotFound`] when the participant is out of scope.
pub fn dossier(db: &mut Db, scope: Scope, participant: ParticipantId, now: Moment) -> Result<Dossier> {
    let named = evaluations::participant_id
        .eq(participants::id)
        .and(evaluations::state.eq(State::Submitted))
        .and(evaluations::destroy_at.ge(now))
        .and(projects::evaluation.eq(Style::Named));
    let rows = participants::table
        .inner_join(people::table)
        .inner_join(projects::table)
        .left_join(evaluations::table.on(named))
        .filter(participants::id.eq(participant))
        .select((
            people::id,
            name!(),
            projects::id,
            (evaluations::id, evaluations::saved_at, evaluations::destroy_at).nullable(),
        ))
        .into_boxed();
    type Row = (PersonId, Name, ProjectId, Option<HandedIn>);
    let (person, name, project, evaluation): Row = participants_within!(rows, scope).first(db)?;
    let project = asked(db, scope, project)?;
    let (questions, answers) = match &evaluation {
        Some(handed_in) => (questions(db, &project)?, super::said(db, handed_in.id)?),
        None => (Vec::new(), Answers::new()),
    };
    Ok(Dossier { person, name, project, evaluation, questions, answers })
}

/// A number drawn by lot. On SQLite it is also the place of the row in the file.
fn lot() -> i64 {
    rand::random::<i64>() & i64::MAX
}

/// Writes `answers` down without the person they came from: a row each, so that not even two of one person are
/// tied together. Whenever [`TOGETHER`] people wait, theirs are read, all at once and shuffled, so that nobody who
/// looks before and after sees what one person added.
///
/// # Errors
/// When the database refuses.
pub fn hand_in_without_name(tx: &mut Tx, project: ProjectId, answers: &Answers) -> Result<()> {
    let waiting = one_more(tx, project)?;
    for (question, words) in answers {
        write(tx, *question, words, false)?;
    }
    if i64::from(waiting) < TOGETHER {
        return Ok(());
    }
    let asked: Vec<QuestionId> = evaluation_questions::table
        .filter(evaluation_questions::project_id.eq(project))
        .select(evaluation_questions::id)
        .load(tx.db())?;
    let unread = || anonymous_answers::shown.eq(false).and(anonymous_answers::question_id.eq_any(&asked));
    let mut rows: Vec<(QuestionId, String)> = anonymous_answers::table
        .filter(unread())
        .select((anonymous_answers::question_id, anonymous_answers::words))
        .load(tx.db())?;
    diesel::delete(anonymous_answers::table.filter(unread())).execute(tx.db())?;
    rows.sort_by_cached_key(|_| rand::random::<u64>());
    for (question, words) in &rows {
        write(tx, *question, words, true)?;
    }
    diesel::update(evaluation_tallies::table.find(project))
        .set((evaluation_tallies::shown.eq(evaluation_tallies::shown + waiting), evaluation_tallies::waiting.eq(0)))
        .execute(tx.db())?;
    Ok(())
}

fn write(tx: &mut Tx, question: QuestionId, words: &str, shown: bool) -> Result<()> {
    diesel::insert_into(anonymous_answers::table)
        .values((
            anonymous_answers::id.eq(lot()),
            anonymous_answers::question_id.eq(question),
            anonymous_answers::words.eq(words),
            anonymous_answers::shown.eq(shown),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Counts one more person whose answers wait; says how many there are now.
fn one_more(tx: &mut Tx, project: ProjectId) -> Result<i32> {
    for _ in 0..2 {
        let counted: Option<i32> = diesel::update(evaluation_tallies::table.find(project))
            .set(evaluation_tallies::waiting.eq(evaluation_tallies::waiting + 1))
            .returning(evaluation_tallies::waiting)
            .get_result(tx.db())
            .optional()?;
        if let Some(waiting) = counted {
            return Ok(waiting);
        }
        let first = (
            evaluation_tallies::project_id.eq(project),
            evaluation_tallies::shown.eq(0),
            evaluation_tallies::waiting.eq(1),
        );
        // In a savepoint: on PostgreSQL two first ones can both get here, and the second counts on.
        let made = tx.db().transaction(|db| diesel::insert_into(evaluation_tallies::table).values(first).execute(db));
        match made {
            Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {}
            made => return Ok(made.map(|_| 1)?),
        }
    }
    Err(Error::Conflict)
}

/// Destroys some answers without a name of projects whose evaluations are over at `now`, but for those that are held;
/// says how many. A hold on one person cannot keep any: nobody knows which are theirs.
///
/// # Errors
/// When the database refuses.
pub fn destroy_without_names(tx: &mut Tx, now: Moment) -> Result<usize> {
    let before = local(EVALUATION.destroy.start_of_what_lasts(now)).date();
    let held = Held::at(tx.db(), now)?;
    let over = evaluation_questions::table
        .inner_join(projects::table)
        .filter(projects::ends_on.lt(before).and(projects::id.ne_all(held.projects)))
        .select(evaluation_questions::id);
    let rows: Vec<i64> = anonymous_answers::table
        .filter(anonymous_answers::question_id.eq_any(over))
        .order(anonymous_answers::id)
        .limit(BATCH)
        .select(anonymous_answers::id)
        .load(tx.db())?;
    for id in &rows {
        diesel::delete(anonymous_answers::table.find(id)).execute(tx.db())?;
        tx.record("destroyed", "anonymous_answers", *id, None)?;
    }
    Ok(rows.len())
}

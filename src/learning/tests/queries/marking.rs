//! All statements about what came of tests, as staff read it, and about marking them.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::{attempt_row, finish, in_turn, settle, test};
use crate::access::Scope;
use crate::crm::people::{Name, PersonId, name};
use crate::learning::actions::ActionId;
use crate::learning::tests::model::{Attempt, AttemptId, Given, Question, QuestionId, State, Test, TestId};
use crate::learning::tests::scoring::earned;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within, projects_within};
use crate::platform::db::schema::{
    actions, organisations, participants, people, projects, test_answers, test_attempts, tests,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};

/// The most lines of a list.
const MOST: i64 = 200;

/// Whether an attempt, a row of `test_attempts` joined with `participants`, is not over for `$scope`: as long as the
/// person does something now and then.
macro_rules! attempt_lasts {
    ($scope:expr) => {{
        let since = $scope.horizon().progress;
        test_attempts::saved_at
            .ge(since)
            .or(participants::created_at.ge(since))
            .or($crate::privacy::retention::active_since!(participants::person_id, since))
    }};
}

/// A test of a project, with how many attempts were handed in and how many wait to be marked.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The test.
    pub id: TestId,
    /// What it is called.
    pub title: String,
    /// Whether it can be taken.
    pub open: bool,
    /// How many attempts were handed in.
    pub handed_in: i64,
    /// How many of them wait.
    pub waiting: i64,
}

/// The tests of the project `id` within `scope`, which is called what the first part says.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn of_project(db: &mut Db, scope: Scope, id: ProjectId) -> Result<(String, Vec<Counted>)> {
    let rows = projects::table.filter(projects::id.eq(id)).select(projects::name).into_boxed();
    let project: String = projects_within!(rows, scope).first(db)?;
    let rows: Vec<(TestId, String, bool)> = tests::table
        .inner_join(actions::table)
        .filter(actions::project_id.eq(id))
        .order(actions::position)
        .select((tests::id, actions::title, tests::open))
        .load(db)?;
    let counts = test_attempts::table
        .inner_join(tests::table.inner_join(actions::table))
        .inner_join(participants::table)
        .filter(actions::project_id.eq(id).and(test_attempts::state.ne(State::Draft)))
        .filter(attempt_lasts!(scope))
        .group_by((test_attempts::test_id, test_attempts::state))
        .select((test_attempts::test_id, test_attempts::state, count_star()))
        .into_boxed();
    let counts: Vec<(TestId, State, i64)> = participants_within!(counts, scope).load(db)?;
    let count = |id: TestId, waits: bool| {
        let of = counts.iter().filter(|c| c.0 == id && (!waits || c.1 == State::Submitted));
        of.map(|c| c.2).sum::<i64>()
    };
    let counted =
        |(id, title, open)| Counted { handed_in: count(id, false), waiting: count(id, true), id, title, open };
    Ok((project, rows.into_iter().map(counted).collect()))
}

/// An attempt that waits to be marked.
#[derive(Debug, Clone, Queryable)]
pub struct Waiting {
    /// The attempt.
    pub id: AttemptId,
    /// When it was handed in.
    pub saved_at: Moment,
    /// Whose it is.
    pub name: Name,
    /// What the test is called.
    pub title: String,
    /// The project.
    pub project: String,
    /// The client.
    pub client: String,
}

/// What waits to be marked within `scope`, the longest first.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, scope: Scope) -> Result<Vec<Waiting>> {
    let rows = test_attempts::table
        .inner_join(
            tests::table.inner_join(actions::table.inner_join(projects::table.inner_join(organisations::table))),
        )
        .inner_join(participants::table.inner_join(people::table))
        .filter(test_attempts::state.eq(State::Submitted))
        .filter(attempt_lasts!(scope))
        .order((test_attempts::saved_at, test_attempts::id))
        .limit(MOST)
        .select((
            test_attempts::id,
            test_attempts::saved_at,
            name!(),
            actions::title,
            projects::name,
            organisations::name,
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

/// A test of a project, with everybody who is to take it.
#[derive(Debug, Clone)]
pub struct Results {
    /// The test.
    pub test: Test,
    /// What it is called.
    pub title: String,
    /// The project.
    pub project: ProjectId,
    /// What that is called.
    pub project_name: String,
    /// Everybody within reach, by name, with the attempts they handed in.
    pub people: Vec<(Name, Vec<Attempt>)>,
}

/// What came of the test `id` within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn results(db: &mut Db, scope: Scope, id: TestId) -> Result<Results> {
    let rows = tests::table
        .inner_join(actions::table.inner_join(projects::table))
        .filter(tests::id.eq(id))
        .select((test!(), actions::title, projects::id, projects::name))
        .into_boxed();
    let (test, title, project, project_name): (Test, String, ProjectId, String) =
        projects_within!(rows, scope).first(db)?;
    let rows = participants::table
        .inner_join(people::table)
        .filter(participants::project_id.eq(project))
        .order((people::name_folded, participants::id))
        .select((participants::id, name!()))
        .into_boxed();
    let everybody: Vec<(ParticipantId, Name)> = participants_within!(rows, scope).load(db)?;
    let rows = test_attempts::table
        .inner_join(participants::table)
        .filter(test_attempts::test_id.eq(id).and(test_attempts::state.ne(State::Draft)))
        .filter(attempt_lasts!(scope))
        .order(test_attempts::number)
        .select((participants::id, attempt_row!()))
        .into_boxed();
    let rows: Vec<(ParticipantId, super::AttemptRow)> = participants_within!(rows, scope).load(db)?;
    let mut attempts: BTreeMap<ParticipantId, Vec<Attempt>> = BTreeMap::new();
    for (who, row) in rows {
        attempts.entry(who).or_default().push(super::attempt(row));
    }
    let of = |(who, name)| (name, attempts.remove(&who).unwrap_or_default());
    Ok(Results { test, title, project, project_name, people: everybody.into_iter().map(of).collect() })
}

/// An attempt as staff read it.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The attempt.
    pub attempt: Attempt,
    /// Their part in the project.
    pub participant: ParticipantId,
    /// Whose it is.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The test.
    pub test: Test,
    /// The step that asks for it.
    pub action: ActionId,
    /// What it is called.
    pub title: String,
    /// The project.
    pub project: ProjectId,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The answers.
    pub given: Vec<Given>,
}

impl Dossier {
    /// What was answered to `question`.
    pub fn answer(&self, question: &Question) -> Option<&Given> {
        self.given.iter().find(|given| given.question == question.id)
    }

    /// Whether somebody has to read what was answered to `question`.
    pub fn is_read(&self, question: &Question) -> bool {
        self.answer(question).is_some_and(|given| earned(question, &given.words).is_none())
    }

    /// What the program gives for `question`, or a reader gave.
    pub fn points(&self, question: &Question) -> Option<i32> {
        match self.answer(question) {
            Some(given) => earned(question, &given.words).or(given.points),
            None => Some(0),
        }
    }
}

/// The attempt `id` within `scope`, once it was handed in.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope, a draft, or over.
pub fn dossier(db: &mut Db, scope: Scope, id: AttemptId) -> Result<Dossier> {
    let rows = test_attempts::table
        .inner_join(tests::table.inner_join(actions::table))
        .inner_join(participants::table.inner_join(people::table))
        .filter(test_attempts::id.eq(id).and(test_attempts::state.ne(State::Draft)))
        .filter(attempt_lasts!(scope))
        .select((
            attempt_row!(),
            (participants::id, people::id, name!()),
            test!(),
            (actions::id, actions::title, actions::project_id),
        ))
        .into_boxed();
    type Row = (super::AttemptRow, (ParticipantId, PersonId, Name), Test, (ActionId, String, ProjectId));
    let (attempt, (participant, person, name), test, (action, title, project)): Row =
        participants_within!(rows, scope).first(db)?;
    let questions = super::asked(db, test.id)?;
    let given = test_answers::table
        .filter(test_answers::attempt_id.eq(id))
        .order(test_answers::id)
        .select((test_answers::question_id, test_answers::words, test_answers::points, test_answers::comment))
        .load(db)?;
    let attempt = super::attempt(attempt);
    Ok(Dossier { attempt, participant, person, name, test, action, title, project, questions, given })
}

/// The same, with everything else that is written about the test waiting for this transaction.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope, a draft, or over.
pub fn dossier_in_turn(tx: &mut Tx, scope: Scope, id: AttemptId) -> Result<Dossier> {
    let action = dossier(tx.db(), scope, id)?.action;
    in_turn(tx, action)?;
    dossier(tx.db(), scope, id)
}

/// What a reader gives for answers in words, by question: points, as far as they decided, and what they say about it.
pub type Marks = BTreeMap<QuestionId, (Option<i32>, Option<String>)>;

/// Writes down what a reader gives for the attempt of `dossier`, which is then marked when nothing is left to read.
///
/// # Errors
/// [`Error::Conflict`] when somebody else did so since.
pub fn mark(tx: &mut Tx, dossier: &Dossier, marks: &Marks) -> Result<()> {
    let attempt = &dossier.attempt;
    let same = test_attempts::version.eq(attempt.version).and(test_attempts::state.ne(State::Draft));
    let ours = diesel::update(test_attempts::table.find(attempt.id).filter(same))
        .set(test_attempts::version.eq(attempt.version + 1))
        .execute(tx.db())?;
    if ours != 1 {
        return Err(Error::Conflict);
    }
    let read: Vec<_> = dossier.questions.iter().filter(|question| dossier.is_read(question)).collect();
    for question in &read {
        let (points, comment) = marks.get(&question.id).cloned().unwrap_or_default();
        let row = test_answers::attempt_id.eq(attempt.id).and(test_answers::question_id.eq(question.id));
        diesel::update(test_answers::table.filter(row))
            .set((test_answers::points.eq(points), test_answers::comment.eq(comment)))
            .execute(tx.db())?;
    }
    if read.iter().all(|question| marks.get(&question.id).is_some_and(|mark| mark.0.is_some())) {
        finish(tx, &dossier.test, &dossier.questions, attempt.id)?;
        settle(tx, &dossier.test, dossier.participant, dossier.action)?;
    }
    tx.record("marked", "test_attempts", attempt.id.0, Some(dossier.person.0))
}

/// Shows the results of `test` to those they are about, also those that are marked later; says in which project. Their
/// steps are ticked where they passed.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn release(tx: &mut Tx, scope: Scope, id: TestId) -> Result<ProjectId> {
    let now = tx.now();
    let rows = tests::table
        .inner_join(actions::table.inner_join(projects::table))
        .filter(tests::id.eq(id))
        .select((actions::id, projects::id))
        .into_boxed();
    let (action, project): (ActionId, ProjectId) = projects_within!(rows, scope).first(tx.db())?;
    in_turn(tx, action)?;
    let mut test: Test = tests::table.find(id).select(test!()).first(tx.db())?;
    if test.is_released() {
        return Ok(project);
    }
    diesel::update(tests::table.find(id)).set(tests::released_at.eq(now)).execute(tx.db())?;
    test.released_at = Some(now);
    let marked: Vec<ParticipantId> = test_attempts::table
        .filter(test_attempts::test_id.eq(id).and(test_attempts::state.eq(State::Marked)))
        .select(test_attempts::participant_id)
        .distinct()
        .load(tx.db())?;
    for who in marked {
        settle(tx, &test, who, action)?;
    }
    tx.record("changed", "tests", id.0, None)?;
    Ok(project)
}

/// Gives `points` for each answer in words of an attempt, and says `comment` about it. For the demo.
///
/// # Errors
/// When the database refuses.
pub fn give(tx: &mut Tx, id: AttemptId, points: i32, comment: &str) -> Result<()> {
    let dossier = dossier_in_turn(tx, Scope::job("tests"), id)?;
    let read = dossier.questions.iter().filter(|question| dossier.is_read(question));
    let marks = read.map(|question| (question.id, (Some(points), Some(comment.to_owned())))).collect();
    mark(tx, &dossier, &marks)
}

//! What students ask of material. What staff do with it stands in `queries/desk.rs`, its end in `queries/ending.rs`.

pub mod desk;
pub mod ending;

use chrono::{NaiveDate, TimeDelta};
use diesel::dsl::max;
use diesel::prelude::*;

use super::model::{Belongs, File, FileColumns, Given, MaterialId, Release};
use crate::access::{Reach, Scope};
use crate::crm::people::PersonId;
use crate::learning::actions::{self, ActionId, Kind};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::db::schema::{
    actions as steps, completions, enrolments, material_openings, materials, participants, projects,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};

/// An opening within this time of the one before is the same one: somebody who looks twice, or a download that is
/// taken up where it broke off.
const SAME: TimeDelta = TimeDelta::hours(1);

/// Everything on the shelves of a student's projects that is for them and not withdrawn, released or not.
macro_rules! theirs {
    ($person:expr, $now:expr) => {
        participants::table
            .inner_join(projects::table)
            .inner_join(
                materials::table.on(materials::training_id
                    .eq(projects::training_id.nullable())
                    .or(materials::project_id.eq(participants::project_id.nullable()))),
            )
            .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
            .filter(participants::person_id.eq($person))
            .filter(materials::participant_id.is_null().or(materials::participant_id.eq(participants::id.nullable())))
            .filter(materials::group_id.is_null().or(materials::group_id.eq(enrolments::group_id.nullable())))
            .filter(materials::portal_until.is_null().or(materials::portal_until.ge($now)))
    };
}

/// When the participant of the row opened the material of the row last.
macro_rules! last_opened {
    () => {
        material_openings::table
            .filter(material_openings::material_id.eq(materials::id))
            .filter(material_openings::participant_id.eq(participants::id))
            .select(max(material_openings::opened_at))
            .single_value()
    };
}

type Row = (
    MaterialId,
    ParticipantId,
    NaiveDate,
    Release,
    String,
    Option<String>,
    FileColumns,
    Option<i32>,
    Moment,
    Option<Moment>,
);

/// What the student of `scope` may open at `now`, films or what is no film, in the order of the shelves: first what is
/// for the training, then what is for their project. For any other scope there is nothing.
///
/// # Errors
/// When the database refuses.
pub fn given(db: &mut Db, scope: Scope, films: bool, now: Moment) -> Result<Vec<Given>> {
    Ok(all_given(db, scope, now)?.into_iter().filter(|given| given.is_film() == films).collect())
}

/// The same, films and all.
///
/// # Errors
/// As [`given`].
pub fn all_given(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Given>> {
    Ok(all(db, scope, now)?.into_iter().map(|(given, _)| given).collect())
}

/// What `participant`, the student of `scope`, may open at `now` to do the step at `position` of their path, where that
/// is of `kind`.
///
/// # Errors
/// When the database refuses.
pub fn of_step(
    db: &mut Db,
    scope: Scope,
    participant: ParticipantId,
    (kind, position): (Kind, i32),
    now: Moment,
) -> Result<Vec<Given>> {
    let mut all = all(db, scope, now)?;
    let fits = |given: &Given| given.participant == participant && given.is_film() == (kind == Kind::Film);
    all.retain(|(given, step)| fits(given) && *step == Some(position));
    Ok(all.into_iter().map(|(given, _)| given).collect())
}

fn all(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<(Given, Option<i32>)>> {
    let Reach::Own(person) = scope.reach() else { return Ok(Vec::new()) };
    let rows: Vec<Row> = theirs!(person, now)
        .order((materials::project_id.is_not_null(), materials::position, materials::id, participants::id))
        .select((
            materials::id,
            participants::id,
            projects::starts_on,
            (materials::released_at, materials::release_days),
            materials::title,
            materials::summary,
            (materials::file_name, materials::kind, materials::size, materials::blob),
            materials::step,
            materials::changed_at,
            last_opened!(),
        ))
        .load(db)?;
    let open = rows.into_iter().filter_map(|row| {
        let (id, participant, starts_on, release, title, summary, file, step, changed_at, opened_at) = row;
        let since = release.moment(starts_on).filter(|moment| *moment <= now)?;
        let file = file.file();
        Some((Given { id, participant, title, summary, file, since, changed_at, opened_at }, step))
    });
    Ok(open.collect())
}

/// A piece of material that somebody is about to open.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The material.
    pub id: MaterialId,
    /// Their part in the project through which it reaches them.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The text, or what is said in a film.
    pub body: Option<String>,
    /// The file; none of a text.
    pub file: Option<File>,
    /// When they opened it last.
    pub opened_at: Option<Moment>,
    /// The step that it belongs to.
    pub step: Option<Belongs>,
}

impl Opened {
    /// Whether opening it at `now` is known already.
    pub fn is_noted(&self, now: Moment) -> bool {
        self.opened_at.is_some_and(|at| now.since(at) < SAME)
    }

    /// Whether it is a film.
    pub fn is_film(&self) -> bool {
        self.file.as_ref().is_some_and(File::is_film)
    }

    /// Whether it belongs to a step that is done.
    pub fn is_done(&self) -> bool {
        self.step.is_some_and(|step| step.done)
    }
}

type OpenedRow = (
    (ParticipantId, PersonId, ProjectId, String, NaiveDate, NaiveDate),
    (String, Option<String>, Option<String>),
    FileColumns,
    Release,
    Option<Moment>,
    Option<ActionId>,
    bool,
);

/// The material `id` as the student of `scope` may open it at `now`, with the step of `kind` that it belongs to. When it
/// reaches them through more than one project, that is the one that runs, or began last.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs, not released yet, withdrawn, or not there.
pub fn find(db: &mut Db, scope: Scope, id: MaterialId, kind: Kind, now: Moment) -> Result<Opened> {
    let Reach::Own(person) = scope.reach() else { return Err(Error::NotFound) };
    let step = steps::project_id
        .eq(participants::project_id)
        .and(steps::position.nullable().eq(materials::step))
        .and(steps::kind.eq(kind));
    let rows: Vec<OpenedRow> = theirs!(person, now)
        .left_join(steps::table.on(step))
        .left_join(
            completions::table
                .on(completions::action_id.eq(steps::id).and(completions::participant_id.eq(participants::id))),
        )
        .filter(materials::id.eq(id))
        .select((
            (
                participants::id,
                participants::person_id,
                projects::id,
                projects::name,
                projects::starts_on,
                projects::ends_on,
            ),
            (materials::title, materials::summary, materials::body),
            (materials::file_name, materials::kind, materials::size, materials::blob),
            (materials::released_at, materials::release_days),
            last_opened!(),
            steps::id.nullable(),
            completions::id.nullable().is_not_null(),
        ))
        .load(db)?;
    let today = local(now).date();
    let open = rows.into_iter().filter(|row| row.3.is_open(row.0.4, now));
    let (part, (title, summary, body), file, _, opened_at, action, done) =
        open.max_by_key(|row| (row.0.5 >= today, row.0.4)).ok_or(Error::NotFound)?;
    let (participant, person, project, project_name, _, _) = part;
    let (file, step) = (file.file(), action.map(|action| Belongs { action, done }));
    Ok(Opened { id, participant, person, project, project_name, title, summary, body, file, opened_at, step })
}

/// Notes that `opened` is opened. Twice within an hour is once.
///
/// # Errors
/// [`Error::Conflict`] when another request notes the same at this moment; then that one does.
pub fn note(tx: &mut Tx, opened: &Opened) -> Result<()> {
    let now = tx.now();
    if !opened.is_noted(now) {
        diesel::insert_into(material_openings::table)
            .values((
                material_openings::material_id.eq(opened.id),
                material_openings::participant_id.eq(opened.participant),
                material_openings::opened_at.eq(now),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

/// Notes that the step that `opened` belongs to is done, when there is one. Twice is once.
///
/// # Errors
/// [`Error::Conflict`] when another request notes the same at this moment; then that one does.
pub fn complete(tx: &mut Tx, opened: &Opened) -> Result<()> {
    if let Some(step) = opened.step.filter(|step| !step.done) {
        actions::complete(tx, opened.participant, step.action)?;
        tx.record("completed", "actions", step.action.0, Some(opened.person.0))?;
    }
    Ok(())
}

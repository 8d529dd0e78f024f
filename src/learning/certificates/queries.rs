//! All statements about who has met the conditions for a certificate. What is issued is in [`issued`].

pub mod issued;

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::model::{Course, Issued, Open, Rules, Standing};
use crate::access::Scope;
use crate::crm::people::{Name, PersonId, name};
use crate::learning::actions::{ActionId, Kind};
use crate::planning::attendance::Mark;
use crate::planning::groups::GroupId;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within, projects_within};
use crate::platform::db::schema::{
    actions, attendances, certificate_facts, certificates, completions, enrolments, groups, meetings, organisations,
    participants, people, projects, trainings,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

/// How long after its end a project is looked at: what is done later is for staff to see.
const AFTERWARDS: Days = Days::new(90);

/// The project `id` within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn course(db: &mut Db, scope: Scope, id: ProjectId) -> Result<Course> {
    let rows = projects::table
        .inner_join(organisations::table)
        .inner_join(trainings::table)
        .filter(projects::id.eq(id))
        .select((
            projects::id,
            projects::name,
            organisations::name,
            trainings::name,
            projects::starts_on,
            projects::ends_on,
            trainings::study_hours,
            trainings::accreditation_points,
            trainings::accreditor,
            (
                projects::certificate,
                projects::certificate_attendance,
                projects::certificate_actions,
                projects::certificate_evaluation,
                projects::certificate_tests,
            ),
        ))
        .into_boxed();
    Ok(projects_within!(rows, scope).first(db)?)
}

/// How far everybody in `course` is, by name, as far as `scope` reaches.
///
/// # Errors
/// When the database refuses.
pub fn standings(db: &mut Db, scope: Scope, course: &Course) -> Result<Vec<Standing>> {
    those(db, scope, course, None)
}

/// How far the participant `who` of `course` is.
///
/// # Errors
/// [`Error::NotFound`] when they are out of scope.
pub fn standing(db: &mut Db, scope: Scope, course: &Course, who: ParticipantId) -> Result<Standing> {
    those(db, scope, course, Some(who))?.pop().ok_or(Error::NotFound)
}

/// How far the student of `scope` is with `course`.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's.
pub fn standing_of_student(db: &mut Db, scope: Scope, course: &Course) -> Result<Standing> {
    those(db, scope, course, None)?.pop().ok_or(Error::NotFound)
}

/// The part that the student of `scope` has in `project`.
///
/// # Errors
/// [`Error::NotFound`] when they have none.
pub fn own_part(db: &mut Db, scope: Scope, project: ProjectId) -> Result<ParticipantId> {
    let rows = participants::table.filter(participants::project_id.eq(project)).select(participants::id).into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// A participant as the database has them: part, person, name, address, language, group.
type Row = (ParticipantId, PersonId, Name, String, Option<Lang>, Option<GroupId>);

fn those(db: &mut Db, scope: Scope, course: &Course, only: Option<ParticipantId>) -> Result<Vec<Standing>> {
    let mut rows = participants::table
        .inner_join(people::table)
        .left_join(enrolments::table)
        .filter(participants::project_id.eq(course.id).and(people::erased_at.is_null()))
        .order((people::name_folded, participants::id))
        .select((
            participants::id,
            people::id,
            name!(),
            people::email,
            people::language,
            enrolments::group_id.nullable(),
        ))
        .into_boxed();
    if let Some(who) = only {
        rows = rows.filter(participants::id.eq(who));
    }
    let rows: Vec<Row> = participants_within!(rows, scope).load(db)?;
    let only = only.or(rows.first().map(|row| row.0).filter(|_| rows.len() == 1));
    let meetings = meetings_of(db, course)?;
    let marks = marks_of(db, course, only)?;
    let steps = steps_of(db, course)?;
    let done = done_in(db, course, only)?;
    let mut given = given_in(db, course, only)?;
    let evaluated = steps.iter().any(|step| step.kind == Kind::Evaluation);
    let tested = steps.iter().any(|step| step.kind == Kind::Test);
    Ok(rows
        .into_iter()
        .map(|(participant, person, name, email, language, group)| {
            let (noted, attended) = marks.get(&participant).copied().unwrap_or_default();
            let is_open = |step: &&Open| !done.contains(&(participant, step.id));
            Standing {
                meetings: group.and_then(|g| meetings.get(&g)).cloned().unwrap_or_default(),
                open: steps.iter().filter(is_open).cloned().collect(),
                certificate: given.remove(&participant),
                participant,
                person,
                name,
                email,
                language,
                noted,
                attended,
                evaluated,
                tested,
            }
        })
        .collect())
}

fn meetings_of(db: &mut Db, course: &Course) -> Result<HashMap<GroupId, Vec<Moment>>> {
    let rows: Vec<(GroupId, Moment)> = meetings::table
        .inner_join(groups::table)
        .filter(groups::project_id.eq(course.id).and(meetings::cancelled_at.is_null()))
        .order((meetings::ends_at, meetings::id))
        .select((meetings::group_id, meetings::ends_at))
        .load(db)?;
    let mut ends: HashMap<GroupId, Vec<Moment>> = HashMap::new();
    for (group, at) in rows {
        ends.entry(group).or_default().push(at);
    }
    Ok(ends)
}

/// Of each participant, how many meetings of their present group were noted, and at how many they were.
fn marks_of(db: &mut Db, course: &Course, only: Option<ParticipantId>) -> Result<HashMap<ParticipantId, (i64, i64)>> {
    let own =
        enrolments::participant_id.eq(attendances::participant_id).and(enrolments::group_id.eq(meetings::group_id));
    let mut rows = attendances::table
        .inner_join(meetings::table.inner_join(groups::table))
        .inner_join(enrolments::table.on(own))
        .filter(groups::project_id.eq(course.id).and(meetings::cancelled_at.is_null()))
        .select((attendances::participant_id, attendances::mark))
        .into_boxed();
    if let Some(who) = only {
        rows = rows.filter(attendances::participant_id.eq(who));
    }
    let mut counts: HashMap<ParticipantId, (i64, i64)> = HashMap::new();
    for (who, mark) in rows.load::<(ParticipantId, Mark)>(db)? {
        let count = counts.entry(who).or_default();
        count.0 += 1;
        count.1 += i64::from(mark.counts());
    }
    Ok(counts)
}

fn steps_of(db: &mut Db, course: &Course) -> Result<Vec<Open>> {
    let rows: Vec<(ActionId, Kind, String)> = actions::table
        .filter(actions::project_id.eq(course.id))
        .order(actions::position)
        .select((actions::id, actions::kind, actions::title))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, kind, title)| Open { id, kind, title }).collect())
}

fn done_in(db: &mut Db, course: &Course, only: Option<ParticipantId>) -> Result<HashSet<(ParticipantId, ActionId)>> {
    let mut rows = completions::table
        .inner_join(actions::table)
        .filter(actions::project_id.eq(course.id))
        .select((completions::participant_id, completions::action_id))
        .into_boxed();
    if let Some(who) = only {
        rows = rows.filter(completions::participant_id.eq(who));
    }
    Ok(rows.load(db)?.into_iter().collect())
}

/// The certificate of each participant that was not replaced.
fn given_in(db: &mut Db, course: &Course, only: Option<ParticipantId>) -> Result<HashMap<ParticipantId, Issued>> {
    let mut rows = certificates::table
        .inner_join(participants::table)
        .left_join(certificate_facts::table)
        .filter(participants::project_id.eq(course.id).and(certificates::replaced_on.is_null()))
        .select((
            participants::id,
            (certificates::id, certificate_facts::number.nullable(), certificate_facts::issued_on.nullable()),
        ))
        .into_boxed();
    if let Some(who) = only {
        rows = rows.filter(participants::id.eq(who));
    }
    Ok(rows.load(db)?.into_iter().collect())
}

/// The projects in which somebody may have met the conditions since the last look.
///
/// # Errors
/// When the database refuses.
pub fn to_look_at(db: &mut Db, today: NaiveDate) -> Result<Vec<ProjectId>> {
    Ok(projects::table
        .filter(projects::certificate.and(projects::starts_on.le(today)))
        .filter(projects::ends_on.ge(today - AFTERWARDS))
        .order(projects::id)
        .select(projects::id)
        .load(db)?)
}

/// Makes `rules` what `project` asks for a certificate.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn set_rules(tx: &mut Tx, scope: Scope, project: ProjectId, rules: Rules) -> Result<()> {
    let course = course(tx.db(), scope, project)?;
    diesel::update(projects::table.find(course.id))
        .set((
            projects::certificate.eq(rules.given),
            projects::certificate_attendance.eq(rules.attendance),
            projects::certificate_actions.eq(rules.actions),
            projects::certificate_evaluation.eq(rules.evaluation),
            projects::certificate_tests.eq(rules.tests),
        ))
        .execute(tx.db())?;
    tx.record("changed", "projects", project.0, None)
}

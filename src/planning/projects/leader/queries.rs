//! All statements of the leader's pages about projects, people and groups. They select no other column of a
//! person than the name, the day on which they were last active and, for one person, the address.

use diesel::prelude::*;

use super::model::{LedGroup, LedMeeting, LedProject, Member, Profile};
use crate::access::Scope;
use crate::crm::people::Name;
use crate::learning::actions::progress::Planned;
use crate::learning::activity::last_seen;
use crate::planning::groups::GroupId;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within, projects_within};
use crate::platform::clock::local;
use crate::platform::db::schema::{
    actions, enrolments, groups, meetings, organisations, participants, people, projects,
};
use crate::platform::db::{Db, Moment};
use crate::platform::error::{Error, Result};

/// The project `id` within `scope`.
pub fn find(db: &mut Db, scope: Scope, id: ProjectId) -> Result<LedProject> {
    let project = planned(db, scope, Some(id))?.pop().ok_or(Error::NotFound)?;
    Ok(project.0)
}

/// The projects within `scope`, or only one of them, the first to begin first; each with its actions in order.
pub fn planned(db: &mut Db, scope: Scope, only: Option<ProjectId>) -> Result<Vec<(LedProject, Vec<Planned>)>> {
    type Row = (ProjectId, String, String, chrono::NaiveDate, chrono::NaiveDate, Option<Name>, Option<Planned>);
    let mut rows = projects::table
        .inner_join(organisations::table)
        .left_join(people::table.on(projects::adviser_id.eq(people::id.nullable())))
        .left_join(actions::table)
        .order((projects::starts_on, projects::id, actions::position))
        .select((
            projects::id,
            projects::name,
            organisations::name,
            projects::starts_on,
            projects::ends_on,
            Option::<Name>::as_select(),
            (actions::id, actions::position, actions::title, actions::kind, actions::preparation, actions::due_on)
                .nullable(),
        ))
        .into_boxed();
    if let Some(id) = only {
        rows = rows.filter(projects::id.eq(id));
    }
    let rows: Vec<Row> = projects_within!(rows, scope).load(db)?;
    let mut found: Vec<(LedProject, Vec<Planned>)> = Vec::new();
    for (id, name, organisation, starts_on, ends_on, adviser, action) in rows {
        match found.last_mut() {
            Some((project, actions)) if project.id == id => actions.extend(action),
            _ => {
                let project = LedProject { id, name, organisation, starts_on, ends_on, adviser };
                found.push((project, action.into_iter().collect()));
            }
        }
    }
    Ok(found)
}

/// Everybody in `project`.
pub fn members(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Vec<Member>> {
    let rows = participants::table
        .inner_join(people::table)
        .left_join(enrolments::table)
        .filter(participants::project_id.eq(project))
        .select((participants::id, Name::as_select(), enrolments::group_id.nullable(), last_seen!(people::id, scope)))
        .into_boxed();
    let rows: Vec<(ParticipantId, Name, Option<GroupId>, Option<Moment>)> =
        participants_within!(rows, scope).load(db)?;
    let member = |(participant, name, group, seen_at): (_, _, _, Option<Moment>)| Member {
        participant,
        name,
        group,
        seen_on: seen_at.map(|at| local(at).date()),
    };
    Ok(rows.into_iter().map(member).collect())
}

/// How many people take part in `project`.
pub fn size(db: &mut Db, scope: Scope, project: ProjectId) -> Result<i64> {
    let rows = participants::table.filter(participants::project_id.eq(project)).count().into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// The participant `id` within `scope`.
pub fn profile(db: &mut Db, scope: Scope, id: ParticipantId) -> Result<Profile> {
    type Row = (Name, Option<GroupId>, String, ProjectId, Option<Moment>);
    let rows = participants::table
        .inner_join(people::table)
        .left_join(enrolments::table)
        .filter(participants::id.eq(id))
        .select((
            Name::as_select(),
            enrolments::group_id.nullable(),
            people::email,
            participants::project_id,
            last_seen!(people::id, scope),
        ))
        .into_boxed();
    let (name, group, email, project, seen_at): Row = participants_within!(rows, scope).first(db)?;
    let seen_on = seen_at.map(|at| local(at).date());
    Ok(Profile { member: Member { participant: id, name, group, seen_on }, email, project })
}

type MeetingRow = (Moment, Moment, String);

/// The groups of `project`, in the order in which they first meet.
pub fn groups(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Vec<LedGroup>> {
    type Row = (GroupId, String, i32, Option<Name>, Option<MeetingRow>);
    let meeting = (meetings::starts_at, meetings::ends_at, meetings::location);
    let rows = groups::table
        .inner_join(projects::table)
        .left_join(people::table.on(groups::trainer_id.eq(people::id.nullable())))
        .left_join(meetings::table.on(meetings::group_id.eq(groups::id).and(meetings::cancelled_at.is_null())))
        .filter(groups::project_id.eq(project))
        .order((meetings::starts_at.is_null(), meetings::starts_at, groups::name, groups::id))
        .select((groups::id, groups::name, groups::capacity, Option::<Name>::as_select(), meeting.nullable()))
        .into_boxed();
    let rows: Vec<Row> = projects_within!(rows, scope).load(db)?;
    let mut found: Vec<LedGroup> = Vec::new();
    for (id, name, capacity, trainer, meeting) in rows {
        let meeting = meeting.map(|(starts_at, ends_at, location)| LedMeeting { starts_at, ends_at, location });
        match found.iter_mut().find(|g| g.id == id) {
            Some(group) => group.meetings.extend(meeting),
            None => found.push(LedGroup {
                id,
                name,
                capacity: capacity.into(),
                trainer: trainer.map(|t| t.full()),
                meetings: meeting.into_iter().collect(),
            }),
        }
    }
    Ok(found)
}

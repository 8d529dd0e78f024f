//! All statements about groups and their meetings.

use std::collections::HashMap;

use chrono::TimeDelta;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{Group, GroupId, Meeting, MeetingId, Member, NewGroup, NewMeeting, Overview, Placing};
use super::reach::groups_within;
use crate::access::Scope;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{enrolments, groups, meetings, participants, people};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::folding::{self, folded};

macro_rules! rows {
    () => {
        groups::table.left_join(people::table).select((
            groups::id,
            groups::project_id,
            groups::name,
            groups::capacity,
            groups::trainer_id,
            (people::first_name, people::initials, people::infix, people::last_name).nullable(),
        ))
    };
}

/// The group `id` within `scope`, with its meetings and how full it is.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn find(db: &mut Db, scope: Scope, id: GroupId) -> Result<Overview> {
    let group = groups_within!(rows!().filter(groups::id.eq(id)).into_boxed(), scope).first(db)?;
    overviews(db, vec![group])?.pop().ok_or(Error::NotFound)
}

/// The groups of `project` within `scope`, with their meetings and how full they are, by name.
///
/// # Errors
/// When the database refuses.
pub fn of_project(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Vec<Overview>> {
    let rows = rows!().filter(groups::project_id.eq(project)).order((groups::name, groups::id)).into_boxed();
    let groups = groups_within!(rows, scope).load(db)?;
    overviews(db, groups)
}

fn overviews(db: &mut Db, groups: Vec<Group>) -> Result<Vec<Overview>> {
    let ids: Vec<GroupId> = groups.iter().map(|g| g.id).collect();
    let placed: HashMap<GroupId, i64> = enrolments::table
        .filter(enrolments::group_id.eq_any(&ids))
        .group_by(enrolments::group_id)
        .select((enrolments::group_id, count_star()))
        .load(db)?
        .into_iter()
        .collect();
    let mut times: HashMap<GroupId, Vec<Meeting>> = HashMap::new();
    let rows: Vec<(GroupId, Meeting)> = meetings::table
        .filter(meetings::group_id.eq_any(&ids))
        .order((meetings::starts_at, meetings::id))
        .select((meetings::group_id, (meetings::id, meetings::starts_at, meetings::ends_at, meetings::location)))
        .load(db)?;
    for (group, meeting) in rows {
        times.entry(group).or_default().push(meeting);
    }
    Ok(groups
        .into_iter()
        .map(|group| Overview {
            placed: placed.get(&group.id).copied().unwrap_or_default(),
            meetings: times.remove(&group.id).unwrap_or_default(),
            group,
        })
        .collect())
}

/// Whether `project` has another group than `but` that people would call by `name`.
fn is_taken(db: &mut Db, project: ProjectId, name: &str, but: Option<GroupId>) -> Result<bool> {
    let names: Vec<(GroupId, String)> =
        groups::table.filter(groups::project_id.eq(project)).select((groups::id, groups::name)).load(db)?;
    let wanted = folded(name);
    Ok(names.iter().any(|(id, name)| Some(*id) != but && folded(name) == wanted))
}

/// Makes a group in `project`; `None` when the project has one of that name.
///
/// # Errors
/// When the database refuses.
pub fn create(tx: &mut Tx, project: ProjectId, new: &NewGroup) -> Result<Option<GroupId>> {
    if is_taken(tx.db(), project, &new.name, None)? {
        return Ok(None);
    }
    let id: GroupId = diesel::insert_into(groups::table)
        .values((
            groups::project_id.eq(project),
            groups::name.eq(&new.name),
            groups::trainer_id.eq(new.trainer),
            groups::capacity.eq(new.capacity),
        ))
        .returning(groups::id)
        .get_result(tx.db())?;
    for meeting in &new.meetings {
        meet(tx, id, meeting)?;
    }
    tx.record("created", "groups", id.0, None)?;
    Ok(Some(id))
}

/// Changes a group within `scope`; `None` when its project has another one of that name.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn update(tx: &mut Tx, scope: Scope, id: GroupId, new: &NewGroup) -> Result<Option<GroupId>> {
    let now = find(tx.db(), scope, id)?;
    if is_taken(tx.db(), now.group.project, &new.name, Some(id))? {
        return Ok(None);
    }
    diesel::update(groups::table.find(id))
        .set((groups::name.eq(&new.name), groups::trainer_id.eq(new.trainer), groups::capacity.eq(new.capacity)))
        .execute(tx.db())?;
    reschedule(tx, &now, &new.meetings)?;
    tx.record("changed", "groups", id.0, None)?;
    Ok(Some(id))
}

/// Makes the meetings of a group what they are to be. A meeting that moves stays the same meeting.
fn reschedule(tx: &mut Tx, group: &Overview, wanted: &[NewMeeting]) -> Result<()> {
    let is_kept = |id: MeetingId| wanted.iter().any(|m| m.id == Some(id));
    let known = |id: Option<MeetingId>| group.meetings.iter().find(|m| Some(m.id) == id);
    for gone in group.meetings.iter().filter(|m| !is_kept(m.id)) {
        diesel::delete(meetings::table.find(gone.id)).execute(tx.db())?;
    }
    // A group has one meeting at a time, so two that change places first step aside.
    for (moved, wanted) in wanted.iter().filter_map(|w| Some((known(w.id)?, w))) {
        if moved.starts_at != wanted.starts_at {
            let aside = Moment::new(chrono::NaiveDateTime::default()).plus(TimeDelta::seconds(moved.id.0));
            diesel::update(meetings::table.find(moved.id)).set(meetings::starts_at.eq(aside)).execute(tx.db())?;
        }
    }
    for meeting in wanted {
        match known(meeting.id) {
            None => meet(tx, group.group.id, meeting)?,
            Some(same) => {
                diesel::update(meetings::table.find(same.id))
                    .set((
                        meetings::starts_at.eq(meeting.starts_at),
                        meetings::ends_at.eq(meeting.ends_at),
                        meetings::location.eq(&meeting.location),
                    ))
                    .execute(tx.db())?;
            }
        }
    }
    Ok(())
}

fn meet(tx: &mut Tx, group: GroupId, meeting: &NewMeeting) -> Result<()> {
    diesel::insert_into(meetings::table)
        .values((
            meetings::group_id.eq(group),
            meetings::starts_at.eq(meeting.starts_at),
            meetings::ends_at.eq(meeting.ends_at),
            meetings::location.eq(&meeting.location),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// The most people without a group that a page offers at once.
pub const OFFERED: i64 = 100;

macro_rules! member {
    () => {
        (
            participants::id,
            people::id,
            (people::first_name, people::initials, people::infix, people::last_name),
            people::email,
        )
    };
}

/// Who is in `group`, as far as `scope` reaches, by name.
pub fn members(db: &mut Db, scope: Scope, group: GroupId) -> Result<Vec<Member>> {
    let rows = enrolments::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(enrolments::group_id.eq(group))
        .order((people::name_folded, participants::id))
        .select(member!())
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

/// Who takes part in `project` without a group and is called like `search`: the first [`OFFERED`] by name,
/// and how many there are.
pub fn unplaced(db: &mut Db, scope: Scope, project: ProjectId, search: &str) -> Result<(Vec<Member>, i64)> {
    macro_rules! found {
        ($select:expr) => {{
            let mut rows = participants::table
                .inner_join(people::table)
                .filter(participants::project_id.eq(project))
                .filter(participants::id.ne_all(enrolments::table.select(enrolments::participant_id)))
                .select($select)
                .into_boxed();
            for word in folding::patterns(search) {
                rows = rows.filter(people::name_folded.like(word).escape('\\'));
            }
            participants_within!(rows, scope)
        }};
    }
    let total = found!(count_star()).first(db)?;
    let rows = found!(member!()).order((people::name_folded, participants::id)).limit(OFFERED).offset(0).load(db)?;
    Ok((rows, total))
}

/// Lets nobody else fill the groups of `project` until the transaction is over, so that the last place is
/// given once.
///
/// # Errors
/// When the database refuses.
pub fn hold(tx: &mut Tx, project: ProjectId) -> Result<()> {
    let rows = groups::table.filter(groups::project_id.eq(project));
    diesel::update(rows).set(groups::capacity.eq(groups::capacity)).execute(tx.db())?;
    Ok(())
}

/// Gives `participant` a place in `group`. Whether there is room is for the caller to know.
///
/// # Errors
/// When the database refuses.
pub fn enrol(tx: &mut Tx, group: GroupId, participant: ParticipantId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(enrolments::table)
        .values((
            enrolments::participant_id.eq(participant),
            enrolments::group_id.eq(group),
            enrolments::created_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Gives those of `chosen` who have no group a place in `id`: all of them, or nobody when they do not fit.
pub fn place(tx: &mut Tx, scope: Scope, id: GroupId, chosen: &[ParticipantId]) -> Result<Placing> {
    let project = find(tx.db(), scope, id)?.group.project;
    hold(tx, project)?;
    let group = find(tx.db(), scope, id)?;
    let rows = participants::table
        .filter(participants::project_id.eq(project).and(participants::id.eq_any(chosen)))
        .filter(participants::id.ne_all(enrolments::table.select(enrolments::participant_id)))
        .select((participants::id, participants::person_id))
        .into_boxed();
    let free: Vec<(ParticipantId, i64)> = participants_within!(rows, scope).load(tx.db())?;
    if free.len() as i64 > group.left() {
        return Ok(Placing::NoRoom(group.left()));
    }
    for (participant, person) in &free {
        enrol(tx, id, *participant)?;
        tx.record("placed", "enrolments", id.0, Some(*person))?;
    }
    Ok(Placing::Done(free.len()))
}

/// Takes `participant` out of group `id`; says who it was.
pub fn take_out(tx: &mut Tx, scope: Scope, id: GroupId, participant: ParticipantId) -> Result<Member> {
    find(tx.db(), scope, id)?;
    let who = members(tx.db(), scope, id)?.into_iter().find(|m| m.id == participant).ok_or(Error::NotFound)?;
    let place = enrolments::group_id.eq(id).and(enrolments::participant_id.eq(participant));
    diesel::delete(enrolments::table.filter(place)).execute(tx.db())?;
    tx.record("taken_out", "enrolments", id.0, Some(who.person.0))?;
    Ok(who)
}

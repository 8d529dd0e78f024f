//! All statements about groups: who is in them, and how full they are.

mod choosing;
mod letters;
mod plan;
mod seats;

pub use choosing::{
    Chosen, Claim, Part, Refused, accept, ahead, choices, choose, give_up, leave, name_of, offered, part,
};
pub use letters::{add_token, address, addresses, offer, planned, told};
pub use plan::{called_off, cancel};
pub use seats::{NEWS, Waiting, clashes_of, line, settle, tidy, waited_for};

use std::collections::HashMap;

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use super::model::{Changing, Clash, Group, GroupId, Meeting, Member, NewGroup, Overview, Placing};
use super::reach::groups_within;
use crate::access::Scope;
use crate::crm::people::{PersonId, name};
use crate::learning::actions;
use crate::planning::absences;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{enrolments, groups, meetings, participants, people, projects, waiting_places};
use crate::platform::db::{Db, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::folding::{self, folded};

macro_rules! rows {
    ($scope:expr) => {{
        let since = $scope.horizon().people;
        let trains = groups::trainer_id.eq(people::id.nullable()).and(projects::ends_on.ge(since));
        groups::table.inner_join(projects::table).left_join(people::table.on(trains)).select((
            groups::id,
            groups::project_id,
            groups::name,
            groups::capacity,
            people::id.nullable(),
            name!().nullable(),
            projects::ends_on.ge(since),
        ))
    }};
}

/// The group `id` within `scope`, with its meetings and how full it is.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn find(db: &mut Db, scope: Scope, id: GroupId) -> Result<Overview> {
    let group = groups_within!(rows!(scope).filter(groups::id.eq(id)).into_boxed(), scope).first(db)?;
    overviews(db, vec![group])?.pop().ok_or(Error::NotFound)
}

/// The groups of `project` within `scope`, with their meetings and how full they are, by name.
///
/// # Errors
/// When the database refuses.
pub fn of_project(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Vec<Overview>> {
    let rows = rows!(scope).filter(groups::project_id.eq(project)).order((groups::name, groups::id)).into_boxed();
    let groups = groups_within!(rows, scope).load(db)?;
    overviews(db, groups)
}

fn overviews(db: &mut Db, groups: Vec<Group>) -> Result<Vec<Overview>> {
    let ids: Vec<GroupId> = groups.iter().map(|g| g.id).collect();
    let lasting: Vec<GroupId> = groups.iter().filter(|g| g.lasts).map(|g| g.id).collect();
    let placed: HashMap<GroupId, i64> = enrolments::table
        .filter(enrolments::group_id.eq_any(&lasting))
        .group_by(enrolments::group_id)
        .select((enrolments::group_id, count_star()))
        .load(db)?
        .into_iter()
        .collect();
    // An offer that ran out holds its place until the line moves on.
    let waiting: HashMap<GroupId, (i64, i64)> = waiting_places::table
        .filter(waiting_places::group_id.eq_any(&lasting))
        .group_by(waiting_places::group_id)
        .select((waiting_places::group_id, (count_star(), count(waiting_places::offer_until))))
        .load(db)?
        .into_iter()
        .collect();
    let mut times: HashMap<GroupId, Vec<Meeting>> = HashMap::new();
    let rows: Vec<(GroupId, Meeting)> = meetings::table
        .filter(meetings::group_id.eq_any(&ids).and(meetings::cancelled_at.is_null()))
        .order((meetings::starts_at, meetings::id))
        .select((meetings::group_id, (meetings::id, meetings::starts_at, meetings::ends_at, meetings::location)))
        .load(db)?;
    for (group, meeting) in rows {
        times.entry(group).or_default().push(meeting);
    }
    Ok(groups
        .into_iter()
        .map(|group| {
            let (all, held) = waiting.get(&group.id).copied().unwrap_or_default();
            Overview {
                placed: placed.get(&group.id).copied().unwrap_or_default(),
                held,
                line: all - held,
                meetings: times.remove(&group.id).unwrap_or_default(),
                group,
            }
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
        plan::meet(tx, id, meeting)?;
    }
    tx.record("created", "groups", id.0, None)?;
    Ok(Some(id))
}

/// Changes a group within `scope`, but not when people in it are elsewhere at the moment that a meeting moves to.
/// With a reason, which is kept with their places, it moves all the same.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn update(tx: &mut Tx, scope: Scope, id: GroupId, new: &NewGroup) -> Result<Changing> {
    let project = find(tx.db(), scope, id)?.group.project;
    hold(tx, project)?;
    let now = find(tx.db(), scope, id)?;
    if is_taken(tx.db(), now.group.project, &new.name, Some(id))? {
        return Ok(Changing::Taken);
    }
    let clashes = plan::clashes(tx, scope, &now, &new.meetings)?;
    if !clashes.is_empty() {
        let Some(reason) = &new.reason else { return Ok(Changing::Busy(clashes)) };
        overrule(tx, id, &clashes, reason)?;
    }
    // Who gave the training when that is over waits for the sweep, which asks whether it is held.
    let trainer = now.group.lasts.then(|| groups::trainer_id.eq(new.trainer));
    diesel::update(groups::table.find(id))
        .set((groups::name.eq(&new.name), trainer, groups::capacity.eq(new.capacity)))
        .execute(tx.db())?;
    plan::reschedule(tx, &now, &new.meetings)?;
    tx.record("changed", "groups", id.0, None)?;
    seats::settle_one(tx, id)?;
    Ok(Changing::Done)
}

/// Notes why the people of `clashes`, who are in group `id`, are to be at two places at once.
fn overrule(tx: &mut Tx, id: GroupId, clashes: &[Clash], reason: &str) -> Result<()> {
    let mut persons: Vec<PersonId> = clashes.iter().map(|clash| clash.person).collect();
    persons.dedup();
    for person in persons {
        let part = participants::table.filter(participants::person_id.eq(person)).select(participants::id);
        let place = enrolments::group_id.eq(id).and(enrolments::participant_id.eq_any(part));
        diesel::update(enrolments::table.filter(place)).set(enrolments::override_reason.eq(reason)).execute(tx.db())?;
        tx.record("overridden", "enrolments", id.0, Some(person.0))?;
    }
    Ok(())
}

/// The most people without a group that a page offers at once.
pub const OFFERED: i64 = 100;

macro_rules! member {
    () => {
        (participants::id, people::id, name!(), people::email)
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

/// Gives `participant` a place in `group`, against the rules when there is a `reason`. Whether there is room
/// is for the caller to know.
///
/// # Errors
/// When the database refuses.
pub fn enrol(tx: &mut Tx, group: GroupId, participant: ParticipantId, reason: Option<&str>) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(enrolments::table)
        .values((
            enrolments::participant_id.eq(participant),
            enrolments::group_id.eq(group),
            enrolments::created_at.eq(now),
            enrolments::override_reason.eq(reason),
        ))
        .execute(tx.db())?;
    let waits = waiting_places::participant_id.eq(participant).and(waiting_places::group_id.eq(group));
    diesel::delete(waiting_places::table.filter(waits)).execute(tx.db())?;
    actions::enrolled(tx, participant, true)
}

/// Gives those of `chosen` who have no group a place in `id`: all of them, or nobody when they do not fit or
/// are elsewhere at the same time. With a `reason`, which is kept, they all get one.
pub fn place(
    tx: &mut Tx,
    scope: Scope,
    id: GroupId,
    chosen: &[ParticipantId],
    reason: Option<&str>,
) -> Result<Placing> {
    let project = find(tx.db(), scope, id)?.group.project;
    hold(tx, project)?;
    seats::settle_one(tx, id)?;
    let group = find(tx.db(), scope, id)?;
    let rows = participants::table
        .filter(participants::project_id.eq(project).and(participants::id.eq_any(chosen)))
        .filter(participants::id.ne_all(enrolments::table.select(enrolments::participant_id)))
        .order(participants::person_id)
        .select((participants::id, participants::person_id))
        .into_boxed();
    let free: Vec<(ParticipantId, PersonId)> = participants_within!(rows, scope).load(tx.db())?;
    let theirs = seats::offered_to(tx.db(), id, free.iter().map(|f| f.0))?;
    let left = group.left() + theirs;
    if free.len() as i64 > left && reason.is_none() {
        return Ok(Placing::NoRoom(left));
    }
    let persons: Vec<PersonId> = free.iter().map(|f| f.1).collect();
    seats::hold_people(tx, &persons)?;
    let clashes = seats::clashes(tx.db(), scope, &group, &persons)?;
    if !clashes.is_empty() && reason.is_none() {
        return Ok(Placing::Busy(clashes));
    }
    for (at, (participant, person)) in (0..).zip(&free) {
        let against = at >= left || clashes.iter().any(|c| c.person == *person);
        enrol(tx, id, *participant, reason.filter(|_| against))?;
        tx.record("placed", "enrolments", id.0, Some(person.0))?;
        if against {
            tx.record("overridden", "enrolments", id.0, Some(person.0))?;
        }
    }
    seats::settle_one(tx, id)?;
    Ok(Placing::Done(free.len()))
}

/// Takes `participant` out of group `id`; says who it was. The first in line is offered the place.
pub fn take_out(tx: &mut Tx, scope: Scope, id: GroupId, participant: ParticipantId) -> Result<Member> {
    let project = find(tx.db(), scope, id)?.group.project;
    hold(tx, project)?;
    let who = members(tx.db(), scope, id)?.into_iter().find(|m| m.id == participant).ok_or(Error::NotFound)?;
    vacate(tx, id, participant)?;
    tx.record("taken_out", "enrolments", id.0, Some(who.person.0))?;
    seats::settle_one(tx, id)?;
    Ok(who)
}

/// Ends the place of `participant` in `group`. Whose turn it is then, is for the caller to settle.
fn vacate(tx: &mut Tx, group: GroupId, participant: ParticipantId) -> Result<()> {
    let place = enrolments::group_id.eq(group).and(enrolments::participant_id.eq(participant));
    diesel::delete(enrolments::table.filter(place)).execute(tx.db())?;
    absences::forget(tx, participant, group)?;
    actions::enrolled(tx, participant, false)
}

//! The statements about free places: who is first in line for one, and who cannot take it because they are
//! elsewhere at that time. Whoever changes how full a group is holds its project first.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;

use super::super::letters;
use super::super::model::{Clash, GroupId, Overview};
use super::hold;
use crate::access::Scope;
use crate::crm::people::{Name, PersonId, name};
use crate::planning::groups::groups_within;
use crate::planning::projects::{Choosing, ParticipantId, ProjectId};
use crate::platform::db::schema::{
    enrolments, freed_seats, groups, meetings, participants, people, projects, waiting_places,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

/// Somebody in the line of a group.
#[derive(Debug, Clone, Queryable)]
pub struct Waiting {
    /// Their name.
    pub name: Name,
    /// Until when a place is held for them.
    pub offer_until: Option<Moment>,
    /// Since when they wait.
    pub since: Moment,
}

/// The most people of a line that a page shows.
pub const SHOWN: i64 = 100;

/// Who waits for `group`, as far as `scope` reaches the group, the first in line first.
pub fn line(db: &mut Db, scope: Scope, group: GroupId) -> Result<Vec<Waiting>> {
    let rows = waiting_places::table
        .inner_join(participants::table.inner_join(people::table))
        .inner_join(groups::table.inner_join(projects::table))
        .filter(waiting_places::group_id.eq(group).and(projects::ends_on.ge(scope.horizon().people)))
        .order(waiting_places::id)
        .select((name!(), waiting_places::offer_until, waiting_places::created_at))
        .limit(SHOWN)
        .offset(0)
        .into_boxed();
    Ok(groups_within!(rows, scope).load(db)?)
}

/// How many of `chosen` have an offer of a place in `group`, which is held for them.
pub fn offered_to(db: &mut Db, group: GroupId, chosen: impl Iterator<Item = ParticipantId>) -> Result<i64> {
    let chosen: Vec<ParticipantId> = chosen.collect();
    Ok(waiting_places::table
        .filter(waiting_places::group_id.eq(group).and(waiting_places::offer_until.is_not_null()))
        .filter(waiting_places::participant_id.eq_any(chosen))
        .select(count_star())
        .first(db)?)
}

/// How many places of `group` are neither taken nor held.
pub fn free(db: &mut Db, group: GroupId) -> Result<i64> {
    let capacity: i32 = groups::table.find(group).select(groups::capacity).first(db)?;
    let placed: i64 = enrolments::table.filter(enrolments::group_id.eq(group)).select(count_star()).first(db)?;
    let held: i64 = waiting_places::table
        .filter(waiting_places::group_id.eq(group).and(waiting_places::offer_until.is_not_null()))
        .select(count_star())
        .first(db)?;
    Ok(i64::from(capacity) - placed - held)
}

/// Moves the lines of `project` on.
///
/// # Errors
/// When the database refuses.
pub fn settle(tx: &mut Tx, project: ProjectId) -> Result<()> {
    hold(tx, project)?;
    let waited: Vec<GroupId> = waiting_places::table
        .inner_join(groups::table)
        .filter(groups::project_id.eq(project))
        .select(groups::id)
        .distinct()
        .load(tx.db())?;
    for group in waited {
        settle_one(tx, group)?;
    }
    Ok(())
}

/// Moves the line of `group` on: who let an offer lapse leaves it, and the places that are free are offered to
/// those who are first.
pub fn settle_one(tx: &mut Tx, group: GroupId) -> Result<()> {
    if is_deserted(tx.db(), group)? {
        return Ok(());
    }
    let now = tx.now();
    lapse(tx, group, now)?;
    let (project, choosing): (ProjectId, Choosing) = groups::table
        .inner_join(projects::table)
        .filter(groups::id.eq(group))
        .select((projects::id, (projects::choosing, projects::change_days, projects::offer_hours)))
        .first(tx.db())?;
    let first: Option<Moment> = meetings::table
        .filter(meetings::group_id.eq(group).and(meetings::cancelled_at.is_null()))
        .select(min(meetings::starts_at))
        .first(tx.db())?;
    let room = free(tx.db(), group)?;
    if room <= 0 || !choosing.open || first.is_some_and(|first| first <= now) {
        return Ok(());
    }
    let next: Vec<(i64, PersonId)> = waiting_places::table
        .inner_join(participants::table)
        .filter(waiting_places::group_id.eq(group).and(waiting_places::offer_until.is_null()))
        .order(waiting_places::id)
        .select((waiting_places::id, participants::person_id))
        .limit(room)
        .load(tx.db())?;
    let until = choosing.offer_until(now, first);
    for (id, person) in next {
        diesel::update(waiting_places::table.find(id))
            .set((waiting_places::offered_at.eq(now), waiting_places::offer_until.eq(until)))
            .execute(tx.db())?;
        tx.record("offered", "waiting_places", id, Some(person.0))?;
        letters::offer(tx, project, id, person, until)?;
    }
    Ok(())
}

fn is_deserted(db: &mut Db, group: GroupId) -> Result<bool> {
    let anybody = waiting_places::table.filter(waiting_places::group_id.eq(group)).select(waiting_places::id);
    let anybody: bool = diesel::select(diesel::dsl::exists(anybody)).get_result(db)?;
    Ok(!anybody)
}

fn lapse(tx: &mut Tx, group: GroupId, now: Moment) -> Result<()> {
    let over: Vec<(i64, PersonId)> = waiting_places::table
        .inner_join(participants::table)
        .filter(waiting_places::group_id.eq(group).and(waiting_places::offer_until.le(now)))
        .select((waiting_places::id, participants::person_id))
        .load(tx.db())?;
    for (id, person) in over {
        diesel::delete(waiting_places::table.find(id)).execute(tx.db())?;
        tx.record("lapsed", "waiting_places", id, Some(person.0))?;
    }
    Ok(())
}

/// How long staff read that a place was given back.
pub const NEWS: chrono::TimeDelta = chrono::TimeDelta::days(7);

/// Notes that a place in `group` came free because somebody gave it up, which staff are told.
pub fn note_freed(tx: &mut Tx, group: GroupId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(freed_seats::table)
        .values((freed_seats::group_id.eq(group), freed_seats::freed_at.eq(now)))
        .execute(tx.db())?;
    Ok(())
}

/// The projects in which somebody waits for a place.
pub fn waited_for(db: &mut Db) -> Result<Vec<ProjectId>> {
    Ok(waiting_places::table.inner_join(groups::table).select(groups::project_id).distinct().load(db)?)
}

/// Removes what nobody needs any more: the lines of projects that are over, and old news.
pub fn tidy(tx: &mut Tx, today: chrono::NaiveDate) -> Result<usize> {
    let now = tx.now();
    let over = groups::table.inner_join(projects::table).filter(projects::ends_on.lt(today)).select(groups::id);
    let lines = diesel::delete(waiting_places::table.filter(waiting_places::group_id.eq_any(over)));
    let lines = lines.execute(tx.db())?;
    let old = freed_seats::table.filter(freed_seats::freed_at.lt(now.minus(NEWS)));
    Ok(lines + diesel::delete(old).execute(tx.db())?)
}

/// Lets nobody else give these people a place anywhere until the transaction is over, so that two choices at
/// the same moment cannot put them at two places at once.
pub fn hold_people(tx: &mut Tx, persons: &[PersonId]) -> Result<()> {
    let mut persons = persons.to_vec();
    // Always in the same order: two who hold several people do not wait for each other.
    persons.sort_unstable();
    for person in persons {
        diesel::update(participants::table.filter(participants::person_id.eq(person)))
            .set(participants::person_id.eq(person))
            .execute(tx.db())?;
    }
    Ok(())
}

/// Where `persons` would have to be while `group` meets: meetings of groups of other projects in which they
/// have a place, as far back as `scope` looks. Times count, not days.
pub fn clashes(db: &mut Db, scope: Scope, group: &Overview, persons: &[PersonId]) -> Result<Vec<Clash>> {
    let times: Vec<_> = group.meetings.iter().map(|m| (m.starts_at, m.ends_at)).collect();
    clashes_at(db, scope, &times, group.group.project, persons)
}

/// Where `persons` would have to be, in other projects than `project`, during one of `times`.
pub fn clashes_at(
    db: &mut Db,
    scope: Scope,
    times: &[(Moment, Moment)],
    project: ProjectId,
    persons: &[PersonId],
) -> Result<Vec<Clash>> {
    let bounds = (times.iter().map(|t| t.0).min(), times.iter().map(|t| t.1).max());
    let elsewhere = elsewhere(db, scope, bounds, project, persons)?;
    let overlaps = |c: &Clash| times.iter().any(|(starts_at, ends_at)| c.overlaps(*starts_at, *ends_at));
    Ok(elsewhere.into_iter().filter(overlaps).collect())
}

/// The meetings of `persons` in other projects than `project` between two moments, if there are two.
fn elsewhere(
    db: &mut Db,
    scope: Scope,
    bounds: (Option<Moment>, Option<Moment>),
    project: ProjectId,
    persons: &[PersonId],
) -> Result<Vec<Clash>> {
    let (Some(from), Some(until)) = bounds else { return Ok(Vec::new()) };
    Ok(enrolments::table
        .inner_join(participants::table.inner_join(people::table).inner_join(projects::table))
        .inner_join(groups::table.inner_join(meetings::table))
        .filter(participants::person_id.eq_any(persons))
        .filter(participants::project_id.ne(project).and(projects::ends_on.ge(scope.horizon().people)))
        .filter(meetings::cancelled_at.is_null())
        .filter(meetings::starts_at.lt(until).and(meetings::ends_at.gt(from)))
        .order((people::id, meetings::starts_at))
        .select((people::id, name!(), projects::name, groups::name, meetings::starts_at, meetings::ends_at))
        .load(db)?)
}

/// The meetings of other projects that `person` goes to while one of `groups` of `project` meets; more than
/// may clash, so that a page asks once for all its groups.
pub fn clashes_of(
    db: &mut Db,
    scope: Scope,
    groups: &[Overview],
    project: ProjectId,
    person: PersonId,
) -> Result<Vec<Clash>> {
    let meetings = || groups.iter().flat_map(|g| &g.meetings);
    let bounds = (meetings().map(|m| m.starts_at).min(), meetings().map(|m| m.ends_at).max());
    elsewhere(db, scope, bounds, project, &[person])
}

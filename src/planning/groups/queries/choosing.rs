//! The statements by which people choose a group, change, give up a place and stand in line for one. Each act
//! holds the groups of the project, then the person, and moves the lines on before it ends.

use diesel::prelude::*;

use super::super::model::{Clash, GroupId, Overview};
use super::{enrol, find, hold, seats, vacate};
use crate::access::Scope;
use crate::crm::people::PersonId;
use crate::planning::projects::{Choosing, ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{enrolments, groups, meetings, participants, projects, waiting_places};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::secret;

/// Where somebody in a line stands.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct Stand {
    /// The row, by which the line is ordered.
    pub id: i64,
    /// The group they wait for.
    pub group: GroupId,
    /// Until when a place is held for them, if one is.
    pub offer_until: Option<Moment>,
}

/// Somebody's part in a project, as far as choosing a group goes. Only a query with a scope, or the secret of
/// a letter, leads to one.
#[derive(Debug, Clone, Queryable)]
pub struct Part {
    /// The part itself.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub name: String,
    /// Its last day.
    pub ends_on: chrono::NaiveDate,
    /// How its people come by a group.
    pub choosing: Choosing,
    /// The group they have a place in.
    pub place: Option<GroupId>,
    /// Where they stand in line.
    pub stand: Option<Stand>,
}

macro_rules! parts {
    () => {
        participants::table
            .inner_join(projects::table)
            .left_join(enrolments::table)
            .left_join(waiting_places::table)
            .select((
                participants::id,
                participants::person_id,
                projects::id,
                projects::name,
                projects::ends_on,
                (projects::choosing, projects::change_days, projects::offer_hours),
                enrolments::group_id.nullable(),
                (waiting_places::id, waiting_places::group_id, waiting_places::offer_until).nullable(),
            ))
    };
}

/// The part in `project` of the student of `scope`.
///
/// # Errors
/// [`Error::NotFound`] when they have none.
pub fn part(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Part> {
    let rows = parts!().filter(projects::id.eq(project)).into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// The part of whoever was offered a place with the secret `token`.
///
/// # Errors
/// [`Error::NotFound`] when the offer is over.
pub fn offered(db: &mut Db, token: &str, now: Moment) -> Result<Part> {
    Ok(parts!()
        .filter(waiting_places::token_hash.eq(secret::hash(token)).and(waiting_places::offer_until.gt(now)))
        .first(db)?)
}

/// Whose place an act is about: of the student who is signed in, or of whoever has the secret of a letter.
#[derive(Debug, Clone)]
pub enum Claim {
    /// The student of a scope, in a project.
    Own(Scope, ProjectId),
    /// Whoever has this secret.
    Secret(String),
}

impl Claim {
    /// How far back is looked for whoever makes it. A secret is for a meeting that is still to come.
    fn scope(&self) -> Scope {
        match self {
            Self::Own(scope, _) => *scope,
            Self::Secret(_) => Scope::job("accepting a place"),
        }
    }
}

/// The part of a claim, held together with its project until the transaction is over.
fn held(tx: &mut Tx, claim: &Claim) -> Result<Part> {
    let now = tx.now();
    let look = |db: &mut Db| match claim {
        Claim::Own(scope, project) => part(db, *scope, *project),
        Claim::Secret(token) => offered(db, token, now),
    };
    let found = look(tx.db())?;
    hold(tx, found.project)?;
    seats::hold_people(tx, &[found.person])?;
    // Again, now that nobody else can change it.
    look(tx.db())
}

/// Why a choice could not be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// In this project staff place people, or it is over.
    Closed,
    /// The group has met already.
    Begun,
    /// The place they have could be changed until this moment.
    TooLate(Moment),
    /// They are elsewhere at the same time.
    Busy(Clash),
    /// The place that was offered went to the next in line.
    Gone,
}

/// What came of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// They have a place.
    Placed,
    /// They stand in line.
    Queued,
    /// Neither.
    Refused(Refused),
}

/// Gives the student of `scope` a place in `group` of `project`, or one in its line when it is full.
///
/// # Errors
/// [`Error::NotFound`] when project or group is out of reach.
pub fn choose(tx: &mut Tx, scope: Scope, project: ProjectId, group: GroupId) -> Result<Chosen> {
    let part = held(tx, &Claim::Own(scope, project))?;
    let wanted = of_part(tx.db(), &part, group)?;
    if part.place == Some(group) {
        return Ok(Chosen::Placed);
    }
    if let Some(why) = refusal(tx, scope, &part, &wanted)? {
        return Ok(Chosen::Refused(why));
    }
    seats::settle_one(tx, group)?;
    let now = tx.now();
    let mine = part.stand.filter(|s| s.group == group && s.offer_until.is_some_and(|until| until > now));
    // Whoever is offered the place has it; nobody else goes before those who wait.
    if mine.is_some() || seats::free(tx.db(), group)? > 0 {
        take(tx, &part, group)?;
        return Ok(Chosen::Placed);
    }
    queue(tx, &part, group)?;
    Ok(Chosen::Queued)
}

/// Takes the place that was offered.
///
/// # Errors
/// [`Error::NotFound`] when there is no such offer any more.
pub fn accept(tx: &mut Tx, claim: &Claim) -> Result<Chosen> {
    let part = held(tx, claim)?;
    let now = tx.now();
    let Some(stand) = part.stand.filter(|s| s.offer_until.is_some_and(|until| until > now)) else {
        return Ok(Chosen::Refused(Refused::Gone));
    };
    let wanted = of_part(tx.db(), &part, stand.group)?;
    if let Some(why) = refusal(tx, claim.scope(), &part, &wanted)? {
        return Ok(Chosen::Refused(why));
    }
    take(tx, &part, stand.group)?;
    Ok(Chosen::Placed)
}

/// Gives up the place that the student of `scope` has in `project`. `None` when that is done, or when there
/// was none.
///
/// # Errors
/// [`Error::NotFound`] when the project is out of reach.
pub fn give_up(tx: &mut Tx, scope: Scope, project: ProjectId) -> Result<Option<Refused>> {
    let part = held(tx, &Claim::Own(scope, project))?;
    let Some(place) = part.place else { return Ok(None) };
    if let Some(why) = stays(tx, &part)? {
        return Ok(Some(why));
    }
    free_up(tx, &part, place)?;
    seats::settle_one(tx, place)?;
    Ok(None)
}

/// Leaves the line.
///
/// # Errors
/// [`Error::NotFound`] when the claim leads to nobody.
pub fn leave(tx: &mut Tx, claim: &Claim) -> Result<Part> {
    let part = held(tx, claim)?;
    step_out(tx, &part)?;
    Ok(part)
}

/// The group `id` of the project of `part`: whoever takes part may know of all its groups.
fn of_part(db: &mut Db, part: &Part, id: GroupId) -> Result<Overview> {
    let group = find(db, Scope::job("choosing a group"), id)?;
    if group.group.project == part.project { Ok(group) } else { Err(Error::NotFound) }
}

/// Why the person of `part` cannot come to `wanted`, if they cannot.
fn refusal(tx: &mut Tx, scope: Scope, part: &Part, wanted: &Overview) -> Result<Option<Refused>> {
    let now = tx.now();
    if !part.choosing.open || part.ends_on < crate::platform::clock::local(now).date() {
        return Ok(Some(Refused::Closed));
    }
    if wanted.has_begun(now) {
        return Ok(Some(Refused::Begun));
    }
    if let Some(why) = stays(tx, part)? {
        return Ok(Some(why));
    }
    let clash = seats::clashes(tx.db(), scope, wanted, &[part.person])?.into_iter().next();
    Ok(clash.map(Refused::Busy))
}

/// Why the person of `part` stays where they are, if they must.
fn stays(tx: &mut Tx, part: &Part) -> Result<Option<Refused>> {
    let Some(place) = part.place else { return Ok(None) };
    if !part.choosing.open {
        return Ok(Some(Refused::Closed));
    }
    let first: Option<Moment> = meetings::table
        .filter(meetings::group_id.eq(place).and(meetings::cancelled_at.is_null()))
        .select(diesel::dsl::min(meetings::starts_at))
        .first(tx.db())?;
    let until = first.map(|first| part.choosing.change_until(first));
    Ok(until.filter(|until| tx.now() > *until).map(Refused::TooLate))
}

fn take(tx: &mut Tx, part: &Part, group: GroupId) -> Result<()> {
    if let Some(place) = part.place {
        free_up(tx, part, place)?;
    }
    enrol(tx, group, part.participant, None)?;
    tx.record("placed", "enrolments", group.0, Some(part.person.0))?;
    if let Some(place) = part.place {
        seats::settle_one(tx, place)?;
    }
    Ok(())
}

fn free_up(tx: &mut Tx, part: &Part, place: GroupId) -> Result<()> {
    vacate(tx, place, part.participant)?;
    seats::note_freed(tx, place)?;
    tx.record("withdrawn", "enrolments", place.0, Some(part.person.0))
}

/// Puts them last in the line of `group`. One line at a time: who stands in another leaves it.
fn queue(tx: &mut Tx, part: &Part, group: GroupId) -> Result<()> {
    if part.stand.is_some_and(|s| s.group == group && s.offer_until.is_none()) {
        return Ok(());
    }
    step_out(tx, part)?;
    let now = tx.now();
    let id: i64 = diesel::insert_into(waiting_places::table)
        .values((
            waiting_places::participant_id.eq(part.participant),
            waiting_places::group_id.eq(group),
            waiting_places::created_at.eq(now),
        ))
        .returning(waiting_places::id)
        .get_result(tx.db())?;
    tx.record("queued", "waiting_places", id, Some(part.person.0))
}

fn step_out(tx: &mut Tx, part: &Part) -> Result<()> {
    let mine = waiting_places::table.filter(waiting_places::participant_id.eq(part.participant));
    let left: Option<(i64, GroupId)> =
        mine.select((waiting_places::id, waiting_places::group_id)).first(tx.db()).optional()?;
    let Some((id, group)) = left else { return Ok(()) };
    diesel::delete(waiting_places::table.find(id)).execute(tx.db())?;
    tx.record("withdrawn", "waiting_places", id, Some(part.person.0))?;
    seats::settle_one(tx, group)
}

/// How many people stand before `stand` in its line.
pub fn ahead(db: &mut Db, stand: &Stand) -> Result<i64> {
    let before = waiting_places::group_id.eq(stand.group).and(waiting_places::id.lt(stand.id));
    Ok(waiting_places::table.filter(before).count().get_result(db)?)
}

/// The groups of the project of `part`, by name.
pub fn choices(db: &mut Db, part: &Part) -> Result<Vec<Overview>> {
    super::of_project(db, Scope::job("choosing a group"), part.project)
}

/// What the group `id` of the project of `part` is called.
pub fn name_of(db: &mut Db, part: &Part, id: GroupId) -> Result<String> {
    let named = groups::table.filter(groups::id.eq(id).and(groups::project_id.eq(part.project)));
    Ok(named.select(groups::name).first(db)?)
}

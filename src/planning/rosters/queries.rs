//! All statements about rosters, and what an import must know beforehand.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use diesel::prelude::*;

use super::RosterId;
use super::plan::Known;
use super::staging::Staged;
use crate::access::Scope;
use crate::access::accounts::AccountId;
use crate::crm::organisations::OrganisationId;
use crate::crm::people::{Details, Likeness, Name, PersonId, name};
use crate::planning::projects::{Facts, ParticipantId, ProjectId, projects_within};
use crate::platform::db::schema::{
    employments, enrolments, former_likenesses, groups, meetings, participants, people, projects, rosters,
};
use crate::platform::db::{Db, Json, Moment, Tx};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// How long a list waits for somebody to say yes.
const WAITS: TimeDelta = TimeDelta::hours(24);

/// A list that waits, or was imported.
#[derive(Queryable)]
pub struct Roster {
    /// Its number.
    pub id: RosterId,
    /// The project it is for.
    pub project: ProjectId,
    /// What the file was called.
    pub file_name: String,
    /// What it said.
    pub sheet: Json<Staged>,
}

/// Keeps what a file said until somebody says yes.
pub fn keep(
    tx: &mut Tx,
    project: ProjectId,
    account: AccountId,
    file_name: &str,
    sheet: Json<Staged>,
) -> Result<RosterId> {
    let now = tx.now();
    let id: RosterId = diesel::insert_into(rosters::table)
        .values((
            rosters::project_id.eq(project),
            rosters::account_id.eq(account),
            rosters::file_name.eq(file_name),
            rosters::sheet.eq(sheet),
            rosters::created_at.eq(now),
        ))
        .returning(rosters::id)
        .get_result(tx.db())?;
    tx.record("read", "rosters", id.0, None)?;
    Ok(id)
}

/// The list `id` within `scope`, for as long as it waits.
pub fn find(db: &mut Db, scope: Scope, id: RosterId, now: Moment) -> Result<Roster> {
    let rows = rosters::table
        .inner_join(projects::table)
        .filter(rosters::id.eq(id).and(rosters::created_at.gt(now.minus(WAITS))))
        .select((rosters::id, rosters::project_id, rosters::file_name, rosters::sheet))
        .into_boxed();
    Ok(projects_within!(rows, scope).first(db)?)
}

/// Replaces what is kept of a list: once it is done, nobody's name is in it.
pub fn replace(tx: &mut Tx, id: RosterId, sheet: Json<Staged>) -> Result<()> {
    diesel::update(rosters::table.find(id)).set(rosters::sheet.eq(sheet)).execute(tx.db())?;
    Ok(())
}

/// Destroys the lists that have waited long enough.
pub fn tidy(tx: &mut Tx) -> Result<usize> {
    let oldest = tx.now().minus(WAITS);
    Ok(diesel::delete(rosters::table.filter(rosters::created_at.le(oldest))).execute(tx.db())?)
}

type KnownRow = (
    PersonId,
    Name,
    (String, String),
    (Option<String>, Option<Lang>),
    (Option<String>, Option<String>, Option<String>),
    Option<ParticipantId>,
    Option<String>,
);

/// The people whom the client of `project` employs, and their part in it unless that is over: all of them, or
/// those with one of these addresses (folded).
pub fn known(db: &mut Db, scope: Scope, project: &Facts, addresses: Option<Vec<String>>) -> Result<Vec<Known>> {
    let lasts = project.ends_on >= scope.horizon().people;
    let part = participants::person_id.eq(people::id).and(participants::project_id.eq(project.id));
    let mut rows = employments::table
        .inner_join(people::table)
        .left_join(participants::table.on(part))
        .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
        .left_join(groups::table.on(groups::id.eq(enrolments::group_id)))
        .filter(employments::organisation_id.eq(project.organisation))
        .order(people::id)
        .select((
            people::id,
            name!(),
            (people::name_folded, people::email_folded),
            (people::phone, people::language),
            (employments::job_title, employments::department, employments::personnel_number),
            participants::id.nullable(),
            groups::name.nullable(),
        ))
        .into_boxed();
    let mut formerly = formerly(db, project)?;
    let changed: Vec<PersonId> = formerly.keys().copied().collect();
    if let Some(addresses) = &addresses {
        rows = rows.filter(people::email_folded.eq_any(addresses.clone()).or(people::id.eq_any(changed.clone())));
    }
    let rows: Vec<KnownRow> = rows.load(db)?;
    let mut busy = busy(db, project, addresses, changed)?;
    let known = rows.into_iter().map(|row| of_row(row, &mut busy, &mut formerly));
    Ok(known.map(|known| if lasts { known } else { Known { participant: None, group: None, ..known } }).collect())
}

/// How the people whom the client of `project` employs were known before they changed their own name or address.
fn formerly(db: &mut Db, project: &Facts) -> Result<HashMap<PersonId, Vec<String>>> {
    let rows: Vec<(PersonId, String)> = former_likenesses::table
        .inner_join(people::table.inner_join(employments::table))
        .filter(employments::organisation_id.eq(project.organisation))
        .select((people::id, former_likenesses::likeness_hash))
        .load(db)?;
    let mut formerly: HashMap<PersonId, Vec<String>> = HashMap::new();
    for (person, hash) in rows {
        formerly.entry(person).or_default().push(hash);
    }
    Ok(formerly)
}

/// From when until when somebody is at a meeting, by person.
type Busy = HashMap<PersonId, Vec<(Moment, Moment)>>;

/// When the people whom the client of `project` employs are at meetings of other projects: all of them, or
/// those with one of these addresses (folded) and these people.
fn busy(db: &mut Db, project: &Facts, addresses: Option<Vec<String>>, and: Vec<PersonId>) -> Result<Busy> {
    let mut rows = participants::table
        .inner_join(people::table.inner_join(employments::table))
        .inner_join(enrolments::table.inner_join(groups::table.inner_join(meetings::table)))
        .filter(employments::organisation_id.eq(project.organisation))
        .filter(participants::project_id.ne(project.id).and(meetings::cancelled_at.is_null()))
        .select((people::id, (meetings::starts_at, meetings::ends_at)))
        .into_boxed();
    if let Some(addresses) = addresses {
        rows = rows.filter(people::email_folded.eq_any(addresses).or(people::id.eq_any(and)));
    }
    let mut busy = Busy::new();
    for (person, times) in rows.load::<(PersonId, (Moment, Moment))>(db)? {
        busy.entry(person).or_default().push(times);
    }
    Ok(busy)
}

fn of_row(
    (person, name, folded, contact, work, participant, group): KnownRow,
    busy: &mut Busy,
    formerly: &mut HashMap<PersonId, Vec<String>>,
) -> Known {
    let likeness = Likeness::of_folded(&folded.0, &folded.1);
    let (phone, language) = contact;
    let (job_title, department, personnel_number) = work;
    let details = Details { phone, language, job_title, department, personnel_number };
    let busy = busy.remove(&person).unwrap_or_default();
    let formerly = formerly.remove(&person).unwrap_or_default();
    Known { person, name, likeness, formerly, details, participant, group, busy }
}

/// Which of these addresses (folded) somebody of another client has.
pub fn elsewhere(db: &mut Db, client: OrganisationId, addresses: Vec<String>) -> Result<HashSet<String>> {
    Ok(people::table
        .inner_join(employments::table)
        .filter(employments::organisation_id.ne(client))
        .filter(people::email_folded.eq_any(addresses))
        .select(people::email_folded)
        .load(db)?
        .into_iter()
        .collect())
}

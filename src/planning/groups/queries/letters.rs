//! The statements behind the letters about places and meetings.

use diesel::prelude::*;

use super::super::model::{GroupId, Meeting, MeetingId};
use crate::crm::people::{Name, PersonId, name};
use crate::platform::db::schema::{enrolments, groups, meetings, participants, people, projects, waiting_places};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// Where a letter to somebody goes, and in which language if they chose one.
#[derive(Debug, Clone, Queryable)]
pub struct Address {
    /// The person.
    pub person: PersonId,
    /// The address.
    pub email: String,
    /// Their language.
    pub language: Option<Lang>,
}

/// Where a letter to `person` goes.
pub fn address(db: &mut Db, person: PersonId) -> Result<Address> {
    Ok(people::table.find(person).select((people::id, people::email, people::language)).first(db)?)
}

/// Where letters to the people in `group` go, who were invited to the portal.
pub fn addresses(db: &mut Db, group: GroupId) -> Result<Vec<Address>> {
    Ok(enrolments::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(enrolments::group_id.eq(group).and(participants::invited_at.is_not_null()))
        .order(participants::id)
        .select((people::id, people::email, people::language))
        .load(db)?)
}

/// An offer as a letter tells it.
#[derive(Debug, Clone, Queryable)]
pub struct Offer {
    /// Whose it is.
    pub name: Name,
    /// The address they have now.
    pub email: String,
    /// What the project is called.
    pub project_name: String,
    /// The group.
    pub group: GroupId,
    /// What the group is called.
    pub group_name: String,
    /// Until when the place is held.
    pub until: Option<Moment>,
}

/// The offer of row `id`, if it still stands at `now`.
pub fn offer(db: &mut Db, id: i64, now: Moment) -> Result<Option<Offer>> {
    Ok(waiting_places::table
        .inner_join(participants::table.inner_join(people::table))
        .inner_join(groups::table.inner_join(projects::table))
        .filter(waiting_places::id.eq(id).and(waiting_places::offer_until.gt(now)))
        .select((name!(), people::email, projects::name, groups::id, groups::name, waiting_places::offer_until))
        .first(db)
        .optional()?)
}

/// Ties the secret of a letter to the offer of row `id`.
pub fn add_token(tx: &mut Tx, id: i64, hash: &str) -> Result<()> {
    diesel::update(waiting_places::table.find(id)).set(waiting_places::token_hash.eq(hash)).execute(tx.db())?;
    Ok(())
}

/// Whom a letter about meetings is for.
#[derive(Debug, Clone, Queryable)]
pub struct Told {
    /// Their name.
    pub name: Name,
    /// The address they have now.
    pub email: String,
    /// What the project is called.
    pub project_name: String,
    /// What the group is called.
    pub group_name: String,
}

/// `person` as a member of `group`, if they still are one, with the meetings `about` that are not over.
pub fn told(
    db: &mut Db,
    person: PersonId,
    group: GroupId,
    about: &[MeetingId],
    now: Moment,
) -> Result<Option<(Told, Vec<Meeting>)>> {
    let told: Option<Told> = enrolments::table
        .inner_join(participants::table.inner_join(people::table))
        .inner_join(groups::table.inner_join(projects::table))
        .filter(enrolments::group_id.eq(group).and(people::id.eq(person)))
        .select((name!(), people::email, projects::name, groups::name))
        .first(db)
        .optional()?;
    let Some(told) = told else { return Ok(None) };
    let meetings = meetings::table
        .filter(meetings::group_id.eq(group).and(meetings::id.eq_any(about)).and(meetings::ends_at.gt(now)))
        .order(meetings::starts_at)
        .select((meetings::id, meetings::starts_at, meetings::ends_at, meetings::location))
        .load(db)?;
    Ok(Some((told, meetings)))
}

/// The meetings of `group` that go on and are not over.
pub fn planned(db: &mut Db, group: GroupId, now: Moment) -> Result<Vec<Meeting>> {
    Ok(meetings::table
        .filter(meetings::group_id.eq(group).and(meetings::cancelled_at.is_null()).and(meetings::ends_at.gt(now)))
        .order(meetings::starts_at)
        .select((meetings::id, meetings::starts_at, meetings::ends_at, meetings::location))
        .load(db)?)
}

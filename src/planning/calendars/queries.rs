//! All statements about calendars.

use diesel::prelude::*;

use super::model::{Event, Owner};
use crate::access::accounts::AccountId;
use crate::access::{Horizon, Scope};
use crate::crm::people::{PersonId, name};
use crate::planning::groups::MeetingId;
use crate::planning::projects::participants_within;
use crate::platform::db::schema::{
    accounts, calendar_feeds, enrolments, groups, meetings, participants, people, projects,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

/// The most meetings of a calendar.
const MOST: i64 = 1000;

macro_rules! events {
    () => {
        meetings::table.inner_join(groups::table.inner_join(projects::table).left_join(people::table)).select((
            meetings::uid,
            meetings::sequence,
            meetings::starts_at,
            meetings::ends_at,
            meetings::location,
            meetings::cancelled_at,
            projects::name,
            groups::name,
            name!().nullable(),
        ))
    };
}

/// The meeting `id` of the group that the student of `scope` is in, also when it was called off.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is of another group.
pub fn one(db: &mut Db, scope: Scope, id: MeetingId) -> Result<Event> {
    let rows = events!()
        .inner_join(enrolments::table.on(enrolments::group_id.eq(groups::id)))
        .inner_join(participants::table.on(participants::id.eq(enrolments::participant_id)))
        .filter(meetings::id.eq(id))
        .into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// The meetings since `since` to which `person` goes, as a participant or as the trainer, of projects that still
/// have people.
pub fn all(db: &mut Db, person: PersonId, since: Moment, horizon: Horizon) -> Result<Vec<Event>> {
    let theirs = enrolments::table
        .inner_join(participants::table)
        .filter(participants::person_id.eq(person))
        .select(enrolments::group_id.nullable());
    Ok(events!()
        .filter(groups::trainer_id.eq(person).or(groups::id.nullable().eq_any(theirs)))
        .filter(meetings::ends_at.gt(since).and(projects::ends_on.ge(horizon.people)))
        .order((meetings::starts_at, meetings::id))
        .limit(MOST)
        .load(db)?)
}

/// Whose calendar has the secret address with this hash; nobody's when their account is closed.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is nobody's.
pub fn owner(db: &mut Db, hash: &str) -> Result<Owner> {
    Ok(calendar_feeds::table
        .inner_join(accounts::table.inner_join(people::table))
        .filter(calendar_feeds::token_hash.eq(hash).and(accounts::blocked_at.is_null()))
        .select((people::id, people::language))
        .first(db)?)
}

/// Since when `account` has a secret address, if it has one.
pub fn since(db: &mut Db, account: AccountId) -> Result<Option<Moment>> {
    let theirs = calendar_feeds::table.filter(calendar_feeds::account_id.eq(account));
    Ok(theirs.select(calendar_feeds::created_at).first(db).optional()?)
}

/// Gives `account` a secret address with this hash; an earlier one stops working.
pub fn renew(tx: &mut Tx, account: AccountId, person: PersonId, hash: &str) -> Result<()> {
    revoke(tx, account, person)?;
    let now = tx.now();
    let id: i64 = diesel::insert_into(calendar_feeds::table)
        .values((
            calendar_feeds::account_id.eq(account),
            calendar_feeds::token_hash.eq(hash),
            calendar_feeds::created_at.eq(now),
        ))
        .returning(calendar_feeds::id)
        .get_result(tx.db())?;
    tx.record("created", "calendar_feeds", id, Some(person.0))
}

/// Ends the secret address of `account`, if it has one.
pub fn revoke(tx: &mut Tx, account: AccountId, person: PersonId) -> Result<()> {
    let theirs = calendar_feeds::table.filter(calendar_feeds::account_id.eq(account));
    let gone: Option<i64> = theirs.select(calendar_feeds::id).first(tx.db()).optional()?;
    let Some(id) = gone else { return Ok(()) };
    diesel::delete(calendar_feeds::table.find(id)).execute(tx.db())?;
    tx.record("ended", "calendar_feeds", id, Some(person.0))
}

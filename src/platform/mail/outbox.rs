//! The outbox: letters wait here until the worker has sent them.

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};

use super::{Kind, Letter, LetterId, NewLetter};
use crate::crm::people::PersonId;
use crate::platform::db::schema::letters;
use crate::platform::db::{Db, Json, Moment, Tx};
use crate::platform::error::Result;

/// How long a worker has for one letter before another may take it.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// How often sending is tried before a person is asked to look.
const TRIES: i32 = 8;

/// Puts a letter in the outbox, unless one with the same key is there already. True when it is new.
///
/// # Errors
/// When the database refuses.
pub fn post(tx: &mut Tx, letter: NewLetter) -> Result<bool> {
    let now = tx.now();
    let same = letters::table.filter(letters::dedupe_key.eq(&letter.dedupe));
    if diesel::select(diesel::dsl::exists(same)).get_result::<bool>(tx.db())? {
        return Ok(false);
    }
    let row = (
        letters::kind.eq(letter.kind),
        letters::person_id.eq(letter.person),
        letters::address.eq(letter.address),
        letters::language.eq(letter.language),
        letters::payload.eq(Json::new(letter.about)?),
        letters::dedupe_key.eq(letter.dedupe),
        letters::created_at.eq(now),
        letters::due_at.eq(now),
        letters::attempts.eq(0),
    );
    // In a savepoint: on PostgreSQL two presses of a button can both get here, and the act itself goes on.
    let posted = tx.db().transaction(|db| diesel::insert_into(letters::table).values(row).execute(db));
    match posted {
        Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(false),
        posted => Ok(posted? == 1),
    }
}

/// Whether a letter of this kind about this went to `address` after `since`, or still waits to go.
///
/// # Errors
/// When the database refuses.
pub fn under_way(
    db: &mut Db,
    kind: Kind,
    address: &str,
    person: Option<PersonId>,
    about: &[(String, String)],
    since: Moment,
) -> Result<bool> {
    let waits = letters::sent_at.is_null().and(letters::failed_at.is_null());
    let same = letters::table
        .filter(letters::kind.eq(kind).and(letters::address.eq(address)))
        .filter(letters::payload.eq(Json::new(about.to_vec())?))
        .filter(waits.or(letters::created_at.gt(since)))
        .select(letters::id)
        .into_boxed();
    let same = match person {
        Some(person) => same.filter(letters::person_id.eq(person)),
        None => same.filter(letters::person_id.is_null()),
    };
    Ok(same.first::<LetterId>(db).optional()?.is_some())
}

/// What the last letter of this kind to `person` was about.
///
/// # Errors
/// When the database refuses.
pub fn last_about(db: &mut Db, kind: Kind, person: PersonId) -> Result<Option<Vec<(String, String)>>> {
    let payload: Option<Json<Vec<(String, String)>>> = letters::table
        .filter(letters::kind.eq(kind).and(letters::person_id.eq(person)))
        .order(letters::id.desc())
        .select(letters::payload)
        .first(db)
        .optional()?;
    Ok(payload.map(Json::into_inner))
}

/// The right to send a letter: nobody else has the same attempt.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct Claim {
    /// The letter.
    pub id: LetterId,
    attempts: i32,
}

/// Takes the next letter that is due, for this worker alone.
///
/// # Errors
/// When the database refuses.
pub fn claim(tx: &mut Tx) -> Result<Option<Claim>> {
    let now = tx.now();
    for id in waiting(tx.db(), now)? {
        let free = letters::sent_at.is_null().and(letters::leased_until.is_null().or(letters::leased_until.lt(now)));
        let won = diesel::update(letters::table.find(id).filter(free))
            .set((letters::leased_until.eq(now.plus(LEASE)), letters::attempts.eq(letters::attempts + 1)))
            .execute(tx.db())?;
        if won == 1 {
            return Ok(Some(letters::table.find(id).select((letters::id, letters::attempts)).first(tx.db())?));
        }
    }
    Ok(None)
}

/// The letter of a claim.
///
/// # Errors
/// When its row cannot be read.
pub fn letter(db: &mut Db, claim: Claim) -> Result<Letter> {
    Ok(letters::table.find(claim.id).select(Letter::as_select()).first(db)?)
}

/// The letters that are due and taken by nobody, the longest waiting first, twenty at most.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, now: Moment) -> Result<Vec<LetterId>> {
    Ok(letters::table
        .filter(letters::sent_at.is_null().and(letters::failed_at.is_null()))
        .filter(letters::due_at.le(now))
        .filter(letters::leased_until.is_null().or(letters::leased_until.lt(now)))
        .order(letters::due_at)
        .select(letters::id)
        .limit(20)
        .load(db)?)
}

/// Letters that are not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backlog {
    /// Those that will be tried, or tried again.
    pub waiting: i64,
    /// Those that were given up.
    pub failed: i64,
}

/// How many letters are not sent.
///
/// # Errors
/// When the database refuses.
pub fn backlog(db: &mut Db) -> Result<Backlog> {
    let unsent = letters::sent_at.is_null();
    let waiting = letters::table.filter(unsent.and(letters::failed_at.is_null())).count().get_result(db)?;
    let failed = letters::table.filter(unsent.and(letters::failed_at.is_not_null())).count().get_result(db)?;
    Ok(Backlog { waiting, failed })
}

/// Notes that a letter went out, with the words that are kept of it. A worker whose lease ran out says nothing
/// any more: each claim counts an attempt, so the count tells whose it is.
///
/// # Errors
/// When the database refuses.
pub fn sent(tx: &mut Tx, claim: Claim, subject: &str, body: &str) -> Result<()> {
    let now = tx.now();
    diesel::update(letters::table.find(claim.id).filter(letters::attempts.eq(claim.attempts)))
        .set((
            letters::sent_at.eq(now),
            letters::subject.eq(subject),
            letters::body.eq(body),
            letters::leased_until.eq(None::<Moment>),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Notes that nobody is there to write to; the letter is dropped.
///
/// # Errors
/// When the database refuses.
pub fn dropped(tx: &mut Tx, claim: Claim) -> Result<()> {
    diesel::delete(letters::table.find(claim.id)).execute(tx.db())?;
    Ok(())
}

/// Notes that sending failed; tried again after 2^attempts minutes, and given up after eight times.
///
/// # Errors
/// When the database refuses.
pub fn failed(tx: &mut Tx, claim: Claim, why: &str) -> Result<()> {
    let now = tx.now();
    let pause = TimeDelta::minutes(1 << claim.attempts.clamp(0, 10));
    let given_up = (claim.attempts >= TRIES).then_some(now);
    let why: String = why.chars().take(300).collect();
    let mine = letters::attempts.eq(claim.attempts).and(letters::sent_at.is_null());
    diesel::update(letters::table.find(claim.id).filter(mine))
        .set((
            letters::due_at.eq(now.plus(pause)),
            letters::leased_until.eq(None::<Moment>),
            letters::failed_at.eq(given_up),
            letters::last_error.eq(why),
        ))
        .execute(tx.db())?;
    Ok(())
}

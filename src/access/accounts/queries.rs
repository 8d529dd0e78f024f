//! All statements about accounts, their links and their sessions.

mod address;

use diesel::prelude::*;

use diesel::result::{DatabaseErrorKind, Error as DbError};

pub use address::follow;

use super::AccountId;
use super::model::{LinkKind, fold_name, free, readable};
use super::sessions::{HALF_LIFE, IDLE, LONGEST, LONGEST_OF_STAFF, REMEMBERED, SessionId};
use super::throttle::{self, WINDOW};
use crate::crm::people::{Name, PersonId};
use crate::platform::db::schema::{acceptances, accounts, attempts, held_forms, links, people, sessions};
use crate::platform::db::{Db, Moment, Tx, id};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

/// How long the page of an expired link still offers a new one.
const OFFERED: chrono::TimeDelta = chrono::TimeDelta::days(30);

/// What signing in needs to know of an account.
#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub struct Lock {
    /// Its number.
    pub id: AccountId,
    /// The hash of its password; none until one was chosen.
    pub password_hash: Option<String>,
    /// Since when it is closed.
    pub blocked_at: Option<Moment>,
    /// Since when it has a second factor.
    pub second_factor_at: Option<Moment>,
}

/// The account with this sign-in name (folded).
pub fn lock(db: &mut Db, name: &str) -> Result<Option<Lock>> {
    Ok(accounts::table.filter(accounts::sign_in_folded.eq(name)).select(Lock::as_select()).first(db).optional()?)
}

/// An account and the person it belongs to, as a letter or a page needs them.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub struct Owner {
    /// The account.
    pub id: AccountId,
    /// The person.
    pub person_id: PersonId,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// The hash of its password; none until one was chosen.
    pub password_hash: Option<String>,
    /// Since when it is closed.
    pub blocked_at: Option<Moment>,
    /// Since when it has a second factor.
    pub second_factor_at: Option<Moment>,
    /// What the person is called.
    #[diesel(embed)]
    pub name: Name,
    /// Where letters to them go.
    #[diesel(select_expression = people::email)]
    pub email: String,
    /// The language they chose.
    #[diesel(select_expression = people::language)]
    pub language: Option<Lang>,
}

/// The account of `person`; made, without a password, when there is none. Its sign-in name is the person's
/// e-mail address when that is free, else one made from their name.
///
/// # Errors
/// [`Error::NotFound`] without such a person.
pub fn ensure(tx: &mut Tx, person: PersonId) -> Result<AccountId> {
    let now = tx.now();
    // On PostgreSQL another import may take the same name in between; then the next one is free.
    for _ in 0..5 {
        let known = accounts::table.filter(accounts::person_id.eq(person)).select(accounts::id);
        if let Some(id) = known.first(tx.db()).optional()? {
            return Ok(id);
        }
        let name = free_name(tx.db(), person)?;
        let row = (
            accounts::person_id.eq(person),
            accounts::sign_in_folded.eq(fold_name(&name)),
            accounts::sign_in_name.eq(name),
            accounts::must_change.eq(false),
            accounts::created_at.eq(now),
        );
        let made = tx.db().transaction(|db| {
            diesel::insert_into(accounts::table).values(row).returning(accounts::id).get_result::<AccountId>(db)
        });
        if matches!(made, Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _))) {
            continue;
        }
        let id = made?;
        tx.record("created", "accounts", id.0, Some(person.0))?;
        return Ok(id);
    }
    Err(Error::Conflict)
}

/// The account of `person`, with a first password (its hash) that must be changed unless there is one
/// already. Says its sign-in name, and whether the password is this one.
///
/// # Errors
/// As [`ensure`].
pub fn open_with(tx: &mut Tx, person: PersonId, hash: &str) -> Result<(String, bool)> {
    let id = ensure(tx, person)?;
    let empty = accounts::table.find(id).filter(accounts::password_hash.is_null());
    let set = (accounts::password_hash.eq(hash), accounts::must_change.eq(true));
    let fresh = diesel::update(empty).set(set).execute(tx.db())? == 1;
    Ok((accounts::table.find(id).select(accounts::sign_in_name).first(tx.db())?, fresh))
}

fn free_name(db: &mut Db, person: PersonId) -> Result<String> {
    let who = people::table.find(person).select((Name::as_select(), people::email));
    let (name, email): (Name, String) = who.first(db)?;
    let folded = fold_name(&email);
    let taken = accounts::table.filter(accounts::sign_in_folded.eq(&folded));
    if !folded.is_empty() && !diesel::select(diesel::dsl::exists(taken)).get_result::<bool>(db)? {
        return Ok(email);
    }
    let base = readable(&name);
    let alike = accounts::table.filter(accounts::sign_in_folded.like(format!("{base}%")));
    Ok(free(&base, &alike.select(accounts::sign_in_folded).load::<String>(db)?))
}

/// The account `id` with its person.
pub fn owner(db: &mut Db, id: AccountId) -> Result<Owner> {
    Ok(accounts::table.inner_join(people::table).filter(accounts::id.eq(id)).select(Owner::as_select()).first(db)?)
}

/// The account of `person`, when it is not closed.
pub fn owned_by(db: &mut Db, person: PersonId) -> Result<Option<Owner>> {
    Ok(accounts::table
        .inner_join(people::table)
        .filter(accounts::person_id.eq(person).and(accounts::blocked_at.is_null()))
        .select(Owner::as_select())
        .first(db)
        .optional()?)
}

/// The accounts that are not closed whose letters go to this address (folded), by sign-in name.
pub fn at_address(db: &mut Db, email: &str) -> Result<Vec<Owner>> {
    Ok(accounts::table
        .inner_join(people::table)
        .filter(people::email_folded.eq(email).and(accounts::blocked_at.is_null()))
        .order(accounts::sign_in_folded)
        .select(Owner::as_select())
        .load(db)?)
}

/// The addresses (folded) behind what somebody typed: the address itself, or that of a sign-in name.
pub fn addresses(db: &mut Db, typed: &str) -> Result<Vec<String>> {
    Ok(accounts::table
        .inner_join(people::table)
        .filter(people::email_folded.eq(typed).or(accounts::sign_in_folded.eq(typed)))
        .filter(accounts::blocked_at.is_null())
        .select(people::email_folded)
        .distinct()
        .load(db)?)
}

/// Writes down a link of which only the hash is known.
pub fn add_link(tx: &mut Tx, account: AccountId, kind: LinkKind, hash: &str, until: Moment) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(links::table)
        .values((
            links::account_id.eq(account),
            links::kind.eq(kind),
            links::token_hash.eq(hash),
            links::created_at.eq(now),
            links::expires_at.eq(until),
        ))
        .execute(tx.db())?;
    Ok(())
}

id!(
    /// The number of a link in a letter.
    LinkId
);

/// What a link in a letter leads to.
pub enum Found {
    /// It works.
    Open(LinkId, Owner),
    /// It worked until a while ago, for this account.
    Expired(Owner),
    /// It was used, or there never was such a link.
    Gone,
}

/// The link of this kind with this hash. An invitation is also over once there is a password.
pub fn link(db: &mut Db, kind: LinkKind, hash: &str, now: Moment) -> Result<Found> {
    let row: Option<(LinkId, Moment, Option<Moment>, Owner)> = links::table
        .inner_join(accounts::table.inner_join(people::table))
        .filter(links::token_hash.eq(hash).and(links::kind.eq(kind)))
        .filter(accounts::blocked_at.is_null())
        .select((links::id, links::expires_at, links::used_at, Owner::as_select()))
        .first(db)
        .optional()?;
    let Some((id, expires, used, owner)) = row else { return Ok(Found::Gone) };
    let in_already = kind == LinkKind::Invitation && owner.password_hash.is_some();
    Ok(match used.is_some() || in_already {
        true => Found::Gone,
        false if expires <= now => Found::Expired(owner),
        false => Found::Open(id, owner),
    })
}

/// Uses a link up; false when somebody was first.
pub fn use_link(tx: &mut Tx, id: LinkId) -> Result<bool> {
    let now = tx.now();
    let open = links::table.find(id).filter(links::used_at.is_null().and(links::expires_at.gt(now)));
    Ok(diesel::update(open).set(links::used_at.eq(now)).execute(tx.db())? == 1)
}

/// Sets a password that its owner chose: every open link of the account is used up with it, every session
/// but `this` ends, and failed attempts are forgotten.
pub fn set_password(tx: &mut Tx, owner: &Owner, hash: &str, this: Option<SessionId>) -> Result<()> {
    let now = tx.now();
    diesel::update(accounts::table.find(owner.id))
        .set((accounts::password_hash.eq(hash), accounts::must_change.eq(false)))
        .execute(tx.db())?;
    let open = links::account_id.eq(owner.id).and(links::used_at.is_null());
    diesel::update(links::table.filter(open)).set(links::used_at.eq(now)).execute(tx.db())?;
    end_sessions(tx, owner.id, owner.person_id, this)?;
    throttle::forget(tx, &throttle::counter(&fold_name(&owner.sign_in_name), None))?;
    tx.record("password_set", "accounts", owner.id.0, Some(owner.person_id.0))
}

/// A session as its owner sees it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct SessionRow {
    /// Its number.
    pub id: SessionId,
    /// Where it began from.
    pub address: Option<String>,
    /// What the browser calls itself.
    pub browser: Option<String>,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, to within five minutes.
    pub seen_at: Moment,
}

/// The sessions of `account` that are not over, the last used first.
pub fn sessions_of(db: &mut Db, account: AccountId, staff: bool, now: Moment) -> Result<Vec<SessionRow>> {
    let longest = if staff { LONGEST_OF_STAFF } else { LONGEST };
    Ok(sessions::table
        .filter(sessions::account_id.eq(account).and(sessions::half.eq(false)))
        .filter(sessions::seen_at.gt(now.minus(IDLE)).and(sessions::created_at.gt(now.minus(longest))))
        .order((sessions::seen_at.desc(), sessions::id.desc()))
        .select(SessionRow::as_select())
        .limit(100)
        .load(db)?)
}

/// Ends the sessions of `account`, except `this`.
pub fn end_sessions(tx: &mut Tx, account: AccountId, person: PersonId, this: Option<SessionId>) -> Result<()> {
    let others = sessions::account_id.eq(account).and(sessions::id.ne(this.unwrap_or(SessionId(0))));
    let ended = diesel::delete(sessions::table.filter(others)).returning(sessions::id);
    for id in ended.get_results::<SessionId>(tx.db())? {
        tx.record("ended", "sessions", id.0, Some(person.0))?;
    }
    Ok(())
}

/// Ends one session of `account`; false when it has no such session.
pub fn end_session(tx: &mut Tx, account: AccountId, id: SessionId) -> Result<bool> {
    let own = sessions::table.find(id).filter(sessions::account_id.eq(account));
    Ok(diesel::delete(own).execute(tx.db())? == 1)
}

/// Notes that the privacy statement was accepted in `version`; once for each version.
pub fn accept(tx: &mut Tx, account: AccountId, person: PersonId, version: &str) -> Result<()> {
    let now = tx.now();
    let before = acceptances::table.filter(acceptances::account_id.eq(account).and(acceptances::version.eq(version)));
    if !diesel::select(diesel::dsl::exists(before)).get_result::<bool>(tx.db())? {
        let id: i64 = diesel::insert_into(acceptances::table)
            .values((
                acceptances::account_id.eq(account),
                acceptances::version.eq(version),
                acceptances::accepted_at.eq(now),
            ))
            .returning(acceptances::id)
            .get_result(tx.db())?;
        tx.record("accepted", "acceptances", id, Some(person.0))?;
    }
    diesel::update(accounts::table.find(account)).set(accounts::accepted_version.eq(version)).execute(tx.db())?;
    Ok(())
}

/// What came of choosing another sign-in name.
pub enum Renamed {
    /// It is theirs.
    Done,
    /// It is somebody else's.
    Taken,
    /// It is an e-mail address, and not their own.
    NotTheirs,
}

/// Gives an account another sign-in name.
pub fn rename(tx: &mut Tx, account: AccountId, name: &str) -> Result<Renamed> {
    let owner = owner(tx.db(), account)?;
    if name.contains('@') && fold_name(name) != fold_name(&owner.email) {
        return Ok(Renamed::NotTheirs);
    }
    let named = (accounts::sign_in_name.eq(name), accounts::sign_in_folded.eq(fold_name(name)));
    // In a savepoint, so that the transaction is still good when the name is taken.
    let done = tx.db().transaction(|db| diesel::update(accounts::table.find(account)).set(named).execute(db));
    match done {
        Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(Renamed::Taken),
        done => {
            done?;
            tx.record("renamed", "accounts", account.0, Some(owner.person_id.0))?;
            Ok(Renamed::Done)
        }
    }
}

/// Sets the language of a person's pages and letters.
pub fn speak(tx: &mut Tx, person: PersonId, lang: Lang) -> Result<()> {
    diesel::update(people::table.find(person)).set(people::language.eq(lang)).execute(tx.db())?;
    Ok(())
}

/// Removes sessions, links, held forms and counted attempts that are over.
pub fn tidy(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let mut count = 0;
    // A session that is over is still remembered for a day.
    let idle = now.minus(IDLE).minus(REMEMBERED);
    let oldest = now.minus(LONGEST).minus(REMEMBERED);
    let over = sessions::seen_at.lt(idle).or(sessions::created_at.lt(oldest));
    count += diesel::delete(sessions::table.filter(over)).execute(tx.db())?;
    let waited = sessions::half.eq(true).and(sessions::created_at.lt(now.minus(HALF_LIFE)));
    count += diesel::delete(sessions::table.filter(waited)).execute(tx.db())?;
    // An expired link opens nothing, but its page still offers a new one for a while.
    let forgotten = links::expires_at.lt(now.minus(OFFERED)).or(links::used_at.lt(now.minus(REMEMBERED)));
    count += diesel::delete(links::table.filter(forgotten)).execute(tx.db())?;
    count +=
        diesel::delete(held_forms::table.filter(held_forms::held_at.lt(now.minus(REMEMBERED)))).execute(tx.db())?;
    count += diesel::delete(attempts::table.filter(attempts::since.lt(now.minus(WINDOW)))).execute(tx.db())?;
    Ok(count)
}

//! All statements about accounts, their links and their sessions.

use diesel::prelude::*;

use diesel::result::{DatabaseErrorKind, Error as DbError};

use super::AccountId;
use super::model::{LinkKind, fold_name, free, readable};
use super::sessions::REMEMBERED;
use super::throttle::WINDOW;
use crate::crm::people::{Name, PersonId};
use crate::platform::db::schema::{accounts, attempts, held_forms, links, people, sessions};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

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
        tx.record("opened", "accounts", id.0, Some(person.0))?;
        return Ok(id);
    }
    Err(Error::Conflict)
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

/// Removes sessions, links, held forms and counted attempts that are over.
pub fn tidy(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let mut count = 0;
    // The longest a session lives without a request is 12 hours; then it is remembered for a day.
    let idle = now.minus(chrono::TimeDelta::hours(12)).minus(REMEMBERED);
    let oldest = now.minus(chrono::TimeDelta::days(30)).minus(REMEMBERED);
    let over = sessions::seen_at.lt(idle).or(sessions::created_at.lt(oldest));
    count += diesel::delete(sessions::table.filter(over)).execute(tx.db())?;
    count += diesel::delete(links::table.filter(links::expires_at.lt(now))).execute(tx.db())?;
    count +=
        diesel::delete(held_forms::table.filter(held_forms::held_at.lt(now.minus(REMEMBERED)))).execute(tx.db())?;
    count += diesel::delete(attempts::table.filter(attempts::since.lt(now.minus(WINDOW)))).execute(tx.db())?;
    Ok(count)
}

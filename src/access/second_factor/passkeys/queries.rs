//! All statements about passkeys and what is asked about them.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};

use super::PasskeyId;
use super::model::{Ceremony, LIFE, Listed};
use crate::access::accounts::AccountId;
use crate::platform::db::schema::{accounts, passkey_ceremonies, passkeys};
use crate::platform::db::{Db, Json, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::secret;

/// Questions to one account that can be answered beside a new one.
const TABS: i64 = 4;

/// The passkeys of `account`, the oldest first.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, account: AccountId) -> Result<Vec<Listed>> {
    Ok(passkeys::table
        .filter(passkeys::account_id.eq(account))
        .order(passkeys::id)
        .select((passkeys::id, passkeys::called, passkeys::created_at, passkeys::last_used_at))
        .load(db)?)
}

/// Whether `account` has one.
///
/// # Errors
/// When the database refuses.
pub fn any(db: &mut Db, account: AccountId) -> Result<bool> {
    Ok(diesel::select(exists(passkeys::table.filter(passkeys::account_id.eq(account)))).get_result(db)?)
}

/// The numbers by which devices know the passkeys of `account`.
pub fn known(db: &mut Db, account: AccountId) -> Result<Vec<String>> {
    let own = passkeys::table.filter(passkeys::account_id.eq(account)).order(passkeys::id);
    Ok(own.select(passkeys::credential_id).load(db)?)
}

/// Keeps a passkey; none when there is one with this number already, whoever has it.
pub fn add(
    tx: &mut Tx,
    account: AccountId,
    name: &str,
    credential_id: &str,
    credential: &str,
) -> Result<Option<PasskeyId>> {
    let row = (
        passkeys::account_id.eq(account),
        passkeys::called.eq(name),
        passkeys::credential_id.eq(credential_id),
        passkeys::credential.eq(credential),
        passkeys::created_at.eq(tx.now()),
    );
    // In a savepoint, so that the transaction is still good when it is known.
    let made = tx.db().transaction(|db| {
        diesel::insert_into(passkeys::table).values(row).returning(passkeys::id).get_result::<PasskeyId>(db)
    });
    match made {
        Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(None),
        made => Ok(Some(made?)),
    }
}

/// Gives a passkey of `account` another name.
///
/// # Errors
/// [`Error::NotFound`] when it has no such passkey.
pub fn rename(tx: &mut Tx, account: AccountId, id: PasskeyId, name: &str) -> Result<()> {
    let own = passkeys::table.find(id).filter(passkeys::account_id.eq(account));
    let renamed = diesel::update(own).set(passkeys::called.eq(name)).execute(tx.db())?;
    if renamed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Removes a passkey of `account`.
///
/// # Errors
/// [`Error::NotFound`] when it has no such passkey.
pub fn remove(tx: &mut Tx, account: AccountId, id: PasskeyId) -> Result<()> {
    let own = passkeys::table.find(id).filter(passkeys::account_id.eq(account));
    if diesel::delete(own).execute(tx.db())? == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Removes every passkey of `account`; says which they were.
///
/// # Errors
/// When the database refuses.
pub fn clear(tx: &mut Tx, account: AccountId) -> Result<Vec<PasskeyId>> {
    let own = passkeys::table.filter(passkeys::account_id.eq(account));
    diesel::delete(passkey_ceremonies::table.filter(passkey_ceremonies::account_id.eq(account))).execute(tx.db())?;
    Ok(diesel::delete(own).returning(passkeys::id).get_results(tx.db())?)
}

/// A passkey that somebody showed.
#[derive(Queryable)]
pub struct Presented {
    /// Its number.
    pub id: PasskeyId,
    /// Whose it is.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// What is kept of it, as it is written.
    pub credential: String,
}

/// The passkey that a device knows by this number, when the account it opens is not closed.
pub fn presented(db: &mut Db, credential_id: &str) -> Result<Option<Presented>> {
    Ok(passkeys::table
        .inner_join(accounts::table)
        .filter(passkeys::credential_id.eq(credential_id).and(accounts::blocked_at.is_null()))
        .select((passkeys::id, accounts::id, passkeys::called, passkeys::credential))
        .first(db)
        .optional()?)
}

/// Notes that `presented` let its owner in; false when it was used in between, so that of a passkey and its copy one
/// gets in.
pub fn used(tx: &mut Tx, presented: &Presented, credential: &str) -> Result<bool> {
    let now = tx.now();
    let same = passkeys::table.find(presented.id).filter(passkeys::credential.eq(&presented.credential));
    let set = (passkeys::credential.eq(credential), passkeys::last_used_at.eq(now));
    Ok(diesel::update(same).set(set).execute(tx.db())? == 1)
}

/// Keeps what is asked of a browser, under a secret that goes along with it.
pub fn ask(tx: &mut Tx, account: Option<AccountId>, token: &str, kept: Ceremony) -> Result<()> {
    let now = tx.now();
    if let Some(account) = account {
        forget_older(tx.db(), account)?;
    }
    diesel::insert_into(passkey_ceremonies::table)
        .values((
            passkey_ceremonies::account_id.eq(account),
            passkey_ceremonies::key_hash.eq(secret::hash(token)),
            passkey_ceremonies::state.eq(Json::new(kept)?),
            passkey_ceremonies::created_at.eq(now),
            passkey_ceremonies::expires_at.eq(now.plus(LIFE)),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Leaves as many questions to `account` as somebody has tabs open, so that they do not pile up.
fn forget_older(db: &mut Db, account: AccountId) -> Result<()> {
    let own = passkey_ceremonies::table.filter(passkey_ceremonies::account_id.eq(account));
    let older: Vec<i64> =
        own.order(passkey_ceremonies::id.desc()).offset(TABS).limit(100).select(passkey_ceremonies::id).load(db)?;
    if !older.is_empty() {
        diesel::delete(passkey_ceremonies::table.filter(passkey_ceremonies::id.eq_any(older))).execute(db)?;
    }
    Ok(())
}

/// Takes what was asked under `token`, so that it is answered once. None when it was not asked of this account (or,
/// without one, at the door), was answered already, or is too long ago.
pub fn take(tx: &mut Tx, account: Option<AccountId>, token: &str) -> Result<Option<Ceremony>> {
    let asked = passkey_ceremonies::table.filter(passkey_ceremonies::key_hash.eq(secret::hash(token)));
    let taken = (passkey_ceremonies::state, passkey_ceremonies::expires_at);
    let rows: Vec<(Json<Ceremony>, Moment)> = match account {
        Some(account) => {
            let own = asked.filter(passkey_ceremonies::account_id.eq(account));
            diesel::delete(own).returning(taken).get_results(tx.db())?
        }
        None => {
            let door = asked.filter(passkey_ceremonies::account_id.is_null());
            diesel::delete(door).returning(taken).get_results(tx.db())?
        }
    };
    let now = tx.now();
    Ok(rows.into_iter().next().filter(|(_, until)| *until > now).map(|(kept, _)| kept.into_inner()))
}

/// Removes what nobody answered; says how much.
///
/// # Errors
/// When the database refuses.
pub fn tidy(tx: &mut Tx) -> Result<usize> {
    let over = passkey_ceremonies::expires_at.le(tx.now());
    Ok(diesel::delete(passkey_ceremonies::table.filter(over)).execute(tx.db())?)
}

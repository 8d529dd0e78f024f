//! What an account does when the address of its person changes.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};

use super::super::AccountId;
use super::super::model::fold_name;
use super::{free_name, owner};
use crate::platform::db::Tx;
use crate::platform::db::schema::{accounts, links};
use crate::platform::error::{Error, Result};

/// Lets `account` follow its person from the address `old` to the one they have by now. Who signed in with the old
/// address signs in with the new one from here on, or, when that is somebody's sign-in name already, with one made
/// from their name. Links that went to the old address open nothing any more. Says the sign-in name.
///
/// # Errors
/// When the database refuses.
pub fn follow(tx: &mut Tx, account: AccountId, old: &str) -> Result<String> {
    let now = tx.now();
    let open = links::account_id.eq(account).and(links::used_at.is_null());
    diesel::update(links::table.filter(open)).set(links::used_at.eq(now)).execute(tx.db())?;
    let known = owner(tx.db(), account)?;
    if fold_name(&known.sign_in_name) != fold_name(old) {
        return Ok(known.sign_in_name);
    }
    // On PostgreSQL somebody else may take the same name in between; then the next one is free.
    for _ in 0..5 {
        let name = free_name(tx.db(), known.person_id)?;
        let named = (accounts::sign_in_name.eq(&name), accounts::sign_in_folded.eq(fold_name(&name)));
        let done = tx.db().transaction(|db| diesel::update(accounts::table.find(account)).set(named).execute(db));
        if matches!(done, Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _))) {
            continue;
        }
        done?;
        tx.record("renamed", "accounts", account.0, Some(known.person_id.0))?;
        return Ok(name);
    }
    Err(Error::Conflict)
}

//! All statements about accounts, their links and their sessions.

use diesel::prelude::*;

use super::AccountId;
use super::sessions::REMEMBERED;
use super::throttle::WINDOW;
use crate::platform::db::schema::{accounts, attempts, held_forms, links, sessions};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

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

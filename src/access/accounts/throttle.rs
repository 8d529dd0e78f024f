//! Slowing down whoever asks too often: per address in memory, per sign-in name in the database.

use std::net::IpAddr;
use std::num::NonZeroU32;

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::platform::db::schema::attempts;
use crate::platform::db::{Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::secret;

/// How many wrong passwords a sign-in name may have within [`WINDOW`] before it must wait.
pub const FAILURES: i32 = 10;
/// The time in which failures are counted, and the wait.
pub const WINDOW: TimeDelta = TimeDelta::minutes(3);

/// Counts the sign-in attempts and reset requests per address.
pub struct Throttle {
    addresses: DefaultKeyedRateLimiter<IpAddr>,
}

impl Throttle {
    /// Allows `burst` attempts from an address at once, and as many again per minute.
    pub fn new(burst: NonZeroU32) -> Self {
        Self { addresses: DefaultKeyedRateLimiter::keyed(Quota::per_minute(burst)) }
    }

    /// Counts an attempt from `address`. Those without an address are counted together.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds to wait.
    pub fn check(&self, address: Option<IpAddr>) -> Result<()> {
        let address = address.unwrap_or(IpAddr::from([0, 0, 0, 0]));
        // An IPv6 customer has a whole /64 to choose from.
        let address = match address {
            IpAddr::V6(ip) => IpAddr::from((u128::from(ip) >> 64 << 64).to_be_bytes()),
            v4 => v4,
        };
        self.addresses.check_key(&address).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Error::TooMany(u32::try_from(wait.as_secs()).unwrap_or(60) + 1)
        })
    }

    /// Forgets the addresses that have been quiet.
    pub fn tidy(&self) {
        self.addresses.retain_recent();
    }
}

/// The name under which the attempts on an account are counted. A browser that signed in to the account
/// before is counted apart, so that a stranger's guesses do not lock its owner out.
pub fn counter(sign_in_folded: &str, known_browser: Option<&str>) -> String {
    secret::hash(&format!("{sign_in_folded}\n{}", known_browser.unwrap_or_default()))
}

/// Counts an attempt on `counter` before it is looked at, so that many at once are as few as one by one. Says which
/// in a row it is.
///
/// # Errors
/// [`Error::TooMany`] with the seconds to wait, when there were too many just now.
pub fn attempt(tx: &mut Tx, counter: &str) -> Result<i32> {
    let (now, fresh) = (tx.now(), tx.now().minus(WINDOW));
    let row = || attempts::table.filter(attempts::name_hash.eq(counter));
    diesel::delete(row().filter(attempts::since.le(fresh))).execute(tx.db())?;
    for _ in 0..2 {
        let counted = diesel::update(row().filter(attempts::failures.lt(FAILURES)))
            .set(attempts::failures.eq(attempts::failures + 1))
            .returning(attempts::failures)
            .get_result(tx.db())
            .optional()?;
        if let Some(count) = counted {
            return Ok(count);
        }
        if let Some(since) = row().select(attempts::since).first::<Moment>(tx.db()).optional()? {
            let left = WINDOW - now.since(since);
            return Err(Error::TooMany(u32::try_from(left.num_seconds()).unwrap_or(180) + 1));
        }
        let first = (attempts::name_hash.eq(counter), attempts::failures.eq(1), attempts::since.eq(now));
        // In a savepoint: on PostgreSQL two first attempts can both get here, and the second counts on.
        let inserted = tx.db().transaction(|db| diesel::insert_into(attempts::table).values(first).execute(db));
        match inserted {
            Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {}
            inserted => return Ok(inserted.map(|_| 1)?),
        }
    }
    Ok(1)
}

/// Forgets the failures on `counter` after a right password.
///
/// # Errors
/// When the database refuses.
pub fn forget(tx: &mut Tx, counter: &str) -> Result<()> {
    diesel::delete(attempts::table.filter(attempts::name_hash.eq(counter))).execute(tx.db())?;
    Ok(())
}

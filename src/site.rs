//! What every request and every job of one installation shares.

use std::sync::Arc;

use actix_web::web;
use tokio::sync::Notify;

use crate::access::accounts::passwords::Hashing;
use crate::access::accounts::throttle::Throttle;
use crate::config::Config;
use crate::platform::clock::Clock;
use crate::platform::db::Pool;
use crate::platform::db::{Actor, Db, Tx};
use crate::platform::error::Result;
use crate::platform::files::Files;

/// One running installation.
pub struct Site {
    /// Its settings.
    pub config: Config,
    /// Its time.
    pub clock: Clock,
    /// Its database.
    pub pool: Pool,
    /// Its encrypted files.
    pub files: Files,
    /// Checks passwords, a few at a time.
    pub hashing: Hashing,
    /// Slows down whoever asks too often.
    pub throttle: Throttle,
    /// Slows down whoever checks certificates too often, without locking anybody out of their account.
    pub checks: Throttle,
    /// Wakes the worker after something was written.
    pub wake: Arc<Notify>,
}

impl Site {
    /// Reads from the database, off the server's own threads.
    ///
    /// # Errors
    /// What `f` returns.
    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static) -> Result<T> {
        let pool = self.pool.clone();
        web::block(move || pool.read(f)).await?
    }

    /// Writes to the database in one transaction by `actor`, off the server's own threads.
    ///
    /// # Errors
    /// What `f` returns; then nothing was written.
    pub async fn write<T: Send + 'static>(
        &self,
        actor: Actor,
        f: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (pool, now) = (self.pool.clone(), self.clock.now());
        web::block(move || pool.write(now, actor, f)).await?
    }
}

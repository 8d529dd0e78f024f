//! What every request and every job of one installation shares.

use std::sync::Arc;

use actix_web::web;
use tokio::sync::Notify;

use crate::access::accounts::passwords::Hashing;
use crate::access::accounts::refusals::Refusals;
use crate::access::accounts::throttle::Throttle;
use crate::config::Config;
use crate::platform::clock::Clock;
use crate::platform::db::Pool;
use crate::platform::db::{Actor, Db, Tx};
use crate::platform::error::Result;
use crate::platform::files::Files;
use crate::platform::jobs::Stop;
use crate::platform::jobs::jump::Watch;
use crate::platform::journal::Journal;
use crate::platform::metrics::Metrics;
use crate::platform::web::health::Health;

/// One running installation.
pub struct Site {
    /// Its settings.
    pub config: Config,
    /// Its time.
    pub clock: Clock,
    /// Whether that time can be believed.
    pub watch: Watch,
    /// Its database.
    pub pool: Pool,
    /// Its encrypted files.
    pub files: Files,
    /// What was ended, for a backup that is put back.
    pub journal: Arc<Journal>,
    /// Checks passwords, a few at a time.
    pub hashing: Hashing,
    /// Slows down whoever asks too often.
    pub throttle: Throttle,
    /// Bounds what is registered of those who did not get in.
    pub refusals: Refusals,
    /// Wakes the worker after something was written.
    pub wake: Arc<Notify>,
    /// Says when to stop.
    pub stop: Stop,
    /// Its figures.
    pub metrics: Metrics,
    /// Whether it can do its work.
    pub health: Health,
}

impl Site {
    /// Reads from the database, off the server's own threads.
    ///
    /// # Errors
    /// What `f` returns.
    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static) -> Result<T> {
        // What is logged on the other thread belongs to the same request.
        let span = tracing::Span::current();
        self.pool.read_aside(move |db| span.in_scope(|| f(db))).await
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
        let span = tracing::Span::current();
        web::block(move || span.in_scope(|| pool.write(now, actor, f))).await?
    }
}

//! What every request and every job of one installation shares.

use std::sync::Arc;

use actix_web::web;
use tokio::sync::Notify;

use crate::access::Horizon;
use crate::access::accounts::passwords::Hashing;
use crate::access::accounts::refusals::Refusals;
use crate::access::accounts::throttle::Throttle;
use crate::config::Config;
use crate::platform::clock::Clock;
use crate::platform::db::Pool;
use crate::platform::db::{Actor, Db, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::files::Files;
use crate::platform::jobs::Stop;
use crate::platform::jobs::jump::Watch;
use crate::platform::journal::Journal;
use crate::platform::metrics::Metrics;
use crate::platform::web::health::Health;
use crate::privacy::retention::Current;

/// How often the first in line asks a database that is busy; each time it waits five seconds.
const TRIES: u32 = 6;

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
    /// The terms of its data, as they hold.
    pub terms: Arc<Current>,
    /// Its encrypted files.
    pub files: Files,
    /// What was ended, for a backup that is put back.
    pub journal: Arc<Journal>,
    /// Checks passwords, a few at a time.
    pub hashing: Hashing,
    /// Slows down whoever tries to sign in too often.
    pub throttle: Throttle,
    /// Counts the questions to browsers per address, so that they take nothing from signing in.
    pub questions: Throttle,
    /// Slows down whoever opens links out of letters too often.
    pub openings: Throttle,
    /// Slows down whoever checks certificates too often, without locking anybody out of their account.
    pub checks: Throttle,
    /// Where those who want the same thing at once stand in line, first come, first served.
    pub line: tokio::sync::Mutex<()>,
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
    /// How far back pages look at this moment.
    pub fn horizon(&self) -> Horizon {
        self.terms.get().horizon(self.clock.now())
    }

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

    /// Like [`write`](Self::write), for what hundreds may ask in the same second: they wait in line without
    /// a thread or a connection that a reader could use, and are served in the order in which they came. Who
    /// is first in line tries again when the database is busy.
    ///
    /// # Errors
    /// What `f` returns; [`Error::Busy`] when the database stayed busy for half a minute.
    pub async fn write_in_line<T: Send + 'static>(
        &self,
        actor: Actor,
        f: impl Fn(&mut Tx) -> Result<T> + Clone + Send + 'static,
    ) -> Result<T> {
        let _first = self.line.lock().await;
        for _ in 1..TRIES {
            match self.write(actor, f.clone()).await {
                Err(Error::Busy(cause)) => tracing::warn!(cause = %cause, "the first in line tries again"),
                done => return done,
            }
        }
        self.write(actor, f).await
    }
}

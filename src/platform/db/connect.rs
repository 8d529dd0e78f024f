//! Opening connections and keeping a few of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use actix_web::web;
use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::r2d2::{self, ManageConnection, R2D2Connection};
use tokio::sync::Semaphore;

use super::turn::{PATIENCE, Turn, Waiting};
use super::{Actor, Chain, Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::journal::Journal;

/// Where the data lives: a SQLite file or a PostgreSQL address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file on this machine.
    Sqlite(PathBuf),
    /// An address that begins with `postgres://` or `postgresql://`.
    Postgres(String),
}

impl DatabaseUrl {
    /// Reads the setting. `plain_accepted` says that the operator accepts an unencrypted connection
    /// to another machine in words.
    ///
    /// # Errors
    /// A sentence for the operator when the address is of no known kind, or goes to another machine
    /// without TLS.
    pub fn parse(text: &str, plain_accepted: bool) -> std::result::Result<Self, String> {
        if let Some(path) = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")) {
            return Ok(Self::Sqlite(path.into()));
        }
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err("the database address begins with sqlite:// or postgres://".into());
        }
        if plain_accepted || is_local(text) || demands_tls(text) {
            return Ok(Self::Postgres(text.into()));
        }
        Err("this PostgreSQL is on another machine: add sslmode=verify-full to its address \
             (in a build with the feature postgres-tls), or set TRAJECT_DATABASE_PLAIN=accepted"
            .into())
    }
}

impl DatabaseUrl {
    /// Whether there may be something in it: a file that does not exist is empty for sure.
    pub fn is_there(&self) -> bool {
        match self {
            Self::Sqlite(path) => path.exists(),
            Self::Postgres(_) => true,
        }
    }
}

fn is_local(address: &str) -> bool {
    let Ok(url) = url::Url::parse(address) else { return false };
    let named = url.query_pairs().find(|(k, _)| k == "host" || k == "hostaddr").map(|(_, v)| v.into_owned());
    let host = named.or_else(|| url.host_str().map(str::to_owned)).unwrap_or_default();
    host.is_empty()
        || host.starts_with('/')
        || host.starts_with("%2F")
        || host == "localhost"
        || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn demands_tls(address: &str) -> bool {
    let Ok(url) = url::Url::parse(address) else { return false };
    cfg!(feature = "postgres-tls")
        && url.query_pairs().any(|(k, v)| k == "sslmode" && (v == "verify-full" || v == "verify-ca"))
}

/// Counts the statements sent to the database, so that a test can hold how many a page needs.
#[derive(Debug, Clone, Default)]
pub struct Queries(Arc<AtomicU64>);

impl Queries {
    /// Statements so far, on all connections of the pool.
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A few open connections, and the only way to one.
#[derive(Clone)]
pub struct Pool {
    inner: r2d2::Pool<Manager>,
    queries: Queries,
    waiting: Arc<AtomicU64>,
    turn: Option<Arc<Turn>>,
    chain: Arc<Chain>,
    journal: Option<Arc<Journal>>,
    readers: Arc<Semaphore>,
}

/// How busy a pool is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Connections that are lent out.
    pub used: u32,
    /// Connections that are open.
    pub open: u32,
    /// Those who wait for a connection or for their turn to write.
    pub waiting: u64,
}

impl Pool {
    /// Opens up to `size` connections to `url`; what is registered through them is tied into `chain`.
    ///
    /// # Errors
    /// [`Error::Broken`] when the first connection fails.
    pub fn open(url: &DatabaseUrl, size: u32, chain: Chain) -> Result<Self> {
        let queries = Queries::default();
        let manager = Manager { url: url.clone(), queries: queries.clone() };
        let inner = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .connection_timeout(PATIENCE)
            // A file cannot go away between two uses; a server can be restarted.
            .test_on_check_out(matches!(url, DatabaseUrl::Postgres(_)))
            .build(manager)
            .map_err(Error::broken)?;
        let turn = matches!(url, DatabaseUrl::Sqlite(_)).then(Arc::default);
        // One is left for whoever writes.
        let readers = Arc::new(Semaphore::new(size.saturating_sub(1).max(1) as usize));
        Ok(Self { inner, queries, waiting: Arc::default(), turn, chain: Arc::new(chain), journal: None, readers })
    }

    /// The same pool, whose transactions write what they end into `journal` first.
    pub fn journalled(mut self, journal: Arc<Journal>) -> Self {
        self.journal = Some(journal);
        self
    }

    /// The chain that the register is tied into.
    pub fn chain(&self) -> &Arc<Chain> {
        &self.chain
    }

    /// How busy it is at this moment.
    pub fn load(&self) -> Load {
        let state = self.inner.state();
        Load {
            used: state.connections.saturating_sub(state.idle_connections),
            open: state.connections,
            waiting: self.waiting.load(Ordering::Relaxed),
        }
    }

    /// Runs `f` as [`read`](Self::read) does, off the server's own threads. Whoever comes when all connections
    /// are in use waits here, in order and without a thread: threads that wait for a connection cost more than
    /// what they wait for.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub async fn read_aside<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let place = {
            let _waiting = Waiting::count(&self.waiting);
            let place = tokio::time::timeout(PATIENCE, self.readers.clone().acquire_owned()).await;
            place.map_err(Error::busy)?.map_err(Error::broken)?
        };
        let pool = self.clone();
        web::block(move || {
            let done = pool.read(f);
            drop(place);
            done
        })
        .await?
    }

    /// Runs `f` as [`read_aside`](Self::read_aside) does, but on the server's own thread where the database is a
    /// file: for a look-up of one row, changing threads twice costs more than the row.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub async fn read_briefly<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        // Only where a connection is free at once: waiting for one belongs aside, and there without a place held.
        if self.turn.is_some()
            && let Ok(_place) = self.readers.clone().try_acquire_owned()
        {
            return self.read(f);
        }
        self.read_aside(f).await
    }

    /// The count of statements sent through this pool.
    pub fn queries(&self) -> Queries {
        self.queries.clone()
    }

    /// Runs `f` with a connection, without a transaction. Blocks: call it off the server's threads.
    ///
    /// # Errors
    /// What `f` returns; [`Error::Busy`] when no connection came free in five seconds, or when the server went
    /// away in between.
    pub fn read<T>(&self, f: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        let mut db = self.connection()?;
        f(&mut db).map_err(|error| explained(&mut db, error))
    }

    /// Runs `f` in one writing transaction at `now` by `actor`; all of it is kept or nothing. Blocks.
    ///
    /// # Errors
    /// What `f` returns, after everything was rolled back; [`Error::Busy`] as with `read`.
    pub fn write<T>(&self, now: Moment, actor: Actor, f: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        let _turn = match &self.turn {
            Some(turn) => {
                let _waiting = Waiting::count(&self.waiting);
                Some(turn.take()?)
            }
            None => None,
        };
        let mut db = self.connection()?;
        let done = Tx::run(&mut db, (&self.chain, self.journal.as_deref()), now, actor, f);
        done.map_err(|error| explained(&mut db, error))
    }

    fn connection(&self) -> Result<r2d2::PooledConnection<Manager>> {
        let _waiting = Waiting::count(&self.waiting);
        self.inner.get().map_err(Error::busy)
    }
}

/// A fault that comes from a server that is gone is no fault of ours: it is back in a moment. A server that is
/// shut down says so in a language of its own, so it is asked.
fn explained(db: &mut Db, error: Error) -> Error {
    let Db::Postgres(db) = db else { return error };
    match error {
        Error::Broken(cause) if db.batch_execute("SELECT 1").is_err() => Error::Busy(cause),
        other => other,
    }
}

/// An open connection, and when it was last used.
struct Kept {
    db: Db,
    used: Instant,
}

impl std::ops::Deref for Kept {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl std::ops::DerefMut for Kept {
    fn deref_mut(&mut self) -> &mut Db {
        &mut self.db
    }
}

/// A connection that worked so lately is lent again without asking whether it still does: asking each time was
/// a quarter of what a page asked of PostgreSQL. One that broke since is noticed in use, and not lent again.
const FRESH: Duration = Duration::from_secs(1);

struct Manager {
    url: DatabaseUrl,
    queries: Queries,
}

impl ManageConnection for Manager {
    type Connection = Kept;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Kept, Self::Error> {
        let mut db = open(&self.url).map_err(diesel::r2d2::Error::ConnectionError)?;
        if let Db::Postgres(db) = &mut db {
            db.batch_execute(POSTGRES_PATIENCE).map_err(diesel::r2d2::Error::QueryError)?;
        }
        let seen = self.queries.0.clone();
        db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if matches!(event, InstrumentationEvent::StartQuery { .. }) {
                seen.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(Kept { db, used: Instant::now() })
    }

    fn is_valid(&self, db: &mut Kept) -> std::result::Result<(), Self::Error> {
        if db.used.elapsed() < FRESH {
            return Ok(());
        }
        let answered = db.batch_execute("SELECT 1");
        // The pool asks this, not a page.
        self.queries.0.fetch_sub(1, Ordering::Relaxed);
        answered.map_err(diesel::r2d2::Error::QueryError)
    }

    /// A connection that comes back in the middle of a transaction, or from a panic, is not lent again.
    fn has_broken(&self, db: &mut Kept) -> bool {
        db.used = Instant::now();
        std::thread::panicking() || R2D2Connection::is_broken(&mut db.db)
    }
}

/// Opens one connection and sets what each connection needs.
pub(super) fn open(url: &DatabaseUrl) -> ConnectionResult<Db> {
    let bad = |e: diesel::result::Error| ConnectionError::CouldntSetupConfiguration(e);
    match url {
        DatabaseUrl::Postgres(address) => {
            let mut db = PgConnection::establish(address)?;
            db.batch_execute("SET TIME ZONE 'UTC'").map_err(bad)?;
            Ok(Db::Postgres(db))
        }
        DatabaseUrl::Sqlite(path) => {
            let mut db = SqliteConnection::establish(&path_text(path))?;
            db.batch_execute(SQLITE_SETTINGS).map_err(bad)?;
            Ok(Db::Sqlite(db))
        }
    }
}

fn path_text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What PostgreSQL would otherwise wait for without end: a statement, a lock that another holds, and a program
/// that went quiet in the middle of a transaction. A migration may take longer and has a connection of its own.
const POSTGRES_PATIENCE: &str = "
    SET statement_timeout = '30s';
    SET lock_timeout = '5s';
    SET idle_in_transaction_session_timeout = '60s';
";

/// FULL: an acknowledged upload, intake or enrolment survives a power cut; NORMAL in WAL mode lost some.
/// `secure_delete`: what is destroyed is overwritten in the file too.
const SQLITE_SETTINGS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16384;
    PRAGMA mmap_size = 268435456;
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postgres_elsewhere_needs_tls_or_a_word() {
        assert!(DatabaseUrl::parse("postgres://db.example.com/t", false).is_err());
        assert!(DatabaseUrl::parse("postgres://db.example.com/t", true).is_ok());
        assert!(DatabaseUrl::parse("postgres://u@127.0.0.1:5433/t", false).is_ok());
        assert!(DatabaseUrl::parse("postgres://u@[::1]/t", false).is_ok());
        assert!(DatabaseUrl::parse("postgres://localhost/t?host=db.example.com", false).is_err());
        assert!(DatabaseUrl::parse("postgres:///t?host=/run/postgresql", false).is_ok());
        assert!(DatabaseUrl::parse("mysql://localhost/t", false).is_err());
    }

    #[test]
    fn sqlite_is_built_with_what_speed_and_destruction_rest_on() {
        #[derive(QueryableByName)]
        struct Text {
            #[diesel(sql_type = diesel::sql_types::Text)]
            value: String,
        }
        let folder = tempfile::tempdir().unwrap();
        let mut db = open(&DatabaseUrl::Sqlite(folder.path().join("t.db"))).unwrap();
        let mut ask = |sql: &str| diesel::sql_query(sql).load::<Text>(&mut db).unwrap();
        let options = ask("SELECT compile_options AS value FROM pragma_compile_options");
        assert!(options.iter().any(|o| o.value == "ENABLE_QPSG"));
        let version = ask("SELECT sqlite_version() AS value");
        assert!(version.iter().all(|v| v.value.as_str() >= "3.51.3"));
        let pragma = |name: &str| format!("SELECT CAST({name} AS TEXT) AS value FROM pragma_{name}");
        for (name, want) in
            [("synchronous", "2"), ("secure_delete", "1"), ("foreign_keys", "1"), ("journal_mode", "wal")]
        {
            assert_eq!(ask(&pragma(name)).first().map(|t| t.value.clone()).as_deref(), Some(want), "{name}");
        }
    }
}

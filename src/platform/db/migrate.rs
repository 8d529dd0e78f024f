//! Bringing a database up to the newest form, on either kind.

use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connect::open;
use super::{DatabaseUrl, Db};
use crate::platform::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number will do, as long as every process of the program takes the same.
const LOCK: i64 = 7_461_937_021;

/// Runs the migrations that `url` has not had yet, and says how many there were.
///
/// # Errors
/// [`Error::Broken`] when the database cannot be opened or a migration fails.
pub fn run(url: &DatabaseUrl) -> Result<usize> {
    let _alone = lock_file(url)?;
    match open(url).map_err(Error::broken)? {
        Db::Sqlite(mut db) => Ok(db.run_pending_migrations(SQLITE).map_err(Error::boxed)?.len()),
        Db::Postgres(mut db) => {
            // Two processes may start together.
            db.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let done = db.run_pending_migrations(POSTGRES).map_err(Error::boxed)?.len();
            db.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
            Ok(done)
        }
    }
}

/// Whether `versions` are all known to this program, for this kind of database; the first that is not.
///
/// # Errors
/// [`Error::Broken`] when our own list cannot be read.
pub fn unknown(url: &DatabaseUrl, versions: &[String]) -> Result<Option<String>> {
    let known = match url {
        DatabaseUrl::Sqlite(_) => versions_of::<diesel::sqlite::Sqlite>(SQLITE)?,
        DatabaseUrl::Postgres(_) => versions_of::<diesel::pg::Pg>(POSTGRES)?,
    };
    Ok(versions.iter().find(|version| !known.contains(version)).cloned())
}

fn versions_of<DB: diesel::backend::Backend>(source: EmbeddedMigrations) -> Result<Vec<String>>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let all = MigrationSource::<DB>::migrations(&source).map_err(Error::boxed)?;
    Ok(all.iter().map(|migration| migration.name().version().to_string()).collect())
}

/// Runs the migrations `versions` and no others, on a PostgreSQL in which nothing is yet.
///
/// # Errors
/// [`Error::Broken`] when one of them is not known or fails.
pub fn only(db: &mut PgConnection, versions: &[String]) -> Result<()> {
    let pending = db.pending_migrations(POSTGRES).map_err(Error::boxed)?;
    for version in versions {
        let found = pending.iter().find(|migration| migration.name().version().to_string() == *version);
        let found = found.ok_or_else(|| Error::broken(anyhow::anyhow!("there is no migration {version}")))?;
        db.run_migration(found).map_err(Error::boxed)?;
    }
    Ok(())
}

/// Whether the database has had every migration of this program.
///
/// # Errors
/// When the database refuses.
pub fn is_current(db: &mut Db) -> Result<bool> {
    let pending = match db {
        Db::Sqlite(db) => db.has_pending_migration(SQLITE),
        Db::Postgres(db) => db.has_pending_migration(POSTGRES),
    };
    Ok(!pending.map_err(Error::boxed)?)
}

/// Held while migrating a file: two processes may start together there too.
fn lock_file(url: &DatabaseUrl) -> Result<Option<std::fs::File>> {
    let DatabaseUrl::Sqlite(path) = url else { return Ok(None) };
    let file = std::fs::File::create(path.with_extension("lock")).map_err(Error::broken)?;
    file.lock().map_err(Error::broken)?;
    Ok(Some(file))
}

/// Empties the write-ahead log into the file, so that what was destroyed is gone from the log too.
/// On PostgreSQL this is the server's own work.
///
/// # Errors
/// When the database refuses.
pub fn truncate_log(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(db) => db.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)"),
        Db::Postgres(_) => Ok(()),
    }
}

//! A whole database as one file, taken while others write, and put back.
//!
//! SQLite makes its own copy. A PostgreSQL is read in one transaction that sees one moment, a row of JSON per
//! line. We do that ourselves and do not call `pg_dump`: that refuses a server newer than itself and must be
//! installed beside the program, and its file is a program that is run with our rights when it is put back. Ours
//! holds rows and nothing else; the tables come from our own migrations, those that the copy was made with.

mod postgres;
mod sqlite;

use std::collections::BTreeMap;
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connect::open;
use super::{DatabaseUrl, Db};
use crate::platform::error::{Error, Result};

/// What is known of a copy.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Snapshot {
    /// `sqlite` or `postgres`.
    pub kind: String,
    /// The migrations that the database had.
    pub migrations: Vec<String>,
    /// How many rows each table has.
    pub rows: BTreeMap<String, i64>,
    /// The last number that each counter gave out; SQLite keeps its own inside the copy.
    pub counters: BTreeMap<String, i64>,
}

/// What stands between two databases and a move.
#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// `sqlite` or `postgres`.
pub fn kind(url: &DatabaseUrl) -> &'static str {
    match url {
        DatabaseUrl::Sqlite(_) => "sqlite",
        DatabaseUrl::Postgres(_) => "postgres",
    }
}

/// Copies the database at `url` to the new file `to`, as it is at one moment, and looks the copy over. `blob` is
/// told the name of each stored file that the copy speaks of: every table with a column `blob` names some.
///
/// # Errors
/// [`Error::Broken`] when the database or the disk refuses, or the copy is damaged.
pub fn take(url: &DatabaseUrl, to: &Path, blob: &mut dyn FnMut(String)) -> Result<Snapshot> {
    match open(url).map_err(Error::broken)? {
        Db::Sqlite(mut db) => sqlite::take(&mut db, to, blob),
        Db::Postgres(mut db) => postgres::take(&mut db, to, blob),
    }
}

/// Whether there is nothing yet at `url`.
///
/// # Errors
/// [`Error::Broken`] when that cannot be seen.
pub fn is_empty(url: &DatabaseUrl) -> Result<bool> {
    match url {
        DatabaseUrl::Sqlite(path) => Ok(sqlite::is_empty(path)),
        DatabaseUrl::Postgres(_) => match open(url).map_err(Error::broken)? {
            Db::Postgres(mut db) => postgres::is_empty(&mut db),
            Db::Sqlite(_) => Ok(false),
        },
    }
}

/// Puts the copy in the file `from` back at `url`, where nothing is yet, and marks it as restored from `backup`:
/// all of it appears, or nothing.
///
/// # Errors
/// [`Error::Broken`] when the copy is of another kind or a newer program, or the database refuses it.
pub fn put_back(url: &DatabaseUrl, from: &Path, snapshot: &Snapshot, backup: &str) -> Result<()> {
    if snapshot.kind != kind(url) {
        return Err(said(format!("this backup is of {}, and this database is {}", snapshot.kind, kind(url))));
    }
    match url {
        DatabaseUrl::Sqlite(path) => sqlite::put_back(path, from, backup),
        DatabaseUrl::Postgres(_) => match open(url).map_err(Error::broken)? {
            Db::Postgres(mut db) => postgres::put_back(&mut db, from, snapshot, backup),
            Db::Sqlite(_) => Err(said("no PostgreSQL".into())),
        },
    }
}

/// Moves every counter on by `by`, so that a number given out after a restore was never given out before it.
/// The register counts its own lines and has no gap.
///
/// # Errors
/// When the database refuses.
pub fn skip_numbers(db: &mut Db, by: i64) -> Result<()> {
    match db {
        Db::Sqlite(db) => sqlite::skip_numbers(db, by),
        Db::Postgres(db) => postgres::skip_numbers(db, by),
    }
}

fn said(sentence: String) -> Error {
    Error::broken(anyhow::Error::msg(sentence))
}

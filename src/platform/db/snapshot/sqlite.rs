use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use super::{Line, Snapshot, said};
use crate::platform::db::marks;
use crate::platform::error::{Error, Result};

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

pub(super) fn take(db: &mut SqliteConnection, to: &Path, blob: &mut dyn FnMut(String)) -> Result<Snapshot> {
    // One read transaction, which holds up no writer; what was deleted is not in the copy, not even as free pages.
    sql_query("VACUUM INTO ?").bind::<Text, _>(text(to)).execute(db)?;
    File::open(to).and_then(|file| file.sync_all()).map_err(Error::broken)?;

    let mut copy = SqliteConnection::establish(&text(to)).map_err(Error::broken)?;
    let faults = lines(&mut copy, "SELECT integrity_check AS line FROM pragma_integrity_check")?;
    let loose = number(&mut copy, "SELECT count(*) AS number FROM pragma_foreign_key_check")?;
    if faults != ["ok"] || loose != 0 {
        return Err(said(format!("the copy of the database is damaged: {} ({loose} loose rows)", faults.join(", "))));
    }
    let tables = lines(
        &mut copy,
        "SELECT name AS line FROM sqlite_master
         WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '__diesel_schema_migrations'
           AND name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))",
    )?;
    let mut rows = BTreeMap::new();
    for table in tables {
        let count = number(&mut copy, &format!("SELECT count(*) AS number FROM \"{table}\""))?;
        rows.insert(table, count);
    }
    let owners = lines(
        &mut copy,
        "SELECT m.name AS line FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND c.name = 'blob'",
    )?;
    for table in owners {
        let named = format!("SELECT blob AS line FROM \"{table}\" WHERE blob IS NOT NULL");
        lines(&mut copy, &named)?.into_iter().for_each(&mut *blob);
    }
    let migrations = lines(&mut copy, "SELECT version AS line FROM __diesel_schema_migrations ORDER BY version")?;
    Ok(Snapshot { kind: "sqlite".into(), migrations, rows, counters: BTreeMap::new() })
}

fn lines(db: &mut SqliteConnection, sql: &str) -> Result<Vec<String>> {
    let lines: Vec<Line> = sql_query(sql).load(db)?;
    Ok(lines.into_iter().map(|l| l.line).collect())
}

fn number(db: &mut SqliteConnection, sql: &str) -> Result<i64> {
    Ok(sql_query(sql).get_result::<Number>(db)?.number)
}

pub(super) fn is_empty(path: &Path) -> bool {
    // A log that a lost database left behind would be read into the new one.
    [path.to_owned(), beside(path, "-wal"), beside(path, "-journal")].iter().all(|path| !path.exists())
}

pub(super) fn put_back(path: &Path, from: &Path, backup: &str) -> Result<()> {
    let draft = beside(path, ".restoring");
    fs::copy(from, &draft).map_err(Error::broken)?;
    let mut db = SqliteConnection::establish(&text(&draft)).map_err(Error::broken)?;
    db.batch_execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    sql_query("INSERT OR REPLACE INTO marks (name, value) VALUES (?, ?)")
        .bind::<Text, _>(marks::RESTORE)
        .bind::<Text, _>(backup)
        .execute(&mut db)?;
    drop(db);
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let into_place = || {
        File::open(&draft)?.sync_all()?;
        fs::rename(&draft, path)?;
        File::open(folder)?.sync_all()
    };
    into_place().map_err(Error::broken)
}

pub(super) fn skip_numbers(db: &mut SqliteConnection, by: i64) -> Result<()> {
    db.batch_execute(&format!(
        "INSERT INTO sqlite_sequence (name, seq) SELECT name, 0 FROM sqlite_master
         WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' AND name NOT IN (SELECT name FROM sqlite_sequence);
         UPDATE sqlite_sequence SET seq = seq + {by} WHERE name <> 'register_lines';"
    ))?;
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

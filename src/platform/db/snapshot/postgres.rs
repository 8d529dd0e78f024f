use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use super::{Line, Snapshot, said};
use crate::platform::db::{marks, migrate};
use crate::platform::error::{Error, Result};

/// Rows that are read or written in one statement.
const BATCH: usize = 500;

#[derive(QueryableByName)]
struct Counter {
    #[diesel(sql_type = Text)]
    of_table: String,
    #[diesel(sql_type = Text)]
    counter: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(QueryableByName)]
struct Reference {
    #[diesel(sql_type = Text)]
    child: String,
    #[diesel(sql_type = Text)]
    parent: String,
}

pub(super) fn take(db: &mut PgConnection, to: &Path, blob: &mut dyn FnMut(String)) -> Result<Snapshot> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(to).map_err(Error::broken)?;
    let mut out = BufWriter::new(file);
    // Everything below sees the database as it is at the first statement.
    let snapshot = db.build_transaction().repeatable_read().read_only().run(|db| {
        let mut rows = BTreeMap::new();
        for table in tables(db)? {
            let count = write_table(db, &table, &mut out)?;
            rows.insert(table, count);
        }
        let owners = lines(
            db,
            "SELECT CAST(table_name AS TEXT) AS line FROM information_schema.columns
             WHERE table_schema = current_schema() AND column_name = 'blob'",
        )?;
        for table in owners {
            let named = format!("SELECT blob AS line FROM \"{table}\" WHERE blob IS NOT NULL");
            lines(db, &named)?.into_iter().for_each(&mut *blob);
        }
        let migrations = lines(db, "SELECT version AS line FROM __diesel_schema_migrations ORDER BY version")?;
        let mut last = BTreeMap::new();
        for of in counters(db)? {
            last.insert(of.of_table, last_of(db, &of.counter)?);
        }
        Ok::<_, Error>(Snapshot { kind: "postgres".into(), migrations, rows, counters: last })
    })?;
    out.flush().and_then(|()| out.get_ref().sync_all()).map_err(Error::broken)?;
    Ok(snapshot)
}

fn write_table(db: &mut PgConnection, table: &str, out: &mut impl Write) -> Result<i64> {
    writeln!(out, "#{table}").map_err(Error::broken)?;
    db.batch_execute(&format!(
        "DECLARE copying NO SCROLL CURSOR FOR SELECT CAST(row_to_json(t) AS TEXT) AS line FROM \"{table}\" t"
    ))?;
    let mut count = 0;
    loop {
        let rows = lines(db, &format!("FETCH {BATCH} FROM copying"))?;
        for row in &rows {
            // JSON has no bare end of line, so a row is a line.
            writeln!(out, "{row}").map_err(Error::broken)?;
            count += 1;
        }
        if rows.len() < BATCH {
            break;
        }
    }
    db.batch_execute("CLOSE copying")?;
    Ok(count)
}

/// Every table of ours, each after those that it refers to.
fn tables(db: &mut PgConnection) -> Result<Vec<String>> {
    let mut left: BTreeSet<String> = lines(
        db,
        "SELECT CAST(c.relname AS TEXT) AS line FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname <> '__diesel_schema_migrations'",
    )?
    .into_iter()
    .collect();
    let references: Vec<Reference> = sql_query(
        "SELECT CAST(t.relname AS TEXT) AS child, CAST(o.relname AS TEXT) AS parent FROM pg_constraint c
         JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
         JOIN pg_namespace n ON n.oid = t.relnamespace
         WHERE n.nspname = current_schema() AND c.contype = 'f' AND c.conrelid <> c.confrelid",
    )
    .load(db)?;
    let mut sorted = Vec::new();
    while !left.is_empty() {
        let waits = |table: &String| references.iter().any(|r| r.child == *table && left.contains(&r.parent));
        let ready: Vec<String> = left.iter().filter(|table| !waits(table)).cloned().collect();
        if ready.is_empty() {
            return Err(said("some tables refer to each other in a circle".into()));
        }
        left.retain(|table| !ready.contains(table));
        sorted.extend(ready);
    }
    Ok(sorted)
}

fn lines(db: &mut PgConnection, sql: &str) -> Result<Vec<String>> {
    let lines: Vec<Line> = sql_query(sql).load(db)?;
    Ok(lines.into_iter().map(|l| l.line).collect())
}

fn counters(db: &mut PgConnection) -> Result<Vec<Counter>> {
    Ok(sql_query(
        "SELECT CAST(table_name AS TEXT) AS of_table,
             pg_get_serial_sequence(quote_ident(table_name), column_name) AS counter
         FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'",
    )
    .load(db)?)
}

/// The last number that was given out; 0 when none was.
fn last_of(db: &mut PgConnection, counter: &str) -> Result<i64> {
    let sql = format!("SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS number FROM {counter}");
    Ok(sql_query(sql).get_result::<Number>(db)?.number)
}

fn set(db: &mut PgConnection, counter: &str, last: i64) -> Result<()> {
    if last > 0 {
        db.batch_execute(&format!("SELECT setval('{counter}', {last}, true)"))?;
    }
    Ok(())
}

pub(super) fn is_empty(db: &mut PgConnection) -> Result<bool> {
    let sql = "SELECT count(*) AS number FROM information_schema.tables WHERE table_schema = current_schema()";
    Ok(sql_query(sql).get_result::<Number>(db)?.number == 0)
}

pub(super) fn put_back(db: &mut PgConnection, from: &Path, snapshot: &Snapshot, backup: &str) -> Result<()> {
    let file = File::open(from).map_err(Error::broken)?;
    db.transaction(|db| {
        migrate::only(db, &snapshot.migrations)?;
        // A migration may have filled a table; those rows are in the copy too.
        let order = tables(db)?;
        for table in order.iter().rev() {
            db.batch_execute(&format!("DELETE FROM \"{table}\""))?;
        }
        let mut rows = Rows { table: None, waiting: Vec::new() };
        for line in BufReader::new(file).lines() {
            let line = line.map_err(Error::broken)?;
            match line.strip_prefix('#') {
                Some(table) => rows.begin(db, order.iter().find(|known| *known == table).cloned(), table)?,
                None => rows.add(db, line)?,
            }
        }
        rows.write(db)?;
        for (table, count) in &snapshot.rows {
            let sql = format!("SELECT count(*) AS number FROM \"{table}\"");
            if sql_query(sql).get_result::<Number>(db)?.number != *count {
                return Err(said(format!("not every row of {table} came back")));
            }
        }
        for of in counters(db)? {
            set(db, &of.counter, snapshot.counters.get(&of.of_table).copied().unwrap_or_default())?;
        }
        sql_query("INSERT INTO marks (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2")
            .bind::<Text, _>(marks::RESTORE)
            .bind::<Text, _>(backup)
            .execute(db)?;
        Ok(())
    })
}

/// Rows on their way back into a table.
struct Rows {
    table: Option<String>,
    waiting: Vec<String>,
}

impl Rows {
    fn begin(&mut self, db: &mut PgConnection, known: Option<String>, named: &str) -> Result<()> {
        self.write(db)?;
        self.table = Some(known.ok_or_else(|| said(format!("the copy has a table {named} that we do not know")))?);
        Ok(())
    }

    fn add(&mut self, db: &mut PgConnection, row: String) -> Result<()> {
        self.waiting.push(row);
        if self.waiting.len() >= BATCH { self.write(db) } else { Ok(()) }
    }

    fn write(&mut self, db: &mut PgConnection) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let table = self.table.as_ref().ok_or_else(|| said("the copy begins with a row of no table".into()))?;
        let rows = format!("[{}]", std::mem::take(&mut self.waiting).join(","));
        let sql = format!(
            "INSERT INTO \"{table}\" SELECT * FROM json_populate_recordset(NULL::\"{table}\", CAST($1 AS json))"
        );
        sql_query(sql).bind::<Text, _>(rows).execute(db)?;
        Ok(())
    }
}

pub(super) fn skip_numbers(db: &mut PgConnection, by: i64) -> Result<()> {
    for of in counters(db)?.into_iter().filter(|of| of.of_table != "register_lines") {
        let last = last_of(db, &of.counter)?;
        set(db, &of.counter, last + by)?;
    }
    Ok(())
}

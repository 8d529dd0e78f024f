//! What ends rows again after a restore.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;

use crate::platform::db::schema::{email_changes, links, passkey_ceremonies, sessions};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;
use crate::privacy::data_map;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The names of all tables.
pub(super) fn names() -> Vec<&'static str> {
    data_map::tables().map(|table| table.name).collect()
}

/// Rows that are asked for at once.
pub(super) const BATCH: i64 = 1000;

/// The numbers of some rows of `table`, those after `after`, in order. `table` is a name of our own.
pub(super) fn numbers(db: &mut Db, table: &'static str, after: i64) -> Result<Vec<i64>> {
    let sql = format!("SELECT id FROM {table} WHERE id > {after} ORDER BY id LIMIT {BATCH}");
    let rows: Vec<Number> = sql_query(sql).load(db)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Deletes `rows` of `table`, each with its line in the register; says how many were still there.
pub(super) fn end(tx: &mut Tx, table: &'static str, rows: &[i64]) -> Result<usize> {
    let mut count = 0;
    for row in rows {
        // Whoever else worked there stays, and did not work there any more.
        if table == "organisations" {
            sql_query(format!("DELETE FROM employments WHERE organisation_id = {row}")).execute(tx.db())?;
        }
        if sql_query(format!("DELETE FROM {table} WHERE id = {row}")).execute(tx.db())? == 1 {
            tx.record("destroyed", table, *row, None)?;
            count += 1;
        }
    }
    Ok(count)
}

/// Ends every session, every link in a letter and every question to a browser: those that were ended since the backup
/// came back with it.
pub(super) fn sign_everybody_out(tx: &mut Tx) -> Result<usize> {
    let moving = diesel::delete(email_changes::table).execute(tx.db())?;
    diesel::delete(passkey_ceremonies::table).execute(tx.db())?;
    Ok(moving + diesel::delete(sessions::table).execute(tx.db())? + diesel::delete(links::table).execute(tx.db())?)
}

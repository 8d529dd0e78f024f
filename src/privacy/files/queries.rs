//! Which rows name a file. The tables come from the data map.

use std::collections::HashSet;
use std::fmt;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use crate::platform::db::Db;
use crate::platform::error::Result;
use crate::privacy::data_map::tables;

/// A row that names a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its table.
    pub table: &'static str,
    /// Its number there.
    pub id: i64,
    /// What the store calls its file.
    pub blob: String,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.table, self.id)
    }
}

#[derive(QueryableByName)]
struct File {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    blob: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The rows whose file has a name from `from` up to but not including `to`.
pub fn named_between(db: &mut Db, from: &str, to: &str) -> Result<Vec<Named>> {
    let mut named = Vec::new();
    for table in tables().filter(|table| table.holds_files()).map(|table| table.name) {
        let asked = sql_query(format!("SELECT id, blob FROM {table} WHERE blob >= $1 AND blob < $2"));
        let rows: Vec<File> = asked.bind::<Text, _>(from).bind::<Text, _>(to).load(db)?;
        named.extend(rows.into_iter().map(|row| Named { table, id: row.id, blob: row.blob }));
    }
    Ok(named)
}

/// Which of `rows` still have a row.
pub fn still_there(db: &mut Db, rows: Vec<Named>) -> Result<Vec<Named>> {
    let mut there = HashSet::new();
    for table in rows.iter().map(|row| row.table).collect::<HashSet<_>>() {
        let ids: Vec<String> = rows.iter().filter(|r| r.table == table).map(|r| r.id.to_string()).collect();
        let asked = sql_query(format!("SELECT id FROM {table} WHERE id IN ({})", ids.join(", ")));
        let found: Vec<Number> = asked.load(db)?;
        there.extend(found.into_iter().map(|row| (table, row.id)));
    }
    Ok(rows.into_iter().filter(|row| there.contains(&(row.table, row.id))).collect())
}

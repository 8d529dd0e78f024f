//! What an opened database really has, to be compared with what the program believes.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::Db;
use crate::platform::error::Result;

/// A column, with its table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, QueryableByName)]
pub struct Column {
    /// The table.
    #[diesel(sql_type = Text)]
    pub in_table: String,
    /// The column.
    #[diesel(sql_type = Text)]
    pub name: String,
}

/// What an index for searching is made of is no table of ours.
const SQLITE: &str = "
    SELECT m.name AS in_table, c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> '__diesel_schema_migrations'
      AND m.name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))";

const POSTGRES: &str = "
    SELECT CAST(table_name AS TEXT) AS in_table, CAST(column_name AS TEXT) AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name <> '__diesel_schema_migrations'";

/// The columns of `table` that cannot be empty.
///
/// # Errors
/// When the database refuses.
pub fn required(db: &mut Db, table: &str) -> Result<Vec<String>> {
    let asked = match db {
        Db::Sqlite(_) => format!("{SQLITE} AND m.name = $1 AND c.\"notnull\" = 1"),
        Db::Postgres(_) => format!("{POSTGRES} AND table_name = $1 AND is_nullable = 'NO'"),
    };
    let found: Vec<Column> = diesel::sql_query(asked).bind::<Text, _>(table).load(db)?;
    Ok(found.into_iter().map(|column| column.name).collect())
}

/// Every column of every table, but for the list of migrations.
///
/// # Errors
/// When the database refuses.
pub fn columns(db: &mut Db) -> Result<Vec<Column>> {
    let asked = match db {
        Db::Sqlite(_) => SQLITE,
        Db::Postgres(_) => POSTGRES,
    };
    Ok(diesel::sql_query(asked).load(db)?)
}

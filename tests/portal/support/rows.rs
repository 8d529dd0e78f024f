//! Rows of the database under a running installation, asked for by a test.

use diesel::connection::Connection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use diesel::{SqliteConnection, sql_query};

use super::TestApp;
use super::database::connected;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

impl TestApp {
    /// The numbers that `statement` selects as `id`.
    pub fn numbers(&self, statement: &str) -> Vec<i64> {
        let rows: Vec<Number> = match self.database() {
            Some(address) => sql_query(statement).load(&mut connected(&address)).unwrap(),
            None => sql_query(statement).load(&mut self.file()).unwrap(),
        };
        rows.into_iter().map(|row| row.id).collect()
    }

    fn file(&self) -> SqliteConnection {
        SqliteConnection::establish(&self.folder().join("traject.db").to_string_lossy()).unwrap()
    }
}

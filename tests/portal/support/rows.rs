//! Rows of the database under a running installation, asked for by a test.

use diesel::connection::{Connection, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::{SqliteConnection, sql_query};

use super::TestApp;
use super::database::connected;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

impl TestApp {
    /// The texts that `statement` selects as `line`.
    pub fn texts(&self, statement: &str) -> Vec<String> {
        let rows: Vec<Line> = match self.database() {
            Some(address) => sql_query(statement).load(&mut connected(&address)).unwrap(),
            None => sql_query(statement).load(&mut self.file()).unwrap(),
        };
        rows.into_iter().map(|row| row.line).collect()
    }

    /// Changes the database behind the program's back, if it lets itself be changed so.
    pub fn try_execute(&self, statement: &str) -> Result<usize, String> {
        let done = match self.database() {
            Some(address) => sql_query(statement).execute(&mut connected(&address)),
            None => sql_query(statement).execute(&mut self.file()),
        };
        done.map_err(|e| e.to_string())
    }

    /// The numbers that `statement` selects as `id`.
    pub fn numbers(&self, statement: &str) -> Vec<i64> {
        let rows: Vec<Number> = match self.database() {
            Some(address) => sql_query(statement).load(&mut connected(&address)).unwrap(),
            None => sql_query(statement).load(&mut self.file()).unwrap(),
        };
        rows.into_iter().map(|row| row.id).collect()
    }

    fn file(&self) -> SqliteConnection {
        let mut file = SqliteConnection::establish(&self.folder().join("traject.db").to_string_lossy()).unwrap();
        // As the program itself opens it: what this one replaces must not be left behind either.
        file.batch_execute("PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON").unwrap();
        file
    }
}

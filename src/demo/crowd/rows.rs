//! Many rows at once: some thousands to a statement, written out as text that both databases read.
//! Nothing in them comes from outside.

use std::fmt::Write;

use chrono::NaiveDate;
use diesel::connection::SimpleConnection;

use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};

/// What a statement may be long, in bytes.
const STATEMENT: usize = 250_000;

/// One value of a row.
pub enum Value<'a> {
    Nothing,
    Number(i64),
    Truth(bool),
    Day(NaiveDate),
    At(Moment),
    Words(&'a str),
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<NaiveDate> for Value<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<Moment> for Value<'_> {
    fn from(at: Moment) -> Self {
        Self::At(at)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl Value<'_> {
    fn write(&self, out: &mut String) -> std::fmt::Result {
        match self {
            Self::Nothing => out.write_str("NULL"),
            Self::Number(number) => write!(out, "{number}"),
            Self::Truth(true) => out.write_str("TRUE"),
            Self::Truth(false) => out.write_str("FALSE"),
            Self::Day(day) => write!(out, "'{day}'"),
            Self::At(at) => write!(out, "'{} {}'", at.naive().date(), at.naive().time()),
            Self::Words(words) => write!(out, "'{}'", words.replace('\'', "''")),
        }
    }
}

/// A row, of whatever becomes a [`Value`].
macro_rules! row {
    ($($value:expr),+ $(,)?) => { &[$($crate::demo::crowd::rows::Value::from($value)),+] };
}
pub(super) use row;

/// Rows on their way into one table.
pub struct Rows {
    table: &'static str,
    text: String,
    count: usize,
}

impl Rows {
    /// For `table`, as in `people (id, last_name)`.
    pub fn of(table: &'static str) -> Self {
        Self { table, text: String::new(), count: 0 }
    }

    /// Adds a row, in the order of the columns.
    pub fn add(&mut self, tx: &mut Tx, row: &[Value<'_>]) -> Result<()> {
        if self.text.is_empty() {
            self.text = format!("INSERT INTO {} VALUES ", self.table);
        } else {
            self.text.push(',');
        }
        let mut before = '(';
        for value in row {
            self.text.push(before);
            before = ',';
            value.write(&mut self.text).map_err(Error::broken)?;
        }
        self.text.push(')');
        self.count += 1;
        if self.text.len() > STATEMENT { self.send(tx) } else { Ok(()) }
    }

    /// Sends what is left, and says how many rows there were.
    pub fn end(mut self, tx: &mut Tx) -> Result<usize> {
        self.send(tx)?;
        Ok(self.count)
    }

    fn send(&mut self, tx: &mut Tx) -> Result<()> {
        if !self.text.is_empty() {
            tx.db().batch_execute(&self.text)?;
            self.text.clear();
        }
        Ok(())
    }
}

/// Lets PostgreSQL count on from the rows that came with numbers of their own; SQLite does so by itself.
pub fn count_on(tx: &mut Tx, tables: &[&str]) -> Result<()> {
    if let Db::Postgres(db) = tx.db() {
        for table in tables {
            db.batch_execute(&format!(
                "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
            ))?;
        }
    }
    Ok(())
}

/// Tells the database how its tables are filled, so that it plans for their size.
pub fn analyse(db: &mut Db) -> Result<()> {
    match db {
        Db::Sqlite(db) => db.batch_execute("ANALYZE")?,
        Db::Postgres(db) => db.batch_execute("VACUUM ANALYZE")?,
    }
    Ok(())
}

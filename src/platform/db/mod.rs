//! The database: SQLite and PostgreSQL behind one type, chosen by the URL.
//! Reads borrow a connection; writes run in one transaction that carries the time and the actor.

pub mod chain;
mod columns;
mod connect;
pub mod marks;
pub mod migrate;
pub mod schema;
pub mod snapshot;
mod tx;
mod types;

pub use chain::Chain;
pub use columns::{Column, columns, required};
pub use connect::{DatabaseUrl, Pool};
pub use tx::{Actor, Tx};
pub use types::{Json, Moment};
pub(crate) use types::{id, text_enum};

use diesel::prelude::*;

/// A connection to either database. Queries are written once and run on both.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// PostgreSQL, for an installation that outgrew one machine.
    Postgres(PgConnection),
    /// SQLite, in one file beside the program.
    Sqlite(SqliteConnection),
}

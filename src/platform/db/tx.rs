//! A writing transaction: it knows when it is and who acts, and writes the register in passing.

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;

use super::schema::register_lines;
use super::{Db, Moment};
use crate::platform::error::Result;
use crate::platform::journal::{self, Ending, Journal};

/// Who acts in a transaction, as the register names them: by role and number, never by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// `student`, `leader`, a staff role, `job`, `operator` or `anyone`.
    pub role: &'static str,
    /// The number of the account, where somebody is signed in.
    pub account: Option<i64>,
}

impl Actor {
    /// The timetable.
    pub const JOB: Actor = Actor { role: "job", account: None };
    /// Whoever has the command line of the server.
    pub const OPERATOR: Actor = Actor { role: "operator", account: None };
    /// Somebody who is not signed in.
    pub const ANYONE: Actor = Actor { role: "anyone", account: None };
}

/// A running writing transaction. It cannot be nested: everything of one act is in one.
pub struct Tx<'a> {
    db: &'a mut Db,
    now: Moment,
    actor: Actor,
    /// What this transaction ends, for the journal.
    endings: Vec<Ending>,
}

impl Tx<'_> {
    /// Runs `f` between BEGIN and COMMIT. On SQLite it begins with the right to write: a transaction
    /// that reads first and writes later fails at once when another wrote in between. What it ends is in
    /// `journal` before it is committed.
    pub(super) fn run<T>(
        db: &mut Db,
        now: Moment,
        actor: Actor,
        journal: Option<&Journal>,
        f: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<T> {
        match db {
            Db::Postgres(c) => AnsiTransactionManager::begin_transaction(c)?,
            Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        }
        let mut tx = Tx { db, now, actor, endings: Vec::new() };
        let done = f(&mut tx).and_then(|value| Ok((value, tx.journalled(journal)?)));
        match done {
            Ok((value, _underway)) => {
                <Db as Connection>::TransactionManager::commit_transaction(db)?;
                Ok(value)
            }
            Err(error) => {
                if let Err(e) = <Db as Connection>::TransactionManager::rollback_transaction(db) {
                    tracing::error!(error = %e, "a transaction could not be rolled back");
                }
                Err(error)
            }
        }
    }

    /// Writes what this transaction ends into `journal`; hold what comes back until it is committed.
    fn journalled(&self, journal: Option<&Journal>) -> Result<Option<journal::Underway>> {
        let journal = journal.filter(|_| !self.endings.is_empty());
        journal.map(|journal| journal.append(self.now, &self.endings)).transpose()
    }

    /// The connection, for a statement.
    pub fn db(&mut self) -> &mut Db {
        self.db
    }

    /// When this act happens.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Writes a line of the processing register: `act` was done to row `row` of `table`, which is about
    /// `person` when it is about one.
    ///
    /// # Errors
    /// When the database refuses the line; then the act itself is rolled back too.
    pub fn record(&mut self, act: &'static str, table: &'static str, row: i64, person: Option<i64>) -> Result<()> {
        if journal::ends(act) {
            self.endings.push(Ending { act, table: table.into(), row });
        }
        diesel::insert_into(register_lines::table)
            .values((
                register_lines::at.eq(self.now),
                register_lines::actor_role.eq(self.actor.role),
                register_lines::actor_account.eq(self.actor.account),
                register_lines::act.eq(act),
                register_lines::subject.eq(table),
                register_lines::subject_row.eq(row),
                register_lines::person_number.eq(person),
            ))
            .execute(self.db)?;
        Ok(())
    }
}

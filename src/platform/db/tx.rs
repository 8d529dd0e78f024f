//! A writing transaction: it knows when it is and who acts, and writes the register as its last deed.

use std::borrow::Cow;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;

use super::chain::{Chain, NewLine};
use super::{Db, Moment};
use crate::platform::error::Result;

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
    lines: Vec<NewLine>,
}

impl Tx<'_> {
    /// Runs `f` between BEGIN and COMMIT. On SQLite it begins with the right to write: a transaction
    /// that reads first and writes later fails at once when another wrote in between.
    pub(super) fn run<T>(
        db: &mut Db,
        chain: &Chain,
        now: Moment,
        actor: Actor,
        f: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<T> {
        match db {
            Db::Postgres(c) => AnsiTransactionManager::begin_transaction(c)?,
            Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        }
        let mut tx = Tx { db, now, actor, lines: Vec::new() };
        let outcome = f(&mut tx).and_then(|value| tx.register(chain).map(|()| value));
        match outcome {
            Ok(value) => {
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

    /// The connection, for a statement.
    pub fn db(&mut self) -> &mut Db {
        self.db
    }

    /// When this act happens.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Puts a line in the processing register: `act` was done to row `row` of `subject`, a table, which is about
    /// `person` when it is about one.
    ///
    /// # Errors
    /// None at once: the line is written when the act is otherwise done, and a database that refuses it there
    /// has the whole act rolled back.
    pub fn record(
        &mut self,
        act: &'static str,
        subject: impl Into<Cow<'static, str>>,
        row: i64,
        person: Option<i64>,
    ) -> Result<()> {
        self.lines.push(NewLine { act, subject: subject.into(), row, person });
        Ok(())
    }

    /// Writes the lines, as the last thing before the transaction ends: others wait for it meanwhile.
    fn register(&mut self, chain: &Chain) -> Result<()> {
        chain.write(self.db, self.now, self.actor, std::mem::take(&mut self.lines))
    }
}

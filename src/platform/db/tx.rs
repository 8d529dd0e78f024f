//! A writing transaction: it knows when it is and who acts, and writes the register as its last deed.

use std::borrow::Cow;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;

use super::chain::{Chain, NewLine};
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
    lines: Vec<NewLine>,
}

impl Tx<'_> {
    /// Runs `f` between BEGIN and COMMIT. On SQLite it begins with the right to write: a transaction
    /// that reads first and writes later fails at once when another wrote in between. What it ends is in
    /// `journal` before it is committed.
    pub(super) fn run<T>(
        db: &mut Db,
        (chain, journal): (&Chain, Option<&Journal>),
        now: Moment,
        actor: Actor,
        f: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<T> {
        match db {
            Db::Postgres(c) => AnsiTransactionManager::begin_transaction(c)?,
            Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        }
        let mut tx = Tx { db, now, actor, endings: Vec::new(), lines: Vec::new() };
        // The journal last: a line in it for an act that then fails would end the row after a restore.
        let done = f(&mut tx).and_then(|value| {
            tx.register(chain)?;
            Ok((value, tx.journalled(journal)?))
        });
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
        let subject = subject.into();
        if journal::ends(act) {
            self.endings.push(Ending { act, table: subject.clone(), row });
        }
        self.lines.push(NewLine { act, subject, row, person });
        Ok(())
    }

    /// Writes the lines, as the last thing before the transaction ends: others wait for it meanwhile.
    fn register(&mut self, chain: &Chain) -> Result<()> {
        chain.write(self.db, self.now, self.actor, std::mem::take(&mut self.lines))
    }
}

//! The mark of the clock: the newest moment that was believed, and whether destroying stands still. It is in the
//! database, so that every process goes by the same one, and a restart forgets nothing.

use diesel::dsl::max;
use diesel::prelude::*;

use crate::platform::db::schema::{clock_marks, register_lines, tasks};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

/// The number of the one row.
pub const ONLY: i64 = 1;

/// What is known of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Mark {
    /// The newest moment that was believed.
    pub trusted_at: Moment,
    /// What the clock said when it was not believed any more.
    pub stopped_at: Option<Moment>,
    /// When somebody last said that it is right.
    pub confirmed_at: Option<Moment>,
}

/// The mark, when there is one.
pub fn load(db: &mut Db) -> Result<Option<Mark>> {
    Ok(clock_marks::table
        .find(ONLY)
        .select((clock_marks::trusted_at, clock_marks::stopped_at, clock_marks::confirmed_at))
        .first(db)
        .optional()?)
}

/// The mark; made, when there is none, of the newest moment that anything was written down. Only where nothing
/// was ever written down is the clock believed unseen: there is nothing to destroy either.
pub fn begin(tx: &mut Tx) -> Result<Mark> {
    if let Some(mark) = load(tx.db())? {
        return Ok(mark);
    }
    let line: Option<Moment> = register_lines::table.select(max(register_lines::at)).first(tx.db())?;
    let run: Option<Moment> = tasks::table.select(max(tasks::last_ok_at)).first(tx.db())?;
    let trusted_at = line.max(run).unwrap_or(tx.now());
    diesel::insert_into(clock_marks::table)
        .values((clock_marks::id.eq(ONLY), clock_marks::trusted_at.eq(trusted_at)))
        .execute(tx.db())?;
    Ok(Mark { trusted_at, stopped_at: None, confirmed_at: None })
}

/// Moves the mark on, unless destroying stands still by now, or another process was further.
pub fn advance(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    let runs = clock_marks::stopped_at.is_null().and(clock_marks::trusted_at.lt(now));
    diesel::update(clock_marks::table.filter(clock_marks::id.eq(ONLY)).filter(runs))
        .set(clock_marks::trusted_at.eq(now))
        .execute(tx.db())?;
    Ok(())
}

/// Stops destroying, once.
pub fn stop(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    let runs = clock_marks::table.filter(clock_marks::id.eq(ONLY).and(clock_marks::stopped_at.is_null()));
    if diesel::update(runs).set(clock_marks::stopped_at.eq(now)).execute(tx.db())? == 1 {
        tx.record("clock_stopped", "clock_marks", ONLY, None)?;
    }
    Ok(())
}

/// Takes the clock for right as it is now, and goes on.
pub fn confirm(tx: &mut Tx) -> Result<()> {
    begin(tx)?;
    let now = tx.now();
    diesel::update(clock_marks::table.find(ONLY))
        .set((
            clock_marks::trusted_at.eq(now),
            clock_marks::stopped_at.eq(None::<Moment>),
            clock_marks::confirmed_at.eq(now),
        ))
        .execute(tx.db())?;
    tx.record("clock_confirmed", "clock_marks", ONLY, None)
}

//! Which process runs a recurring task: the one that wins its row.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::platform::db::schema::tasks;
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

/// How long a process has for a task before another may take it.
const LEASE: TimeDelta = TimeDelta::minutes(30);

/// The tasks that need nothing at `now`, so that a look at the timetable writes nothing.
///
/// # Errors
/// When the database refuses.
pub fn resting(db: &mut Db, now: Moment) -> Result<Vec<String>> {
    let waits = tasks::table.filter(tasks::due_at.gt(now).or(tasks::leased_until.ge(now)));
    Ok(waits.select(tasks::name).load(db)?)
}

/// Takes the task `name` for this process when it is due. A task that was never run is due at once.
///
/// # Errors
/// When the database refuses.
pub fn take(tx: &mut Tx, name: &str) -> Result<bool> {
    let now = tx.now();
    let known: bool = diesel::select(diesel::dsl::exists(tasks::table.find(name))).get_result(tx.db())?;
    if !known {
        diesel::insert_into(tasks::table).values((tasks::name.eq(name), tasks::due_at.eq(now))).execute(tx.db())?;
    }
    let free = tasks::due_at.le(now).and(tasks::leased_until.is_null().or(tasks::leased_until.lt(now)));
    let won = diesel::update(tasks::table.find(name).filter(free))
        .set(tasks::leased_until.eq(now.plus(LEASE)))
        .execute(tx.db())?;
    Ok(won == 1)
}

/// Gives the task back: due again after `every`, or after a minute when it failed.
///
/// # Errors
/// When the database refuses.
pub fn give_back(tx: &mut Tx, name: &str, every: TimeDelta, failed: Option<&str>) -> Result<()> {
    let now = tx.now();
    let row = tasks::table.find(name);
    match failed {
        None => diesel::update(row)
            .set((
                tasks::due_at.eq(now.plus(every)),
                tasks::leased_until.eq(None::<Moment>),
                tasks::last_ok_at.eq(now),
                tasks::last_error.eq(None::<String>),
            ))
            .execute(tx.db())?,
        Some(why) => diesel::update(row)
            .set((
                tasks::due_at.eq(now.plus(TimeDelta::minutes(1))),
                tasks::leased_until.eq(None::<Moment>),
                tasks::last_error.eq(why),
            ))
            .execute(tx.db())?,
    };
    Ok(())
}

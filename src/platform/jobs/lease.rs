//! Which process runs a recurring task: the one that wins its row.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::platform::db::schema::tasks;
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

/// How long a process has for a task before another may take it.
const LEASE: TimeDelta = TimeDelta::minutes(30);

/// The right to run a task, until a moment; after that another process may have it.
#[derive(Debug, Clone, Copy)]
pub struct Lease(Moment);

/// A task as its row has it.
#[derive(Debug, Queryable)]
pub struct Row {
    /// Its name.
    pub name: String,
    due_at: Moment,
    leased_until: Option<Moment>,
}

impl Row {
    /// Whether a task that runs once per `every` needs nothing at `now`. What lies further ahead than a run
    /// can put it was written under a clock that was wrong, and waits for nobody.
    pub fn rests(&self, every: TimeDelta, now: Moment) -> bool {
        let within = |at: Moment, term| now < at && at <= now.plus(term);
        within(self.due_at, every) || self.leased_until.is_some_and(|until| until == now || within(until, LEASE))
    }
}

/// The tasks that ran before, so that a look at the timetable writes nothing.
///
/// # Errors
/// When the database refuses.
pub fn rows(db: &mut Db) -> Result<Vec<Row>> {
    Ok(tasks::table.select((tasks::name, tasks::due_at, tasks::leased_until)).load(db)?)
}

/// Takes the task `name`, which runs once per `every`, for this process when it is due. A task that was never
/// run is due at once.
///
/// # Errors
/// When the database refuses.
pub fn take(tx: &mut Tx, name: &str, every: TimeDelta) -> Result<Option<Lease>> {
    let now = tx.now();
    let known: bool = diesel::select(diesel::dsl::exists(tasks::table.find(name))).get_result(tx.db())?;
    if !known {
        diesel::insert_into(tasks::table).values((tasks::name.eq(name), tasks::due_at.eq(now))).execute(tx.db())?;
    }
    let due = tasks::due_at.le(now).or(tasks::due_at.gt(now.plus(every)));
    let free = tasks::leased_until.is_null().or(tasks::leased_until.lt(now));
    let free = free.or(tasks::leased_until.gt(now.plus(LEASE)));
    let until = now.plus(LEASE);
    let won = diesel::update(tasks::table.find(name).filter(due.and(free)))
        .set(tasks::leased_until.eq(until))
        .execute(tx.db())?;
    Ok((won == 1).then_some(Lease(until)))
}

/// Gives the task back, unless the lease ran out and another has it: due again after `every`, or after a minute when it failed.
///
/// # Errors
/// When the database refuses.
pub fn give_back(tx: &mut Tx, name: &str, lease: Lease, every: TimeDelta, failed: Option<&str>) -> Result<()> {
    let now = tx.now();
    let row = tasks::table.find(name).filter(tasks::leased_until.eq(lease.0));
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

/// How a task is doing.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct TaskState {
    /// Its name.
    pub name: String,
    /// When it last succeeded.
    pub last_ok_at: Option<Moment>,
    /// Whether the last run failed.
    pub failing: bool,
}

/// How the tasks are doing that ran before.
///
/// # Errors
/// When the database refuses.
pub fn states(db: &mut Db) -> Result<Vec<TaskState>> {
    Ok(tasks::table.select((tasks::name, tasks::last_ok_at, tasks::last_error.is_not_null())).load(db)?)
}

/// When a task last succeeded, whichever it was.
///
/// # Errors
/// When the database refuses.
pub fn newest_ok(db: &mut Db) -> Result<Option<Moment>> {
    Ok(tasks::table.select(diesel::dsl::max(tasks::last_ok_at)).first(db)?)
}

/// When the task `name` last succeeded.
///
/// # Errors
/// When the database refuses.
pub fn last_ok(db: &mut Db, name: &str) -> Result<Option<Moment>> {
    let row = tasks::table.find(name).select(tasks::last_ok_at).first::<Option<Moment>>(db);
    Ok(row.optional()?.flatten())
}

/// Takes the clock for right: the task `name`, if it ever ran, counts as having run now, and is due.
///
/// # Errors
/// When the database refuses.
pub fn believe_clock(tx: &mut Tx, name: &str) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::update(tasks::table.find(name))
        .set((tasks::last_ok_at.eq(now), tasks::due_at.eq(now), tasks::leased_until.eq(None::<Moment>)))
        .execute(tx.db())?)
}

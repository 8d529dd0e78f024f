//! All statements about the register. Lines are written by `Tx::record`, and changed by nobody.

use chrono::{Datelike, Months, NaiveTime};
use diesel::dsl::max;
use diesel::prelude::*;

use super::copy::Outside;
use super::model::{Fault, KEPT, LOOKS, Line};
use crate::access::accounts::AccountId;
use crate::access::{Reach, Scope};
use crate::platform::clock::{from_local, local};
use crate::platform::db::chain::{self, Chain, ChainedLine, Head, START};
use crate::platform::db::schema::{register_faults, register_lines, register_months};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};

/// Lines on one page.
pub const PER_PAGE: i64 = 100;

/// The lines of `$page`, from 0, the newest first, and one more when there is a next page.
macro_rules! lines {
    ($page:expr) => {
        register_lines::table
            .order((register_lines::at.desc(), register_lines::id.desc()))
            .limit(PER_PAGE + 1)
            .offset($page * PER_PAGE)
            .select((
                register_lines::at,
                register_lines::actor_role,
                register_lines::actor_account,
                register_lines::act,
                register_lines::subject,
                register_lines::subject_row,
                register_lines::person_number,
            ))
            .into_boxed()
    };
}

/// The lines of `page`, from 0, the newest first, and one more when there is a next page.
///
/// # Errors
/// When the database refuses.
pub fn lines(db: &mut Db, act: Option<&str>, page: i64) -> Result<Vec<Line>> {
    let mut lines = lines!(page);
    if let Some(act) = act {
        lines = lines.filter(register_lines::act.eq(act.to_owned()));
    }
    Ok(lines.load(db)?)
}

/// What others than `account` did with the data of the person of `scope`, that looked at them or, with `all`, whatever
/// it was: `page` of it, from 0, the newest first, and one more when there is a next page.
///
/// # Errors
/// [`Error::NotFound`] for a scope that is nobody's own.
pub fn by_others(db: &mut Db, scope: Scope, account: AccountId, all: bool, page: i64) -> Result<Vec<Line>> {
    let Reach::Own(person) = scope.reach() else { return Err(Error::NotFound) };
    let others = register_lines::actor_account.is_null().or(register_lines::actor_account.ne(account));
    let mut lines = lines!(page).filter(register_lines::person_number.eq(person)).filter(others);
    if !all {
        lines = lines.filter(register_lines::act.eq_any(LOOKS));
    }
    Ok(lines.load(db)?)
}

/// Lines that are tied in or destroyed in one transaction, so that others get their turn to write.
const BATCH: i64 = 500;

/// A closed month.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Month {
    id: i64,
    month: String,
    /// Its first line.
    pub first_line: i64,
    /// Its last line.
    pub last_line: i64,
    /// The MAC of its last line.
    pub mac: Vec<u8>,
    /// When the newest of its lines was written.
    pub newest_at: Moment,
    closed_at: Moment,
    /// The MAC over all of the above, and over the seal of the month before it.
    pub seal: Vec<u8>,
    /// When its lines were destroyed.
    pub destroyed_at: Option<Moment>,
    /// The MAC over its seal and that moment.
    pub destroyed_seal: Option<Vec<u8>>,
}

impl Month {
    /// Whether its lines are gone, or going.
    pub fn is_destroyed(&self) -> bool {
        self.destroyed_at.is_some()
    }

    /// The seal it must have after a month with the seal `previous`.
    pub fn sealed(&self, chain: &Chain, previous: &[u8]) -> Vec<u8> {
        let numbers = [self.first_line, self.last_line, self.newest_at.seconds(), self.closed_at.seconds()];
        let [first, last, newest, closed] = numbers.map(i64::to_be_bytes);
        chain.seal("month", &[previous, self.month.as_bytes(), &first, &last, &self.mac, &newest, &closed]).to_vec()
    }

    /// The seal of its end at `at`.
    pub fn end_sealed(&self, chain: &Chain, at: Moment) -> Vec<u8> {
        chain.seal("end of month", &[&self.seal, &at.seconds().to_be_bytes()]).to_vec()
    }
}

/// The closed months, the oldest first.
pub fn months(db: &mut Db) -> Result<Vec<Month>> {
    Ok(register_months::table.order(register_months::id).load(db)?)
}

/// At most `most` lines behind line `after`, in their order.
pub fn chained(db: &mut Db, after: i64, most: i64) -> Result<Vec<ChainedLine>> {
    let lines = register_lines::table.filter(register_lines::id.gt(after)).order(register_lines::id);
    Ok(lines.limit(most).load(db)?)
}

/// The lines behind the one that the head names, which the program did not write.
pub fn beyond(db: &mut Db) -> Result<Option<(i64, i64)>> {
    // In this order, so that a line that is written meanwhile is in the head too.
    let last: Option<i64> = register_lines::table.select(max(register_lines::id)).first(db)?;
    let head = chain::head(db)?.map_or(0, |head| head.lines);
    Ok(last.filter(|last| *last > head).map(|last| (head + 1, last)))
}

/// Ties some lines in that were written before there was a chain, and gives them the numbers of their places in
/// it. True when there may be more. `known` is how many lines there were when the head was last copied outside.
pub fn adopt(tx: &mut Tx, chain: &Chain, known: i64) -> Result<bool> {
    let db = tx.db();
    let Some(head) = chain::locked(db)? else {
        if known > 0 {
            chain::beheaded(db)?;
            return Ok(false);
        }
        chain::begin(db, &chain.head(0, &START, false))?;
        return Ok(true);
    };
    if head.adopted || !chain.made(&head) {
        return Ok(false);
    }
    let (mut count, mut mac) = (head.lines, head.mac);
    let lines = chained(db, count, BATCH)?;
    let more = !lines.is_empty();
    for mut line in lines {
        let was = line.id;
        count += 1;
        line.id = count;
        mac = chain.tag(&mac, &line).to_vec();
        diesel::update(register_lines::table.find(was))
            .set((register_lines::id.eq(count), register_lines::mac.eq(&mac)))
            .execute(db)?;
    }
    chain::put(db, &chain.head(count, &mac, !more))?;
    Ok(more)
}

/// The head, when it is whole and nothing before it was cut since the newest copy.
pub fn stands(db: &mut Db, chain: &Chain, outside: &Outside) -> Result<Option<Head>> {
    let Some(head) = chain::head(db)?.filter(|head| chain.made(head)) else { return Ok(None) };
    let kept = match outside {
        Outside::Missing => return Ok(Some(head)),
        Outside::Damaged => return Ok(None),
        Outside::Newest(kept) if kept.lines == 0 => return Ok(Some(head)),
        Outside::Newest(kept) => kept,
    };
    let there = register_lines::table.find(kept.lines).select(register_lines::mac).first::<Vec<u8>>(db).optional()?;
    let destroyed = months(db)?.iter().any(|month| month.is_destroyed() && month.last_line >= kept.lines);
    let same = there.map_or(destroyed, |mac| mac == kept.mac);
    Ok((same && kept.lines <= head.lines).then_some(head))
}

/// Closes the first month that is open, when it is over. True when it was.
pub fn close_month(tx: &mut Tx, chain: &Chain) -> Result<bool> {
    let now = tx.now();
    let db = tx.db();
    let before = months(db)?.pop();
    let (after, previous) = before.map_or((0, START.to_vec()), |month| (month.last_line, month.seal));
    let Some(first) = chained(db, after, 1)?.pop() else { return Ok(false) };
    let day = local(first.at).date();
    let next = day.with_day(1).and_then(|day| day.checked_add_months(Months::new(1)));
    let over = next.map(|day| from_local(day.and_time(NaiveTime::MIN)));
    let Some(over) = over.filter(|over| *over <= now) else { return Ok(false) };
    // Lines are a little out of order: each says when its act began, and their order is that of their ends.
    let last: Option<i64> = register_lines::table
        .filter(register_lines::id.gt(after).and(register_lines::at.lt(over)))
        .select(max(register_lines::id))
        .first(db)?;
    let last_line = last.unwrap_or(first.id);
    let within = register_lines::id.gt(after).and(register_lines::id.le(last_line));
    let newest: Option<Moment> = register_lines::table.filter(within).select(max(register_lines::at)).first(db)?;
    let mac = register_lines::table.find(last_line).select(register_lines::mac).first(db)?;
    let mut month = Month {
        id: 0,
        month: day.format("%Y-%m").to_string(),
        first_line: after + 1,
        last_line,
        mac,
        newest_at: newest.unwrap_or(first.at),
        closed_at: now,
        seal: Vec::new(),
        destroyed_at: None,
        destroyed_seal: None,
    };
    month.seal = month.sealed(chain, &previous);
    let id: i64 = diesel::insert_into(register_months::table)
        .values((
            register_months::month.eq(&month.month),
            register_months::first_line.eq(month.first_line),
            register_months::last_line.eq(month.last_line),
            register_months::mac.eq(&month.mac),
            register_months::newest_at.eq(month.newest_at),
            register_months::closed_at.eq(month.closed_at),
            register_months::seal.eq(&month.seal),
        ))
        .returning(register_months::id)
        .get_result(db)?;
    tx.record("closed", "register_months", id, None)?;
    Ok(true)
}

/// Marks the oldest month that is still there as destroyed, when its time is over. True when it was.
pub fn end_month(tx: &mut Tx, chain: &Chain) -> Result<bool> {
    let now = tx.now();
    let oldest = months(tx.db())?.into_iter().find(|month| !month.is_destroyed());
    let Some(month) = oldest.filter(|month| KEPT.end(month.newest_at) < now) else { return Ok(false) };
    diesel::update(register_months::table.find(month.id))
        .set((register_months::destroyed_at.eq(now), register_months::destroyed_seal.eq(month.end_sealed(chain, now))))
        .execute(tx.db())?;
    tx.record("destroyed", "register_months", month.id, None)?;
    Ok(true)
}

/// Deletes some lines of months that are marked as destroyed; says how many.
pub fn destroy_some(tx: &mut Tx) -> Result<usize> {
    let ended = months(tx.db())?.into_iter().filter(Month::is_destroyed).map(|month| month.last_line).max();
    let over = register_lines::id.le(ended.unwrap_or(0));
    let some: Vec<i64> = register_lines::table
        .filter(over)
        .order(register_lines::id)
        .select(register_lines::id)
        .limit(BATCH)
        .load(tx.db())?;
    if some.is_empty() {
        return Ok(0);
    }
    Ok(diesel::delete(register_lines::table.filter(register_lines::id.eq_any(some))).execute(tx.db())?)
}

/// What the last check found.
pub fn faults(db: &mut Db) -> Result<Vec<Fault>> {
    let faults = register_faults::table.order(register_faults::id);
    Ok(faults.select((register_faults::kind, register_faults::first_line, register_faults::last_line)).load(db)?)
}

/// Keeps what a check found, in the place of what the one before it found.
pub fn keep_faults(tx: &mut Tx, found: &[Fault]) -> Result<()> {
    let now = tx.now();
    if found == faults(tx.db())? {
        return Ok(());
    }
    diesel::delete(register_faults::table).execute(tx.db())?;
    for fault in found {
        diesel::insert_into(register_faults::table)
            .values((
                register_faults::kind.eq(fault.kind),
                register_faults::first_line.eq(fault.first),
                register_faults::last_line.eq(fault.last),
                register_faults::found_at.eq(now),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

//! Deleting rows whose clock is over, of the tables that need no more than that.

use diesel::prelude::*;

use super::LETTER;
use crate::platform::db::Tx;
use crate::platform::db::schema::{intakes, letters, participants};
use crate::platform::error::Result;

/// Rows in one transaction, so that others get their turn to write.
pub const BATCH: i64 = 200;

/// Deletes some intakes, with their answers; says how many.
pub fn intakes(tx: &mut Tx) -> Result<usize> {
    let over = intakes::table.inner_join(participants::table).filter(intakes::destroy_at.lt(tx.now()));
    let rows: Vec<(i64, i64)> =
        over.order(intakes::id).limit(BATCH).select((intakes::id, participants::person_id)).load(tx.db())?;
    for (id, person) in &rows {
        diesel::delete(intakes::table.find(id)).execute(tx.db())?;
        tx.record("destroyed", "intakes", *id, Some(*person))?;
    }
    Ok(rows.len())
}

/// Deletes some letters that were sent, or given up, so long ago; says how many.
pub fn letters(tx: &mut Tx) -> Result<usize> {
    let newest = LETTER.destroy.start_of_what_lasts(tx.now());
    let over = letters::sent_at.lt(newest).or(letters::sent_at.is_null().and(letters::created_at.lt(newest)));
    let rows: Vec<(i64, Option<i64>)> = letters::table
        .filter(over)
        .order(letters::id)
        .limit(BATCH)
        .select((letters::id, letters::person_id))
        .load(tx.db())?;
    for (id, person) in &rows {
        diesel::delete(letters::table.find(id)).execute(tx.db())?;
        tx.record("destroyed", "letters", *id, *person)?;
    }
    Ok(rows.len())
}

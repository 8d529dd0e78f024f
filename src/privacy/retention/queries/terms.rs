//! Changes of terms.

use diesel::prelude::*;

use crate::access::accounts::AccountId;
use crate::platform::db::schema::term_changes;
use crate::platform::db::{Db, Tx};
use crate::platform::error::{Error, Result};
use crate::privacy::retention::model::{Kind, Policy};
use crate::privacy::retention::terms::{Change, ChangeId, History, SecondOfficer, State};

macro_rules! columns {
    () => {
        (
            term_changes::id,
            term_changes::kind,
            term_changes::portal,
            term_changes::destroy,
            term_changes::state,
            term_changes::proposed_by,
            term_changes::proposed_at,
            term_changes::decided_at,
            term_changes::version,
        )
    };
}

/// The terms of `kind` as they hold now.
pub fn in_force(db: &mut Db, kind: Kind) -> Result<Policy> {
    let last: Option<Change> = term_changes::table
        .filter(term_changes::kind.eq(kind).and(term_changes::state.eq(State::InForce)))
        .order(term_changes::version.desc())
        .select(columns!())
        .first(db)
        .optional()?;
    Ok(last.map_or(kind.policy(), |change| change.policy()))
}

/// The terms of `kind` since the beginning.
pub fn history(db: &mut Db, kind: Kind) -> Result<History> {
    let changes: Vec<Change> = term_changes::table
        .filter(term_changes::kind.eq(kind).and(term_changes::state.eq(State::InForce)))
        .order(term_changes::version)
        .select(columns!())
        .load(db)?;
    Ok(History::new(kind, &changes))
}

/// Every change that was confirmed, the oldest first.
pub fn all_in_force(db: &mut Db) -> Result<Vec<Change>> {
    Ok(term_changes::table
        .filter(term_changes::state.eq(State::InForce))
        .order(term_changes::version)
        .select(columns!())
        .load(db)?)
}

/// The changes that wait for a second officer, the oldest first.
pub fn waiting(db: &mut Db) -> Result<Vec<Change>> {
    Ok(term_changes::table
        .filter(term_changes::state.eq(State::Proposed))
        .order(term_changes::id)
        .select(columns!())
        .load(db)?)
}

/// The change `id`, whatever became of it.
pub fn find(db: &mut Db, id: ChangeId) -> Result<Change> {
    Ok(term_changes::table.find(id).select(columns!()).first(db)?)
}

/// Asks for other terms of `kind`; none when a change of these waits already.
pub fn propose(
    tx: &mut Tx,
    by: AccountId,
    kind: Kind,
    (portal, destroy): (Option<i32>, i32),
) -> Result<Option<ChangeId>> {
    let now = tx.now();
    let same = term_changes::table.filter(term_changes::kind.eq(kind).and(term_changes::state.eq(State::Proposed)));
    if same.select(term_changes::id).first::<ChangeId>(tx.db()).optional()?.is_some() {
        return Ok(None);
    }
    let id: ChangeId = diesel::insert_into(term_changes::table)
        .values((
            term_changes::kind.eq(kind),
            term_changes::portal.eq(portal),
            term_changes::destroy.eq(destroy),
            term_changes::state.eq(State::Proposed),
            term_changes::proposed_by.eq(by),
            term_changes::proposed_at.eq(now),
        ))
        .returning(term_changes::id)
        .get_result(tx.db())?;
    tx.record("term_proposed", "term_changes", id.0, None)?;
    Ok(Some(id))
}

/// Puts a change in force: from here on it is the newest version of the terms.
///
/// # Errors
/// [`Error::Conflict`] when it does not wait any more, or when the officer is the one who asked for it.
pub fn confirm(tx: &mut Tx, change: &Change, by: SecondOfficer) -> Result<()> {
    let now = tx.now();
    let version = in_force(tx.db(), change.kind)?.version + 1;
    let waits = term_changes::state.eq(State::Proposed).and(term_changes::proposed_by.ne(by.account()));
    let confirmed = diesel::update(term_changes::table.filter(term_changes::id.eq(change.id)).filter(waits))
        .set((
            term_changes::state.eq(State::InForce),
            term_changes::decided_by.eq(by.account()),
            term_changes::decided_at.eq(now),
            term_changes::version.eq(version),
        ))
        .execute(tx.db())?;
    if confirmed != 1 {
        return Err(Error::Conflict);
    }
    tx.record("term_confirmed", "term_changes", change.id.0, None)
}

/// Takes a change back, or refuses it.
///
/// # Errors
/// [`Error::Conflict`] when it does not wait any more.
pub fn withdraw(tx: &mut Tx, id: ChangeId, by: AccountId) -> Result<()> {
    let now = tx.now();
    let waits = term_changes::table.filter(term_changes::id.eq(id).and(term_changes::state.eq(State::Proposed)));
    let withdrawn = diesel::update(waits)
        .set((
            term_changes::state.eq(State::Withdrawn),
            term_changes::decided_by.eq(by),
            term_changes::decided_at.eq(now),
        ))
        .execute(tx.db())?;
    if withdrawn != 1 {
        return Err(Error::Conflict);
    }
    tx.record("term_withdrawn", "term_changes", id.0, None)
}

/// The confirmed changes that rows still have to be brought in line with, the oldest first.
pub fn unapplied(db: &mut Db) -> Result<Vec<Change>> {
    Ok(term_changes::table
        .filter(term_changes::state.eq(State::InForce).and(term_changes::applied_at.is_null()))
        .order((term_changes::version, term_changes::id))
        .select(columns!())
        .load(db)?)
}

/// Notes that every row there was lives by this change.
pub fn applied(tx: &mut Tx, id: ChangeId) -> Result<()> {
    let now = tx.now();
    diesel::update(term_changes::table.find(id)).set(term_changes::applied_at.eq(now)).execute(tx.db())?;
    Ok(())
}

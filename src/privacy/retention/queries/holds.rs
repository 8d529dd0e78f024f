//! Holds: placing, ending, and what they keep.

use chrono::TimeDelta;
use diesel::dsl::exists;
use diesel::prelude::*;

use crate::access::accounts::AccountId;
use crate::crm::people::PersonId;
use crate::platform::db::schema::{holds, participants, people, projects, uploads};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::privacy::retention::holds::{About, Held, HeldFor, Hold, HoldId, NewHold};

/// The most holds on the page of officers.
const LISTED: i64 = 200;

/// The holds that last at `now`, the first to end first.
pub fn running(db: &mut Db, now: Moment) -> Result<Vec<Hold>> {
    Ok(holds::table
        .filter(holds::until_at.ge(now))
        .order((holds::until_at, holds::id))
        .limit(LISTED)
        .select((
            holds::id,
            holds::person_id,
            holds::project_id,
            holds::upload_id,
            holds::reason,
            holds::note,
            holds::until_at,
        ))
        .load(db)?)
}

/// What is held at `now`.
pub fn all_held(db: &mut Db, now: Moment) -> Result<Held> {
    let rows: Vec<(Option<i64>, Option<i64>, Option<i64>)> = holds::table
        .filter(holds::until_at.ge(now))
        .select((holds::person_id, holds::project_id, holds::upload_id))
        .load(db)?;
    Ok(Held {
        people: rows.iter().filter_map(|row| row.0).collect(),
        projects: rows.iter().filter_map(|row| row.1).collect(),
        uploads: rows.iter().filter_map(|row| row.2).collect(),
    })
}

/// Everybody who cannot be erased at `now`, because something of theirs is held.
pub fn held_people(db: &mut Db, now: Moment) -> Result<Vec<i64>> {
    let held = all_held(db, now)?;
    let mut people = held.people;
    if !held.projects.is_empty() {
        let of_projects = participants::table.filter(participants::project_id.eq_any(held.projects));
        people.extend(of_projects.select(participants::person_id).load::<i64>(db)?);
    }
    if !held.uploads.is_empty() {
        let owners = uploads::table.inner_join(participants::table).filter(uploads::id.eq_any(held.uploads));
        people.extend(owners.select(participants::person_id).load::<i64>(db)?);
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// The hold that stands longest in the way of erasing `person`.
pub fn held(db: &mut Db, person: PersonId, now: Moment) -> Result<Option<HeldFor>> {
    let projects =
        participants::table.filter(participants::person_id.eq(person)).select(participants::project_id.nullable());
    let files = uploads::table
        .inner_join(participants::table)
        .filter(participants::person_id.eq(person))
        .select(uploads::id.nullable());
    Ok(holds::table
        .filter(holds::until_at.ge(now))
        .filter(holds::person_id.eq(person).or(holds::project_id.eq_any(projects)).or(holds::upload_id.eq_any(files)))
        .order(holds::until_at.desc())
        .select((holds::reason, holds::until_at))
        .first(db)
        .optional()?)
}

/// The files of `person` that are held, the longest hold last.
pub fn held_files(db: &mut Db, person: PersonId, now: Moment) -> Result<Vec<(i64, HeldFor)>> {
    let about = holds::person_id
        .eq(participants::person_id.nullable())
        .or(holds::project_id.eq(participants::project_id.nullable()))
        .or(holds::upload_id.eq(uploads::id.nullable()));
    Ok(uploads::table
        .inner_join(participants::table)
        .inner_join(holds::table.on(about))
        .filter(participants::person_id.eq(person).and(holds::until_at.ge(now)))
        .order(holds::until_at)
        .select((uploads::id, (holds::reason, holds::until_at)))
        .load(db)?)
}

/// Whether there is a row that a hold can be about.
pub fn is_there(db: &mut Db, about: About, number: i64) -> Result<bool> {
    Ok(match about {
        About::Person => diesel::select(exists(people::table.find(number).select(people::id))).get_result(db)?,
        About::Project => diesel::select(exists(projects::table.find(number).select(projects::id))).get_result(db)?,
        About::Upload => diesel::select(exists(uploads::table.find(number).select(uploads::id))).get_result(db)?,
    })
}

/// Places a hold.
///
/// # Errors
/// [`Error::NotFound`] when there is nothing to hold under that number.
pub fn place(tx: &mut Tx, by: AccountId, new: &NewHold) -> Result<HoldId> {
    if !is_there(tx.db(), new.about, new.number)? {
        return Err(Error::NotFound);
    }
    let now = tx.now();
    let when = |about: About| (new.about == about).then_some(new.number);
    let id: HoldId = diesel::insert_into(holds::table)
        .values((
            holds::person_id.eq(when(About::Person)),
            holds::project_id.eq(when(About::Project)),
            holds::upload_id.eq(when(About::Upload)),
            holds::reason.eq(new.reason),
            holds::note.eq(&new.note),
            holds::placed_by.eq(by),
            holds::placed_at.eq(now),
            holds::until_at.eq(new.until_at),
        ))
        .returning(holds::id)
        .get_result(tx.db())?;
    let person = whose(tx.db(), id)?;
    tx.record("held", "holds", id.0, person)?;
    Ok(id)
}

/// Ends a hold before its day. Twice is once.
///
/// # Errors
/// [`Error::NotFound`] without such a hold.
pub fn end(tx: &mut Tx, id: HoldId) -> Result<()> {
    let now = tx.now();
    let person = whose(tx.db(), id)?;
    let runs = holds::table.filter(holds::id.eq(id).and(holds::until_at.ge(now)));
    let over = now.minus(TimeDelta::seconds(1));
    if diesel::update(runs).set(holds::until_at.eq(over)).execute(tx.db())? == 1 {
        tx.record("hold_ended", "holds", id.0, person)?;
    }
    Ok(())
}

/// The person a hold is about, when it is about one.
fn whose(db: &mut Db, id: HoldId) -> Result<Option<i64>> {
    let (person, upload): (Option<i64>, Option<i64>) =
        holds::table.find(id).select((holds::person_id, holds::upload_id)).first(db)?;
    let Some(upload) = upload else { return Ok(person) };
    let owner = uploads::table.inner_join(participants::table).filter(uploads::id.eq(upload));
    Ok(owner.select(participants::person_id).first(db).optional()?)
}

//! The end of material, in the database.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::learning::material::model::MaterialId;
use crate::platform::db::schema::{materials, participants, projects};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;
use crate::privacy::retention::Held;

/// A piece to destroy, out of everybody's sight already.
#[derive(Debug, Clone, Queryable)]
pub struct Doomed {
    /// The piece.
    pub id: MaterialId,
    /// Where its bytes are, when it has any.
    pub blob: Option<String>,
    /// Whose it was, when it was for one person.
    pub person: Option<i64>,
}

/// The pieces that ended before `before`, and those for one person in a project that ended before `ended`, by number,
/// but for what is held: at most `most` after `after`.
pub fn over(
    db: &mut Db,
    (before, ended): (Moment, NaiveDate),
    held: &Held,
    after: MaterialId,
    most: i64,
) -> Result<Vec<Doomed>> {
    let unheld = participants::person_id
        .ne_all(held.people.clone())
        .and(participants::project_id.ne_all(held.projects.clone()))
        .nullable();
    Ok(materials::table
        .left_join(participants::table.on(materials::participant_id.eq(participants::id.nullable())))
        .left_join(projects::table.on(projects::id.nullable().eq(participants::project_id.nullable())))
        .filter(materials::id.gt(after))
        .filter(materials::destroy_at.lt(before).or(projects::ends_on.nullable().lt(ended)))
        .filter(materials::participant_id.is_null().or(unheld))
        .order(materials::id)
        .limit(most)
        .select((materials::id, materials::blob, participants::person_id.nullable()))
        .load(db)?)
}

/// The pieces with the numbers `ids`, to be destroyed.
pub fn numbered(db: &mut Db, ids: &[i64]) -> Result<Vec<Doomed>> {
    Ok(materials::table
        .left_join(participants::table.on(materials::participant_id.eq(participants::id.nullable())))
        .filter(materials::id.eq_any(ids.iter().map(|id| MaterialId(*id))))
        .select((materials::id, materials::blob, participants::person_id.nullable()))
        .load(db)?)
}

/// Deletes the rows of what was destroyed, each with its line in the register; says how many there were.
pub fn remove(tx: &mut Tx, destroyed: &[Doomed]) -> Result<usize> {
    let mut count = 0;
    for doomed in destroyed {
        if diesel::delete(materials::table.find(doomed.id)).execute(tx.db())? == 1 {
            tx.record("destroyed", "materials", doomed.id.0, doomed.person)?;
            count += 1;
        }
    }
    Ok(count)
}

//! All statements about uploads.

use diesel::prelude::*;

use super::Handed;
use crate::access::{Reach, Scope};
use crate::platform::db::schema::{actions, participants, uploads};
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;

/// Most files in the list of one person; far more than anybody hands in within the clocks.
const LISTED: i64 = 200;

/// The files of a student that are on the portal at `now`, the newest first: those handed in, and those that
/// wait to be confirmed. For any other scope there is nothing: a project leader never sees a file.
///
/// # Errors
/// When the database refuses.
pub fn listed(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Handed>> {
    let Reach::Own(person) = scope.reach() else { return Ok(Vec::new()) };
    Ok(uploads::table
        .inner_join(participants::table)
        .inner_join(actions::table)
        .filter(participants::person_id.eq(person))
        .filter(uploads::portal_until.ge(now))
        .order((uploads::uploaded_at.desc(), uploads::id.desc()))
        .limit(LISTED)
        .select((
            uploads::id,
            actions::id,
            actions::title,
            uploads::file_name,
            uploads::size,
            uploads::state,
            uploads::portal_until,
            uploads::destroy_at,
        ))
        .load(db)?)
}

//! All statements about somebody's part in a project.

use diesel::prelude::*;

use super::{Mate, Meeting, Participation, Place};
use crate::access::Scope;
use crate::planning::projects::{ParticipantId, participants_within};
use crate::platform::db::Db;
use crate::platform::db::schema::{enrolments, groups, meetings, organisations, participants, people, projects};
use crate::platform::error::{Error, Result};

diesel::alias!(people as adviser: Adviser);

/// Every part in a project that the student of `scope` has.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, scope: Scope) -> Result<Vec<Participation>> {
    parts(db, scope, None)
}

/// The part `participant` within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn one(db: &mut Db, scope: Scope, participant: ParticipantId) -> Result<Participation> {
    parts(db, scope, Some(participant))?.pop().ok_or(Error::NotFound)
}

fn parts(db: &mut Db, scope: Scope, only: Option<ParticipantId>) -> Result<Vec<Participation>> {
    let mut rows = participants::table
        .inner_join(projects::table.inner_join(organisations::table))
        .left_join(adviser.on(adviser.field(people::id).nullable().eq(projects::adviser_id)))
        .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
        .left_join(groups::table.on(groups::id.nullable().eq(enrolments::group_id.nullable())))
        .left_join(people::table.on(people::id.nullable().eq(groups::trainer_id.nullable())))
        .select((
            participants::id,
            projects::id,
            projects::name,
            organisations::name,
            projects::starts_on,
            projects::ends_on,
            projects::certificate,
            adviser.fields((people::first_name, people::initials, people::infix, people::last_name)).nullable(),
            (groups::id, groups::name).nullable(),
            (people::first_name, people::initials, people::infix, people::last_name).nullable(),
        ))
        .order(participants::id)
        .into_boxed();
    if let Some(participant) = only {
        rows = rows.filter(participants::id.eq(participant));
    }
    Ok(participants_within!(rows, scope).load(db)?)
}

/// When the group of `place` meets, in order of time.
///
/// # Errors
/// When the database refuses.
pub fn meetings(db: &mut Db, place: &Place) -> Result<Vec<Meeting>> {
    Ok(meetings::table
        .filter(meetings::group_id.eq(place.group()))
        .order(meetings::starts_at)
        .select((meetings::starts_at, meetings::ends_at, meetings::location))
        .load(db)?)
}

/// Who is in the group of `place` besides `me`, by first name: their names and addresses and nothing more.
///
/// # Errors
/// When the database refuses.
pub fn mates(db: &mut Db, place: &Place, me: ParticipantId) -> Result<Vec<Mate>> {
    Ok(enrolments::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(enrolments::group_id.eq(place.group()).and(participants::id.ne(me)))
        .order((people::first_name, people::name_folded))
        .select(((people::first_name, people::initials, people::infix, people::last_name), people::email))
        .load(db)?)
}

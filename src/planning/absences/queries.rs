//! All statements about absences.

use diesel::prelude::*;

use super::model::{Absent, Invited, Reason};
use crate::access::Scope;
use crate::crm::people::name;
use crate::planning::groups::{GroupId, MeetingId};
use crate::planning::projects::{ParticipantId, participants_within};
use crate::platform::db::schema::{absences, enrolments, groups, meetings, participants, people, projects};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

/// Rows in one transaction of the sweep.
/// The most lines of the list of staff.
pub const SHOWN: i64 = 200;

/// The meeting `id` of the group that the student of `scope` is in.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is of another group.
pub fn find(db: &mut Db, scope: Scope, id: MeetingId) -> Result<Invited> {
    let mine = absences::meeting_id.eq(meetings::id).and(absences::participant_id.eq(participants::id));
    let rows = meetings::table
        .inner_join(groups::table.inner_join(projects::table))
        .inner_join(enrolments::table.on(enrolments::group_id.eq(groups::id)))
        .inner_join(participants::table.on(participants::id.eq(enrolments::participant_id)))
        .left_join(absences::table.on(mine))
        .filter(meetings::id.eq(id))
        .select((
            meetings::id,
            participants::id,
            participants::person_id,
            projects::id,
            projects::name,
            groups::name,
            meetings::starts_at,
            meetings::ends_at,
            meetings::location,
            meetings::cancelled_at,
            absences::reason.nullable(),
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// Notes that the student of `scope` cannot come to meeting `id`. False when it is too late to say so.
///
/// # Errors
/// As [`find`].
pub fn excuse(tx: &mut Tx, scope: Scope, id: MeetingId, reason: Reason) -> Result<bool> {
    let now = tx.now();
    let invited = find(tx.db(), scope, id)?;
    if !invited.is_open(now) {
        return Ok(false);
    }
    let mine = absences::meeting_id.eq(id).and(absences::participant_id.eq(invited.participant));
    if invited.reason.is_some() {
        diesel::update(absences::table.filter(mine)).set(absences::reason.eq(reason)).execute(tx.db())?;
    } else {
        diesel::insert_into(absences::table)
            .values((
                absences::meeting_id.eq(id),
                absences::participant_id.eq(invited.participant),
                absences::reason.eq(reason),
                absences::created_at.eq(now),
            ))
            .execute(tx.db())?;
    }
    tx.record("excused", "absences", id.0, Some(invited.person.0))?;
    Ok(true)
}

/// Takes back that the student of `scope` cannot come to meeting `id`. False when it is too late for that.
///
/// # Errors
/// As [`find`].
pub fn take_back(tx: &mut Tx, scope: Scope, id: MeetingId) -> Result<bool> {
    let invited = find(tx.db(), scope, id)?;
    if !invited.is_open(tx.now()) {
        return Ok(false);
    }
    if invited.reason.is_some() {
        let mine = absences::meeting_id.eq(id).and(absences::participant_id.eq(invited.participant));
        let gone: Option<i64> =
            diesel::delete(absences::table.filter(mine)).returning(absences::id).get_result(tx.db()).optional()?;
        // The number of the row itself: after a restore this line ends it again.
        if let Some(row) = gone {
            tx.record("withdrawn", "absences", row, Some(invited.person.0))?;
        }
    }
    Ok(true)
}

/// Forgets that `participant` could not come to meetings of `group`, which they left.
///
/// # Errors
/// When the database refuses.
pub fn forget(tx: &mut Tx, participant: ParticipantId, group: GroupId) -> Result<()> {
    let ahead = meetings::group_id.eq(group).and(meetings::starts_at.gt(tx.now()));
    let ahead = meetings::table.filter(ahead).select(meetings::id);
    let theirs = absences::participant_id.eq(participant).and(absences::meeting_id.eq_any(ahead));
    diesel::delete(absences::table.filter(theirs)).execute(tx.db())?;
    Ok(())
}

/// Who within `scope` will not be at meetings that are not over, the next meeting first.
pub fn list(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Absent>> {
    let rows = absences::table
        .inner_join(meetings::table.inner_join(groups::table.inner_join(projects::table)))
        .inner_join(participants::table.inner_join(people::table))
        .filter(meetings::ends_at.gt(now).and(meetings::cancelled_at.is_null()))
        .order((meetings::starts_at, groups::id, people::name_folded, absences::id))
        .select((
            name!(),
            people::email,
            groups::id,
            groups::name,
            projects::name,
            meetings::starts_at,
            meetings::ends_at,
            absences::reason,
        ))
        .limit(SHOWN)
        .offset(0)
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

/// When the meetings begin from which `participant` within `scope` is excused. Not why: the client is not told.
///
/// # Errors
/// When the database refuses.
pub fn excused(db: &mut Db, scope: Scope, participant: ParticipantId) -> Result<Vec<Moment>> {
    let rows = absences::table
        .inner_join(meetings::table)
        .inner_join(participants::table)
        .filter(participants::id.eq(participant).and(meetings::cancelled_at.is_null()))
        .order(meetings::starts_at)
        .select(meetings::starts_at)
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

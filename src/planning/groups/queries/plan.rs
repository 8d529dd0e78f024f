//! The statements that plan the meetings of a group. A meeting that people may have in their calendar is
//! called off and never deleted, and counts its changes, so that calendars follow.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::super::letters;
use super::super::model::{Change, Clash, GroupId, Meeting, MeetingId, NewMeeting, Overview};
use super::{find, hold, seats};
use crate::access::Scope;
use crate::crm::people::PersonId;
use crate::platform::db::schema::{enrolments, meetings, participants};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::secret;

/// The meetings of `group` that were called off and would still be to come.
pub fn called_off(db: &mut Db, group: GroupId, now: Moment) -> Result<Vec<Meeting>> {
    Ok(meetings::table
        .filter(meetings::group_id.eq(group).and(meetings::cancelled_at.is_not_null()))
        .filter(meetings::ends_at.gt(now))
        .order((meetings::starts_at, meetings::id))
        .select((meetings::id, meetings::starts_at, meetings::ends_at, meetings::location))
        .load(db)?)
}

/// Calls off `meeting` of group `id` within `scope`, and writes to those who would have come.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope, or was called off already.
pub fn cancel(tx: &mut Tx, scope: Scope, id: GroupId, meeting: MeetingId) -> Result<Meeting> {
    let project = find(tx.db(), scope, id)?.group.project;
    hold(tx, project)?;
    let group = find(tx.db(), scope, id)?;
    let gone = group.meetings.iter().find(|m| m.id == meeting).ok_or(Error::NotFound)?;
    call_off(tx, gone)?;
    tell(tx, &group, &[(gone.id, Change::Cancelled, gone.ends_at)])?;
    Ok(gone.clone())
}

/// Who in `group` is elsewhere while it would meet at another moment than now. Times that stay were looked at when
/// people were placed, and about what is past there is nothing to choose. Nobody gets a place anywhere meanwhile.
pub fn clashes(tx: &mut Tx, scope: Scope, group: &Overview, wanted: &[NewMeeting]) -> Result<Vec<Clash>> {
    let now = tx.now();
    let stays = |m: &NewMeeting| group.meetings.iter().any(|o| (o.starts_at, o.ends_at) == (m.starts_at, m.ends_at));
    let other = wanted.iter().filter(|m| !stays(m) && m.ends_at > now);
    let times: Vec<_> = other.map(|m| (m.starts_at, m.ends_at)).collect();
    if times.is_empty() {
        return Ok(Vec::new());
    }
    let persons: Vec<PersonId> = enrolments::table
        .inner_join(participants::table)
        .filter(enrolments::group_id.eq(group.group.id))
        .select(participants::person_id)
        .load(tx.db())?;
    seats::hold_people(tx, &persons)?;
    seats::clashes_at(tx.db(), scope, &times, group.group.project, &persons)
}

/// Makes the meetings of a group what they are to be, and writes to its people about what changes for them.
/// A meeting that moves stays the same meeting.
pub fn reschedule(tx: &mut Tx, group: &Overview, wanted: &[NewMeeting]) -> Result<()> {
    let is_kept = |id: MeetingId| wanted.iter().any(|m| m.id == Some(id));
    let known = |id: Option<MeetingId>| group.meetings.iter().find(|m| Some(m.id) == id);
    let mut changes = Vec::new();
    for gone in group.meetings.iter().filter(|m| !is_kept(m.id)) {
        // Nobody has it in a calendar: it was a slip of the pen.
        if group.placed == 0 {
            diesel::delete(meetings::table.find(gone.id)).execute(tx.db())?;
            continue;
        }
        call_off(tx, gone)?;
        changes.push((gone.id, Change::Cancelled, gone.ends_at));
    }
    step_aside(tx, group, wanted)?;
    for meeting in wanted {
        match known(meeting.id) {
            None => changes.push((meet(tx, group.group.id, meeting)?, Change::Added, meeting.ends_at)),
            Some(same) if is_same(same, meeting) => put(tx, same.id, meeting, 0)?,
            Some(same) => {
                put(tx, same.id, meeting, 1)?;
                changes.push((same.id, Change::Moved, meeting.ends_at.max(same.ends_at)));
            }
        }
    }
    tell(tx, group, &changes)
}

fn is_same(now: &Meeting, wanted: &NewMeeting) -> bool {
    (now.starts_at, now.ends_at) == (wanted.starts_at, wanted.ends_at) && now.location == wanted.location
}

/// A group has one meeting at a time, so two that change places first step aside, and one that was called off
/// makes way by a second.
fn step_aside(tx: &mut Tx, group: &Overview, wanted: &[NewMeeting]) -> Result<()> {
    for moved in &group.meetings {
        if wanted.iter().any(|w| w.id == Some(moved.id) && w.starts_at != moved.starts_at) {
            let aside = Moment::new(chrono::NaiveDateTime::default()).plus(TimeDelta::seconds(moved.id.0));
            diesel::update(meetings::table.find(moved.id)).set(meetings::starts_at.eq(aside)).execute(tx.db())?;
        }
    }
    for meeting in wanted {
        let mut at = meeting.starts_at;
        let off = |at: Moment| {
            let here = meetings::group_id.eq(group.group.id).and(meetings::starts_at.eq(at));
            meetings::table.filter(here.and(meetings::cancelled_at.is_not_null())).select(meetings::id)
        };
        let mut behind: Vec<MeetingId> = Vec::new();
        while let Some(id) = off(at).first(tx.db()).optional()? {
            behind.push(id);
            at = at.minus(TimeDelta::seconds(1));
        }
        // The last of the row moves first, so that there is room for the one before it.
        for id in behind.into_iter().rev() {
            diesel::update(meetings::table.find(id)).set(meetings::starts_at.eq(at)).execute(tx.db())?;
            at = at.plus(TimeDelta::seconds(1));
        }
    }
    Ok(())
}

/// Plans `meeting` for `group`.
pub fn meet(tx: &mut Tx, group: GroupId, meeting: &NewMeeting) -> Result<MeetingId> {
    Ok(diesel::insert_into(meetings::table)
        .values((
            meetings::group_id.eq(group),
            meetings::starts_at.eq(meeting.starts_at),
            meetings::ends_at.eq(meeting.ends_at),
            meetings::location.eq(&meeting.location),
            meetings::uid.eq(secret::token()),
        ))
        .returning(meetings::id)
        .get_result(tx.db())?)
}

fn put(tx: &mut Tx, id: MeetingId, meeting: &NewMeeting, changes: i32) -> Result<()> {
    diesel::update(meetings::table.find(id))
        .set((
            meetings::starts_at.eq(meeting.starts_at),
            meetings::ends_at.eq(meeting.ends_at),
            meetings::location.eq(&meeting.location),
            meetings::sequence.eq(meetings::sequence + changes),
        ))
        .execute(tx.db())?;
    Ok(())
}

fn call_off(tx: &mut Tx, meeting: &Meeting) -> Result<()> {
    let now = tx.now();
    diesel::update(meetings::table.find(meeting.id))
        .set((meetings::cancelled_at.eq(now), meetings::sequence.eq(meetings::sequence + 1)))
        .execute(tx.db())?;
    tx.record("cancelled", "meetings", meeting.id.0, None)
}

/// Writes about `changes` that are not of the past: each with the moment after which it matters to nobody.
fn tell(tx: &mut Tx, group: &Overview, changes: &[(MeetingId, Change, Moment)]) -> Result<()> {
    let now = tx.now();
    let ahead: Vec<_> = changes.iter().filter(|c| c.2 > now).map(|c| (c.0, c.1)).collect();
    letters::tell(tx, group, &ahead)
}

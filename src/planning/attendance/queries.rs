//! All statements about attendance.

use diesel::prelude::*;

use super::model::{Expected, Gathering, Mark};
use crate::access::Scope;
use crate::crm::people::name;
use crate::planning::groups::{MeetingId, groups_within};
use crate::platform::db::schema::{
    absences, attendances, enrolments, groups, meetings, organisations, participants, people, projects,
};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;

/// The meeting `id` within `scope`.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is out of scope.
pub fn find(db: &mut Db, scope: Scope, id: MeetingId) -> Result<Gathering> {
    let rows = meetings::table
        .inner_join(groups::table.inner_join(projects::table.inner_join(organisations::table)))
        .filter(meetings::id.eq(id))
        .select((
            meetings::id,
            meetings::starts_at,
            meetings::ends_at,
            meetings::location,
            groups::id,
            groups::name,
            projects::id,
            projects::name,
            organisations::name,
            meetings::cancelled_at,
        ))
        .into_boxed();
    Ok(groups_within!(rows, scope).first(db)?)
}

/// Who is expected at `meeting`, by name, with what was noted of them and what they said beforehand. The meeting is
/// proof of the scope.
///
/// # Errors
/// When the database refuses.
pub fn expected(db: &mut Db, meeting: &Gathering) -> Result<Vec<Expected>> {
    let noted = attendances::participant_id.eq(participants::id).and(attendances::meeting_id.eq(meeting.id));
    let said = absences::participant_id.eq(participants::id).and(absences::meeting_id.eq(meeting.id));
    Ok(enrolments::table
        .inner_join(participants::table.inner_join(people::table))
        .left_join(attendances::table.on(noted))
        .left_join(absences::table.on(said))
        .filter(enrolments::group_id.eq(meeting.group))
        .order((people::name_folded, participants::id))
        .select((participants::id, people::id, name!(), attendances::mark.nullable(), absences::reason.nullable()))
        .load(db)?)
}

/// Notes `mark` of somebody at `meeting`, in place of what stood there.
///
/// # Errors
/// When the database refuses.
pub fn note(tx: &mut Tx, meeting: &Gathering, who: &Expected, mark: Mark) -> Result<()> {
    let now = tx.now();
    let same = attendances::meeting_id.eq(meeting.id).and(attendances::participant_id.eq(who.participant));
    let mended: Option<i64> = diesel::update(attendances::table.filter(same))
        .set((attendances::mark.eq(mark), attendances::marked_at.eq(now)))
        .returning(attendances::id)
        .get_result(tx.db())
        .optional()?;
    let row = match mended {
        Some(row) => row,
        None => diesel::insert_into(attendances::table)
            .values((
                attendances::meeting_id.eq(meeting.id),
                attendances::participant_id.eq(who.participant),
                attendances::mark.eq(mark),
                attendances::marked_at.eq(now),
            ))
            .returning(attendances::id)
            .get_result(tx.db())?,
    };
    tx.record("marked", "attendances", row, Some(who.person.0))
}

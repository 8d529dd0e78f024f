//! All statements about somebody's part in a project.

use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::{Mate, Meeting, Participation, Place};
use crate::access::{Reach, Scope};
use crate::contact::conversations::Side;
use crate::crm::people::name;
use crate::planning::projects::{ParticipantId, participants_within};
use crate::platform::db::schema::{
    absences, agreement_texts, agreements, enrolments, groups, meetings, messages, organisations, participants, people,
    projects, threads, waiting_places,
};
use crate::platform::db::{Db, Moment, each_backend};
use crate::platform::error::Result;

diesel::alias!(people as adviser: Adviser);

macro_rules! parts {
    ($now:expr) => {
        participants::table
            .inner_join(projects::table.inner_join(organisations::table))
            .left_join(adviser.on(adviser.field(people::id).nullable().eq(projects::adviser_id)))
            .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
            .left_join(groups::table.on(groups::id.nullable().eq(enrolments::group_id.nullable())))
            .left_join(people::table.on(people::id.nullable().eq(groups::trainer_id.nullable())))
            .left_join(waiting_places::table.on(waiting_places::participant_id.eq(participants::id)))
            .select((
                participants::id,
                projects::id,
                projects::name,
                organisations::name,
                projects::starts_on,
                projects::ends_on,
                projects::certificate,
                adviser.fields(name!()).nullable(),
                (groups::id, groups::name).nullable(),
                name!().nullable(),
                projects::choosing,
                waiting_places::id.nullable().is_not_null(),
                waiting_places::offer_until.nullable(),
                messages::table
                    .inner_join(threads::table)
                    .filter(threads::participant_id.eq(participants::id).and(messages::side.eq(Side::Provider)))
                    .filter(messages::read_at.is_null().and(messages::destroy_at.ge($now)))
                    .select(count_star())
                    .single_value()
                    .assume_not_null(),
                (
                    agreement_texts::table
                        .filter(agreement_texts::training_id.eq(projects::training_id))
                        .select(max(agreement_texts::id))
                        .single_value(),
                    agreements::table
                        .filter(agreements::participant_id.eq(participants::id))
                        .select(max(agreements::text_id))
                        .single_value(),
                ),
            ))
            .order(participants::id)
    };
}

/// Every part in a project that the student of `scope` has and that is not over. For any other scope there is
/// nothing.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Participation>> {
    let Reach::Own(person) = scope.reach() else { return Ok(Vec::new()) };
    let lasts = projects::ends_on.ge(scope.horizon().people);
    let rows = parts!(now).filter(participants::person_id.eq(person).and(lasts));
    Ok(each_backend!(db, c => rows.load(c))?)
}

/// The part `participant` within `scope`.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is out of scope.
pub fn one(db: &mut Db, scope: Scope, participant: ParticipantId, now: Moment) -> Result<Participation> {
    let rows = parts!(now).filter(participants::id.eq(participant)).into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// When the group of `place` meets, in order of time, and whether `me` cannot come.
///
/// # Errors
/// When the database refuses.
pub fn meetings(db: &mut Db, place: &Place, me: ParticipantId) -> Result<Vec<Meeting>> {
    let mine = absences::meeting_id.eq(meetings::id).and(absences::participant_id.eq(me));
    let rows = meetings::table
        .left_join(absences::table.on(mine))
        .filter(meetings::group_id.eq(place.group()).and(meetings::cancelled_at.is_null()))
        .order(meetings::starts_at)
        .select((
            meetings::id,
            meetings::starts_at,
            meetings::ends_at,
            meetings::location,
            absences::id.nullable().is_not_null(),
        ));
    Ok(each_backend!(db, c => rows.load(c))?)
}

/// Who is in the group of `place` besides `me`, by first name: their names and addresses and nothing more.
///
/// # Errors
/// When the database refuses.
pub fn mates(db: &mut Db, place: &Place, me: ParticipantId) -> Result<Vec<Mate>> {
    let rows = enrolments::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(enrolments::group_id.eq(place.group()).and(participants::id.ne(me)))
        .order((people::first_name, people::name_folded))
        .select((name!(), people::email));
    Ok(each_backend!(db, c => rows.load(c))?)
}

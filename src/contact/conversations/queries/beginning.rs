//! What staff have with a participant to whom nobody wrote yet.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::super::desks::Desks;
use super::super::model::{Addressee, Beginning, Draft, Thread};
use crate::crm::people::{Name, PersonId, name};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::schema::{
    enrolments, groups, message_drafts, organisations, participants, people, projects, threads,
};
use crate::platform::db::{Db, Moment};
use crate::platform::error::{Error, Result};

type Row = (PersonId, Name, ProjectId, String, String, Option<Thread>, Option<Draft>);

/// What `me`, who answers at `desks`, has with `participant` at `desk`.
///
/// # Errors
/// [`Error::NotFound`] when it is no desk of theirs, or the participant is none of those they answer.
pub fn beginning(
    db: &mut Db,
    desks: &Desks,
    me: PersonId,
    participant: ParticipantId,
    desk: Addressee,
    now: Moment,
) -> Result<Beginning> {
    let own = threads::participant_id.eq(participants::id).and(threads::addressee.eq(desk));
    let mine = message_drafts::thread_id
        .nullable()
        .eq(threads::id.nullable())
        .and(message_drafts::person_id.eq(me))
        .and(message_drafts::destroy_at.ge(now));
    let rows = participants::table
        .inner_join(people::table)
        .inner_join(projects::table.inner_join(organisations::table))
        .left_join(threads::table.on(own))
        .left_join(message_drafts::table.on(mine))
        .filter(participants::id.eq(participant))
        .filter(projects::ends_on.ge(desks.since()))
        .select((
            people::id,
            name!(),
            projects::id,
            projects::name,
            organisations::name,
            thread!().nullable(),
            draft!().nullable(),
        ))
        .into_boxed();
    let rows = match desks.taught() {
        _ if desks.all().contains(&desk) => rows,
        Some(trainer) if desk == Addressee::Trainer => {
            let taught = enrolments::table
                .inner_join(groups::table)
                .filter(enrolments::participant_id.eq(participants::id).and(groups::trainer_id.eq(trainer)))
                .select(enrolments::id);
            rows.filter(exists(taught))
        }
        _ => return Err(Error::NotFound),
    };
    let (person, name, project, project_name, organisation, thread, draft): Row = rows.first(db)?;
    Ok(Beginning { desk, person, name, project, project_name, organisation, thread, draft })
}

/// The same at each desk at which `me` may speak to `participant`.
///
/// # Errors
/// When the database refuses.
pub fn beginnings(
    db: &mut Db,
    desks: &Desks,
    me: PersonId,
    participant: ParticipantId,
    now: Moment,
) -> Result<Vec<Beginning>> {
    let mut all = Vec::new();
    for desk in Addressee::ALL {
        match beginning(db, desks, me, participant, *desk, now) {
            Ok(one) => all.push(one),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(all)
}

//! The statements behind the letters that say that a message waits.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::super::model::{Addressee, MessageId, Side, ThreadId};
use crate::crm::people::{Name, PersonId, name};
use crate::planning::projects::ProjectId;
use crate::platform::db::schema::{enrolments, groups, messages, participants, people, projects, threads};
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// Who is told that a message waits, and where it stands.
#[derive(Debug, Clone, Queryable)]
pub struct Told {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The address they have now.
    pub email: String,
    /// Their language, if they chose one.
    pub language: Option<Lang>,
    /// The thread.
    pub thread: ThreadId,
    /// To whom it is written.
    pub addressee: Addressee,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// Who wrote.
    pub side: Side,
}

macro_rules! told {
    () => {
        (
            people::id,
            name!(),
            people::email,
            people::language,
            threads::id,
            threads::addressee,
            projects::id,
            projects::name,
            messages::side,
        )
    };
}

/// Who is to see `message`: the student, or the trainer or adviser it is written to. Nobody for the help desk,
/// whose people find it in their list.
pub fn listener(db: &mut Db, message: MessageId) -> Result<Option<Told>> {
    let of = messages::table.inner_join(threads::table).filter(messages::id.eq(message));
    let found: Option<(Side, Addressee)> = of.select((messages::side, threads::addressee)).first(db).optional()?;
    let here = || messages::id.eq(message).and(people::erased_at.is_null());
    let told = match found {
        None | Some((Side::Student, Addressee::Helpdesk)) => return Ok(None),
        Some((Side::Provider, _)) => messages::table
            .inner_join(
                threads::table.inner_join(participants::table.inner_join(people::table).inner_join(projects::table)),
            )
            .filter(here())
            .select(told!())
            .first(db),
        Some((Side::Student, Addressee::Trainer)) => messages::table
            .inner_join(threads::table.inner_join(participants::table.inner_join(projects::table)))
            .inner_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
            .inner_join(groups::table.on(groups::id.eq(enrolments::group_id)))
            .inner_join(people::table.on(groups::trainer_id.eq(people::id.nullable())))
            .filter(here())
            .select(told!())
            .first(db),
        Some((Side::Student, Addressee::Adviser)) => messages::table
            .inner_join(threads::table.inner_join(participants::table.inner_join(projects::table)))
            .inner_join(people::table.on(projects::adviser_id.eq(people::id.nullable())))
            .filter(here())
            .select(told!())
            .first(db),
    };
    Ok(told.optional()?)
}

/// Whether nobody of the side it is written to has seen `message` yet.
pub fn is_unread(db: &mut Db, message: MessageId, now: Moment) -> Result<bool> {
    let waits = messages::read_at.is_null().and(messages::destroy_at.ge(now));
    let here = messages::table.filter(messages::id.eq(message).and(waits)).select(messages::id);
    Ok(diesel::select(exists(here)).get_result(db)?)
}

//! All statements about threads and what is said in them. A student reaches their own threads; staff reach those
//! of their desks.

macro_rules! thread {
    () => {
        (threads::id, threads::last_at, threads::asked_at, threads::closed_at)
    };
}

macro_rules! draft {
    () => {
        (message_drafts::version, message_drafts::body, message_drafts::saved_at)
    };
}

mod beginning;
mod letters;
mod writing;

use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use super::desks::Desks;
use super::model::{Addressee, Case, Contact, Message, Own, Side, Thread, ThreadId, Waiting};
use super::reach::threads_at;
use crate::access::{Reach, Scope};
use crate::crm::people::{PersonId, name};
use crate::planning::projects::{ProjectId, participants_within};
use crate::platform::db::schema::{
    enrolments, groups, message_drafts, messages, organisations, participants, people, projects, threads,
};
use crate::platform::db::{Db, Moment};
use crate::platform::error::{Error, Result};

pub use beginning::{beginning, beginnings};
pub use letters::{Told, is_unread, listener};
pub use writing::{close, keep, open, seen, send};

/// Messages on one page of a thread.
pub const PAGE: i64 = 30;
/// Threads on one page of the list of staff.
pub const LINES: i64 = 50;

diesel::alias!(people as adviser: Adviser);

/// What the student of `scope` has with `to` in `project`.
///
/// # Errors
/// [`Error::NotFound`] when they do not take part in it, and for everybody who is no student.
pub fn contact(db: &mut Db, scope: Scope, project: ProjectId, to: Addressee, now: Moment) -> Result<Contact> {
    if !matches!(scope.reach(), Reach::Own(_)) {
        return Err(Error::NotFound);
    }
    let own = threads::participant_id.eq(participants::id).and(threads::addressee.eq(to));
    let mine = message_drafts::thread_id
        .nullable()
        .eq(threads::id.nullable())
        .and(message_drafts::person_id.eq(participants::person_id))
        .and(message_drafts::destroy_at.ge(now));
    let rows = participants::table
        .inner_join(projects::table)
        .left_join(adviser.on(adviser.field(people::id).nullable().eq(projects::adviser_id)))
        .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
        .left_join(groups::table.on(groups::id.nullable().eq(enrolments::group_id.nullable())))
        .left_join(people::table.on(people::id.nullable().eq(groups::trainer_id.nullable())))
        .left_join(threads::table.on(own))
        .left_join(message_drafts::table.on(mine))
        .filter(participants::project_id.eq(project))
        .select((
            participants::id,
            participants::person_id,
            projects::id,
            projects::name,
            name!().nullable(),
            adviser.fields(name!()).nullable(),
            thread!().nullable(),
            draft!().nullable(),
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// Every thread of the student of `scope`. For any other scope there is nothing.
pub fn own(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Own>> {
    let Reach::Own(person) = scope.reach() else { return Ok(Vec::new()) };
    let unseen = messages::thread_id
        .eq(threads::id)
        .and(messages::side.eq(Side::Provider))
        .and(messages::read_at.is_null())
        .and(messages::destroy_at.ge(now));
    let unseen = messages::table.filter(unseen).select(count_star()).single_value().assume_not_null();
    let drafted = message_drafts::thread_id
        .eq(threads::id)
        .and(message_drafts::person_id.eq(person))
        .and(message_drafts::destroy_at.ge(now));
    Ok(threads::table
        .inner_join(participants::table)
        .filter(participants::person_id.eq(person))
        .order(threads::id)
        .select((
            participants::id,
            threads::addressee,
            thread!(),
            unseen,
            exists(message_drafts::table.filter(drafted).select(message_drafts::id)),
        ))
        .load(db)?)
}

/// The thread `id` as `me` sees it, who answers at `desks`.
///
/// # Errors
/// [`Error::NotFound`] when it is of another desk.
pub fn case(db: &mut Db, desks: &Desks, me: PersonId, id: ThreadId, now: Moment) -> Result<Case> {
    let mine = message_drafts::thread_id
        .eq(threads::id)
        .and(message_drafts::person_id.eq(me))
        .and(message_drafts::destroy_at.ge(now));
    let rows = threads::table
        .inner_join(
            participants::table.inner_join(people::table).inner_join(projects::table.inner_join(organisations::table)),
        )
        .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
        .left_join(groups::table.on(groups::id.nullable().eq(enrolments::group_id.nullable())))
        .left_join(message_drafts::table.on(mine))
        .filter(threads::id.eq(id))
        .select((
            thread!(),
            threads::addressee,
            people::id,
            name!(),
            projects::id,
            projects::name,
            organisations::name,
            groups::name.nullable(),
            draft!().nullable(),
        ))
        .into_boxed();
    Ok(threads_at!(rows, desks).first(db)?)
}

/// Page `page` of the threads at `desks`, and whether there are more: those that wait for an answer, the longest
/// first, or with `everything` all of them, the newest first.
pub fn list(db: &mut Db, desks: &Desks, everything: bool, now: Moment, page: i64) -> Result<(Vec<Waiting>, bool)> {
    let unseen = messages::thread_id
        .eq(threads::id)
        .and(messages::side.eq(Side::Student))
        .and(messages::read_at.is_null())
        .and(messages::destroy_at.ge(now));
    let rows = threads::table
        .inner_join(
            participants::table.inner_join(people::table).inner_join(projects::table.inner_join(organisations::table)),
        )
        .select((
            thread!(),
            threads::addressee,
            name!(),
            projects::name,
            organisations::name,
            exists(messages::table.filter(unseen).select(messages::id)),
        ))
        .into_boxed();
    let rows = threads_at!(rows, desks);
    let rows = if everything {
        rows.order((threads::last_at.desc(), threads::id.desc()))
    } else {
        rows.filter(threads::asked_at.is_not_null()).order((threads::asked_at.asc(), threads::id.asc()))
    };
    let mut lines: Vec<Waiting> = rows.limit(LINES + 1).offset((page - 1).saturating_mul(LINES)).load(db)?;
    let more = lines.len() as i64 > LINES;
    lines.truncate(LINES as usize);
    Ok((lines, more))
}

/// Page `page` of what was said in `thread`, counted from the newest, in the order in which it was said; and
/// whether more was said before. Whoever has a thread was let in to it.
pub fn said(db: &mut Db, thread: &Thread, now: Moment, page: i64) -> Result<(Vec<Message>, bool)> {
    // Who was erased has no name any more.
    let author = people::id.nullable().eq(messages::author_id).and(people::erased_at.is_null());
    let mut lines: Vec<Message> = messages::table
        .left_join(people::table.on(author))
        .filter(messages::thread_id.eq(thread.id).and(messages::destroy_at.ge(now)))
        .order(messages::id.desc())
        .limit(PAGE + 1)
        .offset((page - 1).saturating_mul(PAGE))
        .select((
            messages::id,
            messages::side,
            name!().nullable(),
            messages::body,
            messages::sent_at,
            messages::read_at.is_not_null(),
        ))
        .load(db)?;
    let more = lines.len() as i64 > PAGE;
    lines.truncate(PAGE as usize);
    lines.reverse();
    Ok((lines, more))
}

//! The statements that write in a thread. Whoever has the thread was let in to it.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};

use super::super::model::{Addressee, Case, Draft, MessageId, NewMessage, Side, Thread, ThreadId};
use crate::crm::people::PersonId;
use crate::planning::projects::ParticipantId;
use crate::platform::db::schema::{message_drafts, messages, threads};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::privacy::retention::Policy;

/// The thread of `participant` with `to`, which is made when `known` is none.
///
/// # Errors
/// When the database refuses.
pub fn open(tx: &mut Tx, participant: ParticipantId, to: Addressee, known: Option<Thread>) -> Result<ThreadId> {
    if let Some(thread) = known {
        return Ok(thread.id);
    }
    let row = (threads::participant_id.eq(participant), threads::addressee.eq(to), threads::created_at.eq(tx.now()));
    // In a savepoint: on PostgreSQL two windows can both get here, and what was typed in either is taken in.
    let made = tx.db().transaction(|db| diesel::insert_into(threads::table).values(row).execute(db));
    match made {
        Ok(_) | Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(threads::table
        .filter(threads::participant_id.eq(participant).and(threads::addressee.eq(to)))
        .select(threads::id)
        .first(tx.db())?)
}

/// Keeps `body` as what `person` is writing in `thread`, where `known` is what is kept of it; nothing typed is
/// nothing kept.
///
/// # Errors
/// [`Error::Conflict`] when another window saved in between.
pub fn keep(
    tx: &mut Tx,
    thread: ThreadId,
    person: PersonId,
    known: Option<&Draft>,
    body: &str,
    terms: &Policy,
) -> Result<Option<Draft>> {
    let (now, stamp) = (tx.now(), terms.stamp(tx.now()));
    let mine = message_drafts::thread_id.eq(thread).and(message_drafts::person_id.eq(person));
    let Some(known) = known.filter(|_| !body.is_empty()) else {
        // One whose time is over but that was not swept yet makes place for the new one.
        diesel::delete(message_drafts::table.filter(mine)).execute(tx.db())?;
        if body.is_empty() {
            return Ok(None);
        }
        diesel::insert_into(message_drafts::table)
            .values((
                message_drafts::thread_id.eq(thread),
                message_drafts::person_id.eq(person),
                message_drafts::version.eq(1),
                message_drafts::body.eq(body),
                message_drafts::saved_at.eq(now),
                message_drafts::destroy_at.eq(stamp.destroy_at),
                message_drafts::policy.eq(stamp.version),
            ))
            .execute(tx.db())?;
        return Ok(Some(Draft { version: 1, body: body.to_owned(), saved_at: now }));
    };
    let same = message_drafts::table.filter(mine.and(message_drafts::version.eq(known.version)));
    let renewed = diesel::update(same)
        .set((
            message_drafts::version.eq(known.version + 1),
            message_drafts::body.eq(body),
            message_drafts::saved_at.eq(now),
            message_drafts::destroy_at.eq(stamp.destroy_at),
            message_drafts::policy.eq(stamp.version),
        ))
        .execute(tx.db())?;
    if renewed != 1 {
        return Err(Error::Conflict);
    }
    Ok(Some(Draft { version: known.version + 1, body: body.to_owned(), saved_at: now }))
}

/// A message that was sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    /// Its number.
    pub id: MessageId,
    /// Whether it is the first that the other side has not seen.
    pub is_first_unread: bool,
}

/// Sends `new` in `thread`, which is about `student`; none when it was sent already: somebody pressed twice.
///
/// # Errors
/// When the database refuses.
pub fn send(
    tx: &mut Tx,
    thread: ThreadId,
    student: PersonId,
    new: &NewMessage,
    terms: &Policy,
) -> Result<Option<Sent>> {
    let now = tx.now();
    // Changes nothing, but waits for whoever writes in this thread at the same moment.
    diesel::update(threads::table.find(thread)).set(threads::created_at.eq(threads::created_at)).execute(tx.db())?;
    let again = messages::table
        .filter(messages::thread_id.eq(thread).and(messages::author_id.eq(new.author)))
        .filter(messages::id.gt(new.after).and(messages::body.eq(&new.body)))
        .select(messages::id);
    if diesel::select(exists(again)).get_result::<bool>(tx.db())? {
        return Ok(None);
    }
    let waiting = messages::table
        .filter(messages::thread_id.eq(thread).and(messages::side.eq(new.side)))
        .filter(messages::read_at.is_null().and(messages::destroy_at.ge(now)))
        .select(messages::id);
    let waits: bool = diesel::select(exists(waiting)).get_result(tx.db())?;
    let stamp = terms.stamp(now);
    let id: MessageId = diesel::insert_into(messages::table)
        .values((
            messages::thread_id.eq(thread),
            messages::side.eq(new.side),
            messages::author_id.eq(new.author),
            messages::body.eq(&new.body),
            messages::sent_at.eq(now),
            messages::destroy_at.eq(stamp.destroy_at),
            messages::policy.eq(stamp.version),
        ))
        .returning(messages::id)
        .get_result(tx.db())?;
    move_on(tx, thread, new.side)?;
    // What another window kept meanwhile, and was not sent, stays.
    let sent = message_drafts::version.eq(new.version).or(message_drafts::body.eq(&new.body));
    let mine = message_drafts::thread_id.eq(thread).and(message_drafts::person_id.eq(new.author));
    diesel::delete(message_drafts::table.filter(mine.and(sent))).execute(tx.db())?;
    tx.record("wrote", "messages", id.0, Some(student.0))?;
    Ok(Some(Sent { id, is_first_unread: !waits }))
}

/// Whoever writes opens the thread again. The student waits from their first question on; an answer ends that.
fn move_on(tx: &mut Tx, thread: ThreadId, side: Side) -> Result<()> {
    let now = tx.now();
    diesel::update(threads::table.find(thread))
        .set((threads::last_at.eq(now), threads::closed_at.eq(None::<Moment>)))
        .execute(tx.db())?;
    match side {
        Side::Student => diesel::update(threads::table.find(thread).filter(threads::asked_at.is_null()))
            .set(threads::asked_at.eq(now))
            .execute(tx.db())?,
        Side::Provider => {
            diesel::update(threads::table.find(thread)).set(threads::asked_at.eq(None::<Moment>)).execute(tx.db())?
        }
    };
    Ok(())
}

/// Notes that the messages `shown` of `thread` were seen by the side that did not write them.
///
/// # Errors
/// When the database refuses.
pub fn seen(tx: &mut Tx, thread: &Thread, shown: &[MessageId]) -> Result<()> {
    let now = tx.now();
    let fresh = messages::thread_id.eq(thread.id).and(messages::read_at.is_null());
    diesel::update(messages::table.filter(fresh.and(messages::id.eq_any(shown.to_vec()))))
        .set(messages::read_at.eq(now))
        .execute(tx.db())?;
    Ok(())
}

/// Closes the thread of `case`: nobody waits for an answer.
///
/// # Errors
/// When the database refuses.
pub fn close(tx: &mut Tx, case: &Case) -> Result<()> {
    let now = tx.now();
    if case.thread.closed_at.is_some() {
        return Ok(());
    }
    diesel::update(threads::table.find(case.thread.id))
        .set((threads::closed_at.eq(now), threads::asked_at.eq(None::<Moment>)))
        .execute(tx.db())?;
    tx.record("closed", "threads", case.thread.id.0, Some(case.person.0))
}

//! Rows whose clock runs, page by page: what a change of terms is held against.

use chrono::NaiveDate;
use diesel::dsl::{exists, max, not};
use diesel::prelude::*;

use super::lapsing::last_activity;
use crate::crm::people::PersonId;
use crate::planning::projects::UploadAnchor;
use crate::platform::clock::end_of_day;
use crate::platform::db::schema::{
    accounts, completions, holds, intakes, letters, message_drafts, messages, participants, people, projects, sign_ins,
    staff_roles, uploads,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;
use crate::privacy::retention::model::{Kind, Stamp, upload_start};

/// A row whose clock runs.
#[derive(Debug, Clone, Copy)]
pub struct Running {
    /// Its number.
    pub id: i64,
    /// When its clock started.
    pub start: Moment,
    /// The clocks on the row itself; none for rows whose end follows from their start.
    pub stamp: Option<Stamp>,
}

/// The sign-ins of which something is kept that goes sooner than they do.
macro_rules! of_traces {
    ($db:expr, $column:ident, $after:expr, $most:expr) => {{
        let rows = sign_ins::table
            .filter(sign_ins::id.gt($after).and(sign_ins::$column.is_not_null()))
            .order(sign_ins::id)
            .limit($most)
            .select((sign_ins::id, sign_ins::at));
        Ok(started(rows.load($db)?))
    }};
}

/// At most `most` rows of `kind` with a number after `after`, by number.
pub fn page(db: &mut Db, kind: Kind, after: i64, most: i64) -> Result<Vec<Running>> {
    match kind {
        Kind::Upload => confirmed_uploads(db, after, most),
        Kind::PendingUpload => pending_uploads(db, after, most),
        Kind::Intake | Kind::IntakeDraft => of_intakes(db, kind, after, most),
        Kind::Letter => of_letters(db, after, most),
        Kind::Message => of_messages(db, after, most),
        Kind::MessageDraft => of_message_drafts(db, after, most),
        Kind::Progress => of_progress(db, after, most),
        Kind::Registration => of_people(db, after, most),
        Kind::StaffAccount => of_staff(db, after, most),
        Kind::Participation => of_participants(db, after, most),
        Kind::SignIn => of_sign_ins(db, after, most),
        Kind::SignInAddress => of_traces!(db, address, after, most),
        Kind::SignInBrowser => of_traces!(db, browser, after, most),
        Kind::Hold => Ok(started(
            holds::table
                .filter(holds::id.gt(after))
                .order(holds::id)
                .limit(most)
                .select((holds::id, holds::until_at))
                .load(db)?,
        )),
    }
}

fn started(rows: Vec<(i64, Moment)>) -> Vec<Running> {
    rows.into_iter().map(|(id, start)| Running { id, start, stamp: None }).collect()
}

/// Rows with their start, their last moment and the version of the terms.
fn stamped(rows: Vec<(i64, Moment, Moment, i32)>) -> Vec<Running> {
    let running = rows.into_iter().map(|(id, start, destroy_at, version)| Running {
        id,
        start,
        stamp: Some(Stamp { portal_until: destroy_at, destroy_at, version }),
    });
    running.collect()
}

fn confirmed_uploads(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    type Row = (i64, Moment, (Moment, Moment, i32), NaiveDate, UploadAnchor);
    let rows: Vec<Row> = uploads::table
        .inner_join(participants::table.inner_join(projects::table))
        .filter(uploads::id.gt(after).and(uploads::confirmed_at.is_not_null()))
        .order(uploads::id)
        .limit(most)
        .select((
            uploads::id,
            uploads::confirmed_at.assume_not_null(),
            (uploads::portal_until, uploads::destroy_at, uploads::policy),
            projects::ends_on,
            projects::upload_anchor,
        ))
        .load(db)?;
    let running = rows.into_iter().map(|(id, confirmed, (portal_until, destroy_at, version), ends_on, anchor)| {
        let start = upload_start(anchor, confirmed, ends_on);
        Running { id, start, stamp: Some(Stamp { portal_until, destroy_at, version }) }
    });
    Ok(running.collect())
}

fn pending_uploads(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows: Vec<(i64, Moment, (Moment, Moment, i32))> = uploads::table
        .filter(uploads::id.gt(after).and(uploads::confirmed_at.is_null()))
        .order(uploads::id)
        .limit(most)
        .select((uploads::id, uploads::uploaded_at, (uploads::portal_until, uploads::destroy_at, uploads::policy)))
        .load(db)?;
    let running = rows.into_iter().map(|(id, start, (portal_until, destroy_at, version))| Running {
        id,
        start,
        stamp: Some(Stamp { portal_until, destroy_at, version }),
    });
    Ok(running.collect())
}

fn of_intakes(db: &mut Db, kind: Kind, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows = intakes::table
        .inner_join(participants::table.inner_join(projects::table))
        .filter(intakes::id.gt(after))
        .order(intakes::id)
        .limit(most)
        .select((intakes::id, intakes::saved_at, projects::ends_on, intakes::destroy_at, intakes::policy))
        .into_boxed();
    let draft = kind == Kind::IntakeDraft;
    let rows = if draft {
        rows.filter(intakes::submitted_at.is_null())
    } else {
        rows.filter(intakes::submitted_at.is_not_null())
    };
    let rows: Vec<(i64, Moment, NaiveDate, Moment, i32)> = rows.load(db)?;
    let running = rows.into_iter().map(|(id, saved_at, ends_on, destroy_at, version)| Running {
        id,
        start: if draft { saved_at } else { end_of_day(ends_on) },
        stamp: Some(Stamp { portal_until: destroy_at, destroy_at, version }),
    });
    Ok(running.collect())
}

fn of_letters(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows: Vec<(i64, Moment, Option<Moment>)> = letters::table
        .filter(letters::id.gt(after))
        .order(letters::id)
        .limit(most)
        .select((letters::id, letters::created_at, letters::sent_at))
        .load(db)?;
    Ok(started(rows.into_iter().map(|(id, made, sent)| (id, sent.unwrap_or(made))).collect()))
}

fn of_messages(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows: Vec<(i64, Moment, Moment, i32)> = messages::table
        .filter(messages::id.gt(after))
        .order(messages::id)
        .limit(most)
        .select((messages::id, messages::sent_at, messages::destroy_at, messages::policy))
        .load(db)?;
    Ok(stamped(rows))
}

fn of_message_drafts(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows: Vec<(i64, Moment, Moment, i32)> = message_drafts::table
        .filter(message_drafts::id.gt(after))
        .order(message_drafts::id)
        .limit(most)
        .select((message_drafts::id, message_drafts::saved_at, message_drafts::destroy_at, message_drafts::policy))
        .load(db)?;
    Ok(stamped(rows))
}

fn of_progress(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows: Vec<(i64, PersonId)> = completions::table
        .inner_join(participants::table)
        .filter(completions::id.gt(after))
        .order(completions::id)
        .limit(most)
        .select((completions::id, participants::person_id))
        .load(db)?;
    let ids: Vec<PersonId> = rows.iter().map(|row| row.1).collect();
    let last = last_activity(db, &ids)?;
    Ok(started(rows.into_iter().filter_map(|(id, person)| Some((id, *last.get(&person)?))).collect()))
}

fn of_sign_ins(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows: Vec<(i64, PersonId)> = sign_ins::table
        .inner_join(accounts::table)
        .filter(sign_ins::id.gt(after))
        .order(sign_ins::id)
        .limit(most)
        .select((sign_ins::id, accounts::person_id))
        .load(db)?;
    let ids: Vec<PersonId> = rows.iter().map(|row| row.1).collect();
    let last = last_activity(db, &ids)?;
    Ok(started(rows.into_iter().filter_map(|(id, person)| Some((id, *last.get(&person)?))).collect()))
}

/// Everybody who is no staff. Whoever has an open project is among them: it ends some day, and then their last
/// activity counts.
fn of_people(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let staff = staff_roles::table.filter(staff_roles::person_id.eq(people::id)).select(staff_roles::id);
    let rows: Vec<(PersonId, Moment)> = people::table
        .filter(people::id.gt(after).and(people::erased_at.is_null()).and(not(exists(staff))))
        .order(people::id)
        .limit(most)
        .select((people::id, people::created_at))
        .load(db)?;
    let ids: Vec<PersonId> = rows.iter().map(|row| row.0).collect();
    let last = last_activity(db, &ids)?;
    let active = |(person, made): (PersonId, Moment)| (person.0, last.get(&person).map_or(made, |at| made.max(*at)));
    Ok(started(rows.into_iter().map(active).collect()))
}

fn of_staff(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let stays = diesel::alias!(staff_roles as stays);
    let still = stays
        .filter(stays.field(staff_roles::person_id).eq(staff_roles::person_id))
        .filter(stays.field(staff_roles::ends_on).is_null())
        .select(stays.field(staff_roles::id));
    let rows: Vec<(i64, Option<NaiveDate>)> = staff_roles::table
        .filter(staff_roles::person_id.gt(after).and(not(exists(still))))
        .group_by(staff_roles::person_id)
        .order(staff_roles::person_id)
        .limit(most)
        .select((staff_roles::person_id, max(staff_roles::ends_on)))
        .load(db)?;
    Ok(started(rows.into_iter().filter_map(|(id, left)| Some((id, end_of_day(left?)))).collect()))
}

fn of_participants(db: &mut Db, after: i64, most: i64) -> Result<Vec<Running>> {
    let rows: Vec<(i64, NaiveDate)> = participants::table
        .inner_join(projects::table)
        .filter(participants::id.gt(after))
        .order(participants::id)
        .limit(most)
        .select((participants::id, projects::ends_on))
        .load(db)?;
    Ok(started(rows.into_iter().map(|(id, ends_on)| (id, end_of_day(ends_on))).collect()))
}

/// Gives the row `id` of `kind` earlier clocks. Later than it has, it never gets.
pub fn restamp(tx: &mut Tx, kind: Kind, id: i64, to: Stamp) -> Result<()> {
    match kind {
        Kind::Upload | Kind::PendingUpload => {
            diesel::update(uploads::table.find(id).filter(uploads::destroy_at.ge(to.destroy_at)))
                .set((
                    uploads::portal_until.eq(to.portal_until),
                    uploads::destroy_at.eq(to.destroy_at),
                    uploads::policy.eq(to.version),
                ))
                .execute(tx.db())?
        }
        Kind::Intake | Kind::IntakeDraft => {
            diesel::update(intakes::table.find(id).filter(intakes::destroy_at.gt(to.destroy_at)))
                .set((intakes::destroy_at.eq(to.destroy_at), intakes::policy.eq(to.version)))
                .execute(tx.db())?
        }
        Kind::Message => diesel::update(messages::table.find(id).filter(messages::destroy_at.gt(to.destroy_at)))
            .set((messages::destroy_at.eq(to.destroy_at), messages::policy.eq(to.version)))
            .execute(tx.db())?,
        Kind::MessageDraft => {
            let later = message_drafts::destroy_at.gt(to.destroy_at);
            diesel::update(message_drafts::table.find(id).filter(later))
                .set((message_drafts::destroy_at.eq(to.destroy_at), message_drafts::policy.eq(to.version)))
                .execute(tx.db())?
        }
        // Their end follows from their start and the history of the terms.
        _ => 0,
    };
    Ok(())
}

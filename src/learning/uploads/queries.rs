//! What students and staff ask of uploads, and what they do to them.

use chrono::TimeDelta;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::model::{Handed, Listed, Owner, Place, State, Upload, UploadId};
use super::receive::NewFile;
use super::sweep::Doomed;
use crate::access::{Reach, Scope};
use crate::crm::people::{PersonId, name};
use crate::learning::actions::{ActionId, Kind, complete, reopen};
use crate::planning::projects::{ProjectId, participants_within};
use crate::platform::db::schema::{actions, participants, people, projects, uploads};
use crate::platform::db::{Db, Moment, Tx, each_backend};
use crate::platform::error::{Error, Result};
use crate::privacy::retention::{self, Held, HeldFor, Kind as Clocked};

/// Most files in the list of one person; far more than anybody hands in within the clocks.
const LISTED: i64 = 200;
/// Files on one page of staff.
pub const PER_PAGE: i64 = 50;

/// The files of a student that are on the portal at `now`, the newest first: those handed in, and those that
/// wait to be confirmed. For any other scope there is nothing: a project leader never sees a file.
///
/// # Errors
/// When the database refuses.
pub fn listed(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Handed>> {
    let Reach::Own(person) = scope.reach() else { return Ok(Vec::new()) };
    let rows = uploads::table
        .inner_join(participants::table)
        .inner_join(actions::table)
        .filter(participants::person_id.eq(person))
        .filter(uploads::portal_until.ge(now))
        .order((uploads::uploaded_at.desc(), uploads::id.desc()))
        .limit(LISTED)
        .select((
            uploads::id,
            actions::id,
            actions::title,
            uploads::file_name,
            uploads::size,
            uploads::state,
            uploads::portal_until,
            uploads::destroy_at,
        ));
    Ok(each_backend!(db, c => rows.load(c))?)
}

/// The action within `scope` that asks for a file.
pub fn place(db: &mut Db, scope: Scope, action: ActionId) -> Result<Place> {
    let rows = actions::table
        .inner_join(projects::table)
        .inner_join(participants::table.on(participants::project_id.eq(actions::project_id)))
        .filter(actions::id.eq(action).and(actions::kind.eq(Kind::Upload)))
        .select((
            (participants::id, participants::person_id, actions::id),
            (projects::id, projects::name, projects::ends_on, projects::upload_anchor, actions::title),
            actions::position,
            actions::description,
            actions::due_on,
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// How many actions `project` has.
pub fn steps(db: &mut Db, project: ProjectId) -> Result<i64> {
    Ok(actions::table.filter(actions::project_id.eq(project)).count().get_result(db)?)
}

/// The upload `id` as its owner sees it at `now`.
pub fn own(db: &mut Db, scope: Scope, id: UploadId, now: Moment) -> Result<Upload> {
    find(db, scope, id, View::Owner, now)
}

/// The upload `id` as trainer and adviser see it at `now`: from confirmation until it is destroyed.
pub fn readable(db: &mut Db, scope: Scope, id: UploadId, now: Moment) -> Result<Upload> {
    find(db, scope, id, View::Reader, now)
}

#[derive(Clone, Copy)]
enum View {
    Owner,
    Reader,
}

fn find(db: &mut Db, scope: Scope, id: UploadId, view: View, now: Moment) -> Result<Upload> {
    let rows = uploads::table
        .inner_join(participants::table.inner_join(people::table).inner_join(projects::table))
        .inner_join(actions::table)
        .filter(uploads::id.eq(id))
        .select((
            uploads::id,
            (participants::id, participants::person_id, actions::id),
            name!(),
            (projects::id, projects::name, projects::ends_on, projects::upload_anchor, actions::title),
            uploads::file_name,
            uploads::kind,
            uploads::size,
            uploads::blob,
            uploads::state,
            uploads::uploaded_at,
            uploads::confirmed_at,
            (uploads::portal_until, uploads::destroy_at),
        ))
        .into_boxed();
    let rows = match (view, scope.reach()) {
        // Both clocks are read here, so that a task that stands still shows nothing it should not.
        // Its owner was told until when a file is there, so for them its own clock is the only one.
        (View::Owner, Reach::Own(person)) => {
            return Ok(rows.filter(participants::person_id.eq(person).and(uploads::portal_until.ge(now))).first(db)?);
        }
        // A job may act for an owner; a project leader never sees a file.
        (View::Owner, Reach::All) => rows.filter(uploads::portal_until.ge(now)),
        (View::Reader, Reach::Taught(_) | Reach::All) => {
            rows.filter(uploads::state.eq(State::Confirmed)).filter(uploads::destroy_at.ge(now))
        }
        _ => return Err(Error::NotFound),
    };
    Ok(participants_within!(rows, scope).first(db)?)
}

/// The confirmed uploads within `scope` at `now`, the newest first: those of `page`, from 0, and one more when
/// there is a next page.
pub fn reading_list(db: &mut Db, scope: Scope, now: Moment, page: i64) -> Result<Vec<Listed>> {
    let (Reach::Taught(_) | Reach::All) = scope.reach() else { return Ok(Vec::new()) };
    let rows = uploads::table
        .inner_join(participants::table.inner_join(people::table).inner_join(projects::table))
        .inner_join(actions::table)
        .filter(uploads::state.eq(State::Confirmed))
        .filter(uploads::destroy_at.ge(now))
        .order((uploads::confirmed_at.desc(), uploads::id.desc()))
        .limit(PER_PAGE + 1)
        .offset(page * PER_PAGE)
        .select((
            uploads::id,
            name!(),
            projects::name,
            actions::title,
            uploads::file_name,
            uploads::size,
            uploads::confirmed_at.assume_not_null(),
            (uploads::portal_until, uploads::destroy_at),
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

/// Writes down a published file as pending. Files that waited for the same action make way for it; they are
/// out of sight from here on and are yours to destroy.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut Tx, owner: &Owner, file: &NewFile) -> Result<(UploadId, Vec<Doomed>)> {
    let now = tx.now();
    let clocks = retention::in_force(tx.db(), Clocked::PendingUpload)?.stamp(now);
    let id: UploadId = diesel::insert_into(uploads::table)
        .values((
            uploads::participant_id.eq(owner.participant),
            uploads::action_id.eq(owner.action),
            uploads::state.eq(State::Pending),
            uploads::file_name.eq(&file.name),
            uploads::kind.eq(file.kind.extension()),
            uploads::size.eq(i64::try_from(file.stored.size).unwrap_or(i64::MAX)),
            uploads::blob.eq(file.stored.blob.as_str()),
            uploads::uploaded_at.eq(now),
            uploads::portal_until.eq(clocks.portal_until),
            uploads::destroy_at.eq(clocks.destroy_at),
            uploads::policy.eq(clocks.version),
        ))
        .returning(uploads::id)
        .get_result(tx.db())?;
    tx.record("uploaded", "uploads", id.0, Some(owner.person.0))?;
    Ok((id, replaced(tx, owner, id)?))
}

fn replaced(tx: &mut Tx, owner: &Owner, by: UploadId) -> Result<Vec<Doomed>> {
    let now = tx.now();
    let waiting = uploads::table
        .filter(uploads::participant_id.eq(owner.participant).and(uploads::action_id.eq(owner.action)))
        .filter(uploads::state.eq(State::Pending).and(uploads::id.ne(by)))
        .filter(uploads::portal_until.ge(now));
    let old: Vec<(UploadId, String)> = waiting.select((uploads::id, uploads::blob)).load(tx.db())?;
    let old: Vec<Doomed> = old.into_iter().map(|(id, blob)| Doomed { id, blob, person: owner.person }).collect();
    for doomed in &old {
        end_clocks(tx, doomed.id)?;
        tx.record("replaced", "uploads", doomed.id.0, Some(owner.person.0))?;
    }
    // Out of sight, but kept while it is held: then the sweep takes it afterwards.
    let held = retention::held_files(tx.db(), owner.person, now)?;
    Ok(old.into_iter().filter(|doomed| !held.iter().any(|(id, _)| *id == doomed.id.0)).collect())
}

/// Hands in a pending upload: its clocks start, and its action is done. Twice is once.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope or no longer there.
pub fn confirm(tx: &mut Tx, scope: Scope, id: UploadId) -> Result<()> {
    let now = tx.now();
    let upload = own(tx.db(), scope, id, now)?;
    let clocks = retention::in_force(tx.db(), Clocked::Upload)?.stamp(upload.clocks_start(now));
    let changed = diesel::update(uploads::table.find(id).filter(uploads::state.eq(State::Pending)))
        .set((
            uploads::state.eq(State::Confirmed),
            uploads::confirmed_at.eq(now),
            uploads::portal_until.eq(clocks.portal_until),
            uploads::destroy_at.eq(clocks.destroy_at),
            uploads::policy.eq(clocks.version),
        ))
        .execute(tx.db())?;
    if changed == 1 {
        complete(tx, upload.owner.participant, upload.owner.action)?;
        tx.record("confirmed", "uploads", id.0, Some(upload.owner.person.0))?;
    }
    Ok(())
}

/// Takes an upload back for its owner: it is out of sight from here on and is yours to destroy. The action is
/// open again when nothing else was handed in for it.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope or no longer there, [`Error::Conflict`] while it is held.
pub fn withdraw(tx: &mut Tx, scope: Scope, id: UploadId) -> Result<Doomed> {
    let now = tx.now();
    let upload = own(tx.db(), scope, id, now)?;
    if held(tx.db(), upload.owner.person, id, now)?.is_some() {
        return Err(Error::Conflict);
    }
    end_clocks(tx, id)?;
    if upload.state == State::Confirmed && !handed_in(tx.db(), &upload.owner, None, now)? {
        reopen(tx, upload.owner.participant, upload.owner.action)?;
    }
    tx.record("withdrawn", "uploads", id.0, Some(upload.owner.person.0))?;
    Ok(Doomed { id, blob: upload.blob, person: upload.owner.person })
}

/// Whether `owner` handed in something for the action, other than `but`, that still exists at `now`.
pub fn handed_in(db: &mut Db, owner: &Owner, but: Option<UploadId>, now: Moment) -> Result<bool> {
    let rows = uploads::table
        .filter(uploads::participant_id.eq(owner.participant).and(uploads::action_id.eq(owner.action)))
        .filter(uploads::state.eq(State::Confirmed).and(uploads::destroy_at.ge(now)))
        .filter(uploads::id.ne(but.unwrap_or(UploadId(0))));
    Ok(diesel::select(exists(rows.select(uploads::id))).get_result(db)?)
}

/// Both clocks are over: nobody sees the file, and if we are cut off now the sweep finishes the work.
fn end_clocks(tx: &mut Tx, id: UploadId) -> Result<()> {
    let over = tx.now().minus(TimeDelta::seconds(1));
    diesel::update(uploads::table.find(id))
        .set((uploads::portal_until.eq(over), uploads::destroy_at.eq(over)))
        .execute(tx.db())?;
    Ok(())
}

/// The hold on the file `id` of `person` at `now` that lasts longest.
///
/// # Errors
/// When the database refuses.
pub fn held(db: &mut Db, person: PersonId, id: UploadId, now: Moment) -> Result<Option<HeldFor>> {
    let held = retention::held_files(db, person, now)?;
    Ok(held.into_iter().rfind(|(held, _)| *held == id.0).map(|(_, why)| why))
}

/// The uploads whose last moment was before `before`, by number, but for what is held: at most `most` after
/// `after`.
///
/// # Errors
/// When the database refuses.
pub fn over(db: &mut Db, before: Moment, held: &Held, after: UploadId, most: i64) -> Result<Vec<Doomed>> {
    Ok(uploads::table
        .inner_join(participants::table)
        .filter(uploads::destroy_at.lt(before).and(uploads::id.gt(after)))
        .filter(uploads::id.ne_all(held.uploads.clone()))
        .filter(participants::person_id.ne_all(held.people.clone()))
        .filter(participants::project_id.ne_all(held.projects.clone()))
        .order(uploads::id)
        .limit(most)
        .select((uploads::id, uploads::blob, participants::person_id))
        .load(db)?)
}

/// Deletes the rows of files that were destroyed, each with its line in the register; says how many there were.
///
/// # Errors
/// When the database refuses.
pub fn remove(tx: &mut Tx, destroyed: &[Doomed]) -> Result<usize> {
    let mut count = 0;
    for doomed in destroyed {
        if diesel::delete(uploads::table.find(doomed.id)).execute(tx.db())? == 1 {
            tx.record("destroyed", "uploads", doomed.id.0, Some(doomed.person.0))?;
            count += 1;
        }
    }
    Ok(count)
}

/// The uploads with the numbers `ids`, to be destroyed.
///
/// # Errors
/// When the database refuses.
pub fn numbered(db: &mut Db, ids: &[i64]) -> Result<Vec<Doomed>> {
    Ok(uploads::table
        .inner_join(participants::table)
        .filter(uploads::id.eq_any(ids.iter().map(|id| UploadId(*id))))
        .select((uploads::id, uploads::blob, participants::person_id))
        .load(db)?)
}

/// The uploads whose file has a name from `from` up to but not including `to`.
///
/// # Errors
/// When the database refuses.
pub fn named_between(db: &mut Db, from: &str, to: &str) -> Result<Vec<(UploadId, String)>> {
    let rows = uploads::table.filter(uploads::blob.ge(from).and(uploads::blob.lt(to)));
    Ok(rows.select((uploads::id, uploads::blob)).load(db)?)
}

/// The upload whose file is called `blob`, if there is one.
///
/// # Errors
/// When the database refuses.
pub fn named(db: &mut Db, blob: &str) -> Result<Option<UploadId>> {
    Ok(uploads::table.filter(uploads::blob.eq(blob)).select(uploads::id).first(db).optional()?)
}

/// Which of `ids` still have a row.
///
/// # Errors
/// When the database refuses.
pub fn still_there(db: &mut Db, ids: &[UploadId]) -> Result<Vec<UploadId>> {
    Ok(uploads::table.filter(uploads::id.eq_any(ids)).select(uploads::id).load(db)?)
}

/// How many files are kept, handed in or not.
///
/// # Errors
/// When the database refuses.
pub fn stored(db: &mut Db) -> Result<i64> {
    Ok(uploads::table.count().get_result(db)?)
}

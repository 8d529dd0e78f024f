//! All statements about portfolios.

use chrono::NaiveDate;
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use super::model::{Certificate, File, Interests, Item, ItemId, Kind, NewItem, Part, Pupil, Step};
use crate::access::{Reach, Scope};
use crate::crm::people::{PersonId, name};
use crate::learning::actions::{ActionId, done_lasts};
use crate::planning::projects::{ParticipantId, participants_within};
use crate::platform::db::schema::{
    actions, certificate_facts, certificates, completions, enrolments, groups, participants, people, portfolio_items,
    portfolio_shares, portfolios, projects, trainings, uploads,
};
use crate::platform::db::{Db, Moment, Tx, each_backend};
use crate::platform::error::{Error, Result};
use crate::platform::web::Paging;

/// Most items of one kind; far more than anybody tells about.
pub const MOST: i64 = 50;
/// Lines on one page of a list.
const PAGE: i64 = 50;

/// Whose portfolio may be read: only a query with a scope, or a trainer's group, makes one.
#[derive(Debug, Clone, Copy)]
pub struct Owner(PersonId);

impl Owner {
    /// The student of `scope`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is nobody's own.
    pub fn of(scope: Scope) -> Result<Self> {
        match scope.reach() {
            Reach::Own(person) => Ok(Self(person)),
            _ => Err(Error::NotFound),
        }
    }
}

macro_rules! item {
    () => {
        (
            portfolio_items::id,
            portfolio_items::kind,
            portfolio_items::title,
            portfolio_items::organisation,
            portfolio_items::starts,
            portfolio_items::ends,
            portfolio_items::description,
            portfolio_items::version,
        )
    };
}

/// The items of these kinds, what goes on first and then what ended last.
///
/// # Errors
/// When the database refuses.
pub fn items(db: &mut Db, owner: Owner, kinds: &[Kind]) -> Result<Vec<Item>> {
    let mut items: Vec<Item> = portfolio_items::table
        .filter(portfolio_items::person_id.eq(owner.0).and(portfolio_items::kind.eq_any(kinds)))
        .order(portfolio_items::id)
        .select(item!())
        .load(db)?;
    items.sort_by_key(Item::rank);
    Ok(items)
}

/// The item `id` of `owner`.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's.
pub fn item(db: &mut Db, owner: Owner, id: ItemId) -> Result<Item> {
    let own = portfolio_items::id.eq(id).and(portfolio_items::person_id.eq(owner.0));
    Ok(portfolio_items::table.filter(own).select(item!()).first(db)?)
}

/// Adds an item, unless the same is there: somebody pressed twice. False when there is no room for more.
///
/// # Errors
/// When the database refuses.
pub fn add(tx: &mut Tx, owner: Owner, kind: Kind, new: &NewItem) -> Result<bool> {
    let there = items(tx.db(), owner, &[kind])?;
    if there.iter().any(|item| item.says(new)) {
        return Ok(true);
    }
    if there.len() as i64 >= MOST {
        return Ok(false);
    }
    let id: ItemId = diesel::insert_into(portfolio_items::table)
        .values((
            portfolio_items::person_id.eq(owner.0),
            portfolio_items::kind.eq(kind),
            portfolio_items::title.eq(&new.title),
            portfolio_items::organisation.eq(&new.organisation),
            portfolio_items::starts.eq(&new.starts),
            portfolio_items::ends.eq(&new.ends),
            portfolio_items::description.eq(&new.description),
            portfolio_items::version.eq(1),
        ))
        .returning(portfolio_items::id)
        .get_result(tx.db())?;
    tx.record("created", "portfolio_items", id.0, Some(owner.0.0))?;
    Ok(true)
}

/// Makes `item` say what `new` says.
///
/// # Errors
/// When the database refuses.
pub fn change(tx: &mut Tx, owner: Owner, item: &Item, new: &NewItem) -> Result<()> {
    if item.says(new) {
        return Ok(());
    }
    diesel::update(portfolio_items::table.find(item.id))
        .set((
            portfolio_items::title.eq(&new.title),
            portfolio_items::organisation.eq(&new.organisation),
            portfolio_items::starts.eq(&new.starts),
            portfolio_items::ends.eq(&new.ends),
            portfolio_items::description.eq(&new.description),
            portfolio_items::version.eq(item.version + 1),
        ))
        .execute(tx.db())?;
    tx.record("changed", "portfolio_items", item.id.0, Some(owner.0.0))
}

/// Removes an item, also from a backup that is put back later.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's, or gone.
pub fn remove(tx: &mut Tx, owner: Owner, id: ItemId) -> Result<Kind> {
    let item = item(tx.db(), owner, id)?;
    diesel::delete(portfolio_items::table.find(id)).execute(tx.db())?;
    tx.record("destroyed", "portfolio_items", id.0, Some(owner.0.0))?;
    Ok(item.kind)
}

/// What interests `owner`.
///
/// # Errors
/// When the database refuses.
pub fn interests(db: &mut Db, owner: Owner) -> Result<Interests> {
    let row = portfolios::table.filter(portfolios::person_id.eq(owner.0));
    let row = row.select((portfolios::interests, portfolios::version)).first(db).optional()?;
    Ok(row.unwrap_or_default())
}

/// Makes `words` what interests `owner`; nothing takes what was there away, also from a backup that is put back later.
///
/// # Errors
/// When the database refuses.
pub fn set_interests(tx: &mut Tx, owner: Owner, words: &str) -> Result<()> {
    let row = portfolios::table.filter(portfolios::person_id.eq(owner.0));
    let known: Option<(i64, i32)> = row.select((portfolios::id, portfolios::version)).first(tx.db()).optional()?;
    let (id, act) = match known {
        Some((id, _)) if words.is_empty() => {
            diesel::delete(portfolios::table.find(id)).execute(tx.db())?;
            (id, "destroyed")
        }
        Some((id, version)) => {
            diesel::update(portfolios::table.find(id))
                .set((portfolios::interests.eq(words), portfolios::version.eq(version + 1)))
                .execute(tx.db())?;
            (id, "changed")
        }
        None if words.is_empty() => return Ok(()),
        None => {
            let row = (portfolios::person_id.eq(owner.0), portfolios::interests.eq(words), portfolios::version.eq(1));
            let id =
                diesel::insert_into(portfolios::table).values(row).returning(portfolios::id).get_result(tx.db())?;
            (id, "created")
        }
    };
    tx.record(act, "portfolios", id, Some(owner.0.0))
}

/// The parts that `owner` shows, in their order.
///
/// # Errors
/// When the database refuses.
pub fn shown(db: &mut Db, owner: Owner) -> Result<Vec<Part>> {
    let rows = portfolio_shares::table.filter(portfolio_shares::person_id.eq(owner.0));
    let mut parts: Vec<Part> = rows.select(portfolio_shares::part).load(db)?;
    parts.sort();
    Ok(parts)
}

/// Shows `wanted` and nothing else from now on. What is shown no more is not shown again by a backup that is put back
/// later either.
///
/// # Errors
/// When the database refuses.
pub fn show(tx: &mut Tx, owner: Owner, wanted: &[Part]) -> Result<()> {
    let now = tx.now();
    let rows = portfolio_shares::table.filter(portfolio_shares::person_id.eq(owner.0));
    let known: Vec<(i64, Part)> = rows.select((portfolio_shares::id, portfolio_shares::part)).load(tx.db())?;
    for (id, _) in known.iter().filter(|(_, part)| !wanted.contains(part)) {
        diesel::delete(portfolio_shares::table.find(id)).execute(tx.db())?;
        tx.record("withdrawn", "portfolio_shares", *id, Some(owner.0.0))?;
    }
    for part in wanted.iter().filter(|part| !known.iter().any(|(_, known)| known == *part)) {
        let id: i64 = diesel::insert_into(portfolio_shares::table)
            .values((
                portfolio_shares::person_id.eq(owner.0),
                portfolio_shares::part.eq(part),
                portfolio_shares::shown_at.eq(now),
            ))
            .returning(portfolio_shares::id)
            .get_result(tx.db())?;
        tx.record("shown", "portfolio_shares", id, Some(owner.0.0))?;
    }
    Ok(())
}

/// The steps of `owner` in every project that is not over for `scope`, in order, with when each was done.
///
/// # Errors
/// When the database refuses.
pub fn steps(db: &mut Db, scope: Scope, owner: Owner) -> Result<Vec<Step>> {
    let did = completions::action_id.eq(actions::id).and(completions::participant_id.eq(participants::id));
    let rows = participants::table
        .inner_join(projects::table.inner_join(trainings::table))
        .inner_join(actions::table.on(actions::project_id.eq(participants::project_id)))
        .left_join(completions::table.on(did.and(done_lasts!(scope))))
        .filter(participants::person_id.eq(owner.0).and(projects::ends_on.ge(scope.horizon().people)))
        .order((participants::id, actions::position))
        .select((
            projects::id,
            projects::name,
            trainings::name,
            projects::starts_on,
            projects::ends_on,
            actions::id,
            actions::kind,
            actions::title,
            completions::done_at.nullable(),
        ));
    Ok(each_backend!(db, c => rows.load(c))?)
}

/// The certificates of `owner` whose data exist at `now`, the newest first. They outlive the rest of a project.
///
/// # Errors
/// When the database refuses.
pub fn certificates(db: &mut Db, owner: Owner, now: Moment) -> Result<Vec<Certificate>> {
    Ok(certificates::table
        .inner_join(participants::table)
        .inner_join(certificate_facts::table)
        .filter(participants::person_id.eq(owner.0).and(certificates::replaced_on.is_null()))
        .filter(certificate_facts::destroy_at.ge(now))
        .order((certificate_facts::issued_on.desc(), certificates::id.desc()))
        .select((
            participants::project_id,
            certificate_facts::number,
            certificate_facts::training,
            certificate_facts::issued_on,
        ))
        .load(db)?)
}

/// The files that `owner` handed in and that staff with `scope` may read at `now`.
///
/// # Errors
/// When the database refuses.
pub fn readable(db: &mut Db, scope: Scope, owner: Owner, now: Moment) -> Result<Vec<File>> {
    let (Reach::Taught(_) | Reach::All) = scope.reach() else { return Ok(Vec::new()) };
    let rows = uploads::table
        .inner_join(participants::table)
        .filter(participants::person_id.eq(owner.0))
        .filter(uploads::confirmed_at.is_not_null().and(uploads::destroy_at.ge(now)))
        .order((uploads::confirmed_at.desc(), uploads::id.desc()))
        .select((uploads::id, uploads::action_id, uploads::file_name, uploads::size))
        .into_boxed();
    let rows: Vec<(i64, ActionId, String, i64)> = participants_within!(rows, scope).load(db)?;
    let file = |(id, action, name, size)| File { action, name, size, href: format!("/staff/uploads/{id}") };
    Ok(rows.into_iter().map(file).collect())
}

/// Who is in a group of `trainer` whose project runs on `today`, and shows something. Of a trainer who reaches every
/// project it is their own groups too: that is what students are told.
macro_rules! pupils {
    ($trainer:expr, $today:expr, $select:expr) => {
        participants::table
            .inner_join(people::table)
            .inner_join(projects::table)
            .inner_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
            .inner_join(groups::table.on(groups::id.eq(enrolments::group_id)))
            .filter(groups::trainer_id.eq($trainer).and(projects::ends_on.ge($today)))
            .filter(people::erased_at.is_null())
            .filter(exists(
                portfolio_shares::table
                    .filter(portfolio_shares::person_id.eq(participants::person_id))
                    .select(portfolio_shares::id),
            ))
            .select($select)
            .into_boxed()
    };
}

macro_rules! pupil {
    () => {
        (participants::id, people::id, name!(), projects::name, projects::ends_on, groups::name)
    };
}

/// Who shows something to `trainer` on `today`, by project, group and name: those of page `page`.
///
/// # Errors
/// When the database refuses.
pub fn pupils(db: &mut Db, trainer: PersonId, today: NaiveDate, page: i64) -> Result<(Vec<Pupil>, Paging)> {
    let paging = Paging::of(page, PAGE, pupils!(trainer, today, count_star()).first(db)?);
    let rows = pupils!(trainer, today, pupil!())
        .order((projects::name_folded, groups::name, people::name_folded, participants::id))
        .limit(PAGE)
        .offset(paging.offset());
    Ok((rows.load(db)?, paging))
}

/// What somebody shows to a trainer.
pub struct Shown {
    /// Who.
    pub pupil: Pupil,
    /// The proof that it may be read.
    pub owner: Owner,
    /// The parts.
    pub parts: Vec<Part>,
    /// The row that says so of one of them, for the register.
    pub row: i64,
}

/// What the participant `id` shows to `trainer` on `today`.
///
/// # Errors
/// [`Error::NotFound`] when they show nothing, or not to this trainer.
pub fn pupil(db: &mut Db, trainer: PersonId, today: NaiveDate, id: ParticipantId) -> Result<Shown> {
    let pupil: Pupil = pupils!(trainer, today, pupil!()).filter(participants::id.eq(id)).first(db)?;
    let owner = Owner(pupil.person);
    let rows: Vec<(i64, Part)> = portfolio_shares::table
        .filter(portfolio_shares::person_id.eq(owner.0))
        .order(portfolio_shares::id)
        .select((portfolio_shares::id, portfolio_shares::part))
        .load(db)?;
    // Between the two statements they may have taken it back.
    let row = rows.first().ok_or(Error::NotFound)?.0;
    Ok(Shown { pupil, owner, parts: rows.into_iter().map(|row| row.1).collect(), row })
}

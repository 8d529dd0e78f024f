//! All statements about requests.

use chrono::NaiveDate;
use diesel::dsl::{count_star, min};
use diesel::prelude::*;

use super::model::{KEPT, Kind, MOST_OPEN, NewRequest, Request, RequestId, Waiting, due};
use crate::access::{Reach, Role, RunRequests, Scope};
use crate::crm::people::{Name, PersonId};
use crate::platform::db::schema::{people, request_words, requests, staff_roles};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::privacy::retention::Held;

/// Requests on one page.
pub const PER_PAGE: i64 = 50;
/// Rows that are destroyed in one transaction.
const BATCH: i64 = 200;

macro_rules! columns {
    () => {
        (
            requests::id,
            requests::kind,
            requests::received_at,
            requests::due_on,
            requests::withdrawn_at,
            requests::answered_at,
            request_words::asked.nullable(),
        )
    };
}

macro_rules! open {
    () => {
        requests::withdrawn_at.is_null().and(requests::answered_at.is_null())
    };
}

/// Whose requests `scope` reaches: one person's own, or with `None` everybody's.
fn whose(scope: Scope) -> Result<Option<PersonId>> {
    match scope.reach() {
        Reach::Own(person) => Ok(Some(person)),
        Reach::All => Ok(None),
        Reach::Led(_) | Reach::Taught(_) => Err(Error::NotFound),
    }
}

fn officer(scope: Scope) -> Result<()> {
    if scope.reach() == Reach::All { Ok(()) } else { Err(Error::NotFound) }
}

/// The requests of the person of `scope`, the newest first.
pub fn own(db: &mut Db, scope: Scope) -> Result<Vec<Request>> {
    let Some(person) = whose(scope)? else { return Err(Error::NotFound) };
    Ok(requests::table
        .left_join(request_words::table)
        .filter(requests::person_number.eq(person))
        .order(requests::id.desc())
        .limit(200)
        .select(columns!())
        .load(db)?)
}

/// What came of a request.
pub enum Filed {
    /// It is there, under this number, to be answered on this day at the latest.
    Done(RequestId, NaiveDate),
    /// The same words wait already, since before.
    Known,
    /// So many wait already that there is no room for another.
    TooMany,
}

/// Writes down what the person of `scope` asks. The same question that waits already is not a second one.
///
/// # Errors
/// [`Error::NotFound`] for a scope that is nobody's own.
pub fn file(tx: &mut Tx, scope: Scope, new: &NewRequest) -> Result<Filed> {
    let Some(person) = whose(scope)? else { return Err(Error::NotFound) };
    // One press of the button after the other.
    let row = people::table.find(person);
    diesel::update(row).set(people::created_at.eq(people::created_at)).execute(tx.db())?;
    let waiting: Vec<(Kind, Option<String>)> = requests::table
        .left_join(request_words::table)
        .filter(requests::person_number.eq(person).and(open!()))
        .select((requests::kind, request_words::asked.nullable()))
        .load(tx.db())?;
    if waiting.iter().any(|(kind, asked)| *kind == new.kind && asked.as_deref() == Some(new.asked.as_str())) {
        return Ok(Filed::Known);
    }
    if i64::try_from(waiting.len()).is_ok_and(|open| open >= MOST_OPEN) {
        return Ok(Filed::TooMany);
    }
    let (now, due_on) = (tx.now(), due(tx.now()));
    let id: RequestId = diesel::insert_into(requests::table)
        .values((
            requests::person_number.eq(person),
            requests::kind.eq(new.kind),
            requests::received_at.eq(now),
            requests::due_on.eq(due_on),
        ))
        .returning(requests::id)
        .get_result(tx.db())?;
    diesel::insert_into(request_words::table)
        .values((request_words::request_id.eq(id), request_words::asked.eq(&new.asked)))
        .execute(tx.db())?;
    tx.record("requested", "requests", id.0, Some(person.0))?;
    Ok(Filed::Done(id, due_on))
}

/// Takes back a request of the person of `scope`. One that was answered or taken back stays as it is.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub fn withdraw(tx: &mut Tx, scope: Scope, id: RequestId) -> Result<()> {
    let Some(person) = whose(scope)? else { return Err(Error::NotFound) };
    let now = tx.now();
    let theirs = requests::id.eq(id).and(requests::person_number.eq(person));
    requests::table.filter(theirs).select(requests::id).first::<RequestId>(tx.db())?;
    let waits = requests::table.filter(theirs).filter(open!());
    if diesel::update(waits).set(requests::withdrawn_at.eq(now)).execute(tx.db())? == 1 {
        tx.record("request_withdrawn", "requests", id.0, Some(person.0))?;
    }
    Ok(())
}

/// What waits for officers within `scope`; none when nothing does.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, scope: Scope) -> Result<Option<Waiting>> {
    officer(scope)?;
    let (count, first): (i64, Option<NaiveDate>) =
        requests::table.filter(open!()).select((count_star(), min(requests::due_on))).first(db)?;
    Ok(first.map(|first_due| Waiting { count, first_due }))
}

/// A request with whose it is: a number, and a name while there is one.
pub type Theirs = (Request, PersonId, Option<Name>);

/// Every request within `scope` from line `offset` on: what waits first, the first to be answered on top.
pub fn listed(db: &mut Db, scope: Scope, offset: i64) -> Result<Vec<Theirs>> {
    officer(scope)?;
    let rows: Vec<(Request, PersonId, Option<Name>)> = requests::table
        .left_join(request_words::table)
        .left_join(people::table.on(people::id.eq(requests::person_number)))
        .order((open!().desc(), requests::due_on, requests::id))
        .limit(PER_PAGE)
        .offset(offset)
        .select((columns!(), requests::person_number, Option::<Name>::as_select()))
        .load(db)?;
    Ok(rows)
}

/// How many requests there are within `scope`.
pub fn count(db: &mut Db, scope: Scope) -> Result<i64> {
    officer(scope)?;
    Ok(requests::table.count().get_result(db)?)
}

/// The request `id` within `scope`.
pub fn find(db: &mut Db, scope: Scope, id: RequestId) -> Result<Theirs> {
    officer(scope)?;
    Ok(requests::table
        .left_join(request_words::table)
        .left_join(people::table.on(people::id.eq(requests::person_number)))
        .filter(requests::id.eq(id))
        .select((columns!(), requests::person_number, Option::<Name>::as_select()))
        .first(db)?)
}

/// Notes that a request was answered. One that was taken back, or answered before, stays as it is.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn answer(tx: &mut Tx, scope: Scope, id: RequestId) -> Result<()> {
    officer(scope)?;
    let now = tx.now();
    let person: PersonId = requests::table.find(id).select(requests::person_number).first(tx.db())?;
    let waits = requests::table.filter(requests::id.eq(id)).filter(open!());
    if diesel::update(waits).set(requests::answered_at.eq(now)).execute(tx.db())? == 1 {
        tx.record("request_answered", "requests", id.0, Some(person.0))?;
    }
    Ok(())
}

/// Somebody who answers requests.
#[derive(Debug, Clone, Queryable)]
pub struct Officer {
    /// The person.
    pub person: PersonId,
    /// What they are called.
    pub name: Name,
    /// Where letters to them go.
    pub email: String,
    /// The language they chose.
    pub language: Option<Lang>,
}

/// Who answers requests on `today`: the officers whose non-disclosure agreement is on record.
pub fn officers(db: &mut Db, today: NaiveDate) -> Result<Vec<Officer>> {
    let able: Vec<Role> = Role::ALL.iter().copied().filter(|role| role.may::<RunRequests>()).collect();
    Ok(staff_roles::table
        .inner_join(people::table)
        .filter(staff_roles::role.eq_any(able))
        .filter(staff_roles::agreed_on.le(today).and(staff_roles::starts_on.le(today)))
        .filter(staff_roles::ends_on.is_null().or(staff_roles::ends_on.ge(today)))
        .filter(people::erased_at.is_null().and(people::email.ne("")))
        .order(people::id)
        .select((people::id, Name::as_select(), people::email, people::language))
        .distinct()
        .load(db)?)
}

/// The last day for an answer to the request `id`, while it waits.
pub fn due_of(db: &mut Db, id: RequestId) -> Result<Option<NaiveDate>> {
    Ok(requests::table.find(id).filter(open!()).select(requests::due_on).first(db).optional()?)
}

/// Deletes some requests that came in so long ago; says how many.
pub fn destroy_some(tx: &mut Tx, now: Moment) -> Result<usize> {
    let held = Held::at(tx.db(), now)?;
    let rows: Vec<(RequestId, i64)> = requests::table
        .filter(requests::received_at.lt(KEPT.start_of_what_lasts(now)))
        .filter(requests::person_number.ne_all(held.people))
        .order(requests::id)
        .limit(BATCH)
        .select((requests::id, requests::person_number))
        .load(tx.db())?;
    for (id, person) in &rows {
        diesel::delete(requests::table.find(id)).execute(tx.db())?;
        tx.record("destroyed", "requests", id.0, Some(*person))?;
    }
    Ok(rows.len())
}

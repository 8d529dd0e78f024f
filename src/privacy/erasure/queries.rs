//! All statements of an erasure. The tables and columns come from the data map, never from what was typed.

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text, Timestamp};

use super::model::{Doomed, Extent, Line, Subject};
use crate::access::{Reach, Scope};
use crate::crm::people::{Name, PersonId};
use crate::learning::certificates;
use crate::platform::db::schema::{
    certificate_facts, employments, letters, organisations, participants, people, rosters,
};
use crate::platform::db::{Db, Moment, Tx, required};
use crate::platform::error::{Error, Result};
use crate::platform::folding::patterns;
use crate::privacy::data_map::{Category, Fate, Kept, Table, traced};

/// Most people that a search shows: whoever searches for one narrows it down.
pub const FOUND: i64 = 20;

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(QueryableByName)]
struct File {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    blob: String,
}

/// The people within `scope` whose name or address holds each word of `search`, by name; or whose certificate has that
/// number.
pub fn search(db: &mut Db, scope: Scope, search: &str) -> Result<Vec<Subject>> {
    let words = patterns(search);
    if words.is_empty() || scope.reach() != Reach::All {
        return Ok(Vec::new());
    }
    if let Some(number) = certificates::number_in(search) {
        let theirs = certificate_facts::table
            .inner_join(participants::table.on(participants::id.eq(certificate_facts::participant_id)))
            .filter(certificate_facts::number.eq(number));
        let person: Option<PersonId> = theirs.select(participants::person_id).first(db).optional()?;
        return person.map(|id| find(db, scope, id)).into_iter().collect();
    }
    let mut rows = people::table
        .filter(people::erased_at.is_null())
        .order((people::name_folded, people::id))
        .limit(FOUND)
        .select((people::id, Name::as_select(), people::email))
        .into_boxed();
    for word in words {
        let address = people::email_folded.like(word.clone()).escape('\\');
        rows = rows.filter(people::name_folded.like(word).escape('\\').or(address));
    }
    let rows: Vec<(PersonId, Name, String)> = rows.load(db)?;
    rows.into_iter().map(|row| subject(db, row)).collect()
}

/// The person `id` within `scope`, unless they were erased and nothing is left of them. Whose registration ended and
/// who has a certificate still has the name that stands on that.
pub fn find(db: &mut Db, scope: Scope, id: PersonId) -> Result<Subject> {
    if scope.reach() != Reach::All {
        return Err(Error::NotFound);
    }
    let rows = people::table.find(id).filter(people::erased_at.is_null());
    if let Some(row) = rows.select((people::id, Name::as_select(), people::email)).first(db).optional()? {
        return subject(db, row);
    }
    let holder: String = certificate_facts::table
        .inner_join(participants::table.on(participants::id.eq(certificate_facts::participant_id)))
        .filter(participants::person_id.eq(id))
        .order(certificate_facts::id.desc())
        .select(certificate_facts::holder)
        .first(db)?;
    let name = Name { last_name: holder, ..Name::default() };
    Ok(Subject { id, name, email: String::new(), employers: Vec::new() })
}

fn subject(db: &mut Db, (id, name, email): (PersonId, Name, String)) -> Result<Subject> {
    let employers = employments::table
        .inner_join(organisations::table)
        .filter(employments::person_id.eq(id))
        .order(organisations::name_folded)
        .select(organisations::name)
        .load(db)?;
    Ok(Subject { id, name, email, employers })
}

/// What there is about `person`, per table.
pub fn lines(db: &mut Db, person: PersonId) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for table in traced().into_iter().rev() {
        let rows = count(db, table, person)?;
        if rows > 0 && table.personal().next().is_some() {
            lines.push(Line { table, rows });
        }
    }
    Ok(lines)
}

fn count(db: &mut Db, table: &Table, person: PersonId) -> Result<i64> {
    let Some(condition) = table.condition() else { return Ok(0) };
    let asked = format!("SELECT COUNT(*) AS number FROM {} WHERE {condition}", table.name);
    Ok(sql_query(asked).bind::<BigInt, _>(person.0).get_result::<Count>(db)?.number)
}

/// Erases `person`, as far as `extent` goes, but for the rows that name a file, which are out of sight from here on and are yours to
/// destroy; says how many rows it was.
///
/// # Errors
/// When the database refuses.
pub fn erase(tx: &mut Tx, person: PersonId, extent: Extent) -> Result<(usize, Vec<Doomed>)> {
    let row = people::table.find(person).select((people::email, people::email_folded, people::erased_at));
    let Some((email, folded, erased_at)) = row.first::<(String, String, Option<Moment>)>(tx.db()).optional()? else {
        return Ok((0, Vec::new()));
    };
    let (mut rows, mut doomed) = (0, Vec::new());
    if erased_at.is_none() && !email.is_empty() {
        rows += forget_address(tx.db(), &email, &folded)?;
    }
    for table in traced() {
        rows += match table.fate() {
            Fate::Deleted if table.holds_files() => {
                doomed.append(&mut files(tx.db(), table, person)?);
                put_out_of_sight(tx, table, person)?
            }
            Fate::Deleted if table.outlives_registration() => match extent {
                Extent::Registration => 0,
                Extent::Everything => delete_each(tx, table, person)?,
            },
            Fate::Deleted => run(tx.db(), format!("DELETE FROM {}", table.name), table, person)?,
            Fate::Overwritten(columns) => overwrite(tx.db(), table, &columns, person)?,
            Fate::Kept => 0,
        };
    }
    if erased_at.is_none() {
        let now = tx.now();
        diesel::update(people::table.find(person)).set(people::erased_at.eq(now)).execute(tx.db())?;
        tx.record("erased", "people", person.0, Some(person.0))?;
    }
    destroy_stub(tx, person)?;
    Ok((rows, doomed))
}

/// What leads to the person by their address alone: the letter to somebody who forgot their password, which knows
/// no person yet, and a list that waits to be imported, which would make them anew.
fn forget_address(db: &mut Db, email: &str, folded: &str) -> Result<usize> {
    let theirs = letters::person_id.is_null().and(letters::address.eq_any([email, folded]));
    let asked = diesel::delete(letters::table.filter(theirs)).execute(db)?;
    let holds = |address: &str| format!("%{}%", address.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let sheet = rosters::sheet.like(holds(email)).escape('\\').or(rosters::sheet.like(holds(folded)).escape('\\'));
    Ok(asked + diesel::delete(rosters::table.filter(sheet)).execute(db)?)
}

fn run(db: &mut Db, statement: String, table: &Table, person: PersonId) -> Result<usize> {
    let Some(condition) = table.condition() else { return Ok(0) };
    Ok(sql_query(format!("{statement} WHERE {condition}")).bind::<BigInt, _>(person.0).execute(db)?)
}

/// Deletes rows that would have stayed if only the registration had ended. Each has its line, so that a backup that
/// is put back knows of which erasure it was.
fn delete_each(tx: &mut Tx, table: &Table, person: PersonId) -> Result<usize> {
    let Some(condition) = table.condition() else { return Ok(0) };
    let asked = format!("SELECT id AS number FROM {} WHERE {condition} ORDER BY id", table.name);
    let rows: Vec<Count> = sql_query(asked).bind::<BigInt, _>(person.0).load(tx.db())?;
    for row in &rows {
        let gone = sql_query(format!("DELETE FROM {} WHERE id = $1", table.name));
        gone.bind::<BigInt, _>(row.number).execute(tx.db())?;
        tx.record("destroyed", table.name, row.number, Some(person.0))?;
    }
    Ok(rows.len())
}

fn files(db: &mut Db, table: &Table, person: PersonId) -> Result<Vec<Doomed>> {
    let Some(condition) = table.condition() else { return Ok(Vec::new()) };
    let asked = format!("SELECT id, blob FROM {} WHERE {condition} ORDER BY id", table.name);
    let files: Vec<File> = sql_query(asked).bind::<BigInt, _>(person.0).load(db)?;
    Ok(files.into_iter().map(|file| Doomed { table: table.name, id: file.id, blob: file.blob }).collect())
}

/// Ends the clocks of rows with files: if we are cut off now, the sweep finishes the work. What else such a row
/// says waits for its file, which is a matter of moments.
fn put_out_of_sight(tx: &mut Tx, table: &Table, person: PersonId) -> Result<usize> {
    let Some(condition) = table.condition() else { return Ok(0) };
    // SQLite numbers by first appearance.
    let condition = condition.replace("$1", "$2");
    let asked = format!("UPDATE {} SET portal_until = $1, destroy_at = $1 WHERE {condition}", table.name);
    let over = tx.now().minus(TimeDelta::seconds(1));
    Ok(sql_query(asked).bind::<Timestamp, _>(over).bind::<BigInt, _>(person.0).execute(tx.db())?)
}

/// What may be empty is emptied. Where something must stand for a name, a number does; elsewhere nothing.
fn overwrite(db: &mut Db, table: &Table, columns: &[&str], person: PersonId) -> Result<usize> {
    let required = required(db, table.name)?;
    let named = |column: &str| {
        table
            .columns
            .iter()
            .any(|(name, kept)| *name == column && matches!(kept, Kept::Personal(p) if p.category == Category::Name))
    };
    let set = |column: &&str| match (required.iter().any(|r| r == column), named(column)) {
        (false, _) => format!("{column} = NULL"),
        (true, true) => format!("{column} = '#{}'", person.0),
        (true, false) => format!("{column} = ''"),
    };
    let set: Vec<_> = columns.iter().map(set).collect();
    run(db, format!("UPDATE {} SET {}", table.name, set.join(", ")), table, person)
}

/// Deletes the rows of files that were destroyed, each with its line in the register; says how many there were.
///
/// # Errors
/// When the database refuses.
pub fn remove(tx: &mut Tx, person: PersonId, destroyed: &[Doomed]) -> Result<usize> {
    let mut count = 0;
    for doomed in destroyed {
        let gone = sql_query(format!("DELETE FROM {} WHERE id = $1", doomed.table));
        if gone.bind::<BigInt, _>(doomed.id).execute(tx.db())? == 1 {
            tx.record("destroyed", doomed.table, doomed.id, Some(person.0))?;
            count += 1;
        }
    }
    destroy_stub(tx, person)?;
    Ok(count)
}

/// Deletes the row of somebody who was erased, unless something that stays needs it.
fn destroy_stub(tx: &mut Tx, person: PersonId) -> Result<bool> {
    for table in traced() {
        let leans = table.needs_stub() || table.holds_files();
        if leans && count(tx.db(), table, person)? > 0 {
            return Ok(false);
        }
    }
    let stub = people::table.find(person).filter(people::erased_at.is_not_null());
    let gone = diesel::delete(stub).execute(tx.db())? == 1;
    if gone {
        tx.record("destroyed", "people", person.0, Some(person.0))?;
    }
    Ok(gone)
}

/// Deletes what is left of people who were erased, where nothing needs it any more; says how many there were.
///
/// # Errors
/// When the database refuses.
pub fn destroy_stubs(tx: &mut Tx) -> Result<usize> {
    let stubs: Vec<PersonId> =
        people::table.filter(people::erased_at.is_not_null()).order(people::id).select(people::id).load(tx.db())?;
    let mut count = 0;
    for stub in stubs {
        count += usize::from(destroy_stub(tx, stub)?);
    }
    Ok(count)
}

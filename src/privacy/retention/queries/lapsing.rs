//! People who have done nothing for a long time, and staff who left.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::{exists, max, not};
use diesel::prelude::*;

use crate::crm::people::{Name, PersonId, name};
use crate::platform::db::schema::{
    accounts, farewells, letters, participants, people, project_leaders, projects, staff_roles,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// Whether the person whose number is in the column `$person` did something, or was given something to do, since
/// `$cutoff`. That they were entered as a person is not looked at: it was with or before their first part in a
/// project.
macro_rules! active_since {
    ($person:expr, $cutoff:expr) => {{
        use $crate::platform::db::schema::{accounts, participants};
        let cutoff = $cutoff;
        let (account, part) = diesel::alias!(accounts as active_account, participants as entered_later);
        let lately =
            account.field(accounts::created_at).ge(cutoff).or(account.field(accounts::last_seen_at).ge(cutoff));
        diesel::dsl::exists(
            account
                .filter(account.field(accounts::person_id).eq($person))
                .filter(lately)
                .select(account.field(accounts::id)),
        )
        .or(diesel::dsl::exists(
            part.filter(part.field(participants::person_id).eq($person))
                .filter(part.field(participants::created_at).ge(cutoff))
                .select(part.field(participants::id)),
        ))
    }};
}
pub(crate) use active_since;

/// `$rows`, which join `people`, limited to those who did nothing, and to whom nothing was given to do, since
/// `$cutoff`.
macro_rules! inactive {
    ($rows:expr, $cutoff:expr) => {{
        let cutoff = $cutoff;
        let active = $crate::privacy::retention::active_since!(people::id, cutoff);
        $rows.filter(people::created_at.lt(cutoff)).filter(diesel::dsl::not(active))
    }};
}
pub(super) use inactive;

/// `$rows`, which join `people`, limited to those who take part in no project, and lead none, that is not over
/// on `$today`.
macro_rules! without_open_project {
    ($rows:expr, $today:expr) => {
        $rows
            .filter(not(exists(
                participants::table
                    .inner_join(projects::table)
                    .filter(participants::person_id.eq(people::id).and(projects::ends_on.ge($today)))
                    .select(participants::id),
            )))
            .filter(not(exists(
                project_leaders::table
                    .inner_join(projects::table)
                    .filter(project_leaders::person_id.eq(people::id).and(projects::ends_on.ge($today)))
                    .select(project_leaders::id),
            )))
    };
}

/// `$rows`, which join `people`, limited to those whose registration follows its clock: nobody of the staff,
/// nobody with an open project, and nobody who was erased.
macro_rules! registered {
    ($rows:expr, $today:expr) => {
        without_open_project!($rows, $today).filter(people::erased_at.is_null()).filter(not(exists(
            staff_roles::table.filter(staff_roles::person_id.eq(people::id)).select(staff_roles::id),
        )))
    };
}

/// When to look, and whom to leave alone.
pub struct Look {
    /// Whoever did nothing since this moment has lapsed.
    pub cutoff: Moment,
    /// Projects that end on this day or later are open.
    pub today: NaiveDate,
    /// People who are held.
    pub held: Vec<i64>,
}

/// Somebody who is to be told that their registration ends.
pub struct Quiet {
    /// The person.
    pub person: PersonId,
    /// Where letters to them go; may be empty.
    pub email: String,
    /// The language they chose.
    pub language: Option<Lang>,
    /// The last thing they did, or that was given to them to do.
    pub active_at: Moment,
}

/// Some people who lapsed and were not told yet.
pub fn untold(db: &mut Db, look: &Look, most: i64) -> Result<Vec<Quiet>> {
    let rows = people::table
        .filter(people::id.ne_all(look.held.clone()))
        .filter(not(exists(farewells::table.filter(farewells::person_id.eq(people::id)).select(farewells::id))));
    let rows: Vec<(PersonId, String, Option<Lang>, Moment)> = registered!(inactive!(rows, look.cutoff), look.today)
        .order(people::id)
        .limit(most)
        .select((people::id, people::email, people::language, people::created_at))
        .load(db)?;
    let ids: Vec<PersonId> = rows.iter().map(|row| row.0).collect();
    let seen = last_activity(db, &ids)?;
    let quiet = rows.into_iter().map(|(person, email, language, created_at)| Quiet {
        person,
        email,
        language,
        active_at: seen.get(&person).map_or(created_at, |seen| created_at.max(*seen)),
    });
    Ok(quiet.collect())
}

/// When each of `people` was last seen, or last given something to do.
pub fn last_activity(db: &mut Db, people: &[PersonId]) -> Result<HashMap<PersonId, Moment>> {
    let mut last: HashMap<PersonId, Moment> = HashMap::new();
    let mut note = |person: PersonId, at: Option<Moment>| {
        let Some(at) = at else { return };
        let known = last.entry(person).or_insert(at);
        *known = at.max(*known);
    };
    let rows: Vec<(PersonId, Moment, Option<Moment>)> = accounts::table
        .filter(accounts::person_id.eq_any(people.to_vec()))
        .select((accounts::person_id, accounts::created_at, accounts::last_seen_at))
        .load(db)?;
    for (person, made, seen) in rows {
        note(person, Some(made));
        note(person, seen);
    }
    let rows: Vec<(PersonId, Option<Moment>)> = participants::table
        .filter(participants::person_id.eq_any(people.to_vec()))
        .group_by(participants::person_id)
        .select((participants::person_id, max(participants::created_at)))
        .load(db)?;
    for (person, entered) in rows {
        note(person, entered);
    }
    Ok(last)
}

/// What somebody is called, and the sign-in name of their account with whether it has a password.
pub type Addressee = (Name, Option<(String, bool)>);

/// Whom a letter to `person` speaks to; nothing without such a person.
pub fn addressee(db: &mut Db, person: PersonId) -> Result<Option<Addressee>> {
    Ok(people::table
        .left_join(accounts::table)
        .filter(people::id.eq(person))
        .select((name!(), (accounts::sign_in_name, accounts::password_hash.is_not_null()).nullable()))
        .first(db)
        .optional()?)
}

/// Notes that somebody was told, by the letter with this key.
pub fn told(tx: &mut Tx, quiet: &Quiet, letter_key: &str) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(farewells::table)
        .values((
            farewells::person_id.eq(quiet.person),
            farewells::warned_at.eq(now),
            farewells::letter_key.eq(letter_key),
        ))
        .execute(tx.db())?;
    tx.record("warned", "people", quiet.person.0, Some(quiet.person.0))
}

/// Forgets that people were told who came back since, of those after `after`; says the last number it looked
/// at, none at the end.
pub fn forget_returned(tx: &mut Tx, look: &Look, after: i64, most: i64) -> Result<Option<i64>> {
    let some = farewells::table.filter(farewells::id.gt(after)).order(farewells::id).limit(most);
    let ids: Vec<i64> = some.select(farewells::id).load(tx.db())?;
    let rows = farewells::table.inner_join(people::table).filter(farewells::id.eq_any(ids.clone()));
    let quiet: Vec<i64> = registered!(inactive!(rows, look.cutoff), look.today).select(farewells::id).load(tx.db())?;
    let back: Vec<i64> = ids.iter().copied().filter(|id| !quiet.contains(id)).collect();
    if !back.is_empty() {
        diesel::delete(farewells::table.filter(farewells::id.eq_any(back))).execute(tx.db())?;
    }
    Ok(ids.last().copied())
}

/// Some people, after `after`, whose registration is over: they were told before `told_before`, by a letter
/// that does not wait any more, and did not come back.
pub fn over(db: &mut Db, look: &Look, told_before: Moment, after: PersonId, most: i64) -> Result<Vec<PersonId>> {
    let waits = letters::table
        .filter(letters::dedupe_key.eq(farewells::letter_key))
        .filter(letters::sent_at.is_null().and(letters::failed_at.is_null()))
        .select(letters::id);
    let rows = farewells::table
        .inner_join(people::table)
        .filter(farewells::warned_at.lt(told_before).and(not(exists(waits))))
        .filter(people::id.gt(after).and(people::id.ne_all(look.held.clone())));
    Ok(registered!(inactive!(rows, look.cutoff), look.today)
        .order(people::id)
        .limit(most)
        .select(people::id)
        .load(db)?)
}

/// Some people, after `after`, whose last role as staff ended before `left_before` and who are nobody else here:
/// they take part in no open project, and if they ever took part or led, their registration is over too.
pub fn left(db: &mut Db, look: &Look, left_before: NaiveDate, after: PersonId, most: i64) -> Result<Vec<PersonId>> {
    let roles = || staff_roles::table.filter(staff_roles::person_id.eq(people::id));
    let stays = staff_roles::ends_on.is_null().or(staff_roles::ends_on.ge(left_before));
    let rows = people::table
        .filter(people::id.gt(after).and(people::id.ne_all(look.held.clone())))
        .filter(people::erased_at.is_null().and(exists(roles().select(staff_roles::id))))
        .filter(not(exists(roles().filter(stays).select(staff_roles::id))));
    let gone: Vec<PersonId> =
        without_open_project!(rows, look.today).order(people::id).limit(most).select(people::id).load(db)?;
    let other_hats = people::table.filter(people::id.eq_any(gone.clone())).filter(
        exists(participants::table.filter(participants::person_id.eq(people::id)).select(participants::id)).or(exists(
            project_leaders::table.filter(project_leaders::person_id.eq(people::id)).select(project_leaders::id),
        )),
    );
    let hats: Vec<PersonId> = other_hats.select(people::id).load(db)?;
    let lapsed: Vec<PersonId> =
        inactive!(people::table.filter(people::id.eq_any(hats.clone())), look.cutoff).select(people::id).load(db)?;
    Ok(gone.into_iter().filter(|person| !hats.contains(person) || lapsed.contains(person)).collect())
}

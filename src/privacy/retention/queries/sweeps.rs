//! Deleting rows whose clock is over, of the tables that need no more than that. Each takes the moment that the
//! guard of the clock believed, and leaves alone what is held.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::lapsing::inactive;
use super::terms;
use crate::platform::db::schema::{
    absences, accounts, attendances, certificate_facts, completions, enrolments, film_watchings, groups, holds,
    intakes, letters, material_openings, materials, message_drafts, messages, participants, people, project_leaders,
    projects, sign_ins, sittings, test_attempts, threads, uploads, waiting_places,
};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::Result;
use crate::privacy::retention::holds::Held;
use crate::privacy::retention::model::Kind;

/// Rows in one transaction, so that others get their turn to write.
pub const BATCH: i64 = 200;

/// Deletes `$rows` of `$table`, pairs of their number and whose they are, each with its line in the register; says how
/// many.
macro_rules! destroy {
    ($tx:ident, $table:ident, $rows:expr) => {{
        let rows = $rows;
        for (id, person) in &rows {
            diesel::delete($table::table.find(id)).execute($tx.db())?;
            $tx.record("destroyed", stringify!($table), *id, Option::from(*person))?;
        }
        rows.len()
    }};
}

/// Deletes some intakes, with their answers; says how many.
pub fn intakes(tx: &mut Tx, now: Moment) -> Result<usize> {
    let held = Held::at(tx.db(), now)?;
    let rows: Vec<(i64, i64)> = intakes::table
        .inner_join(participants::table)
        .filter(intakes::destroy_at.lt(now))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)))
        .order(intakes::id)
        .limit(BATCH)
        .select((intakes::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, intakes, rows))
}

/// Deletes some letters that were sent, or given up, so long ago; says how many.
pub fn letters(tx: &mut Tx, now: Moment) -> Result<usize> {
    let newest = terms::history(tx.db(), Kind::Letter)?.cutoff(now);
    let held = Held::at(tx.db(), now)?;
    let over = letters::sent_at.lt(newest).or(letters::sent_at.is_null().and(letters::created_at.lt(newest)));
    let rows: Vec<(i64, Option<i64>)> = letters::table
        .filter(over)
        .filter(letters::person_id.is_null().or(letters::person_id.ne_all(held.people)))
        .order(letters::id)
        .limit(BATCH)
        .select((letters::id, letters::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, letters, rows))
}

/// Deletes some messages that were sent so long ago; says how many.
pub fn messages(tx: &mut Tx, now: Moment) -> Result<usize> {
    let held = Held::at(tx.db(), now)?;
    let rows: Vec<(i64, i64)> = messages::table
        .inner_join(threads::table.inner_join(participants::table))
        .filter(messages::destroy_at.lt(now))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)))
        .order(messages::id)
        .limit(BATCH)
        .select((messages::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, messages, rows))
}

/// Deletes some messages that were begun and left unsent; says how many.
pub fn message_drafts(tx: &mut Tx, now: Moment) -> Result<usize> {
    let held = Held::at(tx.db(), now)?;
    let rows: Vec<(i64, i64)> = message_drafts::table
        .inner_join(threads::table.inner_join(participants::table))
        .filter(message_drafts::destroy_at.lt(now))
        .filter(message_drafts::person_id.ne_all(held.people.clone()))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)))
        .order(message_drafts::id)
        .limit(BATCH)
        .select((message_drafts::id, message_drafts::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, message_drafts, rows))
}

/// Deletes some threads in which nothing is left; says how many.
pub fn threads(tx: &mut Tx, _: Moment) -> Result<usize> {
    let said = messages::table.filter(messages::thread_id.eq(threads::id)).select(messages::id);
    let drafted = message_drafts::table.filter(message_drafts::thread_id.eq(threads::id)).select(message_drafts::id);
    let rows: Vec<(i64, i64)> = threads::table
        .inner_join(participants::table)
        .filter(not(exists(said)).and(not(exists(drafted))))
        .order(threads::id)
        .limit(BATCH)
        .select((threads::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, threads, rows))
}

/// Deletes some of what was done by people who have done nothing since; says how many.
pub fn progress(tx: &mut Tx, now: Moment) -> Result<usize> {
    let cutoff = terms::history(tx.db(), Kind::Progress)?.cutoff(now);
    let held = Held::at(tx.db(), now)?;
    let done = completions::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(completions::done_at.lt(cutoff))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)));
    let rows: Vec<(i64, i64)> = inactive!(done, cutoff)
        .order(completions::id)
        .limit(BATCH)
        .select((completions::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, completions, rows))
}

/// Deletes some of what is known of the material that people opened who have done nothing since; says how many.
pub fn openings(tx: &mut Tx, now: Moment) -> Result<usize> {
    let cutoff = terms::history(tx.db(), Kind::Progress)?.cutoff(now);
    let held = Held::at(tx.db(), now)?;
    let opened = material_openings::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(material_openings::opened_at.lt(cutoff))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)));
    let rows: Vec<(i64, i64)> = inactive!(opened, cutoff)
        .order(material_openings::id)
        .limit(BATCH)
        .select((material_openings::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, material_openings, rows))
}

/// Deletes some of what is known of when people worked at their steps who have done nothing since; says how many.
pub fn sittings(tx: &mut Tx, now: Moment) -> Result<usize> {
    let cutoff = terms::history(tx.db(), Kind::Progress)?.cutoff(now);
    let held = Held::at(tx.db(), now)?;
    let sat = sittings::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(sittings::began_at.lt(cutoff))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)));
    let rows: Vec<(i64, i64)> = inactive!(sat, cutoff)
        .order(sittings::id)
        .limit(BATCH)
        .select((sittings::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, sittings, rows))
}

/// Who is held, themselves or with a project they take part in, of the people whose number is in `$person`.
macro_rules! held_by_person {
    ($tx:ident, $now:ident, $person:expr) => {{
        let held = Held::at($tx.db(), $now)?;
        let with_project = participants::table.filter(participants::project_id.eq_any(held.projects));
        $person.eq_any(held.people).or($person.eq_any(with_project.select(participants::person_id)))
    }};
}

/// Deletes some of the times at which people signed in who have done nothing since; says how many.
pub fn sign_ins(tx: &mut Tx, now: Moment) -> Result<usize> {
    let cutoff = terms::history(tx.db(), Kind::SignIn)?.cutoff(now);
    let held = held_by_person!(tx, now, accounts::person_id);
    let signed_in = sign_ins::table
        .inner_join(accounts::table.inner_join(people::table))
        .filter(sign_ins::at.lt(cutoff).and(not(held)));
    let rows: Vec<(i64, i64)> = inactive!(signed_in, cutoff)
        .order(sign_ins::id)
        .limit(BATCH)
        .select((sign_ins::id, accounts::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, sign_ins, rows))
}

/// Empties `$column` of some sign-ins that were longer ago than `$kind` lasts; says how many.
macro_rules! empty {
    ($tx:ident, $now:ident, $column:ident, $kind:expr) => {{
        let cutoff = terms::history($tx.db(), $kind)?.cutoff($now);
        let held = held_by_person!($tx, $now, accounts::person_id);
        let rows: Vec<(i64, i64)> = sign_ins::table
            .inner_join(accounts::table)
            .filter(sign_ins::at.lt(cutoff).and(sign_ins::$column.is_not_null()))
            .filter(not(held))
            .order(sign_ins::id)
            .limit(BATCH)
            .select((sign_ins::id, accounts::person_id))
            .load($tx.db())?;
        for (id, person) in &rows {
            diesel::update(sign_ins::table.find(id)).set(sign_ins::$column.eq(None::<String>)).execute($tx.db())?;
            $tx.record("emptied", "sign_ins", *id, Some(*person))?;
        }
        rows.len()
    }};
}

/// Forgets from where some people signed in so long ago; says how many sign-ins that was.
pub fn addresses(tx: &mut Tx, now: Moment) -> Result<usize> {
    Ok(empty!(tx, now, address, Kind::SignInAddress))
}

/// Forgets with which browser some people signed in so long ago; says how many sign-ins that was.
pub fn browsers(tx: &mut Tx, now: Moment) -> Result<usize> {
    Ok(empty!(tx, now, browser, Kind::SignInBrowser))
}

/// Deletes some of what is known of the films that people saw who have done nothing since; says how many.
pub fn watchings(tx: &mut Tx, now: Moment) -> Result<usize> {
    let cutoff = terms::history(tx.db(), Kind::Progress)?.cutoff(now);
    let held = Held::at(tx.db(), now)?;
    let watched = film_watchings::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(film_watchings::reported_at.lt(cutoff))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)));
    let rows: Vec<(i64, i64)> = inactive!(watched, cutoff)
        .order(film_watchings::id)
        .limit(BATCH)
        .select((film_watchings::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, film_watchings, rows))
}

/// Deletes some attempts at tests of people who have done nothing since, with their answers; says how many.
pub fn attempts(tx: &mut Tx, now: Moment) -> Result<usize> {
    let cutoff = terms::history(tx.db(), Kind::Progress)?.cutoff(now);
    let held = Held::at(tx.db(), now)?;
    let done = test_attempts::table
        .inner_join(participants::table.inner_join(people::table))
        .filter(test_attempts::saved_at.lt(cutoff))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)));
    let rows: Vec<(i64, i64)> = inactive!(done, cutoff)
        .order(test_attempts::id)
        .limit(BATCH)
        .select((test_attempts::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, test_attempts, rows))
}

/// Deletes some attempts at tests that were begun and left; says how many.
pub fn attempt_drafts(tx: &mut Tx, now: Moment) -> Result<usize> {
    let held = Held::at(tx.db(), now)?;
    let rows: Vec<(i64, i64)> = test_attempts::table
        .inner_join(participants::table)
        .filter(test_attempts::destroy_at.lt(now))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)))
        .order(test_attempts::id)
        .limit(BATCH)
        .select((test_attempts::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, test_attempts, rows))
}

/// Deletes some participants of projects that ended long ago, with their places in groups and what is left of
/// their steps; says how many. Whoever has a file there, was given something, or has a certificate of it, stays until
/// that is gone.
pub fn participations(tx: &mut Tx, now: Moment) -> Result<usize> {
    let before = terms::history(tx.db(), Kind::Participation)?.cutoff_day(now);
    let held = Held::at(tx.db(), now)?;
    let files = uploads::table.filter(uploads::participant_id.eq(participants::id)).select(uploads::id);
    let given =
        materials::table.filter(materials::participant_id.eq(participants::id.nullable())).select(materials::id);
    let proofs = certificate_facts::table.filter(certificate_facts::participant_id.eq(participants::id));
    let rows: Vec<(i64, i64)> = participants::table
        .inner_join(projects::table)
        .filter(projects::ends_on.lt(before).and(not(exists(files))).and(not(exists(given))))
        .filter(not(exists(proofs.select(certificate_facts::id))))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)))
        .order(participants::id)
        .limit(BATCH)
        .select((participants::id, participants::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, participants, rows))
}

/// Deletes some of what says in which group somebody was, and when they came, of projects that ended long ago; says
/// how many. With most people that went with themselves; this is for those who stay for their certificate.
pub fn places(tx: &mut Tx, now: Moment) -> Result<usize> {
    let before = terms::history(tx.db(), Kind::Participation)?.cutoff_day(now);
    let held = Held::at(tx.db(), now)?;
    macro_rules! delete {
        ($table:ident) => {{
            let rows: Vec<(i64, i64)> = $table::table
                .inner_join(participants::table.inner_join(projects::table))
                .filter(projects::ends_on.lt(before).and(projects::id.ne_all(held.projects.clone())))
                .filter(participants::person_id.ne_all(held.people.clone()))
                .order($table::id)
                .limit(BATCH)
                .select(($table::id, participants::person_id))
                .load(tx.db())?;
            destroy!(tx, $table, rows)
        }};
    }
    Ok(delete!(enrolments) + delete!(waiting_places) + delete!(absences) + delete!(attendances))
}

/// Forgets some of those who led, advised or taught in projects that ended long ago; says how many.
pub fn guides(tx: &mut Tx, now: Moment) -> Result<usize> {
    let before = terms::history(tx.db(), Kind::Participation)?.cutoff_day(now);
    let held = Held::at(tx.db(), now)?;
    let leaders: Vec<(i64, i64)> = project_leaders::table
        .inner_join(projects::table)
        .filter(projects::ends_on.lt(before).and(projects::id.ne_all(held.projects.clone())))
        .filter(project_leaders::person_id.ne_all(held.people.clone()))
        .order(project_leaders::id)
        .limit(BATCH)
        .select((project_leaders::id, project_leaders::person_id))
        .load(tx.db())?;
    let leaders = destroy!(tx, project_leaders, leaders);
    let trainers: Vec<(i64, Option<i64>)> = groups::table
        .inner_join(projects::table)
        .filter(projects::ends_on.lt(before).and(projects::id.ne_all(held.projects.clone())))
        .filter(groups::trainer_id.is_not_null().and(groups::trainer_id.ne_all(held.people.clone())))
        .order(groups::id)
        .limit(BATCH)
        .select((groups::id, groups::trainer_id))
        .load(tx.db())?;
    for (id, person) in &trainers {
        diesel::update(groups::table.find(id)).set(groups::trainer_id.eq(None::<i64>)).execute(tx.db())?;
        tx.record("destroyed", "groups", *id, *person)?;
    }
    let advisers: Vec<(i64, Option<i64>)> = projects::table
        .filter(projects::ends_on.lt(before).and(projects::id.ne_all(held.projects)))
        .filter(projects::adviser_id.is_not_null().and(projects::adviser_id.ne_all(held.people)))
        .order(projects::id)
        .limit(BATCH)
        .select((projects::id, projects::adviser_id))
        .load(tx.db())?;
    for (id, person) in &advisers {
        diesel::update(projects::table.find(id)).set(projects::adviser_id.eq(None::<i64>)).execute(tx.db())?;
        tx.record("destroyed", "projects", *id, *person)?;
    }
    Ok(leaders + trainers.len() + advisers.len())
}

/// Deletes some holds that ended so long ago; says how many.
pub fn holds(tx: &mut Tx, now: Moment) -> Result<usize> {
    let before = terms::history(tx.db(), Kind::Hold)?.cutoff(now);
    let rows: Vec<(i64, Option<i64>)> = holds::table
        .filter(holds::until_at.lt(before))
        .order(holds::id)
        .limit(BATCH)
        .select((holds::id, holds::person_id))
        .load(tx.db())?;
    Ok(destroy!(tx, holds, rows))
}

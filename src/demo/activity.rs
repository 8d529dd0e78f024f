//! When the people of the demo signed in and sat down to their steps: made of what they did, so that it fits.

use std::collections::BTreeMap;

use actix_web::web;
use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use crate::access::Horizon;
use crate::learning::actions::{ActionId, Kind};
use crate::learning::activity::LEFT_OUT;
use crate::learning::intakes::State;
use crate::planning::projects::ParticipantId;
use crate::platform::clock::local;
use crate::platform::db::schema::{
    accounts, actions, completions, intakes, material_openings, participants, sign_ins, sittings,
};
use crate::platform::db::{Actor, Moment, Tx};
use crate::platform::error::Result;
use crate::site::Site;

/// The kinds of browser that people have at work, and in their pocket.
const AT_WORK: [&str; 3] = ["Chrome / Windows", "Edge / Windows", "Firefox / Windows"];
const ON_THE_WAY: [&str; 2] = ["Safari / iPhone", "Samsung Internet / Android"];

/// A step that somebody worked at.
struct Worked {
    participant: ParticipantId,
    person: i64,
    action: ActionId,
    until: Moment,
    done: bool,
}

/// Writes down when everybody was there.
pub async fn all(site: &web::Data<Site>) -> Result<()> {
    let horizon = site.horizon();
    site.write(Actor::OPERATOR, move |tx| {
        let mut active: BTreeMap<i64, Vec<Moment>> = BTreeMap::new();
        for worked in done(tx)?.into_iter().chain(begun(tx)?) {
            let moments = active.entry(worked.person).or_default();
            sit(tx, &worked, moments)?;
        }
        for (person, at) in opened(tx)? {
            active.entry(person).or_default().push(at);
        }
        for (person, moments) in active {
            sign_in(tx, person, moments, &horizon)?;
        }
        Ok(())
    })
    .await
}

fn done(tx: &mut Tx) -> Result<Vec<Worked>> {
    let rows: Vec<(ParticipantId, i64, ActionId, Moment)> = completions::table
        .inner_join(participants::table)
        .inner_join(actions::table)
        .filter(actions::kind.ne_all(LEFT_OUT))
        .order((completions::done_at, completions::id))
        .select((participants::id, participants::person_id, actions::id, completions::done_at))
        .load(tx.db())?;
    let worked = |(participant, person, action, until)| Worked { participant, person, action, until, done: true };
    Ok(rows.into_iter().map(worked).collect())
}

/// Intakes that were begun and left.
fn begun(tx: &mut Tx) -> Result<Vec<Worked>> {
    let rows: Vec<(ParticipantId, i64, ActionId, Moment)> = intakes::table
        .inner_join(participants::table)
        .inner_join(actions::table.on(actions::project_id.eq(participants::project_id)))
        .filter(intakes::state.eq(State::Draft).and(actions::kind.eq(Kind::Intake)))
        .order(intakes::id)
        .select((participants::id, participants::person_id, actions::id, intakes::saved_at))
        .load(tx.db())?;
    let worked = |(participant, person, action, until)| Worked { participant, person, action, until, done: false };
    Ok(rows.into_iter().map(worked).collect())
}

fn opened(tx: &mut Tx) -> Result<Vec<(i64, Moment)>> {
    let rows = material_openings::table.inner_join(participants::table);
    Ok(rows.select((participants::person_id, material_openings::opened_at)).load(tx.db())?)
}

/// Most do a step at one sitting; some had a look at it the day before.
fn sit(tx: &mut Tx, worked: &Worked, moments: &mut Vec<Moment>) -> Result<()> {
    let turn = worked.participant.0 + worked.action.0;
    let minutes = 7 + turn * 5 % 21;
    // The page is opened; what is finished there is finished some minutes after it was last looked at.
    let left = if worked.done { worked.until.minus(TimeDelta::minutes(2)) } else { worked.until };
    let mut sat = vec![(left.minus(TimeDelta::minutes(minutes)), left)];
    if turn % 3 == 0 {
        let looked = worked.until.minus(TimeDelta::hours(25)).minus(TimeDelta::minutes(minutes));
        sat.insert(0, (looked, looked.plus(TimeDelta::minutes(5))));
    }
    for (number, (began_at, worked_until)) in (1..).zip(sat) {
        diesel::insert_into(sittings::table)
            .values((
                sittings::participant_id.eq(worked.participant),
                sittings::action_id.eq(worked.action),
                sittings::number.eq(number),
                sittings::began_at.eq(began_at),
                sittings::worked_until.eq(worked_until),
            ))
            .execute(tx.db())?;
        moments.extend([began_at, worked_until]);
    }
    moments.push(worked.until);
    Ok(())
}

/// They signed in once on each day, a little before the first thing they did, and were last active with the last.
fn sign_in(tx: &mut Tx, person: i64, mut moments: Vec<Moment>, horizon: &Horizon) -> Result<()> {
    let of_person = accounts::table.filter(accounts::person_id.eq(person));
    let Some(account) = of_person.select(accounts::id).first::<i64>(tx.db()).optional()? else { return Ok(()) };
    moments.sort();
    let mut days: BTreeMap<NaiveDate, Moment> = BTreeMap::new();
    for at in &moments {
        days.entry(local(*at).date()).or_insert(*at);
    }
    for (number, first) in (0..).zip(days.into_values()) {
        let at = first.minus(TimeDelta::minutes(1 + number % 3));
        // At work on most days, and from a telephone now and then.
        let elsewhere = number % 4 == 3;
        let kinds = if elsewhere { ON_THE_WAY.as_slice() } else { AT_WORK.as_slice() };
        let address = if elsewhere { format!("198.51.100.{}", person % 250 + 1) } else { "192.0.2.14".to_owned() };
        let browser = kinds.get(person.unsigned_abs() as usize % kinds.len()).copied();
        diesel::insert_into(sign_ins::table)
            .values((
                sign_ins::account_id.eq(account),
                sign_ins::at.eq(at),
                sign_ins::address.eq((at >= horizon.addresses).then_some(address)),
                sign_ins::browser.eq(browser.filter(|_| at >= horizon.browsers)),
            ))
            .execute(tx.db())?;
    }
    diesel::update(accounts::table.find(account))
        .set(accounts::last_seen_at.eq(moments.last().copied()))
        .execute(tx.db())?;
    Ok(())
}

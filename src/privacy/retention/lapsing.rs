//! The end of a registration: a letter thirty days before that says how to stay, and then an erasure. Staff who
//! left follow a clock of their own, without a letter: they know that they left.

use actix_web::web;
use chrono::{NaiveDate, TimeDelta};

use super::model::Kind;
use super::queries::lapsing::{self as queries, Look, Quiet};
use super::queries::sweeps::BATCH;
use super::queries::{holds, terms};
use super::sweep::MOST;
use super::terms::History;
use crate::config::Config;
use crate::crm::people::PersonId;
use crate::platform::clock::local;
use crate::platform::db::{Actor, Db, Moment, Tx, migrate};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::jobs::jump::Believed;
use crate::platform::mail::{Kind as LetterKind, Letter, NewLetter, Part, Rendered, outbox};
use crate::privacy::erasure;
use crate::site::Site;

/// How long before the end of a registration its owner is told.
pub const NOTICE: TimeDelta = TimeDelta::days(30);

/// Who has lapsed at `at`, as the terms are and the holds stand at `now`.
fn look(db: &mut Db, history: &History, at: Moment, now: Moment) -> Result<Look> {
    Ok(Look { cutoff: history.cutoff(at), today: local(now).date(), held: holds::held_people(db, now)? })
}

/// Tells people that their registration ends, erases those who were told and stayed away, and those staff who
/// left long ago; says how many were erased.
///
/// # Errors
/// When the database refuses, or somebody could not be erased; the others are.
pub async fn end_registrations(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    let now = believed.now();
    forget_returned(&site, now).await?;
    while site.write(Actor::JOB, move |tx| tell_some(tx, now)).await? > 0 {}
    let mut done = Erased { count: 0, after: PersonId(0), failed: None };
    loop {
        let after = done.after;
        let people = site.read(move |db| over(db, after, now)).await?;
        if !done.erase(&site, people).await {
            break;
        }
    }
    done.after = PersonId(0);
    loop {
        let after = done.after;
        let people = site.read(move |db| left(db, after, now)).await?;
        if !done.erase(&site, people).await {
            break;
        }
    }
    if done.count > 0 {
        site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    }
    done.failed.map_or(Ok(done.count), Err)
}

/// What a run has done so far.
struct Erased {
    count: usize,
    after: PersonId,
    failed: Option<crate::platform::error::Error>,
}

impl Erased {
    /// Erases `people`, one after another; false when there is nobody left, or the run is full.
    async fn erase(&mut self, site: &web::Data<Site>, people: Vec<PersonId>) -> bool {
        let Some(last) = people.last() else { return false };
        self.after = *last;
        for person in people {
            match erasure::end_registration(site, Actor::JOB, person).await {
                Ok(_) => self.count += 1,
                Err(error) => {
                    tracing::error!(person = person.0, error = %error, "somebody could not be erased");
                    self.failed = Some(error);
                }
            }
        }
        self.count < MOST
    }
}

async fn forget_returned(site: &Site, now: Moment) -> Result<()> {
    let mut after = 0;
    loop {
        let seen = site.write(Actor::JOB, move |tx| {
            let history = terms::history(tx.db(), Kind::Registration)?;
            let look = look(tx.db(), &history, now.plus(NOTICE), now)?;
            queries::forget_returned(tx, &look, after, BATCH)
        });
        match seen.await? {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}

fn tell_some(tx: &mut Tx, now: Moment) -> Result<usize> {
    let history = terms::history(tx.db(), Kind::Registration)?;
    let look = look(tx.db(), &history, now.plus(NOTICE), now)?;
    let quiet = queries::untold(tx.db(), &look, BATCH)?;
    for one in &quiet {
        tell(tx, one, &history, now)?;
    }
    Ok(quiet.len())
}

/// Writes to somebody whose registration ends, once for each time they stay away. Whoever has no address is only
/// noted: their thirty days run too.
fn tell(tx: &mut Tx, quiet: &Quiet, history: &History, now: Moment) -> Result<()> {
    let key = format!("{}:{}:{}", LetterKind::RegistrationEnds.as_str(), quiet.person, quiet.active_at.seconds());
    if !quiet.email.is_empty() {
        let last_day = local(history.end(quiet.active_at).max(now.plus(NOTICE))).date();
        let letter = NewLetter {
            kind: LetterKind::RegistrationEnds,
            person: Some(quiet.person),
            address: quiet.email.clone(),
            language: quiet.language.unwrap_or(Lang::Nl),
            about: vec![("last_day".to_owned(), last_day.to_string())],
            dedupe: key.clone(),
        };
        outbox::post(tx, letter)?;
    }
    queries::told(tx, quiet, &key)
}

fn over(db: &mut Db, after: PersonId, now: Moment) -> Result<Vec<PersonId>> {
    let history = terms::history(db, Kind::Registration)?;
    let look = look(db, &history, now, now)?;
    queries::over(db, &look, now.minus(NOTICE), after, BATCH)
}

fn left(db: &mut Db, after: PersonId, now: Moment) -> Result<Vec<PersonId>> {
    let history = terms::history(db, Kind::Registration)?;
    let look = look(db, &history, now, now)?;
    let left_before = terms::history(db, Kind::StaffAccount)?.cutoff_day(now);
    queries::left(db, &look, left_before, after, BATCH)
}

/// The words of the letter that says a registration ends.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(person) = letter.person_id else { return Ok(None) };
    let t = letter.language.texts();
    let last_day = letter.about("last_day").and_then(|day| day.parse::<NaiveDate>().ok());
    let last_day = last_day.map(|day| letter.language.date(day)).unwrap_or_default();
    let Some((name, account)) = queries::addressee(tx.db(), person)? else { return Ok(None) };
    let mut parts = vec![
        Part::Text(t.retention_letter_dear(name.greeting())),
        Part::Text(t.retention_letter_ends(&config.provider, &last_day)),
    ];
    match account {
        Some((name, true)) => parts.push(Part::Text(t.retention_letter_stay(config.link("/login"), name))),
        Some((name, false)) => {
            parts.push(Part::Text(t.retention_letter_stay_without_password(config.link("/password/forgotten"), name)));
        }
        None => parts.push(Part::Text(t.retention_letter_stay_without_account(&config.provider))),
    }
    parts.push(Part::Text(t.retention_letter_else()));
    Ok(Some(Rendered { subject: t.retention_letter_subject(&config.provider), parts }))
}

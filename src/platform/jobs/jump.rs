//! The guard against a clock that jumped: what is destroyed too early cannot be brought back.
//!
//! Two things are held against the clock. The mark in the database is the newest moment that was believed: a
//! clock more than a day before or behind it may be wrong, or the server was off; no program can tell which. And
//! while a process runs, its clock may not drift more than a day from the time that really passed, in steps of
//! whatever size. When either is off, everything that destroys stands still, in every process, until an officer
//! says that the clock is right. A clock that repairs itself does not start it again: somebody should know.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use actix_web::web;
use chrono::TimeDelta;

use super::lease;
use super::mark::{self, Mark};
use super::timetable::TASKS;
use crate::platform::clock::Clock;
use crate::platform::db::{Actor, Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::site::Site;

/// How far the clock may be from what is known before somebody is asked.
const ALLOWED: TimeDelta = TimeDelta::hours(24);
/// How often the mark is moved on at most, so that looking at the clock is reading.
const STEP: TimeDelta = TimeDelta::minutes(5);
/// How long after the page was made its answer still speaks of the same clock.
const ANSWERED_WITHIN: TimeDelta = TimeDelta::hours(1);

/// A moment that the guard believed: what destroys goes by this one, however the clock goes on meanwhile.
#[derive(Debug, Clone, Copy)]
pub struct Believed(Moment);

impl Believed {
    /// A moment that an operator stands for, by the command they gave.
    pub(super) fn by_operator(now: Moment) -> Self {
        Self(now)
    }

    /// The moment.
    pub fn now(self) -> Moment {
        self.0
    }
}

/// How this process has seen time pass.
pub struct Watch {
    since: Mutex<Since>,
    enforced: AtomicBool,
}

struct Since {
    /// What the clock said at the beginning; none before the first look.
    clock: Option<Moment>,
    /// The same moment, on a watch that nobody sets.
    began: Instant,
    /// Time that passed for a clock that only a test moves.
    passed: TimeDelta,
    /// The confirmation by which this beginning was believed.
    confirmed_at: Option<Moment>,
}

impl Watch {
    /// Starts watching.
    pub fn start() -> Self {
        let since = Since { clock: None, began: Instant::now(), passed: TimeDelta::zero(), confirmed_at: None };
        Self { since: Mutex::new(since), enforced: AtomicBool::new(false) }
    }

    /// Guards also a clock that was set by hand, and tells that `by` really passed on it.
    pub fn enforce(&self, by: TimeDelta) {
        self.enforced.store(true, Ordering::SeqCst);
        let mut since = self.since.lock().unwrap_or_else(PoisonError::into_inner);
        since.passed += by;
    }

    /// A clock that was set by hand, in the demo or in a test, is meant to jump.
    fn guards(&self, clock: &Clock) -> bool {
        clock.is_real() || self.enforced.load(Ordering::SeqCst)
    }

    /// How much further the clock went than time did, since the beginning or the last confirmation.
    fn drift(&self, now: Moment, confirmed_at: Option<Moment>) -> TimeDelta {
        let mut since = self.since.lock().unwrap_or_else(PoisonError::into_inner);
        let clock = match since.clock {
            Some(clock) if since.confirmed_at == confirmed_at => clock,
            _ => {
                *since = Since { clock: Some(now), began: Instant::now(), passed: TimeDelta::zero(), confirmed_at };
                now
            }
        };
        let passed = TimeDelta::from_std(since.began.elapsed()).unwrap_or(TimeDelta::MAX);
        now.since(clock) - passed - since.passed
    }
}

/// Why the clock is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// It stopped before, and nobody has looked yet.
    Stopped,
    /// It is further than it can be.
    Ahead,
    /// It went back.
    Behind,
}

fn doubt(mark: &Mark, now: Moment, drift: TimeDelta) -> Option<Doubt> {
    let gap = now.since(mark.trusted_at);
    if mark.stopped_at.is_some() {
        Some(Doubt::Stopped)
    } else if gap > ALLOWED || drift > ALLOWED {
        Some(Doubt::Ahead)
    } else if gap < -ALLOWED || drift < -ALLOWED {
        Some(Doubt::Behind)
    } else {
        None
    }
}

/// The moment it is, if that can be believed.
///
/// # Errors
/// [`Error::Broken`] with a sentence for the operator when the clock jumped, or stands stopped.
pub async fn look(site: &web::Data<Site>) -> Result<Believed> {
    let now = site.clock.now();
    if !site.watch.guards(&site.clock) {
        return Ok(Believed(now));
    }
    let mark = match site.read(mark::load).await? {
        Some(mark) => mark,
        None => site.write(Actor::JOB, mark::begin).await?,
    };
    match doubt(&mark, now, site.watch.drift(now, mark.confirmed_at)) {
        None => {
            if now.since(mark.trusted_at) >= STEP {
                site.write(Actor::JOB, mark::advance).await?;
            }
            Ok(Believed(now))
        }
        Some(why) => {
            if why != Doubt::Stopped {
                tracing::error!(trusted = %mark.trusted_at.rfc3339(), "the clock jumped: nothing is destroyed");
                site.write(Actor::JOB, mark::stop).await?;
            }
            Err(held(&mark, now))
        }
    }
}

fn held(mark: &Mark, now: Moment) -> Error {
    Error::broken(anyhow::anyhow!(
        "nothing is destroyed: the clock was last believed at {} and says {} now, so it may be wrong; if it is \
         right, a security officer says so in the back office, or run traject work --once --confirm-clock",
        mark.trusted_at.rfc3339(),
        now.rfc3339()
    ))
}

/// That destroying stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    /// The newest moment that was believed.
    pub trusted_at: Moment,
    /// What the clock said when it was not believed any more.
    pub stopped_at: Moment,
}

/// Whether destroying stands still.
///
/// # Errors
/// When the database refuses.
pub fn alarm(db: &mut Db) -> Result<Option<Alarm>> {
    let mark = mark::load(db)?;
    Ok(mark.and_then(|mark| Some(Alarm { trusted_at: mark.trusted_at, stopped_at: mark.stopped_at? })))
}

/// Notes that somebody who saw the clock say `seen` found it right. What was held is due at once.
///
/// # Errors
/// [`Error::Conflict`] when the clock has gone elsewhere since; or when the database refuses.
pub fn confirm(tx: &mut Tx, seen: Moment) -> Result<()> {
    let since = tx.now().since(seen);
    if since < TimeDelta::zero() || since > ANSWERED_WITHIN {
        return Err(Error::Conflict);
    }
    mark::confirm(tx)?;
    for task in TASKS.iter().filter(|task| task.destroys()) {
        lease::believe_clock(tx, task.name)?;
    }
    Ok(())
}

/// Notes that the operator found the clock right.
///
/// # Errors
/// When the database refuses.
pub async fn confirm_clock(site: &web::Data<Site>) -> Result<()> {
    site.write(Actor::OPERATOR, |tx| {
        let now = tx.now();
        confirm(tx, now)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    const DAY: TimeDelta = TimeDelta::hours(24);
    const SECOND: TimeDelta = TimeDelta::seconds(1);
    const NONE: TimeDelta = TimeDelta::zero();

    fn believed(at: Moment) -> Mark {
        Mark { trusted_at: at, stopped_at: None, confirmed_at: None }
    }

    #[test]
    fn a_day_is_allowed_and_not_a_second_more_in_either_direction() {
        let at = parse("2027-03-27T12:00").unwrap();
        let mark = believed(at);
        assert_eq!(doubt(&mark, at.plus(DAY), NONE), None);
        assert_eq!(doubt(&mark, at.plus(DAY + SECOND), NONE), Some(Doubt::Ahead));
        assert_eq!(doubt(&mark, at.minus(DAY), NONE), None);
        assert_eq!(doubt(&mark, at.minus(DAY + SECOND), NONE), Some(Doubt::Behind));
        assert_eq!(doubt(&mark, at.plus(TimeDelta::days(400)), NONE), Some(Doubt::Ahead));
    }

    #[test]
    fn what_stopped_stays_stopped_when_the_clock_comes_back() {
        let at = parse("2027-03-27T12:00").unwrap();
        let mark = Mark { stopped_at: Some(at.plus(TimeDelta::days(400))), ..believed(at) };
        assert_eq!(doubt(&mark, at, NONE), Some(Doubt::Stopped));
    }

    #[test]
    fn a_clock_that_creeps_is_found_out_by_the_time_that_really_passed() {
        let at = parse("2027-03-27T12:00").unwrap();
        let watch = Watch::start();
        let mut now = at;
        let mut mark = believed(at);
        assert!(watch.drift(now, None) <= NONE);
        // An hour ahead each time, and the mark follows: each step by itself is allowed.
        for step in 1..=30 {
            now = now.plus(TimeDelta::hours(1));
            let why = doubt(&mark, now, watch.drift(now, None));
            assert_eq!(why, (step > 24).then_some(Doubt::Ahead), "{step}");
            mark.trusted_at = now;
        }
        // Once it was confirmed, counting begins anew.
        mark.confirmed_at = Some(now);
        assert_eq!(doubt(&mark, now, watch.drift(now, mark.confirmed_at)), None);
    }

    #[test]
    fn time_that_really_passes_is_no_jump() {
        let at = parse("2027-03-27T12:00").unwrap();
        let watch = Watch::start();
        watch.drift(at, None);
        watch.enforce(TimeDelta::days(90));
        let drift = watch.drift(at.plus(TimeDelta::days(90)), None);
        assert!(drift <= NONE && drift > -TimeDelta::minutes(5), "{drift}");
    }
}

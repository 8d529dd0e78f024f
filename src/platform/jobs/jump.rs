//! The guard against a clock that jumped: what is destroyed too early cannot be brought back.
//!
//! A task that destroys remembers when it last succeeded. When the machine's clock is more than a day further
//! than that allows, either the server was off for days or the clock is wrong, and no program can tell which.
//! So it asks once, and holds what it would destroy until somebody says that the clock is right.

use actix_web::web;
use chrono::TimeDelta;

use super::lease;
use super::timetable::{TASKS, Task};
use crate::platform::db::{Actor, Moment};
use crate::platform::error::{Error, Result};
use crate::site::Site;

/// How much longer than planned a pause may be before somebody is asked.
const ALLOWED: TimeDelta = TimeDelta::hours(24);

/// Lets `task` go on, unless it destroys and the clock jumped. A clock that was set by hand, in the demo or in
/// a test, is meant to jump.
///
/// # Errors
/// [`Error::Broken`] with a sentence for the operator.
pub async fn check(site: &web::Data<Site>, task: &'static Task) -> Result<()> {
    if !task.destroys || !site.clock.is_real() {
        return Ok(());
    }
    let last = site.read(move |db| lease::last_ok(db, task.name)).await?;
    match last.filter(|last| jumped(*last, task.every, site.clock.now())) {
        None => Ok(()),
        Some(last) => Err(Error::broken(anyhow::anyhow!(
            "nothing is destroyed: {} last ran at {}, so the clock may be wrong; if it is right, \
             run traject work --once --confirm-clock",
            task.name,
            last.rfc3339()
        ))),
    }
}

fn jumped(last: Moment, every: TimeDelta, now: Moment) -> bool {
    now.since(last) > every + ALLOWED
}

/// Notes that an officer looked at the clock and found it right. What was held is due at once.
///
/// # Errors
/// When the database refuses.
pub async fn confirm_clock(site: &web::Data<Site>) -> Result<()> {
    site.write(Actor::OPERATOR, |tx| {
        for task in TASKS.iter().filter(|task| task.destroys) {
            lease::believe_clock(tx, task.name)?;
        }
        tx.record("clock_confirmed", "tasks", 0, None)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    #[test]
    fn a_day_more_than_planned_is_allowed_and_not_a_second_longer() {
        let last = parse("2027-03-27T12:00").unwrap();
        let hour = TimeDelta::hours(1);
        assert!(!jumped(last, hour, last.plus(TimeDelta::hours(25))));
        assert!(jumped(last, hour, last.plus(TimeDelta::seconds(25 * 3600 + 1))));
        // A clock that was put back cannot make anything too old.
        assert!(!jumped(last, hour, last.minus(TimeDelta::days(400))));
    }
}

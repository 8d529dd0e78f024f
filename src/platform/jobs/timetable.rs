//! Every recurring task of the product, on one page.

use std::future::Future;
use std::pin::Pin;

use actix_web::web;
use chrono::TimeDelta;

use crate::access::accounts;
use crate::learning::{certificates, evaluations, uploads};
use crate::planning::rosters;
use crate::platform::error::Result;
use crate::privacy::retention;
use crate::site::Site;

/// What a task did, as a count of rows.
pub type Run = Pin<Box<dyn Future<Output = Result<usize>>>>;

/// A recurring task.
pub struct Task {
    /// Its name in the table of tasks and in the log.
    pub name: &'static str,
    /// The time between two runs.
    pub every: TimeDelta,
    /// Whether it ends what people made, so that it must not run under a wrong clock.
    pub destroys: bool,
    /// Does it once; safe to repeat.
    pub run: fn(web::Data<Site>) -> Run,
}

const fn tidies(name: &'static str, every: TimeDelta, run: fn(web::Data<Site>) -> Run) -> Task {
    Task { name, every, destroys: false, run }
}

const fn destroys(name: &'static str, every: TimeDelta, run: fn(web::Data<Site>) -> Run) -> Task {
    Task { name, every, destroys: true, run }
}

const HOURLY: TimeDelta = TimeDelta::hours(1);
const DAILY: TimeDelta = TimeDelta::days(1);

/// The timetable.
pub const TASKS: &[Task] = &[
    tidies("accounts.tidy", HOURLY, |site| Box::pin(accounts::tidy(site))),
    destroys("uploads.destroy", HOURLY, |site| Box::pin(uploads::destroy_over(site))),
    destroys("uploads.orphans", DAILY, |site| Box::pin(uploads::orphans(site))),
    destroys("intakes.destroy", DAILY, |site| Box::pin(retention::destroy_intakes(site))),
    destroys("letters.destroy", DAILY, |site| Box::pin(retention::destroy_letters(site))),
    tidies("certificates.issue", HOURLY, |site| Box::pin(certificates::issue_due(site))),
    destroys("certificates.destroy", DAILY, |site| Box::pin(certificates::destroy_over(site))),
    destroys("evaluations.destroy", DAILY, |site| Box::pin(evaluations::destroy_over(site))),
    tidies("rosters.tidy", HOURLY, |site| Box::pin(rosters::tidy(site))),
];

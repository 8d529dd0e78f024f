//! Every recurring task of the product, on one page.

use std::future::Future;
use std::pin::Pin;

use actix_web::web;
use chrono::TimeDelta;

use crate::access::accounts;
use crate::planning::rosters;
use crate::platform::error::Result;
use crate::site::Site;

/// What a task did, as a count of rows.
pub type Run = Pin<Box<dyn Future<Output = Result<usize>>>>;

/// A recurring task.
pub struct Task {
    /// Its name in the table of tasks and in the log.
    pub name: &'static str,
    /// The time between two runs.
    pub every: TimeDelta,
    /// Does it once; safe to repeat.
    pub run: fn(web::Data<Site>) -> Run,
}

/// The timetable.
pub const TASKS: &[Task] = &[
    Task { name: "accounts.tidy", every: TimeDelta::hours(1), run: |site| Box::pin(accounts::tidy(site)) },
    Task { name: "rosters.tidy", every: TimeDelta::hours(1), run: |site| Box::pin(rosters::tidy(site)) },
];

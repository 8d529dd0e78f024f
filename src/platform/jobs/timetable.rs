//! Every recurring task of the product, on one page.

use std::future::Future;
use std::pin::Pin;

use actix_web::web;
use chrono::TimeDelta;

use super::jump::Believed;
use crate::access::{accounts, addresses};
use crate::learning::{certificates, evaluations, material, uploads};
use crate::planning::{groups, rosters};
use crate::platform::error::Result;
use crate::privacy::{erasure, files, register, requests, retention};
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
    pub work: Work,
}

/// What a task does.
#[derive(Clone, Copy)]
pub enum Work {
    /// It puts in order what is ours.
    Tidies(fn(web::Data<Site>) -> Run),
    /// It ends what people made, so that it must not run under a wrong clock: it goes by the moment that the
    /// guard believed.
    Destroys(fn(web::Data<Site>, Believed) -> Run),
}

impl Task {
    /// Whether it ends what people made.
    pub fn destroys(&self) -> bool {
        matches!(self.work, Work::Destroys(_))
    }
}

const fn tidies(name: &'static str, every: TimeDelta, run: fn(web::Data<Site>) -> Run) -> Task {
    Task { name, every, work: Work::Tidies(run) }
}

const fn destroys(name: &'static str, every: TimeDelta, run: fn(web::Data<Site>, Believed) -> Run) -> Task {
    Task { name, every, work: Work::Destroys(run) }
}

const MINUTELY: TimeDelta = TimeDelta::minutes(1);
const HOURLY: TimeDelta = TimeDelta::hours(1);
const DAILY: TimeDelta = TimeDelta::days(1);

/// Runs everything that destroys, whatever the clock's guard thinks of it; says per task what it did. For a
/// restore whose journal is lost: what the clocks end is then all that can be ended again.
pub async fn destroy_all(site: &web::Data<Site>) -> Vec<(&'static str, Result<usize>)> {
    let mut done = Vec::new();
    let believed = Believed::by_operator(site.clock.now());
    for task in TASKS {
        if let Work::Destroys(run) = task.work {
            done.push((task.name, run(site.clone(), believed).await));
        }
    }
    done
}

/// The timetable.
pub const TASKS: &[Task] = &[
    tidies("accounts.tidy", HOURLY, |site| Box::pin(accounts::tidy(site))),
    tidies("addresses.tidy", HOURLY, |site| Box::pin(addresses::tidy(site))),
    tidies("terms.apply", MINUTELY, |site| Box::pin(retention::apply_all(site))),
    destroys("uploads.destroy", HOURLY, |site, now| Box::pin(uploads::destroy_over(site, now))),
    destroys("uploads.orphans", DAILY, |site, now| Box::pin(files::orphans(site, now))),
    destroys("material.destroy", HOURLY, |site, now| Box::pin(material::destroy_over(site, now))),
    destroys("intakes.destroy", DAILY, |site, now| Box::pin(retention::destroy_intakes(site, now))),
    destroys("letters.destroy", DAILY, |site, now| Box::pin(retention::destroy_letters(site, now))),
    destroys("messages.destroy", DAILY, |site, now| Box::pin(retention::destroy_messages(site, now))),
    destroys("progress.destroy", DAILY, |site, now| Box::pin(retention::destroy_progress(site, now))),
    destroys("sign_ins.destroy", DAILY, |site, now| Box::pin(retention::destroy_sign_ins(site, now))),
    destroys("participations.destroy", DAILY, |site, now| Box::pin(retention::destroy_participations(site, now))),
    destroys("registrations.end", DAILY, |site, now| Box::pin(retention::end_registrations(site, now))),
    destroys("holds.destroy", DAILY, |site, now| Box::pin(retention::destroy_holds(site, now))),
    destroys("requests.destroy", DAILY, |site, now| Box::pin(requests::destroy_over(site, now))),
    destroys("erasure.stubs", DAILY, |site, _| Box::pin(erasure::destroy_stubs(site))),
    tidies(register::WATCH, DAILY, |site| Box::pin(register::watch(site))),
    destroys("register.months", DAILY, |site, _| Box::pin(register::close_months(site))),
    tidies("groups.offers", MINUTELY, |site| Box::pin(groups::pass_on(site))),
    tidies("groups.tidy", HOURLY, |site| Box::pin(groups::tidy(site))),
    tidies("certificates.issue", HOURLY, |site| Box::pin(certificates::issue_due(site))),
    destroys("certificates.destroy", DAILY, |site, now| Box::pin(certificates::destroy_over(site, now))),
    destroys("evaluations.destroy", DAILY, |site, now| Box::pin(evaluations::destroy_over(site, now))),
    tidies("rosters.tidy", HOURLY, |site| Box::pin(rosters::tidy(site))),
];

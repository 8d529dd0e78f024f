//! The worker: sends letters and runs the tasks that are due, one after another.

use std::time::Duration;

use actix_web::web;

use super::jump;
use super::lease::{self, Lease};
use super::timetable::{TASKS, Task, Work};
use crate::platform::db::Actor;
use crate::platform::error::Result;
use crate::platform::mail::post::{self, Render};
use crate::site::Site;

/// How long the worker sleeps when nobody wakes it.
const PAUSE: Duration = Duration::from_secs(10);

/// Works until the program ends.
pub async fn run(site: web::Data<Site>, render: Render) {
    loop {
        for (name, outcome) in once(&site, render).await {
            if let Err(error) = outcome {
                tracing::error!(task = name, error = %error, "a task failed");
            }
        }
        tokio::select! {
            () = site.wake.notified() => {}
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

/// Does everything that is due now, and says what each task did.
pub async fn once(site: &web::Data<Site>, render: Render) -> Vec<(&'static str, Result<usize>)> {
    let mut done = Vec::new();
    // Also when nothing is due, so that a jump is seen when it happens.
    if let Err(error) = jump::look(site).await {
        tracing::debug!(error = %error, "the clock is not believed");
    }
    let now = site.clock.now();
    let known = site.read(lease::rows).await.unwrap_or_default();
    let rests = |task: &Task| known.iter().any(|row| row.name == task.name && row.rests(task.every, now));
    for task in TASKS.iter().filter(|task| !rests(task)) {
        match site.write(Actor::JOB, |tx| lease::take(tx, task.name, task.every)).await {
            Ok(None) => {}
            Ok(Some(lease)) => done.push((task.name, work(site, task, lease).await)),
            Err(error) => done.push((task.name, Err(error))),
        }
    }
    match post::send_due(site, render).await {
        Ok(0) => {}
        outcome => done.push(("letters", outcome)),
    }
    done
}

async fn work(site: &web::Data<Site>, task: &'static Task, lease: Lease) -> Result<usize> {
    let outcome = match task.work {
        Work::Tidies(run) => run(site.clone()).await,
        Work::Destroys(run) => match jump::look(site).await {
            Ok(believed) => run(site.clone(), believed).await,
            Err(held) => Err(held),
        },
    };
    let why = outcome.as_ref().err().map(ToString::to_string);
    site.write(Actor::JOB, move |tx| lease::give_back(tx, task.name, lease, task.every, why.as_deref())).await?;
    outcome
}

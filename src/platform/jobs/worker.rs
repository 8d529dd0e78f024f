//! The worker: sends letters and runs the tasks that are due, one after another. A fault in one, of whatever kind,
//! does not keep the others from their turn.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use actix_web::web;
use futures_util::FutureExt;

use super::jump;
use super::lease::{self, Lease};
use super::timetable::{TASKS, Task, Work};
use crate::platform::db::Actor;
use crate::platform::error::{Error, Result};
use crate::platform::mail::post::{self, Render};
use crate::site::Site;

/// How long the worker sleeps when nobody wakes it.
const PAUSE: Duration = Duration::from_secs(10);

/// Works until the program is asked to stop.
pub async fn run(site: web::Data<Site>, render: Render) {
    while !site.stop.asked() {
        for (name, outcome) in once(&site, render).await {
            if let Err(error) = outcome {
                tracing::error!(task = name, error = %error, "a task failed");
            }
        }
        tokio::select! {
            () = site.wake.notified() => {}
            () = tokio::time::sleep(PAUSE) => {}
            () = site.stop.wait() => {}
        }
    }
}

/// Does everything that is due now, and says what each task did. Asked to stop, it does so between two of them.
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
        if site.stop.asked() {
            return done;
        }
        match site.write(Actor::JOB, |tx| lease::take(tx, task.name, task.every)).await {
            Ok(None) => {}
            Ok(Some(lease)) => {
                let outcome = work(site, task, lease).await;
                site.metrics.rows(task.name, outcome.as_ref().copied().unwrap_or_default());
                done.push((task.name, outcome));
            }
            Err(error) => done.push((task.name, Err(error))),
        }
    }
    match unhurt(site, post::send_due(site, render)).await {
        Ok(0) => {}
        outcome => {
            site.metrics.rows("letters", outcome.as_ref().copied().unwrap_or_default());
            done.push(("letters", outcome));
        }
    }
    done
}

async fn work(site: &web::Data<Site>, task: &'static Task, lease: Lease) -> Result<usize> {
    let outcome = match task.work {
        Work::Tidies(run) => unhurt(site, run(site.clone())).await,
        Work::Destroys(run) => match jump::look(site).await {
            Ok(believed) => unhurt(site, run(site.clone(), believed)).await,
            Err(held) => Err(held),
        },
    };
    let why = outcome.as_ref().err().map(ToString::to_string);
    site.write(Actor::JOB, move |tx| lease::give_back(tx, task.name, lease, task.every, why.as_deref())).await?;
    outcome
}

/// What `work` does; when it panics, that is its failure and not the end of the worker.
async fn unhurt(site: &web::Data<Site>, work: impl Future<Output = Result<usize>>) -> Result<usize> {
    let outcome = survived(work).await;
    if outcome.is_none() {
        site.metrics.panicked();
    }
    outcome.unwrap_or_else(|| Err(Error::broken(anyhow::anyhow!("it panicked; the log says where"))))
}

/// None when `work` panicked. Where it did so, the program has said already.
async fn survived<T>(work: impl Future<Output = T>) -> Option<T> {
    // What was in its hands is not used again: its transaction was rolled back, its lease is given back.
    AssertUnwindSafe(work).catch_unwind().await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn work_that_panics_does_not_end_the_worker() {
        let broken: Vec<usize> = Vec::new();
        assert_eq!(survived(async { broken[0] }).await, None);
        assert_eq!(survived(async { 7 }).await, Some(7));
    }
}

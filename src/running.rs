//! Running until somebody asks to stop, and stopping in good order: requests that run are finished, the worker stops
//! between two pieces of work, and nothing new is begun.

use std::future::Future;
use std::net::TcpListener;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::web;
use anyhow::Context;
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::access::accounts::refusals;
use crate::app;
use crate::platform::jobs::Stop;
use crate::privacy::retention;
use crate::site::Site;

/// Serves `site` on `listener` until SIGTERM or SIGINT, and works in the background when `worker` says so. Calls
/// `ready` when it is.
///
/// # Errors
/// When it cannot be served, or `ready` fails.
pub async fn serve(
    site: web::Data<Site>,
    listener: TcpListener,
    worker: bool,
    ready: impl FnOnce() -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let figures = metrics(&site)?;
    let server = app::serve(site.clone(), listener, workers)?;
    let handles = [Some(&server), figures.as_ref()].into_iter().flatten().map(Server::handle).collect();
    listen_for_signals(site.stop.clone(), handles)?;
    ready()?;
    let stop = site.stop.clone();
    let served = async {
        let served = server.await;
        // Also when it ended by itself: then the rest ends too.
        stop.ask();
        served
    };
    let work = async {
        if worker {
            within_bounds(&stop, app::work(site.clone())).await;
        }
    };
    let figures = async {
        match figures {
            Some(figures) => figures.await,
            None => Ok(()),
        }
    };
    let (served, (), figures, ()) = tokio::join!(served, work, figures, agree(&site));
    refusals::write_down(&site).await;
    served?;
    Ok(figures?)
}

/// Works in the background until SIGTERM or SIGINT.
///
/// # Errors
/// When the system lets nobody listen for signals.
pub async fn work(site: web::Data<Site>) -> anyhow::Result<()> {
    let figures = metrics(&site)?;
    listen_for_signals(site.stop.clone(), figures.iter().map(Server::handle).collect())?;
    let stop = site.stop.clone();
    let figures = async {
        match figures {
            Some(figures) => figures.await,
            None => Ok(()),
        }
    };
    let ((), figures) = tokio::join!(within_bounds(&stop, app::work(site)), figures);
    Ok(figures?)
}

/// How often a process that serves looks whether another one changed something that it holds in memory.
const AGREE: Duration = Duration::from_secs(10);

/// Keeps what `site` holds in memory as the database has it, until the program is asked to stop.
async fn agree(site: &Site) {
    while !site.stop.asked() {
        tokio::select! {
            () = tokio::time::sleep(AGREE) => retention::look_again(site).await,
            () = site.stop.wait() => {}
        }
    }
}

fn metrics(site: &web::Data<Site>) -> anyhow::Result<Option<Server>> {
    let Some(address) = site.config.metrics else { return Ok(None) };
    let listener = TcpListener::bind(address).with_context(|| format!("cannot listen on {address} for figures"))?;
    app::serve_metrics(site.clone(), listener).map(Some)
}

/// Lets `work` come to its next pause after it was asked to stop, and waits no longer than for a request: whatever
/// the worker does can be broken off and is taken up again.
async fn within_bounds(stop: &Stop, work: impl Future<Output = ()>) {
    let patience = async {
        stop.wait().await;
        tokio::time::sleep(app::LONGEST_STOP).await;
    };
    tokio::select! {
        () = work => {}
        () = patience => tracing::warn!("the worker was broken off in the middle of its work"),
    }
}

/// From here on SIGTERM and SIGINT stop the program in good order; the second of them stops it at once.
fn listen_for_signals(stop: Stop, servers: Vec<ServerHandle>) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    actix_web::rt::spawn(async move {
        either(&mut terminate, &mut interrupt).await;
        tracing::info!("stopping: what runs is finished first");
        stop.ask();
        let stopping: Vec<_> = servers.iter().map(|server| server.stop(true)).collect();
        tokio::select! {
            _ = futures_util::future::join_all(stopping) => {}
            () = either(&mut terminate, &mut interrupt) => {
                tracing::warn!("stopping at once");
                std::process::exit(1);
            }
        }
    });
    Ok(())
}

async fn either(one: &mut Signal, other: &mut Signal) {
    tokio::select! {
        _ = one.recv() => {}
        _ = other.recv() => {}
    }
}

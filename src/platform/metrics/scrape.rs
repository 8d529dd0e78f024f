//! Gathering the figures when somebody asks for them.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};

use super::Task;
use crate::learning::uploads;
use crate::platform::error::{Error, Result};
use crate::platform::jobs::{self, TaskState};
use crate::platform::mail::{self, Backlog};
use crate::privacy::register;
use crate::site::Site;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct State {
    state: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Part {
    part: &'static str,
}

/// What the database knows.
struct Known {
    letters: Backlog,
    tasks: Vec<TaskState>,
    uploads: i64,
    faults: i64,
}

/// Every figure, in the format of OpenMetrics.
///
/// # Errors
/// When they cannot be written as text.
pub async fn scrape(site: &Site) -> Result<String> {
    let mut registry = Registry::with_prefix("traject");
    counted(&mut registry, site);
    of_process(&mut registry, site);
    let broken = site.health.missing(site).await;
    let parts = Family::<Part, Gauge>::default();
    for part in crate::platform::web::health::PARTS {
        parts.get_or_create(&Part { part }).set(i64::from(!broken.contains(&part)));
    }
    registry.register("ready", "Whether a part of what the portal needs answers", parts);
    // Without a database the other figures still say something.
    let known = site.read(|db| {
        Ok(Known {
            letters: mail::backlog(db)?,
            tasks: jobs::states(db)?,
            uploads: uploads::stored(db)?,
            faults: register::faults_found(db)?,
        })
    });
    match known.await {
        Ok(known) => of_database(&mut registry, &known),
        Err(error) => tracing::warn!(%error, "the figures of the database are left out"),
    }
    let mut text = String::new();
    encode(&mut text, &registry).map_err(Error::broken)?;
    Ok(text)
}

fn counted(registry: &mut Registry, site: &Site) {
    let metrics = &site.metrics;
    registry.register("requests", "Requests, by pattern of the page and by status", metrics.requests.clone());
    registry.register_with_unit(
        "request_duration",
        "Time until a request was answered",
        Unit::Seconds,
        metrics.durations.clone(),
    );
    registry.register("task_rows", "Rows that a recurring task handled", metrics.rows.clone());
    registry.register("worker_panics", "Pieces of background work that panicked", metrics.panics.clone());
}

fn of_process(registry: &mut Registry, site: &Site) {
    let queries = <Counter>::default();
    queries.inc_by(site.pool.queries().count());
    registry.register("queries", "Statements sent to the database", queries);
    let load = site.pool.load();
    let connections = Family::<State, Gauge>::default();
    connections.get_or_create(&State { state: "used" }).set(i64::from(load.used));
    connections.get_or_create(&State { state: "open" }).set(i64::from(load.open));
    registry.register("pool_connections", "Connections to the database", connections);
    let waiting = i64::try_from(load.waiting).unwrap_or(i64::MAX);
    gauge(registry, "pool_waiting", "Those who wait for a connection or their turn to write", waiting);
    let checks = i64::try_from(site.hashing.waiting()).unwrap_or(i64::MAX);
    gauge(registry, "password_checks_waiting", "Passwords that wait to be checked, or are being checked", checks);
    if let Some(bytes) = anonymous_memory() {
        let memory = <Gauge>::default();
        memory.set(bytes);
        registry.register_with_unit("memory_anonymous", "Memory that is no cache of a file", Unit::Bytes, memory);
    }
}

fn of_database(registry: &mut Registry, known: &Known) {
    let letters = Family::<State, Gauge>::default();
    letters.get_or_create(&State { state: "waiting" }).set(known.letters.waiting);
    letters.get_or_create(&State { state: "failed" }).set(known.letters.failed);
    registry.register("letters", "Letters that are not sent", letters);
    let (succeeded, failing) = (Family::<Task, Gauge>::default(), Family::<Task, Gauge>::default());
    for task in &known.tasks {
        let named = Task { task: task.name.clone() };
        if let Some(at) = task.last_ok_at {
            succeeded.get_or_create(&named).set(at.seconds());
        }
        failing.get_or_create(&named).set(i64::from(task.failing));
        if let (register::WATCH, Some(at)) = (task.name.as_str(), task.last_ok_at) {
            let says = "When the chain of the register was last checked";
            gauge(registry, "register_verified_timestamp_seconds", says, at.seconds());
        }
    }
    registry.register("task_succeeded_timestamp_seconds", "When a recurring task last succeeded", succeeded);
    registry.register("task_failing", "Whether the last run of a recurring task failed", failing);
    gauge(registry, "uploads", "Files that are kept", known.uploads);
    gauge(registry, "register_faults", "What the last check of the register found wrong", known.faults);
}

fn gauge(registry: &mut Registry, name: &str, says: &str, value: i64) {
    let gauge = <Gauge>::default();
    gauge.set(value);
    registry.register(name, says, gauge);
}

/// Bytes of memory of this process that are no cache of a file; on Linux only.
fn anonymous_memory() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    let kilobytes: i64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

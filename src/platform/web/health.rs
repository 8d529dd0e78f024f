//! Whether the program lives, and whether it can do its work: for whoever keeps it running. A stranger learns no more
//! than yes or no; what is missing stands in the log and in the figures.

use std::path::Path;
use std::time::{Duration, Instant};

use actix_web::HttpResponse;
use tokio::sync::Mutex;

use super::{Answer, Cx, Routes};
use crate::access::Anyone;
use crate::config::Config;
use crate::platform::db::{DatabaseUrl, migrate};
use crate::site::Site;

/// What the portal needs, as the figures name it.
pub const PARTS: [&str; 5] = ["database", "migrations", "files", "keys", "disk"];

/// How long an answer is good for, so that asking often costs little.
const FRESH: Duration = Duration::from_secs(1);
/// How long the database has for its answer.
const PATIENCE: Duration = Duration::from_secs(3);
/// Below this much room, or twice the largest upload, the disk counts as full.
const ROOM: u64 = 64_000_000;

/// These addresses.
pub fn routes(r: &mut Routes) {
    r.get("/health/live", live);
    r.get("/health/ready", ready);
}

async fn live(_: Cx<Anyone>) -> Answer {
    Ok(HttpResponse::Ok().json(serde_json::json!({ "status": "alive" })).into())
}

async fn ready(cx: Cx<Anyone>) -> Answer {
    let site = cx.site();
    let missing = site.health.missing(site).await;
    if missing.is_empty() {
        return Ok(HttpResponse::Ok().json(serde_json::json!({ "status": "ready" })).into());
    }
    Ok(HttpResponse::ServiceUnavailable().json(serde_json::json!({ "status": "unavailable" })).into())
}

/// What was missing when somebody last looked.
#[derive(Default)]
pub struct Health(Mutex<Option<(Instant, Vec<&'static str>)>>);

impl Health {
    /// The parts that do not answer at this moment.
    pub async fn missing(&self, site: &Site) -> Vec<&'static str> {
        // Held while looking: those who ask at the same moment share one look.
        let mut last = self.0.lock().await;
        if let Some((_, missing)) = last.as_ref().filter(|(at, _)| at.elapsed() < FRESH) {
            return missing.clone();
        }
        let missing = look(site).await;
        if !missing.is_empty() {
            tracing::error!(missing = missing.join(","), "the portal is not ready");
        }
        *last = Some((Instant::now(), missing.clone()));
        missing
    }
}

async fn look(site: &Site) -> Vec<&'static str> {
    let mut missing = Vec::new();
    match tokio::time::timeout(PATIENCE, site.read(migrate::is_current)).await {
        Ok(Ok(true)) => {}
        Ok(Ok(false)) => missing.push("migrations"),
        Ok(Err(_)) | Err(_) => missing.push("database"),
    }
    let config = site.config.clone();
    let found = actix_web::web::block(move || on_disk(&config)).await;
    missing.extend(found.unwrap_or_else(|_| vec!["files"]));
    missing
}

fn on_disk(config: &Config) -> Vec<&'static str> {
    let mut missing = Vec::new();
    let (files, keys) = (room(&config.files), room(&config.keys));
    if files.is_none() {
        missing.push("files");
    }
    if keys.is_none() || std::fs::File::open(config.keys.join("master.key")).is_err() {
        missing.push("keys");
    }
    let database = match &config.database {
        DatabaseUrl::Sqlite(path) => path.parent().and_then(room),
        DatabaseUrl::Postgres(_) => None,
    };
    let least = [files, keys, database].into_iter().flatten().min();
    if least.is_some_and(|least| is_full(least, config.upload_limit)) {
        missing.push("disk");
    }
    missing
}

/// How many bytes can still be written in `folder`; none when it is not there or cannot be written at all.
fn room(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    let locked = disk.f_flag.contains(rustix::fs::StatVfsMountFlags::RDONLY);
    (folder.is_dir() && !locked).then(|| disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn is_full(room: u64, upload_limit: u64) -> bool {
    room < ROOM.max(upload_limit.saturating_mul(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_full_while_the_last_uploads_still_fit() {
        assert!(is_full(63_000_000, 1_000_000) && !is_full(65_000_000, 1_000_000));
        assert!(is_full(199_000_000, 100_000_000) && !is_full(201_000_000, 100_000_000));
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_room() {
        let folder = tempfile::tempdir().unwrap();
        assert!(room(folder.path()).is_some_and(|bytes| bytes > 0));
        assert_eq!(room(&folder.path().join("elsewhere")), None);
    }
}

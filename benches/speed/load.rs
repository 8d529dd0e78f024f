//! Asking the same kind of thing as fast as the server answers, and how long each answer took.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::http::Connection;

/// What a stretch of asking came to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Measured {
    /// Answers.
    pub answers: usize,
    /// Answers in a second.
    pub rate: f64,
    /// The time within which half of the answers came, in milliseconds.
    pub p50: f64,
    /// The same of 99 in a hundred.
    pub p99: f64,
    /// Answers that were not what was asked for.
    pub wrong: usize,
    /// Which part of its core the generator used: near 1 it, and not the server, was measured.
    pub busy: f64,
    /// What the server used of its core for an answer, in millionths of a second. Others on the machine make it
    /// slower and not dearer, so this is what to look at when the machine is not quiet.
    pub cost: f64,
}

/// Asks `requests` in turn on `connections` connections for `time`; an answer is good with one of `statuses`.
pub async fn drive(
    to: SocketAddr,
    requests: &Arc<Vec<Vec<u8>>>,
    connections: usize,
    time: Duration,
    statuses: std::ops::Range<u16>,
) -> std::io::Result<Measured> {
    let (began, worked) = (Instant::now(), processor_seconds("self"));
    let until = began + time;
    let mut tasks = Vec::new();
    for first in 0..connections {
        let (requests, statuses) = (requests.clone(), statuses.clone());
        let mut connection = Connection::open(to).await?;
        tasks.push(tokio::task::spawn_local(async move {
            let (mut times, mut wrong, mut at) = (Vec::with_capacity(65_536), 0, first);
            while Instant::now() < until {
                let request = &requests[at % requests.len()];
                at += connections;
                let asked = Instant::now();
                match connection.ask(request).await {
                    Ok((status, length)) if statuses.contains(&status) && (length > 0 || status >= 300) => {}
                    Ok(_) => wrong += 1,
                    Err(_) => {
                        wrong += 1;
                        let Ok(again) = Connection::open(to).await else { break };
                        connection = again;
                    }
                }
                times.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
            }
            (times, wrong)
        }));
    }
    let (mut times, mut wrong) = (Vec::new(), 0);
    for task in tasks {
        let (more, bad) = task.await.map_err(std::io::Error::other)?;
        times.extend(more);
        wrong += bad;
    }
    let took = began.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |part: f64| {
        let place = (times.len() as f64 * part) as usize;
        times.get(place.min(times.len().saturating_sub(1))).map_or(0.0, |t| f64::from(*t) / 1000.0)
    };
    Ok(Measured {
        answers: times.len(),
        rate: (times.len() - wrong.min(times.len())) as f64 / took,
        p50: at(0.50),
        p99: at(0.99),
        wrong,
        busy: (processor_seconds("self") - worked) / took,
        cost: 0.0,
    })
}

/// What a process used of the processor so far, in seconds.
pub fn processor_seconds(id: &str) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    // The kernel counts in hundredths here.
    (ticks(11) + ticks(12)) / 100.0
}

/// The middle one of what several rounds came to, each figure by itself.
pub fn median(rounds: &[Measured]) -> Measured {
    let middle = |of: fn(&Measured) -> f64| {
        let mut all: Vec<f64> = rounds.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    Measured {
        answers: rounds.iter().map(|m| m.answers).sum(),
        rate: middle(|m| m.rate),
        p50: middle(|m| m.p50),
        p99: middle(|m| m.p99),
        wrong: rounds.iter().map(|m| m.wrong).sum(),
        busy: middle(|m| m.busy),
        cost: middle(|m| m.cost),
    }
}

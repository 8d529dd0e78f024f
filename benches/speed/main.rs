//! How fast the pages are: servers on one core, the asking on another, and beside every figure what the same
//! bytes cost when the same actix serves them from memory. `benches/run` starts it.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

mod films;
mod http;
mod load;
mod pages;
mod report;
mod servers;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use load::{Measured, drive, median, processor_seconds};
use pages::{Visitor, get, sign_in_requests};
use report::{Line, Report};
use servers::{Server, anonymous_memory};

/// Connections that ask at the same time.
const CONNECTIONS: usize = 32;

pub type Failed = Box<dyn std::error::Error>;

/// What `benches/run` wants.
pub struct Wanted {
    program: PathBuf,
    folder: PathBuf,
    postgres: Option<String>,
    students: u64,
    few: u64,
    rounds: usize,
    time: Duration,
    visitors: usize,
    megabytes: usize,
}

impl Wanted {
    fn read() -> Self {
        let var = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
        let quick = var("BENCH_QUICK").is_some();
        let number = |name: &str, full: u64, small: u64| {
            var(name).and_then(|v| v.parse().ok()).unwrap_or(if quick { small } else { full })
        };
        Self {
            program: var("BENCH_PROGRAM").expect("benches/run starts this").into(),
            folder: var("BENCH_FOLDER").expect("benches/run starts this").into(),
            postgres: var("BENCH_POSTGRES"),
            students: number("BENCH_STUDENTS", 100_000, 2_000),
            few: number("BENCH_FEW", 1_000, 200),
            rounds: number("BENCH_ROUNDS", 3, 1) as usize,
            time: Duration::from_millis(number("BENCH_MILLISECONDS", 8_000, 1_500)),
            visitors: number("BENCH_VISITORS", 200, 20) as usize,
            megabytes: number("BENCH_MEGABYTES", 100, 10) as usize,
        }
    }
}

fn main() {
    let mut line = std::env::args().skip(1).filter(|a| a != "--bench");
    if line.next().as_deref() == Some("memory") {
        return servers::serve_from_memory(&line.next().expect("a file"));
    }
    let wanted = Wanted::read();
    let measured = pages::queries(&wanted.folder).and_then(|queries| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(tokio::task::LocalSet::new().run_until(measure(&wanted, &queries)))
    });
    if let Err(error) = measured {
        eprintln!("benches/run: {error}");
        std::process::exit(1);
    }
}

/// One thing that is asked, round after round.
struct Variant {
    name: String,
    /// The variant it is compared with.
    beside: Option<usize>,
    server: usize,
    path: &'static str,
    requests: Arc<Vec<Vec<u8>>>,
    connections: usize,
    statuses: std::ops::Range<u16>,
}

async fn measure(wanted: &Wanted, queries: &[(&str, u64)]) -> Result<(), Failed> {
    let mut report = Report::default();
    let mut servers = vec![Server::portal(wanted, "sqlite", wanted.students)?];
    servers.push(Server::portal(wanted, "sqlite", wanted.few)?);
    if wanted.postgres.is_some() {
        servers.push(Server::portal(wanted, "postgres", wanted.students)?);
    }
    let portals = servers.len();
    let mut variants: Vec<Variant> = Vec::new();
    for at in 0..portals {
        variants_of(wanted, at, &mut servers, &mut variants, &mut report).await?;
    }
    let rounds = rounds(wanted, &servers, &variants, &mut report).await?;
    let medians: Vec<Measured> = rounds.iter().map(|r| median(r)).collect();
    for (variant, measured) in variants.iter().zip(&medians) {
        let ceiling = variant.beside.map(|at| medians[at]);
        report.line(Line { name: variant.name.clone(), measured: *measured, ceiling });
    }
    let student = |at: usize| variants.iter().position(|v| v.server == at && v.path == "/student").unwrap();
    report.scale(medians[student(0)].rate / medians[student(1)].rate);
    for at in (0..portals).filter(|at| *at != 1) {
        pages::uploads(wanted, &servers[at], &mut report).await?;
        films::watch(wanted, &servers[at], &mut report).await?;
    }
    for (path, count) in queries {
        report.queries(path, *count);
    }
    report.print(wanted);
    Ok(())
}

/// What is asked of the portal `at`, each page beside the same bytes from memory.
async fn variants_of(
    wanted: &Wanted,
    at: usize,
    servers: &mut Vec<Server>,
    variants: &mut Vec<Variant>,
    report: &mut Report,
) -> Result<(), Failed> {
    let name = servers[at].name.clone();
    let students = Visitor::students(&servers[at], wanted.visitors).await?;
    let leader = Visitor::leader(&servers[at]).await?;
    let mut pages = vec![("/student", "/student", students.clone())];
    if at != 1 {
        let path = leader.project(&servers[at]).await?;
        pages.push(("leader's project", Box::leak(path.into_boxed_str()), vec![leader]));
        pages.push(("search, one word", "/student/knowledge?q=cursisten", students.clone()));
        pages.push(("search, three words", "/student/knowledge?q=brief+inwoners+kort", students.clone()));
    }
    for (what, path, visitors) in pages {
        let body = visitors[0].page(&servers[at], path, "").await?;
        let packed = visitors[0].page(&servers[at], path, "gzip").await?;
        report.size(&name, what, body.body.len(), packed.body.len());
        servers.push(Server::memory(wanted, &format!("memory-{}", servers.len()), &body.body)?);
        for (kind, encoding) in [("", ""), (", gzip", "gzip")] {
            if at == 1 && !encoding.is_empty() {
                continue;
            }
            let ceiling = variants.len();
            let ask = |visitor: &Visitor| get(path, &visitor.cookie, encoding);
            variants.push(Variant {
                name: format!("the same bytes from memory{kind}"),
                beside: None,
                server: servers.len() - 1,
                path,
                requests: Arc::new(visitors.iter().map(ask).collect()),
                connections: CONNECTIONS,
                statuses: 200..201,
            });
            variants.push(Variant {
                name: format!("{what}{kind}, {name}"),
                beside: Some(ceiling),
                server: at,
                path,
                requests: variants[ceiling].requests.clone(),
                connections: CONNECTIONS,
                statuses: 200..201,
            });
        }
    }
    if at != 1 {
        variants.push(Variant {
            name: format!("sign-in, {name}"),
            beside: None,
            server: at,
            path: "/login",
            requests: Arc::new(sign_in_requests(&servers[at], wanted.visitors)?),
            connections: 4,
            statuses: 303..304,
        });
    }
    Ok(())
}

/// Asks everything in turn, so that whatever else the machine does falls on all alike.
async fn rounds(
    wanted: &Wanted,
    servers: &[Server],
    variants: &[Variant],
    report: &mut Report,
) -> Result<Vec<Vec<Measured>>, Failed> {
    let mut all: Vec<Vec<Measured>> = variants.iter().map(|_| Vec::new()).collect();
    for round in 0..=wanted.rounds {
        for (variant, kept) in variants.iter().zip(&mut all) {
            let server = &servers[variant.server];
            // The first round warms up.
            let time = if round == 0 { wanted.time / 4 } else { wanted.time };
            let statuses = variant.statuses.clone();
            let id = server.id().to_string();
            let before = processor_seconds(&id);
            let mut measured = drive(server.address, &variant.requests, variant.connections, time, statuses).await?;
            measured.cost = (processor_seconds(&id) - before) * 1e6 / measured.answers.max(1) as f64;
            if variant.beside.is_some() {
                report.memory(&variant.name, anonymous_memory(server.id())?);
            }
            if round > 0 {
                eprintln!("round {round}: {:<50} {:>9.0} /s", variant.name, measured.rate);
                kept.push(measured);
            }
        }
    }
    Ok(all)
}

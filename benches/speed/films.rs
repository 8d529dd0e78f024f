//! Twelve people who watch a film at the same time, each asking for one part after another as a player does.

use std::sync::Arc;

use super::load::{drive, processor_seconds};
use super::pages::Visitor;
use super::report::Report;
use super::servers::{Server, anonymous_memory};
use super::{Failed, Wanted};

/// How many watch at the same time.
const VIEWERS: usize = 12;
/// Bytes that a player asks for at once: two chunks of the store, and a little of a third.
const PART: u64 = 150_000;

/// Watches the film of the demo on `server`, as somebody who may.
pub async fn watch(wanted: &Wanted, server: &Server, report: &mut Report) -> Result<(), Failed> {
    let (visitor, path) = viewer(wanted, server).await?;
    // Every part begins elsewhere, so that no two are cut from the same chunks in the same way.
    let part = |at: u64| {
        let from = at * 7_919 % 80_000;
        let head = format!("GET {path}/film HTTP/1.1\r\nhost: localhost\r\ncookie: {}\r\n", visitor.cookie);
        format!("{head}range: bytes={from}-{}\r\n\r\n", from + PART - 1).into_bytes()
    };
    let requests = Arc::new((0..64).map(part).collect());
    // The first time warms up.
    drive(server.address, &requests, VIEWERS, wanted.time / 4, 206..207).await?;
    let (before, worked) = (anonymous_memory(server.id())?, processor_seconds(&server.id().to_string()));
    let measured = drive(server.address, &requests, VIEWERS, wanted.time, 206..207).await?;
    let cost = processor_seconds(&server.id().to_string()) - worked;
    let growth = anonymous_memory(server.id())?.saturating_sub(before);
    if measured.wrong > 0 {
        return Err(format!("{} parts of a film were not what was asked for", measured.wrong).into());
    }
    let bytes = measured.answers as f64 * PART as f64;
    report.film(&server.name, VIEWERS, measured.rate * PART as f64, bytes / cost.max(0.01), growth);
    Ok(())
}

/// The first student who has a film, and its address.
async fn viewer(wanted: &Wanted, server: &Server) -> Result<(Visitor, String), Failed> {
    for visitor in Visitor::students(server, wanted.visitors.min(20)).await? {
        let page = visitor.page(server, "/student/films", "").await?.text();
        if let Some((_, rest)) = page.split_once("href=\"/student/films/") {
            let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
            return Ok((visitor, format!("/student/films/{number}")));
        }
    }
    Err("nobody has a film".into())
}

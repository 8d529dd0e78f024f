//! Verifying the register: the head, the copy of it outside the database, the closed months and every line.

use actix_web::web;

use super::copy::{self, Outside};
use super::model::{Fault, FaultKind, KEPT};
use super::queries::{self, Month};
use super::walk::Walk;
use crate::platform::db::Actor;
use crate::platform::db::chain::{self, Chain, Head, START};
use crate::platform::error::{Error, Result};
use crate::site::Site;

/// Lines that are read at once.
const BATCH: i64 = 1000;

/// What a check of the whole register found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The number of the last line.
    pub lines: i64,
    /// What is wrong; nothing when all is well.
    pub faults: Vec<Fault>,
}

impl Verdict {
    fn one(lines: i64, kind: FaultKind) -> Self {
        Self { lines, faults: vec![Fault { kind, first: lines, last: lines }] }
    }
}

/// Checks the whole register, some lines at a time, while others go on writing it.
///
/// # Errors
/// When the database or the folder of the keys cannot be read.
pub async fn verify(site: &Site) -> Result<Verdict> {
    let chain = site.pool.chain().clone();
    let Some(head) = site.read(chain::head).await? else { return Ok(Verdict::one(0, FaultKind::Head)) };
    let outside = copy::read(&site.config.keys, &chain).map_err(Error::broken)?;
    let made = chain.made(&head);
    let mut walk = Walk::new(&chain, head.lines);
    if !made {
        if has_other_key(site, &chain, &head, &outside).await? {
            return Ok(Verdict::one(head.lines, FaultKind::Key));
        }
        walk.note(FaultKind::Head, head.lines, head.lines);
    }
    look_outside(&mut walk, &head, &outside);
    let months = site.read(queries::months).await?;
    look_at_months(&mut walk, &chain, &months);
    if made {
        let fault = Fault { kind: FaultKind::Head, first: head.lines, last: head.lines };
        walk.mark(head.lines, &head.mac, fault);
    }
    let mut after = 0;
    loop {
        let lines = site.read(move |db| queries::chained(db, after, BATCH)).await?;
        // After the lines, so that a month that went meanwhile is known to have gone.
        let months = site.read(queries::months).await?;
        walk.pass(&lines, &months);
        match lines.last() {
            Some(last) if last.id < head.lines => after = last.id.max(walk.at()),
            _ => break,
        }
    }
    let months = site.read(queries::months).await?;
    let mut faults = walk.end(&months);
    if let Some((first, last)) = site.read(queries::beyond).await? {
        faults.push(Fault { kind: FaultKind::Unchained, first, last });
    }
    Ok(Verdict { lines: head.lines, faults })
}

/// Whether nothing at all fits the key at hand: then it is the key, and not what it is held against.
async fn has_other_key(site: &Site, chain: &Chain, head: &Head, outside: &Outside) -> Result<bool> {
    let months = site.read(queries::months).await?;
    let first = site.read(|db| queries::chained(db, 0, 1)).await?;
    let mut walk = Walk::new(chain, head.lines);
    walk.pass(&first, &months);
    let fits = !first.is_empty() && walk.end(&[]).iter().all(|fault| fault.kind != FaultKind::Changed);
    Ok(!fits && *outside == Outside::Damaged)
}

/// The register may not end before its newest copy says, nor have another line there.
fn look_outside(walk: &mut Walk, head: &Head, outside: &Outside) {
    match outside {
        Outside::Missing | Outside::Damaged => walk.note(FaultKind::Copy, head.lines, head.lines),
        Outside::Newest(kept) if kept.lines > head.lines => walk.note(FaultKind::Tail, head.lines + 1, kept.lines),
        Outside::Newest(kept) => {
            let fault = Fault { kind: FaultKind::Tail, first: kept.lines, last: kept.lines };
            walk.mark(kept.lines, &kept.mac, fault);
        }
    }
}

/// Months follow each other without a gap, each with its seals, and none was destroyed before its time.
fn look_at_months(walk: &mut Walk, chain: &Chain, months: &[Month]) {
    let (mut previous, mut next) = (START.to_vec(), 1);
    for month in months {
        let fault = Fault { kind: FaultKind::Month, first: month.first_line, last: month.last_line };
        let sealed = month.seal == month.sealed(chain, &previous) && month.first_line == next;
        let ended = month.destroyed_at.is_none_or(|at| {
            KEPT.end(month.newest_at) < at && month.destroyed_seal.as_ref() == Some(&month.end_sealed(chain, at))
        });
        if sealed && ended {
            walk.mark(month.last_line, &month.mac, fault);
        } else {
            walk.note(fault.kind, fault.first, fault.last);
        }
        previous.clone_from(&month.seal);
        next = month.last_line + 1;
    }
}

/// The daily check: what it finds stands at the top of the register's page and in the log, and when all is well the
/// head is copied outside. It succeeds also when something is wrong, for that does not mend by trying again.
///
/// # Errors
/// When the register cannot be read.
pub async fn watch(site: web::Data<Site>) -> Result<usize> {
    let verdict = verify(&site).await?;
    for fault in &verdict.faults {
        tracing::error!(kind = fault.kind.as_str(), first = fault.first, last = fault.last, "the register: {fault}");
    }
    let faults = verdict.faults.clone();
    site.write(Actor::JOB, move |tx| queries::keep_faults(tx, &faults)).await?;
    let head = site.read(chain::head).await?;
    if let (Some(head), true) = (head, verdict.faults.is_empty()) {
        let chain = site.pool.chain();
        copy::append(&site.config.keys, chain, site.clock.now(), copy::HEAD, &head).map_err(Error::broken)?;
    }
    Ok(usize::try_from(verdict.lines).unwrap_or_default())
}

//! Ending again what was ended since a backup that was put back.

use actix_web::web;
use anyhow::Context;

use super::{GAP, queries};
use crate::crm::people::PersonId;
use crate::learning::uploads;
use crate::platform::db::{Actor, marks, migrate, snapshot};
use crate::platform::error::Result;
use crate::platform::jobs;
use crate::platform::journal::Since;
use crate::privacy::{erasure, register};
use crate::site::Site;

/// What was done.
#[derive(Debug, Default)]
pub struct Finished {
    /// Which backup had been put back, if one had.
    pub backup: Option<String>,
    /// Rows that the journal says were ended since; many were never in the backup.
    pub known: usize,
    /// The last moment at which one was.
    pub last: Option<String>,
    /// Uploads that were destroyed again, with bytes and key.
    pub uploads: usize,
    /// People who were erased again.
    pub people: usize,
    /// Other rows that were ended again.
    pub rows: usize,
    /// What the clocks ended, when the journal was lost.
    pub swept: Option<usize>,
    /// Files whose key is gone: nobody can read them any more.
    pub unreadable: usize,
}

/// Finishes the restore of `site`: from then on it opens. With `swept`, because the journal is lost, everything
/// whose clock is over is destroyed instead of what the journal knows.
///
/// # Errors
/// A sentence for the operator; then it can be run again.
pub async fn finish(site: &web::Data<Site>, journal_lost: bool) -> anyhow::Result<Finished> {
    let mut done = Finished { backup: site.read(|db| marks::get(db, marks::RESTORE)).await?, ..Finished::default() };
    let (mut restores, mut ends) = (0, None);
    if journal_lost {
        let mut count = 0;
        for (name, outcome) in jobs::timetable::destroy_all(site).await {
            count += outcome.with_context(|| format!("{name} did not finish"))?;
        }
        done.swept = Some(count);
    } else if let Some(backup) = done.backup.clone() {
        let since = site.journal.since(&backup)?.with_context(|| {
            format!(
                "the erasure journal does not know the backup {backup}, so it cannot say what was erased since: put \
                 the journal of that time back, or, if it is lost, run traject restore-finish --journal-lost"
            )
        })?;
        // A line first, so that the next restore moves the counters on by more, also if this one is cut short.
        site.journal.restored(site.clock.now(), &backup)?;
        restores = since.restores + 1;
        done.known = since.count();
        done.last = since.last.map(crate::platform::db::Moment::rfc3339);
        replay(site, &since, &mut done).await?;
    } else {
        return Ok(done);
    }
    if done.backup.is_some() {
        // Without its journal nobody knows how many restores there were; none has as many as this.
        let gap = GAP * if journal_lost { 1000 } else { restores };
        site.write(Actor::OPERATOR, move |tx| {
            snapshot::skip_numbers(tx.db(), gap)?;
            queries::sign_everybody_out(tx)?;
            Ok(())
        })
        .await?;
        ends = Some(register::accept_end(site).await?);
    }
    let journal = site.journal.id().to_owned();
    site.write(Actor::OPERATOR, move |tx| {
        marks::set(tx, marks::JOURNAL, &journal)?;
        marks::forget(tx, marks::RESTORE)?;
        match ends {
            Some(lines) => register::restored(tx, lines),
            // Only the journal was lost: no backup was put back, and the register goes on.
            None => tx.record("restored", "marks", 0, None),
        }
    })
    .await?;
    site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    done.unreadable = uploads::without_key(site).await?;
    Ok(done)
}

/// Ends again what `since` names. Uploads first, because participants cannot go before
/// them; organisations last, because projects stand on them.
async fn replay(site: &web::Data<Site>, since: &Since, done: &mut Finished) -> anyhow::Result<()> {
    let mut tables = queries::names();
    // Of a month of the register only the lines ended, and the head stayed; its own clock ends them again.
    tables.retain(|table| *table != "register_months" && since.tables().any(|named| named == *table));
    tables.sort_by_key(|table| match *table {
        "uploads" => 0,
        "people" => 1,
        "organisations" => 3,
        _ => 2,
    });
    for table in tables {
        let mut after = 0;
        loop {
            let numbers = site.read(move |db| queries::numbers(db, table, after)).await?;
            let Some(last) = numbers.last() else { break };
            after = *last;
            let ended = site.journal.ended_of(since, table, &numbers);
            if !ended.is_empty() {
                end(site, table, ended, done).await.with_context(|| format!("a row of {table} does not go"))?;
            }
        }
    }
    // Their number stayed as long as a project needed it, and that project may have gone after them.
    erasure::destroy_stubs(site.clone()).await?;
    Ok(())
}

async fn end(site: &web::Data<Site>, table: &'static str, rows: Vec<i64>, done: &mut Finished) -> Result<()> {
    match table {
        "uploads" => done.uploads += uploads::destroy_again(site, rows).await?,
        "people" => {
            for row in rows {
                // What was erased beyond a registration has lines of its own.
                let erased = erasure::end_registration(site, Actor::OPERATOR, PersonId(row)).await?;
                done.people += 1;
                done.uploads += erased.files;
            }
        }
        _ => done.rows += site.write(Actor::OPERATOR, move |tx| queries::end(tx, table, &rows)).await?,
    }
    Ok(())
}

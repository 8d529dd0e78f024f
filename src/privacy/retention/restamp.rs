//! What a change of terms does to the rows that are there: first as a preview, then for good. Rows only ever
//! get earlier clocks; a longer term is for rows that come after it.

use actix_web::web;

use super::model::{Kind, Policy, Stamp};
use super::queries::running::{self, Running};
use super::queries::sweeps::BATCH;
use super::queries::terms as changes;
use super::terms::{Change, History, shortens};
use crate::platform::db::{Actor, Db, Moment};
use crate::platform::error::Result;
use crate::site::Site;

/// Rows of one look while counting.
const LOOK: i64 = 2_000;
/// Batches that the officer who confirms waits for; what is left is done by the next run of the timetable.
pub const AT_ONCE: usize = 25;

/// What a change would end sooner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Preview {
    /// How many rows have such a clock.
    pub rows: i64,
    /// How many of them would end sooner, or leave the portal sooner.
    pub sooner: i64,
    /// How many of those would be over at once.
    pub at_once: i64,
    /// When the first of them would end; now, when some are over at once.
    pub earliest: Option<Moment>,
}

/// What `new` would do to the rows of `kind` at `now`.
///
/// # Errors
/// When the database refuses.
pub fn preview(db: &mut Db, kind: Kind, new: &Policy, now: Moment) -> Result<Preview> {
    let history = changes::history(db, kind)?;
    let (mut seen, mut after) = (Preview::default(), 0);
    loop {
        let page = running::page(db, kind, after, LOOK)?;
        let Some(last) = page.last() else { return Ok(seen) };
        after = last.id;
        for row in page {
            seen.add(&row, &history, new, now);
        }
    }
}

impl Preview {
    fn add(&mut self, row: &Running, history: &History, new: &Policy, now: Moment) {
        let old = row.stamp.unwrap_or_else(|| {
            let destroy_at = history.end(row.start);
            Stamp { portal_until: destroy_at, destroy_at, version: 0 }
        });
        if old.destroy_at < now {
            return;
        }
        self.rows += 1;
        let Some(sooner) = sooner(row.start, old, new) else { return };
        self.sooner += 1;
        if sooner.destroy_at < now {
            self.at_once += 1;
        }
        let ends = sooner.destroy_at.max(now);
        self.earliest = Some(self.earliest.map_or(ends, |known| known.min(ends)));
    }
}

/// The clocks of what started at `start` under `new`, when they end before `old`.
fn sooner(start: Moment, old: Stamp, new: &Policy) -> Option<Stamp> {
    let stamp = new.stamp(start);
    let portal_until = stamp.portal_until.min(old.portal_until);
    let destroy_at = stamp.destroy_at.min(old.destroy_at);
    let earlier = portal_until < old.portal_until || destroy_at < old.destroy_at;
    earlier.then_some(Stamp { portal_until, destroy_at, version: stamp.version })
}

/// Brings every row in line with the changes that were confirmed.
///
/// # Errors
/// When the database refuses; what was done stays done, and the next run goes on.
pub async fn apply_all(site: web::Data<Site>) -> Result<usize> {
    let mut count = 0;
    for change in site.read(changes::unapplied).await? {
        count += apply(&site, change, usize::MAX).await?.0;
    }
    Ok(count)
}

/// Gives rows that are there the earlier clocks of `change`, in at most `batches` transactions; says how many
/// rows there were, and whether it is done.
///
/// # Errors
/// When the database refuses.
pub async fn apply(site: &Site, change: Change, batches: usize) -> Result<(usize, bool)> {
    let (kind, policy, id) = (change.kind, change.policy(), change.id);
    let (mut count, mut after) = (0, 0);
    for _ in 0..batches {
        let done = site.write(Actor::JOB, move |tx| {
            let page = running::page(tx.db(), kind, after, BATCH)?;
            let last = page.last().map(|row| row.id);
            let mut changed = 0;
            for row in page {
                // A row that was stamped under these terms, or later ones, has what it should have.
                let Some(old) = row.stamp.filter(|stamp| stamp.version < policy.version) else { continue };
                if let Some(stamp) = sooner(row.start, old, &policy) {
                    running::restamp(tx, kind, row.id, stamp)?;
                    changed += 1;
                }
            }
            if last.is_none() {
                changes::applied(tx, id)?;
            }
            Ok((last, changed))
        });
        let (last, changed) = done.await?;
        count += changed;
        match last {
            Some(last) => after = last,
            None => return Ok((count, true)),
        }
    }
    Ok((count, false))
}

/// Whether rows that are there have to be looked at for a change from `old` to `new`.
pub fn touches_rows(kind: Kind, old: &Policy, new: &Policy) -> bool {
    let stamped = match kind {
        Kind::Upload | Kind::PendingUpload | Kind::Intake | Kind::IntakeDraft => true,
        Kind::Message | Kind::MessageDraft => true,
        Kind::Letter | Kind::Progress | Kind::Registration | Kind::StaffAccount | Kind::Participation => false,
        Kind::SignIn | Kind::SignInAddress | Kind::SignInBrowser | Kind::Hold => false,
    };
    stamped && shortens(old, new)
}

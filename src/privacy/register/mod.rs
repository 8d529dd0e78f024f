//! The processing register: what was done to whose data, when, and by which role. It holds numbers and codes
//! and never a name, so that it can outlive the data it speaks of; it is where destruction is proven.
//!
//! **Chain.** A line is written in the transaction of the act and tied to the line before it by a MAC whose key is
//! not in the database (`platform::db::chain`). So whoever reaches the database alone can change the register, but
//! not without being found: `traject check` and a daily task walk the whole chain and name the lines. It makes
//! tampering evident; it does not make it impossible.
//!
//! **Its end.** A chain can be cut at its end, or put back as it was, without a sign in it. So the newest head is
//! copied each day, and at each start, to the folder of the keys (`copy`), and may not be found shorter after that.
//! What was cut since the last copy stays unseen.
//!
//! **Its own clock.** Whole months are closed with a signed head (`months`). Five years after its last line a month
//! is destroyed whole; its head stays, and the chain goes on from there.
//!
//! **Erasure.** A line is never changed, not even when the person it is about is erased. It holds the number of
//! that person's row and nothing else of them; erasure leaves of that row a stub without a name, so the number leads
//! to nobody any more. Numbers are never given out twice.
//!
//! **Who did not get in.** A wrong password for an account that exists, and a signed-in person at a page that is
//! for others, each get a line too; a name that does not exist gets none, for it may be somebody's password typed
//! in the wrong field. How many there can be is bounded (`access::accounts::refusals`); the log has every one.

mod copy;
mod model;
mod months;
mod own;
mod queries;
mod staff;
mod verify;
mod walk;

use std::path::Path;

use crate::platform::db::{Actor, Moment, Pool, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::web::Routes;
use crate::site::Site;

/// The copies of the head, among the keys.
pub use copy::NAME as HEADS;
pub use months::close as close_months;
pub use verify::{verify, watch};

/// The name of the daily check in the timetable.
pub const WATCH: &str = "register.watch";

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
    own::routes(r);
}

/// Begins the chain, or goes on with it: ties in the lines from before there was one, some at a time, and copies
/// the head to the folder `keys`.
///
/// # Errors
/// When the database refuses, or the folder of the keys cannot be written.
pub fn begin(pool: &Pool, keys: &Path, now: Moment) -> Result<()> {
    let chain = pool.chain().clone();
    let outside = copy::read(keys, &chain).map_err(Error::broken)?;
    let known = outside.newest().map_or(0, |kept| kept.lines);
    while pool.write(now, Actor::JOB, |tx| queries::adopt(tx, &chain, known))? {}
    let tied = pool.read(|db| queries::stands(db, &chain, &outside))?;
    match tied {
        Some(head) => copy::append(keys, &chain, now, copy::HEAD, &head).map_err(Error::broken),
        None => {
            tracing::error!("the register is not as it was: run traject check");
            Ok(())
        }
    }
}

/// Accepts that the database was put back to an earlier state: from now on the register may end where it ends,
/// after so many lines. To be called once, by whoever restores a backup, who also writes down that they did.
///
/// # Errors
/// When the database refuses, or the folder of the keys cannot be written.
pub async fn accept_end(site: &Site) -> Result<i64> {
    let head = site.read(crate::platform::db::chain::head).await?;
    let head = head.ok_or_else(|| Error::broken(anyhow::anyhow!("the register has no head")))?;
    copy::append(&site.config.keys, site.pool.chain(), site.clock.now(), copy::RESTORED, &head)
        .map_err(Error::broken)?;
    Ok(head.lines)
}

/// Writes down that the database was put back, to when the register had so many `lines`.
///
/// # Errors
/// When the database refuses.
pub fn restored(tx: &mut Tx, lines: i64) -> Result<()> {
    tx.record("restored", "register_head", lines, None)
}

/// How many faults the last check found.
///
/// # Errors
/// When the database refuses.
pub fn faults_found(db: &mut crate::platform::db::Db) -> Result<i64> {
    Ok(i64::try_from(queries::faults(db)?.len()).unwrap_or(i64::MAX))
}

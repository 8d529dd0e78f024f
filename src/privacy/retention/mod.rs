//! Clocks: how long each kind of data is shown and kept. The terms are data: a policy in code is what holds
//! until two officers change it. Each row carries the moments that follow, or they follow from when its clock
//! started; the read path and the sweeps only compare, and what is held is left alone.

mod current;
mod forms;
mod holds;
mod lapsing;
mod model;
mod queries;
mod restamp;
mod staff;
mod sweep;
mod term;
mod terms;

pub use current::{Changed, Current, Terms, look_again};
pub use holds::{Held, HeldFor, held, held_files};
pub use lapsing::{end_registrations, render};
pub use model::{
    CERTIFICATE, EVALUATION, EVALUATION_DRAFT, INTAKE, INTAKE_DRAFT, Kind, MESSAGE, Policy, Stamp, TEST_DRAFT,
    upload_start,
};
pub use restamp::apply_all;
pub use sweep::{
    MOST, destroy_holds, destroy_intakes, destroy_letters, destroy_messages, destroy_participations, destroy_progress,
    destroy_sign_ins, in_batches,
};
pub use term::Term;
pub use terms::History;

pub(crate) use queries::lapsing::active_since;

use crate::access::accounts::AccountId;
use crate::crm::people::PersonId;
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;
use crate::platform::web::Routes;

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

/// The terms of `kind` as they hold now.
///
/// # Errors
/// When the database refuses.
pub fn in_force(db: &mut Db, kind: Kind) -> Result<Policy> {
    queries::terms::in_force(db, kind)
}

/// The terms of each of `kinds` as they hold now.
///
/// # Errors
/// When the database refuses.
pub fn policies<const N: usize>(db: &mut Db, kinds: [Kind; N]) -> Result<[Policy; N]> {
    let changes = queries::terms::all_in_force(db)?;
    let last = |kind: Kind| changes.iter().rfind(|change| change.kind == kind).map(terms::Change::policy);
    Ok(kinds.map(|kind| last(kind).unwrap_or(kind.policy())))
}

/// The terms of `kind` since the beginning: what is over, of rows whose end follows from their start.
///
/// # Errors
/// When the database refuses.
pub fn history(db: &mut Db, kind: Kind) -> Result<History> {
    queries::terms::history(db, kind)
}

/// How many changes of terms wait for another officer than `me`.
///
/// # Errors
/// When the database refuses.
pub fn waiting_for(db: &mut Db, me: AccountId) -> Result<usize> {
    let waiting = queries::terms::waiting(db)?;
    Ok(waiting.iter().filter(|change| change.second_officer(me).is_some()).count())
}

/// The last moment of the registration of `person` if they do nothing from `now` on; a hold on it, when there is
/// one.
///
/// # Errors
/// When the database refuses.
pub fn of_person(db: &mut Db, person: PersonId, now: Moment) -> Result<(Moment, Option<HeldFor>)> {
    Ok((history(db, Kind::Registration)?.end(now), held(db, person, now)?))
}

//! Erasing a person: one act that takes away who they are, what they wrote and what they handed in, and leaves a
//! number without a name where the law or a contract keeps something longer. What goes and what stays is read
//! from the data map, so that a table which is not thought of here goes too.

mod forms;
mod model;
mod queries;
mod staff;

use actix_web::web;

use crate::crm::people::PersonId;
use crate::platform::db::{Actor, migrate};
use crate::platform::error::{Error, Result};
use crate::platform::files::BlobId;
use crate::platform::web::Routes;
use crate::privacy::retention;
use crate::site::Site;

pub use model::Erased;
use model::{Doomed, Extent};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    staff::routes(r);
}

/// Erases `person`, in the name of `actor`. All rows go in one transaction, with which nobody sees a file any
/// more; then each file is destroyed, with its own line in the register. Who was erased already stays erased:
/// repeating it finishes what was cut off, and otherwise does nothing.
///
/// # Errors
/// [`Error::Conflict`] while something of theirs is held; then nothing was erased. When the database refuses; then
/// nothing was erased either. When a file could not be destroyed; then everything else
/// is gone, the file is out of sight, and both a repetition and the sweep of uploads try again.
pub async fn erase(site: &Site, actor: Actor, person: PersonId) -> Result<Erased> {
    end(site, actor, person, Extent::Everything).await
}

/// Erases `person` because their registration is over, in the name of `actor`: everything but what was given to them
/// to keep and has a longer clock of its own. Whoever is shown their certificate can still check it.
///
/// # Errors
/// As [`erase`].
pub async fn end_registration(site: &Site, actor: Actor, person: PersonId) -> Result<Erased> {
    end(site, actor, person, Extent::Registration).await
}

async fn end(site: &Site, actor: Actor, person: PersonId, extent: Extent) -> Result<Erased> {
    let (rows, doomed) = site
        .write(actor, move |tx| {
            let now = tx.now();
            if retention::held(tx.db(), person, now)?.is_some() {
                return Err(Error::Conflict);
            }
            queries::erase(tx, person, extent)
        })
        .await?;
    let (gone, failed) = destroy(site, doomed).await;
    let files =
        if gone.is_empty() { 0 } else { site.write(actor, move |tx| queries::remove(tx, person, &gone)).await? };
    // What was deleted and overwritten lives on in the log until it is emptied.
    site.read(|db| Ok(migrate::truncate_log(db)?)).await?;
    failed.map_or(Ok(Erased { rows, files }), Err)
}

/// Destroys what can be destroyed; says what went, and what went wrong.
async fn destroy(site: &Site, doomed: Vec<Doomed>) -> (Vec<Doomed>, Option<Error>) {
    let (mut gone, mut failed) = (Vec::new(), None);
    for one in doomed {
        let destroyed = match BlobId::parse(&one.blob) {
            Some(blob) => site.files.destroy(&blob).await.map_err(Error::from),
            None => Err(Error::broken(anyhow::anyhow!("a row names no file"))),
        };
        match destroyed {
            Ok(()) => gone.push(one),
            Err(error) => {
                tracing::error!(table = one.table, row = one.id, error = %error, "a file could not be destroyed");
                failed = Some(error);
            }
        }
    }
    (gone, failed)
}

/// Destroys what is left of people who were erased, once nothing needs their number any more.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_stubs(site: web::Data<Site>) -> Result<usize> {
    site.write(Actor::JOB, queries::destroy_stubs).await
}

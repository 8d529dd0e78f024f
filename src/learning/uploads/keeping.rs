//! Keeping a file that arrived: published and written down, also when the browser is gone by now. Half of that would
//! be worse.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::web;

use super::receive::{Arrived, NewFile};
use crate::platform::db::{Actor, Db, Tx};
use crate::platform::error::{Error, Result};
use crate::site::Site;

/// Publishes the file and lets `insert` write its row. When only the last word of the database is missing, `named`
/// looks whether the row with that file is there; its file is then not touched, and without a row the sweep
/// destroys it when it is a day old.
///
/// # Errors
/// When it could not be published or written down; then nothing is left of it.
pub async fn keep<T: Send + 'static>(
    site: web::Data<Site>,
    actor: Actor,
    arrived: Arrived,
    insert: impl FnOnce(&mut Tx, &NewFile) -> Result<T> + Send + 'static,
    named: impl FnOnce(&mut Db, &str) -> Result<Option<T>> + Send + 'static,
) -> Result<T> {
    let work = actix_web::rt::spawn(async move {
        let file = arrived.publish().await?;
        let blob = file.stored.blob.clone();
        let decided = Arc::new(AtomicBool::new(false));
        let saying = Arc::clone(&decided);
        let kept = site.write(actor, move |tx| {
            let written = insert(tx, &file)?;
            saying.store(true, Ordering::SeqCst);
            Ok(written)
        });
        match kept.await {
            // That there is no room is a plain no, also from a commit; anything else may hide a yes.
            Err(error) if decided.load(Ordering::SeqCst) && !matches!(error, Error::Full) => {
                match site.read(move |db| named(db, blob.as_str())).await {
                    Ok(Some(there)) => Ok(there),
                    _ => Err(error),
                }
            }
            Err(error) => {
                if let Err(left) = site.files.destroy(&blob).await {
                    tracing::warn!(error = %left, "a file that got no row is left to the sweep");
                }
                Err(error)
            }
            kept => kept,
        }
    });
    work.await.map_err(Error::broken)?
}

//! All statements about organisations.

use diesel::prelude::*;

use super::OrganisationId;
use crate::platform::db::schema::organisations;
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;
use crate::platform::folding::folded;

/// Every organisation, by name.
///
/// # Errors
/// When the database refuses.
pub fn all(db: &mut Db) -> Result<Vec<(OrganisationId, String)>> {
    Ok(organisations::table
        .order((organisations::name_folded, organisations::id))
        .select((organisations::id, organisations::name))
        .load(db)?)
}

/// The organisation called `name`; made when there is none. Capitals and accents make no other one.
///
/// # Errors
/// When the database refuses.
pub fn named(tx: &mut Tx, name: &str) -> Result<OrganisationId> {
    let now = tx.now();
    let same = organisations::table.filter(organisations::name_folded.eq(folded(name)));
    if let Some(known) = same.select(organisations::id).first(tx.db()).optional()? {
        return Ok(known);
    }
    let id: OrganisationId = diesel::insert_into(organisations::table)
        .values((
            organisations::name.eq(name),
            organisations::name_folded.eq(folded(name)),
            organisations::created_at.eq(now),
        ))
        .returning(organisations::id)
        .get_result(tx.db())?;
    tx.record("created", "organisations", id.0, None)?;
    Ok(id)
}

/// Lets nobody else enter people of this organisation until the transaction is over, so that one person
/// who comes in two files at once does not become two.
///
/// # Errors
/// When the database refuses.
pub fn hold(tx: &mut Tx, id: OrganisationId) -> Result<()> {
    let row = organisations::table.find(id);
    diesel::update(row).set(organisations::name.eq(organisations::name)).execute(tx.db())?;
    Ok(())
}

//! What the installation remembers about itself: which journal belongs to it, and whether it was just restored.

use diesel::prelude::*;

use super::schema::marks;
use super::{Db, Tx};
use crate::platform::error::Result;

/// Which erasure journal this database is written with.
pub const JOURNAL: &str = "journal";
/// Which backup was put back, until what was erased since is erased again.
pub const RESTORE: &str = "restore";

/// What is remembered under `name`.
///
/// # Errors
/// When the database refuses.
pub fn get(db: &mut Db, name: &str) -> Result<Option<String>> {
    Ok(marks::table.find(name).select(marks::value).first(db).optional()?)
}

/// Remembers `value` under `name`, in the place of what was there.
///
/// # Errors
/// When the database refuses.
pub fn set(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    forget(tx, name)?;
    diesel::insert_into(marks::table).values((marks::name.eq(name), marks::value.eq(value))).execute(tx.db())?;
    Ok(())
}

/// Forgets what is remembered under `name`.
///
/// # Errors
/// When the database refuses.
pub fn forget(tx: &mut Tx, name: &str) -> Result<()> {
    diesel::delete(marks::table.find(name)).execute(tx.db())?;
    Ok(())
}

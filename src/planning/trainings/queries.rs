//! All statements about trainings.

use diesel::prelude::*;

use super::TrainingId;
use crate::platform::db::Db;
use crate::platform::db::schema::trainings;
use crate::platform::error::Result;

/// Every training, by name.
///
/// # Errors
/// When the database refuses.
pub fn all(db: &mut Db) -> Result<Vec<(TrainingId, String)>> {
    Ok(trainings::table.order((trainings::name, trainings::id)).select((trainings::id, trainings::name)).load(db)?)
}

//! All statements about the register. Lines are written by `Tx::record`, and changed by nobody.

use diesel::prelude::*;

use super::model::Line;
use crate::platform::db::Db;
use crate::platform::db::schema::register_lines;
use crate::platform::error::Result;

/// Lines on one page.
pub const PER_PAGE: i64 = 100;

/// The lines of `page`, from 0, the newest first, and one more when there is a next page.
///
/// # Errors
/// When the database refuses.
pub fn lines(db: &mut Db, act: Option<&str>, page: i64) -> Result<Vec<Line>> {
    let mut lines = register_lines::table
        .order(register_lines::id.desc())
        .limit(PER_PAGE + 1)
        .offset(page * PER_PAGE)
        .select((
            register_lines::at,
            register_lines::actor_role,
            register_lines::actor_account,
            register_lines::act,
            register_lines::subject,
            register_lines::subject_row,
            register_lines::person_number,
        ))
        .into_boxed();
    if let Some(act) = act {
        lines = lines.filter(register_lines::act.eq(act.to_owned()));
    }
    Ok(lines.load(db)?)
}

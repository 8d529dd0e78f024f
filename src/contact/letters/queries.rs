//! All statements about letters as staff see them.

use diesel::prelude::*;

use super::model::Line;
use crate::access::{Reach, Scope};
use crate::planning::projects::lasting;
use crate::platform::db::schema::{enrolments, groups, letters, participants, project_leaders};
use crate::platform::db::{Db, Moment, MultiBackend};
use crate::platform::error::Result;
use crate::platform::mail::{Kind, LetterId};
use crate::privacy::retention;

/// How many letters stand on a page.
pub const PAGE: i64 = 50;

/// The letters to people within `scope` whose time is not over at `now`. What a visitor typed to get a new password is no letter yet.
fn visible<'a>(db: &mut Db, scope: Scope, now: Moment) -> Result<letters::BoxedQuery<'a, MultiBackend>> {
    // Decided here too, so that what is over stays hidden when the sweep is late.
    let oldest = retention::history(db, retention::Kind::Letter)?.cutoff(now);
    let lasts = letters::sent_at.ge(oldest).or(letters::sent_at.is_null().and(letters::created_at.ge(oldest)));
    let all = letters::table.filter(letters::kind.ne(Kind::ResetAsked)).filter(lasts).into_boxed();
    Ok(match scope.reach() {
        Reach::All => all,
        Reach::Own(person) => all.filter(letters::person_id.eq(person)),
        Reach::Led(person) => all.filter(
            letters::person_id.eq_any(
                participants::table
                    .inner_join(project_leaders::table.on(project_leaders::project_id.eq(participants::project_id)))
                    .filter(project_leaders::person_id.eq(person).and(lasting!(participants::project_id, scope)))
                    .select(participants::person_id.nullable()),
            ),
        ),
        Reach::Taught(person) => all.filter(
            letters::person_id.eq_any(
                participants::table
                    .inner_join(enrolments::table.inner_join(groups::table))
                    .filter(groups::trainer_id.eq(person).and(lasting!(participants::project_id, scope)))
                    .select(participants::person_id.nullable()),
            ),
        ),
    })
}

/// One page of letters, the newest first, and whether there are more.
pub fn page(db: &mut Db, scope: Scope, now: Moment, number: i64) -> Result<(Vec<Line>, bool)> {
    let mut lines: Vec<Line> = visible(db, scope, now)?
        .order((letters::created_at.desc(), letters::id.desc()))
        .select(Line::as_select())
        .limit(PAGE + 1)
        .offset((number - 1).saturating_mul(PAGE))
        .load(db)?;
    let more = lines.len() as i64 > PAGE;
    lines.truncate(PAGE as usize);
    Ok((lines, more))
}

/// One letter and the words that are kept of it.
pub fn find(db: &mut Db, scope: Scope, now: Moment, id: LetterId) -> Result<(Line, Option<String>)> {
    Ok(visible(db, scope, now)?.filter(letters::id.eq(id)).select((Line::as_select(), letters::body)).first(db)?)
}

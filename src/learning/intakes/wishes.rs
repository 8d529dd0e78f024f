//! Learning wishes: the answers that the project leader reads. Only of intakes that were handed in, only to
//! questions marked as learning wish, and no longer than the intake may be seen.

use diesel::prelude::*;

use super::State;
use crate::access::Scope;
use crate::crm::people::{Name, name};
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{answers, intakes, participants, people, questions};
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;

/// A learning wish, with the question it answers and who said it.
#[derive(Debug, Clone, Queryable)]
pub struct Wish {
    /// The question, as it was asked.
    pub question: String,
    /// What was answered.
    pub words: String,
    /// Whose wish it is.
    pub participant: ParticipantId,
    /// Their name.
    pub name: Name,
}

/// The learning wishes that may be seen: of a whole project or of one person.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// Everybody in a project.
    Project(ProjectId),
    /// One person in a project.
    Participant(ParticipantId),
}

macro_rules! seen {
    ($whose:expr, $now:expr, $scope:expr, $select:expr) => {{
        let rows = answers::table
            .inner_join(questions::table)
            .inner_join(intakes::table.inner_join(participants::table.inner_join(people::table)))
            .filter(questions::learning_wish)
            .filter(intakes::state.eq(State::Submitted))
            .filter(intakes::destroy_at.ge($now))
            .filter(answers::words.ne(""))
            .select($select)
            .into_boxed();
        let rows = match $whose {
            Whose::Project(project) => rows.filter(participants::project_id.eq(project)),
            Whose::Participant(participant) => rows.filter(participants::id.eq(participant)),
        };
        participants_within!(rows, $scope)
    }};
}

/// The wishes `from` up to `from + most`, by question and then by name.
///
/// # Errors
/// When the database refuses.
pub fn wishes(db: &mut Db, scope: Scope, whose: Whose, now: Moment, from: i64, most: i64) -> Result<Vec<Wish>> {
    let row = (questions::prompt, answers::words, participants::id, Name::as_select());
    Ok(seen!(whose, now, scope, row)
        .order((questions::position, people::name_folded, participants::id))
        .limit(most)
        .offset(from)
        .load(db)?)
}

/// The first `most` wishes, by question and then by name, and how many there are in all.
///
/// # Errors
/// When the database refuses.
pub fn first_wishes(db: &mut Db, scope: Scope, whose: Whose, now: Moment, most: i64) -> Result<(Vec<Wish>, i64)> {
    use diesel::dsl::count;
    type Row = (String, String, ParticipantId, Name, i64);
    let name = name!();
    let row = (questions::prompt, answers::words, participants::id, name, count(answers::id).over());
    let rows: Vec<Row> = seen!(whose, now, scope, row)
        .order((questions::position, people::name_folded, participants::id))
        .limit(most)
        .offset(0)
        .load(db)?;
    let all = rows.first().map_or(0, |row| row.4);
    let wish = |(question, words, participant, name, _)| Wish { question, words, participant, name };
    Ok((rows.into_iter().map(wish).collect(), all))
}

/// How many wishes there are, and of how many people.
///
/// # Errors
/// When the database refuses.
pub fn count_wishes(db: &mut Db, scope: Scope, whose: Whose, now: Moment) -> Result<(i64, i64)> {
    use diesel::dsl::count;
    let row = (count(answers::id), count(participants::id).aggregate_distinct());
    Ok(seen!(whose, now, scope, row).first(db)?)
}

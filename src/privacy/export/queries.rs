//! What is read for an archive. The tables and columns come from the data map, never from what was typed.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text, Timestamp};
use serde_json::{Map, Value};

use super::model::{Dossier, Enclosed, Extent, Section};
use crate::access::{Reach, Scope};
#[cfg(test)]
use crate::crm::organisations::OrganisationId;
use crate::crm::people::{Name, PersonId};
use crate::platform::db::schema::people;
use crate::platform::db::{Db, Moment};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::privacy::data_map::{Kept, Table, traced};

/// The value `$column` of a test, once the result of the attempt `$attempt` is shown; nothing before.
macro_rules! told {
    ($column:literal, $attempt:literal) => {
        concat!(
            "SELECT CASE WHEN x.state = 'marked' AND (y.result = 'at_once' OR y.released_at IS NOT NULL) THEN ",
            $column,
            " END FROM test_attempts x JOIN tests y ON y.id = x.test_id WHERE x.id = ",
            $attempt
        )
    };
}

/// What stands for the number of another row: a column that leads to it, and what is written instead.
const NAMED: &[(&str, &str)] = &[
    ("action_id", "SELECT title FROM actions x WHERE x.id = t.action_id"),
    ("material_id", "SELECT title FROM materials x WHERE x.id = t.material_id"),
    ("adviser_id", "SELECT x.name FROM projects x WHERE x.id = t.id"),
    ("trainer_id", "SELECT x.name FROM groups x WHERE x.id = t.id"),
    ("group_id", "SELECT name FROM groups x WHERE x.id = t.group_id"),
    ("organisation_id", "SELECT name FROM organisations x WHERE x.id = t.organisation_id"),
    ("project_id", "SELECT name FROM projects x WHERE x.id = t.project_id"),
    ("question_id", "SELECT prompt FROM questions x WHERE x.id = t.question_id"),
    (
        "text_id",
        "SELECT CASE WHEN t.language = 'en' THEN COALESCE(x.english, x.dutch) ELSE x.dutch END \
         FROM agreement_texts x WHERE x.id = t.text_id",
    ),
    ("meeting_id", "SELECT x.starts_at FROM meetings x WHERE x.id = t.meeting_id"),
    (
        "evaluation_id",
        "SELECT x.name FROM projects x JOIN participants y ON y.project_id = x.id \
         JOIN evaluations z ON z.participant_id = y.id WHERE z.id = t.evaluation_id",
    ),
    (
        "participant_id",
        "SELECT x.name FROM projects x JOIN participants y ON y.project_id = x.id WHERE y.id = t.participant_id",
    ),
    (
        "intake_id",
        "SELECT x.name FROM projects x JOIN participants y ON y.project_id = x.id \
         JOIN intakes z ON z.participant_id = y.id WHERE z.id = t.intake_id",
    ),
    ("test_id", "SELECT x.title FROM actions x JOIN tests y ON y.action_id = x.id WHERE y.id = t.test_id"),
    (
        "attempt_id",
        "SELECT x.title || ' (' || z.number || ')' FROM actions x JOIN tests y ON y.action_id = x.id \
         JOIN test_attempts z ON z.test_id = y.id WHERE z.id = t.attempt_id",
    ),
    (
        "thread_id",
        "SELECT x.name || ' (' || z.addressee || ')' FROM projects x JOIN participants y ON y.project_id = x.id \
         JOIN threads z ON z.participant_id = y.id WHERE z.id = t.thread_id",
    ),
];
/// Where a column leads to another table than elsewhere, or is not told yet: what a test earned is in no archive
/// before its result is shown.
const NAMED_IN: &[(&str, &str, &str)] = &[
    ("evaluation_answers", "question_id", "SELECT prompt FROM evaluation_questions x WHERE x.id = t.question_id"),
    ("test_answers", "question_id", "SELECT prompt FROM test_questions x WHERE x.id = t.question_id"),
    ("test_answers", "points", told!("t.points", "t.attempt_id")),
    ("test_answers", "comment", told!("t.comment", "t.attempt_id")),
    ("test_attempts", "points", told!("t.points", "t.id")),
    ("test_attempts", "passed", told!("t.passed", "t.id")),
];
/// The rows that are a client's own, by the column that tells; `{o}` is the client.
const BOUNDS: &[(&str, &str)] = &[
    ("organisation_id", "organisation_id = {o}"),
    ("project_id", "project_id IN (SELECT id FROM projects WHERE organisation_id = {o})"),
    (
        "participant_id",
        "participant_id IN (SELECT y.id FROM participants y JOIN projects x ON x.id = y.project_id \
         WHERE x.organisation_id = {o})",
    ),
    (
        "intake_id",
        "intake_id IN (SELECT z.id FROM intakes z JOIN participants y ON y.id = z.participant_id \
         JOIN projects x ON x.id = y.project_id WHERE x.organisation_id = {o})",
    ),
    // Of an intake the client reads the learning wishes, and nothing else.
    ("question_id", "question_id IN (SELECT id FROM questions WHERE learning_wish)"),
];
/// What says since when and until when a row is kept.
const DATED: &[&str] = &["created_at", "expires_at", "portal_until", "destroy_at"];
/// Nothing to read: sealed until its owner signs in again, also for us; or what the store calls a file.
const UNREADABLE: &[(&str, &str)] =
    &[("held_forms", "body"), ("uploads", "blob"), ("materials", "blob"), ("evaluations", "draft")];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct FileLine {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    blob: String,
    #[diesel(sql_type = Text)]
    file_name: String,
}

/// Everything about `person` within `scope`, as of `now`.
///
/// # Errors
/// [`Error::NotFound`] when they are out of scope or were erased.
pub fn dossier(db: &mut Db, scope: Scope, person: PersonId, extent: Extent, now: Moment) -> Result<Dossier> {
    match scope.reach() {
        Reach::All => {}
        Reach::Own(own) if own == person => {}
        _ => return Err(Error::NotFound),
    }
    let who = people::table.find(person).filter(people::erased_at.is_null());
    let (name, lang): (Name, Option<Lang>) = who.select((Name::as_select(), people::language)).first(db)?;
    let (mut sections, mut files) = (Vec::new(), Vec::new());
    for table in traced().into_iter().rev() {
        let columns = columns(table, extent);
        let rows = if columns.is_empty() { Vec::new() } else { rows(db, table, &columns, person, (extent, now))? };
        if !rows.is_empty() {
            sections.push(Section { table, columns, rows });
        }
        if table.holds_files() && extent.with_files() {
            files.append(&mut enclosed(db, table, person, now)?);
        }
    }
    Ok(Dossier { person, name, lang: lang.unwrap_or(Lang::Nl), sections, files })
}

/// The columns of `table` that are in the archive; none when nothing in it says something to its reader.
/// What is folded for searching says the same as the column beside it.
fn columns(table: &'static Table, extent: Extent) -> Vec<&'static str> {
    let readable = |column: &str| !column.ends_with("_folded") && !UNREADABLE.contains(&(table.name, column));
    if !table.personal().any(|(column, personal)| extent.includes(personal) && readable(column)) {
        return Vec::new();
    }
    let is_in = |column: &str, kept: &Kept| match kept {
        Kept::Personal(personal) => extent.includes(personal) && readable(column),
        Kept::Plain(_) => NAMED.iter().any(|(named, _)| *named == column) || DATED.contains(&column),
    };
    table.columns.iter().filter(|(column, kept)| is_in(column, kept)).map(|(column, _)| *column).collect()
}

/// Every column that an archive can hold, so that a test can ask whether there are words for it.
#[cfg(test)]
pub fn every_column() -> Vec<&'static str> {
    let all = [Extent::Own, Extent::Request, Extent::Client(OrganisationId(1))];
    all.into_iter().flat_map(|extent| traced().into_iter().flat_map(move |table| columns(table, extent))).collect()
}

/// The condition on the rows that `extent` may hold, besides that they are about the person.
fn bound(table: &Table, extent: Extent) -> String {
    let Extent::Client(client) = extent else { return String::new() };
    let has = |column: &str| table.columns.iter().any(|(name, _)| *name == column);
    let bounds = BOUNDS.iter().filter(|(column, _)| has(column));
    bounds.map(|(_, bound)| format!(" AND {}", bound.replace("{o}", &client.0.to_string()))).collect()
}

/// What has its release still before it is not for the person themselves yet; the officer answers for all there is.
fn released(table: &Table, extent: Extent, now: Moment) -> String {
    let waits = extent == Extent::Own && table.columns.iter().any(|(name, _)| *name == "released_at");
    let at = now.naive().format("%Y-%m-%d %H:%M:%S");
    if waits { format!(" AND released_at <= '{at}'") } else { String::new() }
}

fn rows(
    db: &mut Db,
    table: &Table,
    columns: &[&str],
    person: PersonId,
    (extent, now): (Extent, Moment),
) -> Result<Vec<Map<String, Value>>> {
    let Some(condition) = table.condition() else { return Ok(Vec::new()) };
    let condition = format!("({condition}){}{}", bound(table, extent), released(table, extent, now));
    let here = |column: &str| NAMED_IN.iter().find(|(name, named, _)| *name == table.name && *named == column);
    let elsewhere = |column: &str| NAMED.iter().find(|(named, _)| *named == column);
    let value = |column: &&str| match here(column).map(|n| n.2).or_else(|| elsewhere(column).map(|n| n.1)) {
        Some(instead) => format!("'{column}', ({instead})"),
        None => format!("'{column}', t.{column}"),
    };
    let values = columns.iter().map(value).collect::<Vec<_>>().join(", ");
    let object = match db {
        Db::Sqlite(_) => format!("json_object({values})"),
        Db::Postgres(_) => format!("CAST(json_build_object({values}) AS TEXT)"),
    };
    let asked = format!("SELECT {object} AS line FROM {} t WHERE {condition} ORDER BY id", table.name);
    let lines: Vec<Line> = sql_query(asked).bind::<BigInt, _>(person.0).load(db)?;
    lines.into_iter().map(|line| serde_json::from_str(&line.line).map_err(Error::broken)).collect()
}

/// The files that their owner still sees at `now`.
fn enclosed(db: &mut Db, table: &Table, person: PersonId, now: Moment) -> Result<Vec<Enclosed>> {
    let Some(condition) = table.condition() else { return Ok(Vec::new()) };
    let asked = format!(
        "SELECT id, blob, file_name FROM {} WHERE ({condition}) AND (portal_until IS NULL OR portal_until >= $2) \
         AND blob IS NOT NULL{} ORDER BY id",
        table.name,
        released(table, Extent::Own, now)
    );
    let files: Vec<FileLine> = sql_query(asked).bind::<BigInt, _>(person.0).bind::<Timestamp, _>(now).load(db)?;
    Ok(files.into_iter().map(|f| Enclosed { id: f.id, blob: f.blob, file_name: f.file_name }).collect())
}

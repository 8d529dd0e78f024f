//! Importing a list from the command line.

use std::path::Path;

use anyhow::{Context, anyhow};
use serde::Serialize;

use super::importing::{BATCH, batch};
use super::plan::{Counts, plan};
use super::staging::List;
use super::{MAX_BYTES, queries, read};
use crate::access::Scope;
use crate::planning::groups;
use crate::planning::projects::{self, ProjectId};
use crate::platform::db::Actor;
use crate::platform::error::Error;
use crate::site::Site;

/// What an import does, or would do.
#[derive(Debug, Serialize)]
pub struct Report {
    /// New people.
    pub new: usize,
    /// People the client was known to employ.
    pub known: usize,
    /// Rows with something wrong.
    pub bad: usize,
    /// What is wrong with them.
    pub rows: Vec<BadCell>,
}

/// Something that is wrong with a row.
#[derive(Debug, Serialize)]
pub struct BadCell {
    /// The row as the spreadsheet program shows it, from 1.
    pub row: usize,
    /// The column, as a code.
    pub column: &'static str,
    /// What is wrong, as a code.
    pub reason: &'static str,
}

/// Imports the list in `file` into `project`, or only says what that would do.
///
/// # Errors
/// A sentence for the operator when the file cannot be read as a list, or there is no such project.
pub async fn import(site: &Site, file: &Path, project: i64, dry_run: bool) -> anyhow::Result<Report> {
    let list = list(file)?;
    let (scope, id) = (Scope::job("import roster"), ProjectId(project));
    let rows = list.rows.clone();
    let looked = site.read(move |db| {
        let project = projects::facts(db, scope, id)?;
        let known = queries::known(db, scope, &project, None)?;
        let groups = groups::of_project(db, scope, id)?;
        Ok(Counts::of(&plan(&rows, &known, &groups), 0))
    });
    let counts = match looked.await {
        Err(Error::NotFound) => return Err(anyhow!("there is no project {project}")),
        other => other?,
    };
    if !dry_run {
        for rows in list.rows.chunks(BATCH).map(<[_]>::to_vec) {
            site.write(Actor::OPERATOR, move |tx| batch(tx, scope, id, &rows)).await?;
        }
    }
    let cell = |f: &super::Fault| BadCell { row: f.row, column: f.column.as_str(), reason: f.reason.code() };
    Ok(Report {
        new: counts.new,
        known: counts.joins + counts.present,
        bad: list.wrong().len(),
        rows: list.faults.iter().map(cell).collect(),
    })
}

fn list(file: &Path) -> anyhow::Result<List> {
    let said = || format!("{} cannot be read", file.display());
    let size = std::fs::metadata(file).with_context(said)?.len();
    if size > MAX_BYTES as u64 {
        return Err(super::Unreadable::TooLarge).with_context(said);
    }
    let bytes = std::fs::read(file).with_context(said)?;
    Ok(read(&bytes).with_context(said)?.into())
}

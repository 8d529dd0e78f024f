//! Files that come from clients.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;

use super::{announce, config};
use crate::app;
use crate::planning::rosters;
use crate::platform::clock::Clock;

#[derive(Subcommand)]
pub(super) enum Import {
    /// A list of participants, as CSV or XLSX.
    Roster {
        /// The file.
        file: PathBuf,
        /// The number of the project.
        #[arg(long)]
        project: i64,
        /// Only say what would happen.
        #[arg(long)]
        dry_run: bool,
        /// Say it as JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Does what the line says.
pub(super) async fn run(data: &Path, command: Import) -> anyhow::Result<ExitCode> {
    let Import::Roster { file, project, dry_run, json } = command;
    roster(data, &file, project, dry_run, json).await
}

async fn roster(data: &Path, file: &Path, project: i64, dry_run: bool, json: bool) -> anyhow::Result<ExitCode> {
    let site = app::open(config(data)?, Clock::real())?;
    let report = rosters::operator::import(&site, file, project, dry_run).await?;
    if json {
        announce(&serde_json::to_string(&report)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    announce(&format!("{} new, {} known, {} bad", report.new, report.known, report.bad))?;
    for cell in &report.rows {
        announce(&format!("row {}, {}: {}", cell.row, cell.column, cell.reason))?;
    }
    Ok(ExitCode::SUCCESS)
}

//! What is owed to people and clients: taking leave, and the register of processing.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::{announce, config};
use crate::app;
use crate::config::Config;
use crate::crm::organisations::OrganisationId;
use crate::platform::clock::Clock;
use crate::platform::i18n::Lang;
use crate::privacy::retention::Terms;
use crate::privacy::{leave, statement};

pub(super) fn processing(data: &Path, english: bool) -> anyhow::Result<ExitCode> {
    let config = Config::load(data)?;
    // Whoever only wants to read what the program does, has no installation made for it.
    let terms = if config.database.is_there() {
        let site = app::open(config, Clock::real())?;
        site.terms.get()
    } else {
        Arc::new(Terms::first())
    };
    announce(&statement::processing_register(if english { Lang::En } else { Lang::Nl }, &terms))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn take_leave(data: &Path, organisation: i64, export: &Path) -> anyhow::Result<ExitCode> {
    let site = app::open(config(data)?, Clock::real())?;
    let left = leave::take_leave(&site, OrganisationId(organisation), export).await?;
    announce(&format!("exported {} people and {} projects to {}", left.people, left.projects, export.display()))?;
    announce(&format!("erased {} people; {} belong to somebody else too and stay", left.erased, left.kept))?;
    announce(&format!("destroyed {} files", left.files))?;
    announce(&format!(
        "looked for {} names and addresses in {} columns: {} found",
        left.sought, left.columns, left.found
    ))?;
    Ok(if left.found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

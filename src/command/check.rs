//! Whether an installation is in order.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use super::{announce, config};
use crate::app;
use crate::platform::clock::Clock;
use crate::platform::db;
use crate::privacy::{data_map, register};

pub(super) async fn check(data: &Path, print_map: bool) -> anyhow::Result<ExitCode> {
    let config = config(data)?;
    config.check_deployment()?;
    let site = app::open(config, Clock::real())?;
    let gaps = data_map::gaps(&site.read(db::columns).await?);
    if !gaps.is_empty() {
        bail!("the data map and the database differ:\n  {}", gaps.join("\n  "));
    }
    let verdict = register::verify(&site).await?;
    if !verdict.faults.is_empty() {
        let faults: Vec<_> = verdict.faults.iter().map(ToString::to_string).collect();
        bail!("the register is not as it was written:\n  {}", faults.join("\n  "));
    }
    if print_map {
        announce(&data_map::listing())?;
    }
    announce(&format!("the register fits: {} lines", verdict.lines))?;
    announce("settings, database, files, keys and data map are in order")?;
    Ok(ExitCode::SUCCESS)
}

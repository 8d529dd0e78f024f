//! Letters and recurring tasks, apart from the server.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use super::{announce, config};
use crate::platform::clock::Clock;
use crate::platform::db::Moment;
use crate::platform::jobs::jump;
use crate::{app, demo, running};

pub(super) async fn work(data: &Path, once: bool, at: Option<Moment>, confirm_clock: bool) -> anyhow::Result<ExitCode> {
    if at.is_some() && !demo::made(data) {
        bail!("--at works on data of the demo only: real clocks are not to be moved");
    }
    let clock = at.map_or_else(Clock::real, Clock::standing_at);
    let site = app::open(config(data)?, clock)?;
    if confirm_clock {
        jump::confirm_clock(&site).await?;
    }
    if !once {
        running::work(site).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut code = ExitCode::SUCCESS;
    for (name, outcome) in app::work_once(&site).await {
        match outcome {
            Ok(count) => announce(&format!("{name} {count}"))?,
            Err(error) => {
                eprintln!("traject: {name}: {error}");
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

//! Serving: an installation, or the demo.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actix_web::web;
use anyhow::{Context, bail};

use super::{announce, config};
use crate::platform::clock::Clock;
use crate::platform::db::Moment;
use crate::site::Site;
use crate::{app, demo as fictional, running};

pub(super) async fn serve(data: &Path, worker: bool) -> anyhow::Result<ExitCode> {
    let config = config(data)?;
    config.check_deployment()?;
    let site = app::open(config, Clock::real())?;
    let listener = listen(&site.config.listen)?;
    until_done(site, listener, worker).await
}

pub(super) async fn demo(
    given: Option<PathBuf>,
    listen_on: Option<String>,
    at: Option<Moment>,
    students: Option<u64>,
) -> anyhow::Result<ExitCode> {
    // Kept until the end: dropping it removes the folder.
    let temporary =
        if given.is_none() { Some(tempfile::Builder::new().prefix("traject-demo-").tempdir()?) } else { None };
    let data = given.or_else(|| temporary.as_ref().map(|t| t.path().to_owned())).context("no data folder")?;
    let fresh = !fictional::made(&data);
    if !fresh && students.is_some() && !fictional::crowd::made(&data) {
        bail!("{} holds a demo already: a crowd needs an empty folder", data.display());
    }
    let mut config = config(&data)?;
    config.demo = true;
    config.public_url = None;
    config.listen = listen_on.unwrap_or(config.listen);
    let listener = listen(&config.listen)?;
    config.listen = listener.local_addr()?.to_string();
    if config.provider == "Traject" {
        config.provider = "Heldere Taal".into();
        config.contact = fictional::CONTACT.into();
        config.logo = config.logo.or_else(fictional::logo);
    }
    let clock = at.map_or_else(Clock::real, Clock::starting_at);
    let site = app::open(config, clock)?;
    if fresh {
        fictional::fill(&site, &data).await?;
        if let Some(students) = students {
            fictional::crowd::fill(&site, &data, students).await?;
        }
    }
    let secrets = fictional::secrets(&site).await?;
    for login in fictional::logins().into_iter().chain(fictional::crowd::logins(&data)) {
        // Whoever has a second factor: what to put into an app, as the fourth word.
        let secret = secrets.get(&login.email).map(|secret| format!(" {secret}")).unwrap_or_default();
        announce(&format!("login {} {} {}{secret}", login.role, login.email, fictional::PASSWORD))?;
    }
    until_done(site, listener, true).await
}

fn listen(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).with_context(|| format!("cannot listen on {address}"))
}

async fn until_done(site: web::Data<Site>, listener: TcpListener, worker: bool) -> anyhow::Result<ExitCode> {
    let ready = format!("ready {}", site.config.link(""));
    running::serve(site, listener, worker, move || announce(&ready)).await?;
    Ok(ExitCode::SUCCESS)
}

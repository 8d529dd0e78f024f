//! The fictional training company that `demo` starts with: three clients, projects in three phases, people in
//! every role, in both languages. Nobody in it exists.

mod activity;
mod answers;
mod choosing;
mod clients;
mod content;
mod conversations;
pub mod crowd;
mod films;
mod knowledge;
mod material;
mod papers;
mod people;
mod portfolios;
mod progress;
mod projects;
mod requests;
mod results;
mod styleguide;
mod testing;
mod uploads;

pub use styleguide::routes;

use std::collections::BTreeMap;
use std::path::Path;

use actix_web::web;
use anyhow::{Context, bail};

use crate::platform::db::Actor;
use crate::platform::error::Result;
use crate::site::Site;

/// The password of every demo account.
pub const PASSWORD: &str = "demo-traject-2026";
/// Where the people of the demo go with questions about their data.
pub const CONTACT: &str = "privacy@opleider.example.nl";
/// The file that says a data folder was made by the demo.
const MARK: &str = "demo.txt";

/// One account to sign in with.
#[derive(Debug, Clone)]
pub struct Login {
    /// `student`, `leader` or a staff role.
    pub role: &'static str,
    /// The sign-in name.
    pub email: String,
}

/// What the codes of the accounts with a second factor are made with, by sign-in name, as an app takes it.
///
/// # Errors
/// When the database refuses, or the secrets were kept under other keys.
pub async fn secrets(site: &web::Data<Site>) -> Result<BTreeMap<String, String>> {
    let files = site.files.clone();
    site.read(move |db| people::secrets(db, &files)).await
}

/// Whether the data in `data` was made by the demo.
pub fn made(data: &Path) -> bool {
    data.join(MARK).exists()
}

/// Fills an empty installation, and marks its folder. Already filled, it stays as it is.
///
/// # Errors
/// When the folder holds real data, or the database refuses.
pub async fn fill(site: &web::Data<Site>, data: &Path) -> anyhow::Result<()> {
    if made(data) {
        return Ok(());
    }
    if !site.read(people::nobody).await? {
        bail!("{} holds an installation that is not a demo", data.display());
    }
    let hash = site.hashing.hash(zeroize::Zeroizing::new(PASSWORD.to_owned())).await?;
    let files = site.config.staff_need_factor.then(|| site.files.clone());
    let seeded = site
        .write(Actor::OPERATOR, move |tx| {
            let staff = people::staff(tx, &hash, files.as_ref())?;
            let trainings = content::trainings(tx)?;
            let seeded = projects::all(tx, &hash, &staff, &trainings)?;
            choosing::all(tx, &hash, &staff)?;
            knowledge::all(tx)?;
            requests::all(tx)?;
            papers::all(tx)?;
            portfolios::all(tx)?;
            Ok(seeded)
        })
        .await?;
    progress::all(site, seeded.clone()).await?;
    conversations::all(site).await?;
    uploads::all(site, &seeded).await?;
    results::all(site, &seeded).await?;
    material::all(site, &seeded).await?;
    films::all(site, &seeded).await?;
    testing::all(site).await?;
    activity::all(site).await?;
    std::fs::write(data.join(MARK), "The data in this folder was made by the demo; nobody in it exists.\n")
        .with_context(|| format!("{} cannot be written", data.display()))
}

/// The accounts to sign in with, each role at least once.
pub fn logins() -> Vec<Login> {
    let staff = people::STAFF.iter().map(|s| (s.role.as_str(), s.email));
    let clients = clients::CLIENTS.iter().chain([&choosing::CLIENT]).flat_map(|client| {
        let leader = std::iter::once(("leader", client.leader.email));
        leader.chain(client.people.iter().take(3).map(|p| ("student", p.email)))
    });
    let both = [("student", people::TWO_HATS.email), ("leader", people::TWO_HATS.email)];
    staff.chain(clients).chain(both).map(|(role, email)| Login { role, email: email.to_owned() }).collect()
}

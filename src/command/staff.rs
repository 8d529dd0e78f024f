//! Staff of the provider.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::Subcommand;

use super::{announce, config};
use crate::access::Role;
use crate::app;
use crate::crm::staff;
use crate::planning::rosters;
use crate::platform::clock::Clock;

#[derive(Subcommand)]
pub(super) enum Staff {
    /// Add a member of staff, and print their first password.
    Add {
        /// Their e-mail address.
        email: String,
        /// Their name.
        #[arg(long)]
        name: String,
        /// Their role.
        #[arg(long)]
        role: String,
        /// The day their non-disclosure agreement was signed; without it the role does not work yet.
        #[arg(long, value_name = "DATE")]
        agreed: Option<chrono::NaiveDate>,
    },
}

/// Does what the line says.
pub(super) async fn run(data: &Path, command: Staff) -> anyhow::Result<ExitCode> {
    let Staff::Add { email, name, role, agreed } = command;
    add(data, &email, &name, &role, agreed).await
}

async fn add(
    data: &Path,
    email: &str,
    name: &str,
    role: &str,
    agreed_on: Option<chrono::NaiveDate>,
) -> anyhow::Result<ExitCode> {
    let Some(role) = Role::parse(role) else {
        let roles: Vec<_> = Role::ALL.iter().map(|r| r.as_str()).collect();
        bail!("there is no role {role}; the roles are {}", roles.join(", "));
    };
    let email = email.trim().to_owned();
    if email.parse::<lettre::Address>().is_err() {
        bail!("{email} is no e-mail address");
    }
    let name = rosters::name_of(name.trim());
    if name.last_name.is_empty() {
        bail!("a name has at least a last name");
    }
    let site = app::open(config(data)?, Clock::real())?;
    let member = staff::appoint(&site, staff::NewMember { email, name, role, agreed_on }).await?;
    announce(&format!("sign-in name: {}", member.sign_in_name))?;
    match member.password {
        Some(password) => announce(&format!("first password, to be changed at once: {password}"))?,
        None => announce("they keep the password they have")?,
    }
    if !member.agreed {
        announce("the role works once their non-disclosure agreement is on record: say so with --agreed DATE")?;
    }
    Ok(ExitCode::SUCCESS)
}

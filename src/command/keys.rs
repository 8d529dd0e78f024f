//! The master key: replacing it, and keeping it on paper.

use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

use actix_web::web;
use anyhow::bail;
use clap::Subcommand;

use super::{announce, config};
use crate::app;
use crate::platform::clock::Clock;
use crate::platform::db::Actor;
use crate::platform::files::{SHARES, Share, ShareReader, join};

#[derive(Subcommand)]
pub(super) enum Keys {
    /// Replace the master key, and wrap the key of every file anew; also while the portal is served.
    Rotate,
    /// Print the master key as two shares, for two people to keep on paper: each alone says nothing.
    Escrow,
    /// Put a lost master key back from its two shares, typed on standard input.
    RestoreEscrow,
}

/// Does what the line says.
pub(super) async fn run(data: &Path, command: Keys) -> anyhow::Result<ExitCode> {
    match command {
        Keys::Rotate => rotate(data).await,
        Keys::Escrow => escrow(data).await,
        Keys::RestoreEscrow => restore_escrow(data),
    }
}

async fn rotate(data: &Path) -> anyhow::Result<ExitCode> {
    let site = app::open(config(data)?, Clock::real())?;
    let files = site.files.clone();
    let done = web::block(move || files.rotate()).await??;
    site.write(Actor::OPERATOR, |tx| tx.record("rotated", "keys", 0, None)).await?;
    if done.resumed {
        announce("a rotation that was cut short is ended; run this again to begin another")?;
    }
    announce(&format!("{} keys of files wrapped anew", done.files))?;
    if done.unreadable > 0 {
        announce(&format!("{} keys of files open under no master key; the log names them", done.unreadable))?;
    }
    announce("restart the portal: then everybody signs in again, and the old master key means nothing any more")?;
    announce("print new shares with traject keys escrow, and destroy the old ones when older copies of keys are gone")?;
    Ok(ExitCode::SUCCESS)
}

async fn escrow(data: &Path) -> anyhow::Result<ExitCode> {
    let site = app::open(config(data)?, Clock::real())?;
    let files = site.files.clone();
    let shares = web::block(move || files.escrow()).await??;
    site.write(Actor::OPERATOR, |tx| tx.record("shared_out", "keys", 0, None)).await?;
    for share in &shares {
        announce(&format!("share {} of {SHARES}\n\n{share}\n", share.name()))?;
    }
    eprintln!("Print each share on a paper of its own, give them to two people, and keep no copy on a computer.");
    Ok(ExitCode::SUCCESS)
}

fn restore_escrow(data: &Path) -> anyhow::Result<ExitCode> {
    let config = config(data)?;
    let mut shares = Vec::new();
    let mut reader = ShareReader::default();
    eprintln!("Type the first share: 16 groups of 5 characters, on as many lines as you like.");
    for line in std::io::stdin().lock().lines() {
        match reader.line(&line?) {
            Ok(None) => {}
            Ok(Some(share)) => {
                shares.push(share);
                if shares.len() == SHARES {
                    break;
                }
                eprintln!("Type the second share.");
            }
            Err(why) => bail!("share {}, {why}", shares.len() + 1),
        }
    }
    let [first, second]: [Share; SHARES] = match shares.try_into() {
        Ok(shares) => shares,
        Err(shares) => bail!("{} shares were typed, and {SHARES} are needed", shares.len()),
    };
    join(&config.keys, &first, &second)?;
    announce("the master key is back")?;
    Ok(ExitCode::SUCCESS)
}

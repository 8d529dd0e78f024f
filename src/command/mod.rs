//! The command line: what an operator types, a file per group of commands.

mod backup;
mod check;
mod import;
mod keys;
mod privacy;
mod serve;
mod staff;
mod work;

use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::config::{Config, SETTINGS};
use crate::platform::clock::{self, Clock};
use crate::platform::db::Moment;
use crate::platform::log;
use crate::{app, demo};

#[derive(Parser)]
#[command(
    name = "traject",
    version,
    about = "The portal and back office that a training company gives to the people it trains"
)]
struct Line {
    #[command(subcommand)]
    command: Option<Command>,
    /// The folder that holds the data.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the portal (what happens without a command, too).
    Serve {
        /// Leave letters and recurring tasks to another process.
        #[arg(long)]
        no_worker: bool,
    },
    /// Serve a fictional training company, and print a login for each role.
    Demo {
        /// The address and port to listen on.
        #[arg(long, value_name = "ADDRESS")]
        listen: Option<String>,
        /// Serve it as of this moment, such as 2027-06-01T03:00.
        #[arg(long, value_name = "MOMENT", value_parser = clock::parse)]
        at: Option<Moment>,
        /// Add a crowd of this many students, to see how it fares at that size: a client to every 100 of them,
        /// a project to every 50 (some of 300), ten steps and five files each; of a hundred files there is
        /// more than the row. Only while the data are made. A list of whom to sign in as is left beside the data.
        #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(100..=1_000_000))]
        students: Option<u64>,
    },
    /// Bring the database up to date.
    Migrate,
    /// Send letters and run the recurring tasks.
    Work {
        /// Do what is due once, and stop.
        #[arg(long)]
        once: bool,
        /// As of this moment; only on data of the demo.
        #[arg(long, value_name = "MOMENT", value_parser = clock::parse, requires = "once")]
        at: Option<Moment>,
        /// Say that the clock of this machine is right, after the program asked.
        #[arg(long, conflicts_with = "at")]
        confirm_clock: bool,
    },
    /// Look whether settings, database, files and keys are in order.
    Check {
        /// Also print the data map: what is kept of people, why, who reads it, and until when.
        #[arg(long)]
        data_map: bool,
    },
    /// Make a backup, also while the portal is served.
    Backup {
        /// The folder for backups; each gets a folder of its own in it, and goes after 14 days.
        folder: PathBuf,
        /// Another folder, for copies of the keys and the erasure journal; they go after 14 days too.
        #[arg(long, value_name = "DIR")]
        keys: Option<PathBuf>,
    },
    /// Put a backup back, where nothing is yet.
    Restore {
        /// A backup, or a folder of backups: then the newest.
        folder: PathBuf,
        /// Also put the keys back, from this copy or the newest in this folder; only when they are lost.
        #[arg(long, value_name = "DIR")]
        keys: Option<PathBuf>,
    },
    /// Erase again what was erased since the backup that was put back; before that, nothing else runs.
    RestoreFinish {
        /// The erasure journal is lost: destroy everything whose clock is over, and begin a new journal.
        #[arg(long)]
        journal_lost: bool,
    },
    /// The master key.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Staff of the provider.
    #[command(subcommand)]
    Staff(staff::Staff),
    /// Files that come from clients.
    #[command(subcommand)]
    Import(import::Import),
    /// Take leave of a client: hand over what is theirs, then erase its people and projects.
    Leave {
        /// The number of the organisation.
        organisation: i64,
        /// The ZIP to write first; it must not exist yet.
        #[arg(long, value_name = "FILE")]
        export: PathBuf,
    },
    /// Print the register of processing (article 30 of the GDPR), made of the data map and the terms that hold here.
    Processing {
        /// In English instead of Dutch.
        #[arg(long)]
        english: bool,
    },
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let matches = Line::command().after_long_help(settings_help()).get_matches();
    let line = match Line::from_arg_matches(&matches) {
        Ok(line) => line,
        Err(error) => error.exit(),
    };
    let ended = actix_web::rt::System::new().block_on(run(line));
    log::finish();
    match ended {
        Ok(code) => code,
        Err(error) => {
            eprintln!("traject: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn settings_help() -> String {
    let mut text = String::from(
        "Settings, from the environment or from traject.toml in the data folder (there in lower case,\nwithout TRAJECT_). Each can also be read from a file named by TRAJECT_..._FILE.\n",
    );
    for setting in SETTINGS {
        let default =
            if setting.default.is_empty() { String::new() } else { format!(" [default: {}]", setting.default) };
        text.push_str(&format!("\n  TRAJECT_{}{default}\n      {}\n", setting.name, setting.says));
    }
    text
}

async fn run(line: Line) -> anyhow::Result<ExitCode> {
    let given = line.data;
    let data = given.clone().unwrap_or_else(|| PathBuf::from("data"));
    match line.command.unwrap_or(Command::Serve { no_worker: false }) {
        Command::Serve { no_worker } => serve::serve(&data, !no_worker).await,
        Command::Demo { listen, at, students } => serve::demo(given, listen, at, students).await,
        Command::Migrate => {
            app::open(config(&data)?, Clock::real())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Work { once, at, confirm_clock } => work::work(&data, once, at, confirm_clock).await,
        Command::Check { data_map } => check::check(&data, data_map).await,
        Command::Backup { folder, keys } => backup::backup(&data, &folder, keys.as_deref()).await,
        Command::Restore { folder, keys } => backup::restore(&data, &folder, keys.as_deref()).await,
        Command::RestoreFinish { journal_lost } => backup::finish(&data, journal_lost).await,
        Command::Keys(command) => keys::run(&data, command).await,
        Command::Staff(command) => staff::run(&data, command).await,
        Command::Import(command) => import::run(&data, command).await,
        Command::Leave { organisation, export } => privacy::take_leave(&data, organisation, &export).await,
        Command::Processing { english } => privacy::processing(&data, english),
    }
}

fn config(data: &Path) -> anyhow::Result<Config> {
    // What is in it is for the account that runs the program alone.
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true).mode(0o700);
    folder.create(data).with_context(|| format!("{} cannot be made", data.display()))?;
    let mut config = Config::load(data)?;
    config.demo = demo::made(data);
    log::start(&config.log, config.log_format)?;
    Ok(config)
}

fn announce(line: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

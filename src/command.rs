//! The command line: what an operator types.

use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actix_web::web;
use anyhow::{Context, bail};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::access::Role;
use crate::config::{Config, SETTINGS};
use crate::crm::staff;
use crate::planning::rosters;
use crate::platform::clock::{self, Clock};
use crate::platform::db::{self, Moment};
use crate::platform::jobs::jump;
use crate::privacy::data_map;
use crate::site::Site;
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
    /// Staff of the provider.
    #[command(subcommand)]
    Staff(Staff),
    /// Files that come from clients.
    #[command(subcommand)]
    Import(Import),
}

#[derive(Subcommand)]
enum Staff {
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

#[derive(Subcommand)]
enum Import {
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

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let matches = Line::command().after_long_help(settings_help()).get_matches();
    let line = match Line::from_arg_matches(&matches) {
        Ok(line) => line,
        Err(error) => error.exit(),
    };
    match actix_web::rt::System::new().block_on(run(line)) {
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
        Command::Serve { no_worker } => serve(&data, !no_worker).await,
        Command::Demo { listen, at, students } => demo(given, listen, at, students).await,
        Command::Migrate => {
            app::open(config(&data)?, Clock::real())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Work { once, at, confirm_clock } => work(&data, once, at, confirm_clock).await,
        Command::Check { data_map } => check(&data, data_map).await,
        Command::Staff(Staff::Add { email, name, role, agreed }) => {
            add_staff(&data, &email, &name, &role, agreed).await
        }
        Command::Import(Import::Roster { file, project, dry_run, json }) => {
            import(&data, &file, project, dry_run, json).await
        }
    }
}

fn config(data: &Path) -> anyhow::Result<Config> {
    // What is in it is for the account that runs the program alone.
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true).mode(0o700);
    folder.create(data).with_context(|| format!("{} cannot be made", data.display()))?;
    let mut config = Config::load(data)?;
    config.demo = demo::made(data);
    log(&config.log)?;
    Ok(config)
}

fn log(filter: &str) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(filter).context("TRAJECT_LOG is no filter")?;
    // A second start in the same process keeps the first log.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    Ok(())
}

async fn serve(data: &Path, worker: bool) -> anyhow::Result<ExitCode> {
    let config = config(data)?;
    config.check_deployment()?;
    let site = app::open(config, Clock::real())?;
    let listener = listen(&site.config.listen)?;
    announce(&format!("ready {}", site.config.link("")))?;
    until_done(site, listener, worker).await
}

async fn demo(
    given: Option<PathBuf>,
    listen_on: Option<String>,
    at: Option<Moment>,
    students: Option<u64>,
) -> anyhow::Result<ExitCode> {
    // Kept until the end: dropping it removes the folder.
    let temporary =
        if given.is_none() { Some(tempfile::Builder::new().prefix("traject-demo-").tempdir()?) } else { None };
    let data = given.or_else(|| temporary.as_ref().map(|t| t.path().to_owned())).context("no data folder")?;
    let fresh = !demo::made(&data);
    if !fresh && students.is_some() && !demo::crowd::made(&data) {
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
        config.contact = demo::CONTACT.into();
    }
    let clock = at.map_or_else(Clock::real, Clock::starting_at);
    let site = app::open(config, clock)?;
    if fresh {
        demo::fill(&site, &data).await?;
        if let Some(students) = students {
            demo::crowd::fill(&site, &data, students).await?;
        }
    }
    for login in demo::logins().into_iter().chain(demo::crowd::logins(&data)) {
        announce(&format!("login {} {} {}", login.role, login.email, demo::PASSWORD))?;
    }
    announce(&format!("ready {}", site.config.link("")))?;
    until_done(site, listener, true).await
}

fn listen(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).with_context(|| format!("cannot listen on {address}"))
}

fn announce(line: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

async fn until_done(site: web::Data<Site>, listener: TcpListener, worker: bool) -> anyhow::Result<ExitCode> {
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let server = app::serve(site.clone(), listener, workers)?;
    if worker {
        tokio::select! {
            done = server => done?,
            () = app::work(site) => {}
        }
    } else {
        server.await?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn work(data: &Path, once: bool, at: Option<Moment>, confirm_clock: bool) -> anyhow::Result<ExitCode> {
    if at.is_some() && !demo::made(data) {
        bail!("--at works on data of the demo only: real clocks are not to be moved");
    }
    let clock = at.map_or_else(Clock::real, Clock::standing_at);
    let site = app::open(config(data)?, clock)?;
    if confirm_clock {
        jump::confirm_clock(&site).await?;
    }
    if !once {
        app::work(site).await;
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

async fn add_staff(
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

async fn check(data: &Path, print_map: bool) -> anyhow::Result<ExitCode> {
    let config = config(data)?;
    config.check_deployment()?;
    let site = app::open(config, Clock::real())?;
    let gaps = data_map::gaps(&site.read(db::columns).await?);
    if !gaps.is_empty() {
        bail!("the data map and the database differ:\n  {}", gaps.join("\n  "));
    }
    if print_map {
        announce(&data_map::listing())?;
    }
    announce("settings, database, files, keys and data map are in order")?;
    Ok(ExitCode::SUCCESS)
}

async fn import(data: &Path, file: &Path, project: i64, dry_run: bool, json: bool) -> anyhow::Result<ExitCode> {
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

//! An installation with the data of the demo and a clock that stands still, for tests from outside the crate.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::TcpListener;
use std::path::PathBuf;

use actix_web::cookie::{Cookie, CookieJar};
use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use actix_web::web;
use chrono::TimeDelta;

use crate::access::SessionRows;
use crate::access::accounts::{AccountId, refusals, sessions};
use crate::config::Config;
use crate::platform::clock::{self, Clock};
use crate::platform::db::Actor;
use crate::platform::metrics;
use crate::platform::web::cookies::SESSION;
use crate::privacy::data_map::{Table, tables};
use crate::privacy::{register, retention};
use crate::site::Site;
use crate::{app, demo};

/// A personal column of the data map, for tests that walk along all of them.
pub struct Mapped {
    /// Its table.
    pub table: &'static str,
    /// Its name.
    pub column: &'static str,
    /// What happens to it when the person is erased, as the map names it.
    pub erasure: &'static str,
    /// The condition on rows about the person whose number is `$1`; none when nothing leads to one.
    pub condition: Option<String>,
}

/// Every personal column of the data map.
pub fn personal_columns() -> Vec<Mapped> {
    let of = |table: &'static Table| {
        table.personal().map(move |(column, personal)| Mapped {
            table: table.name,
            column,
            erasure: personal.erasure.code(),
            condition: table.condition(),
        })
    };
    tables().flat_map(of).collect()
}

/// Where the data of a fixture is.
pub struct Fixture {
    /// The folder of its data.
    pub folder: PathBuf,
    /// Its database, when that is not the file in the folder.
    pub database: Option<String>,
    /// Settings that differ from the defaults, as `TRAJECT_…` and value.
    pub settings: Vec<(String, String)>,
}

impl Fixture {
    /// Opens it at Tuesday 24 November 2026, 10.00 in Amsterdam.
    fn open(&self) -> anyhow::Result<web::Data<Site>> {
        std::fs::create_dir_all(&self.folder)?;
        let database = self.database.clone().map(|url| ("TRAJECT_DATABASE".to_owned(), url));
        let settings = self.settings.iter().cloned().chain(database);
        let mut config = Config::from(&self.folder, BTreeMap::new(), settings)?;
        config.demo = true;
        config.provider = "Heldere Taal".into();
        config.contact = demo::CONTACT.into();
        let at = clock::parse("2026-11-24T10:00").map_err(anyhow::Error::msg)?;
        app::open(config, Clock::standing_at(at))
    }

    /// Fills it with the data of the demo.
    ///
    /// # Errors
    /// When it cannot be opened or filled.
    pub fn fill(&self) -> anyhow::Result<()> {
        System::new().block_on(async { demo::fill(&self.open()?, &self.folder).await })
    }

    /// Serves it on `listener`, without a worker, until it is stopped; `started` gets the handle.
    ///
    /// # Errors
    /// When it cannot be opened or served.
    pub fn run(&self, listener: TcpListener, started: impl FnOnce(Running)) -> anyhow::Result<()> {
        System::new().block_on(async {
            let site = self.open()?;
            let server = app::serve(site.clone(), listener, 1)?;
            started(Running { site, server: server.handle(), folder: self.folder.clone() });
            Ok(server.await?)
        })
    }
}

/// A running fixture, seen from the test's own thread.
pub struct Running {
    site: web::Data<Site>,
    server: ServerHandle,
    folder: PathBuf,
}

impl Running {
    /// Moves the clock on.
    pub fn advance(&self, by: TimeDelta) {
        self.site.clock.advance(by);
    }

    /// From here on the clock is guarded like that of a real machine. Moving it on is then a jump, unless the
    /// time is said to have passed.
    pub fn guard_clock(&self) {
        self.site.watch.enforce(TimeDelta::zero());
    }

    /// Lets time pass on a guarded clock.
    pub fn pass(&self, by: TimeDelta) {
        self.site.watch.enforce(by);
        self.site.clock.advance(by);
    }

    /// How many statements went to the database so far.
    pub fn queries(&self) -> u64 {
        self.site.pool.queries().count()
    }

    /// A fresh session for each of `accounts`, as the cookie that a browser sends.
    ///
    /// # Errors
    /// When a session cannot be kept.
    pub fn signed_in(&self, accounts: &[i64]) -> Result<Vec<String>, String> {
        let (site, accounts) = (self.site.clone(), accounts.to_vec());
        let made = std::thread::spawn(move || System::new().block_on(cookies(&site, &accounts)));
        made.join().map_err(|_| "it came down".to_owned())?.map_err(|e| e.to_string())
    }

    /// Adds a crowd of so many students, and says whom to sign in as: a leader first.
    ///
    /// # Errors
    /// When it cannot be added.
    pub fn crowd(&self, students: u64) -> Result<Vec<String>, String> {
        let (site, folder) = (self.site.clone(), self.folder.clone());
        let made = std::thread::spawn(move || {
            System::new().block_on(demo::crowd::fill(&site, &folder, students)).map_err(|e| e.to_string())?;
            Ok(demo::crowd::logins(&folder).into_iter().map(|login| login.email).collect())
        });
        made.join().map_err(|_| "it came down".to_owned())?
    }

    /// A fault of the worst kind in the middle of a write.
    ///
    /// # Errors
    /// Always: the fault does not bring the program down.
    pub fn fault_while_writing(&self) -> Result<(), String> {
        let site = self.site.clone();
        let fault = std::thread::spawn(move || {
            System::new().block_on(site.write(Actor::JOB, |_| -> crate::platform::error::Result<()> {
                std::panic::resume_unwind(Box::new("a fault"))
            }))
        });
        fault.join().map_err(|_| "it came down".to_owned())?.map_err(|e| e.to_string())
    }

    /// Sends the letters and runs the tasks that are due; says what was done.
    pub fn work(&self) -> Vec<(String, Result<usize, String>)> {
        let site = self.site.clone();
        let done = std::thread::spawn(move || {
            let done = System::new().block_on(app::work_once(&site));
            done.into_iter().map(|(name, outcome)| (name.to_owned(), outcome.map_err(|e| e.to_string()))).collect()
        });
        done.join().unwrap_or_default()
    }

    /// What a check of the whole register finds wrong, in words.
    pub fn register_faults(&self) -> Vec<String> {
        let found = self.on_its_own(|site| async move { register::verify(&site).await });
        match found {
            Some(Ok(verdict)) => verdict.faults.iter().map(ToString::to_string).collect(),
            Some(Err(error)) => vec![error.to_string()],
            None => vec!["it came down".to_owned()],
        }
    }

    /// Says that the database was put back to an earlier state on purpose.
    ///
    /// # Errors
    /// When that cannot be written down.
    pub fn restored(&self) -> Result<(), String> {
        let done = self.on_its_own(|site| async move {
            let lines = register::accept_end(&site).await?;
            site.write(Actor::OPERATOR, move |tx| register::restored(tx, lines)).await
        });
        done.unwrap_or_else(|| Ok(())).map_err(|e| e.to_string())
    }

    /// Writes down the wrong passwords that wait for it.
    pub fn write_down_refusals(&self) {
        self.on_its_own(|site| async move { refusals::write_down(&site).await });
    }

    /// Looks whether another process on the same data changed a term, as every process does now and then.
    pub fn look_again(&self) {
        self.on_its_own(|site| async move { retention::look_again(&site).await });
    }

    /// The figures for Prometheus.
    pub fn figures(&self) -> String {
        let figures = self.on_its_own(|site| async move { metrics::scrape(&site).await });
        figures.and_then(Result::ok).unwrap_or_default()
    }

    /// Runs `work` on a thread of its own, as the program does; none when it panicked.
    fn on_its_own<F: Future>(&self, work: impl FnOnce(web::Data<Site>) -> F + Send + 'static) -> Option<F::Output>
    where
        F::Output: Send + 'static,
    {
        let site = self.site.clone();
        std::thread::spawn(move || System::new().block_on(work(site))).join().ok()
    }

    /// Stops serving.
    pub fn stop(&self) {
        let stop = self.server.stop(false);
        // The server's own thread does the stopping; nobody waits for it.
        drop(stop);
    }
}

async fn cookies(site: &Site, accounts: &[i64]) -> anyhow::Result<Vec<String>> {
    let rows = SessionRows::new(site);
    let mut cookies = Vec::new();
    for account in accounts {
        let key = sessions::open(&rows, AccountId(*account)).await?;
        let mut jar = CookieJar::new();
        let cookie = Cookie::new(site.config.cookie_name(SESSION.name), key.as_ref().to_owned());
        jar.signed_mut(&app::cookie_key(site)).add(cookie);
        cookies.extend(jar.delta().map(|signed| signed.encoded().to_string()));
    }
    Ok(cookies)
}

//! From settings to a running server: the one place that knows every feature.

use std::net::TcpListener;
use std::num::NonZeroU32;
use std::sync::Arc;

use actix_session::SessionMiddleware;
use actix_session::config::{CookieContentSecurity, PersistentSession};
use actix_web::cookie::{Key, SameSite};
use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, ServiceConfig};
use actix_web::{App, HttpServer};
use anyhow::{Context, bail};
use tokio::sync::Notify;

use crate::access::accounts::passwords::Hashing;
use crate::access::accounts::refusals::Refusals;
use crate::access::accounts::throttle::Throttle;
use crate::access::{self, SessionRows};
use crate::config::Config;
use crate::contact;
use crate::crm;
use crate::demo;
use crate::learning::{
    actions, activity, certificates, evaluations, films, intakes, knowledge, material, portfolios, tests, uploads,
};
use crate::planning;
use crate::platform::clock::Clock;
use crate::platform::db::{Actor, Chain, Pool, Tx, marks, migrate};
use crate::platform::error::Result;
use crate::platform::files::Files;
use crate::platform::jobs::jump::Watch;
use crate::platform::jobs::{self, Stop, worker};
use crate::platform::journal::{self, Journal};
use crate::platform::mail::{Kind, Letter, Rendered};
use crate::platform::metrics::{self, Metrics};
use crate::platform::web::health::{self, Health};
use crate::platform::web::{AccessRow, Routes, cookies, explain, guard, serve_asset, well_known};
use crate::privacy;
use crate::reports;
use crate::site::Site;

/// Every route of every feature.
fn routes(r: &mut Routes) {
    access::accounts::routes(r);
    access::second_factor::routes(r);
    access::addresses::routes(r);
    crm::people::routes(r);
    actions::routes(r);
    activity::routes(r);
    intakes::routes(r);
    uploads::routes(r);
    evaluations::routes(r);
    tests::routes(r);
    certificates::routes(r);
    portfolios::routes(r);
    material::routes(r);
    films::routes(r);
    knowledge::routes(r);
    privacy::register::routes(r);
    privacy::erasure::routes(r);
    privacy::export::routes(r);
    privacy::requests::routes(r);
    planning::projects::routes(r);
    planning::groups::routes(r);
    planning::absences::routes(r);
    planning::calendars::routes(r);
    planning::attendance::routes(r);
    planning::rosters::routes(r);
    planning::invitations::routes(r);
    planning::papers::routes(r);
    reports::today::routes(r);
    contact::conversations::routes(r);
    contact::letters::routes(r);
    contact::accessibility::routes(r);
    contact::misuse::routes(r);
    privacy::retention::routes(r);
    privacy::statement::routes(r);
    privacy::cookies::routes(r);
    demo::routes(r);
    well_known::routes(r);
    health::routes(r);
}

/// The words of a letter, made by the feature it belongs to.
fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    if crm::people::is_unwanted(tx.db(), letter)? {
        return Ok(None);
    }
    match letter.kind {
        Kind::Invitation | Kind::ResetAsked | Kind::Reset | Kind::PasswordChanged => {
            access::accounts::render(tx, config, letter)
        }
        Kind::SecondFactor | Kind::FactorCheck => access::second_factor::render(tx, config, letter),
        Kind::SeatOffered | Kind::MeetingsChanged => planning::groups::render(tx, config, letter),
        Kind::MessageWaits => contact::conversations::render(tx, config, letter),
        Kind::RegistrationEnds => privacy::retention::render(tx, config, letter),
        Kind::RequestMade => privacy::requests::render(tx, config, letter),
        Kind::AddressAsked | Kind::AddressLeft | Kind::AddressChanged => access::addresses::render(tx, config, letter),
        Kind::Certificate => certificates::render(tx, config, letter),
    }
}

/// Links out of letters that one address may open at once, and again per minute. An office has one address, and the
/// secret in a link cannot be guessed: this only bounds the work.
const OPENINGS: NonZeroU32 = match NonZeroU32::new(240) {
    Some(n) => n,
    None => NonZeroU32::MIN,
};
/// Attempts to sign in or to ask for a reset that one address may make at once, and again per minute.
const ATTEMPTS: NonZeroU32 = match NonZeroU32::new(30) {
    Some(n) => n,
    None => NonZeroU32::MIN,
};

/// Certificates that one address may check at once, and again per minute.
const CHECKS: NonZeroU32 = match NonZeroU32::new(10) {
    Some(n) => n,
    None => NonZeroU32::MIN,
};

/// Opens the database, the files and the keys that `config` names.
///
/// # Errors
/// When one of them cannot be opened, with a sentence for the operator; also when a backup was put back and what
/// was erased since is not erased again yet, or when the erasure journal is gone.
pub fn open(config: Config, clock: Clock) -> anyhow::Result<web::Data<Site>> {
    let opened = open_parts(config)?;
    if let Some(backup) = opened.pool.read(|db| marks::get(db, marks::RESTORE))? {
        bail!(
            "the backup {backup} was put back and has in it what was erased since: run traject restore-finish before \
             anything else"
        );
    }
    privacy::register::begin(&opened.pool, &opened.config.keys, clock.now())
        .context("the register cannot be opened")?;
    let key = opened.files.lasting(JOURNAL);
    let journal = match opened.pool.read(|db| marks::get(db, marks::JOURNAL))? {
        Some(known) => opened
            .journal(Some(&known))
            .with_context(|| format!("{}, which destroys everything whose clock is over", opened.without_journal()))?,
        // Written with none so far: from now on with this one.
        None => {
            let journal = Journal::begin(opened.files.keys(), key)?;
            let id = journal.id().to_owned();
            opened.pool.write(clock.now(), Actor::OPERATOR, |tx| marks::set(tx, marks::JOURNAL, &id))?;
            journal
        }
    };
    opened.into_site(journal, clock)
}

/// Opens what was just restored, for nothing but to finish that. With `journal_lost`, a new journal is begun and
/// what lies in its place is set aside.
///
/// # Errors
/// As [`open`]; also when the journal is said to be lost and is not.
pub fn open_restored(config: Config, clock: Clock, journal_lost: bool) -> anyhow::Result<web::Data<Site>> {
    let opened = open_parts(config)?;
    let known = opened.pool.read(|db| marks::get(db, marks::JOURNAL))?;
    let restored = opened.pool.read(|db| marks::get(db, marks::RESTORE))?;
    let found = opened.journal(known.as_deref());
    if !journal_lost {
        let found = found.with_context(|| opened.without_journal())?;
        return opened.into_site(found, clock);
    }
    if let Some(journal) = found {
        let speaks = restored.map_or(Ok(true), |backup| journal.since(&backup).map(|since| since.is_some()))?;
        if speaks {
            bail!("the erasure journal is not lost: run traject restore-finish without --journal-lost");
        }
    }
    let keys = opened.files.keys();
    journal::set_aside(keys, clock.now())?;
    let journal = Journal::begin(keys, opened.files.lasting(JOURNAL))?;
    opened.into_site(journal, clock)
}

/// What the erasure journal's marks are made with.
const JOURNAL: &str = "erasure journal";

struct Opened {
    pool: Pool,
    files: Files,
    config: Config,
}

fn open_parts(config: Config) -> anyhow::Result<Opened> {
    migrate::run(&config.database).context("the database cannot be brought up to date")?;
    let files = Files::open(&config.files, &config.keys).context("the files cannot be opened")?;
    let chain = Chain::new(|purpose| files.lasting(purpose));
    let pool = Pool::open(&config.database, config.connections, chain).context("the database cannot be opened")?;
    Ok(Opened { pool, files, config })
}

impl Opened {
    /// The journal, if it is there, is of these keys, and is the one that is `known`.
    fn journal(&self, known: Option<&str>) -> Option<Journal> {
        let found = Journal::open(self.files.keys(), self.files.lasting(JOURNAL));
        let found = found.inspect_err(|error| tracing::error!(error = %error, "the erasure journal does not open"));
        found.ok().flatten().filter(|journal| known.is_none_or(|known| known == journal.id()))
    }

    fn without_journal(&self) -> String {
        format!(
            "the erasure journal {} that belongs to this database is not there: put it back, or, if it is lost, run \
             traject restore-finish --journal-lost",
            Journal::path_in(self.files.keys()).display()
        )
    }

    fn into_site(self, journal: Journal, clock: Clock) -> anyhow::Result<web::Data<Site>> {
        let journal = Arc::new(journal);
        let terms = Arc::new(self.pool.read(privacy::retention::Current::load)?);
        Ok(web::Data::new(Site {
            pool: self.pool.journalled(Arc::clone(&journal)),
            terms,
            files: self.files,
            journal,
            hashing: Hashing::new(self.config.hashes_at_once)?,
            throttle: Throttle::new(ATTEMPTS),
            questions: Throttle::new(ATTEMPTS),
            openings: Throttle::new(OPENINGS),
            checks: Throttle::new(CHECKS),
            refusals: Refusals::default(),
            line: tokio::sync::Mutex::new(()),
            wake: Arc::new(Notify::new()),
            watch: Watch::start(),
            stop: Stop::default(),
            metrics: Metrics::default(),
            health: Health::default(),
            clock,
            config: self.config,
        }))
    }
}

/// How long a request that runs, such as an upload, may still take when the program is asked to stop.
pub const LONGEST_STOP: std::time::Duration = std::time::Duration::from_secs(30);

/// Serves the figures of `site` on `listener`, a private port.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve_metrics(site: web::Data<Site>, listener: TcpListener) -> anyhow::Result<Server> {
    Ok(metrics::serve(site, listener)?)
}

/// Starts serving `site` on `listener`; the server runs while it is awaited.
///
/// # Errors
/// When the certificate cannot be read.
pub fn serve(site: web::Data<Site>, listener: TcpListener, workers: usize) -> anyhow::Result<Server> {
    let tls = site.config.tls.as_ref().map(|(chain, key)| tls(chain, key)).transpose()?;
    let shared = site.clone();
    // Also over a restart the clock may not go back unseen.
    if let Some(at) = site.pool.read(jobs::newest_ok)? {
        site.clock.remember(at);
    }
    let rows = SessionRows::new(&site);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(shared.clone())
            .service(web::scope("/static").wrap(from_fn(guard)).configure(static_files))
            .service(
                web::scope("")
                    .wrap(from_fn(access::accounts::held::hold))
                    .wrap(from_fn(explain))
                    .wrap(sessions(&shared, rows.clone()))
                    .wrap(from_fn(guard))
                    .configure(|config| routes(&mut Routes::new(config)))
                    .default_service(nowhere()),
            )
            .wrap(Compress::default())
    })
    .workers(workers)
    .client_request_timeout(std::time::Duration::from_secs(15))
    // The command line listens for signals and stops the server and the worker together.
    .disable_signals()
    .shutdown_timeout(LONGEST_STOP.as_secs());
    let server = match tls {
        Some(tls) => server.listen_rustls_0_23(listener, tls)?,
        None => server.listen(listener)?,
    };
    Ok(server.run())
}

/// Works through the timetable and the outbox until the program is asked to stop.
pub async fn work(site: web::Data<Site>) {
    worker::run(site, render).await;
}

/// Does what is due now, once; says per task what it did.
pub async fn work_once(site: &web::Data<Site>) -> Vec<(&'static str, Result<usize>)> {
    worker::once(site, render).await
}

/// The access table: who may open what.
pub fn access_table() -> Vec<AccessRow> {
    let mut table = Vec::new();
    let collect = |config: &mut ServiceConfig| {
        let mut all = Routes::new(config);
        routes(&mut all);
        table = all.into_table();
    };
    drop(App::new().configure(collect));
    table
}

#[allow(clippy::disallowed_methods, reason = "static files are public and have no context")]
fn static_files(config: &mut ServiceConfig) {
    config.route("/{hash}/{name}", web::get().to(serve_asset));
}

#[allow(clippy::disallowed_methods, reason = "an address that is no route is for nobody")]
fn nowhere() -> actix_web::Route {
    web::route().to(|| async { Err::<actix_web::HttpResponse, _>(crate::platform::error::Error::NotFound) })
}

fn sessions(site: &web::Data<Site>, rows: SessionRows) -> SessionMiddleware<SessionRows> {
    let secure = site.config.behind_tls();
    let month = PersistentSession::default().session_ttl(cookies::SESSION.lasts);
    SessionMiddleware::builder(rows, cookie_key(site))
        .cookie_name(site.config.cookie_name(cookies::SESSION.name))
        .cookie_secure(secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(month)
        .build()
}

/// The key with which the cookie of a session is signed.
pub(crate) fn cookie_key(site: &Site) -> Key {
    let (a, b) = (site.files.derive("session cookie 1"), site.files.derive("session cookie 2"));
    Key::from(&[a.as_slice(), b.as_slice()].concat())
}

fn tls(chain: &std::path::Path, key: &std::path::Path) -> anyhow::Result<rustls::ServerConfig> {
    use rustls_pki_types::pem::PemObject;
    use rustls_pki_types::{CertificateDer, PrivateKeyDer};
    let said = |path: &std::path::Path| format!("{} cannot be read", path.display());
    let certificates = CertificateDer::pem_file_iter(chain).with_context(|| said(chain))?;
    let certificates = certificates.collect::<std::result::Result<Vec<_>, _>>().with_context(|| said(chain))?;
    let key = PrivateKeyDer::from_pem_file(key).with_context(|| said(key))?;
    let config = rustls::ServerConfig::builder().with_no_client_auth();
    config.with_single_cert(certificates, key).context("certificate and key do not fit together")
}

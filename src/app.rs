//! From settings to a running server: the one place that knows every feature.

use std::net::TcpListener;
use std::num::NonZeroU32;
use std::sync::Arc;

use actix_session::SessionMiddleware;
use actix_session::config::{CookieContentSecurity, PersistentSession};
use actix_web::cookie::{Key, SameSite, time};
use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, ServiceConfig};
use actix_web::{App, HttpServer};
use anyhow::Context;
use tokio::sync::Notify;

use crate::access::accounts::passwords::Hashing;
use crate::access::accounts::throttle::Throttle;
use crate::access::{self, SessionRows};
use crate::config::Config;
use crate::contact;
use crate::demo;
use crate::learning::{actions, certificates, evaluations, intakes, uploads};
use crate::planning;
use crate::platform::clock::Clock;
use crate::platform::db::{Pool, Tx, migrate};
use crate::platform::error::Result;
use crate::platform::files::Files;
use crate::platform::jobs::worker;
use crate::platform::mail::{Kind, Letter, Rendered};
use crate::platform::web::{AccessRow, Routes, explain, guard, serve_asset, well_known};
use crate::privacy;
use crate::reports;
use crate::site::Site;

/// Every route of every feature.
fn routes(r: &mut Routes) {
    access::accounts::routes(r);
    actions::routes(r);
    intakes::routes(r);
    uploads::routes(r);
    evaluations::routes(r);
    certificates::routes(r);
    privacy::register::routes(r);
    planning::projects::routes(r);
    planning::groups::routes(r);
    planning::attendance::routes(r);
    planning::rosters::routes(r);
    planning::invitations::routes(r);
    reports::today::routes(r);
    contact::letters::routes(r);
    privacy::statement::routes(r);
    demo::routes(r);
    well_known::routes(r);
}

/// The words of a letter, made by the feature it belongs to.
fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    match letter.kind {
        Kind::Invitation | Kind::ResetAsked | Kind::Reset | Kind::PasswordChanged => {
            access::accounts::render(tx, config, letter)
        }
        Kind::Certificate => certificates::render(tx, config, letter),
    }
}

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
/// When one of them cannot be opened, with a sentence for the operator.
pub fn open(config: Config, clock: Clock) -> anyhow::Result<web::Data<Site>> {
    migrate::run(&config.database).context("the database cannot be brought up to date")?;
    let site = Site {
        pool: Pool::open(&config.database, config.connections).context("the database cannot be opened")?,
        files: Files::open(&config.files, &config.keys).context("the files cannot be opened")?,
        hashing: Hashing::new(config.hashes_at_once)?,
        throttle: Throttle::new(ATTEMPTS),
        checks: Throttle::new(CHECKS),
        wake: Arc::new(Notify::new()),
        clock,
        config,
    };
    Ok(web::Data::new(site))
}

/// Starts serving `site` on `listener`; the server runs while it is awaited.
///
/// # Errors
/// When the certificate cannot be read.
pub fn serve(site: web::Data<Site>, listener: TcpListener, workers: usize) -> anyhow::Result<Server> {
    let tls = site.config.tls.as_ref().map(|(chain, key)| tls(chain, key)).transpose()?;
    let shared = site.clone();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(shared.clone())
            .service(web::scope("/static").wrap(from_fn(guard)).configure(static_files))
            .service(
                web::scope("")
                    .wrap(from_fn(access::accounts::held::hold))
                    .wrap(from_fn(explain))
                    .wrap(sessions(&shared))
                    .wrap(from_fn(guard))
                    .configure(|config| routes(&mut Routes::new(config)))
                    .default_service(nowhere()),
            )
            .wrap(Compress::default())
    })
    .workers(workers)
    .client_request_timeout(std::time::Duration::from_secs(15))
    .shutdown_timeout(30);
    let server = match tls {
        Some(tls) => server.listen_rustls_0_23(listener, tls)?,
        None => server.listen(listener)?,
    };
    Ok(server.run())
}

/// Works through the timetable and the outbox until the program ends.
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

fn sessions(site: &web::Data<Site>) -> SessionMiddleware<SessionRows> {
    let secure = site.config.behind_tls();
    let month = PersistentSession::default().session_ttl(time::Duration::days(30));
    SessionMiddleware::builder(SessionRows::new(site.pool.clone(), site.clock.clone()), cookie_key(site))
        .cookie_name(site.config.cookie_name("traject"))
        .cookie_secure(secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(month)
        .build()
}

fn cookie_key(site: &Site) -> Key {
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

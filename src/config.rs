//! The settings of an installation: from the environment, an optional file, and defaults, in that order.

mod colour;
mod file;

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite};
use anyhow::{Context, bail};

use crate::platform::db::DatabaseUrl;
use crate::platform::log::Format;
use crate::platform::web::cookies::CookieRule;

/// One setting as the documentation knows it.
pub struct Setting {
    /// The name, without `TRAJECT_`.
    pub name: &'static str,
    /// The value when nothing is set; empty for none.
    pub default: &'static str,
    /// What it does, in one sentence or two.
    pub says: &'static str,
}

const fn setting(name: &'static str, default: &'static str, says: &'static str) -> Setting {
    Setting { name, default, says }
}

/// Every setting. `--help` and `.env.example` are made from it.
pub const SETTINGS: &[Setting] = &[
    setting("LISTEN", "127.0.0.1:8080", "The address and port to listen on."),
    setting(
        "PUBLIC_URL",
        "",
        "The address people type, such as https://portaal.example.nl; empty means http on LISTEN, for this machine only.",
    ),
    setting(
        "TRUSTED_PROXIES",
        "",
        "The addresses of the proxies whose X-Forwarded-For is believed, separated by commas.",
    ),
    setting("TLS_CERTIFICATE", "", "A PEM file with the certificate chain, to speak https without a proxy."),
    setting("TLS_KEY", "", "A PEM file with the private key of that certificate."),
    setting("DATABASE", "", "sqlite://FILE or postgres://USER@HOST/NAME; empty means traject.db in the data folder."),
    setting("DATABASE_PLAIN", "", "'accepted' allows a PostgreSQL on another machine without TLS."),
    setting("DATABASE_CONNECTIONS", "4", "How many connections to the database are kept open at most."),
    setting("FILES", "", "The folder for uploaded files, encrypted; empty means files in the data folder."),
    setting(
        "KEYS",
        "",
        "The folder for the master key and the keys of files, kept apart from backups; empty means keys in the data folder.",
    ),
    setting("PROVIDER", "Traject", "The name of the training company, as it stands on every page and letter."),
    setting(
        "CONTACT",
        "",
        "The e-mail address for questions about personal data, as it stands in the privacy statement.",
    ),
    setting("COLOUR", "#00545c", "The colour of the training company on certificates, dark enough for white letters."),
    setting("UPLOAD_MB", "25", "The largest file that can be handed in, in megabytes (1,000,000 bytes)."),
    setting("FILM_MB", "2000", "The largest film that staff can give to students, in megabytes."),
    setting(
        "TRAINER_REACH",
        "groups",
        "How far trainers reach: 'groups' for the groups they teach, 'projects' for all.",
    ),
    setting(
        "SECOND_FACTOR",
        "required",
        "Whether staff sign in with a second factor: 'required', or, in the demo alone, 'offered' as it is to everybody else.",
    ),
    setting(
        "SMTP_URL",
        "",
        "The mail server: smtp://USER@HOST:587 (with STARTTLS), smtps://USER@HOST:465, or smtp://localhost:25; empty keeps letters in the outbox.",
    ),
    setting("SMTP_PASSWORD", "", "The password for the mail server."),
    setting("MAIL_FROM", "", "The address letters come from; needed with SMTP_URL."),
    setting("HASHES_AT_ONCE", "2", "How many passwords are checked at the same time; each takes 19 MB of memory."),
    setting("LOG", "info", "What is logged: error, warn, info, debug, or a filter such as traject=debug."),
    setting("LOG_FORMAT", "text", "How it is logged: 'text' for people, 'json' for programs that collect logs."),
    setting(
        "METRICS",
        "",
        "The address and port on which figures for Prometheus are served, such as 127.0.0.1:9464; empty serves none.",
    ),
    setting(
        "METRICS_OPEN",
        "",
        "'accepted' allows an address for METRICS that other machines reach; the figures ask for no password.",
    ),
];

/// Variables that the tests of the project use, and that a program started by them sees too.
const FOR_TESTS: &[&str] = &["TRAJECT_ADVISORY_DB", "TRAJECT_TEST_DATABASE"];

/// The settings of this installation.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address and port to listen on.
    pub listen: String,
    /// The address people type, without a slash at the end; `None` on this machine only.
    pub public_url: Option<url::Url>,
    /// The proxies whose word about the client is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Certificate chain and private key.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// Where the data lives.
    pub database: DatabaseUrl,
    /// Connections at most.
    pub connections: u32,
    /// Folder of encrypted files.
    pub files: PathBuf,
    /// Folder of keys.
    pub keys: PathBuf,
    /// Name of the training company.
    pub provider: String,
    /// Where people go with questions about their data; empty for nowhere in particular.
    pub contact: String,
    /// Colour of the training company on certificates: red, green, blue.
    pub colour: (u8, u8, u8),
    /// Largest upload, in bytes.
    pub upload_limit: u64,
    /// Largest film, in bytes.
    pub film_limit: u64,
    /// Whether trainers reach every project.
    pub trainers_reach_all: bool,
    /// Whether staff sign in with a second factor.
    pub staff_need_factor: bool,
    /// The mail server, with its password filled in.
    pub smtp: Option<String>,
    /// Sender of letters.
    pub mail_from: String,
    /// Password hashes at the same time.
    pub hashes_at_once: usize,
    /// Log filter.
    pub log: String,
    /// Form of the log.
    pub log_format: Format,
    /// Address and port of the figures, when they are served.
    pub metrics: Option<SocketAddr>,
    /// Whether this is the demo: it shows whole letters and the styleguide.
    pub demo: bool,
}

impl Config {
    /// The settings for the data in `data`, from the environment and from `traject.toml` in that folder.
    ///
    /// # Errors
    /// A sentence for the operator: an unknown setting by name, or one that cannot be read.
    pub fn load(data: &Path) -> anyhow::Result<Self> {
        // Others' variables may be no text at all; ours are.
        let environment = std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?)));
        let environment =
            environment.filter(|(name, _)| name.starts_with("TRAJECT_") && !FOR_TESTS.contains(&name.as_str()));
        Self::from(data, file::settings(&data.join("traject.toml"))?, environment)
    }

    /// The settings for the data in `data` from `file` and `environment`; the latter wins.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from(
        data: &Path,
        file: BTreeMap<String, String>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> anyhow::Result<Self> {
        let mut given = Given(file);
        for (name, value) in environment {
            given.set(name.strip_prefix("TRAJECT_").unwrap_or(&name), value)?;
        }
        given.check()?;
        let database = match given.get("DATABASE") {
            "" => DatabaseUrl::Sqlite(data.join("traject.db")),
            text => DatabaseUrl::parse(text, given.get("DATABASE_PLAIN") == "accepted").map_err(anyhow::Error::msg)?,
        };
        let config = Self {
            listen: given.get("LISTEN").into(),
            public_url: given.url("PUBLIC_URL")?,
            trusted_proxies: given.list("TRUSTED_PROXIES")?,
            tls: given.tls()?,
            database,
            connections: given.number("DATABASE_CONNECTIONS", 1..=100)?,
            files: given.folder("FILES", data, "files"),
            keys: given.folder("KEYS", data, "keys"),
            provider: given.get("PROVIDER").into(),
            contact: given.get("CONTACT").into(),
            colour: colour::read(given.get("COLOUR"))?,
            upload_limit: u64::from(given.number("UPLOAD_MB", 1..=2000)?) * 1_000_000,
            film_limit: u64::from(given.number("FILM_MB", 1..=20_000)?) * 1_000_000,
            trainers_reach_all: given.one_of("TRAINER_REACH", &["groups", "projects"])? == "projects",
            staff_need_factor: given.one_of("SECOND_FACTOR", &["required", "offered"])? == "required",
            smtp: given.smtp()?,
            mail_from: given.get("MAIL_FROM").into(),
            hashes_at_once: given.number("HASHES_AT_ONCE", 1..=64)? as usize,
            log: given.get("LOG").into(),
            log_format: match given.one_of("LOG_FORMAT", &["text", "json"])? {
                "json" => Format::Json,
                _ => Format::Text,
            },
            metrics: given.metrics()?,
            demo: false,
        };
        if config.smtp.is_some() && config.mail_from.is_empty() {
            bail!("TRAJECT_SMTP_URL needs TRAJECT_MAIL_FROM: the address letters come from");
        }
        Ok(config)
    }

    /// Refuses to serve a public address over plain http without anything in front of it, and people's data to staff
    /// who sign in with a password alone.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub fn check_deployment(&self) -> anyhow::Result<()> {
        if !self.staff_need_factor && !self.demo {
            bail!("TRAJECT_SECOND_FACTOR is offered: outside the demo, staff sign in with a second factor");
        }
        let Some(url) = &self.public_url else {
            let host = self.listen.rsplit_once(':').map_or(self.listen.as_str(), |l| l.0).trim_matches(['[', ']']);
            let here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
            if !here {
                bail!("listening on {} for others needs TRAJECT_PUBLIC_URL with https", self.listen);
            }
            return Ok(());
        };
        if url.path() != "/" || url.query().is_some() {
            bail!("TRAJECT_PUBLIC_URL is {url}: Traject has a host name of its own, without a path");
        }
        if url.scheme() != "https" {
            bail!("TRAJECT_PUBLIC_URL is {url}: people's data travels over https only");
        }
        if self.tls.is_none() && self.trusted_proxies.is_empty() {
            bail!(
                "https needs TRAJECT_TLS_CERTIFICATE and TRAJECT_TLS_KEY, or a TLS proxy named in TRAJECT_TRUSTED_PROXIES"
            );
        }
        Ok(())
    }

    /// Whether people reach this installation over https.
    pub fn behind_tls(&self) -> bool {
        self.public_url.is_some() || self.tls.is_some()
    }

    /// The address of a page, for a letter.
    pub fn link(&self, path: &str) -> String {
        match &self.public_url {
            Some(url) => format!("{}{path}", url.as_str().trim_end_matches('/')),
            None if self.tls.is_some() => format!("https://{}{path}", self.listen),
            None => format!("http://{}{path}", self.listen),
        }
    }

    /// The name of a cookie: behind TLS with the mark that makes browsers hold it to this host.
    pub fn cookie_name(&self, name: &str) -> String {
        if self.behind_tls() { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// A cookie that no script reads.
    pub fn cookie(&self, rule: CookieRule, value: String) -> Cookie<'static> {
        Cookie::build(self.cookie_name(rule.name), value)
            .path("/")
            .http_only(true)
            .secure(self.behind_tls())
            .same_site(SameSite::Lax)
            .max_age(rule.lasts)
            .finish()
    }

    /// The origins that count as our own for `request`.
    pub fn origins(&self, request: &HttpRequest) -> Vec<String> {
        if let Some(url) = &self.public_url {
            return vec![url.origin().ascii_serialization()];
        }
        let host = request.headers().get("host").and_then(|h| h.to_str().ok()).unwrap_or_default();
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        vec![format!("{scheme}://{host}")]
    }

    /// The client's address: the peer, or what a trusted proxy says it is.
    pub fn client_address(&self, request: &HttpRequest) -> Option<IpAddr> {
        let peer = request.peer_addr()?.ip().to_canonical();
        if !self.trusted_proxies.contains(&peer) {
            return Some(peer);
        }
        // A proxy may add a line of its own below the one the client sent.
        let lines: Vec<_> = request.headers().get_all("x-forwarded-for").filter_map(|h| h.to_str().ok()).collect();
        let chain = lines.join(",");
        // From the right: the first address that is none of our own proxies is the one they saw.
        let hops = chain.rsplit(',').map(|hop| hop.trim().parse::<IpAddr>().map(|ip| ip.to_canonical()));
        hops.map_while(std::result::Result::ok).find(|hop| !self.trusted_proxies.contains(hop)).or(Some(peer))
    }
}

struct Given(BTreeMap<String, String>);

impl Given {
    fn set(&mut self, name: &str, value: String) -> anyhow::Result<()> {
        match name.strip_suffix("_FILE").filter(|n| SETTINGS.iter().any(|s| s.name == *n)) {
            None => self.0.insert(name.into(), value),
            Some(name) => {
                let text =
                    std::fs::read_to_string(&value).with_context(|| format!("TRAJECT_{name}_FILE is {value}"))?;
                self.0.insert(name.into(), text.trim_end().into())
            }
        };
        Ok(())
    }

    fn check(&self) -> anyhow::Result<()> {
        let unknown = self.0.keys().find(|name| !SETTINGS.iter().any(|s| s.name == **name));
        match unknown {
            Some(name) => bail!("there is no setting TRAJECT_{name}; traject --help lists them"),
            None => Ok(()),
        }
    }

    fn get(&self, name: &str) -> &str {
        let default = SETTINGS.iter().find(|s| s.name == name).map_or("", |s| s.default);
        self.0.get(name).map_or(default, String::as_str)
    }

    fn number(&self, name: &str, range: std::ops::RangeInclusive<u32>) -> anyhow::Result<u32> {
        let number = self.get(name).parse().ok().filter(|n| range.contains(n));
        number.with_context(|| format!("TRAJECT_{name} is a number from {} to {}", range.start(), range.end()))
    }

    fn one_of(&self, name: &str, words: &[&str]) -> anyhow::Result<&str> {
        let word = self.get(name);
        if words.contains(&word) { Ok(word) } else { bail!("TRAJECT_{name} is one of: {}", words.join(", ")) }
    }

    fn url(&self, name: &str) -> anyhow::Result<Option<url::Url>> {
        match self.get(name) {
            "" => Ok(None),
            text => Ok(Some(url::Url::parse(text).with_context(|| format!("TRAJECT_{name} is no address"))?)),
        }
    }

    fn list(&self, name: &str) -> anyhow::Result<Vec<IpAddr>> {
        let parts = self.get(name).split(',').map(str::trim).filter(|p| !p.is_empty());
        let parts = parts.map(|p| {
            p.parse::<IpAddr>()
                .map(|ip| ip.to_canonical())
                .with_context(|| format!("TRAJECT_{name}: {p} is no address"))
        });
        parts.collect()
    }

    fn folder(&self, name: &str, data: &Path, default: &str) -> PathBuf {
        match self.get(name) {
            "" => data.join(default),
            path => path.into(),
        }
    }

    /// Only this machine reaches the figures, unless the operator says otherwise in words.
    fn metrics(&self) -> anyhow::Result<Option<SocketAddr>> {
        let text = self.get("METRICS");
        if text.is_empty() {
            return Ok(None);
        }
        let address: SocketAddr =
            text.parse().ok().with_context(|| format!("TRAJECT_METRICS is an address and a port, not {text}"))?;
        if !address.ip().is_loopback() && self.get("METRICS_OPEN") != "accepted" {
            bail!("TRAJECT_METRICS is {text}, which others reach: say so with TRAJECT_METRICS_OPEN=accepted");
        }
        Ok(Some(address))
    }

    fn tls(&self) -> anyhow::Result<Option<(PathBuf, PathBuf)>> {
        match (self.get("TLS_CERTIFICATE"), self.get("TLS_KEY")) {
            ("", "") => Ok(None),
            ("", _) | (_, "") => bail!("TRAJECT_TLS_CERTIFICATE and TRAJECT_TLS_KEY come together"),
            (certificate, key) => Ok(Some((certificate.into(), key.into()))),
        }
    }

    fn smtp(&self) -> anyhow::Result<Option<String>> {
        let Some(mut url) = self.url("SMTP_URL")? else { return Ok(None) };
        let password = self.get("SMTP_PASSWORD");
        if !password.is_empty() && url.set_password(Some(password)).is_err() {
            bail!("TRAJECT_SMTP_URL is no address");
        }
        let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() == "smtp" && !local && !url.query_pairs().any(|(k, _)| k == "tls") {
            url.query_pairs_mut().append_pair("tls", "required");
        }
        Ok(Some(url.into()))
    }
}

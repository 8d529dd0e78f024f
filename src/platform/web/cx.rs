//! The context every handler starts with: who asks, in which language, and the way to the database.

use std::future::{Ready, ready};
use std::net::IpAddr;
use std::rc::Rc;

use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use askama::Template;

use super::forms::Wrong;
use super::page::{self, Reply};
use super::{Answer, asset, back_path, cookies};
use crate::access::accounts::refusals;
use crate::access::{Identity, Notices};
use crate::config::Config;
use crate::platform::db::{Actor, Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::{Lang, Texts};
use crate::privacy::statement;
use crate::site::Site;

/// Somebody who may be admitted to a page.
pub trait Audience: Sized + 'static {
    /// The audience as the access table names it.
    fn name() -> String;

    /// Lets the visitor in as this audience.
    ///
    /// # Errors
    /// [`Error::SignIn`] when nobody is signed in, [`Error::NotFound`] when it is somebody else.
    fn admit(visit: &Visit) -> Result<Self>;

    /// Who acts, for the register.
    fn actor(&self) -> Actor;

    /// The entries of the main menu.
    fn nav(&self, t: &Texts) -> Vec<(&'static str, String)>;

    /// The path of the menu's entry that a page belongs to, when that is not the beginning of its own.
    fn section<'p>(&self, path: &'p str) -> &'p str {
        path
    }
}

/// One request: who sent it and from where.
pub struct Visit {
    /// The person, when somebody is signed in.
    pub identity: Option<Rc<Identity>>,
    /// The settings and stores of this installation.
    pub site: web::Data<Site>,
    bare: String,
    path: String,
    address: Option<IpAddr>,
    browser: Option<String>,
    opened: bool,
    lang: Lang,
    now: Moment,
}

impl Visit {
    /// Reads what the request says about its sender.
    ///
    /// # Errors
    /// [`Error::Broken`] when the server was built without its site.
    pub fn of(request: &HttpRequest) -> Result<Self> {
        let site = request.app_data::<web::Data<Site>>();
        let site = site.ok_or_else(|| Error::broken(anyhow::anyhow!("no site")))?.clone();
        let identity = crate::access::identity(request);
        if let Some(identity) = &identity {
            request.extensions_mut().insert(Caller(identity.account.0));
        }
        let now = site.clock.now();
        Ok(Self {
            lang: identity.as_ref().and_then(|i| i.language).unwrap_or_else(|| asked_language(request, &site.config)),
            address: site.config.client_address(request),
            browser: header(request, "user-agent").map(|b| b.chars().take(200).collect()),
            opened: is_opened(request),
            bare: request.path().to_owned(),
            path: back_path(request),
            identity,
            site,
            now,
        })
    }
}

/// The account that sent a request, for the line in the log.
pub(super) struct Caller(pub(super) i64);

fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    request.headers().get(name).and_then(|v| v.to_str().ok())
}

/// Whether somebody is to see the answer: not when a program asks whether it is there, nor when a browser fetches it in
/// case somebody wants it.
fn is_opened(request: &HttpRequest) -> bool {
    let ahead = |name| header(request, name).is_some_and(|purpose| purpose.to_ascii_lowercase().contains("prefetch"));
    *request.method() != Method::HEAD && !["sec-purpose", "purpose", "x-purpose", "x-moz"].into_iter().any(ahead)
}

fn asked_language(request: &HttpRequest, config: &Config) -> Lang {
    let cookie = request.cookie(&config.cookie_name(cookies::LANGUAGE.name)).and_then(|c| Lang::parse(c.value()));
    cookie.unwrap_or_else(|| Lang::accepted(header(request, "accept-language").unwrap_or_default()))
}

/// One entry of a menu.
pub struct NavItem {
    /// Where it goes.
    pub path: &'static str,
    /// What it says.
    pub label: String,
    /// Whether it leads to the page at hand.
    pub current: bool,
}

/// The context of a request by `A`. Having one is the proof that `A` was admitted.
pub struct Cx<A> {
    /// Who asks.
    pub who: A,
    /// The language of the answer.
    pub lang: Lang,
    /// The texts in that language.
    pub t: &'static Texts,
    visit: Visit,
    notices: Notices,
}

impl<A: Audience> FromRequest for Cx<A> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        if crate::access::is_broken(request) {
            return ready(Err(Error::busy(anyhow::anyhow!("the session could not be looked up"))));
        }
        let cx = Self::of(request);
        if matches!(cx, Err(Error::NotFound)) {
            refusals::note(request);
        }
        ready(cx)
    }
}

impl<A: Audience> Cx<A> {
    /// Admits the sender of `request` as `A`.
    ///
    /// # Errors
    /// As [`Audience::admit`].
    pub fn of(request: &HttpRequest) -> Result<Self> {
        let visit = Visit::of(request)?;
        let who = A::admit(&visit)?;
        Ok(Self { who, lang: visit.lang, t: visit.lang.texts(), visit, notices: Notices::of(request) })
    }

    /// The settings and stores of this installation.
    pub fn site(&self) -> &Site {
        &self.visit.site
    }

    /// The same, for work that goes on when the request is over.
    pub fn shared_site(&self) -> web::Data<Site> {
        self.visit.site.clone()
    }

    /// When the request came in.
    pub fn now(&self) -> Moment {
        self.visit.now
    }

    /// Where the request came from, as far as the proxies in front are believed.
    pub fn address(&self) -> Option<IpAddr> {
        self.visit.address
    }

    /// What the browser calls itself, cut to 200 characters.
    pub fn browser(&self) -> Option<&str> {
        self.visit.browser.as_deref()
    }

    /// Whether somebody is to see the answer, so that the page counts as opened.
    pub fn is_opened(&self) -> bool {
        self.visit.opened
    }

    /// The person, when somebody is signed in.
    pub fn identity(&self) -> Option<&Identity> {
        self.visit.identity.as_deref()
    }

    /// Reads from the database, off the server's own threads.
    ///
    /// # Errors
    /// What `f` returns.
    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static) -> Result<T> {
        self.visit.site.read(f).await
    }

    /// Reads what takes a few tenths of a millisecond, without a change of threads where that costs more; see
    /// [`Pool::read_briefly`](crate::platform::db::Pool::read_briefly).
    ///
    /// # Errors
    /// What `f` returns.
    pub async fn read_briefly<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.visit.site.pool.read_briefly(f).await
    }

    /// Writes to the database in one transaction, off the server's own threads.
    ///
    /// # Errors
    /// What `f` returns; then nothing was written.
    pub async fn write<T: Send + 'static>(&self, f: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static) -> Result<T> {
        let done = self.visit.site.write(self.who.actor(), f).await;
        self.visit.site.wake.notify_one();
        done
    }

    /// Like [`write`](Self::write), for what hundreds may ask in the same second: they are served in the order
    /// in which they came.
    ///
    /// # Errors
    /// What `f` returns; then nothing was written.
    pub async fn write_in_line<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Tx) -> Result<T> + Clone + Send + 'static,
    ) -> Result<T> {
        let done = self.visit.site.write_in_line(self.who.actor(), f).await;
        self.visit.site.wake.notify_one();
        done
    }

    /// A page.
    ///
    /// # Errors
    /// [`Error::Broken`] when the template fails.
    pub fn page(&self, page: impl Template) -> Answer {
        page::render(StatusCode::OK, &page)
    }

    /// The same page again, with what was typed and what is wrong with it.
    ///
    /// # Errors
    /// [`Error::Broken`] when the template fails.
    pub fn invalid(&self, page: impl Template) -> Answer {
        page::render(StatusCode::UNPROCESSABLE_ENTITY, &page)
    }

    /// A page with a status of its own.
    ///
    /// # Errors
    /// [`Error::Broken`] when the template fails.
    pub fn page_with(&self, status: StatusCode, page: impl Template) -> Answer {
        page::render(status, &page)
    }

    /// Sends the browser on after an act that succeeded.
    pub fn see_other(&self, path: impl Into<String>) -> Reply {
        page::see_other(path)
    }
}

/// What templates ask of the context.
impl<A: Audience> Cx<A> {
    /// What is wrong with a field, in words.
    pub fn say(&self, wrong: &Wrong) -> String {
        wrong.say(self.t)
    }

    /// The address of a static file, with its hash.
    pub fn asset(&self, name: &str) -> String {
        asset(name)
    }

    /// The name of the company that runs this installation.
    pub fn provider(&self) -> &str {
        &self.visit.site.config.provider
    }

    /// Where people go with questions about their data; empty for nowhere in particular.
    pub fn contact(&self) -> &str {
        &self.visit.site.config.contact
    }

    /// The main menu.
    pub fn nav(&self) -> Vec<NavItem> {
        let items: Vec<_> = self.who.nav(self.t);
        // The longest entry that the path begins with is where we are.
        let path = self.who.section(&self.visit.bare);
        let here = items
            .iter()
            .map(|i| i.0)
            .filter(|p| path == *p || path.starts_with(&format!("{p}/")))
            .max_by_key(|p| p.len());
        items.into_iter().map(|(path, label)| NavItem { current: Some(path) == here, path, label }).collect()
    }

    /// The menu of the person: account, and the other hats.
    pub fn account_nav(&self) -> Vec<NavItem> {
        let Some(identity) = self.identity() else { return Vec::new() };
        // The home that they are in heads the main menu.
        let here = self.who.nav(self.t);
        let others = identity.homes().into_iter().filter(|home| here.iter().all(|(path, _)| *path != home.path()));
        let mut items: Vec<(&'static str, String)> = Vec::new();
        if identity.homes().len() > 1 {
            items.extend(others.map(|home| (home.path(), home.label(self.t))));
        }
        items.push(("/account", self.t.layout_account()));
        items.into_iter().map(|(path, label)| NavItem { current: self.visit.bare == path, path, label }).collect()
    }

    /// What the main menu is called.
    pub fn nav_label(&self) -> String {
        self.t.layout_menu()
    }

    /// Whether somebody is signed in.
    pub fn signed_in(&self) -> bool {
        self.visit.identity.is_some()
    }

    /// The path of the page at hand, without its query.
    pub fn bare_path(&self) -> &str {
        &self.visit.bare
    }

    /// The address of the page at hand, with its query; for a form that came back, of the page it was on.
    pub fn path(&self) -> &str {
        &self.visit.path
    }

    /// What the act before this page wants to say; asked once, by the layout.
    pub fn notice(&self) -> Option<String> {
        self.notices.take()
    }

    /// What changed in the privacy statement since they read it, on the first page of each of their homes: each day and
    /// what held from it on.
    pub fn statement_news(&self) -> Option<Vec<(String, String)>> {
        let identity = self.identity()?;
        let home = identity.homes().iter().any(|home| home.path() == self.visit.bare);
        let read = identity.accepted_version().filter(|_| home && identity.first().is_none())?;
        Some(statement::changes_since(read, self.lang)).filter(|changes| !changes.is_empty())
    }

    /// Whether this is the demo, which shows more than a real installation.
    pub fn demo(&self) -> bool {
        self.visit.site.config.demo
    }
}

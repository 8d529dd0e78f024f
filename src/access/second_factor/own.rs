//! Setting up one's own second step: an app that makes codes, and ten codes on paper.

use actix_web::HttpRequest;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;

use super::forms::{Act, ActForm, Code, CodeForm};
use super::model::Event;
use super::passkeys::{self, Listed, Party};
use super::picture::Picture;
use super::totp::{Secret, Typed, grouped};
use super::{PAGE, codes, key, letters, queries, sealed, turn_off};
use crate::access::SignedIn;
use crate::access::accounts::{self, AccountId, Owner, password, sessions, steps};
use crate::platform::clock::local;
use crate::platform::db::Tx;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::secret;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

const APP: &str = "/account/second-factor/app";
/// How long the picture with a new secret can be looked at after the password was typed.
const PATIENCE: TimeDelta = TimeDelta::minutes(30);

pub fn routes(r: &mut Routes) {
    r.get("/account/second-factor", show).post("/account/second-factor", act);
    r.get("/account/second-factor/app", app).post("/account/second-factor/app", confirm);
}

#[derive(Template)]
#[template(path = "access/second_factor/own_show.html")]
struct OwnShow<'a> {
    cx: &'a Cx<SignedIn>,
    found: &'a Found,
    possible: &'a [Act],
    act: &'a str,
    errors: &'a Errors,
}

impl OwnShow<'_> {
    /// It comes before anything else.
    fn is_first(&self) -> bool {
        self.cx.who.identity().first().is_some()
    }

    fn since(&self) -> Option<String> {
        self.found.owner.second_factor_at.map(|at| self.cx.lang.date(local(at).date()))
    }

    fn is_chosen(&self, act: &str) -> bool {
        self.act == act
    }

    fn may_turn_off(&self) -> bool {
        self.possible.contains(&Act::TurnOff)
    }

    fn may_add_passkey(&self) -> bool {
        self.possible.contains(&Act::Passkey)
    }
}

/// The second factor of whoever looks.
struct Found {
    owner: Owner,
    /// How many recovery codes are left.
    left: i64,
    /// An app makes codes.
    app: bool,
    passkeys: Vec<Listed>,
    /// Browsers have passkeys at this address.
    works: bool,
    /// Where the demo has them.
    elsewhere: Option<String>,
}

/// Whether somebody cannot do without a second factor.
pub fn needs(cx: &Cx<SignedIn>) -> bool {
    cx.site().config.staff_need_factor && !cx.who.identity().roles.is_empty()
}

/// What comes before this page comes first here too.
///
/// # Errors
/// [`Error::First`] with the page that does.
pub fn settled(cx: &Cx<SignedIn>) -> Result<()> {
    cx.who.identity().first().filter(|path| *path != PAGE).map_or(Ok(()), |path| Err(Error::First(path)))
}

/// What somebody can do with their second factor.
fn possible(cx: &Cx<SignedIn>, found: &Found) -> Vec<Act> {
    let on = found.owner.second_factor_at.is_some();
    let acts = [
        (Act::Renew, on),
        (Act::Passkey, found.works && found.passkeys.len() < passkeys::MOST),
        (Act::Enrol, true),
        (Act::TurnOff, on && !needs(cx)),
    ];
    acts.into_iter().filter(|(_, possible)| *possible).map(|(act, _)| act).collect()
}

async fn look_up(cx: &Cx<SignedIn>, request: &HttpRequest) -> Result<Found> {
    let account = cx.who.account();
    let works = Party::of(&cx.site().config, request).is_some();
    let elsewhere = if cx.demo() { Party::elsewhere(&cx.site().config, request) } else { None };
    cx.read(move |db| {
        Ok(Found {
            owner: accounts::owner(db, account)?,
            left: queries::codes_left(db, account)?,
            app: queries::factor(db, account)?.is_some(),
            passkeys: passkeys::of(db, account)?,
            works,
            elsewhere,
        })
    })
    .await
}

async fn show(cx: Cx<SignedIn>, request: HttpRequest) -> Answer {
    settled(&cx)?;
    let found = look_up(&cx, &request).await?;
    let possible = possible(&cx, &found);
    cx.page(OwnShow { cx: &cx, found: &found, possible: &possible, act: "", errors: &Errors::default() })
}

async fn act(cx: Cx<SignedIn>, request: HttpRequest, form: Form<ActForm>) -> Answer {
    settled(&cx)?;
    let found = look_up(&cx, &request).await?;
    let possible = possible(&cx, &found);
    let errors = match form.check(&possible) {
        Ok((act, typed)) => {
            if password::is_right(&cx, &found.owner, typed).await? {
                return match act {
                    Act::Enrol => begin(&cx, &request),
                    Act::Passkey => passkeys::begin(&cx, &request),
                    Act::Renew => renew(&cx, found.owner).await,
                    Act::TurnOff => end(&cx, &request, found.owner).await,
                };
            }
            Errors::one("password", Wrong::PasswordOther)
        }
        Err(errors) => errors,
    };
    cx.invalid(OwnShow { cx: &cx, found: &found, possible: &possible, act: &form.act, errors: &errors })
}

/// A secret that counts for nothing yet goes along in the session, sealed, until a code proves that an app has it.
fn begin(cx: &Cx<SignedIn>, request: &HttpRequest) -> Answer {
    let until = cx.now().plus(PATIENCE).seconds();
    let about = enrolment(cx.who.account(), until);
    let kept = secret::seal(&key(&cx.site().files), about.as_bytes(), Secret::random().as_bytes())?;
    steps::carry(request, steps::ENROLMENT, &format!("{until}.{}", URL_SAFE_NO_PAD.encode(kept)))?;
    Ok(cx.see_other(APP))
}

fn enrolment(account: AccountId, until: i64) -> String {
    format!("enrolment of account {account} until {until}")
}

/// The secret of the enrolment that is under way.
fn under_way(cx: &Cx<SignedIn>, request: &HttpRequest) -> Result<Option<Secret>> {
    let carried = steps::carried(request, steps::ENROLMENT).unwrap_or_default();
    let Some((until, kept)) = carried.split_once('.') else { return Ok(None) };
    let until: i64 = until.parse().map_err(Error::broken)?;
    if cx.now().seconds() >= until {
        return Ok(None);
    }
    let kept = URL_SAFE_NO_PAD.decode(kept).map_err(Error::broken)?;
    let about = enrolment(cx.who.account(), until);
    Secret::from_bytes(&secret::unseal(&key(&cx.site().files), about.as_bytes(), &kept)?).map(Some)
}

#[derive(Template)]
#[template(path = "access/second_factor/own_app.html")]
struct OwnApp<'a> {
    cx: &'a Cx<SignedIn>,
    picture: Picture,
    /// What the picture says, for an app on the same device.
    address: String,
    secret: String,
    account_name: &'a str,
    errors: &'a Errors,
}

async fn app(cx: Cx<SignedIn>, request: HttpRequest) -> Answer {
    settled(&cx)?;
    match under_way(&cx, &request)? {
        Some(made) => app_page(&cx, &made, &Errors::default()).await,
        None => Ok(cx.see_other(PAGE)),
    }
}

async fn app_page(cx: &Cx<SignedIn>, made: &Secret, errors: &Errors) -> Answer {
    let account = cx.who.account();
    let owner = cx.read(move |db| accounts::owner(db, account)).await?;
    let address = made.address(cx.provider(), &owner.sign_in_name);
    let picture = Picture::of(&address)?;
    let page =
        OwnApp { cx, picture, address, secret: grouped(&made.text()), account_name: &owner.sign_in_name, errors };
    if errors.is_empty() { cx.page(page) } else { cx.invalid(page) }
}

async fn confirm(cx: Cx<SignedIn>, request: HttpRequest, form: Form<CodeForm>) -> Answer {
    settled(&cx)?;
    let Some(made) = under_way(&cx, &request)? else { return Ok(cx.see_other(PAGE)) };
    let step = match form.check() {
        Ok(Code::App(code)) => match made.judge(code, cx.now(), 0)? {
            Typed::Right(step) => Ok(step),
            Typed::Used | Typed::Wrong => Err(Wrong::NotFromTheApp),
        },
        Ok(Code::Paper(_)) => Err(Wrong::NotFromTheApp),
        Err(errors) => {
            Err(errors.of("code").first().filter(|w| **w == Wrong::Required).cloned().unwrap_or(Wrong::NotFromTheApp))
        }
    };
    match step {
        Ok(step) => enrol(&cx, &request, &made, step).await,
        Err(wrong) => app_page(&cx, &made, &Errors::one("code", wrong)).await,
    }
}

#[derive(Template)]
#[template(path = "access/second_factor/own_codes.html")]
struct OwnCodes<'a> {
    cx: &'a Cx<SignedIn>,
    owner: &'a Owner,
    /// It was turned on just now.
    turned_on: bool,
    codes: Vec<String>,
}

impl OwnCodes<'_> {
    fn today(&self) -> String {
        self.cx.lang.date(local(self.cx.now()).date())
    }
}

async fn enrol(cx: &Cx<SignedIn>, request: &HttpRequest, made: &Secret, step: i64) -> Answer {
    let (account, session, lang) = (cx.who.account(), cx.who.identity().session, cx.lang);
    let fresh = codes::ten();
    let key = key(&cx.site().files);
    let (kept, hashes) = (sealed(&key, account, made)?, codes::hashes(&key, account, &fresh)?);
    let (owner, event) = cx
        .write(move |tx| {
            let owner = accounts::owner(tx.db(), account)?;
            let app = queries::factor(tx.db(), account)?.is_some();
            let event = match (owner.second_factor_at, app) {
                (Some(_), true) => {
                    tx.record("factor_replaced", "accounts", account.0, Some(owner.person_id.0))?;
                    Event::Replaced
                }
                (Some(_), false) => {
                    tx.record("app_added", "accounts", account.0, Some(owner.person_id.0))?;
                    Event::AppAdded
                }
                (None, _) => {
                    tx.record("factor_on", "accounts", account.0, Some(owner.person_id.0))?;
                    Event::On
                }
            };
            if event == Event::AppAdded {
                queries::attach(tx, account, &kept, step)?;
            } else {
                queries::set(tx, account, &kept, step)?;
                queries::set_codes(tx, account, &hashes)?;
            }
            accounts::end_sessions(tx, account, owner.person_id, Some(session))?;
            letters::tell(tx, &owner, event, 0, lang)?;
            Ok((owner, event))
        })
        .await?;
    sessions::begin(request, account, cx.address().map(|a| a.to_string()), cx.browser())?;
    if event == Event::AppAdded {
        return Ok(cx.see_other(PAGE).notice(cx.t.second_factor_app_added()));
    }
    codes_page(cx, &owner, true, &fresh)
}

/// The page that shows recovery codes, the only time.
///
/// # Errors
/// [`Error::Broken`] when the template fails.
pub fn codes_page(cx: &Cx<SignedIn>, owner: &Owner, turned_on: bool, fresh: &[String]) -> Answer {
    let codes = fresh.iter().map(|code| codes::printed(code)).collect();
    cx.page(OwnCodes { cx, owner, turned_on, codes })
}

async fn renew(cx: &Cx<SignedIn>, owner: Owner) -> Answer {
    let (fresh, lang) = (codes::ten(), cx.lang);
    let hashes = codes::hashes(&key(&cx.site().files), owner.id, &fresh)?;
    let told = owner.clone();
    cx.write(move |tx| renewed(tx, &told, &hashes, lang)).await?;
    codes_page(cx, &owner, false, &fresh)
}

fn renewed(tx: &mut Tx, owner: &Owner, hashes: &[String], lang: Lang) -> Result<()> {
    queries::set_codes(tx, owner.id, hashes)?;
    tx.record("codes_renewed", "accounts", owner.id.0, Some(owner.person_id.0))?;
    letters::tell(tx, owner, Event::Renewed, 0, lang)
}

async fn end(cx: &Cx<SignedIn>, request: &HttpRequest, owner: Owner) -> Answer {
    let (account, session, lang) = (owner.id, cx.who.identity().session, cx.lang);
    cx.write(move |tx| {
        if !turn_off(tx, &owner)? {
            return Err(Error::Conflict);
        }
        accounts::end_sessions(tx, account, owner.person_id, Some(session))?;
        tx.record("factor_off", "accounts", account.0, Some(owner.person_id.0))?;
        letters::tell(tx, &owner, Event::Off, 0, lang)
    })
    .await?;
    sessions::begin(request, account, cx.address().map(|a| a.to_string()), cx.browser())?;
    Ok(cx.see_other("/account").notice(cx.t.second_factor_turned_off()))
}

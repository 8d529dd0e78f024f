//! Signing in and out, and choosing a hat.

use actix_web::{HttpRequest, web};
use askama::Template;

use super::forms::{SignIn, SignInForm, safe_back};
use super::known::{self, Claim};
use super::{AccountId, queries, refusals, sessions, steps, throttle};
use crate::access::second_factor::Party;
use crate::access::{Anyone, Home, SignedIn, second_factor};
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong, see_other};

pub fn routes(r: &mut Routes) {
    r.get("/", start);
    r.get("/login", show).post("/login", create);
    r.post("/logout", destroy);
    r.get("/choice", choice);
}

#[derive(Template)]
#[template(path = "access/accounts/sign_in.html")]
struct SignInPage<'a> {
    cx: &'a Cx<Anyone>,
    form: &'a SignInForm,
    /// What was done just now.
    done: Option<String>,
    /// Browsers have passkeys at this address.
    passkeys: bool,
    errors: &'a Errors,
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Back {
    back: String,
    done: String,
}

async fn start(cx: Cx<Anyone>) -> Answer {
    Ok(match cx.identity() {
        Some(identity) => see_other(landing(&identity.homes())),
        None => see_other("/login"),
    })
}

async fn show(cx: Cx<Anyone>, request: HttpRequest, query: web::Query<Back>) -> Answer {
    if let Some(identity) = cx.identity() {
        return Ok(see_other(safe_back(&query.back).map_or(landing(&identity.homes()), |b| b)));
    }
    let done = match query.done.as_str() {
        "password" => Some(cx.t.accounts_password_chosen()),
        "late" => Some(cx.t.second_factor_late()),
        _ => None,
    };
    let form = SignInForm::back_to(query.into_inner().back);
    let passkeys = Party::of(&cx.site().config, &request).is_some();
    cx.page(SignInPage { cx: &cx, form: &form, done, passkeys, errors: &Errors::default() })
}

async fn create(cx: Cx<Anyone>, request: HttpRequest, form: Form<SignInForm>) -> Answer {
    cx.site().throttle.check(cx.address())?;
    let tried = match form.check() {
        Ok(tried) => admitted(&cx, tried, Claim::of(&request, cx.site()))
            .await?
            .ok_or_else(|| Errors::one("email", Wrong::SignIn)),
        Err(errors) => Err(errors),
    };
    match tried {
        // Which hats there are is known on the next request, which comes with the session.
        Ok(opened) => enter(&cx, &request, opened, safe_back(&form.back).unwrap_or("/")),
        Err(errors) => refused(&cx, &request, &form, &errors),
    }
}

fn refused(cx: &Cx<Anyone>, request: &HttpRequest, form: &SignInForm, errors: &Errors) -> Answer {
    let passkeys = Party::of(&cx.site().config, request).is_some();
    cx.invalid(SignInPage { cx, form, done: None, passkeys, errors })
}

/// The sign-in page again, for somebody whose passkey did not let them in.
///
/// # Errors
/// [`Error::Broken`] when the template fails.
pub fn again(cx: &Cx<Anyone>, request: &HttpRequest, back: &str, errors: Errors) -> Answer {
    refused(cx, request, &SignInForm::back_to(back.to_owned()), &errors)
}

/// Lets in whoever needs no second step, and on to the page they came for.
///
/// # Errors
/// [`Error::Broken`] when the session cannot be written down.
pub fn let_in(cx: &Cx<Anyone>, request: &HttpRequest, account: AccountId, back: &str) -> Answer {
    enter(cx, request, Opened { account, half: false }, safe_back(back).unwrap_or("/"))
}

/// An account whose password was right, or was chosen just now.
pub(super) struct Opened {
    /// The account.
    pub account: AccountId,
    /// Whether it takes a second step.
    pub half: bool,
}

/// Lets somebody in, and on to `path`; by way of the second step when there is one.
pub(super) fn enter(cx: &Cx<Anyone>, request: &HttpRequest, opened: Opened, path: &str) -> Answer {
    let (account, address) = (opened.account, cx.address().map(|a| a.to_string()));
    if opened.half {
        steps::begin_half(request, account, address, cx.browser(), path)?;
        return Ok(see_other(second_factor::STEP));
    }
    sessions::enter(request, account, address, cx.browser())?;
    see_other(path).cookie(&known::mark(cx.site(), account)?)
}

/// The account that this name and password open. Whatever is wrong, it takes the same time.
async fn admitted(cx: &Cx<Anyone>, tried: SignIn, claim: Claim) -> Result<Option<Opened>> {
    let name = tried.name;
    let (lock, counter, failures) = cx
        .write(move |tx| {
            let lock = queries::lock(tx.db(), &name)?;
            let counter = throttle::counter(&name, lock.as_ref().and_then(|l| claim.holds_for(l.id)));
            let failures = throttle::attempt(tx, &counter)?;
            Ok((lock, counter, failures))
        })
        .await?;
    let hash = lock.as_ref().and_then(|l| l.password_hash.clone());
    let right = cx.site().hashing.verify(tried.password, hash).await?;
    let known = lock.as_ref().map(|l| l.id);
    let Some(lock) = lock.filter(|l| right && l.blocked_at.is_none()) else {
        if let Some(account) = known {
            refusals::register_sign_in(cx.shared_site(), account, failures);
        }
        return Ok(None);
    };
    let opened = Opened { account: lock.id, half: lock.second_factor_at.is_some() };
    cx.write(move |tx| {
        throttle::forget(tx, &counter)?;
        if lock.second_factor_at.is_some() { Ok(()) } else { tx.record("signed_in", "accounts", lock.id.0, None) }
    })
    .await?;
    Ok(Some(opened))
}

async fn destroy(cx: Cx<Anyone>, request: HttpRequest) -> Answer {
    sessions::end(&request);
    Ok(cx.see_other("/login"))
}

#[derive(Template)]
#[template(path = "access/accounts/choice.html")]
struct ChoicePage<'a> {
    cx: &'a Cx<SignedIn>,
    homes: Vec<(&'static str, String, String)>,
}

/// One hat goes straight on; several are a choice; none is a person without anything yet.
async fn choice(cx: Cx<SignedIn>) -> Answer {
    if let Some(path) = cx.who.identity().first() {
        return Err(Error::First(path));
    }
    let homes = cx.who.identity().homes();
    let homes = homes.into_iter().map(|h| (h.path(), h.label(cx.t), says(h, &cx))).collect();
    cx.page(ChoicePage { cx: &cx, homes })
}

fn says(home: Home, cx: &Cx<SignedIn>) -> String {
    match home {
        Home::Student => cx.t.accounts_choice_student(),
        Home::Leader => cx.t.accounts_choice_leader(),
        Home::Staff => cx.t.accounts_choice_staff(),
    }
}

fn landing(homes: &[Home]) -> &'static str {
    match homes {
        [only] => only.path(),
        _ => "/choice",
    }
}

//! The second step of signing in. Whoever comes here typed the right password, and can open nothing else yet.

use actix_web::HttpRequest;
use askama::Template;

use super::forms::{Code, CodeForm};
use super::model::Event;
use super::passkeys::Party;
use super::{codes, key, letters, passkeys, queries, totp, unsealed};
use crate::access::Anyone;
use crate::access::accounts::{self, AccountId, Claim, known, refusals, sessions, steps, throttle};
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::files::Key;
use crate::platform::i18n::Lang;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong, see_other};

pub fn routes(r: &mut Routes) {
    r.get("/login/code", show).post("/login/code", create);
}

#[derive(Template)]
#[template(path = "access/second_factor/step.html")]
struct StepPage<'a> {
    cx: &'a Cx<Anyone>,
    demo: Option<Demo>,
    /// An app makes codes.
    app: bool,
    /// There is a passkey.
    passkey: bool,
    /// Browsers have passkeys at this address.
    works: bool,
    errors: &'a Errors,
}

/// What the demo says, since nobody has the telephones of its people.
struct Demo {
    /// A code that works now; none when all of them were used.
    code: Option<String>,
}

impl StepPage<'_> {
    fn offers_passkey(&self) -> bool {
        self.passkey && self.works
    }

    fn lead(&self) -> String {
        match (self.offers_passkey(), self.app) {
            (true, _) => self.cx.t.passkeys_step(),
            (false, true) => self.cx.t.second_factor_step(),
            (false, false) => self.cx.t.passkeys_step_elsewhere(),
        }
    }

    fn hint(&self) -> String {
        if self.app { self.cx.t.second_factor_step_hint() } else { self.cx.t.passkeys_step_codes_hint() }
    }
}

/// The page of the second step, for whoever typed a password.
///
/// # Errors
/// When the database refuses.
pub async fn show(cx: Cx<Anyone>, request: HttpRequest) -> Answer {
    match steps::half(&request) {
        Some(account) => page(&cx, &request, account, &Errors::default()).await,
        None if cx.identity().is_some() => Ok(see_other("/")),
        None => Ok(see_other("/login?done=late")),
    }
}

async fn create(cx: Cx<Anyone>, request: HttpRequest, form: Form<CodeForm>) -> Answer {
    // Guesses are counted per account: who comes here knows a password, and the address counted that attempt.
    let Some(account) = steps::half(&request) else { return show(cx, request).await };
    let typed = match form.check() {
        Ok(code) => code,
        Err(errors) => return page(&cx, &request, account, &errors).await,
    };
    let claim = Claim::of(&request, cx.site());
    let counter = throttle::counter(&format!("code of {account}"), claim.holds_for(account));
    let (key, lang) = (key(&cx.site().files), cx.lang);
    match cx.write(move |tx| attempt(tx, &key, account, &typed, &counter, lang)).await? {
        Outcome::In => entered(&cx, &request, account),
        Outcome::Wrong(wrong, failures) => {
            refusals::register_sign_in(cx.shared_site(), account, failures);
            page(&cx, &request, account, &Errors::one("code", wrong)).await
        }
        Outcome::Gone => Ok(see_other("/login")),
    }
}

/// Lets the owner of `account` in, and on to the page they came for; this browser is known from now on.
///
/// # Errors
/// [`Error::Broken`](crate::platform::error::Error::Broken) when the session cannot be written down.
pub fn entered(cx: &Cx<Anyone>, request: &HttpRequest, account: AccountId) -> Answer {
    let back = steps::carried(request, steps::BACK).unwrap_or_default();
    sessions::enter(request, account, cx.address().map(|a| a.to_string()), cx.browser())?;
    see_other(accounts::safe_back(&back).unwrap_or("/")).cookie(&known::mark(cx.site(), account)?)
}

/// Tells the owner of `account` that somebody who knows their password guesses at the second step, once they were
/// wrong so often in a row.
///
/// # Errors
/// When the database refuses.
pub fn warn(tx: &mut Tx, account: AccountId, failures: i32, lang: Lang) -> Result<()> {
    if failures != throttle::FAILURES {
        return Ok(());
    }
    let owner = accounts::owner(tx.db(), account)?;
    letters::tell(tx, &owner, Event::Guessed, 0, lang)
}

/// What comes of a code.
enum Outcome {
    In,
    /// Why not, and which mistake in a row it is.
    Wrong(Wrong, i32),
    /// There is no second factor any more.
    Gone,
}

fn attempt(tx: &mut Tx, key: &Key, account: AccountId, typed: &Code, counter: &str, lang: Lang) -> Result<Outcome> {
    let failures = throttle::attempt(tx, counter)?;
    let wrong = match typed {
        Code::App(code) => app(tx, key, account, *code)?,
        Code::Paper(code) => paper(tx, key, account, code, lang)?,
    };
    match wrong {
        Checked::Right => {
            throttle::forget(tx, counter)?;
            tx.record("signed_in", "accounts", account.0, None)?;
            Ok(Outcome::In)
        }
        Checked::Wrong(wrong) => {
            warn(tx, account, failures, lang)?;
            Ok(Outcome::Wrong(wrong, failures))
        }
        Checked::Gone => Ok(Outcome::Gone),
    }
}

enum Checked {
    Right,
    Wrong(Wrong),
    Gone,
}

/// Of two who send the same code at once, one gets in.
fn app(tx: &mut Tx, key: &Key, account: AccountId, code: u32) -> Result<Checked> {
    let now = tx.now();
    let Some(factor) = queries::factor(tx.db(), account)? else {
        let other = passkeys::any(tx.db(), account)?;
        return Ok(if other { Checked::Wrong(Wrong::NoSuchCode) } else { Checked::Gone });
    };
    Ok(match unsealed(key, account, &factor.secret)?.judge(code, now, factor.step)? {
        totp::Typed::Right(step) if queries::use_step(tx, account, step)? => Checked::Right,
        totp::Typed::Right(_) | totp::Typed::Used => Checked::Wrong(Wrong::CodeUsed),
        totp::Typed::Wrong => Checked::Wrong(Wrong::NoSuchCode),
    })
}

fn paper(tx: &mut Tx, key: &Key, account: AccountId, code: &str, lang: Lang) -> Result<Checked> {
    let Some(row) = queries::use_code(tx, account, &codes::hash(key, account, code)?)? else {
        return Ok(Checked::Wrong(Wrong::NoSuchCode));
    };
    let owner = accounts::owner(tx.db(), account)?;
    tx.record("recovery_used", "recovery_codes", row, Some(owner.person_id.0))?;
    let left = queries::codes_left(tx.db(), account)?;
    letters::tell(tx, &owner, Event::Used, left, lang)?;
    Ok(Checked::Right)
}

/// The page of the second step of `account`.
///
/// # Errors
/// When the database refuses.
pub async fn page(cx: &Cx<Anyone>, request: &HttpRequest, account: AccountId, errors: &Errors) -> Answer {
    let (factor, passkey) = cx.read(move |db| Ok((queries::factor(db, account)?, passkeys::any(db, account)?))).await?;
    let works = Party::of(&cx.site().config, request).is_some();
    let demo = match &factor {
        Some(factor) if cx.demo() => Some(demo(cx, account, factor)?),
        _ => None,
    };
    let page = StepPage { cx, demo, app: factor.is_some(), passkey, works, errors };
    if errors.is_empty() { cx.page(page) } else { cx.invalid(page) }
}

fn demo(cx: &Cx<Anyone>, account: AccountId, factor: &queries::Factor) -> Result<Demo> {
    let made_with = unsealed(&key(&cx.site().files), account, &factor.secret)?;
    Ok(Demo { code: made_with.usable(cx.now(), factor.step)?.map(totp::shown) })
}

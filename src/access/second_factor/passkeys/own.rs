//! One's own passkeys: adding one, naming it, removing it.

use actix_web::HttpRequest;
use actix_web::web::Path;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use webauthn_rs::prelude::Passkey;

use super::forms::{AnswerForm, NameForm, RemovalForm};
use super::model::{Ceremony, Listed, MOST, Refusal};
use super::party::Party;
use super::{PasskeyId, proof, queries};
use crate::access::SignedIn;
use crate::access::accounts::{self, AccountId, Owner, browsers, password, sessions, steps};
use crate::access::second_factor::model::Event;
use crate::access::second_factor::own::{codes_page, needs, settled};
use crate::access::second_factor::{self as factor, PAGE, codes, key, letters};
use crate::platform::db::Tx;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

const NEW: &str = "/account/second-factor/passkeys/new";
/// How long a passkey can be made after the password was typed.
const PATIENCE: TimeDelta = TimeDelta::minutes(30);

/// How long the number of a passkey is, in bytes: WebAuthn level 3, section 4, under "Credential ID".
const NUMBERS: std::ops::RangeInclusive<usize> = 16..=1023;

pub fn routes(r: &mut Routes) {
    r.get("/account/second-factor/passkeys/new", new);
    r.post("/account/second-factor/passkeys/challenge", challenge);
    r.get("/account/second-factor/passkeys", list).post("/account/second-factor/passkeys", create);
    r.get("/account/second-factor/passkeys/{id}", show).post("/account/second-factor/passkeys/{id}", rename);
    r.get("/account/second-factor/passkeys/{id}/removal", back);
    r.post("/account/second-factor/passkeys/{id}/removal", remove);
}

/// They stand on the page of the second step. Whoever signs in again where one was refused comes by this address.
async fn list(cx: Cx<SignedIn>) -> Answer {
    Ok(cx.see_other(PAGE))
}

async fn back(cx: Cx<SignedIn>, id: Path<PasskeyId>) -> Answer {
    let found = look_up(&cx, *id).await?;
    Ok(cx.see_other(format!("{PAGE}/passkeys/{}", found.passkey.id)))
}

/// Goes on to making one, after the password was typed.
///
/// # Errors
/// [`Error::Broken`] when that cannot be remembered.
pub fn begin(cx: &Cx<SignedIn>, request: &HttpRequest) -> Answer {
    steps::carry(request, steps::PASSKEY, &cx.now().plus(PATIENCE).seconds().to_string())?;
    Ok(cx.see_other(NEW))
}

/// This installation, when the password was typed just now and browsers make passkeys here.
fn begun(cx: &Cx<SignedIn>, request: &HttpRequest) -> Result<Option<Party>> {
    settled(cx)?;
    let until = steps::carried(request, steps::PASSKEY).and_then(|until| until.parse().ok()).unwrap_or(0);
    let fresh = cx.now().seconds() < until;
    Ok(Party::of(&cx.site().config, request).filter(|_| fresh))
}

#[derive(Template)]
#[template(path = "access/second_factor/own_passkey_new.html")]
struct OwnPasskeyNew<'a> {
    cx: &'a Cx<SignedIn>,
    /// Its name, as it was typed last.
    called: &'a str,
    errors: &'a Errors,
}

async fn new(cx: Cx<SignedIn>, request: HttpRequest) -> Answer {
    if begun(&cx, &request)?.is_none() {
        return Ok(cx.see_other(PAGE).notice(cx.t.passkeys_again()));
    }
    let name = match browsers::named(cx.browser().unwrap_or_default()) {
        (Some(browser), Some(system)) => cx.t.accounts_session_browser(browser, system),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    };
    cx.page(OwnPasskeyNew { cx: &cx, called: &name, errors: &Errors::default() })
}

async fn challenge(cx: Cx<SignedIn>, request: HttpRequest) -> Answer {
    let party = begun(&cx, &request)?.ok_or(Error::Conflict)?;
    let (account, key) = (cx.who.account(), key(&cx.site().files));
    let question = cx
        .write(move |tx| {
            let owner = accounts::owner(tx.db(), account)?;
            let known = queries::known(tx.db(), account)?;
            proof::ask(tx, Some(account), party.ask_new(&key, &owner, &known)?)
        })
        .await?;
    question.put(cx.site())
}

async fn create(cx: Cx<SignedIn>, request: HttpRequest, form: Form<AnswerForm>) -> Answer {
    let Some(party) = begun(&cx, &request)? else {
        return Ok(cx.see_other(PAGE).notice(cx.t.passkeys_again()));
    };
    let errors = match form.check() {
        Ok(name) => {
            let (token, answer) = (proof::token(&request, cx.site()), form.answer().to_owned());
            match keep(&cx, Made { party, name, token, answer }).await? {
                Ok(kept) => return added(&cx, &request, &kept),
                Err(refusal) => Errors::one("passkey", Wrong::Passkey(refusal.code())),
            }
        }
        Err(errors) => errors,
    };
    cx.invalid(OwnPasskeyNew { cx: &cx, called: &form.name, errors: &errors })
}

/// A passkey that a browser says it made.
struct Made {
    party: Party,
    name: String,
    token: String,
    answer: String,
}

/// Whose passkey was kept, and their recovery codes when it is their first second factor.
struct Kept {
    owner: Owner,
    codes: Option<Vec<String>>,
}

async fn keep(cx: &Cx<SignedIn>, made: Made) -> Result<Result<Kept, Refusal>> {
    let (account, session, lang) = (cx.who.account(), cx.who.identity().session, cx.lang);
    let fresh = codes::ten();
    let hashes = codes::hashes(&key(&cx.site().files), account, &fresh)?;
    cx.write(move |tx| {
        let passkey = match proven(tx, account, &made)? {
            Ok(passkey) => passkey,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (number, text) = (URL_SAFE_NO_PAD.encode(passkey.cred_id()), serde_json::to_string(&passkey)?);
        let Some(id) = queries::add(tx, account, &made.name, &number, &text)? else {
            return Ok(Err(Refusal::Known));
        };
        let owner = accounts::owner(tx.db(), account)?;
        let first = owner.second_factor_at.is_none();
        if first {
            factor::turn_on(tx, account, &hashes)?;
            accounts::end_sessions(tx, account, owner.person_id, Some(session))?;
            tx.record("factor_on", "accounts", account.0, Some(owner.person_id.0))?;
        }
        tx.record("created", "passkeys", id.0, Some(owner.person_id.0))?;
        letters::tell_of(tx, &owner, Event::PasskeyAdded, (id.0, &made.name), lang)?;
        Ok(Ok(Kept { owner, codes: first.then_some(fresh) }))
    })
    .await
}

fn proven(tx: &mut Tx, account: AccountId, made: &Made) -> Result<Result<Passkey, Refusal>> {
    let Some(Ceremony::Make(asked)) = queries::take(tx, Some(account), &made.token)? else {
        return Ok(Err(Refusal::Late));
    };
    if queries::of(tx.db(), account)?.len() >= MOST {
        return Ok(Err(Refusal::Full));
    }
    let passkey = match made.party.made(&asked, &made.answer) {
        Ok(passkey) => passkey,
        Err(error) => return Ok(Err(proof::refused(account, &error))),
    };
    let number = passkey.cred_id().len();
    Ok(if NUMBERS.contains(&number) { Ok(passkey) } else { Err(Refusal::Wrong) })
}

/// The session gets another key, and the password counts as typed no longer.
fn added(cx: &Cx<SignedIn>, request: &HttpRequest, kept: &Kept) -> Answer {
    sessions::begin(request, kept.owner.id, cx.address().map(|a| a.to_string()), cx.browser())?;
    match &kept.codes {
        Some(fresh) => codes_page(cx, &kept.owner, true, fresh),
        None => Ok(cx.see_other(PAGE).notice(cx.t.passkeys_added())),
    }
}

#[derive(Template)]
#[template(path = "access/second_factor/own_passkey.html")]
struct OwnPasskey<'a> {
    cx: &'a Cx<SignedIn>,
    found: &'a Found,
    /// Its name, as it was typed last.
    called: &'a str,
    errors: &'a Errors,
}

/// A passkey, and what is left without it.
struct Found {
    owner: Owner,
    passkey: Listed,
    /// It is the only second factor.
    last: bool,
    /// It is the only one of somebody who needs one.
    needed: bool,
}

async fn look_up(cx: &Cx<SignedIn>, id: PasskeyId) -> Result<Found> {
    settled(cx)?;
    let (account, needs) = (cx.who.account(), needs(cx));
    cx.read(move |db| {
        let owner = accounts::owner(db, account)?;
        let all = queries::of(db, account)?;
        let last = all.len() == 1 && !factor::has_app(db, account)?;
        let passkey = all.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
        Ok(Found { owner, passkey, last, needed: last && needs })
    })
    .await
}

async fn show(cx: Cx<SignedIn>, id: Path<PasskeyId>) -> Answer {
    let found = look_up(&cx, *id).await?;
    cx.page(OwnPasskey { cx: &cx, found: &found, called: &found.passkey.name, errors: &Errors::default() })
}

async fn rename(cx: Cx<SignedIn>, id: Path<PasskeyId>, form: Form<NameForm>) -> Answer {
    let found = look_up(&cx, *id).await?;
    match form.check() {
        Ok(name) => {
            let (owner, id) = (found.owner, found.passkey.id);
            cx.write(move |tx| {
                queries::rename(tx, owner.id, id, &name)?;
                tx.record("changed", "passkeys", id.0, Some(owner.person_id.0))
            })
            .await?;
            Ok(cx.see_other(PAGE).notice(cx.t.passkeys_renamed()))
        }
        Err(errors) => cx.invalid(OwnPasskey { cx: &cx, found: &found, called: &form.name, errors: &errors }),
    }
}

async fn remove(cx: Cx<SignedIn>, request: HttpRequest, id: Path<PasskeyId>, form: Form<RemovalForm>) -> Answer {
    let found = look_up(&cx, *id).await?;
    if found.needed {
        return Err(Error::Conflict);
    }
    let errors = match form.check() {
        Ok(typed) => {
            if password::is_right(&cx, &found.owner, typed).await? {
                return removed(&cx, &request, found).await;
            }
            Errors::one("password", Wrong::PasswordOther)
        }
        Err(errors) => errors,
    };
    cx.invalid(OwnPasskey { cx: &cx, found: &found, called: &found.passkey.name, errors: &errors })
}

/// Whoever has the device may have signed in with it elsewhere, so every other session ends.
async fn removed(cx: &Cx<SignedIn>, request: &HttpRequest, found: Found) -> Answer {
    let (session, lang, needs) = (cx.who.identity().session, cx.lang, needs(cx));
    let account = found.owner.id;
    let off = cx
        .write(move |tx| {
            let off = take_away(tx, &found.owner, &found.passkey, needs, lang)?;
            accounts::end_sessions(tx, account, found.owner.person_id, Some(session))?;
            Ok(off)
        })
        .await?;
    sessions::begin(request, account, cx.address().map(|a| a.to_string()), cx.browser())?;
    let done = if off { cx.t.second_factor_turned_off() } else { cx.t.passkeys_removed() };
    Ok(cx.see_other(PAGE).notice(done))
}

/// Removes it; whether the second step is off with it.
fn take_away(tx: &mut Tx, owner: &Owner, passkey: &Listed, needs: bool, lang: Lang) -> Result<bool> {
    queries::remove(tx, owner.id, passkey.id)?;
    tx.record("withdrawn", "passkeys", passkey.id.0, Some(owner.person_id.0))?;
    let off = !queries::any(tx.db(), owner.id)? && !factor::has_app(tx.db(), owner.id)?;
    if !off {
        letters::tell_of(tx, owner, Event::PasskeyRemoved, (passkey.id.0, &passkey.name), lang)?;
        return Ok(false);
    }
    // The other one was removed in between.
    if needs {
        return Err(Error::Conflict);
    }
    factor::turn_off(tx, owner)?;
    tx.record("factor_off", "accounts", owner.id.0, Some(owner.person_id.0))?;
    letters::tell(tx, owner, Event::Off, 0, lang)?;
    Ok(true)
}

//! Changing one's own password; the first thing to do with a password that was made for somebody.

use actix_web::HttpRequest;
use askama::Template;

use super::forms::PasswordForm;
use super::passwords::Typed;
use super::queries::{self, Owner};
use super::{AccountId, letters, sessions, throttle};
use crate::access::SignedIn;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.get("/account/password", show).post("/account/password", update);
}

#[derive(Template)]
#[template(path = "access/accounts/password.html")]
struct PasswordPage<'a> {
    cx: &'a Cx<SignedIn>,
    /// The password was made for them and must be changed first.
    forced: bool,
    sign_in_name: &'a str,
    errors: &'a Errors,
}

async fn show(cx: Cx<SignedIn>) -> Answer {
    let account = cx.who.account();
    let owner = cx.read(move |db| queries::owner(db, account)).await?;
    page(&cx, &owner, &Errors::default())
}

/// Whether `typed` is the password of whoever is signed in, who is asked for it once more. Guesses are counted.
///
/// # Errors
/// [`Error::TooMany`](crate::platform::error::Error::TooMany) after too many.
pub async fn is_right(cx: &Cx<SignedIn>, owner: &Owner, typed: Typed) -> Result<bool> {
    cx.site().throttle.check(cx.address())?;
    let account = owner.id;
    cx.write(move |tx| throttle::attempt(tx, &counter(account))).await?;
    let right = cx.site().hashing.verify(typed, owner.password_hash.clone()).await?;
    if right {
        cx.write(move |tx| throttle::forget(tx, &counter(account))).await?;
    }
    Ok(right)
}

async fn update(cx: Cx<SignedIn>, request: HttpRequest, form: Form<PasswordForm>) -> Answer {
    cx.site().throttle.check(cx.address())?;
    let account = cx.who.account();
    let owner = cx.read(move |db| queries::owner(db, account)).await?;
    let errors = match form.check(&owner, cx.provider()) {
        Ok(typed) => {
            cx.write(move |tx| throttle::attempt(tx, &counter(account))).await?;
            if cx.site().hashing.verify(typed.current, owner.password_hash.clone()).await? {
                return change(&cx, &request, owner, cx.site().hashing.hash(typed.new).await?).await;
            }
            Errors::one("current", Wrong::PasswordOther)
        }
        Err(errors) => errors,
    };
    page(&cx, &owner, &errors)
}

/// Ends every other session, and gives this one a new key.
async fn change(cx: &Cx<SignedIn>, request: &HttpRequest, owner: Owner, hash: String) -> Answer {
    let (account, session, lang) = (owner.id, cx.who.identity().session, cx.lang);
    cx.write(move |tx| {
        queries::set_password(tx, &owner, &hash, Some(session))?;
        throttle::forget(tx, &counter(account))?;
        letters::tell_changed(tx, &owner, lang)
    })
    .await?;
    sessions::begin(request, account, cx.address().map(|a| a.to_string()), cx.browser())?;
    let next = if cx.who.identity().first().is_some() { "/" } else { "/account" };
    Ok(cx.see_other(next).notice(cx.t.accounts_password_changed()))
}

fn page(cx: &Cx<SignedIn>, owner: &Owner, errors: &Errors) -> Answer {
    let forced = cx.who.identity().must_change();
    let page = PasswordPage { cx, forced, sign_in_name: &owner.sign_in_name, errors };
    if errors.is_empty() { cx.page(page) } else { cx.invalid(page) }
}

/// Guesses at the password of somebody who left their browser open are counted like those at the door.
pub(super) fn counter(account: AccountId) -> String {
    throttle::counter(&format!("password of {account}"), None)
}

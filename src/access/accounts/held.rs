//! Forms that arrive after the session ended are held for their owner, so that nothing typed is lost: until they are
//! sent, and for a day at most.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use diesel::prelude::*;
use serde::de::DeserializeOwned;

use super::AccountId;
use super::sessions::{REMEMBERED, identity, late_account};
use crate::platform::db::schema::held_forms;
use crate::platform::db::{Actor, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::secret;
use crate::platform::web::{Audience, Cx, back_path, body, parse, sign_in_path};
use crate::site::Site;

/// Forms that are held for one account at most; the oldest gives way.
const MOST: usize = 10;
/// Where the forms are that may be held: none of them has a password in it.
const HELD: &[&str] = &["/student/", "/leader/", "/staff/", "/account/details", "/account/requests"];

/// Holds a form that comes from somebody whose session ended by itself, and sends them to sign in. A form that was
/// held is let go when it was sent again and accepted.
///
/// # Errors
/// When the form cannot be read or kept.
pub async fn hold(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if *request.method() != Method::POST {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    let Some(account) = late_account(request.request()).filter(|_| is_form(request.request())) else {
        let sender = identity(request.request()).map(|identity| identity.account);
        let answer = next.call(request).await?.map_into_boxed_body();
        let accepted = answer.status().is_success() || answer.status().is_redirection();
        if let Some(account) = sender.filter(|_| accepted && answer.response().error().is_none()) {
            let_go(answer.request(), account).await;
        }
        return Ok(answer);
    };
    let page = back_path(request.request());
    match keep_for(&mut request, account, &page).await {
        Ok(()) => {
            let to = HttpResponse::SeeOther().insert_header((header::LOCATION, sign_in_path(&page))).finish();
            Ok(request.into_response(to))
        }
        Err(error) => Ok(request.error_response(error)),
    }
}

async fn keep_for(request: &mut ServiceRequest, account: AccountId, page: &str) -> Result<()> {
    let site = request.app_data::<web::Data<Site>>().cloned();
    let site = site.ok_or_else(|| Error::broken(anyhow::anyhow!("no site")))?;
    let typed = body(request.take_payload()).await?;
    let sealed = secret::seal(&site.files.lasting("held forms"), page.as_bytes(), &typed)?;
    let (path, target) = (page.to_owned(), request.path().to_owned());
    site.write(Actor::ANYONE, move |tx| keep(tx, account, &path, &target, &sealed)).await
}

/// Lets go of what is held of the form that was sent to this address, or that stands at this address and was saved.
/// It succeeded already, so a failure here may not make an error of it; then the form is shown once more.
async fn let_go(request: &HttpRequest, account: AccountId) {
    let Some(site) = request.app_data::<web::Data<Site>>() else { return };
    let target = request.path().to_owned();
    let sent = move || {
        let here = held_forms::target.eq(target.clone()).or(held_forms::path.eq(target.clone()));
        held_forms::account_id.eq(account).and(here)
    };
    let (found, gone) = (sent.clone(), sent);
    let done = async {
        let held = site.read(move |db| {
            Ok(held_forms::table.filter(found()).select(held_forms::id).first::<i64>(db).optional()?)
        });
        if held.await?.is_some() {
            let actor = Actor::ANYONE;
            site.write(actor, move |tx| Ok(diesel::delete(held_forms::table.filter(gone())).execute(tx.db())?)).await?;
        }
        Ok::<(), Error>(())
    };
    if let Err(error) = done.await {
        tracing::error!(%error, "a held form could not be let go");
    }
}

fn is_form(request: &HttpRequest) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let ours = HELD.iter().any(|home| request.path().starts_with(home));
    // A script gets 401 and leaves the form to the person, who sends it by hand.
    ours && *request.method() == Method::POST
        && header("x-requested-with").is_empty()
        && header("content-type").starts_with("application/x-www-form-urlencoded")
}

fn keep(tx: &mut Tx, account: AccountId, path: &str, target: &str, sealed: &[u8]) -> Result<()> {
    let now = tx.now();
    let same = held_forms::account_id.eq(account).and(held_forms::path.eq(path));
    diesel::delete(held_forms::table.filter(same)).execute(tx.db())?;
    let others: Vec<i64> = held_forms::table
        .filter(held_forms::account_id.eq(account))
        .order((held_forms::held_at.desc(), held_forms::id.desc()))
        .select(held_forms::id)
        .load(tx.db())?;
    for old in others.into_iter().skip(MOST - 1) {
        diesel::delete(held_forms::table.find(old)).execute(tx.db())?;
    }
    diesel::insert_into(held_forms::table)
        .values((
            held_forms::account_id.eq(account),
            held_forms::path.eq(path),
            held_forms::target.eq(target),
            held_forms::body.eq(sealed),
            held_forms::held_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// The form that is held for this person on this page, if there is one. It stays until it is sent, or for a day.
///
/// # Errors
/// When the database refuses.
pub async fn form<T: DeserializeOwned, A: Audience>(cx: &Cx<A>) -> Result<Option<T>> {
    let Some(account) = cx.identity().map(|i| i.account) else { return Ok(None) };
    let path = cx.bare_path().to_owned();
    let oldest = cx.now().minus(REMEMBERED);
    let mine = held_forms::account_id.eq(account).and(held_forms::path.eq(path.clone()));
    let mine = mine.and(held_forms::held_at.ge(oldest));
    let found = cx
        .read(move |db| Ok(held_forms::table.filter(mine).select(held_forms::body).first::<Vec<u8>>(db).optional()?));
    let Some(sealed) = found.await? else { return Ok(None) };
    let typed = secret::unseal(&cx.site().files.lasting("held forms"), path.as_bytes(), &sealed)?;
    parse(&typed).map(Some)
}

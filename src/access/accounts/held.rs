//! Forms that arrive after the session ended are held for their owner, so that nothing typed is lost.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use diesel::prelude::*;
use serde::de::DeserializeOwned;

use super::AccountId;
use super::sessions::late_account;
use crate::platform::db::schema::held_forms;
use crate::platform::db::{Actor, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::secret;
use crate::platform::web::{Audience, Cx, back_path, body, parse, sign_in_path};
use crate::site::Site;

/// Holds a form that comes from somebody whose session ended by itself, and sends them to sign in.
///
/// # Errors
/// When the form cannot be read or kept.
pub async fn hold(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(account) = late_account(request.request()).filter(|_| is_form(request.request())) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
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
    let path = page.to_owned();
    site.write(Actor::ANYONE, move |tx| keep(tx, account, &path, &sealed)).await
}

fn is_form(request: &HttpRequest) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let ours = ["/student/", "/leader/", "/staff/"].iter().any(|home| request.path().starts_with(home));
    // A script gets 401 and leaves the form to the person, who sends it by hand.
    ours && *request.method() == Method::POST
        && header("x-requested-with").is_empty()
        && header("content-type").starts_with("application/x-www-form-urlencoded")
}

fn keep(tx: &mut Tx, account: AccountId, path: &str, sealed: &[u8]) -> Result<()> {
    let now = tx.now();
    let same = held_forms::account_id.eq(account).and(held_forms::path.eq(path));
    diesel::delete(held_forms::table.filter(same)).execute(tx.db())?;
    diesel::insert_into(held_forms::table)
        .values((
            held_forms::account_id.eq(account),
            held_forms::path.eq(path),
            held_forms::body.eq(sealed),
            held_forms::held_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// The form that was held for this person on this page, if there is one. It is given back once.
///
/// # Errors
/// When the database refuses.
pub async fn take<T: DeserializeOwned, A: Audience>(cx: &Cx<A>) -> Result<Option<T>> {
    let Some(account) = cx.identity().map(|i| i.account) else { return Ok(None) };
    let path = cx.bare_path().to_owned();
    let looked = path.clone();
    let mine = held_forms::account_id.eq(account).and(held_forms::path.eq(looked));
    let found = cx
        .read(move |db| {
            Ok(held_forms::table
                .filter(mine)
                .select((held_forms::id, held_forms::body))
                .first::<(i64, Vec<u8>)>(db)
                .optional()?)
        })
        .await?;
    let Some((id, sealed)) = found else { return Ok(None) };
    cx.write(move |tx| Ok(diesel::delete(held_forms::table.find(id)).execute(tx.db())?)).await?;
    let typed = secret::unseal(&cx.site().files.lasting("held forms"), path.as_bytes(), &sealed)?;
    parse(&typed).map(Some)
}

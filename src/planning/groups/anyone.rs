//! The page behind the link in an offer. Opening it changes nothing, since mail programs open links too.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::queries::{self, Chosen, Claim, Part, Refused};
use crate::access::Anyone;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/waiting/{token}", show);
    r.post("/waiting/{token}/acceptance", accept);
    r.post("/waiting/{token}/ending", leave);
}

/// An offer as its page shows it.
struct Offer {
    part: Part,
    group: String,
    until: String,
}

#[derive(Template)]
#[template(path = "planning/groups/anyone_show.html")]
struct AnyoneShow<'a> {
    cx: &'a Cx<Anyone>,
    token: &'a str,
    /// The offer, when it still stands.
    offer: Option<Offer>,
    /// Why it could not be accepted.
    refused: Option<String>,
    /// What was done just now.
    done: Option<String>,
}

async fn show(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    cx.site().openings.check(cx.address())?;
    page(&cx, &token, None).await
}

async fn page(cx: &Cx<Anyone>, token: &str, refused: Option<Refused>) -> Answer {
    let offer = offer(cx, token).await?;
    let status = match (&offer, &refused) {
        (None, _) => StatusCode::NOT_FOUND,
        (_, Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    let refused = refused.map(|why| why.say(cx.t, cx.lang));
    cx.page_with(status, AnyoneShow { cx, token, offer, refused, done: None })
}

/// An offer that was taken, given back or let go, and one that never was, look the same.
async fn offer(cx: &Cx<Anyone>, token: &str) -> Result<Option<Offer>> {
    let (secret, now, lang) = (token.to_owned(), cx.now(), cx.lang);
    let found = cx
        .read(move |db| {
            let part = queries::offered(db, &secret, now)?;
            let Some(stand) = part.stand else { return Err(Error::NotFound) };
            let until = stand.offer_until.map(|until| lang.moment(until)).unwrap_or_default();
            Ok(Offer { group: queries::name_of(db, &part, stand.group)?, part, until })
        })
        .await;
    match found {
        Ok(offer) => Ok(Some(offer)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn accept(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    cx.site().openings.check(cx.address())?;
    let secret = token.to_string();
    let chosen = cx.write_in_line(move |tx| queries::accept(tx, &Claim::Secret(secret.clone()))).await;
    match chosen {
        Ok(Chosen::Placed | Chosen::Queued) => done(&cx, &token, cx.t.groups_offer_accepted()),
        Ok(Chosen::Refused(why)) => page(&cx, &token, Some(why)).await,
        Err(Error::NotFound) => page(&cx, &token, None).await,
        Err(error) => Err(error),
    }
}

async fn leave(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    cx.site().openings.check(cx.address())?;
    let secret = token.to_string();
    match cx.write_in_line(move |tx| queries::leave(tx, &Claim::Secret(secret.clone()))).await {
        Ok(_) => done(&cx, &token, cx.t.groups_left_line()),
        Err(Error::NotFound) => page(&cx, &token, None).await,
        Err(error) => Err(error),
    }
}

fn done(cx: &Cx<Anyone>, token: &str, said: String) -> Answer {
    cx.page(AnyoneShow { cx, token, offer: None, refused: None, done: Some(said) })
}

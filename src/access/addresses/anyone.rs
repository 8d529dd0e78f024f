//! The page behind the link in either letter. Opening it changes nothing, since mail programs open links too.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::model::{Change, Side, Step};
use super::queries;
use crate::access::Anyone;
use crate::platform::secret;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/email/{token}", show);
    r.post("/email/{token}/confirmation", confirm);
    r.post("/email/{token}/stop", stop);
}

#[derive(Template)]
#[template(path = "access/addresses/anyone_show.html")]
struct AnyoneShow<'a> {
    cx: &'a Cx<Anyone>,
    /// The address of this page.
    here: &'a str,
    change: Change,
    /// Whether the link went to the old mailbox.
    old: bool,
    /// Whether this mailbox said yes already.
    confirmed: bool,
}

#[derive(Template)]
#[template(path = "access/addresses/anyone_done.html")]
struct AnyoneDone<'a> {
    cx: &'a Cx<Anyone>,
    title: String,
    said: String,
    /// Where to go from here.
    to: &'static str,
    label: String,
}

async fn show(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    cx.site().openings.check(cx.address())?;
    let (hash, now) = (secret::hash(&token), cx.now());
    let Some((change, side)) = cx.read(move |db| queries::behind(db, &hash, now)).await? else { return gone(&cx) };
    let confirmed = change.has_confirmed(side);
    cx.page(AnyoneShow { cx: &cx, here: cx.bare_path(), change, old: side == Side::Old, confirmed })
}

async fn confirm(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    cx.site().openings.check(cx.address())?;
    let hash = secret::hash(&token);
    let t = cx.t;
    match cx.write(move |tx| queries::confirm(tx, &hash)).await? {
        None => gone(&cx),
        Some(Step::Half(Side::New)) => done(&cx, t.addresses_half_title(), t.addresses_half_new()),
        Some(Step::Half(Side::Old)) => done(&cx, t.addresses_half_title(), t.addresses_half_old()),
        Some(Step::Done(name)) => done(&cx, t.addresses_done_title(), t.addresses_done(name)),
    }
}

async fn stop(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    cx.site().openings.check(cx.address())?;
    let hash = secret::hash(&token);
    if !cx.write(move |tx| queries::stop(tx, &hash)).await? {
        return gone(&cx);
    }
    cx.page(AnyoneDone {
        cx: &cx,
        title: cx.t.addresses_stopped_title(),
        said: cx.t.addresses_stopped(),
        to: "/password/forgotten",
        label: cx.t.addresses_new_password(),
    })
}

fn done(cx: &Cx<Anyone>, title: String, said: String) -> Answer {
    cx.page(AnyoneDone { cx, title, said, to: "/account", label: cx.t.layout_account() })
}

/// A link that is over and one that never was look the same.
fn gone(cx: &Cx<Anyone>) -> Answer {
    let page = AnyoneDone {
        cx,
        title: cx.t.addresses_gone_title(),
        said: cx.t.addresses_gone(),
        to: "/account/email",
        label: cx.t.addresses_again(),
    };
    cx.page_with(StatusCode::NOT_FOUND, page)
}

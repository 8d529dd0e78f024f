//! Requests as the officers see them: what waits, until when, and what was asked.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::model::RequestId;
use super::queries::{self, PER_PAGE, Theirs};
use crate::access::{RunRequests, Staff};
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Paging, Routes, page_query};

type Officer = Cx<Staff<RunRequests>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/requests", index);
    r.get("/staff/requests/{id}", show);
    r.post("/staff/requests/{id}/answer", answer);
}

#[derive(serde::Deserialize)]
struct Wanted {
    page: Option<i64>,
}

#[derive(Template)]
#[template(path = "privacy/requests/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Officer,
    requests: Vec<Theirs>,
    paging: Paging,
    today: NaiveDate,
}

impl StaffIndex<'_> {
    fn at(&self, page: i64) -> String {
        let query = page_query(&[], page);
        if query.is_empty() { query } else { format!("/staff/requests{query}") }
    }
}

async fn index(cx: Officer, wanted: web::Query<Wanted>) -> Answer {
    let (scope, asked) = (cx.who.scope(), wanted.page.unwrap_or(1));
    let (requests, paging) = cx
        .read(move |db| {
            let paging = Paging::of(asked, PER_PAGE, queries::count(db, scope)?);
            Ok((queries::listed(db, scope, paging.offset())?, paging))
        })
        .await?;
    cx.page(StaffIndex { today: local(cx.now()).date(), cx: &cx, requests, paging })
}

#[derive(Template)]
#[template(path = "privacy/requests/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Officer,
    request: Theirs,
    today: NaiveDate,
}

/// That an officer read what somebody asked is in the register.
async fn show(cx: Officer, id: web::Path<RequestId>) -> Answer {
    let (scope, id) = (cx.who.scope(), *id);
    let request = cx
        .write(move |tx| {
            let request = queries::find(tx.db(), scope, id)?;
            tx.record("read", "requests", id.0, Some(request.1.0))?;
            Ok(request)
        })
        .await?;
    cx.page(StaffShow { today: local(cx.now()).date(), cx: &cx, request })
}

async fn answer(cx: Officer, id: web::Path<RequestId>) -> Answer {
    let (scope, id) = (cx.who.scope(), *id);
    cx.write(move |tx| queries::answer(tx, scope, id)).await?;
    Ok(cx.see_other("/staff/requests").notice(cx.t.requests_answer_noted()))
}

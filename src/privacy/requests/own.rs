//! Asking something about one's own data, and following what becomes of it.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::forms::{LONGEST, RequestForm};
use super::letters;
use super::model::{Kind, MOST_OPEN, Request, RequestId, State};
use super::queries::{self, Filed};
use crate::access::Oneself;
use crate::access::accounts::held;
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.get("/account/requests", index).post("/account/requests", create);
    r.get("/account/requests/new", new);
    r.post("/account/requests/{id}/withdrawal", withdraw);
}

#[derive(Template)]
#[template(path = "privacy/requests/own_index.html")]
struct OwnIndex<'a> {
    cx: &'a Cx<Oneself>,
    requests: Vec<Request>,
    today: NaiveDate,
}

impl OwnIndex<'_> {
    /// What its owner can expect, in a sentence.
    fn expect(&self, request: &Request) -> String {
        let (t, lang) = (self.cx.t, self.cx.lang);
        match request.state(self.today) {
            State::Open => t.requests_open(lang.date(request.due_on)),
            State::Late => t.requests_late(lang.date(request.due_on)),
            State::Withdrawn(at) => t.requests_withdrawn(lang.date(local(at).date())),
            State::Answered(at) => t.requests_answered(lang.date(local(at).date())),
        }
    }
}

async fn index(cx: Cx<Oneself>) -> Answer {
    let scope = cx.who.scope();
    let requests = cx.read(move |db| queries::own(db, scope)).await?;
    cx.page(OwnIndex { today: local(cx.now()).date(), cx: &cx, requests })
}

#[derive(Template)]
#[template(path = "privacy/requests/own_new.html")]
struct OwnNew<'a> {
    cx: &'a Cx<Oneself>,
    form: &'a RequestForm,
    errors: &'a Errors,
}

impl OwnNew<'_> {
    fn kinds(&self) -> &'static [Kind] {
        Kind::ALL
    }

    fn longest(&self) -> String {
        LONGEST.to_string()
    }
}

#[derive(serde::Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Wanted {
    kind: String,
}

/// A link can choose the kind beforehand.
async fn new(cx: Cx<Oneself>, wanted: web::Query<Wanted>) -> Answer {
    let held = held::form::<RequestForm, _>(&cx).await?;
    let form = held.unwrap_or_else(|| RequestForm { kind: wanted.into_inner().kind, ..RequestForm::default() });
    cx.page(OwnNew { cx: &cx, form: &form, errors: &Errors::default() })
}

async fn create(cx: Cx<Oneself>, form: Form<RequestForm>) -> Answer {
    let errors = match form.check() {
        Ok(new) => {
            let scope = cx.who.scope();
            let filed = cx.write(move |tx| {
                let filed = queries::file(tx, scope, &new)?;
                if let Filed::Done(id, _) = &filed {
                    letters::tell(tx, *id)?;
                }
                Ok(filed)
            });
            match filed.await? {
                Filed::Done(_, due) => {
                    return Ok(cx.see_other("/account/requests").notice(cx.t.requests_filed(cx.lang.date(due))));
                }
                Filed::Known => return Ok(cx.see_other("/account/requests").notice(cx.t.requests_known())),
                Filed::TooMany => Errors::one("kind", Wrong::TooManyOpen(MOST_OPEN)),
            }
        }
        Err(errors) => errors,
    };
    let errors = errors.labelled(RequestForm::labels(cx.t));
    cx.invalid(OwnNew { cx: &cx, form: &form, errors: &errors })
}

async fn withdraw(cx: Cx<Oneself>, id: web::Path<RequestId>) -> Answer {
    let (scope, id) = (cx.who.scope(), *id);
    cx.write(move |tx| queries::withdraw(tx, scope, id)).await?;
    Ok(cx.see_other("/account/requests").notice(cx.t.requests_taken_back()))
}

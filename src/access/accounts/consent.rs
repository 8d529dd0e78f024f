//! Accepting the privacy statement, in the version that was on the page.

use askama::Template;

use super::forms::{BackForm, StatementForm, safe_back};
use super::queries;
use crate::access::SignedIn;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes};
use crate::privacy::statement;

pub fn routes(r: &mut Routes) {
    r.get("/account/statement", show).post("/account/statement", create);
    r.post("/account/statement/news", seen);
}

#[derive(Template)]
#[template(path = "access/accounts/statement.html")]
struct StatementPage<'a> {
    cx: &'a Cx<SignedIn>,
    errors: &'a Errors,
    kinds: Vec<statement::Kind>,
    /// What changed since the version that they accepted before.
    changes: Vec<(String, String)>,
}

fn page<'a>(cx: &'a Cx<SignedIn>, errors: &'a Errors) -> StatementPage<'a> {
    let before = cx.who.identity().accepted_version();
    let changes = before.map(|version| statement::changes_since(version, cx.lang)).unwrap_or_default();
    StatementPage { cx, errors, kinds: statement::kinds(cx.lang), changes }
}

impl StatementPage<'_> {
    fn version(&self) -> &'static str {
        statement::VERSION
    }

    fn holds_from(&self) -> String {
        statement::holds_from(self.cx.lang)
    }
}

async fn show(cx: Cx<SignedIn>) -> Answer {
    let identity = cx.who.identity();
    if identity.must_change() {
        return Err(Error::First("/account/password"));
    }
    if identity.first().is_none() {
        return Ok(cx.see_other("/privacy"));
    }
    cx.page(page(&cx, &Errors::default()))
}

async fn create(cx: Cx<SignedIn>, form: Form<StatementForm>) -> Answer {
    if cx.who.identity().must_change() {
        return Err(Error::First("/account/password"));
    }
    if let Err(errors) = form.check() {
        return cx.invalid(page(&cx, &errors));
    }
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    cx.write(move |tx| queries::accept(tx, account, person, statement::VERSION)).await?;
    Ok(cx.see_other("/"))
}

/// They read what changed; it is not shown again.
async fn seen(cx: Cx<SignedIn>, form: Form<BackForm>) -> Answer {
    if let Some(path) = cx.who.identity().first() {
        return Err(Error::First(path));
    }
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    cx.write(move |tx| queries::accept(tx, account, person, statement::VERSION)).await?;
    Ok(cx.see_other(safe_back(&form.back).unwrap_or("/")))
}

//! Accepting the privacy statement, in the version that was on the page.

use askama::Template;

use super::forms::{BackForm, StatementForm, safe_back};
use super::queries;
use crate::access::SignedIn;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes};
use crate::privacy::statement::{self, Said};

/// The page on which the statement is accepted.
pub(super) const PAGE: &str = "/account/statement";

pub fn routes(r: &mut Routes) {
    r.get("/account/statement", show).post("/account/statement", create);
    r.post("/account/statement/news", seen);
}

#[derive(Template)]
#[template(path = "access/accounts/statement.html")]
struct StatementPage<'a> {
    cx: &'a Cx<SignedIn>,
    errors: &'a Errors,
    says: Said,
    /// What changed since the version that they accepted before.
    changes: Vec<(String, String)>,
}

fn page<'a>(cx: &'a Cx<SignedIn>, says: Said, errors: &'a Errors) -> StatementPage<'a> {
    let before = cx.who.identity().accepted_version();
    let changes = before.map(|version| statement::changes_since(version, cx.lang)).unwrap_or_default();
    StatementPage { cx, errors, says, changes }
}

fn says(cx: &Cx<SignedIn>) -> Said {
    Said::new(cx.lang, cx.site().terms.get(), cx.now())
}

async fn show(cx: Cx<SignedIn>) -> Answer {
    match cx.who.identity().first() {
        Some(PAGE) => {}
        Some(path) => return Err(Error::First(path)),
        None => return Ok(cx.see_other("/privacy")),
    }
    cx.page(page(&cx, says(&cx), &Errors::default()))
}

async fn create(cx: Cx<SignedIn>, form: Form<StatementForm>) -> Answer {
    if let Some(path) = cx.who.identity().first().filter(|path| *path != PAGE) {
        return Err(Error::First(path));
    }
    let says = says(&cx);
    let version = says.version();
    if let Err(errors) = form.check(&version) {
        return cx.invalid(page(&cx, says, &errors));
    }
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    cx.write(move |tx| queries::accept(tx, account, person, &version)).await?;
    Ok(cx.see_other("/"))
}

/// They read what changed; it is not shown again.
async fn seen(cx: Cx<SignedIn>, form: Form<BackForm>) -> Answer {
    if let Some(path) = cx.who.identity().first() {
        return Err(Error::First(path));
    }
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    let version = statement::caught_up(cx.who.identity().accepted_version().unwrap_or_default());
    cx.write(move |tx| queries::accept(tx, account, person, &version)).await?;
    Ok(cx.see_other(safe_back(&form.back).unwrap_or("/")))
}

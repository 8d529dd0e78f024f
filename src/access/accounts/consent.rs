//! Accepting the privacy statement, in the version that was on the page.

use askama::Template;

use super::forms::StatementForm;
use super::queries;
use crate::access::SignedIn;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes};
use crate::privacy::statement;

/// The page on which the statement is accepted.
pub(super) const PAGE: &str = "/account/statement";

pub fn routes(r: &mut Routes) {
    r.get("/account/statement", show).post("/account/statement", create);
}

#[derive(Template)]
#[template(path = "access/accounts/statement.html")]
struct StatementPage<'a> {
    cx: &'a Cx<SignedIn>,
    errors: &'a Errors,
    kinds: Vec<statement::Kind>,
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
    match cx.who.identity().first() {
        Some(PAGE) => {}
        Some(path) => return Err(Error::First(path)),
        None => return Ok(cx.see_other("/privacy")),
    }
    cx.page(StatementPage { kinds: statement::kinds(cx.lang), cx: &cx, errors: &Errors::default() })
}

async fn create(cx: Cx<SignedIn>, form: Form<StatementForm>) -> Answer {
    if let Some(path) = cx.who.identity().first().filter(|path| *path != PAGE) {
        return Err(Error::First(path));
    }
    if let Err(errors) = form.check() {
        return cx.invalid(StatementPage { kinds: statement::kinds(cx.lang), cx: &cx, errors: &errors });
    }
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    cx.write(move |tx| queries::accept(tx, account, person, statement::VERSION)).await?;
    Ok(cx.see_other("/"))
}

//! Accepting the privacy statement, in the version that was on the page.

use askama::Template;

use super::forms::StatementForm;
use super::queries;
use crate::access::SignedIn;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes};
use crate::privacy::statement::Said;

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
    says: Said,
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
    cx.page(StatementPage { says: says(&cx), cx: &cx, errors: &Errors::default() })
}

async fn create(cx: Cx<SignedIn>, form: Form<StatementForm>) -> Answer {
    if let Some(path) = cx.who.identity().first().filter(|path| *path != PAGE) {
        return Err(Error::First(path));
    }
    let says = says(&cx);
    let version = says.version();
    if let Err(errors) = form.check(&version) {
        return cx.invalid(StatementPage { says, cx: &cx, errors: &errors });
    }
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    cx.write(move |tx| queries::accept(tx, account, person, &version)).await?;
    Ok(cx.see_other("/"))
}

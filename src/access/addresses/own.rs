//! Asking for another address, and seeing which mailbox has not said yes.

use askama::Template;

use super::forms::AddressForm;
use super::model::{Change, MOST, Side};
use super::queries;
use crate::access::Oneself;
use crate::access::accounts::proof;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.get("/account/email", show).post("/account/email", ask);
    r.post("/account/email/ending", end);
}

#[derive(Template)]
#[template(path = "access/addresses/own_show.html")]
struct OwnShow<'a> {
    cx: &'a Cx<Oneself>,
    email: &'a str,
    /// What they wait for.
    change: Option<Change>,
    typed: &'a str,
    errors: &'a Errors,
}

impl OwnShow<'_> {
    fn new_confirmed(&self) -> bool {
        self.change.as_ref().is_some_and(|change| change.has_confirmed(Side::New))
    }

    fn old_confirmed(&self) -> bool {
        self.change.as_ref().is_some_and(|change| change.has_confirmed(Side::Old))
    }
}

async fn page(cx: &Cx<Oneself>, typed: &str, errors: &Errors) -> Answer {
    let (account, person, now) = (cx.who.account(), cx.who.person(), cx.now());
    let (email, change) =
        cx.read(move |db| Ok((queries::address(db, person)?, queries::of_account(db, account, now)?))).await?;
    let page = OwnShow { cx, email: &email, change, typed, errors };
    if errors.is_empty() { cx.page(page) } else { cx.invalid(page) }
}

async fn show(cx: Cx<Oneself>) -> Answer {
    page(&cx, "", &Errors::default()).await
}

/// Whatever the new address is, and whoever has it, the answer is the same.
async fn ask(cx: Cx<Oneself>, form: Form<AddressForm>) -> Answer {
    match asked(&cx, &form).await? {
        Ok(()) => Ok(cx.see_other("/account/email").notice(cx.t.addresses_asked())),
        Err(errors) => page(&cx, &form.email, &errors.labelled(AddressForm::labels(cx.t))).await,
    }
}

async fn asked(cx: &Cx<Oneself>, form: &AddressForm) -> Result<std::result::Result<(), Errors>> {
    let (account, person) = (cx.who.account(), cx.who.person());
    let old = cx.read(move |db| queries::address(db, person)).await?;
    let email = match form.check(&old) {
        Ok(email) => email,
        Err(errors) => return Ok(Err(errors)),
    };
    if let Some(wrong) = proof::of_password(cx, &form.password).await? {
        return Ok(Err(Errors::one("password", wrong)));
    }
    let asked = cx.write(move |tx| queries::ask(tx, account, person, &email)).await?;
    Ok(if asked { Ok(()) } else { Err(Errors::one("email", Wrong::TooOften(MOST))) })
}

async fn end(cx: Cx<Oneself>) -> Answer {
    let account = cx.who.account();
    cx.write(move |tx| queries::end(tx, account)).await?;
    Ok(cx.see_other("/account/email").notice(cx.t.addresses_ended()))
}

//! Placing and ending a hold.

use actix_web::web;
use askama::Template;

use super::Officer;
use crate::platform::clock::local;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Errors, Form, Wrong};
use crate::privacy::retention::forms::HoldForm;
use crate::privacy::retention::holds::{About, HoldId, Reason};
use crate::privacy::retention::queries::holds as queries;

const INDEX: &str = "/staff/retention";

#[derive(Template)]
#[template(path = "privacy/retention/staff_hold.html")]
struct StaffHold<'a> {
    cx: &'a Officer,
    form: &'a HoldForm,
    errors: &'a Errors,
}

impl StaffHold<'_> {
    fn abouts(&self) -> Vec<(&'static str, String)> {
        About::ALL.iter().map(|about| (about.as_str(), self.cx.t.retention_about(about.as_str()))).collect()
    }

    fn reasons(&self) -> Vec<(&'static str, String)> {
        Reason::ALL.iter().map(|reason| (reason.as_str(), self.cx.t.retention_reason(reason.as_str()))).collect()
    }
}

pub async fn new(cx: Officer) -> Answer {
    cx.page(StaffHold { cx: &cx, form: &HoldForm::default(), errors: &Errors::default() })
}

pub async fn create(cx: Officer, form: Form<HoldForm>) -> Answer {
    let wrong = |errors: Errors| {
        let errors = errors.labelled(HoldForm::labels(cx.t));
        cx.invalid(StaffHold { cx: &cx, form: &form, errors: &errors })
    };
    let hold = match form.check(local(cx.now()).date()) {
        Ok(hold) => hold,
        Err(errors) => return wrong(errors),
    };
    let me = cx.who.account();
    match cx.write(move |tx| queries::place(tx, me, &hold)).await {
        Ok(_) => Ok(cx.see_other(INDEX).notice(cx.t.retention_hold_placed())),
        Err(Error::NotFound) => wrong(Errors::one("number", Wrong::NoSuchNumber)),
        Err(error) => Err(error),
    }
}

pub async fn end(cx: Officer, id: web::Path<HoldId>) -> Answer {
    let id = *id;
    cx.write(move |tx| queries::end(tx, id)).await?;
    Ok(cx.see_other(INDEX).notice(cx.t.retention_hold_ended()))
}

//! Asking for a new password. The answer, the work and the time are the same whether anybody is there.

use askama::Template;

use super::forms::ForgottenForm;
use super::letters;
use crate::access::Anyone;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, see_other};

pub fn routes(r: &mut Routes) {
    r.get("/password/forgotten", show).post("/password/forgotten", create);
    r.get("/password/forgotten/sent", sent);
}

#[derive(Template)]
#[template(path = "access/accounts/forgotten.html")]
struct ForgottenPage<'a> {
    cx: &'a Cx<Anyone>,
    form: &'a ForgottenForm,
    errors: &'a Errors,
}

#[derive(Template)]
#[template(path = "access/accounts/forgotten_sent.html")]
struct SentPage<'a> {
    cx: &'a Cx<Anyone>,
}

async fn show(cx: Cx<Anyone>) -> Answer {
    cx.page(ForgottenPage { cx: &cx, form: &ForgottenForm::default(), errors: &Errors::default() })
}

async fn create(cx: Cx<Anyone>, form: Form<ForgottenForm>) -> Answer {
    cx.site().throttle.check(cx.address())?;
    match form.check() {
        Ok(typed) => {
            let lang = cx.lang;
            cx.write(move |tx| letters::ask_reset(tx, &typed, lang)).await?;
            Ok(see_other("/password/forgotten/sent"))
        }
        Err(errors) => cx.invalid(ForgottenPage { cx: &cx, form: &form, errors: &errors }),
    }
}

async fn sent(cx: Cx<Anyone>) -> Answer {
    cx.page(SentPage { cx: &cx })
}

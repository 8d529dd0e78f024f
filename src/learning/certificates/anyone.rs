//! The check page: for anybody who was shown a certificate and wants to know whether it is genuine. It asks for
//! the number and a letter, so that walking along numbers tells nothing, and is answered a few times a minute.

use actix_web::web;
use askama::Template;

use super::forms::CheckForm;
use super::model::{Facts, Verdict};
use super::number::Number;
use super::paper;
use super::queries::issued;
use crate::access::Anyone;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/certificates", index).post("/certificates", check);
}

#[derive(Template)]
#[template(path = "learning/certificates/anyone_index.html")]
struct AnyoneIndex<'a> {
    cx: &'a Cx<Anyone>,
    form: &'a CheckForm,
    errors: Errors,
    verdict: Option<Verdict>,
}

impl AnyoneIndex<'_> {
    /// Everything that a certificate certifies, in the language of the page.
    fn certified(&self, facts: &Facts) -> Vec<(String, String)> {
        let said = Facts { language: self.cx.lang, ..facts.clone() };
        paper::certified(&said, self.cx.t)
    }
}

/// The number may come along from the code on the paper; the letter never does.
async fn index(cx: Cx<Anyone>, form: web::Query<CheckForm>) -> Answer {
    let number = Number::parse(&form.number).map(|n| n.to_string()).unwrap_or_default();
    let form = CheckForm { number, letter: String::new() };
    cx.page(AnyoneIndex { cx: &cx, form: &form, errors: Errors::default(), verdict: None })
}

async fn check(cx: Cx<Anyone>, form: Form<CheckForm>) -> Answer {
    cx.site().checks.check(cx.address())?;
    let (number, letter) = match form.check() {
        Ok(asked) => asked,
        Err(errors) => {
            let errors = errors.labelled(CheckForm::labels(cx.t));
            return cx.invalid(AnyoneIndex { cx: &cx, form: &form, errors, verdict: None });
        }
    };
    let now = cx.now();
    let verdict = match number {
        Some(number) => cx.read(move |db| issued::check(db, &number, &letter, now)).await?,
        None => Verdict::Unknown,
    };
    cx.page(AnyoneIndex { cx: &cx, form: &form, errors: Errors::default(), verdict: Some(verdict) })
}

//! The texts that are agreed to, as content managers write them.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use askama::Template;

use crate::access::accounts::held;
use crate::access::{EditCatalogue, Staff};
use crate::planning::papers::forms::TermsForm;
use crate::planning::papers::model::Terms;
use crate::planning::papers::queries::{self, TrainingLine};
use crate::planning::trainings::TrainingId;
use crate::platform::clock::local;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Errors, Form, Why};

type Writer = Cx<Staff<EditCatalogue>>;

#[derive(Template)]
#[template(path = "planning/papers/staff_texts.html")]
struct StaffTexts<'a> {
    cx: &'a Writer,
    trainings: Vec<TrainingLine>,
}

pub async fn index(cx: Writer) -> Answer {
    let scope = cx.who.scope();
    let trainings = cx.read(move |db| queries::catalogue(db, scope)).await?;
    cx.page(StaffTexts { cx: &cx, trainings })
}

impl StaffTexts<'_> {
    /// Which text holds, and since when.
    fn words(&self, line: &TrainingLine) -> Option<String> {
        let (version, at) = line.text?;
        Some(self.cx.t.papers_version_since(i64::from(version), self.cx.lang.date(local(at).date())))
    }
}

#[derive(Template)]
#[template(path = "planning/papers/staff_edit.html")]
struct StaffEdit<'a> {
    cx: &'a Writer,
    training: TrainingId,
    name: String,
    /// The text as it is now.
    current: Option<&'a Terms>,
    form: TermsForm,
    errors: Errors,
    why: Why,
}

impl StaffEdit<'_> {
    /// Which text holds, and since when.
    fn holds(&self) -> String {
        let Some(terms) = self.current else { return self.cx.t.papers_no_text() };
        let since = self.cx.lang.date(local(terms.made_at).date());
        self.cx.t.papers_version_since(i64::from(terms.version), since)
    }
}

async fn read(cx: &Writer, training: TrainingId) -> Result<(String, Option<Terms>)> {
    let scope = cx.who.scope();
    cx.read(move |db| Ok((queries::training(db, scope, training)?, queries::current(db, training)?))).await
}

pub async fn edit(cx: Writer, training: At<TrainingId>) -> Answer {
    let held: Option<TermsForm> = held::form(&cx).await?;
    let training = training.into_inner();
    let (name, current) = read(&cx, training).await?;
    let (form, why) = match held {
        Some(form) if form.is_made_of(current.as_ref()) => (form, Why::Held),
        Some(form) => (form.over(current.as_ref()), Why::Conflict),
        None => (TermsForm::of(current.as_ref()), Why::Asked),
    };
    cx.page(StaffEdit { cx: &cx, training, name, current: current.as_ref(), form, errors: Errors::default(), why })
}

/// What became of a text.
enum Outcome {
    Made,
    Same,
    Conflict,
}

pub async fn update(cx: Writer, training: At<TrainingId>, form: Form<TermsForm>) -> Answer {
    let (scope, training) = (cx.who.scope(), training.into_inner());
    let new = match form.check() {
        Ok(new) => new,
        Err(errors) => {
            let (name, current) = read(&cx, training).await?;
            let (current, errors) = (current.as_ref(), errors.labelled(TermsForm::labels(cx.t)));
            return cx.invalid(StaffEdit { cx: &cx, training, name, current, form: form.0, errors, why: Why::Wrong });
        }
    };
    let typed = form.0.clone();
    let (name, current, outcome) = cx
        .write(move |tx| {
            let name = queries::training(tx.db(), scope, training)?;
            let current = queries::current(tx.db(), training)?;
            let outcome = match current.as_ref() {
                // The same words are no other text, so that nobody is asked again for nothing.
                current if new.is(current) => Outcome::Same,
                current if !typed.is_made_of(current) => Outcome::Conflict,
                _ => {
                    queries::set_terms(tx, training, &new)?;
                    Outcome::Made
                }
            };
            Ok((name, current, outcome))
        })
        .await?;
    match outcome {
        Outcome::Made => Ok(cx.see_other("/staff/agreements").notice(cx.t.papers_text_made(name))),
        Outcome::Same => Ok(cx.see_other("/staff/agreements").notice(cx.t.papers_text_same(name))),
        Outcome::Conflict => {
            let (current, errors) = (current.as_ref(), Errors::default());
            let form = form.0.over(current);
            let page = StaffEdit { cx: &cx, training, name, current, form, errors, why: Why::Conflict };
            cx.page_with(StatusCode::CONFLICT, page)
        }
    }
}

//! The evaluation as a student fills it in, and as it stands after it was handed in.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use actix_web::{HttpRequest, ResponseError};
use askama::Template;

use super::forms::{EvaluationForm, promised, says};
use super::model::{Answers, Question, QuestionKind, Sheet, State, Style, closes_at, kept_until};
use super::queries;
use crate::access::Student;
use crate::access::accounts::held;
use crate::crm::people::PersonId;
use crate::learning::actions::ActionId;
use crate::learning::certificates;
use crate::learning::questionnaire::{self, Field, Outcome};
use crate::platform::clock::local;
use crate::platform::db::{Moment, Tx, migrate};
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Why, in_passing, reported, sign_in_path};

pub fn routes(r: &mut Routes) {
    r.get("/student/evaluations/{action}", show);
    r.post("/student/evaluations/{action}", update);
    // Whoever reloads the page that said what was missing, or signs in again there, comes by this address.
    r.get("/student/evaluations/{action}/submission", show);
    r.post("/student/evaluations/{action}/submission", submit);
}

#[derive(Template)]
#[template(path = "learning/evaluations/student_edit.html")]
struct StudentEdit<'a> {
    cx: &'a Cx<Student>,
    sheet: &'a Sheet,
    fields: Vec<Field<'a, Question>>,
    errors: Errors,
    why: Why,
    /// Under which number the log says why it could not be saved.
    reference: String,
    /// The way to this page through the sign-in page.
    again: String,
}

#[derive(Template)]
#[template(path = "learning/evaluations/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    sheet: &'a Sheet,
    /// What was typed when it could not be handed in any more.
    unsent: Vec<(&'a Question, String)>,
}

fn key(cx: &Cx<Student>) -> Key {
    cx.site().files.lasting("evaluation drafts")
}

async fn show(cx: Cx<Student>, action: At<(ActionId,)>) -> Answer {
    let (scope, now, action, key) = (cx.who.scope(), cx.now(), action.0, key(&cx));
    let held: Option<EvaluationForm> = held::form(&cx).await?;
    let sheet = cx.read(move |db| queries::sheet(db, scope, action, now, &key)).await?;
    match held {
        held if !sheet.is_open(now) => cx.page(StudentShow::new(&cx, &sheet, held.as_ref())),
        Some(form) => cx.page(StudentEdit::typed(&cx, &sheet, &form, Errors::default(), Why::Held)),
        None => cx.page(StudentEdit::new(&cx, &sheet, &sheet.answers, Errors::default(), Why::Asked)),
    }
}

async fn update(cx: Cx<Student>, request: HttpRequest, action: At<(ActionId,)>, form: Form<EvaluationForm>) -> Answer {
    let automatic = in_passing(&request);
    let (sheet, outcome) = match receive(&cx, action.0, &form, false).await {
        Err(error) if error.passes() && !automatic => return unsaved(&cx, &request, action.0, &form, error).await,
        received => received?,
    };
    match outcome {
        outcome if automatic => outcome.in_passing(&cx, saved_at(&sheet), sheet.version()),
        Outcome::Done => {
            let path = format!("/student/projects/{}", sheet.action.project);
            Ok(cx.see_other(path).notice(cx.t.evaluations_later()))
        }
        other => explain(&cx, &sheet, &form, other),
    }
}

async fn submit(cx: Cx<Student>, request: HttpRequest, action: At<(ActionId,)>, form: Form<EvaluationForm>) -> Answer {
    let (sheet, outcome) = match receive(&cx, action.0, &form, true).await {
        Err(error) if error.passes() => return unsaved(&cx, &request, action.0, &form, error).await,
        received => received?,
    };
    match outcome {
        Outcome::Done => {
            // The log holds the order in which things were written; without a name there is to be none.
            cx.read(|db| Ok(migrate::truncate_log(db)?)).await?;
            let path = format!("/student/evaluations/{}", sheet.action.action);
            Ok(cx.see_other(path).notice(cx.t.evaluations_submitted()))
        }
        other => explain(&cx, &sheet, &form, other),
    }
}

async fn receive(cx: &Cx<Student>, action: ActionId, form: &EvaluationForm, submit: bool) -> Result<(Sheet, Outcome)> {
    let (scope, now, person, form) = (cx.who.scope(), cx.now(), cx.who.person(), form.clone());
    let (key, provider) = (key(cx), cx.provider().to_owned());
    cx.write(move |tx| {
        let mut sheet = queries::sheet(tx.db(), scope, action, now, &key)?;
        let outcome = take_in(tx, &mut sheet, &form, submit.then_some(person), &key)?;
        if submit && matches!(outcome, Outcome::Done) {
            certificates::issue_to(tx, sheet.action.project, sheet.action.participant, &provider)?;
        }
        Ok((sheet, outcome))
    })
    .await
}

fn take_in(
    tx: &mut Tx,
    sheet: &mut Sheet,
    form: &EvaluationForm,
    submit_of: Option<PersonId>,
    key: &Key,
) -> Result<Outcome> {
    let typed = form.draft(&sheet.questions);
    if !sheet.is_open(tx.now()) {
        return Ok(Outcome::Closed);
    }
    // The same words from an older page are no conflict: somebody pressed twice.
    let stale = form.version != sheet.version() && typed != sheet.answers;
    if stale || promised(form) != Some(sheet.style) {
        return Ok(Outcome::Conflict);
    }
    queries::save(tx, sheet, &typed, key)?;
    let errors = form.wrong(&sheet.questions, submit_of.is_some());
    if !errors.is_empty() {
        return Ok(Outcome::Wrong(errors));
    }
    if let Some(person) = submit_of {
        queries::submit(tx, sheet, person)?;
    }
    Ok(Outcome::Done)
}

/// Nothing can be saved just now: the page once more, with what was typed, to be sent again later.
async fn unsaved(
    cx: &Cx<Student>,
    request: &HttpRequest,
    action: ActionId,
    form: &EvaluationForm,
    error: Error,
) -> Answer {
    let (scope, now, key) = (cx.who.scope(), cx.now(), key(cx));
    // Reading may go on where writing does not. Where it does not either, the fault itself is all there is to say.
    let read = cx.read(move |db| queries::sheet(db, scope, action, now, &key)).await;
    let Some(sheet) = read.ok().filter(|sheet| sheet.is_open(now)) else { return Err(error) };
    let status = error.status_code();
    let mut page = StudentEdit::typed(cx, &sheet, form, Errors::default(), Why::Unsaved);
    page.reference = reported(request, status, &error.to_string());
    cx.page_with(status, page)
}

/// The page that says what became of a form that could not be taken as it was.
fn explain(cx: &Cx<Student>, sheet: &Sheet, form: &EvaluationForm, outcome: Outcome) -> Answer {
    let path = format!("/student/evaluations/{}", sheet.action.action);
    match outcome {
        // Without a name nobody can tell any more whether these are other words than those that were handed in.
        Outcome::Closed if sheet.is_submitted() && (sheet.style == Style::Anonymous || says(form, sheet)) => {
            Ok(cx.see_other(path).notice(cx.t.evaluations_already()))
        }
        Outcome::Closed => cx.page_with(StatusCode::CONFLICT, StudentShow::new(cx, sheet, Some(form))),
        Outcome::Conflict => {
            let page = StudentEdit::typed(cx, sheet, form, Errors::default(), Why::Conflict);
            cx.page_with(StatusCode::CONFLICT, page)
        }
        Outcome::Wrong(errors) => cx.invalid(StudentEdit::typed(cx, sheet, form, errors, Why::Wrong)),
        Outcome::Done => Ok(cx.see_other(path)),
    }
}

/// When the draft was saved last.
fn saved_at(sheet: &Sheet) -> Option<Moment> {
    sheet.evaluation.as_ref().and_then(|e| e.saved_at)
}

impl<'a> StudentEdit<'a> {
    fn typed(cx: &'a Cx<Student>, sheet: &'a Sheet, form: &EvaluationForm, errors: Errors, why: Why) -> Self {
        let why = why.over(form.version, sheet.version(), !says(form, sheet));
        Self::new(cx, sheet, &form.again(&sheet.questions), errors, why)
    }

    fn new(cx: &'a Cx<Student>, sheet: &'a Sheet, typed: &Answers, errors: Errors, why: Why) -> Self {
        let hint = |question: &Question| question.hint.clone().unwrap_or_default();
        Self {
            fields: questionnaire::fields(&sheet.questions, typed, &sheet.answers, why, hint),
            reference: String::new(),
            again: sign_in_path(&format!("/student/evaluations/{}", sheet.action.action)),
            cx,
            sheet,
            errors,
            why,
        }
    }

    fn is_named(&self) -> bool {
        self.sheet.style == Style::Named
    }

    /// When the draft was saved, unless what stands here is something else.
    fn state(&self) -> String {
        questionnaire::state(self.cx, self.why, saved_at(self.sheet))
    }

    /// Until when it can be handed in.
    fn until(&self) -> String {
        self.cx.lang.date(local(closes_at(self.sheet.ends_on)).date())
    }

    /// Until when answers with a name are kept.
    fn kept(&self) -> String {
        self.cx.lang.date(local(kept_until(self.sheet.ends_on)).date())
    }

    fn wrongs(&self) -> Vec<(&str, &str, String)> {
        questionnaire::wrongs(self.cx, &self.fields, &self.errors)
    }
}

impl<'a> StudentShow<'a> {
    fn new(cx: &'a Cx<Student>, sheet: &'a Sheet, typed: Option<&EvaluationForm>) -> Self {
        let typed = typed.filter(|_| !sheet.is_submitted() || sheet.style == Style::Named);
        let unsent = typed.map(|form| form.unsent(&sheet.questions, &sheet.answers)).unwrap_or_default();
        Self { cx, sheet, unsent }
    }

    /// Whether their own answers are there to be read.
    fn is_named(&self) -> bool {
        let handed_in = self.sheet.evaluation.as_ref().is_some_and(|e| e.state == State::Submitted);
        handed_in && self.sheet.style == Style::Named
    }

    /// Whether it still has to open.
    fn opens(&self) -> Option<String> {
        let at = self.sheet.opens_at();
        (self.cx.now() < at).then(|| self.cx.lang.day_of(at))
    }

    /// Until when answers with a name are kept.
    fn kept(&self) -> String {
        self.cx.lang.date(local(kept_until(self.sheet.ends_on)).date())
    }
}

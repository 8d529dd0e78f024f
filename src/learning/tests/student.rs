//! A test as a student takes it. What came of it is in [`result`].

mod result;

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use actix_web::{HttpRequest, ResponseError};
use askama::Template;

use self::result::StudentShow;
use super::forms::{self, AttemptForm};
use super::model::{Answers, Gate, Question, QuestionKind, Sheet};
use super::queries;
use crate::access::Student;
use crate::access::accounts::held;
use crate::crm::people::PersonId;
use crate::learning::actions::{self, ActionId};
use crate::learning::activity;
use crate::learning::certificates;
use crate::learning::questionnaire::{self, Field, Outcome};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Why, in_passing, reported, sign_in_path};

pub fn routes(r: &mut Routes) {
    r.get("/student/tests/{action}", result::show);
    r.get("/student/tests/{action}/attempt", edit);
    r.post("/student/tests/{action}/attempt", update);
    // Whoever reloads the page that said what was missing, or signs in again there, comes by this address.
    r.get("/student/tests/{action}/submission", edit);
    r.post("/student/tests/{action}/submission", submit);
}

#[derive(Template)]
#[template(path = "learning/tests/student_edit.html")]
struct StudentEdit<'a> {
    cx: &'a Cx<Student>,
    sheet: &'a Sheet,
    fields: Vec<Field<'a, Question>>,
    errors: Errors,
    why: Why,
    /// Whether they ticked that they hand in what they have.
    meant: bool,
    /// Under which number the log says why it could not be saved.
    reference: String,
    /// The way to this page through the sign-in page.
    again: String,
}

async fn edit(cx: Cx<Student>, action: At<(ActionId,)>) -> Answer {
    let (scope, now, action) = (cx.who.scope(), cx.now(), action.0);
    let held: Option<AttemptForm> = held::form(&cx).await?;
    let sheet = cx.read(move |db| queries::sheet(db, scope, action, now)).await?;
    if sheet.gate(now) == Gate::Open {
        activity::visit(&cx, sheet.action.participant, activity::Step::Action(action)).await?;
    }
    match held {
        held if sheet.gate(now) != Gate::Open => cx.page(StudentShow::new(&cx, &sheet, held.as_ref())),
        Some(form) => cx.page(StudentEdit::typed(&cx, &sheet, &form, Errors::default(), Why::Held)),
        None => cx.page(StudentEdit::new(&cx, &sheet, &sheet.answers, Errors::default(), Why::Asked)),
    }
}

async fn update(cx: Cx<Student>, request: HttpRequest, action: At<(ActionId,)>, form: Form<AttemptForm>) -> Answer {
    let automatic = in_passing(&request);
    let (sheet, outcome) = match receive(&cx, action.0, &form, false).await {
        Err(error) if error.passes() && !automatic => return unsaved(&cx, &request, action.0, &form, error).await,
        received => received?,
    };
    activity::visit(&cx, sheet.action.participant, activity::Step::Action(sheet.action.action)).await?;
    match outcome {
        outcome if automatic => outcome.in_passing(&cx, saved_at(&sheet), sheet.version()),
        Outcome::Done => {
            let path = format!("/student/projects/{}", sheet.action.project);
            Ok(cx.see_other(path).notice(cx.t.evaluations_later()))
        }
        other => explain(&cx, &sheet, &form, other),
    }
}

async fn submit(cx: Cx<Student>, request: HttpRequest, action: At<(ActionId,)>, form: Form<AttemptForm>) -> Answer {
    let (sheet, outcome) = match receive(&cx, action.0, &form, true).await {
        Err(error) if error.passes() => return unsaved(&cx, &request, action.0, &form, error).await,
        received => received?,
    };
    match outcome {
        Outcome::Done => Ok(cx.see_other(page_of(&sheet)).notice(cx.t.tests_submitted())),
        other => explain(&cx, &sheet, &form, other),
    }
}

fn page_of(sheet: &Sheet) -> String {
    format!("/student/tests/{}", sheet.action.action)
}

async fn receive(cx: &Cx<Student>, action: ActionId, form: &AttemptForm, submit: bool) -> Result<(Sheet, Outcome)> {
    let (scope, now, person, form) = (cx.who.scope(), cx.now(), cx.who.person(), form.clone());
    let provider = cx.provider().to_owned();
    cx.write(move |tx| {
        // Out of scope ends here, before anything waits for anything.
        actions::assignment(tx.db(), scope, action)?;
        queries::in_turn(tx, action)?;
        let mut sheet = queries::sheet(tx.db(), scope, action, now)?;
        let outcome = take_in(tx, &mut sheet, &form, submit.then_some(person))?;
        if submit && matches!(outcome, Outcome::Done) {
            certificates::issue_to(tx, sheet.action.project, sheet.action.participant, &provider)?;
        }
        Ok((sheet, outcome))
    })
    .await
}

fn take_in(tx: &mut Tx, sheet: &mut Sheet, form: &AttemptForm, submit_of: Option<PersonId>) -> Result<Outcome> {
    let typed = form.draft(&sheet.questions);
    if sheet.gate(tx.now()) != Gate::Open || attempt_of(form) != sheet.number() {
        return Ok(Outcome::Closed);
    }
    // The same words from an older page are no conflict: somebody pressed twice.
    let stale = form.version != sheet.version() && typed != sheet.answers;
    if stale || forms::revision(form) != sheet.test.revision {
        return Ok(Outcome::Conflict);
    }
    queries::save(tx, sheet, &typed)?;
    let errors = match submit_of {
        Some(_) => forms::check(form, &sheet.questions),
        None => form.limits(&sheet.questions),
    };
    if !errors.is_empty() {
        return Ok(Outcome::Wrong(errors));
    }
    if let Some(person) = submit_of {
        queries::submit(tx, sheet, person)?;
    }
    Ok(Outcome::Done)
}

/// Which attempt the page that `form` was on was about: pressing twice does not begin the next one.
fn attempt_of(form: &AttemptForm) -> i32 {
    form.field("number").and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// Nothing can be saved just now: the page once more, with what was typed, to be sent again later.
async fn unsaved(
    cx: &Cx<Student>,
    request: &HttpRequest,
    action: ActionId,
    form: &AttemptForm,
    error: Error,
) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    // Reading may go on where writing does not. Where it does not either, the fault itself is all there is to say.
    let read = cx.read(move |db| queries::sheet(db, scope, action, now)).await;
    let Some(sheet) = read.ok().filter(|sheet| sheet.gate(now) == Gate::Open) else { return Err(error) };
    let status = error.status_code();
    let mut page = StudentEdit::typed(cx, &sheet, form, Errors::default(), Why::Unsaved);
    page.reference = reported(request, status, &error.to_string());
    cx.page_with(status, page)
}

/// The page that says what became of a form that could not be taken as it was.
fn explain(cx: &Cx<Student>, sheet: &Sheet, form: &AttemptForm, outcome: Outcome) -> Answer {
    match outcome {
        Outcome::Closed if result::said_already(form, sheet) => {
            Ok(cx.see_other(page_of(sheet)).notice(cx.t.tests_already()))
        }
        Outcome::Closed => cx.page_with(StatusCode::CONFLICT, StudentShow::new(cx, sheet, Some(form))),
        Outcome::Conflict => {
            let page = StudentEdit::typed(cx, sheet, form, Errors::default(), Why::Conflict);
            cx.page_with(StatusCode::CONFLICT, page)
        }
        Outcome::Wrong(errors) => cx.invalid(StudentEdit::typed(cx, sheet, form, errors, Why::Wrong)),
        Outcome::Done => Ok(cx.see_other(page_of(sheet))),
    }
}

/// When the draft was saved last.
fn saved_at(sheet: &Sheet) -> Option<Moment> {
    sheet.draft().map(|draft| draft.saved_at)
}

impl<'a> StudentEdit<'a> {
    fn typed(cx: &'a Cx<Student>, sheet: &'a Sheet, form: &AttemptForm, errors: Errors, why: Why) -> Self {
        let says = form.draft(&sheet.questions) == sheet.answers;
        let why = why.over(form.version, sheet.version(), !says);
        let page = Self::new(cx, sheet, &form.again(&sheet.questions), errors, why);
        Self { meant: forms::is_meant(form), ..page }
    }

    fn new(cx: &'a Cx<Student>, sheet: &'a Sheet, typed: &Answers, errors: Errors, why: Why) -> Self {
        let hint = |question: &Question| cx.t.tests_hint(question.kind.as_str(), i64::from(question.points));
        Self {
            fields: questionnaire::fields(&sheet.questions, typed, &sheet.answers, why, hint),
            reference: String::new(),
            again: sign_in_path(&format!("{}/attempt", page_of(sheet))),
            meant: false,
            cx,
            sheet,
            errors,
            why,
        }
    }

    fn path(&self) -> String {
        page_of(self.sheet)
    }

    /// What the rules of this test are.
    fn rules(&self) -> String {
        let t = self.cx.t;
        let passes = self.sheet.test.pass_mark.map(|mark| t.tests_passes(i64::from(mark)));
        [Some(t.tests_attempts_left(self.sheet.left())), passes].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Whether something is missing, which they can also leave as it is.
    fn is_incomplete(&self) -> bool {
        self.meant || self.errors.all().any(|(_, wrong)| *wrong == crate::platform::web::Wrong::Required)
    }

    /// When the draft was saved, unless what stands here is something else.
    fn state(&self) -> String {
        questionnaire::state(self.cx, self.why, saved_at(self.sheet))
    }

    fn wrongs(&self) -> Vec<(&str, &str, String)> {
        questionnaire::wrongs(self.cx, &self.fields, &self.errors)
    }
}

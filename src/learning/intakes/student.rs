//! The questionnaire as a student fills it in, and as it stands after it was handed in.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use actix_web::{HttpRequest, ResponseError};
use askama::Template;

use super::forms::IntakeForm;
use super::model::{Answers, Question, QuestionKind, Sheet, State};
use super::queries;
use crate::access::Student;
use crate::access::accounts::held;
use crate::crm::people::PersonId;
use crate::learning::actions::ActionId;
use crate::learning::activity::{self, Step};
use crate::learning::questionnaire::{self, Field, Outcome};
use crate::platform::clock::local;
use crate::platform::db::{Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Why, in_passing, reported, sign_in_path};

pub fn routes(r: &mut Routes) {
    r.get("/student/intakes/{action}", show);
    r.post("/student/intakes/{action}", update);
    // Whoever reloads the page that said what was missing, or signs in again there, comes by this address.
    r.get("/student/intakes/{action}/submission", show);
    r.post("/student/intakes/{action}/submission", submit);
}

#[derive(Template)]
#[template(path = "learning/intakes/student_edit.html")]
struct StudentEdit<'a> {
    cx: &'a Cx<Student>,
    sheet: &'a Sheet,
    fields: Vec<Field<'a, Question>>,
    errors: Errors,
    why: Why,
    /// Under which number the log says why it could not be saved.
    reference: String,
    back: String,
    /// The way to this page through the sign-in page.
    again: String,
}

#[derive(Template)]
#[template(path = "learning/intakes/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    sheet: &'a Sheet,
    /// What was typed after it had been handed in.
    unsent: Vec<(&'a Question, String)>,
}

async fn show(cx: Cx<Student>, action: At<(ActionId,)>) -> Answer {
    let (scope, now, action) = (cx.who.scope(), cx.now(), action.0);
    let held: Option<IntakeForm> = held::form(&cx).await?;
    let sheet = cx.read(move |db| queries::sheet(db, scope, action, now)).await?;
    activity::visit(&cx, sheet.action.participant, Step::Action(action)).await?;
    match held {
        Some(form) if sheet.is_closed(now) => cx.page(StudentShow::new(&cx, &sheet, Some(&form))),
        Some(form) => cx.page(StudentEdit::typed(&cx, &sheet, &form, Errors::default(), Why::Held)),
        None if sheet.is_closed(now) => cx.page(StudentShow::new(&cx, &sheet, None)),
        None => cx.page(StudentEdit::saved(&cx, &sheet)),
    }
}

async fn update(cx: Cx<Student>, request: HttpRequest, action: At<(ActionId,)>, form: Form<IntakeForm>) -> Answer {
    let automatic = in_passing(&request);
    let (sheet, outcome) = match receive(&cx, action.0, &form, false).await {
        Err(error) if error.passes() && !automatic => return unsaved(&cx, &request, action.0, &form, error).await,
        received => received?,
    };
    activity::visit(&cx, sheet.action.participant, Step::Action(sheet.action.action)).await?;
    match outcome {
        outcome if automatic => outcome.in_passing(&cx, saved_at(&sheet), sheet.version()),
        Outcome::Done => {
            Ok(cx.see_other(format!("/student/projects/{}", sheet.action.project)).notice(cx.t.intakes_later()))
        }
        other => explain(&cx, &sheet, &form, other),
    }
}

async fn submit(cx: Cx<Student>, request: HttpRequest, action: At<(ActionId,)>, form: Form<IntakeForm>) -> Answer {
    let (sheet, outcome) = match receive(&cx, action.0, &form, true).await {
        Err(error) if error.passes() => return unsaved(&cx, &request, action.0, &form, error).await,
        received => received?,
    };
    match outcome {
        Outcome::Done => {
            Ok(cx.see_other(format!("/student/intakes/{}", sheet.action.action)).notice(cx.t.intakes_submitted()))
        }
        other => explain(&cx, &sheet, &form, other),
    }
}

async fn receive(cx: &Cx<Student>, action: ActionId, form: &IntakeForm, submit: bool) -> Result<(Sheet, Outcome)> {
    let (scope, now, person, form) = (cx.who.scope(), cx.now(), cx.who.person(), form.clone());
    cx.write(move |tx| {
        let mut sheet = queries::sheet(tx.db(), scope, action, now)?;
        let outcome = take_in(tx, &mut sheet, &form, submit.then_some(person))?;
        Ok((sheet, outcome))
    })
    .await
}

fn take_in(tx: &mut Tx, sheet: &mut Sheet, form: &IntakeForm, submit_of: Option<PersonId>) -> Result<Outcome> {
    let typed = form.draft(&sheet.questions);
    if sheet.is_closed(tx.now()) {
        return Ok(Outcome::Closed);
    }
    // The same words from an older page are no conflict: somebody pressed twice.
    if form.version != sheet.version() && typed != sheet.answers {
        return Ok(Outcome::Conflict);
    }
    queries::save(tx, sheet, &typed)?;
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
async fn unsaved(cx: &Cx<Student>, request: &HttpRequest, action: ActionId, form: &IntakeForm, error: Error) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    // Reading may go on where writing does not. Where it does not either, the fault itself is all there is to say.
    let read = cx.read(move |db| queries::sheet(db, scope, action, now)).await;
    let Some(sheet) = read.ok().filter(|sheet| !sheet.is_closed(now)) else { return Err(error) };
    let status = error.status_code();
    let mut page = StudentEdit::typed(cx, &sheet, form, Errors::default(), Why::Unsaved);
    page.reference = reported(request, status, &error.to_string());
    cx.page_with(status, page)
}

/// The page that says what became of a form that could not be taken as it was.
fn explain(cx: &Cx<Student>, sheet: &Sheet, form: &IntakeForm, outcome: Outcome) -> Answer {
    match outcome {
        Outcome::Closed if form.draft(&sheet.questions) == sheet.answers => {
            let path = format!("/student/intakes/{}", sheet.action.action);
            Ok(cx.see_other(path).notice(cx.t.intakes_already()))
        }
        Outcome::Closed => cx.page_with(StatusCode::CONFLICT, StudentShow::new(cx, sheet, Some(form))),
        Outcome::Conflict => {
            let page = StudentEdit::typed(cx, sheet, form, Errors::default(), Why::Conflict);
            cx.page_with(StatusCode::CONFLICT, page)
        }
        Outcome::Wrong(errors) => cx.invalid(StudentEdit::typed(cx, sheet, form, errors, Why::Wrong)),
        Outcome::Done => Ok(cx.see_other("/student")),
    }
}

/// When the draft was saved last.
fn saved_at(sheet: &Sheet) -> Option<Moment> {
    sheet.intake.as_ref().map(|i| i.saved_at)
}

impl<'a> StudentEdit<'a> {
    fn saved(cx: &'a Cx<Student>, sheet: &'a Sheet) -> Self {
        Self::new(cx, sheet, &sheet.answers, Errors::default(), Why::Asked)
    }

    fn typed(cx: &'a Cx<Student>, sheet: &'a Sheet, form: &IntakeForm, errors: Errors, why: Why) -> Self {
        let why = why.over(form.version, sheet.version(), form.draft(&sheet.questions) != sheet.answers);
        Self::new(cx, sheet, &form.again(&sheet.questions), errors, why)
    }

    fn new(cx: &'a Cx<Student>, sheet: &'a Sheet, typed: &Answers, errors: Errors, why: Why) -> Self {
        let hint = |question: &Question| {
            let hint = [question.hint.clone(), question.learning_wish.then(|| cx.t.intakes_leader_reads())];
            hint.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        Self {
            fields: questionnaire::fields(&sheet.questions, typed, &sheet.answers, why, hint),
            reference: String::new(),
            back: format!("/student/projects/{}", sheet.action.project),
            again: sign_in_path(&format!("/student/intakes/{}", sheet.action.action)),
            cx,
            sheet,
            errors,
            why,
        }
    }

    /// When it is due or was, and how long it takes.
    fn when(&self) -> String {
        let (t, action) = (self.cx.t, &self.sheet.action);
        let day = self.cx.lang.day(action.due_on);
        let late = action.is_late(local(self.cx.now()).date());
        let due = if late { t.actions_due_late(&day) } else { t.actions_due(&day) };
        let takes = action.minutes.map(|minutes| t.actions_takes_minutes(i64::from(minutes)));
        [Some(due), takes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// When the draft was saved, unless what stands here is something else.
    fn state(&self) -> String {
        questionnaire::state(self.cx, self.why, saved_at(self.sheet))
    }

    /// Until when the draft is kept.
    fn until(&self) -> String {
        let (t, lang) = (self.cx.t, self.cx.lang);
        let draft = self.sheet.intake.as_ref().map(|draft| lang.date(local(draft.destroy_at).date()));
        draft.map_or_else(
            || t.intakes_draft_first(self.sheet.terms.draft.destroy.says(t)),
            |day| t.intakes_draft_until(&day),
        )
    }

    fn wrongs(&self) -> Vec<(&str, &str, String)> {
        questionnaire::wrongs(self.cx, &self.fields, &self.errors)
    }
}

impl<'a> StudentShow<'a> {
    fn new(cx: &'a Cx<Student>, sheet: &'a Sheet, typed: Option<&IntakeForm>) -> Self {
        let unsent = typed.map(|form| form.unsent(&sheet.questions, &sheet.answers)).unwrap_or_default();
        Self { cx, sheet, unsent }
    }

    /// When it was handed in, and until when it is kept; none when it is no more.
    fn kept(&self) -> Option<(String, String)> {
        let intake = self.sheet.intake.as_ref().filter(|i| i.state == State::Submitted)?;
        Some((self.cx.lang.moment(intake.submitted_at?), self.cx.lang.date(local(intake.destroy_at).date())))
    }
}

//! Reading an attempt, and giving points for what was answered in words.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use askama::Template;

use crate::access::accounts::held;
use crate::access::{FollowProgress, Staff};
use crate::learning::certificates;
use crate::learning::questionnaire::Filled;
use crate::learning::tests::model::{AttemptId, Given, Question};
use crate::learning::tests::queries::marking::{self as queries, Dossier, Marks};
use crate::platform::web::{Answer, Cx, Errors, Form, Why, Wrong};

#[derive(Template)]
#[template(path = "learning/tests/staff_attempt.html")]
struct StaffAttempt<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    dossier: Dossier,
    /// What was typed, where that is not what is kept.
    typed: Option<Filled>,
    errors: Errors,
    why: Why,
}

/// Reading somebody's answers leaves a line in the register.
pub async fn show(cx: Cx<Staff<FollowProgress>>, id: At<AttemptId>) -> Answer {
    let (scope, id) = (cx.who.scope(), id.into_inner());
    let held: Option<Filled> = held::form(&cx).await?;
    let dossier = cx.read(move |db| queries::dossier(db, scope, id)).await?;
    let person = dossier.person;
    cx.write(move |tx| tx.record("read", "test_attempts", id.0, Some(person.0))).await?;
    let why = if held.is_some() { Why::Held } else { Why::Asked };
    cx.page(StaffAttempt { cx: &cx, dossier, typed: held, errors: Errors::default(), why })
}

pub async fn update(cx: Cx<Staff<FollowProgress>>, id: At<AttemptId>, form: Form<Filled>) -> Answer {
    let (scope, id, provider) = (cx.who.scope(), id.into_inner(), cx.provider().to_owned());
    let sent = form.0.clone();
    let (dossier, outcome) = cx
        .write(move |tx| {
            let dossier = queries::dossier_in_turn(tx, scope, id)?;
            let marks = match check(&sent, &dossier) {
                Ok(marks) => marks,
                Err(errors) => return Ok((dossier, Err((Why::Wrong, errors)))),
            };
            if sent.version != dossier.attempt.version {
                return Ok((dossier, Err((Why::Conflict, Errors::default()))));
            }
            queries::mark(tx, &dossier, &marks)?;
            certificates::issue_to(tx, dossier.project, dossier.participant, &provider)?;
            Ok((dossier, Ok(())))
        })
        .await?;
    let Err((why, errors)) = outcome else {
        return Ok(cx.see_other(format!("/staff/attempts/{id}")).notice(cx.t.tests_marks_saved()));
    };
    let errors = errors.labelled(dossier.questions.iter().map(|q| (field("points", q), q.prompt.clone())).collect());
    let page = StaffAttempt { cx: &cx, dossier, typed: Some(form.0), errors, why };
    if why == Why::Conflict { cx.page_with(StatusCode::CONFLICT, page) } else { cx.invalid(page) }
}

fn field(name: &str, question: &Question) -> String {
    format!("{name}-{}", question.id)
}

/// What a reader gives; what is marked already stays so in full.
fn check(form: &Filled, dossier: &Dossier) -> Result<Marks, Errors> {
    let (mut errors, mut marks) = (Errors::default(), Marks::new());
    for question in dossier.questions.iter().filter(|q| dossier.is_read(q)) {
        let typed = |name: &str| form.field(&field(name, question)).unwrap_or_default().trim().to_owned();
        let (name, points) = (field("points", question), typed("points"));
        let points = match points.is_empty() {
            true => None,
            false => errors.number(&name, &points, 0, question.points),
        };
        if points.is_none() && !dossier.attempt.is_read() && !errors.has(&name) {
            errors.add(&name, Wrong::Required);
        }
        let comment = errors.optional(&field("comment", question), &typed("comment"), 2000);
        marks.insert(question.id, (points, comment));
    }
    errors.or(marks)
}

impl StaffAttempt<'_> {
    /// What stands in a field: what was typed, else what is kept.
    fn value(&self, name: &str, question: &Question) -> String {
        let kept = || self.dossier.answer(question).map(|given| kept(name, given)).unwrap_or_default();
        let typed = self.typed.as_ref().map(|form| form.field(&field(name, question)).unwrap_or_default().to_owned());
        typed.unwrap_or_else(kept)
    }

    /// What somebody else kept meanwhile, where that differs from what was typed.
    fn elsewhere(&self, name: &str, question: &Question) -> Option<String> {
        let kept = self.dossier.answer(question).map(|given| kept(name, given)).unwrap_or_default();
        (self.why == Why::Conflict && kept != self.value(name, question) && !kept.is_empty()).then_some(kept)
    }

    fn field(&self, name: &str, question: &Question) -> String {
        field(name, question)
    }

    /// Whether there is anything for a reader to give points for.
    fn has_words(&self) -> bool {
        self.dossier.questions.iter().any(|question| self.dossier.is_read(question))
    }

    fn earned(&self, question: &Question) -> String {
        let points = self.dossier.points(question).unwrap_or_default();
        self.cx.t.tests_earned(i64::from(points), i64::from(question.points))
    }

    fn right(&self, question: &Question) -> String {
        question.right().join("\n")
    }

    /// What came of it, once it is marked.
    fn outcome(&self) -> String {
        let t = self.cx.t;
        match self.dossier.attempt.score.filter(|_| !self.dossier.attempt.is_read()) {
            Some(score) => t.tests_score(i64::from(score.points), i64::from(score.most), score.percent()),
            None => t.tests_to_be_marked(),
        }
    }
}

fn kept(name: &str, given: &Given) -> String {
    match name {
        "points" => given.points.map(|points| points.to_string()).unwrap_or_default(),
        _ => given.comment.clone().unwrap_or_default(),
    }
}

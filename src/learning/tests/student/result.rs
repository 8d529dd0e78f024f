//! What came of a test, for the student who took it: nothing but their own answers until the result is out, and right
//! answers when they are of no more use.

use actix_web::web::Path as At;
use askama::Template;

use crate::access::Student;
use crate::learning::actions::ActionId;
use crate::learning::tests::forms::AttemptForm;
use crate::learning::tests::model::{Answers, Attempt, Gate, Given, Question, Sheet};
use crate::learning::tests::queries;
use crate::platform::web::{Answer, Cx};

#[derive(Template)]
#[template(path = "learning/tests/student_show.html")]
pub struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    sheet: &'a Sheet,
    gate: Gate,
    /// What was typed when it could not be handed in any more.
    unsent: Vec<(&'a Question, String)>,
}

/// What came of the last attempt; the way to the first one as long as there is none.
pub async fn show(cx: Cx<Student>, action: At<(ActionId,)>) -> Answer {
    let (scope, now, action) = (cx.who.scope(), cx.now(), action.0);
    let sheet = cx.read(move |db| queries::sheet(db, scope, action, now)).await?;
    if sheet.last().is_none() && sheet.gate(now) == Gate::Open {
        return Ok(cx.see_other(format!("/student/tests/{}/attempt", sheet.action.action)));
    }
    cx.page(StudentShow::new(&cx, &sheet, None))
}

/// The answers that were handed in last.
fn handed_in(sheet: &Sheet) -> Answers {
    sheet.given.iter().map(|given| (given.question, given.words.clone())).collect()
}

/// Whether `form` says what was handed in last.
pub fn said_already(form: &AttemptForm, sheet: &Sheet) -> bool {
    sheet.last().is_some() && form.draft(&sheet.questions) == handed_in(sheet)
}

impl<'a> StudentShow<'a> {
    pub fn new(cx: &'a Cx<Student>, sheet: &'a Sheet, typed: Option<&AttemptForm>) -> Self {
        let unsent = typed.map(|form| form.unsent(&sheet.questions, &handed_in(sheet))).unwrap_or_default();
        Self { cx, sheet, gate: sheet.gate(cx.now()), unsent }
    }

    fn given(&self, question: &Question) -> Option<&Given> {
        self.sheet.given.iter().find(|given| given.question == question.id)
    }

    /// What stands above everything: what came of it, or that this is not known yet.
    fn verdict(&self) -> String {
        let (t, last) = (self.cx.t, self.sheet.last());
        match last {
            Some(last) if self.sheet.is_out() => match last.passed {
                Some(true) => t.tests_passed(),
                Some(false) => t.tests_failed(),
                None => t.tests_marked(),
            },
            _ if last.is_some_and(Attempt::is_read) => t.tests_waits_title(),
            Some(_) => t.tests_unreleased_title(),
            None => String::new(),
        }
    }

    /// The score of an attempt, in words.
    fn score(&self, attempt: &Attempt) -> Option<String> {
        let score = attempt.score.filter(|_| self.sheet.test.is_released())?;
        Some(self.cx.t.tests_score(i64::from(score.points), i64::from(score.most), score.percent()))
    }

    /// The attempts before the last one.
    fn earlier(&self) -> Vec<&Attempt> {
        let mut all: Vec<_> = self.sheet.handed_in().collect();
        all.pop();
        all
    }

    /// What an answer earned, once that may be known.
    fn earned(&self, question: &Question) -> Option<String> {
        let points = self.given(question).map_or(Some(0), |given| given.points);
        let points = points.filter(|_| self.sheet.is_out())?;
        Some(self.cx.t.tests_earned(i64::from(points), i64::from(question.points)))
    }

    /// Whether an answer earned all there was to earn.
    fn is_full(&self, question: &Question) -> bool {
        self.given(question).and_then(|given| given.points) == Some(question.points)
    }

    /// What the right answer is, once it is of no more use, where theirs was another.
    fn right(&self, question: &Question) -> Option<String> {
        let right = question.right().join("\n");
        (self.sheet.tells(self.cx.now()) && !right.is_empty() && !self.is_full(question)).then_some(right)
    }

    fn day(&self, attempt: &Attempt) -> String {
        self.cx.lang.moment(attempt.saved_at)
    }
}

//! The questions of a test. From the moment somebody began they stay as they are: what was answered keeps its meaning.

use actix_web::web::{Path as At, Query};
use askama::Template;
use serde::Deserialize;

use super::workshop::{Workshop, list_of};
use crate::access::accounts::held;
use crate::access::{Permission, Staff};
use crate::learning::tests::forms::{QuestionForm, ROWS, is_chosen};
use crate::learning::tests::making::Made;
use crate::learning::tests::model::{Question, QuestionId, QuestionKind, TestId};
use crate::learning::tests::queries::making as queries;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Wrong};

#[derive(Template)]
#[template(path = "learning/tests/staff_questions.html")]
struct StaffQuestions<'a, P: Permission> {
    cx: &'a Cx<Staff<P>>,
    root: &'static str,
    back: String,
    made: Made,
    questions: Vec<Question>,
    in_project: bool,
}

impl<P: Permission> StaffQuestions<'_, P> {
    fn kinds(&self) -> &'static [QuestionKind] {
        QuestionKind::ALL
    }

    fn path(&self) -> String {
        format!("{}/{}", self.root, self.made.test.id)
    }

    fn most(&self) -> i64 {
        self.questions.iter().map(|q| i64::from(q.points)).sum()
    }
}

pub async fn index<W: Workshop>(cx: Cx<Staff<W::May>>, id: At<TestId>) -> Answer {
    let (made, questions) = read::<W>(&cx, id.into_inner()).await?;
    let back = list_of(made.place);
    cx.page(StaffQuestions { cx: &cx, root: W::ROOT, back, made, questions, in_project: W::IN_PROJECT })
}

async fn read<W: Workshop>(cx: &Cx<Staff<W::May>>, id: TestId) -> Result<(Made, Vec<Question>)> {
    let scope = cx.who.scope();
    cx.read(move |db| {
        let made = W::find(db, scope, id)?;
        let questions = queries::questions(db, &made)?;
        Ok((made, questions))
    })
    .await
}

#[derive(Template)]
#[template(path = "learning/tests/staff_question.html")]
struct StaffQuestion<'a, P: Permission> {
    cx: &'a Cx<Staff<P>>,
    root: &'static str,
    made: Made,
    /// The question, when it is there.
    question: Option<QuestionId>,
    kind: QuestionKind,
    form: QuestionForm,
    errors: Errors,
}

impl<P: Permission> StaffQuestion<'_, P> {
    fn path(&self) -> String {
        format!("{}/{}", self.root, self.made.test.id)
    }

    fn rows(&self) -> std::ops::RangeInclusive<usize> {
        1..=ROWS
    }

    fn is_chosen(&self) -> bool {
        is_chosen(self.kind)
    }
}

/// Which kind of question is to be made.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    kind: String,
}

fn page<W: Workshop>(
    cx: &Cx<Staff<W::May>>,
    made: Made,
    question: Option<QuestionId>,
    form: QuestionForm,
    errors: Errors,
) -> Answer {
    let wrong = !errors.is_empty();
    let errors = errors.labelled(QuestionForm::labels(cx.t));
    let kind = form.kind().unwrap_or(QuestionKind::Single);
    let page = StaffQuestion { cx, root: W::ROOT, made, question, kind, form, errors };
    if wrong { cx.invalid(page) } else { cx.page(page) }
}

pub async fn new<W: Workshop>(cx: Cx<Staff<W::May>>, id: At<TestId>, wanted: Query<Wanted>) -> Answer {
    let held: Option<QuestionForm> = held::form(&cx).await?;
    let (made, questions) = read::<W>(&cx, id.into_inner()).await?;
    let kind = QuestionKind::parse(&wanted.kind).unwrap_or(QuestionKind::Single);
    let position = i32::try_from(questions.len() + 1).unwrap_or(1);
    let form = held.unwrap_or_else(|| QuestionForm::new(kind, position));
    page::<W>(&cx, made, None, form, Errors::default())
}

pub async fn create<W: Workshop>(cx: Cx<Staff<W::May>>, id: At<TestId>, form: Form<QuestionForm>) -> Answer {
    write::<W>(&cx, id.into_inner(), None, form.0).await
}

pub async fn edit<W: Workshop>(cx: Cx<Staff<W::May>>, ids: At<(TestId, QuestionId)>) -> Answer {
    let (id, question) = ids.into_inner();
    let held: Option<QuestionForm> = held::form(&cx).await?;
    let (made, questions) = read::<W>(&cx, id).await?;
    let found = (1..).zip(&questions).find(|(_, q)| q.id == question);
    let (position, known) = found.ok_or(Error::NotFound)?;
    let form = held.unwrap_or_else(|| QuestionForm::of(known, position));
    page::<W>(&cx, made, Some(question), form, Errors::default())
}

pub async fn update<W: Workshop>(
    cx: Cx<Staff<W::May>>,
    ids: At<(TestId, QuestionId)>,
    form: Form<QuestionForm>,
) -> Answer {
    let (id, question) = ids.into_inner();
    write::<W>(&cx, id, Some(question), form.0).await
}

/// Writes a question that is new, or that is `known`.
async fn write<W: Workshop>(
    cx: &Cx<Staff<W::May>>,
    id: TestId,
    known: Option<QuestionId>,
    form: QuestionForm,
) -> Answer {
    let scope = cx.who.scope();
    let (made, questions) = read::<W>(cx, id).await?;
    if known.is_some_and(|known| questions.iter().all(|q| q.id != known)) {
        return Err(Error::NotFound);
    }
    let checked = match form.check() {
        Ok(new) => {
            cx.write(move |tx| {
                queries::lock(tx, id)?;
                if W::find(tx.db(), scope, id)?.is_settled() {
                    return Ok(Err(Errors::one("prompt", Wrong::Settled)));
                }
                match known {
                    Some(known) => queries::change_question(tx, id, known, &new)?,
                    None => queries::add_question(tx, id, &new).map(|_| ())?,
                }
                Ok(Ok(()))
            })
            .await?
        }
        Err(errors) => Err(errors),
    };
    match checked {
        Ok(()) => Ok(cx.see_other(format!("{}/{id}/questions", W::ROOT)).notice(cx.t.tests_question_saved())),
        Err(errors) => page::<W>(cx, made, known, form, errors),
    }
}

pub async fn remove<W: Workshop>(cx: Cx<Staff<W::May>>, ids: At<(TestId, QuestionId)>) -> Answer {
    let (scope, (id, question)) = (cx.who.scope(), ids.into_inner());
    let (_, questions) = read::<W>(&cx, id).await?;
    if questions.iter().all(|q| q.id != question) {
        return Err(Error::NotFound);
    }
    cx.write(move |tx| {
        queries::lock(tx, id)?;
        if W::find(tx.db(), scope, id)?.is_settled() {
            return Err(Error::Conflict);
        }
        queries::remove_question(tx, id, question)
    })
    .await?;
    Ok(cx.see_other(format!("{}/{id}/questions", W::ROOT)).notice(cx.t.tests_question_removed()))
}

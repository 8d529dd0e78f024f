//! What people want to learn, by question.

use actix_web::web;
use askama::Template;

use super::filter::Slice;
use super::model::LedProject;
use super::queries;
use crate::access::Leader;
use crate::learning::intakes::{Whose, Wish, count_wishes, wishes};
use crate::planning::projects::ProjectId;
use crate::platform::web::{Answer, Cx};

/// Learning wishes on one page.
const PAGE: usize = 100;

/// Which page is asked for.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
pub struct PageForm {
    page: String,
}

/// A question with the wishes that answer it.
struct Question {
    prompt: String,
    wishes: Vec<Wish>,
}

#[derive(Template)]
#[template(path = "planning/projects/leader_wishes.html")]
struct LeaderWishes<'a> {
    cx: &'a Cx<Leader>,
    project: LedProject,
    questions: Vec<Question>,
    unanswered: i64,
    slice: Slice,
}

impl LeaderWishes<'_> {
    /// The address of another page; nothing when there is none.
    fn page_at(&self, page: Option<usize>) -> String {
        page.map(|p| format!("/leader/projects/{}/wishes?page={p}", self.project.id)).unwrap_or_default()
    }
}

pub async fn index(cx: Cx<Leader>, id: web::Path<ProjectId>, form: web::Query<PageForm>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let (project, people, answered, slice, found) = cx
        .read(move |db| {
            let whose = Whose::Project(id);
            let project = queries::find(db, scope, id)?;
            let people = queries::size(db, scope, id)?;
            let (count, answered) = count_wishes(db, scope, whose, now)?;
            let slice = Slice::of(&form.page, usize::try_from(count).unwrap_or_default(), PAGE);
            let found = wishes(db, scope, whose, now, slice.from as i64, PAGE as i64)?;
            Ok((project, people, answered, slice, found))
        })
        .await?;
    cx.page(LeaderWishes { cx: &cx, project, questions: by_question(found), unanswered: people - answered, slice })
}

/// Wishes come in the order of their questions.
fn by_question(found: Vec<Wish>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for wish in found {
        match questions.last_mut() {
            Some(question) if question.prompt == wish.question => question.wishes.push(wish),
            _ => questions.push(Question { prompt: wish.question.clone(), wishes: vec![wish] }),
        }
    }
    questions
}

//! The page of a project: what it is, who leads it, its groups and actions, and how far everybody is.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::queries::{self, ActionLine, Counts, LeaderLine, ParticipantLine};
use crate::access::accounts::held;
use crate::access::{
    AnswerQuestions, CreateProjects, EnterParticipants, FollowProgress, LinkTrainings, Permission, Scope, Staff,
};
use crate::planning::groups::{self, Overview};
use crate::planning::projects::forms::{ChoosingForm, LeaderForm};
use crate::planning::projects::{Entry, Facts, ProjectId};
use crate::platform::clock::local;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Audience, Cx, Errors, Paging, page_query};

/// What the list of participants is narrowed to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words of a name.
    pub q: String,
    /// `waiting`, `invited` or `inside`.
    pub entry: String,
    page: String,
}

impl Filter {
    /// The page that is asked for.
    pub fn page(&self) -> i64 {
        self.page.parse().unwrap_or(1)
    }

    fn at(&self, page: i64) -> String {
        let query = page_query(&[("q", &self.q), ("entry", &self.entry)], page);
        if query.is_empty() { query } else { query + "#participants" }
    }
}

/// Everything on the page of a project.
pub struct Board {
    facts: Facts,
    leaders: Vec<LeaderLine>,
    groups: Vec<Overview>,
    actions: Vec<ActionLine>,
    participants: Vec<ParticipantLine>,
    counts: Counts,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "planning/projects/staff_show.html")]
pub struct StaffShow<'a, A: Audience> {
    cx: &'a Cx<A>,
    board: Board,
    filter: &'a Filter,
    /// Whether it still has people. Once that is over, whoever was added would not be seen either.
    lasts: bool,
    may_create: bool,
    may_enter: bool,
    may_link: bool,
    may_answer: bool,
    today: chrono::NaiveDate,
    form: &'a LeaderForm,
    errors: &'a Errors,
    choosing: ChoosingForm,
    choosing_errors: &'a Errors,
}

/// What was typed in the forms of the page, and what is wrong with it.
pub struct Typed<'a> {
    /// The form of a leader.
    pub leader: &'a LeaderForm,
    /// What is wrong with it.
    pub errors: &'a Errors,
    /// The form that says how people come by a group, when it was sent.
    pub choosing: Option<&'a ChoosingForm>,
    /// What is wrong with it.
    pub choosing_errors: &'a Errors,
}

pub async fn show(cx: Cx<Staff<FollowProgress>>, id: web::Path<i64>, filter: web::Query<Filter>) -> Answer {
    let held = if cx.who.may::<CreateProjects>() { held::form::<LeaderForm, _>(&cx).await? } else { None };
    let form = held.unwrap_or_default();
    let fine = Errors::default();
    let typed = Typed { leader: &form, errors: &fine, choosing: None, choosing_errors: &fine };
    cx.page(page(&cx, cx.who.scope(), ProjectId(*id), &filter, typed).await?)
}

/// The page, with its forms as they were typed.
pub async fn page<'a, P: Permission>(
    cx: &'a Cx<Staff<P>>,
    scope: Scope,
    id: ProjectId,
    filter: &'a Filter,
    typed: Typed<'a>,
) -> Result<StaffShow<'a, Staff<P>>> {
    let (today, asked) = (local(cx.now()).date(), filter.clone());
    let board = cx.read(move |db| board(db, scope, id, &asked, today)).await?;
    let lasts = board.facts.ends_on >= scope.horizon().people;
    let (may_create, may_enter) = (cx.who.may::<CreateProjects>(), cx.who.may::<EnterParticipants>());
    let choosing = typed.choosing.cloned().unwrap_or_else(|| ChoosingForm::of(board.facts.choosing));
    Ok(StaffShow {
        cx,
        board,
        filter,
        lasts,
        may_create: lasts && may_create,
        may_enter: lasts && may_enter,
        may_link: lasts && cx.who.may::<LinkTrainings>(),
        may_answer: lasts && cx.who.may::<AnswerQuestions>(),
        today,
        form: typed.leader,
        errors: typed.errors,
        choosing,
        choosing_errors: typed.choosing_errors,
    })
}

fn board(
    db: &mut crate::platform::db::Db,
    scope: Scope,
    id: ProjectId,
    filter: &Filter,
    today: chrono::NaiveDate,
) -> Result<Board> {
    let facts = crate::planning::projects::facts(db, scope, id)?;
    let (participants, paging) = queries::participants(db, scope, id, filter, today)?;
    Ok(Board {
        facts,
        leaders: queries::leaders(db, scope, id)?,
        groups: groups::of_project(db, scope, id)?,
        actions: queries::actions(db, scope, id)?,
        counts: queries::counts(db, scope, id)?,
        participants,
        paging,
    })
}

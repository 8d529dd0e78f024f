//! The list of participants, filtered, in order and in pages.

use actix_web::web;
use askama::Template;

use super::filter::{Filter, FilterForm, InGroup, PAGE, Slice};
use super::model::{LedGroup, LedProject, followed};
use super::queries;
use super::row::{PersonRow, rows};
use crate::access::Leader;
use crate::learning::actions::progress::{ActionProgress, Tally};
use crate::planning::projects::ProjectId;
use crate::platform::clock::local;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx};

#[derive(Template)]
#[template(path = "planning/projects/leader_participants.html")]
struct LeaderParticipants<'a> {
    cx: &'a Cx<Leader>,
    project: LedProject,
    groups: Vec<LedGroup>,
    actions: Vec<ActionProgress>,
    /// How many people there are before filtering.
    people: usize,
    rows: Vec<PersonRow>,
    form: &'a FilterForm,
    filter: Filter,
    path: String,
    slice: Slice,
}

impl LeaderParticipants<'_> {
    fn without_group(&self) -> bool {
        self.filter.group == InGroup::Without
    }

    fn ordered(&self, order: &str) -> bool {
        self.filter.order.as_str() == order
    }

    /// The address of another page; nothing when there is none.
    fn page_at(&self, page: Option<usize>) -> String {
        page.map(|p| self.form.paged(&self.path, p)).unwrap_or_default()
    }
}

pub async fn index(cx: Cx<Leader>, id: web::Path<ProjectId>, form: web::Query<FilterForm>) -> Answer {
    let (scope, today, id, asked) = (cx.who.scope(), local(cx.now()).date(), id.into_inner(), form.clone());
    let (project, groups, actions, people, did, filter) = cx
        .read(move |db| {
            let (project, planned) = queries::planned(db, scope, Some(id))?.pop().ok_or(Error::NotFound)?;
            let tally = Tally::of(db, scope, id, planned)?;
            let groups = queries::groups(db, scope, id)?;
            let actions = tally.by_action();
            let filter = asked.check(&groups, &actions)?;
            let people = followed(queries::members(db, scope, id)?, &tally, today);
            let did = filter.open.map(|action| tally.who_did(action));
            Ok((project, groups, actions, people, did.unwrap_or_default(), filter))
        })
        .await?;
    let found = filter.apply(&people, &did);
    let slice = Slice::of(&form.page, found.len(), PAGE);
    let shown = found.get(slice.from..slice.to).unwrap_or_default();
    cx.page(LeaderParticipants {
        cx: &cx,
        rows: rows(shown, &groups, &actions, today),
        path: format!("/leader/projects/{}/participants", project.id),
        people: people.len(),
        form: &form,
        project,
        groups,
        actions,
        filter,
        slice,
    })
}

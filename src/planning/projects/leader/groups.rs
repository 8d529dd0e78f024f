//! Who is in which group, with trainer, times and place.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::model::{LedGroup, LedProject, Member};
use super::queries;
use crate::access::Leader;
use crate::planning::projects::ProjectId;
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx};

/// A group with its members.
struct Composition {
    group: LedGroup,
    members: Vec<Member>,
}

#[derive(Template)]
#[template(path = "planning/projects/leader_groups.html")]
struct LeaderGroups<'a> {
    cx: &'a Cx<Leader>,
    project: LedProject,
    today: NaiveDate,
    groups: Vec<Composition>,
    without: Vec<Member>,
}

pub async fn index(cx: Cx<Leader>, id: web::Path<ProjectId>) -> Answer {
    let (scope, id) = (cx.who.scope(), id.into_inner());
    let (project, groups, mut members) = cx
        .read(move |db| {
            let project = queries::find(db, scope, id)?;
            Ok((project, queries::groups(db, scope, id)?, queries::members(db, scope, id)?))
        })
        .await?;
    members.sort_by_cached_key(|m| (m.name.folded(), m.participant));
    let composition = |group: LedGroup| {
        let members = members.iter().filter(|m| m.group == Some(group.id)).cloned().collect();
        Composition { group, members }
    };
    cx.page(LeaderGroups {
        cx: &cx,
        project,
        today: local(cx.now()).date(),
        groups: groups.into_iter().map(composition).collect(),
        without: members.iter().filter(|m| m.group.is_none()).cloned().collect(),
    })
}

//! The pages of the project leader of a client: how far the project is, who is behind, who is in which group
//! and what people want to learn.

mod filter;
mod groups;
mod model;
mod participant;
mod participants;
mod queries;
mod row;
mod wishes;

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use self::model::{Follower, LedGroup, LedProject, Phase, behind, followed, share};
use self::row::{GroupLine, PersonRow, lines, rows};
use super::ProjectId;
use crate::access::{Leader, Scope};
use crate::learning::actions::progress::{self, ActionProgress, Planned, ProjectProgress, Share, Tally};
use crate::learning::intakes::{Whose, Wish, first_wishes};
use crate::platform::clock::local;
use crate::platform::db::{Db, Moment};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Texts;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/leader", index);
    r.get("/leader/projects/{id}", show);
    r.get("/leader/projects/{id}/participants", participants::index);
    r.get("/leader/projects/{id}/groups", groups::index);
    r.get("/leader/projects/{id}/wishes", wishes::index);
    r.get("/leader/participants/{id}", participant::show);
}

/// People on the page of a project who are behind; the rest is one click away.
const BEHIND: usize = 10;
/// Learning wishes on the page of a project.
const WISHES: i64 = 3;

#[derive(Template)]
#[template(path = "planning/projects/leader_index.html")]
struct LeaderIndex<'a> {
    cx: &'a Cx<Leader>,
    projects: Vec<ProjectCard>,
}

/// A project in the list of several.
struct ProjectCard {
    project: LedProject,
    phase: String,
    running: bool,
    participants: i64,
    behind: i64,
    share: Share,
}

enum Home {
    One(Box<Overview>),
    Several(Vec<LedProject>, Vec<ProjectProgress>),
}

/// Who leads one project is at that project; who leads several chooses.
async fn index(cx: Cx<Leader>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let home = cx
        .read(move |db| {
            let mut led = queries::planned(db, scope, None)?;
            if led.len() == 1
                && let Some(only) = led.pop()
            {
                return Ok(Home::One(Box::new(overview(db, scope, only, now)?)));
            }
            let led = led.into_iter().map(|(project, _)| project).collect();
            Ok(Home::Several(led, progress::by_project(db, scope, local(now).date())?))
        })
        .await?;
    match home {
        Home::One(overview) => overview_page(&cx, *overview),
        Home::Several(led, progress) => cx.page(LeaderIndex { cx: &cx, projects: cards(&cx, led, &progress) }),
    }
}

fn cards(cx: &Cx<Leader>, mut led: Vec<LedProject>, progress: &[ProjectProgress]) -> Vec<ProjectCard> {
    let today = local(cx.now()).date();
    led.sort_by_key(|p| p.phase(today));
    let card = |project: LedProject| {
        let made = progress.iter().find(|p| p.project == project.id);
        ProjectCard {
            phase: phase(project.phase(today), cx.t),
            running: project.phase(today) == Phase::Running,
            participants: made.map_or(0, |p| p.participants),
            behind: made.map_or(0, |p| p.behind),
            share: made.map(|p| Share { done: p.done, total: p.actions }).unwrap_or_default(),
            project,
        }
    };
    led.into_iter().map(card).collect()
}

fn phase(phase: Phase, t: &Texts) -> String {
    match phase {
        Phase::Running => t.projects_leader_running(),
        Phase::Coming(days) => t.projects_leader_coming(days),
        Phase::Over(_) => t.projects_leader_over(),
    }
}

/// What the page of a project is made of.
struct Overview {
    project: LedProject,
    actions: Vec<ActionProgress>,
    people: Vec<Follower>,
    groups: Vec<LedGroup>,
    wishes: Vec<Wish>,
    wish_count: i64,
}

fn overview(db: &mut Db, scope: Scope, led: (LedProject, Vec<Planned>), now: Moment) -> Result<Overview> {
    let (project, planned) = led;
    let id = project.id;
    let tally = Tally::of(db, scope, id, planned)?;
    let (wishes, wish_count) = first_wishes(db, scope, Whose::Project(id), now, WISHES)?;
    Ok(Overview {
        project,
        actions: tally.by_action(),
        people: followed(queries::members(db, scope, id)?, &tally, local(now).date()),
        groups: queries::groups(db, scope, id)?,
        wishes,
        wish_count,
    })
}

#[derive(Template)]
#[template(path = "planning/projects/leader_show.html")]
struct LeaderShow<'a> {
    cx: &'a Cx<Leader>,
    project: LedProject,
    phase: String,
    today: NaiveDate,
    people: i64,
    share: Share,
    behind: i64,
    prepared: i64,
    late: Vec<PersonRow>,
    actions: Vec<ActionProgress>,
    groups: Vec<GroupLine>,
    /// How many people have no group, and what they did.
    without: (i64, Share),
    wishes: Vec<Wish>,
    wish_count: i64,
}

async fn show(cx: Cx<Leader>, id: web::Path<ProjectId>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let overview = cx
        .read(move |db| {
            let led = queries::planned(db, scope, Some(id))?.pop().ok_or(Error::NotFound)?;
            overview(db, scope, led, now)
        })
        .await?;
    overview_page(&cx, overview)
}

fn overview_page(cx: &Cx<Leader>, made: Overview) -> Answer {
    let today = local(cx.now()).date();
    let late = behind(&made.people);
    let first = late.get(..BEHIND).unwrap_or(&late);
    let without = || made.people.iter().filter(|f| f.member.group.is_none());
    cx.page(LeaderShow {
        cx,
        phase: phase(made.project.phase(today), cx.t),
        today,
        people: made.people.len() as i64,
        share: share(made.people.iter()),
        behind: late.len() as i64,
        prepared: made.people.iter().filter(|f| f.standing.is_prepared()).count() as i64,
        late: rows(first, &made.groups, &made.actions, today),
        without: (without().count() as i64, share(without())),
        groups: lines(made.groups, &made.people),
        actions: made.actions,
        project: made.project,
        wishes: made.wishes,
        wish_count: made.wish_count,
    })
}

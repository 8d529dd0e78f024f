//! One participant: the path, the preparation, the group and the learning wishes.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::model::{LedGroup, LedProject, Profile, spoken};
use super::queries;
use crate::access::Leader;
use crate::learning::actions::progress::{self, Share};
use crate::learning::actions::{Assignment, Kind};
use crate::learning::intakes::{Whose, Wish, wishes};
use crate::planning::absences;
use crate::planning::projects::ParticipantId;
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx};

/// More learning wishes than any intake asks for.
const MOST: i64 = 100;

/// One action as it stands.
struct Step {
    position: i32,
    title: String,
    /// `done`, `late`, `now` or `later`, as the path draws it.
    state: &'static str,
    /// The day it was done, or else the last day to do it.
    day: String,
    /// The same in words.
    note: String,
}

#[derive(Template)]
#[template(path = "planning/projects/leader_participant.html")]
struct LeaderParticipant<'a> {
    cx: &'a Cx<Leader>,
    project: LedProject,
    profile: Profile,
    today: NaiveDate,
    group: Option<LedGroup>,
    steps: Vec<Step>,
    share: Share,
    prepared: bool,
    wishes: Vec<Wish>,
    /// The days of the meetings from which they are excused; not why.
    excused: Vec<String>,
}

pub async fn show(cx: Cx<Leader>, id: web::Path<ParticipantId>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let (profile, project, groups, path, wishes, excused) = cx
        .read(move |db| {
            let profile = queries::profile(db, scope, id)?;
            let project = queries::find(db, scope, profile.project)?;
            let groups = queries::groups(db, scope, profile.project)?;
            let path = progress::of_participant(db, scope, id)?;
            let wishes = wishes(db, scope, Whose::Participant(id), now, 0, MOST)?;
            let excused = absences::excused(db, scope, id)?;
            Ok((profile, project, groups, path, wishes, excused))
        })
        .await?;
    let today = local(now).date();
    let done = path.iter().filter(|a| a.done_at.is_some()).count();
    cx.page(LeaderParticipant {
        cx: &cx,
        today,
        group: groups.into_iter().find(|g| Some(g.id) == profile.member.group),
        steps: steps(&cx, &path, today),
        share: Share { done: done as i64, total: path.len() as i64 },
        prepared: path.iter().all(|a| !a.preparation || a.done_at.is_some()),
        project,
        profile,
        wishes,
        excused: excused.into_iter().map(|at| cx.lang.day_of(at)).collect(),
    })
}

fn steps(cx: &Cx<Leader>, path: &[Assignment], today: NaiveDate) -> Vec<Step> {
    let waits = |a: &Assignment| a.kind == Kind::Attendance && a.is_late(today);
    let first_open = path.iter().find(|a| a.done_at.is_none() && !waits(a)).map(|a| a.action);
    let say = |day| spoken(cx.lang, day, today);
    let step = |action: &Assignment| {
        let due = action.due_on;
        let (state, day, note) = match action.done_at.map(|at| local(at).date()) {
            Some(day) => ("done", day, cx.t.projects_leader_step_done(say(day))),
            // Whether they were there is for the trainer to say.
            None if waits(action) => ("later", due, cx.t.projects_leader_step_attendance()),
            None if action.is_late(today) => {
                ("late", due, cx.t.projects_leader_step_late((today - due).num_days(), say(due)))
            }
            None if first_open == Some(action.action) => ("now", due, cx.t.projects_leader_step_open(say(due))),
            None => ("later", due, cx.t.projects_leader_step_open(say(due))),
        };
        Step { position: action.position, title: action.title.clone(), state, day: day.to_string(), note }
    };
    path.iter().map(step).collect()
}

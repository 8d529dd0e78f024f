//! Groups as staff make and fill them, and as they call off a meeting.

use actix_web::web;
use askama::Template;

use super::forms::{GroupForm, PlacementForm};
use super::model::{Changing, Clash, GroupId, Meeting, MeetingId, Member, Overview, Placing};
use super::queries::{self, Waiting};
use crate::access::accounts::held;
use crate::access::{AnswerQuestions, CreateProjects, FollowProgress, Role, Staff};
use crate::crm::people::{Name, PersonId};
use crate::crm::staff;
use crate::planning::projects::{self, Facts, ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Audience, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.get("/staff/projects/{id}/groups/new", new).post("/staff/projects/{id}/groups", create);
    r.get("/staff/groups/{id}", show).post("/staff/groups/{id}", update);
    r.post("/staff/groups/{id}/placements", placement);
    r.post("/staff/groups/{id}/placements/{participant}/ending", ending);
    r.post("/staff/groups/{id}/meetings/{meeting}/cancellation", cancellation);
}

type Trainers = Vec<(PersonId, Name)>;

#[derive(Template)]
#[template(path = "planning/groups/staff_new.html")]
struct StaffNew<'a> {
    cx: &'a Cx<Staff<CreateProjects>>,
    project: Facts,
    trainers: Trainers,
    form: &'a GroupForm,
    errors: &'a Errors,
}

async fn new(cx: Cx<Staff<CreateProjects>>, id: web::Path<i64>) -> Answer {
    let (project, trainers) = beforehand(&cx, ProjectId(*id)).await?;
    let form = held::form::<GroupForm, _>(&cx).await?.unwrap_or_else(GroupForm::empty);
    cx.page(StaffNew { cx: &cx, project, trainers, form: &form, errors: &Errors::default() })
}

async fn create(cx: Cx<Staff<CreateProjects>>, id: web::Path<i64>, form: Form<GroupForm>) -> Answer {
    let (project, trainers) = beforehand(&cx, ProjectId(*id)).await?;
    let made = match form.check(&numbers(&trainers), 0) {
        Ok(group) => {
            let id = project.id;
            let made = cx.write(move |tx| queries::create(tx, id, &group)).await?;
            made.ok_or_else(|| Errors::one("name", Wrong::Taken))
        }
        Err(errors) => Err(errors),
    };
    match made {
        Ok(group) => Ok(cx.see_other(format!("/staff/groups/{group}")).notice(cx.t.groups_made(form.name.trim()))),
        Err(errors) => {
            let errors = errors.labelled(form.labels(cx.t));
            cx.invalid(StaffNew { cx: &cx, project, trainers, form: &form, errors: &errors })
        }
    }
}

async fn beforehand(cx: &Cx<Staff<CreateProjects>>, id: ProjectId) -> Result<(Facts, Trainers)> {
    let (scope, today) = (cx.who.scope(), local(cx.now()).date());
    cx.read(move |db| Ok((projects::facts(db, scope, id)?, staff::with_role(db, Role::Trainer, today)?))).await
}

fn numbers(people: &[(PersonId, Name)]) -> Vec<PersonId> {
    people.iter().map(|p| p.0).collect()
}

/// A group with the people in it and, for those who may place them, the people without one.
struct Room {
    project: Facts,
    group: Overview,
    members: Vec<Member>,
    unplaced: Vec<Member>,
    waiting: i64,
    line: Vec<Waiting>,
    called_off: Vec<Meeting>,
    trainers: Trainers,
    now: Moment,
}

/// Who would have to be at two places at once, in words, besides the mark on the field.
type Obstacles = Vec<String>;

#[derive(Template)]
#[template(path = "planning/groups/staff_show.html")]
struct StaffShow<'a, A: Audience> {
    cx: &'a Cx<A>,
    room: Room,
    may_place: bool,
    may_answer: bool,
    /// Whether the form of the group came back after signing in again.
    held: bool,
    form: &'a GroupForm,
    placement: &'a PlacementForm,
    errors: &'a Errors,
    placement_errors: &'a Errors,
    obstacles: Obstacles,
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Search {
    q: String,
}

async fn show(cx: Cx<Staff<FollowProgress>>, id: web::Path<i64>, search: web::Query<Search>) -> Answer {
    let room = room(&cx, cx.who.scope(), GroupId(*id), search.q.clone()).await?;
    let may_place = room.group.group.lasts && cx.who.may::<CreateProjects>();
    let kept = if may_place { held::form::<GroupForm, _>(&cx).await? } else { None };
    let kept = kept.filter(|f| !f.is_blank());
    let held = kept.is_some();
    let form = kept.unwrap_or_else(|| GroupForm::of(&room.group));
    let placement = PlacementForm { q: search.into_inner().q, ..PlacementForm::default() };
    let fine = Errors::default();
    let (errors, placement_errors) = (&fine, &fine);
    cx.page(StaffShow {
        cx: &cx,
        room,
        may_place,
        may_answer: cx.who.may::<AnswerQuestions>(),
        held,
        form: &form,
        placement: &placement,
        errors,
        placement_errors,
        obstacles: Obstacles::new(),
    })
}

async fn room<A: Audience>(cx: &Cx<A>, scope: crate::access::Scope, id: GroupId, search: String) -> Result<Room> {
    let now = cx.now();
    let today = local(now).date();
    cx.read(move |db| {
        let group = queries::find(db, scope, id)?;
        let (unplaced, waiting) = queries::unplaced(db, scope, group.group.project, &search)?;
        Ok(Room {
            project: projects::facts(db, scope, group.group.project)?,
            members: queries::members(db, scope, id)?,
            line: if group.line + group.held > 0 { queries::line(db, scope, id)? } else { Vec::new() },
            called_off: queries::called_off(db, id, now)?,
            trainers: staff::with_role(db, Role::Trainer, today)?,
            group,
            unplaced,
            waiting,
            now,
        })
    })
    .await
}

async fn update(cx: Cx<Staff<CreateProjects>>, id: web::Path<i64>, form: Form<GroupForm>) -> Answer {
    let (id, scope) = (GroupId(*id), cx.who.scope());
    let room = room(&cx, scope, id, String::new()).await?;
    let mut obstacles = Obstacles::new();
    let changed = match form.check(&numbers(&room.trainers), room.group.placed) {
        Ok(group) => match cx.write(move |tx| queries::update(tx, scope, id, &group)).await? {
            Changing::Done => Ok(()),
            Changing::Taken => Err(Errors::one("name", Wrong::Taken)),
            Changing::Busy(clashes) => {
                obstacles.extend(clashes.iter().map(|clash| obstacle(&cx, clash)));
                Err(Errors::one("move_reason", Wrong::Required))
            }
        },
        Err(errors) => Err(errors),
    };
    match changed {
        Ok(()) => Ok(cx.see_other(format!("/staff/groups/{id}")).notice(cx.t.groups_changed(form.name.trim()))),
        Err(errors) => cx.invalid(StaffShow {
            cx: &cx,
            room,
            may_place: true,
            may_answer: cx.who.may::<AnswerQuestions>(),
            held: false,
            form: &form,
            placement: &PlacementForm::default(),
            errors: &errors.labelled(form.labels(cx.t)),
            placement_errors: &Errors::default(),
            obstacles,
        }),
    }
}

async fn placement(cx: Cx<Staff<CreateProjects>>, id: web::Path<i64>, form: Form<PlacementForm>) -> Answer {
    let (id, scope) = (GroupId(*id), cx.who.scope());
    let mut obstacles = Obstacles::new();
    let placed = match form.check() {
        Ok((chosen, reason)) => {
            match cx.write(move |tx| queries::place(tx, scope, id, &chosen, reason.as_deref())).await? {
                Placing::Done(count) => Ok(count),
                Placing::NoRoom(left) => Err(Errors::one("participant", Wrong::NoRoom(left))),
                Placing::Busy(clashes) => {
                    obstacles.extend(clashes.iter().map(|clash| obstacle(&cx, clash)));
                    Err(Errors::one("reason", Wrong::Required))
                }
            }
        }
        Err(errors) => Err(errors),
    };
    match placed {
        Ok(count) => Ok(cx.see_other(format!("/staff/groups/{id}")).notice(cx.t.groups_placed(count as i64))),
        Err(errors) => {
            let room = room(&cx, scope, id, form.q.clone()).await?;
            let kept = GroupForm::of(&room.group);
            cx.invalid(StaffShow {
                cx: &cx,
                room,
                may_place: true,
                may_answer: cx.who.may::<AnswerQuestions>(),
                held: false,
                form: &kept,
                placement: &form,
                errors: &Errors::default(),
                placement_errors: &errors.labelled(vec![("reason".into(), cx.t.groups_reason())]),
                obstacles,
            })
        }
    }
}

fn obstacle<A: Audience>(cx: &Cx<A>, clash: &Clash) -> String {
    let when = format!("{}, {}", cx.lang.day_of(clash.starts_at), cx.lang.span(clash.starts_at, clash.ends_at));
    cx.t.groups_obstacle(clash.name.full(), &clash.project, &clash.group, when)
}

async fn cancellation(cx: Cx<Staff<CreateProjects>>, path: web::Path<(i64, i64)>) -> Answer {
    let (id, meeting, scope) = (GroupId(path.0), MeetingId(path.1), cx.who.scope());
    let gone = cx.write(move |tx| queries::cancel(tx, scope, id, meeting)).await?;
    let said = cx.t.groups_called_off(cx.lang.day_of(gone.starts_at));
    Ok(cx.see_other(format!("/staff/groups/{id}")).notice(said))
}

async fn ending(cx: Cx<Staff<CreateProjects>>, path: web::Path<(i64, i64)>) -> Answer {
    let (id, participant, scope) = (GroupId(path.0), ParticipantId(path.1), cx.who.scope());
    let who = cx.write(move |tx| queries::take_out(tx, scope, id, participant)).await?;
    Ok(cx.see_other(format!("/staff/groups/{id}")).notice(cx.t.groups_taken_out(who.name.full())))
}

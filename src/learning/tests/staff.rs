//! Tests as staff see them: what waits to be marked, and the tests of a project. Making tests is in [`settings`] and
//! [`questions`], reading answers in [`marking`], what came of a test in [`results`].

mod marking;
mod questions;
mod results;
mod settings;
mod workshop;

use actix_web::web::Path as At;
use askama::Template;

use self::workshop::{InProject, InTraining};
use super::queries::marking::{Counted, Waiting};
use super::queries::{self};
use crate::access::{CreateProjects, FollowProgress, Staff};
use crate::planning::projects::ProjectId;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/staff/tests", index);
    r.get("/staff/projects/{id}/tests", project);
    r.get("/staff/projects/{id}/tests/new", settings::new::<InProject>);
    r.post("/staff/projects/{id}/tests/new", settings::create::<InProject>);
    r.get("/staff/tests/{test}", results::show);
    r.post("/staff/tests/{test}/release", results::release);
    r.get("/staff/attempts/{attempt}", marking::show);
    r.post("/staff/attempts/{attempt}", marking::update);
    r.get("/staff/tests/{test}/settings", settings::edit::<InProject>);
    r.post("/staff/tests/{test}/settings", settings::update::<InProject>);
    r.post("/staff/tests/{test}/removal", settings::remove::<InProject>);
    r.post("/staff/tests/{test}/opening", settings::open::<InProject>);
    r.get("/staff/tests/{test}/questions", questions::index::<InProject>);
    r.get("/staff/tests/{test}/questions/new", questions::new::<InProject>);
    r.post("/staff/tests/{test}/questions/new", questions::create::<InProject>);
    r.get("/staff/tests/{test}/questions/{question}", questions::edit::<InProject>);
    r.post("/staff/tests/{test}/questions/{question}", questions::update::<InProject>);
    r.post("/staff/tests/{test}/questions/{question}/removal", questions::remove::<InProject>);
    r.get("/staff/catalogue/tests", settings::catalogue);
    r.get("/staff/catalogue/trainings/{training}/tests/new", settings::new::<InTraining>);
    r.post("/staff/catalogue/trainings/{training}/tests/new", settings::create::<InTraining>);
    r.get("/staff/catalogue/tests/{test}/settings", settings::edit::<InTraining>);
    r.post("/staff/catalogue/tests/{test}/settings", settings::update::<InTraining>);
    r.post("/staff/catalogue/tests/{test}/removal", settings::remove::<InTraining>);
    r.post("/staff/catalogue/tests/{test}/opening", settings::open::<InTraining>);
    r.get("/staff/catalogue/tests/{test}/questions", questions::index::<InTraining>);
    r.get("/staff/catalogue/tests/{test}/questions/new", questions::new::<InTraining>);
    r.post("/staff/catalogue/tests/{test}/questions/new", questions::create::<InTraining>);
    r.get("/staff/catalogue/tests/{test}/questions/{question}", questions::edit::<InTraining>);
    r.post("/staff/catalogue/tests/{test}/questions/{question}", questions::update::<InTraining>);
    r.post("/staff/catalogue/tests/{test}/questions/{question}/removal", questions::remove::<InTraining>);
}

#[derive(Template)]
#[template(path = "learning/tests/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    waiting: Vec<Waiting>,
}

async fn index(cx: Cx<Staff<FollowProgress>>) -> Answer {
    let scope = cx.who.scope();
    let waiting = cx.read(move |db| queries::marking::waiting(db, scope)).await?;
    cx.page(StaffIndex { cx: &cx, waiting })
}

#[derive(Template)]
#[template(path = "learning/tests/staff_project.html")]
struct StaffProject<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    project: ProjectId,
    name: String,
    tests: Vec<Counted>,
}

async fn project(cx: Cx<Staff<FollowProgress>>, id: At<ProjectId>) -> Answer {
    let (scope, project) = (cx.who.scope(), id.into_inner());
    let (name, tests) = cx.read(move |db| queries::marking::of_project(db, scope, project)).await?;
    cx.page(StaffProject { cx: &cx, project, name, tests })
}

impl StaffProject<'_> {
    fn may_make(&self) -> bool {
        self.cx.who.may::<CreateProjects>()
    }
}

//! The certificate as a student has it: what it still takes, and the paper itself.

use actix_web::web::Path as At;
use askama::Template;
use chrono::NaiveDate;

use super::model::{Condition, Course, Issued, Standing};
use super::paper::{self, Look};
use super::queries::{self, issued};
use crate::access::Student;
use crate::learning::actions::{ActionId, Kind};
use crate::planning::participations::{self, Participation};
use crate::planning::projects::ProjectId;
use crate::platform::clock::local;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Audience, Cx, Reply, Routes, pdf};

pub fn routes(r: &mut Routes) {
    r.get("/student/certificates", index);
    r.get("/student/certificates/{project}", show);
    r.get("/student/certificates/{project}/file", file);
}

/// A training that somebody took part in, with the certificate they have of it.
struct Taken {
    part: Participation,
    certificate: Option<Issued>,
}

#[derive(Template)]
#[template(path = "learning/certificates/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    taken: Vec<Taken>,
    today: NaiveDate,
}

async fn index(cx: Cx<Student>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let today = local(now).date();
    let (mut parts, given) = cx
        .read(move |db| Ok((participations::of(db, scope.of_what_is_kept(), now)?, issued::all(db, scope, now)?)))
        .await?;
    // A certificate outlives the rest of a project.
    parts.retain(|part| part.ends_on >= scope.horizon().people || given.iter().any(|g| g.0 == part.project));
    parts.sort_by_key(|p| p.rank(today));
    let of = |project| given.iter().find(|g| g.0 == project).map(|g| g.1.clone());
    let taken = parts.into_iter().map(|part| Taken { certificate: of(part.project), part }).collect();
    cx.page(StudentIndex { cx: &cx, taken, today })
}

#[derive(Template)]
#[template(path = "learning/certificates/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    course: Course,
    standing: Standing,
    conditions: Vec<Condition>,
}

async fn show(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let (course, standing) = cx
        .read(move |db| {
            let kept = scope.of_what_is_kept();
            let course = queries::course(db, kept, project.into_inner())?;
            let standing = queries::standing_of_student(db, kept, &course)?;
            let lasts = course.ends_on >= scope.horizon().people;
            let given = standing.certificate.as_ref().is_some_and(|given| given.shown().is_some());
            // A certificate outlives the rest of a project.
            if lasts || given { Ok((course, standing)) } else { Err(Error::NotFound) }
        })
        .await?;
    let conditions = standing.conditions(&course, now);
    cx.page(StudentShow { cx: &cx, course, standing, conditions })
}

impl StudentShow<'_> {
    fn words(&self, condition: &Condition) -> String {
        words(self.cx, condition)
    }

    /// How many are met, and how many there are.
    fn met(&self) -> (i64, i64) {
        (self.conditions.iter().filter(|c| c.is_met()).count() as i64, self.conditions.len() as i64)
    }

    /// The steps that are still open, for a condition that asks for them.
    fn open(&self, condition: &Condition) -> Vec<(String, String)> {
        let wanted = |kind: Kind| match condition {
            Condition::Actions(_) => !matches!(kind, Kind::Attendance | Kind::Evaluation | Kind::Test),
            Condition::Tests(_) => kind == Kind::Test,
            Condition::Evaluation(_) => kind == Kind::Evaluation,
            _ => false,
        };
        let open = self.standing.open.iter().filter(|o| wanted(o.kind));
        open.map(|o| (href(o.kind, o.id), o.title.clone())).collect()
    }

    /// Whether they have one whose data are still there.
    fn issued(&self) -> Option<(String, String)> {
        let certificate = self.standing.certificate.as_ref()?;
        Some((certificate.shown()?, self.cx.lang.date(certificate.issued_on?)))
    }
}

/// A condition in words.
pub fn words<A: Audience>(cx: &Cx<A>, condition: &Condition) -> String {
    let t = cx.t;
    match *condition {
        Condition::Actions(0) => t.certificates_steps_done(),
        Condition::Actions(open) => t.certificates_steps_open(open),
        Condition::Attendance { total: 0, .. } => t.certificates_no_meetings(),
        Condition::Attendance { attended, needed, total } => t.certificates_attended(total, attended, needed),
        Condition::Over(true) => t.certificates_is_over(),
        Condition::Over(false) => t.certificates_not_over(),
        Condition::Evaluation(true) => t.certificates_evaluated(),
        Condition::Evaluation(false) => t.certificates_not_evaluated(),
        Condition::Tests(0) => t.certificates_tested(),
        Condition::Tests(open) => t.certificates_not_tested(open),
    }
}

fn href(kind: Kind, id: ActionId) -> String {
    match kind {
        Kind::Intake => format!("/student/intakes/{id}"),
        Kind::Evaluation => format!("/student/evaluations/{id}"),
        Kind::Test => format!("/student/tests/{id}"),
        _ => format!("/student/actions/{id}"),
    }
}

async fn file(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    let (scope, now, project) = (cx.who.scope(), cx.now(), project.into_inner());
    let kept = cx
        .read(move |db| {
            let kept = scope.of_what_is_kept();
            let part = queries::own_part(db, kept, project)?;
            issued::of(db, kept, part, now)
        })
        .await?;
    send(&cx, kept).await
}

/// The answer that carries the paper: something to save, and never a page of ours.
pub async fn send<A: Audience>(cx: &Cx<A>, kept: issued::Kept) -> Result<Reply> {
    let colour = cx.site().config.colour;
    let check = cx.site().config.link("/certificates");
    let name = format!("certificate-{}.pdf", kept.facts.shown());
    // Half a moment of arithmetic, off the server's own threads.
    let printed = actix_web::web::block(move || paper::print(&kept.facts, &Look { colour, check: &check })).await??;
    Ok(pdf(&name, printed))
}

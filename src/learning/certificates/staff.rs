//! Certificates as staff see them: who has one and what the others still miss, what a project asks, and another
//! one in place of one that is wrong.

mod replacing;
mod rules;

use actix_web::web::Path as At;
use askama::Template;

use super::model::{CertificateId, Condition, Course, Standing};
use super::queries::{self, issued};
use super::student::{send, words};
use crate::access::{CreateProjects, FollowProgress, Staff};
use crate::planning::projects::ProjectId;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/staff/projects/{id}/certificates", index);
    r.get("/staff/projects/{id}/certificates/rules", rules::edit);
    r.post("/staff/projects/{id}/certificates/rules", rules::update);
    r.get("/staff/certificates/{id}", replacing::show);
    r.get("/staff/certificates/{id}/file", file);
    r.post("/staff/certificates/{id}/replacement", replacing::create);
}

#[derive(Template)]
#[template(path = "learning/certificates/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    course: Course,
    standings: Vec<Standing>,
}

async fn index(cx: Cx<Staff<FollowProgress>>, id: At<ProjectId>) -> Answer {
    let scope = cx.who.scope();
    let (course, standings) = cx
        .read(move |db| {
            let course = queries::course(db, scope, id.into_inner())?;
            let standings = queries::standings(db, scope, &course)?;
            Ok((course, standings))
        })
        .await?;
    cx.page(StaffIndex { cx: &cx, course, standings })
}

impl StaffIndex<'_> {
    /// What somebody still misses, in words.
    fn missing(&self, standing: &Standing) -> Vec<String> {
        let conditions = standing.conditions(&self.course, self.cx.now());
        conditions.iter().filter(|c| !c.is_met()).map(|c| self.words(c)).collect()
    }

    fn words(&self, condition: &Condition) -> String {
        words(self.cx, condition)
    }

    /// How many have a certificate.
    fn given(&self) -> i64 {
        self.standings.iter().filter(|s| s.certificate.is_some()).count() as i64
    }

    fn may_change(&self) -> bool {
        self.cx.who.may::<CreateProjects>()
    }
}

/// Opening somebody's certificate leaves a line in the register.
async fn file(cx: Cx<Staff<FollowProgress>>, id: At<CertificateId>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let kept = cx.read(move |db| issued::find(db, scope, id, now)).await?;
    let person = kept.person;
    cx.write(move |tx| tx.record("read", "certificates", id.0, Some(person.0))).await?;
    send(&cx, kept).await
}

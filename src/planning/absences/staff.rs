//! Who cannot come, for the trainer of the group and for those who answer questions.

use askama::Template;

use super::model::Absent;
use super::queries;
use crate::access::{AnswerQuestions, FollowProgress, Staff};
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/staff/absences", index);
}

#[derive(Template)]
#[template(path = "planning/absences/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Cx<Staff<AnswerQuestions>>,
    absent: Vec<Absent>,
    may_follow: bool,
}

async fn index(cx: Cx<Staff<AnswerQuestions>>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let absent = cx.read(move |db| queries::list(db, scope, now)).await?;
    cx.page(StaffIndex { cx: &cx, absent, may_follow: cx.who.may::<FollowProgress>() })
}

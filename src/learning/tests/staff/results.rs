//! What came of a test: who handed in, and what they earned.

use actix_web::web::Path as At;
use askama::Template;

use crate::access::{CreateProjects, FollowProgress, Staff};
use crate::learning::certificates;
use crate::learning::tests::model::{Attempt, TestId};
use crate::learning::tests::queries::marking::{self as queries, Results};
use crate::platform::web::{Answer, Cx};

#[derive(Template)]
#[template(path = "learning/tests/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    results: Results,
}

pub async fn show(cx: Cx<Staff<FollowProgress>>, id: At<TestId>) -> Answer {
    let (scope, id) = (cx.who.scope(), id.into_inner());
    let results = cx.read(move |db| queries::results(db, scope, id)).await?;
    cx.page(StaffShow { cx: &cx, results })
}

/// Shows the results to those they are about. Who passed gets the tick, and maybe a certificate.
pub async fn release(cx: Cx<Staff<FollowProgress>>, id: At<TestId>) -> Answer {
    let (scope, id, provider) = (cx.who.scope(), id.into_inner(), cx.provider().to_owned());
    cx.write(move |tx| {
        let project = queries::release(tx, scope, id)?;
        certificates::attendance_noted(tx, project, &provider)
    })
    .await?;
    Ok(cx.see_other(format!("/staff/tests/{id}")).notice(cx.t.tests_released()))
}

impl StaffShow<'_> {
    fn may_make(&self) -> bool {
        self.cx.who.may::<CreateProjects>()
    }

    /// How many people handed in, of how many.
    fn handed_in(&self) -> (i64, i64) {
        let people = &self.results.people;
        (people.iter().filter(|p| !p.1.is_empty()).count() as i64, people.len() as i64)
    }

    /// Whether an attempt passed, in words, and what kind of mark that is.
    fn outcome(&self, attempt: &Attempt) -> Option<(&'static str, String)> {
        let t = self.cx.t;
        if attempt.is_read() {
            return Some(("warn", t.tests_to_be_marked()));
        }
        let passed = |passed| if passed { ("done", t.tests_with_passed()) } else { ("late", t.tests_with_failed()) };
        attempt.passed.map(passed)
    }

    /// What an attempt earned, in words, once it is marked.
    fn score(&self, attempt: &Attempt) -> Option<String> {
        let score = attempt.score.filter(|_| !attempt.is_read())?;
        Some(self.cx.t.tests_score(i64::from(score.points), i64::from(score.most), score.percent()))
    }
}

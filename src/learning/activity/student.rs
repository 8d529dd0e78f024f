//! What was written down about oneself: the days one was active, what one began and finished, what one opened, and
//! when and from where one signed in.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::model::{Course, Document, Opening, SignIn, Sitting, Task, Trace, documents, months};
use super::queries;
use super::words::{self, Row};
use crate::access::Student;
use crate::access::accounts::browsers;
use crate::planning::participations::{self, Participation};
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Paging, Routes, page_query};

pub fn routes(r: &mut Routes) {
    r.get("/student/activity", index);
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Filter {
    page: String,
}

/// What somebody did in one project.
struct Part {
    project: Participation,
    /// On how many days they were active.
    days: i64,
    /// Those days, a line for each month.
    months: Vec<String>,
    rows: Vec<Row>,
    documents: Vec<Document>,
}

impl Part {
    fn is_empty(&self) -> bool {
        self.days == 0 && self.rows.is_empty()
    }
}

#[derive(Template)]
#[template(path = "learning/activity/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    parts: Vec<Part>,
    sign_ins: Vec<SignIn>,
    paging: Paging,
}

async fn index(cx: Cx<Student>, filter: web::Query<Filter>) -> Answer {
    let (scope, now, page) = (cx.who.scope(), cx.now(), filter.page.parse().unwrap_or(1));
    let today = local(now).date();
    let (mut projects, work, signed_in) = cx
        .read(move |db| {
            let projects = participations::of(db, scope, now)?;
            let ids: Vec<_> = projects.iter().map(|project| project.participant).collect();
            Ok((projects, queries::own_work(db, scope, &ids)?, queries::own_sign_ins(db, scope, page)?))
        })
        .await?;
    projects.sort_by_key(|project| project.rank(today));
    let (tasks, sittings, openings) = work;
    let parts = projects.into_iter().map(|project| part(&cx, project, &tasks, &sittings, &openings)).collect();
    let (sign_ins, paging) = signed_in;
    cx.page(StudentIndex { cx: &cx, parts, sign_ins, paging })
}

fn part(cx: &Cx<Student>, project: Participation, tasks: &[Task], sittings: &[Sitting], openings: &[Opening]) -> Part {
    let me = project.participant;
    let tasks = || tasks.iter().filter(|task| task.participant == me);
    let opened = || openings.iter().filter(|opening| opening.participant == me);
    let worked = sittings.iter().filter(|s| s.participant == me).flat_map(|s| [s.began_at, s.worked_until]);
    let done = tasks().filter_map(|task| task.done_at);
    let active = months(worked.chain(done).chain(opened().map(|opening| opening.opened_at)));
    let courses = tasks().map(|task| Course::new(task.clone(), sittings)).filter(Course::is_touched);
    Part {
        days: active.iter().map(|(_, days)| days.len() as i64).sum(),
        months: active.iter().map(|(month, days)| words::in_month(cx.t, cx.lang, *month, days)).collect(),
        rows: courses.map(|course| Row::new(cx.t, cx.lang, course)).collect(),
        documents: documents(opened()),
        project,
    }
}

impl StudentIndex<'_> {
    fn at(&self, page: i64) -> String {
        let query = page_query(&[], page);
        if query.is_empty() { query } else { query + "#sign-ins" }
    }

    fn address(&self, sign_in: &SignIn) -> String {
        self.trace(&sign_in.address, str::to_owned)
    }

    fn browser(&self, sign_in: &SignIn) -> String {
        self.trace(&sign_in.browser, |kept| browsers::in_words(self.cx.t, kept))
    }

    fn trace(&self, trace: &Trace, says: impl Fn(&str) -> String) -> String {
        match trace {
            Trace::Kept(kept) => says(kept),
            Trace::Unknown => self.cx.t.activity_unknown(),
            Trace::Over => self.cx.t.activity_erased(),
        }
    }

    /// How long what is called `kind` is kept here, in words.
    fn kept(&self, kind: &str) -> String {
        let policy = self.cx.site().terms.get().of(kind);
        policy.map(|policy| policy.destroy.says(self.cx.t)).unwrap_or_default()
    }
}

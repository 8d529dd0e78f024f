//! Who looked at one's own data: by role and moment, never by name.

use actix_web::web;
use askama::Template;

use super::model::Line;
use super::queries::{self, PER_PAGE};
use crate::access::Oneself;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/account/register", index);
}

#[derive(serde::Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Wanted {
    /// `all` for everything that was done, and not only who looked.
    show: String,
    page: i64,
}

#[derive(Template)]
#[template(path = "privacy/register/own_index.html")]
struct OwnIndex<'a> {
    cx: &'a Cx<Oneself>,
    lines: Vec<Line>,
    all: bool,
    page_number: i64,
    more: bool,
}

impl OwnIndex<'_> {
    fn previous(&self) -> String {
        if self.page_number > 1 { self.at(self.page_number - 1) } else { String::new() }
    }

    fn next(&self) -> String {
        if self.more { self.at(self.page_number + 1) } else { String::new() }
    }

    fn at(&self, page: i64) -> String {
        let show = if self.all { "show=all&" } else { "" };
        format!("/account/register?{show}page={page}")
    }

    /// What was done and with what, in words.
    fn what(&self, line: &Line) -> String {
        let t = self.cx.t;
        t.register_own_what(t.register_subject(line.subject.as_str()), t.register_act(line.act.as_str()))
    }
}

async fn index(cx: Cx<Oneself>, wanted: web::Query<Wanted>) -> Answer {
    let (scope, account, all) = (cx.who.scope(), cx.who.account(), wanted.show == "all");
    let page_number = wanted.page.clamp(1, 1_000_000);
    let mut lines = cx.read(move |db| queries::by_others(db, scope, account, all, page_number - 1)).await?;
    let most = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let more = lines.len() > most;
    lines.truncate(most);
    cx.page(OwnIndex { cx: &cx, lines, all, page_number, more })
}

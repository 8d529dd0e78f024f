//! The register as the security officer reads it.

use actix_web::web;
use askama::Template;

use super::model::{ACTS, Line};
use super::queries;
use crate::access::{ReadRegister, Staff};
use crate::platform::jobs::jump::{self, Alarm};
use crate::platform::web::{Answer, Cx, Routes};

type Officer = Cx<Staff<ReadRegister>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/register", index);
}

#[derive(Template)]
#[template(path = "privacy/register/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Officer,
    lines: Vec<Line>,
    chosen: Option<&'static str>,
    page_number: i64,
    more: bool,
    alarm: Option<Alarm>,
}

impl StaffIndex<'_> {
    /// The acts in words, in the order of the alphabet.
    fn acts(&self) -> Vec<(&'static str, String)> {
        let mut acts: Vec<_> = ACTS.iter().map(|act| (*act, self.cx.t.register_act(act))).collect();
        acts.sort_by(|a, b| a.1.cmp(&b.1));
        acts
    }

    fn is_chosen(&self, act: &str) -> bool {
        self.chosen == Some(act)
    }

    fn previous(&self) -> String {
        if self.page_number > 1 { self.at(self.page_number - 1) } else { String::new() }
    }

    fn next(&self) -> String {
        if self.more { self.at(self.page_number + 1) } else { String::new() }
    }

    fn at(&self, page: i64) -> String {
        let act = self.chosen.map(|act| format!("act={act}&")).unwrap_or_default();
        format!("/staff/register?{act}page={page}")
    }
}

#[derive(serde::Deserialize)]
struct Wanted {
    act: Option<String>,
    page: Option<i64>,
}

async fn index(cx: Officer, query: web::Query<Wanted>) -> Answer {
    let page_number = query.page.unwrap_or(1).clamp(1, 1_000_000);
    let wanted = query.act.as_deref().unwrap_or_default();
    let chosen = ACTS.iter().copied().find(|act| *act == wanted);
    let (mut lines, alarm) =
        cx.read(move |db| Ok((queries::lines(db, chosen, page_number - 1)?, jump::alarm(db)?))).await?;
    let most = usize::try_from(queries::PER_PAGE).unwrap_or(usize::MAX);
    let more = lines.len() > most;
    lines.truncate(most);
    cx.page(StaffIndex { cx: &cx, lines, chosen, page_number, more, alarm })
}

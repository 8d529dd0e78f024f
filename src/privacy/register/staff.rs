//! The register as the security officer reads it.

use actix_web::web;
use askama::Template;

use super::model::{ACTS, Fault, Line};
use super::{WATCH, queries};
use crate::access::{ReadRegister, Staff};
use crate::platform::db::Moment;
use crate::platform::jobs;
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
    /// What the last check of the chain found.
    faults: Vec<Fault>,
    /// When the chain was checked last.
    checked: Option<Moment>,
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

    fn fault(&self, fault: &Fault) -> String {
        let t = self.cx.t;
        let kind = fault.kind.as_str();
        if fault.is_wide() {
            t.register_fault_lines(kind, fault.first, fault.last)
        } else {
            t.register_fault_line(kind, fault.first)
        }
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
    let (mut lines, alarm, faults, checked) = cx
        .read(move |db| {
            let lines = queries::lines(db, chosen, page_number - 1)?;
            Ok((lines, jump::alarm(db)?, queries::faults(db)?, jobs::last_ok(db, WATCH)?))
        })
        .await?;
    let most = usize::try_from(queries::PER_PAGE).unwrap_or(usize::MAX);
    let more = lines.len() > most;
    lines.truncate(most);
    cx.page(StaffIndex { cx: &cx, faults, checked, lines, chosen, page_number, more, alarm })
}

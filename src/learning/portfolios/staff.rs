//! The parts of a portfolio that a student shows, as the trainer of their group reads them.

use actix_web::web::{self, Path as At};
use askama::Template;
use serde::Deserialize;

use super::model::{self, Kind, Part, Pupil};
use super::queries::{self, Shown};
use super::student::{Content, Reading};
use crate::access::{ReadPortfolios, ReadUploads, Staff};
use crate::planning::projects::ParticipantId;
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Paging, Routes, page_query};

type Reader = Cx<Staff<ReadPortfolios>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/portfolios", index);
    r.get("/staff/portfolios/{participant}", show);
}

/// Which page of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    page: String,
}

#[derive(Template)]
#[template(path = "learning/portfolios/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Reader,
    pupils: Vec<Pupil>,
    paging: Paging,
}

impl StaffIndex<'_> {
    fn at(&self, page: i64) -> String {
        page_query(&[], page)
    }

    fn until(&self, pupil: &Pupil) -> String {
        self.cx.lang.date(pupil.ends_on)
    }
}

async fn index(cx: Reader, asked: web::Query<Asked>) -> Answer {
    let (trainer, today) = (cx.who.person(), local(cx.now()).date());
    let page = asked.page.parse().unwrap_or(1);
    let (pupils, paging) = cx.read(move |db| queries::pupils(db, trainer, today, page)).await?;
    cx.page(StaffIndex { cx: &cx, pupils, paging })
}

#[derive(Template)]
#[template(path = "learning/portfolios/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Reader,
    content: Content,
    shown: Shown,
}

impl StaffShow<'_> {
    fn is_shown(&self, part: Part) -> bool {
        self.shown.parts.contains(&part)
    }

    fn until(&self) -> String {
        self.cx.lang.date(self.shown.pupil.ends_on)
    }
}

/// Reading somebody's portfolio leaves a line in the register. What is not shown is not read from the database either.
async fn show(cx: Reader, participant: At<ParticipantId>) -> Answer {
    let (scope, trainer, now) = (cx.who.scope(), cx.who.person(), cx.now());
    let (today, files) = (local(now).date(), cx.who.within::<ReadUploads>());
    let (shown, content) = cx
        .read(move |db| {
            let shown = queries::pupil(db, trainer, today, participant.into_inner())?;
            let (owner, shows) = (shown.owner, |part| shown.parts.contains(&part));
            let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| shows(kind.part())).collect();
            let items = if kinds.is_empty() { Vec::new() } else { queries::items(db, owner, &kinds)? };
            let interests = if shows(Part::Interests) { queries::interests(db, owner)? } else { Default::default() };
            let steps = if shows(Part::Assignments) || shows(Part::Results) {
                queries::steps(db, scope, owner)?
            } else {
                Vec::new()
            };
            let files = match files.filter(|_| shows(Part::Assignments)) {
                Some(files) => queries::readable(db, files, owner, now)?,
                None => Vec::new(),
            };
            let certificates = if shows(Part::Results) { queries::certificates(db, owner, now)? } else { Vec::new() };
            let assignments = if shows(Part::Assignments) { model::assignments(&steps, &files) } else { Vec::new() };
            let results = if shows(Part::Results) { model::results(&steps) } else { Vec::new() };
            Ok((shown, Content { items, interests, assignments, results, certificates }))
        })
        .await?;
    let (row, person) = (shown.row, shown.pupil.person);
    cx.write(move |tx| tx.record("read", "portfolio_shares", row, Some(person.0))).await?;
    cx.page(StaffShow { cx: &cx, content, shown })
}

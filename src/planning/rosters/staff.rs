//! Rosters as staff send them in, look at them and import them.

use actix_multipart::Multipart;
use actix_web::web;
use askama::Template;

use super::importing::{BATCH, batch};
use super::plan::{Counts, Fate, Seat, Step, plan};
use super::queries::{self, Roster};
use super::receiving::{self, Received};
use super::staging::{List, Staged};
use super::{Fault, MAX_BYTES, MAX_ROWS, Reason, RosterId, read};
use crate::access::{EnterParticipants, Staff};
use crate::planning::groups;
use crate::planning::projects::{self, Facts, ProjectId};
use crate::platform::db::Json;
use crate::platform::error::Result;
use crate::platform::i18n::Texts;
use crate::platform::web::{Answer, Cx, Errors, Paging, Reply, Routes, Wrong, page_query};

pub fn routes(r: &mut Routes) {
    r.get("/staff/projects/{id}/roster", new).post("/staff/projects/{id}/roster", create);
    r.get("/staff/rosters/{id}", show).post("/staff/rosters/{id}/import", import);
}

#[derive(Template)]
#[template(path = "planning/rosters/staff_new.html")]
struct StaffNew<'a> {
    cx: &'a Cx<Staff<EnterParticipants>>,
    project: Facts,
    errors: &'a Errors,
}

async fn new(cx: Cx<Staff<EnterParticipants>>, id: web::Path<i64>) -> Answer {
    let project = project(&cx, ProjectId(*id)).await?;
    cx.page(StaffNew { cx: &cx, project, errors: &Errors::default() })
}

async fn project(cx: &Cx<Staff<EnterParticipants>>, id: ProjectId) -> Result<Facts> {
    let scope = cx.who.scope();
    cx.read(move |db| projects::facts(db, scope, id)).await
}

async fn create(cx: Cx<Staff<EnterParticipants>>, id: web::Path<i64>, form: Multipart) -> Answer {
    let project = project(&cx, ProjectId(*id)).await?;
    let read = match receiving::file(form).await? {
        Ok(file) => understood(file).await?,
        Err(wrong) => Err(wrong),
    };
    match read {
        Ok((name, list)) => {
            let (id, account, sheet) = (project.id, cx.who.account(), Json::new(Staged::Waiting(list))?);
            let roster = cx.write(move |tx| queries::keep(tx, id, account, &name, sheet)).await?;
            Ok(cx.see_other(format!("/staff/rosters/{roster}")))
        }
        Err(wrong) => cx.invalid(StaffNew { cx: &cx, project, errors: &Errors::one("file", wrong) }),
    }
}

/// What the file says. Reading thousands of rows takes a while, so not on the server's own threads.
async fn understood(file: Received) -> Result<std::result::Result<(String, List), Wrong>> {
    let read = web::block(move || read(&file.bytes).map(|sheet| (file.name, List::from(sheet)))).await?;
    Ok(read.map_err(|why| Wrong::Roster(why.code())))
}

#[derive(serde::Deserialize, Default, Clone)]
#[serde(default)]
struct Filter {
    show: String,
    page: String,
}

impl Filter {
    fn at(&self, page: i64) -> String {
        page_query(&[("show", &self.show)], page)
    }
}

/// Lines on one page of the dry run.
const PAGE: i64 = 200;

/// One line of the dry run.
struct Line {
    row: usize,
    kind: &'static str,
    name: String,
    email: String,
    remarks: Vec<String>,
}

struct DryRun {
    roster: Roster,
    project: Facts,
    counts: Counts,
    ignored: Vec<String>,
    /// How a text was read: its delimiter as a code, and its encoding.
    text: Option<(&'static str, String)>,
    lines: Vec<Line>,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "planning/rosters/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Staff<EnterParticipants>>,
    run: DryRun,
    filter: &'a Filter,
}

async fn show(cx: Cx<Staff<EnterParticipants>>, id: web::Path<i64>, filter: web::Query<Filter>) -> Answer {
    let (id, scope, now) = (RosterId(*id), cx.who.scope(), cx.now());
    let (asked, t) = (filter.clone(), cx.t);
    let shown = cx
        .read(move |db| {
            let roster = queries::find(db, scope, id, now)?;
            let project = projects::facts(db, scope, roster.project)?;
            let list = match roster.sheet.get() {
                Staged::Waiting(list) => list.clone(),
                Staged::Done(counts) => return Ok(Err((roster.project, *counts))),
            };
            let known = queries::known(db, scope, &project, None)?;
            let groups = groups::of_project(db, scope, project.id)?;
            let steps = plan(&list.rows, &known, &groups);
            let wrong = list.wrong();
            let counts = Counts::of(&steps, wrong.len());
            let (lines, paging) = lines(db, &project, &asked, wrong, steps, t)?;
            let text = list.text.map(|(encoding, delimiter)| (delimiter_word(delimiter), encoding));
            Ok(Ok(DryRun { roster, project, counts, ignored: list.ignored, text, lines, paging }))
        })
        .await?;
    match shown {
        Ok(run) => cx.page(StaffShow { cx: &cx, run, filter: &filter }),
        Err((project, counts)) => Ok(done(&cx, project, counts)),
    }
}

/// The lines of the page that is asked for: the wrong rows first, then the others as the file has them.
fn lines(
    db: &mut crate::platform::db::Db,
    project: &Facts,
    filter: &Filter,
    wrong: Vec<(usize, Vec<Fault>)>,
    steps: Vec<Step<'_>>,
    t: &Texts,
) -> Result<(Vec<Line>, Paging)> {
    let shown = |kind: &str| filter.show.is_empty() || filter.show == kind;
    let wrong: Vec<_> = wrong.into_iter().filter(|_| shown("bad")).collect();
    let steps: Vec<_> = steps.into_iter().filter(|s| shown(kind(s.fate))).collect();
    let total = (wrong.len() + steps.len()) as i64;
    let paging = Paging::of(filter.page.parse().unwrap_or(1), PAGE, total);
    let (skip, per) = (paging.offset() as usize, PAGE as usize);
    let mut lines: Vec<Line> =
        wrong.iter().skip(skip).take(per).map(|(row, faults)| wrong_line(*row, faults, t)).collect();
    let steps: Vec<_> = steps.iter().skip(skip.saturating_sub(wrong.len())).take(per - lines.len()).collect();
    let new = steps.iter().filter(|s| s.fate == Fate::New);
    let addresses = new.map(|s| s.row.likeness().email().to_owned()).collect();
    let elsewhere = queries::elsewhere(db, project.organisation, addresses)?;
    lines.extend(steps.into_iter().map(|step| {
        let known_elsewhere = step.fate == Fate::New && elsewhere.contains(step.row.likeness().email());
        line(step, known_elsewhere, t)
    }));
    Ok((lines, paging))
}

fn kind(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "new",
        Fate::Joins(_) => "known",
        Fate::Present(..) => "present",
    }
}

fn wrong_line(row: usize, faults: &[Fault], t: &Texts) -> Line {
    let earlier = |reason| if let Reason::DuplicateInFile { earlier } = reason { earlier as i64 } else { 0 };
    let remarks = faults.iter().map(|f| {
        t.rosters_fault(t.rosters_column(f.column.as_str()), t.rosters_reason(f.reason.code(), earlier(f.reason)))
    });
    Line { row, kind: "bad", name: String::new(), email: String::new(), remarks: remarks.collect() }
}

fn line(step: &Step<'_>, known_elsewhere: bool, t: &Texts) -> Line {
    let mut remarks = Vec::new();
    if let Some(other) = &step.shares_with {
        remarks.push(t.rosters_shares(other));
    }
    if known_elsewhere {
        remarks.push(t.rosters_elsewhere());
    }
    let column = |column: super::Column| t.rosters_column(column.as_str());
    let news: Vec<String> = step.news_columns().into_iter().map(column).collect();
    if !news.is_empty() {
        remarks.push(t.rosters_news(news.join(", ")));
    }
    remarks.extend(step.differences.iter().map(|d| t.rosters_differs(column(d.column), &d.ours, &d.theirs)));
    match &step.seat {
        Seat::Unasked => {}
        Seat::Given(_, group) => remarks.push(t.rosters_seat_given(group)),
        Seat::Kept(group) => remarks.push(t.rosters_seat_kept(group)),
        Seat::Unknown(group) => remarks.push(t.rosters_seat_unknown(group)),
        Seat::Full(group) => remarks.push(t.rosters_seat_full(group)),
        Seat::Busy(group) => remarks.push(t.rosters_seat_busy(group)),
    }
    Line {
        row: step.row.number,
        kind: kind(step.fate),
        name: step.row.name().listed(),
        email: step.row.email.clone(),
        remarks,
    }
}

async fn import(cx: Cx<Staff<EnterParticipants>>, id: web::Path<i64>) -> Answer {
    let (id, scope, now) = (RosterId(*id), cx.who.scope(), cx.now());
    let roster = cx.read(move |db| queries::find(db, scope, id, now)).await?;
    let project = roster.project;
    let list = match roster.sheet.into_inner() {
        Staged::Waiting(list) => list,
        // Pressed twice: it is done, and this is what was done.
        Staged::Done(counts) => return Ok(done(&cx, project, counts)),
    };
    let mut counts = Counts { bad: list.wrong().len(), ..Counts::default() };
    for rows in list.rows.chunks(BATCH).map(<[_]>::to_vec) {
        counts = counts.and(cx.write(move |tx| batch(tx, scope, project, &rows)).await?);
    }
    let sheet = Json::new(Staged::Done(counts))?;
    cx.write(move |tx| queries::replace(tx, id, sheet)).await?;
    Ok(done(&cx, project, counts))
}

fn done(cx: &Cx<Staff<EnterParticipants>>, project: ProjectId, counts: Counts) -> Reply {
    let [new, joins, present, bad] = [counts.new, counts.joins, counts.present, counts.bad].map(|n| n as i64);
    cx.see_other(format!("/staff/projects/{project}")).notice(cx.t.rosters_done(new, joins, present, bad))
}

/// What a delimiter is called, as a code.
fn delimiter_word(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        _ => "comma",
    }
}

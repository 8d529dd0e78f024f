//! The activity of one participant, for whoever follows their progress.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;

use super::model::{Course, Event, What};
use super::queries::{self, Followed};
use super::words::Row;
use crate::access::{FollowProgress, Staff};
use crate::planning::projects::ParticipantId;
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Paging, Routes, page_query};

pub fn routes(r: &mut Routes) {
    r.get("/staff/activity/{participant}", show);
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Filter {
    page: String,
}

#[derive(Template)]
#[template(path = "learning/activity/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    who: Followed,
    rows: Vec<Row>,
    /// What they did, day by day.
    days: Vec<(NaiveDate, Vec<Event>)>,
    paging: Paging,
}

/// Looking at what somebody did leaves a line in the register.
async fn show(
    cx: Cx<Staff<FollowProgress>>,
    participant: web::Path<ParticipantId>,
    filter: web::Query<Filter>,
) -> Answer {
    let (scope, participant, page) = (cx.who.scope(), *participant, filter.page.parse().unwrap_or(1));
    let (who, work, (events, paging)) = cx
        .read(move |db| {
            let who = queries::followed(db, scope, participant)?;
            let (work, events) = (queries::work(db, &who)?, queries::events(db, &who, page)?);
            Ok((who, work, events))
        })
        .await?;
    let person = who.person;
    cx.write(move |tx| tx.record("followed", "participants", participant.0, Some(person.0))).await?;
    let (tasks, sittings) = work;
    let courses = tasks.into_iter().map(|task| Course::new(task, &sittings)).filter(Course::is_touched);
    let rows = courses.map(|course| Row::new(cx.t, cx.lang, course)).collect();
    cx.page(StaffShow { cx: &cx, who, rows, days: by_day(events), paging })
}

fn by_day(events: Vec<Event>) -> Vec<(NaiveDate, Vec<Event>)> {
    let mut days: Vec<(NaiveDate, Vec<Event>)> = Vec::new();
    for event in events {
        let on = local(event.at).date();
        match days.last_mut() {
            Some((day, known)) if *day == on => known.push(event),
            _ => days.push((on, vec![event])),
        }
    }
    days
}

impl StaffShow<'_> {
    fn at(&self, page: i64) -> String {
        let query = page_query(&[], page);
        if query.is_empty() { query } else { query + "#trail" }
    }

    fn says(&self, event: &Event) -> String {
        let t = self.cx.t;
        match event.what {
            What::SignedIn => t.activity_signed_in(),
            What::Began => t.activity_began(&event.title),
            What::Done => t.activity_done(&event.title),
            What::Opened => t.activity_opened(&event.title),
        }
    }

    fn seen(&self) -> String {
        self.who.seen_at.map_or_else(|| self.cx.t.activity_none(), |at| self.cx.lang.date(local(at).date()))
    }
}

//! The list of projects.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::queries::{self, Line};
use crate::access::{CreateProjects, FollowProgress, Staff};
use crate::planning::projects::Phase;
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Paging, page_query};

/// What the list is narrowed to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words of the name or the client.
    pub q: String,
    /// A phase.
    pub phase: String,
    page: String,
}

impl Filter {
    /// The page that is asked for.
    pub fn page(&self) -> i64 {
        self.page.parse().unwrap_or(1)
    }

    fn is_on(&self) -> bool {
        !self.q.trim().is_empty() || Phase::parse(&self.phase).is_some()
    }

    fn at(&self, page: i64) -> String {
        page_query(&[("q", &self.q), ("phase", &self.phase)], page)
    }
}

#[derive(Template)]
#[template(path = "planning/projects/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    filter: &'a Filter,
    lines: Vec<Line>,
    paging: Paging,
    today: chrono::NaiveDate,
}

pub async fn index(cx: Cx<Staff<FollowProgress>>, filter: web::Query<Filter>) -> Answer {
    let (scope, today, asked) = (cx.who.scope(), local(cx.now()).date(), filter.clone());
    let (lines, paging) = cx.read(move |db| queries::list(db, scope, &asked, today)).await?;
    cx.page(StaffIndex { cx: &cx, filter: &filter, lines, paging, today })
}

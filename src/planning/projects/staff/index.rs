//! The list of projects.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::queries::{self, Line};
use crate::access::{CreateProjects, FollowProgress, Staff};
use crate::planning::projects::Phase;
use crate::platform::clock::local;
use crate::platform::i18n::Texts;
use crate::platform::web::{Answer, Cx, Paging, query};

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
        query(&[("q", &self.q), ("phase", &self.phase), ("page", &page.to_string())])
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

/// What a phase is called.
pub fn phase_words(t: &Texts, phase: Phase) -> String {
    t.projects_phase(phase.as_str())
}

/// How a phase is marked.
pub fn phase_mark(phase: Phase) -> &'static str {
    match phase {
        Phase::Preparing => "warn",
        Phase::Running => "now",
        Phase::Over => "",
    }
}

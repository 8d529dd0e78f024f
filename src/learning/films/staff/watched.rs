//! How far the people of a project are with its films.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::access::{FollowProgress, LinkTrainings, Staff};
use crate::learning::films::model::clock;
use crate::learning::films::queries::desk::{self, Cell, Column, Table};
use crate::planning::projects::ProjectId;
use crate::platform::web::{Answer, Cx, page_query};

/// Which page of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    page: String,
}

#[derive(Template)]
#[template(path = "learning/films/staff_watched.html")]
struct StaffWatched<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    table: Table,
    may_give: bool,
}

impl StaffWatched<'_> {
    /// What a film is, below its title.
    fn about(&self, film: &Column) -> String {
        let t = self.cx.t;
        let length = film.seconds.map(|seconds| t.films_length(clock(seconds)));
        let counts = t.films_counts_from(i64::from(film.share));
        length.into_iter().chain([counts]).collect::<Vec<_>>().join(" · ")
    }

    /// How far somebody is: how a tag looks, and its words.
    fn state(&self, cell: &Cell) -> (&'static str, String) {
        let t = self.cx.t;
        match cell.counted_at {
            Some(_) if cell.own_word => ("warn", t.films_says_seen()),
            Some(_) => ("done", t.films_seen()),
            None => ("", t.films_begun()),
        }
    }

    /// The day since when it counts as seen.
    fn day(&self, cell: &Cell) -> Option<String> {
        cell.counted_at.map(|at| self.cx.lang.short_date_of(at))
    }

    fn at(&self, page: i64) -> String {
        page_query(&[], page)
    }
}

pub async fn show(cx: Cx<Staff<FollowProgress>>, id: web::Path<ProjectId>, filter: web::Query<Filter>) -> Answer {
    let (scope, id, page) = (cx.who.scope(), id.into_inner(), filter.page.parse().unwrap_or(1));
    let table = cx.read(move |db| desk::overview(db, scope, id, page)).await?;
    let may_give = cx.who.may::<LinkTrainings>();
    cx.page(StaffWatched { cx: &cx, table, may_give })
}

//! What waits, counted. Every count is of one permission and passes through its scope.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use crate::access::{Reach, Scope};
use crate::crm::people::PersonId;
use crate::planning::groups::{GroupId, MeetingId, groups_within};
use crate::planning::projects::{ProjectId, participants_within, projects_within};
use crate::platform::db::schema::{
    accounts, enrolments, groups, letters, meetings, organisations, participants, projects, uploads,
};
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;

/// How many days ahead a project counts as near.
const NEAR: Days = Days::new(30);
/// The most lines of a list on the page.
const MOST: i64 = 20;

/// What waits in one project.
#[derive(Debug)]
pub struct Waiting {
    /// The project.
    pub project: ProjectId,
    /// What it is called.
    pub name: String,
    /// The client.
    pub client: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// People who were not invited.
    pub uninvited: i64,
    /// People who were invited and did not come in.
    pub outside: i64,
    /// Whether it begins soon, or has begun, without groups.
    pub groupless: bool,
}

/// What waits in all projects together.
#[derive(Debug)]
pub struct Attention {
    /// The projects in which something waits, the first to begin first; some of them when there are many.
    pub lines: Vec<Waiting>,
    /// How many projects there are in which something waits.
    pub projects: usize,
    /// People who were not invited.
    pub uninvited: i64,
    /// People who were invited and did not come in.
    pub outside: i64,
    /// Projects that begin soon, or have begun, without groups.
    pub groupless: usize,
}

/// What waits in the projects within `scope` that are not over.
pub fn attention(db: &mut Db, scope: Scope, today: NaiveDate) -> Result<Attention> {
    macro_rules! people_of {
        ($($filter:expr),*) => {{
            let rows = participants::table
                .inner_join(projects::table)
                .filter(projects::ends_on.ge(today))
                $(.filter($filter))*
                .group_by(participants::project_id)
                .select((participants::project_id, count_star()))
                .into_boxed();
            participants_within!(rows, scope).load::<(ProjectId, i64)>(db)?.into_iter().collect::<HashMap<_, _>>()
        }};
    }
    let inside = accounts::table
        .filter(accounts::person_id.eq(participants::person_id).and(accounts::password_hash.is_not_null()))
        .select(accounts::id);
    let uninvited = people_of!(participants::invited_at.is_null());
    let outside = people_of!(participants::invited_at.is_not_null(), not(exists(inside)));
    let groupless = groupless(db, scope, today)?;
    let mut ids: Vec<ProjectId> = uninvited.keys().chain(outside.keys()).chain(&groupless).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let waiting = ids.len();
    let rows = projects::table
        .inner_join(organisations::table)
        .filter(projects::id.eq_any(ids))
        .order((projects::starts_on, projects::id))
        .select((projects::id, projects::name, organisations::name, projects::starts_on))
        .limit(MOST)
        .offset(0)
        .into_boxed();
    let rows: Vec<(ProjectId, String, String, NaiveDate)> = projects_within!(rows, scope).load(db)?;
    let line = |(project, name, client, starts_on)| Waiting {
        uninvited: uninvited.get(&project).copied().unwrap_or_default(),
        outside: outside.get(&project).copied().unwrap_or_default(),
        groupless: groupless.contains(&project),
        project,
        name,
        client,
        starts_on,
    };
    Ok(Attention {
        lines: rows.into_iter().map(line).collect(),
        projects: waiting,
        uninvited: uninvited.values().sum(),
        outside: outside.values().sum(),
        groupless: groupless.len(),
    })
}

fn groupless(db: &mut Db, scope: Scope, today: NaiveDate) -> Result<Vec<ProjectId>> {
    let rows = projects::table
        .filter(projects::ends_on.ge(today).and(projects::starts_on.le(today + NEAR)))
        .filter(not(exists(groups::table.filter(groups::project_id.eq(projects::id)).select(groups::id))))
        .select(projects::id)
        .into_boxed();
    Ok(projects_within!(rows, scope).load(db)?)
}

/// How many texts within `scope` can be read.
pub fn texts(db: &mut Db, scope: Scope, now: Moment) -> Result<i64> {
    let rows = uploads::table
        .inner_join(participants::table)
        .filter(uploads::state.eq("confirmed").and(uploads::destroy_at.gt(now)))
        .select(count_star())
        .into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// How many letters could not be sent, to people within `scope`.
pub fn failed_letters(db: &mut Db, scope: Scope) -> Result<i64> {
    let rows = letters::table.filter(letters::failed_at.is_not_null()).select(count_star()).into_boxed();
    let rows = match scope.reach() {
        Reach::All => rows,
        Reach::Taught(trainer) => {
            let taught = groups::trainer_id.eq(trainer);
            let pupils = enrolments::table
                .inner_join(groups::table)
                .inner_join(participants::table)
                .filter(taught)
                .select(participants::person_id.nullable());
            rows.filter(letters::person_id.eq_any(pupils))
        }
        Reach::Own(_) | Reach::Led(_) => rows.filter(letters::id.lt(0)),
    };
    Ok(rows.first(db)?)
}

/// A meeting that somebody is to give.
pub struct Coming {
    /// The meeting.
    pub id: MeetingId,
    /// The group.
    pub group: GroupId,
    /// What it is called.
    pub name: String,
    /// The project.
    pub project: String,
    /// The client.
    pub client: String,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where it is.
    pub location: String,
}

/// The next meetings that `trainer` gives, within `scope`.
pub fn meetings_of(db: &mut Db, scope: Scope, trainer: PersonId, now: Moment) -> Result<Vec<Coming>> {
    type Row = (MeetingId, GroupId, String, String, String, Moment, Moment, String);
    let rows = meetings::table
        .inner_join(groups::table.inner_join(projects::table.inner_join(organisations::table)))
        .filter(groups::trainer_id.eq(trainer).and(meetings::ends_at.gt(now)))
        .order((meetings::starts_at, meetings::id))
        .select((
            meetings::id,
            groups::id,
            groups::name,
            projects::name,
            organisations::name,
            meetings::starts_at,
            meetings::ends_at,
            meetings::location,
        ))
        .limit(5)
        .offset(0)
        .into_boxed();
    let rows: Vec<Row> = groups_within!(rows, scope).load(db)?;
    let coming = |(id, group, name, project, client, starts_at, ends_at, location)| Coming {
        id,
        group,
        name,
        project,
        client,
        starts_at,
        ends_at,
        location,
    };
    Ok(rows.into_iter().map(coming).collect())
}

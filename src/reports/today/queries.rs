//! What waits, counted. Every count is of one permission and passes through its scope.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use diesel::dsl::{case_when, count, count_star, exists, not};
use diesel::prelude::*;

use crate::access::{Reach, Scope};
use crate::contact::conversations::{Desks, threads_at};
use crate::crm::people::PersonId;
use crate::planning::groups::{self as planned, GroupId, MeetingId, groups_within};
use crate::planning::projects::{ProjectId, lasting, participants_within, projects_within};
use crate::platform::db::schema::{
    absences, accounts, enrolments, freed_seats, groups, letters, meetings, organisations, participants, projects,
    threads, uploads,
};
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;

/// How many days ahead a project counts as near.
const NEAR: Days = Days::new(30);
/// The most places given back that the page counts.
const FREED: i64 = 500;
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
    macro_rules! groupless {
        () => {
            projects::ends_on
                .ge(today)
                .and(projects::starts_on.le(today + NEAR))
                .and(not(exists(groups::table.filter(groups::project_id.eq(projects::id)).select(groups::id))))
        };
    }
    let people = without_entry(db, scope, today)?;
    let rows = projects::table
        .inner_join(organisations::table)
        .filter(projects::id.eq_any(people.keys().copied().collect::<Vec<_>>()).or(groupless!()))
        .order((projects::starts_on, projects::id))
        .select((projects::id, projects::name, organisations::name, projects::starts_on, groupless!()))
        .into_boxed();
    let rows: Vec<(ProjectId, String, String, NaiveDate, bool)> = projects_within!(rows, scope).load(db)?;
    let line = |(project, name, client, starts_on, groupless)| {
        let (uninvited, outside) = people.get(&project).copied().unwrap_or_default();
        Waiting { project, name, client, starts_on, uninvited, outside, groupless }
    };
    let mut lines: Vec<Waiting> = rows.into_iter().map(line).collect();
    let attention = Attention {
        projects: lines.len(),
        uninvited: people.values().map(|p| p.0).sum(),
        outside: people.values().map(|p| p.1).sum(),
        groupless: lines.iter().filter(|l| l.groupless).count(),
        lines: Vec::new(),
    };
    lines.truncate(MOST as usize);
    Ok(Attention { lines, ..attention })
}

/// How many people were not invited, and how many were and did not come in, by project; only where there are.
fn without_entry(db: &mut Db, scope: Scope, today: NaiveDate) -> Result<HashMap<ProjectId, (i64, i64)>> {
    let inside = accounts::person_id.eq(participants::person_id).and(accounts::password_hash.is_not_null());
    let uninvited = participants::invited_at.is_null();
    let outside = participants::invited_at.is_not_null().and(accounts::id.nullable().is_null());
    let rows = participants::table
        .inner_join(projects::table)
        .left_join(accounts::table.on(inside))
        .filter(projects::ends_on.ge(today))
        .group_by(participants::project_id)
        .select((
            participants::project_id,
            (
                count(case_when(uninvited, participants::id.nullable())),
                count(case_when(outside, participants::id.nullable())),
            ),
        ))
        .into_boxed();
    let rows: Vec<(ProjectId, (i64, i64))> = participants_within!(rows, scope).load(db)?;
    Ok(rows.into_iter().filter(|(_, people)| *people != (0, 0)).collect())
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
            let taught = groups::trainer_id.eq(trainer).and(lasting!(participants::project_id, scope));
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

/// What participants said that somebody is to know or to answer.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    /// How many people within reach will not be at meetings that are not over.
    pub absences: i64,
    /// How many threads wait for an answer.
    pub threads: i64,
}

/// What participants within `scope` said that somebody is to know, and what is to be answered at `desks`.
pub fn said(db: &mut Db, scope: Scope, desks: &Desks, now: Moment) -> Result<Said> {
    let excused = absences::table
        .inner_join(meetings::table)
        .inner_join(participants::table)
        .filter(meetings::ends_at.gt(now).and(meetings::cancelled_at.is_null()))
        .select(count_star())
        .into_boxed();
    let excused = participants_within!(excused, scope);
    let waiting = threads::table.filter(threads::asked_at.is_not_null()).select(count_star()).into_boxed();
    let waiting = threads_at!(waiting, desks);
    // In one statement: this page has many of them.
    let counts = (excused.single_value().assume_not_null(), waiting.single_value().assume_not_null());
    let (absences, threads) = diesel::select(counts).get_result(db)?;
    Ok(Said { absences, threads })
}

/// A group in which places came free because people gave them up.
pub struct Freed {
    /// The group.
    pub group: GroupId,
    /// What it is called.
    pub name: String,
    /// The project.
    pub project: String,
    /// How many.
    pub seats: i64,
}

/// Where people within `scope` gave up their places of late.
pub fn freed(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Freed>> {
    let rows = freed_seats::table
        .inner_join(groups::table.inner_join(projects::table))
        .filter(freed_seats::freed_at.gt(now.minus(planned::NEWS)))
        .order((groups::id, freed_seats::id))
        .select((groups::id, groups::name, projects::name))
        .limit(FREED)
        .offset(0)
        .into_boxed();
    let rows: Vec<(GroupId, String, String)> = groups_within!(rows, scope).load(db)?;
    let mut freed: Vec<Freed> = Vec::new();
    for (group, name, project) in rows {
        match freed.last_mut().filter(|f| f.group == group) {
            Some(known) => known.seats += 1,
            None => freed.push(Freed { group, name, project, seats: 1 }),
        }
    }
    Ok(freed)
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
        .filter(groups::trainer_id.eq(trainer).and(meetings::ends_at.gt(now)).and(meetings::cancelled_at.is_null()))
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

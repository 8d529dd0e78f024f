//! What staff see of projects: the list, and the parts of one project's page.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use super::{index, page};
use crate::access::Scope;
use crate::crm::people::{Name, name};
use crate::learning::actions::{ActionId, Kind, done_lasts};
use crate::learning::activity::last_seen;
use crate::planning::projects::{Entry, ParticipantId, Phase, ProjectId, participants_within, projects_within};
use crate::platform::clock::local;
use crate::platform::db::schema::{
    accounts, actions, completions, enrolments, groups, organisations, participants, people, project_leaders, projects,
    trainings,
};
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;
use crate::platform::folding::patterns;
use crate::platform::web::Paging;

/// Lines on one page of a list.
const PAGE: i64 = 50;

/// A project in the list.
pub struct Line {
    /// The project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// The client.
    pub client: String,
    /// The training.
    pub training: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// How many people take part, as far as the reader reaches.
    pub participants: i64,
}

impl Line {
    /// Its phase on `today`.
    pub fn phase(&self, today: NaiveDate) -> Phase {
        Phase::of(self.starts_on, self.ends_on, today)
    }
}

/// The projects within `scope` that `filter` leaves, the latest first, and where in the list they are.
pub fn list(db: &mut Db, scope: Scope, filter: &index::Filter, today: NaiveDate) -> Result<(Vec<Line>, Paging)> {
    macro_rules! found {
        ($select:expr) => {{
            let rows = projects::table.inner_join(organisations::table).inner_join(trainings::table);
            let mut rows = rows.select($select).into_boxed();
            for word in patterns(&filter.q) {
                let client = organisations::name_folded.like(word.clone()).escape('\\');
                rows = rows.filter(projects::name_folded.like(word).escape('\\').or(client));
            }
            rows = match Phase::parse(&filter.phase) {
                Some(Phase::Preparing) => rows.filter(projects::starts_on.gt(today)),
                Some(Phase::Running) => rows.filter(projects::starts_on.le(today).and(projects::ends_on.ge(today))),
                Some(Phase::Over) => rows.filter(projects::ends_on.lt(today)),
                None => rows,
            };
            projects_within!(rows, scope)
        }};
    }
    type Row = (ProjectId, String, String, String, NaiveDate, NaiveDate);
    let paging = Paging::of(filter.page(), PAGE, found!(count_star()).first(db)?);
    let columns =
        (projects::id, projects::name, organisations::name, trainings::name, projects::starts_on, projects::ends_on);
    let order = (projects::starts_on.desc(), projects::id.desc());
    let rows: Vec<Row> = found!(columns).order(order).limit(PAGE).offset(paging.offset()).load(db)?;
    let ids: Vec<ProjectId> = rows.iter().map(|r| r.0).collect();
    let joined = participants::table
        .filter(participants::project_id.eq_any(ids))
        .group_by(participants::project_id)
        .select((participants::project_id, count_star()))
        .into_boxed();
    let joined: HashMap<ProjectId, i64> = participants_within!(joined, scope).load(db)?.into_iter().collect();
    let line = |(id, name, client, training, starts_on, ends_on)| {
        let participants = joined.get(&id).copied().unwrap_or_default();
        Line { id, name, client, training, starts_on, ends_on, participants }
    };
    Ok((rows.into_iter().map(line).collect(), paging))
}

/// A project leader in the page of a project.
#[derive(Queryable)]
pub struct LeaderLine {
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: String,
    /// Whether they have a password.
    pub inside: bool,
}

macro_rules! inside {
    () => {
        exists(
            accounts::table
                .filter(accounts::person_id.eq(people::id).and(accounts::password_hash.is_not_null()))
                .select(accounts::id),
        )
    };
}

/// Who leads the project within `scope`, by name; nobody once that is over.
pub fn leaders(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Vec<LeaderLine>> {
    let rows = project_leaders::table
        .inner_join(projects::table)
        .inner_join(people::table)
        .filter(project_leaders::project_id.eq(project).and(projects::ends_on.ge(scope.horizon().people)))
        .order((people::name_folded, people::id))
        .select((name!(), people::email, inside!()))
        .into_boxed();
    Ok(projects_within!(rows, scope).load(db)?)
}

/// An action in the page of a project.
pub struct ActionLine {
    /// Its place in the path.
    pub position: i32,
    /// What it is called.
    pub title: String,
    /// The last day to do it.
    pub due_on: NaiveDate,
    /// How many people did it, as far as the reader reaches.
    pub done: i64,
}

/// The actions of the project within `scope`, in their order.
pub fn actions(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Vec<ActionLine>> {
    let rows = actions::table
        .inner_join(projects::table)
        .filter(actions::project_id.eq(project))
        .order(actions::position)
        .select((actions::id, actions::position, actions::title, actions::due_on))
        .into_boxed();
    let rows: Vec<(ActionId, i32, String, NaiveDate)> = projects_within!(rows, scope).load(db)?;
    let done = completions::table
        .inner_join(participants::table)
        .filter(participants::project_id.eq(project))
        .filter(done_lasts!(scope))
        .group_by(completions::action_id)
        .select((completions::action_id, count_star()))
        .into_boxed();
    let done: HashMap<ActionId, i64> = participants_within!(done, scope).load(db)?.into_iter().collect();
    let line = |(id, position, title, due_on)| {
        let done = done.get(&id).copied().unwrap_or_default();
        ActionLine { position, title, due_on, done }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// How many people take part, and how many of them are not in yet.
pub struct Counts {
    /// Everybody, as far as the reader reaches.
    pub all: i64,
    /// Not invited.
    pub waiting: i64,
    /// Invited, without a password.
    pub invited: i64,
}

/// Counts the people of the project within `scope`.
pub fn counts(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Counts> {
    macro_rules! count {
        ($($filter:expr),*) => {{
            let rows = participants::table
                .inner_join(people::table)
                .filter(participants::project_id.eq(project))
                $(.filter($filter))*
                .select(count_star())
                .into_boxed();
            participants_within!(rows, scope).first(db)?
        }};
    }
    Ok(Counts {
        all: count!(),
        waiting: count!(participants::invited_at.is_null()),
        invited: count!(participants::invited_at.is_not_null(), diesel::dsl::not(inside!())),
    })
}

/// A participant in the page of a project.
pub struct ParticipantLine {
    /// Their part in the project.
    pub id: ParticipantId,
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: String,
    /// The name of their group.
    pub group: Option<String>,
    /// How far they are with getting in.
    pub entry: Entry,
    /// How many actions they did.
    pub done: i64,
    /// How many actions there are.
    pub total: i64,
    /// How many actions they should have done before today, and did not.
    pub late: i64,
    /// The day they were last active.
    pub seen_on: Option<NaiveDate>,
}

type ParticipantRow = (ParticipantId, Name, String, Option<String>, Option<Moment>, bool, Option<Moment>);

/// Who takes part in the project within `scope`, as far as `filter` leaves them, by name.
pub fn participants(
    db: &mut Db,
    scope: Scope,
    project: ProjectId,
    filter: &page::Filter,
    today: NaiveDate,
) -> Result<(Vec<ParticipantLine>, Paging)> {
    macro_rules! found {
        ($select:expr) => {{
            let mut rows = participants::table
                .inner_join(people::table)
                .left_join(enrolments::table.inner_join(groups::table))
                .filter(participants::project_id.eq(project))
                .select($select)
                .into_boxed();
            for word in patterns(&filter.q) {
                rows = rows.filter(people::name_folded.like(word).escape('\\'));
            }
            rows = match filter.entry.as_str() {
                "waiting" => rows.filter(participants::invited_at.is_null()),
                "invited" => rows.filter(participants::invited_at.is_not_null()).filter(diesel::dsl::not(inside!())),
                "inside" => rows.filter(participants::invited_at.is_not_null()).filter(inside!()),
                _ => rows,
            };
            participants_within!(rows, scope)
        }};
    }
    let paging = Paging::of(filter.page(), PAGE, found!(count_star()).first(db)?);
    let columns = (
        participants::id,
        name!(),
        people::email,
        groups::name.nullable(),
        participants::invited_at,
        inside!(),
        last_seen!(people::id, scope),
    );
    let order = (people::name_folded, participants::id);
    let rows: Vec<ParticipantRow> = found!(columns).order(order).limit(PAGE).offset(paging.offset()).load(db)?;
    let steps = Steps::of(db, scope, project, rows.iter().map(|r| r.0).collect(), today)?;
    Ok((rows.into_iter().map(|row| steps.line(row)).collect(), paging))
}

/// What there is to do in a project, and what some people did of it.
struct Steps {
    due: Vec<(ActionId, NaiveDate, Kind)>,
    done: HashMap<ParticipantId, Vec<ActionId>>,
    today: NaiveDate,
}

impl Steps {
    fn of(db: &mut Db, scope: Scope, project: ProjectId, who: Vec<ParticipantId>, today: NaiveDate) -> Result<Self> {
        let due = actions::table
            .filter(actions::project_id.eq(project))
            .select((actions::id, actions::due_on, actions::kind))
            .load(db)?;
        let rows: Vec<(ParticipantId, ActionId)> = completions::table
            .inner_join(participants::table)
            .filter(completions::participant_id.eq_any(who))
            .filter(done_lasts!(scope))
            .select((completions::participant_id, completions::action_id))
            .load(db)?;
        let mut done: HashMap<ParticipantId, Vec<ActionId>> = HashMap::new();
        for (participant, action) in rows {
            done.entry(participant).or_default().push(action);
        }
        Ok(Self { due, done, today })
    }

    fn line(&self, (id, name, email, group, invited_at, inside, seen_at): ParticipantRow) -> ParticipantLine {
        let done = self.done.get(&id).map(Vec::as_slice).unwrap_or_default();
        let late = self
            .due
            .iter()
            .filter(|(action, due, kind)| !Kind::WAITS.contains(kind) && *due < self.today && !done.contains(action))
            .count();
        ParticipantLine {
            id,
            name,
            email,
            group,
            entry: Entry::of(invited_at, inside),
            done: done.len() as i64,
            total: self.due.len() as i64,
            late: late as i64,
            seen_on: seen_at.map(|at| local(at).date()),
        }
    }
}

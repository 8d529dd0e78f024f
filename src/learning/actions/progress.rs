//! How far people are: per project, per action and per participant.
//! Somebody is behind with an action that is open after its last day. Coming to the meetings does not count:
//! whether they were there is for the trainer to say, so nobody is behind with it.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::dsl::{case_when, count};
use diesel::prelude::*;

use super::{ActionId, Assignment, Kind, done_lasts};
use crate::access::Scope;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::db::Db;
use crate::platform::db::schema::{actions, completions, participants};
use crate::platform::error::Result;

/// How much of something is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are done.
    pub done: i64,
    /// How many there are.
    pub total: i64,
}

impl Share {
    /// In whole hundredths, rounded down: 100 means all. A beginning shows as at least 1.
    pub fn percent(self) -> i64 {
        let part = if self.total > 0 { self.done * 100 / self.total } else { 0 };
        if self.done > 0 { part.max(1) } else { part }
    }
}

impl std::ops::Add for Share {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { done: self.done + other.done, total: self.total + other.total }
    }
}

/// How far a project is.
#[derive(Debug, Clone, Queryable)]
pub struct ProjectProgress {
    /// The project.
    pub project: ProjectId,
    /// How many take part.
    pub participants: i64,
    /// Actions of all participants together.
    pub actions: i64,
    /// How many of those are done.
    pub done: i64,
    /// How many people are behind.
    pub behind: i64,
}

/// How far an action is in its project.
#[derive(Debug, Clone)]
pub struct ActionProgress {
    /// The action.
    pub action: ActionId,
    /// Its place in the path, from 1.
    pub position: i32,
    /// What it is called.
    pub title: String,
    /// How many people did it.
    pub done: i64,
}

/// How far a participant is.
#[derive(Debug, Clone)]
pub struct Standing {
    /// How many actions there are.
    pub actions: i64,
    /// How many of them are done.
    pub done: i64,
    /// How many actions of the preparation are open.
    pub preparation_open: i64,
    /// The place in the path of the first open action.
    pub first_open: Option<i32>,
    /// The place in the path of the first action they are behind with.
    pub first_late: Option<i32>,
    /// The earliest date that passed with its action open.
    pub late_since: Option<NaiveDate>,
}

impl Standing {
    /// Of somebody in a project without actions.
    #[cfg(test)]
    pub fn nothing_to_do() -> Self {
        Self { actions: 0, done: 0, preparation_open: 0, first_open: None, first_late: None, late_since: None }
    }

    /// Whether a date passed with its action open.
    pub fn is_behind(&self) -> bool {
        self.late_since.is_some()
    }

    /// Whether everything before the first meeting is done.
    pub fn is_prepared(&self) -> bool {
        self.preparation_open == 0
    }

    /// The place in the path of the action to do first: one they are behind with, else the first open one.
    pub fn first(&self) -> Option<i32> {
        self.first_late.or(self.first_open)
    }

    /// How many days behind; 0 when not.
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        self.late_since.map_or(0, |due| (today - due).num_days())
    }

    /// What of their actions is done.
    pub fn share(&self) -> Share {
        Share { done: self.done, total: self.actions }
    }
}

/// How far each project within `scope` is. A project without participants is not in the list.
///
/// # Errors
/// When the database refuses.
pub fn by_project(db: &mut Db, scope: Scope, today: NaiveDate) -> Result<Vec<ProjectProgress>> {
    let overdue = actions::due_on.nullable().lt(today).and(actions::kind.nullable().ne_all(Kind::WAITS));
    let late = completions::id.nullable().is_null().and(overdue);
    let did = completions::action_id.eq(actions::id).and(completions::participant_id.eq(participants::id));
    let rows = participants::table
        .left_join(actions::table.on(actions::project_id.eq(participants::project_id)))
        .left_join(completions::table.on(did.and(done_lasts!(scope))))
        .group_by(participants::project_id)
        .select((
            participants::project_id,
            count(participants::id).aggregate_distinct(),
            count(actions::id.nullable()),
            count(completions::id.nullable()),
            count(case_when(late, participants::id.nullable())).aggregate_distinct(),
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

/// An action of a project, as counting needs it.
#[derive(Debug, Clone, Queryable)]
pub struct Planned {
    /// The action.
    pub action: ActionId,
    /// Its place in the path, from 1.
    pub position: i32,
    /// What it is called.
    pub title: String,
    /// What kind of thing there is to do.
    pub kind: Kind,
    /// Whether it comes before the first meeting.
    pub preparation: bool,
    /// The last day to do it.
    pub due_on: NaiveDate,
}

/// Who did what in one project: read in one go, and counted here. The database would look up every action of
/// every participant; that took most of the time of the page.
#[derive(Debug, Clone)]
pub struct Tally {
    planned: Vec<Planned>,
    did: HashMap<ParticipantId, HashSet<ActionId>>,
}

impl Tally {
    /// Of the actions `planned` in `project`.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn of(db: &mut Db, scope: Scope, project: ProjectId, planned: Vec<Planned>) -> Result<Self> {
        let rows = participants::table
            .inner_join(completions::table)
            .filter(participants::project_id.eq(project))
            .filter(done_lasts!(scope))
            .select((participants::id, completions::action_id))
            .into_boxed();
        let rows: Vec<(ParticipantId, ActionId)> = participants_within!(rows, scope).load(db)?;
        let mut did: HashMap<_, HashSet<_>> = HashMap::new();
        for (participant, action) in rows {
            did.entry(participant).or_default().insert(action);
        }
        Ok(Self { planned, did })
    }

    /// The actions, in order, with how many people did each.
    pub fn by_action(&self) -> Vec<ActionProgress> {
        let done = |action| self.did.values().filter(|did| did.contains(&action)).count() as i64;
        let progress = |p: &Planned| ActionProgress {
            action: p.action,
            position: p.position,
            title: p.title.clone(),
            done: done(p.action),
        };
        self.planned.iter().map(progress).collect()
    }

    /// How far `participant` is on `today`.
    pub fn standing(&self, participant: ParticipantId, today: NaiveDate) -> Standing {
        let did = |p: &&Planned| self.did.get(&participant).is_some_and(|did| did.contains(&p.action));
        let open = || self.planned.iter().filter(|p| !did(p));
        let late = || open().filter(|p| p.due_on < today && !Kind::WAITS.contains(&p.kind));
        Standing {
            actions: self.planned.len() as i64,
            done: self.planned.iter().filter(did).count() as i64,
            preparation_open: open().filter(|p| p.preparation).count() as i64,
            first_open: open().map(|p| p.position).min(),
            first_late: late().map(|p| p.position).min(),
            late_since: late().map(|p| p.due_on).min(),
        }
    }

    /// Who did `action`.
    pub fn who_did(&self, action: ActionId) -> HashSet<ParticipantId> {
        self.did.iter().filter(|(_, did)| did.contains(&action)).map(|(who, _)| *who).collect()
    }
}

/// The actions of `participant`, in order, as they stand.
///
/// # Errors
/// When the database refuses.
pub fn of_participant(db: &mut Db, scope: Scope, participant: ParticipantId) -> Result<Vec<Assignment>> {
    let did = completions::action_id.eq(actions::id).and(completions::participant_id.eq(participants::id));
    let rows = actions::table
        .inner_join(participants::table.on(participants::project_id.eq(actions::project_id)))
        .left_join(completions::table.on(did.and(done_lasts!(scope))))
        .filter(participants::id.eq(participant))
        .order(actions::position)
        .select((
            actions::id,
            actions::project_id,
            participants::id,
            actions::position,
            actions::kind,
            actions::title,
            actions::description,
            actions::preparation,
            actions::minutes,
            actions::due_on,
            completions::done_at.nullable(),
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_full_only_when_all_is_done_and_empty_only_when_nothing_is() {
        let percent = |done, total| Share { done, total }.percent();
        assert_eq!([percent(0, 0), percent(0, 10), percent(1, 1000)], [0, 0, 1]);
        assert_eq!([percent(999, 1000), percent(1000, 1000), percent(2, 3)], [99, 100, 66]);
    }

    #[test]
    fn lateness_counts_from_the_day_after_the_last_day() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let mut standing = Standing::nothing_to_do();
        assert!(!standing.is_behind() && standing.is_prepared());
        assert_eq!(standing.days_late(day(24)), 0);
        standing.late_since = Some(day(23));
        assert!(standing.is_behind());
        assert_eq!(standing.days_late(day(24)), 1);
        standing.preparation_open = 1;
        assert!(!standing.is_prepared());
    }

    #[test]
    fn the_tally_knows_what_everybody_did_and_what_is_open_or_late() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let planned = |id, kind, preparation, due| Planned {
            action: ActionId(id),
            position: id as i32,
            title: format!("Actie {id}"),
            kind,
            preparation,
            due_on: day(due),
        };
        let planned = vec![
            planned(1, Kind::Intake, true, 10),
            planned(2, Kind::Attendance, false, 12),
            planned(3, Kind::Upload, false, 14),
            planned(4, Kind::Reading, false, 20),
        ];
        let did = [(1, &[1, 3][..]), (2, &[1])]
            .map(|(who, did)| (ParticipantId(who), did.iter().copied().map(ActionId).collect::<HashSet<_>>()));
        let tally = Tally { planned, did: did.into() };
        assert_eq!(tally.by_action().iter().map(|a| a.done).collect::<Vec<_>>(), [2, 0, 1, 0]);
        assert_eq!(tally.who_did(ActionId(3)), HashSet::from([ParticipantId(1)]));

        let seen = |who| {
            let s = tally.standing(ParticipantId(who), day(15));
            (s.done, s.preparation_open, s.first_open, s.first_late, s.late_since)
        };
        assert_eq!(seen(1), (2, 0, Some(2), None, None), "nobody is late for a meeting");
        assert_eq!(seen(2), (1, 0, Some(2), Some(3), Some(day(14))));
        assert_eq!(seen(9), (0, 1, Some(1), Some(1), Some(day(10))), "who did nothing is there too");
    }
}

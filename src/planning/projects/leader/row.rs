//! A participant as a row of a table, and a group as a line of a list.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::model::{Follower, LedGroup, share};
use crate::learning::actions::progress::{ActionProgress, Share};
use crate::planning::projects::ParticipantId;

/// A participant as a row.
pub struct PersonRow {
    /// Who.
    pub id: ParticipantId,
    /// As a list is sorted.
    pub name: String,
    /// What their group is called.
    pub group: Option<String>,
    /// What they did.
    pub share: Share,
    /// Whether the preparation is finished.
    pub prepared: bool,
    /// What their first open action is called.
    pub first_open: Option<String>,
    /// How many days they are behind; 0 when they are not.
    pub days_late: i64,
    /// The day they were last active.
    pub seen_on: Option<NaiveDate>,
}

/// The rows of `people`, in the same order.
pub fn rows(people: &[&Follower], groups: &[LedGroup], actions: &[ActionProgress], today: NaiveDate) -> Vec<PersonRow> {
    let groups: HashMap<_, _> = groups.iter().map(|g| (g.id, &g.name)).collect();
    let titles: HashMap<_, _> = actions.iter().map(|a| (a.position, &a.title)).collect();
    let row = |follower: &&Follower| {
        let Follower { member, standing } = follower;
        PersonRow {
            id: member.participant,
            name: member.name.listed(),
            group: member.group.and_then(|id| groups.get(&id)).map(|name| (*name).clone()),
            share: standing.share(),
            prepared: standing.is_prepared(),
            first_open: standing.first().and_then(|at| titles.get(&at)).map(|title| (*title).clone()),
            days_late: standing.days_late(today),
            seen_on: member.seen_on,
        }
    };
    people.iter().map(row).collect()
}

/// A group with who is in it and what they did.
pub struct GroupLine {
    /// The group.
    pub group: LedGroup,
    /// How many people are in it.
    pub size: i64,
    /// What they did together.
    pub share: Share,
}

/// A line for each group.
pub fn lines(groups: Vec<LedGroup>, people: &[Follower]) -> Vec<GroupLine> {
    let line = |group: LedGroup| {
        let inside = || people.iter().filter(|f| f.member.group == Some(group.id));
        GroupLine { size: inside().count() as i64, share: share(inside()), group }
    };
    groups.into_iter().map(line).collect()
}

//! Carrying out the plan: in batches of one write each, so that nobody else waits long, and each so that
//! doing it again changes nothing.

use super::plan::{Counts, Fate, Seat, Step, details, plan};
use super::{Row, queries};
use crate::access::{Scope, accounts};
use crate::crm::organisations;
use crate::crm::people::{self, Details, NewPerson};
use crate::planning::groups;
use crate::planning::projects::{self, Facts};
use crate::platform::db::Tx;
use crate::platform::error::Result;

/// Rows of one write.
pub const BATCH: usize = 200;

/// Does what `rows` ask, for the project within `scope`; says what was done.
pub fn batch(tx: &mut Tx, scope: Scope, project: projects::ProjectId, rows: &[Row]) -> Result<Counts> {
    let project = projects::facts(tx.db(), scope, project)?;
    organisations::hold(tx, project.organisation)?;
    groups::settle(tx, project.id)?;
    let addresses = rows.iter().map(|r| r.likeness().email().to_owned()).collect();
    // What is out of sight has its place all the same until it is destroyed.
    let all = Scope::job("importing a list");
    let known = queries::known(tx.db(), all, &project, Some(addresses))?;
    let groups = groups::of_project(tx.db(), all, project.id)?;
    let steps = plan(rows, &known, &groups);
    for step in &steps {
        carry_out(tx, &project, step)?;
    }
    Ok(Counts::of(&steps, 0))
}

fn carry_out(tx: &mut Tx, project: &Facts, step: &Step<'_>) -> Result<()> {
    if step.news != Details::default()
        && let Fate::Joins(person) | Fate::Present(person, _) = step.fate
    {
        people::fill_in(tx, person, project.organisation, &step.news)?;
    }
    let participant = match step.fate {
        Fate::Present(_, participant) => participant,
        Fate::Joins(person) => join(tx, project, person)?,
        Fate::New => {
            let person = people::enter(tx, &someone(step), project.organisation)?;
            join(tx, project, person)?
        }
    };
    match step.seat {
        Seat::Given(group, _) => groups::enrol(tx, group, participant, None),
        _ => Ok(()),
    }
}

fn join(tx: &mut Tx, project: &Facts, person: people::PersonId) -> Result<projects::ParticipantId> {
    accounts::ensure(tx, person)?;
    projects::enter(tx, project.id, person)
}

fn someone(step: &Step<'_>) -> NewPerson {
    NewPerson { name: step.row.name(), email: step.row.email.clone(), details: details(step.row) }
}

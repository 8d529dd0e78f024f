//! All statements about invitations.

use diesel::prelude::*;

use super::forms::Chosen;
use crate::access::{Scope, accounts};
use crate::crm::people::PersonId;
use crate::planning::projects::{Facts, ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{participants, people};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;

/// Somebody to invite.
pub type Guest = (ParticipantId, PersonId);

/// The participants of `project` within `scope` who are meant by `chosen`.
pub fn guests(db: &mut Db, scope: Scope, project: ProjectId, chosen: &Chosen) -> Result<Vec<Guest>> {
    let rows = participants::table
        .inner_join(people::table)
        // Nobody is left to write to where a person was erased.
        .filter(participants::project_id.eq(project).and(people::erased_at.is_null()))
        .order(participants::id)
        .select((participants::id, participants::person_id))
        .into_boxed();
    let rows = match chosen {
        Chosen::Waiting => rows.filter(participants::invited_at.is_null()),
        Chosen::Ticked(ids) => rows.filter(participants::id.eq_any(ids.clone())),
    };
    Ok(participants_within!(rows, scope).load(db)?)
}

/// Invites `guests` to `project`; says to how many of them a letter goes.
pub fn invite(tx: &mut Tx, project: &Facts, guests: &[Guest]) -> Result<usize> {
    let now = tx.now();
    let mut count = 0;
    for (participant, person) in guests {
        if !accounts::invite(tx, *person, &project.name)? {
            continue;
        }
        diesel::update(participants::table.find(participant)).set(participants::invited_at.eq(now)).execute(tx.db())?;
        tx.record("invited", "participants", participant.0, Some(person.0))?;
        count += 1;
    }
    Ok(count)
}

//! Giving certificates to whoever is due one: at the moment the last condition is met, and by the timetable for
//! what no act brings about, such as the end of the last meeting.

use actix_web::web;

use super::letters;
use super::model::{Course, Standing};
use super::queries::{self, issued};
use crate::access::Scope;
use crate::learning::actions::{self, ActionId, Kind};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::db::{Actor, Tx};
use crate::platform::error::Result;
use crate::platform::jobs::jump::Believed;
use crate::privacy::retention::in_batches;
use crate::site::Site;

/// Completes the step of coming to the meetings for whoever was at enough of them, now that all are noted, opens it
/// again for whom that was a mistake, and gives a certificate to whoever is due one; says how many were given.
///
/// # Errors
/// When the database refuses.
pub fn attendance_noted(tx: &mut Tx, project: ProjectId, provider: &str) -> Result<usize> {
    let scope = Scope::job("certificates");
    let course = queries::course(tx.db(), scope, project)?;
    let standings = queries::standings(tx.db(), scope, &course)?;
    let steps = actions::of_kind(tx.db(), course.id, Kind::Attendance)?;
    let mut given = 0;
    for standing in &standings {
        settle(tx, &course, &steps, standing)?;
        given += usize::from(give(tx, &course, standing, provider)?);
    }
    Ok(given)
}

fn settle(tx: &mut Tx, course: &Course, steps: &[ActionId], standing: &Standing) -> Result<()> {
    let Some(enough) = standing.attendance(course, tx.now()) else { return Ok(()) };
    for step in steps {
        let open = standing.open.iter().any(|o| o.id == *step);
        match (enough, open) {
            (true, true) => actions::complete(tx, standing.participant, *step)?,
            (false, false) => actions::reopen(tx, standing.participant, *step)?,
            _ => {}
        }
    }
    Ok(())
}

/// Gives `who` a certificate when they are due one; true when they got it.
///
/// # Errors
/// When the database refuses.
pub fn issue_to(tx: &mut Tx, project: ProjectId, who: ParticipantId, provider: &str) -> Result<bool> {
    let scope = Scope::job("certificates");
    let course = queries::course(tx.db(), scope, project)?;
    let standing = queries::standing(tx.db(), scope, &course, who)?;
    give(tx, &course, &standing, provider)
}

fn give(tx: &mut Tx, course: &Course, standing: &Standing, provider: &str) -> Result<bool> {
    if !standing.is_due(course, tx.now()) {
        return Ok(false);
    }
    let facts = issued::facts(tx, course, standing, provider);
    let Some(id) = issued::issue(tx, standing.participant, standing.person, 1, &facts)? else { return Ok(false) };
    letters::announce(tx, course.id, standing.person, &standing.email, standing.language, &facts, id)?;
    Ok(true)
}

/// Does the same for every project of which something may have come to its end; says how many were given.
///
/// # Errors
/// When the database refuses.
pub async fn issue_due(site: web::Data<Site>) -> Result<usize> {
    let today = local(site.clock.now()).date();
    let mut count = 0;
    for project in site.read(move |db| queries::to_look_at(db, today)).await? {
        let provider = site.config.provider.clone();
        count += site.write(Actor::JOB, move |tx| attendance_noted(tx, project, &provider)).await?;
    }
    Ok(count)
}

/// Destroys what certificates say whose time is over.
///
/// # Errors
/// When the database refuses.
pub async fn destroy_over(site: web::Data<Site>, believed: Believed) -> Result<usize> {
    in_batches(&site, believed, issued::destroy_some).await
}

//! The projects of the demo, in three phases: over, under way, and about to begin.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use diesel::prelude::*;

use super::clients::CLIENTS;
use super::people;
use crate::access::accounts;
use crate::crm::organisations::OrganisationId;
use crate::crm::people::PersonId;
use crate::planning::groups::GroupId;
use crate::planning::projects::{self as planning, NewProject, ParticipantId, ProjectId, UploadAnchor};
use crate::planning::trainings::TrainingId;
use crate::platform::clock::{from_local, local};
use crate::platform::db::Tx;
use crate::platform::db::schema::{enrolments, groups, meetings, organisations, participants, project_leaders};
use crate::platform::error::{Error, Result};
use crate::platform::folding::folded;
use crate::platform::secret;

/// A project of the demo with who takes part, for what they did there.
#[derive(Debug, Clone)]
pub struct Seeded {
    /// The project.
    pub project: ProjectId,
    /// Who takes part, in the order of the list.
    pub participants: Vec<(ParticipantId, PersonId)>,
    /// When it began.
    pub starts_on: NaiveDate,
    /// Whether it is over.
    pub over: bool,
}

struct Plan {
    client: usize,
    training: usize,
    name: &'static str,
    /// Days from today to the start of the project.
    starts: i64,
    days: u64,
    /// Which people of the client take part.
    people: std::ops::Range<usize>,
    groups: &'static [Group],
}

/// A group to be made.
pub struct Group {
    pub name: &'static str,
    /// Its place in the list of staff.
    pub trainer: usize,
    pub capacity: i32,
    /// The day of the week they meet, as their name says.
    pub weekday: Weekday,
    /// Days from the start of the project after which each meeting comes.
    pub meetings: &'static [u64],
    /// The hour at which they begin; they last three hours.
    pub hour: u32,
}

const PLANS: &[Plan] = &[
    Plan {
        client: 0,
        training: 0,
        name: "Schrijven voor je lezer – najaar",
        starts: -23,
        days: 90,
        people: 0..10,
        groups: &[
            Group {
                name: "Dinsdagochtend",
                trainer: 0,
                capacity: 8,
                weekday: Weekday::Tue,
                meetings: &[37, 44],
                hour: 9,
            },
            Group {
                name: "Donderdagmiddag",
                trainer: 1,
                capacity: 8,
                weekday: Weekday::Thu,
                meetings: &[39, 46],
                hour: 13,
            },
        ],
    },
    Plan {
        client: 0,
        training: 1,
        name: "Helder mailen – Burgerzaken",
        starts: -150,
        days: 60,
        people: 8..14,
        groups: &[Group {
            name: "Woensdagochtend",
            trainer: 1,
            capacity: 8,
            weekday: Weekday::Wed,
            meetings: &[30],
            hour: 9,
        }],
    },
    Plan {
        client: 0, training: 1, name: "Helder mailen – Ruimte", starts: 25, days: 60, people: 10..14, groups: &[]
    },
    Plan {
        client: 1,
        training: 0,
        name: "Schrijven voor je lezer – Vergunningen",
        starts: -30,
        days: 90,
        people: 0..8,
        groups: &[Group {
            name: "Maandagochtend",
            trainer: 1,
            capacity: 10,
            weekday: Weekday::Mon,
            meetings: &[41, 48],
            hour: 9,
        }],
    },
    Plan {
        client: 2,
        training: 2,
        name: "Notulen die iedereen leest – voorjaar",
        starts: -120,
        days: 60,
        people: 0..8,
        groups: &[Group {
            name: "Maandag om één uur",
            trainer: 0,
            capacity: 10,
            weekday: Weekday::Mon,
            meetings: &[20, 34],
            hour: 13,
        }],
    },
    Plan {
        client: 2,
        training: 2,
        name: "Notulen die iedereen leest – najaar",
        starts: -45,
        days: 80,
        people: 1..7,
        groups: &[Group {
            name: "Vrijdagochtend",
            trainer: 1,
            capacity: 8,
            weekday: Weekday::Fri,
            meetings: &[15, 29],
            hour: 9,
        }],
    },
    Plan {
        client: 2,
        training: 2,
        name: "Notulen die iedereen leest – directie",
        starts: -75,
        days: 60,
        people: 9..12,
        groups: &[Group {
            name: "Donderdagochtend",
            trainer: 1,
            capacity: 6,
            weekday: Weekday::Thu,
            meetings: &[20],
            hour: 9,
        }],
    },
];

/// Makes every client, project, group and participant.
pub fn all(tx: &mut Tx, hash: &str, staff: &[PersonId], trainings: &[TrainingId]) -> Result<Vec<Seeded>> {
    let mut clients = Vec::new();
    let mut unopened = Vec::new();
    for client in CLIENTS {
        let organisation = organisation(tx, client.name)?;
        let leader = people::employee(tx, &client.leader, organisation, 0)?;
        people::account(tx, leader, client.leader.email, Some(hash))?;
        let mut known = Vec::new();
        for (number, person) in (1..).zip(client.people) {
            let id = people::employee(tx, person, organisation, number)?;
            // The last of each list have not opened their invitation yet.
            let opened = number <= client.people.len() - 2;
            people::account(tx, id, person.email, opened.then_some(hash))?;
            if !opened {
                unopened.push(id);
            }
            known.push(id);
        }
        clients.push((organisation, leader, known));
    }
    let two_hats = two_hats(tx, hash, clients.first().map(|c| c.0))?;
    let mut seeded = Vec::new();
    for plan in PLANS {
        let (Some(client), Some(training)) = (clients.get(plan.client), trainings.get(plan.training)) else { continue };
        let adviser =
            people::STAFF.iter().position(|s| s.role == crate::access::Role::Adviser).and_then(|at| staff.get(at));
        let mut project = one(tx, plan, client, *training, adviser.copied(), staff)?;
        // Anouk takes part in the first project and leads the last one of the same client.
        if plan.client == 0 && plan.starts == -23 {
            project.participants.push((participant(tx, project.project, two_hats)?, two_hats));
        }
        if plan.client == 0 && plan.starts == 25 {
            lead(tx, project.project, two_hats)?;
        }
        for (_, person) in project.participants.iter().filter(|p| !project.over && unopened.contains(&p.1)) {
            accounts::invite(tx, *person, plan.name)?;
        }
        seeded.push(project);
    }
    Ok(seeded)
}

fn two_hats(tx: &mut Tx, hash: &str, at: Option<OrganisationId>) -> Result<PersonId> {
    let at = at.ok_or_else(|| Error::broken(anyhow::anyhow!("no clients")))?;
    let person = people::employee(tx, &people::TWO_HATS, at, 90)?;
    people::account(tx, person, people::TWO_HATS.email, Some(hash))?;
    Ok(person)
}

/// Puts a client in the database.
pub fn organisation(tx: &mut Tx, name: &str) -> Result<OrganisationId> {
    let now = tx.now();
    Ok(diesel::insert_into(organisations::table)
        .values((
            organisations::name.eq(name),
            organisations::name_folded.eq(folded(name)),
            organisations::created_at.eq(now),
        ))
        .returning(organisations::id)
        .get_result(tx.db())?)
}

fn one(
    tx: &mut Tx,
    plan: &Plan,
    client: &(OrganisationId, PersonId, Vec<PersonId>),
    training: TrainingId,
    adviser: Option<PersonId>,
    staff: &[PersonId],
) -> Result<Seeded> {
    let starts_on = local(tx.now()).date() + TimeDelta::days(plan.starts);
    let ends_on = starts_on + Days::new(plan.days);
    let project = planning::create(
        tx,
        &NewProject {
            organisation: client.0,
            training,
            name: plan.name.into(),
            starts_on,
            ends_on,
            adviser,
            upload_anchor: UploadAnchor::Confirmation,
        },
    )?;
    lead(tx, project, client.1)?;
    let mut joined = Vec::new();
    for person in client.2.get(plan.people.clone()).unwrap_or_default() {
        joined.push((participant(tx, project, *person)?, *person));
    }
    let town = CLIENTS.get(plan.client).map_or("", |c| c.town);
    let mut ids = Vec::new();
    for made in plan.groups {
        ids.push(group(tx, project, made, staff.get(made.trainer).copied(), starts_on, town)?);
    }
    // Everybody but the last of the list has a group, in turn.
    for (at, (who, _)) in joined.iter().enumerate().take(joined.len().saturating_sub(1)) {
        if let Some(group) = ids.get(at % ids.len().max(1)) {
            place(tx, *who, *group)?;
        }
    }
    Ok(Seeded { project, participants: joined, starts_on, over: plan.starts < -100 })
}

/// Lets somebody lead a project.
pub fn lead(tx: &mut Tx, project: ProjectId, person: PersonId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(project_leaders::table)
        .values((
            project_leaders::project_id.eq(project),
            project_leaders::person_id.eq(person),
            project_leaders::created_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Lets somebody take part in a project.
pub fn participant(tx: &mut Tx, project: ProjectId, person: PersonId) -> Result<ParticipantId> {
    let now = tx.now();
    Ok(diesel::insert_into(participants::table)
        .values((
            participants::project_id.eq(project),
            participants::person_id.eq(person),
            participants::created_at.eq(now),
            participants::invited_at.eq(now),
        ))
        .returning(participants::id)
        .get_result(tx.db())?)
}

/// Makes a group with its meetings.
pub fn group(
    tx: &mut Tx,
    project: ProjectId,
    made: &Group,
    trainer: Option<PersonId>,
    from: NaiveDate,
    town: &str,
) -> Result<GroupId> {
    let id: GroupId = diesel::insert_into(groups::table)
        .values((
            groups::project_id.eq(project),
            groups::name.eq(made.name),
            groups::trainer_id.eq(trainer),
            groups::capacity.eq(made.capacity),
        ))
        .returning(groups::id)
        .get_result(tx.db())?;
    for days in made.meetings {
        let begins = NaiveTime::from_hms_opt(made.hour, 30, 0).unwrap_or_default();
        let earliest = from + Days::new(*days);
        let day = earliest.iter_days().find(|d| d.weekday() == made.weekday).unwrap_or(earliest);
        let starts_at = from_local(day.and_time(begins));
        diesel::insert_into(meetings::table)
            .values((
                meetings::group_id.eq(id),
                meetings::starts_at.eq(starts_at),
                meetings::ends_at.eq(starts_at.plus(TimeDelta::hours(3))),
                meetings::location.eq(format!("{town}, zaal 2")),
                meetings::uid.eq(secret::token()),
            ))
            .execute(tx.db())?;
    }
    Ok(id)
}

/// Gives somebody a place in a group.
pub fn place(tx: &mut Tx, participant: ParticipantId, group: GroupId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(enrolments::table)
        .values((
            enrolments::participant_id.eq(participant),
            enrolments::group_id.eq(group),
            enrolments::created_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(())
}

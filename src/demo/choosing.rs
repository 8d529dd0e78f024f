//! The project of the demo in which people choose a group: one group is full and has a waiting list, and some
//! people still have to choose.

use chrono::{Days, TimeDelta, Weekday};
use diesel::prelude::*;

use super::clients::Client;
use super::content::{self, Step, Training};
use super::people::{self, in_english, someone};
use super::projects::{self, Group};
use crate::access::{Role, Scope};
use crate::crm::people::PersonId;
use crate::learning::actions::{self, Kind};
use crate::planning::projects::{self as planning, Choosing, NewProject, ParticipantId, UploadAnchor};
use crate::platform::clock::local;
use crate::platform::db::Tx;
use crate::platform::db::schema::{absences, enrolments, meetings, waiting_places};
use crate::platform::error::Result;

/// The client.
pub const CLIENT: Client = Client {
    name: "Zorggroep Merenland",
    town: "Meerkade 40, Merenland",
    leader: someone("Ineke", "", "Terpstra", "ineke.terpstra@merenland.example.nl"),
    people: &[
        someone("Yara", "", "Hendriks", "yara.hendriks@merenland.example.nl"),
        someone("Bas", "van", "Loon", "bas.vanloon@merenland.example.nl"),
        someone("Fenna", "", "Kuiper", "fenna.kuiper@merenland.example.nl"),
        in_english(someone("Tomasz", "", "Wójcik", "tomasz.wojcik@merenland.example.nl")),
        someone("Sanne", "", "Mulder", "sanne.mulder@merenland.example.nl"),
        someone("Jelle", "", "Dekker", "jelle.dekker@merenland.example.nl"),
        someone("Nadia", "", "Benali", "nadia.benali@merenland.example.nl"),
        someone("Ruud", "", "Scholten", "ruud.scholten@merenland.example.nl"),
        someone("Lotte", "de", "Bruin", "lotte.debruin@merenland.example.nl"),
        someone("Emre", "", "Yıldız", "emre.yildiz@merenland.example.nl"),
    ],
};

const REPORTS: Training = Training {
    name: "Duidelijk rapporteren",
    description: "Je leert rapporteren zo dat een collega meteen weet wat er is gebeurd en wat er moet gebeuren.",
    actions: &[
        Step {
            kind: Kind::Enrolment,
            title: "Kies je groep",
            preparation: true,
            minutes: 5,
            due: 10,
            description: "Er zijn twee groepen. Kies de dag die jou het beste uitkomt.",
        },
        Step {
            kind: Kind::Reading,
            title: "Lees ‘Feiten eerst, dan wat je ervan vindt’",
            preparation: true,
            minutes: 10,
            due: 17,
            description: "Schrijf eerst op wat je zag of hoorde. Zet daarna wat je ervan vindt, en zeg dat het jouw mening is. Een collega kan dan zelf oordelen.",
        },
        Step {
            kind: Kind::Film,
            title: "Bekijk de film ‘Een lange zin wordt kort’",
            preparation: true,
            minutes: 1,
            due: 17,
            description: "In nog geen minuut zie je hoe een zin van 32 woorden er twee van samen 13 wordt.",
        },
        Step {
            kind: Kind::Attendance,
            title: "Volg de training",
            preparation: false,
            minutes: 360,
            due: 32,
            description: "Twee bijeenkomsten met je groep.",
        },
    ],
    questions: &[],
    evaluation: &[],
    worth: None,
};

const GROUPS: &[Group] = &[
    Group { name: "Maandagmiddag", trainer: 0, capacity: 4, weekday: Weekday::Mon, meetings: &[14, 21], hour: 13 },
    Group { name: "Woensdagochtend", trainer: 1, capacity: 8, weekday: Weekday::Wed, meetings: &[14, 21], hour: 9 },
];

/// Where somebody of the list stands.
#[derive(Clone, Copy)]
enum Stands {
    Nowhere,
    In(usize),
    Waits(usize),
}

const STANDS: &[Stands] = &[
    Stands::Nowhere,
    Stands::In(0),
    Stands::Waits(0),
    Stands::In(0),
    Stands::In(0),
    Stands::In(0),
    Stands::Waits(0),
    Stands::In(1),
    Stands::In(1),
    Stands::Nowhere,
];

/// Makes the client, the training and the project.
pub fn all(tx: &mut Tx, hash: &str, staff: &[PersonId]) -> Result<()> {
    let training = content::insert(tx, &REPORTS)?;
    let organisation = projects::organisation(tx, CLIENT.name)?;
    let leader = people::employee(tx, &CLIENT.leader, organisation, 60)?;
    people::account(tx, leader, CLIENT.leader.email, Some(hash))?;
    let starts_on = local(tx.now()).date() + TimeDelta::days(7);
    let project = planning::create(
        tx,
        &NewProject {
            organisation,
            training,
            name: "Duidelijk rapporteren – winter".into(),
            starts_on,
            ends_on: starts_on + Days::new(60),
            adviser: people::STAFF.iter().position(|s| s.role == Role::Adviser).and_then(|at| staff.get(at)).copied(),
            upload_anchor: UploadAnchor::Confirmation,
        },
    )?;
    planning::choose_by(tx, Scope::job("demo"), project, Choosing { open: true, change_days: 5, offer_hours: 24 })?;
    projects::lead(tx, project, leader)?;
    let mut groups = Vec::new();
    for made in GROUPS {
        groups.push(projects::group(tx, project, made, staff.get(made.trainer).copied(), starts_on, CLIENT.town)?);
    }
    for (number, (person, stands)) in (61..).zip(CLIENT.people.iter().zip(STANDS)) {
        let id = people::employee(tx, person, organisation, number)?;
        people::account(tx, id, person.email, Some(hash))?;
        let participant = projects::participant(tx, project, id)?;
        match stands {
            Stands::Nowhere => {}
            Stands::In(group) => {
                if let Some(group) = groups.get(*group) {
                    projects::place(tx, participant, *group)?;
                    actions::enrolled(tx, participant, true)?;
                }
            }
            Stands::Waits(group) => {
                if let Some(group) = groups.get(*group) {
                    queue(tx, participant, *group)?;
                }
            }
        }
        if number == 64 {
            excuse(tx, participant)?;
        }
    }
    Ok(())
}

fn queue(tx: &mut Tx, participant: ParticipantId, group: crate::planning::groups::GroupId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(waiting_places::table)
        .values((
            waiting_places::participant_id.eq(participant),
            waiting_places::group_id.eq(group),
            waiting_places::created_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Somebody cannot come to the first meeting of their group.
fn excuse(tx: &mut Tx, participant: ParticipantId) -> Result<()> {
    let now = tx.now();
    let first: i64 = meetings::table
        .inner_join(enrolments::table.on(enrolments::group_id.eq(meetings::group_id)))
        .filter(enrolments::participant_id.eq(participant))
        .order(meetings::starts_at)
        .select(meetings::id)
        .first(tx.db())?;
    diesel::insert_into(absences::table)
        .values((
            absences::meeting_id.eq(first),
            absences::participant_id.eq(participant),
            absences::reason.eq("work"),
            absences::created_at.eq(now),
        ))
        .execute(tx.db())?;
    Ok(())
}

//! What the people of the demo wrote to each other. Nobody said this.

use actix_web::web;
use chrono::{Days, NaiveTime};
use diesel::prelude::*;

use super::people::STAFF;
use crate::contact::conversations::{Addressee, Side};
use crate::crm::people::PersonId;
use crate::platform::clock::{from_local, local};
use crate::platform::db::schema::{messages, participants, people, projects, threads};
use crate::platform::db::{Actor, Moment, Tx};
use crate::platform::error::Result;
use crate::privacy::retention::MESSAGE;
use crate::site::Site;

/// Something that was said.
struct Words {
    /// By whom: the student, or a member of staff by their place in the list.
    by: Option<usize>,
    /// So many days ago.
    days: u64,
    /// At this hour and minute.
    at: (u32, u32),
    /// Whether the other side has seen it.
    seen: bool,
    words: &'static str,
}

/// A thread of the demo.
struct Talk {
    student: &'static str,
    project: &'static str,
    to: Addressee,
    closed: bool,
    said: &'static [Words],
}

const fn asked(days: u64, at: (u32, u32), seen: bool, words: &'static str) -> Words {
    Words { by: None, days, at, seen, words }
}

const fn answered(by: usize, days: u64, at: (u32, u32), seen: bool, words: &'static str) -> Words {
    Words { by: Some(by), days, at, seen, words }
}

const AUTUMN: &str = "Schrijven voor je lezer – najaar";
const PERMITS: &str = "Schrijven voor je lezer – Vergunningen";

const JOOST: usize = 0;
const MIRJAM: usize = 1;
const PETRA: usize = 2;
const SJOERD: usize = 4;

const TALKS: &[Talk] = &[
    Talk {
        student: "samira.bakker@lindedam.example.nl",
        project: AUTUMN,
        to: Addressee::Trainer,
        closed: false,
        said: &[
            asked(
                4,
                (9, 12),
                true,
                "Dag Joost,\n\nIk wil graag een brief meenemen over een uitkering die stopt. Mag dat, of is dat te moeilijk voor de eerste keer?\n\nGroet, Samira",
            ),
            answered(
                JOOST,
                4,
                (13, 40),
                true,
                "Dag Samira,\n\nDat mag zeker. Zo’n brief is juist goed om mee te oefenen. Haal wel de naam en het adres weg.\n\nJoost",
            ),
            asked(3, (16, 5), true, "Dank je. Moet ik hem eerst zelf herschrijven, of doen we dat samen?"),
            answered(
                JOOST,
                1,
                (8, 50),
                false,
                "We doen het samen. Lees vast deze pagina, dan weet je waar we op letten: https://www.opleider.example.nl/begin-met-het-antwoord.\n\nTot gauw!",
            ),
        ],
    },
    Talk {
        student: "noor.lukasik@lindedam.example.nl",
        project: AUTUMN,
        to: Addressee::Trainer,
        closed: false,
        said: &[
            asked(
                2,
                (11, 20),
                true,
                "Dag Joost, ik ben op 15 december een uur later. Ik heb eerst een gesprek dat ik niet kan verzetten. Is dat goed?",
            ),
            asked(1, (9, 5), false, "Nog een vraag: kan ik een tekst meenemen die een collega heeft geschreven?"),
        ],
    },
    Talk {
        student: "grace.okonjo@lindedam.example.nl",
        project: AUTUMN,
        to: Addressee::Trainer,
        closed: false,
        said: &[asked(
            0,
            (8, 15),
            false,
            "Hello Joost,\n\nMy letters are half in English and half in Dutch. Which ones shall I bring?\n\nGrace",
        )],
    },
    Talk {
        student: "ayse.demir@lindedam.example.nl",
        project: AUTUMN,
        to: Addressee::Trainer,
        closed: true,
        said: &[
            asked(9, (10, 0), true, "Hoeveel teksten moet ik insturen voor de eerste bijeenkomst?"),
            answered(JOOST, 9, (15, 25), true, "Eén is genoeg, Ayşe. Kies een tekst die je vaak schrijft."),
            asked(8, (9, 30), true, "Duidelijk, dank je wel!"),
        ],
    },
    Talk {
        student: "ijsbrand.celik@lindedam.example.nl",
        project: AUTUMN,
        to: Addressee::Trainer,
        closed: false,
        said: &[asked(
            1,
            (14, 45),
            true,
            "Dag Mirjam, in mijn besluiten moet ik de wet noemen. Hoe houd ik het dan kort?",
        )],
    },
    Talk {
        student: "zoe.vanthoff@lindedam.example.nl",
        project: AUTUMN,
        to: Addressee::Adviser,
        closed: false,
        said: &[asked(
            3,
            (13, 10),
            true,
            "Dag Petra, na de training krijg ik een andere functie. Kan ik de opdrachten dan nog afmaken?",
        )],
    },
    Talk {
        student: "priya.raman@oostervaart.example.nl",
        project: PERMITS,
        to: Addressee::Adviser,
        closed: false,
        said: &[
            asked(
                6,
                (10, 40),
                true,
                "Dear Petra, will there be a second group next year? A colleague would like to join.",
            ),
            answered(
                PETRA,
                5,
                (9, 15),
                true,
                "Dear Priya, we are talking about that with Marleen. You will hear from her in January.",
            ),
        ],
    },
    Talk {
        student: "daan.degroot@lindedam.example.nl",
        project: AUTUMN,
        to: Addressee::Helpdesk,
        closed: false,
        said: &[asked(1, (16, 30), false, "Ik kan mijn tekst niet insturen. Het bestand is een oude doc. Wat nu?")],
    },
    Talk {
        student: "hugo.schippers@oostervaart.example.nl",
        project: PERMITS,
        to: Addressee::Helpdesk,
        closed: false,
        said: &[
            asked(7, (8, 55), true, "Mijn achternaam staat verkeerd op de lijst. Kunnen jullie dat veranderen?"),
            answered(SJOERD, 7, (11, 30), true, "Dat is gedaan, Hugo. Klopt het zo?"),
        ],
    },
    Talk {
        student: "hugo.schippers@oostervaart.example.nl",
        project: PERMITS,
        to: Addressee::Trainer,
        closed: false,
        said: &[
            asked(5, (12, 0), true, "Dag Mirjam, is er parkeerruimte bij de training?"),
            answered(MIRJAM, 5, (12, 35), true, "Ja, achter het gebouw. Neem de ingang aan de sluis."),
        ],
    },
];

/// Lets them all have said it.
pub async fn all(site: &web::Data<Site>) -> Result<()> {
    site.write(Actor::OPERATOR, |tx| TALKS.iter().try_for_each(|talk| one(tx, talk))).await
}

fn one(tx: &mut Tx, talk: &Talk) -> Result<()> {
    let (participant, student): (i64, PersonId) = participants::table
        .inner_join(people::table)
        .inner_join(projects::table)
        .filter(people::email.eq(talk.student).and(projects::name.eq(talk.project)))
        .select((participants::id, people::id))
        .first(tx.db())?;
    let first = talk.said.first().map_or(tx.now(), |said| moment(tx, said));
    let last = talk.said.last().map_or(tx.now(), |said| moment(tx, said));
    let since = talk.said.iter().rposition(|said| said.by.is_some()).map_or(0, |answer| answer + 1);
    let waits = talk.said.get(since).filter(|_| !talk.closed).map(|said| moment(tx, said));
    let thread: i64 = diesel::insert_into(threads::table)
        .values((
            threads::participant_id.eq(participant),
            threads::addressee.eq(talk.to),
            threads::created_at.eq(first),
            threads::last_at.eq(last),
            threads::asked_at.eq(waits),
            threads::closed_at.eq(talk.closed.then_some(last)),
        ))
        .returning(threads::id)
        .get_result(tx.db())?;
    talk.said.iter().try_for_each(|said| say(tx, thread, student, said))
}

fn say(tx: &mut Tx, thread: i64, student: PersonId, said: &Words) -> Result<()> {
    let author = match said.by.and_then(|at| STAFF.get(at)) {
        Some(member) => people::table.filter(people::email.eq(member.email)).select(people::id).first(tx.db())?,
        None => student,
    };
    let (at, side) = (moment(tx, said), if said.by.is_some() { Side::Provider } else { Side::Student });
    let stamp = MESSAGE.stamp(at);
    diesel::insert_into(messages::table)
        .values((
            messages::thread_id.eq(thread),
            messages::side.eq(side),
            messages::author_id.eq(author),
            messages::body.eq(said.words),
            messages::sent_at.eq(at),
            messages::read_at.eq(said.seen.then_some(at)),
            messages::destroy_at.eq(stamp.destroy_at),
            messages::policy.eq(stamp.version),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// When it was said; never later than now, whenever the demo is started.
fn moment(tx: &Tx, said: &Words) -> Moment {
    let day = local(tx.now()).date() - Days::new(said.days);
    let time = NaiveTime::from_hms_opt(said.at.0, said.at.1, 0).unwrap_or_default();
    from_local(day.and_time(time)).min(tx.now())
}

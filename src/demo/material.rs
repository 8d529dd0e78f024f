//! The course material of the demo: with each training, and with the project of Lindedam for everybody, for a group and
//! for one person.

use actix_web::web;
use bytes::Bytes;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::projects::Seeded;
use super::uploads::pdf;
use crate::learning::material::{self, Content, Details, For, Shelf, Wish};
use crate::learning::uploads::{Draft, NewFile, Received};
use crate::planning::groups::GroupId;
use crate::planning::projects::ParticipantId;
use crate::planning::trainings::TrainingId;
use crate::platform::db::schema::{groups, material_openings, materials, trainings};
use crate::platform::db::{Actor, Db};
use crate::platform::error::{Error, Result};
use crate::site::Site;

/// What is with a training.
struct Piece {
    training: &'static str,
    title: &'static str,
    summary: &'static str,
    what: What,
    wish: Wish,
    /// The step that is done by opening it.
    step: Option<i32>,
}

enum What {
    /// A text in Markdown.
    Text(&'static str),
    /// The name of a file, and what stands in it.
    Pdf(&'static str, &'static str),
}

const READERS: &str = "Schrijven voor je lezer";
const MAILS: &str = "Helder mailen";

const CARD: &str = "SCHRIJFKAART\n\nVoor je begint\n- Voor wie schrijf je?\n- Wat moet je lezer doen?\n- Wat is de \
     belangrijkste zin?\n\nTerwijl je schrijft\n- Zet het nieuws bovenaan.\n- Maak zinnen van hooguit vijftien \
     woorden.\n- Gebruik woorden die je aan de telefoon ook gebruikt.\n\nAls je klaar bent\n- Lees je tekst hardop.\n- \
     Haal weg wat je lezer niet nodig heeft.\n- Laat iemand anders meelezen.\n";
const CHECKLIST: &str = "CHECKLIST VOOR JE MAIL\n\n1. Staat de vraag in het onderwerp?\n2. Staat het antwoord op 'wat \
     wil je van mij' in de eerste zin?\n3. Staat er een datum bij?\n4. Is het een vraag, of een lijstje?\n5. Heeft \
     iedereen in de cc dit echt nodig?\n";

const PIECES: &[Piece] = &[
    Piece {
        training: READERS,
        title: "Vijf vragen voor je begint",
        summary: "Vijf minuten nadenken, een half uur minder schrappen.",
        what: What::Text(include_str!("texts/material/five-questions.md")),
        wish: Wish::Days(-14),
        step: None,
    },
    Piece {
        training: READERS,
        title: "Van lang naar kort",
        summary: "Zo maak je van een lange zin twee of drie gewone.",
        what: What::Text(include_str!("texts/material/long-to-short.md")),
        wish: Wish::Days(7),
        step: None,
    },
    Piece {
        training: READERS,
        title: "Schrijfkaart",
        summary: "Eén bladzijde om naast je scherm te leggen.",
        what: What::Pdf("schrijfkaart.pdf", CARD),
        wish: Wish::Now,
        step: None,
    },
    Piece {
        training: READERS,
        title: "Terugkijken: wat doe je morgen anders?",
        summary: "Voor na de laatste bijeenkomst.",
        what: What::Text(include_str!("texts/material/looking-back.md")),
        wish: Wish::Days(60),
        step: None,
    },
    Piece {
        training: MAILS,
        title: "Een onderwerp dat werkt",
        summary: "Je lezer ziet eerst je onderwerp. Soms is dat het enige.",
        what: What::Text(include_str!("texts/material/subject-line.md")),
        wish: Wish::Now,
        step: None,
    },
    Piece {
        training: MAILS,
        title: "Checklist voor je mail",
        summary: "Vijf vragen voor je op verzenden drukt.",
        what: What::Pdf("checklist-mail.pdf", CHECKLIST),
        wish: Wish::Now,
        step: None,
    },
    Piece {
        training: "Duidelijk rapporteren",
        title: "Feiten eerst, dan wat je ervan vindt",
        summary: "De tekst van de tweede stap.",
        what: What::Text(include_str!("texts/material/facts-first.md")),
        wish: Wish::Now,
        step: Some(2),
    },
];

/// Puts everything on its shelf.
pub async fn all(site: &web::Data<Site>, seeded: &[Seeded]) -> Result<()> {
    for piece in PIECES {
        let name = piece.training;
        let training = site.read(move |db| training(db, name)).await?;
        let content = match piece.what {
            What::Text(body) => Content::Text(body.to_owned()),
            What::Pdf(name, text) => Content::File(file(site, name, text).await?),
        };
        let details = details(piece.title, Some(piece.summary), &content, piece.wish, (piece.step, For::Everybody));
        put(site, 20, Shelf::Training(training), details, content).await?;
    }
    if let Some(first) = seeded.first() {
        for_lindedam(site, first).await?;
    }
    Ok(())
}

async fn for_lindedam(site: &web::Data<Site>, seeded: &Seeded) -> Result<()> {
    let project = seeded.project;
    let tuesday = site.read(move |db| group(db, project.0)).await?;
    let own = Content::Text(include_str!("texts/material/own-letters.md").to_owned());
    let named = ("Zinnen uit jullie eigen brieven", Some("Om alvast over na te denken voor dinsdag."));
    let about = details(named.0, named.1, &own, Wish::Now, (None, For::Group(tuesday)));
    put(site, 3, Shelf::Project(project), about, own).await?;

    // The fourth of the list is Zoë.
    let Some((zoe, _)) = seeded.participants.get(3).copied() else { return Ok(()) };
    let extra = Content::Text(include_str!("texts/material/extra-exercise.md").to_owned());
    let about = details("Extra oefening: aanspreken", None, &extra, Wish::Now, (None, For::Participant(zoe)));
    put(site, 2, Shelf::Project(project), about, extra).await?;
    // Some were quick to open what was there first.
    let readers: Vec<ParticipantId> = seeded.participants.iter().skip(1).step_by(2).map(|(id, _)| *id).collect();
    let now = site.clock.now();
    site.write(Actor::OPERATOR, move |tx| {
        let first: i64 = materials::table.order(materials::id).select(materials::id).first(tx.db())?;
        for (hours, reader) in (30..).step_by(7).zip(readers) {
            diesel::insert_into(material_openings::table)
                .values((
                    material_openings::material_id.eq(first),
                    material_openings::participant_id.eq(reader),
                    material_openings::opened_at.eq(now.minus(TimeDelta::hours(hours))),
                ))
                .execute(tx.db())?;
        }
        Ok(())
    })
    .await
}

fn details(
    title: &str,
    summary: Option<&str>,
    content: &Content,
    wish: Wish,
    (step, audience): (Option<i32>, For),
) -> Details {
    let body = match content {
        Content::Text(body) => Some(body.clone()),
        Content::File(_) => None,
    };
    Details { title: title.to_owned(), summary: summary.map(str::to_owned), body, wish, step, audience }
}

fn training(db: &mut Db, name: &str) -> Result<TrainingId> {
    Ok(trainings::table.filter(trainings::name.eq(name)).order(trainings::id).select(trainings::id).first(db)?)
}

fn group(db: &mut Db, project: i64) -> Result<GroupId> {
    Ok(groups::table.filter(groups::project_id.eq(project)).order(groups::id).select(groups::id).first(db)?)
}

async fn file(site: &web::Data<Site>, name: &str, text: &str) -> Result<NewFile> {
    let mut draft = Draft::new(&site.files, site.config.upload_limit);
    draft.begin(name).await;
    draft.add(Bytes::from(pdf(text))).await;
    match draft.end().await? {
        Received::File(arrived) => arrived.publish().await,
        Received::Refused(_) => Err(Error::broken(anyhow::anyhow!("{name} is not taken"))),
    }
}

/// Puts something on a shelf, so many days ago.
async fn put(site: &web::Data<Site>, days: i64, shelf: Shelf, details: Details, content: Content) -> Result<()> {
    const STAFF: Actor = Actor { role: "content", account: None };
    let (pool, at) = (site.pool.clone(), site.clock.now().minus(TimeDelta::days(days)));
    web::block(move || pool.write(at, STAFF, |tx| material::insert(tx, shelf, &details, &content)).map(|_| ())).await?
}

//! The film of the demo: with the training of which it is a step, and with the project of Lindedam, where some watched
//! it. `assets/film/make` says how it was made.

use actix_web::web;
use bytes::Bytes;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::projects::Seeded;
use crate::learning::films::{self, NewFilm};
use crate::learning::material::{Details, For, MaterialId, Shelf, Wish};
use crate::learning::uploads::{Draft, NewFile, Received};
use crate::planning::projects::ParticipantId;
use crate::planning::trainings::TrainingId;
use crate::platform::db::schema::{film_watchings, material_openings, trainings};
use crate::platform::db::{Actor, Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::site::Site;

const FILM: &[u8] = include_bytes!("../../assets/film/short-sentence.webm");
const TRAINING: &str = "Duidelijk rapporteren";

/// What somebody of the project saw: their place in the list, until which second, and whether they say so themselves.
const WATCHED: &[(usize, i32, bool)] = &[(1, 21, false), (2, 42, false), (4, 0, true), (5, 36, false), (6, 7, false)];

/// Puts the film on its shelves, and lets some people watch it.
pub async fn all(site: &web::Data<Site>, seeded: &[Seeded]) -> Result<()> {
    let training = site.read(training).await?;
    // It is the third step of that training.
    put(site, Shelf::Training(training), Some(3)).await?;
    let Some(first) = seeded.first() else { return Ok(()) };
    let film = put(site, Shelf::Project(first.project), None).await?;
    let people: Vec<ParticipantId> = first.participants.iter().map(|(id, _)| *id).collect();
    let now = site.clock.now();
    site.write(Actor::OPERATOR, move |tx| {
        for (hours, (place, until, own_word)) in (20..).step_by(9).zip(WATCHED) {
            let Some(who) = people.get(*place) else { continue };
            watched(tx, film, *who, (*until, *own_word), now.minus(TimeDelta::hours(hours)))?;
        }
        Ok(())
    })
    .await
}

fn watched(
    tx: &mut Tx,
    film: MaterialId,
    who: ParticipantId,
    (until, own_word): (i32, bool),
    at: Moment,
) -> Result<()> {
    diesel::insert_into(material_openings::table)
        .values((
            material_openings::material_id.eq(film),
            material_openings::participant_id.eq(who),
            material_openings::opened_at.eq(at),
        ))
        .execute(tx.db())?;
    let end = at.plus(TimeDelta::seconds(i64::from(until)));
    diesel::insert_into(film_watchings::table)
        .values((
            film_watchings::material_id.eq(film),
            film_watchings::participant_id.eq(who),
            film_watchings::left_off.eq(until),
            film_watchings::stretches.eq(format!("0.000-{until}.000")),
            film_watchings::watched.eq(until),
            film_watchings::spare.eq(0),
            film_watchings::own_word.eq(own_word),
            film_watchings::started_at.eq(at),
            film_watchings::reported_at.eq(end),
            film_watchings::counted_at.eq((own_word || until >= 34).then_some(end)),
        ))
        .execute(tx.db())?;
    Ok(())
}

fn training(db: &mut Db) -> Result<TrainingId> {
    Ok(trainings::table.filter(trainings::name.eq(TRAINING)).order(trainings::id).select(trainings::id).first(db)?)
}

async fn file(site: &web::Data<Site>) -> Result<NewFile> {
    let mut draft = Draft::of_film(&site.files, site.config.film_limit);
    draft.begin("van-lang-naar-kort.webm").await;
    draft.add(Bytes::from_static(FILM)).await;
    match draft.end().await? {
        Received::File(arrived) => arrived.publish().await,
        Received::Refused(_) => Err(Error::broken(anyhow::anyhow!("the film of the demo is not taken"))),
    }
}

async fn put(site: &web::Data<Site>, shelf: Shelf, step: Option<i32>) -> Result<MaterialId> {
    const STAFF: Actor = Actor { role: "content", account: None };
    let details = Details {
        title: "Een lange zin wordt kort".to_owned(),
        summary: Some("Van 32 woorden naar 13, in nog geen minuut.".to_owned()),
        body: Some(include_str!("../../assets/film/transcript.md").to_owned()),
        wish: Wish::Now,
        step,
        audience: For::Everybody,
    };
    let captions =
        [(Lang::Nl, include_str!("../../assets/film/nl.vtt")), (Lang::En, include_str!("../../assets/film/en.vtt"))];
    let captions = captions.map(|(lang, text)| (lang, text.to_owned())).into();
    let film = NewFilm { file: file(site).await?, share: 80, captions };
    let (pool, at) = (site.pool.clone(), site.clock.now().minus(TimeDelta::days(6)));
    web::block(move || pool.write(at, STAFF, |tx| films::insert(tx, shelf, &details, &film))).await?
}

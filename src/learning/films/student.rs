//! The films of a student: what there is, and the page of each, with what it streams and what it tells.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::WatchingForm;
use super::model::{Film, Watching, clock, percent};
use super::queries::{self, Listed};
use super::stretches::{Stretches, milliseconds};
use crate::access::{Scope, Student};
use crate::learning::actions::Kind;
use crate::learning::activity;
use crate::learning::material::{self, MaterialId, Opened};
use crate::planning::participations::{self, Participation};
use crate::platform::clock::local;
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::files::BlobId;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::web::{Answer, Cx, Form, Reply, Routes, Stored, attachment, stream, wants_json};

pub fn routes(r: &mut Routes) {
    r.get("/student/films", index);
    r.get("/student/films/{id}", show);
    r.get("/student/films/{id}/film", film);
    r.get("/student/films/{id}/captions/nl", captions_nl);
    r.get("/student/films/{id}/captions/en", captions_en);
    r.post("/student/films/{id}/watching", watch);
    r.post("/student/films/{id}/own-word", say_seen);
}

/// The films of one project.
struct Part {
    project: Participation,
    films: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "learning/films/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    parts: Vec<Part>,
}

impl StudentIndex<'_> {
    fn is_seen(&self, film: &Listed) -> bool {
        film.watching.as_ref().is_some_and(|watching| watching.counted_at.is_some())
    }

    /// How long it takes and how far they are.
    fn note(&self, film: &Listed) -> String {
        let t = self.cx.t;
        let length = t.films_length(clock(film.seconds));
        let watching = film.watching.as_ref();
        let part = watching.map(|watching| percent(watching.watched(), film.seconds)).filter(|part| *part > 0);
        let seen = part.map(|part| t.films_seen_part(part));
        let goes_on =
            watching.and_then(|watching| watching.goes_on(film.seconds)).map(|at| t.films_left_off(clock(at)));
        [Some(length), seen, goes_on].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

async fn index(cx: Cx<Student>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let today = local(now).date();
    let (mut projects, films) =
        cx.read(move |db| Ok((participations::of(db, scope, now)?, queries::given(db, scope, now)?))).await?;
    projects.sort_by_key(|project| project.rank(today));
    let part = |project: Participation| {
        let films = films.iter().filter(|film| film.given.participant == project.participant).cloned().collect();
        Part { project, films }
    };
    let parts = projects.into_iter().map(part).filter(|part| !part.films.is_empty()).collect();
    cx.page(StudentIndex { cx: &cx, parts })
}

/// Where the film is to begin.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct From {
    /// In seconds.
    from: String,
}

#[derive(Template)]
#[template(path = "learning/films/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    piece: Opened,
    film: Film,
    watching: Option<Watching>,
    /// Where it begins, in seconds.
    from: i32,
    /// What is said in it, as HTML that holds no more than Markdown can say.
    transcript: Option<String>,
}

impl StudentShow<'_> {
    fn path(&self) -> String {
        format!("/student/films/{}", self.piece.id)
    }

    fn media_type(&self) -> &'static str {
        self.piece.file.as_ref().map_or("", |file| file.media_type())
    }

    /// The address of the film, and where it begins.
    fn source(&self) -> String {
        let from = if self.from > 0 { format!("#t={}", self.from) } else { String::new() };
        format!("{}/film{from}", self.path())
    }

    fn length(&self) -> String {
        clock(self.film.seconds)
    }

    /// Where they left off: in seconds, and as a player shows it.
    fn goes_on(&self) -> Option<(i32, String)> {
        let at = self.watching.as_ref()?.goes_on(self.film.seconds)?;
        (at != self.from).then(|| (at, clock(at)))
    }

    fn percent(&self) -> i64 {
        self.watching.as_ref().map_or(0, |watching| percent(watching.watched(), self.film.seconds))
    }

    fn is_seen(&self) -> bool {
        self.piece.is_done() || self.watching.as_ref().is_some_and(|watching| watching.counted_at.is_some())
    }

    fn is_own_word(&self) -> bool {
        self.watching.as_ref().is_some_and(|watching| watching.own_word)
    }

    /// A language, in the language of the page.
    fn language(&self, lang: Lang) -> String {
        self.cx.t.films_captions(lang.code())
    }
}

async fn show(cx: Cx<Student>, id: web::Path<MaterialId>, from: web::Query<From>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let read = move |db: &mut Db| {
        let piece = material::find(db, scope, id, Kind::Film, now)?;
        let film = queries::film(db, &piece)?;
        let watching = queries::watched(db, &piece, &film)?;
        Ok((piece, film, watching))
    };
    let (piece, film, watching) = cx.read(read).await?;
    sit(&cx, &piece).await?;
    note(&cx, &piece).await?;
    let from = from.from.parse().ok().filter(|at| (0..film.seconds).contains(at)).unwrap_or_default();
    let transcript = piece.body.as_deref().map(markdown::html);
    cx.page(StudentShow { cx: &cx, piece, film, watching, from, transcript })
}

async fn find(cx: &Cx<Student>, id: MaterialId) -> Result<Opened> {
    let (scope, now) = (cx.who.scope(), cx.now());
    let piece = cx.read(move |db| material::find(db, scope, id, Kind::Film, now)).await?;
    if piece.is_film() { Ok(piece) } else { Err(Error::NotFound) }
}

/// Notes that they sat down to the step that asks for it, when there is one.
async fn sit(cx: &Cx<Student>, piece: &Opened) -> Result<()> {
    match piece.step.filter(|step| !step.done) {
        Some(step) => activity::visit(cx, piece.participant, activity::Step::Action(step.action)).await,
        None => Ok(()),
    }
}

/// Notes that its page was opened.
async fn note(cx: &Cx<Student>, piece: &Opened) -> Result<()> {
    if piece.is_noted(cx.now()) || !cx.is_opened() {
        return Ok(());
    }
    let opened = piece.clone();
    match cx.write(move |tx| material::note(tx, &opened)).await {
        // Another window of theirs noted it at the same moment.
        Err(Error::Conflict) => Ok(()),
        noted => noted,
    }
}

async fn film(cx: Cx<Student>, id: web::Path<MaterialId>, request: HttpRequest) -> Answer {
    let piece = find(&cx, *id).await?;
    let file = piece.file.as_ref().ok_or(Error::NotFound)?;
    let blob = BlobId::parse(&file.blob).ok_or(Error::NotFound)?;
    let size = u64::try_from(file.size).unwrap_or_default();
    let stored = Stored { blob: &blob, size, media_type: file.media_type() };
    stream(&request, &cx.site().files, &stored, attachment(&file.name)).await.inspect_err(|error| {
        tracing::error!(material = piece.id.0, error = %error, "a film cannot be opened");
    })
}

async fn captions_nl(cx: Cx<Student>, id: web::Path<MaterialId>) -> Answer {
    captions(&cx, *id, Lang::Nl).await
}

async fn captions_en(cx: Cx<Student>, id: web::Path<MaterialId>) -> Answer {
    captions(&cx, *id, Lang::En).await
}

async fn captions(cx: &Cx<Student>, id: MaterialId, lang: Lang) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let read = move |db: &mut Db| {
        let piece = material::find(db, scope, id, Kind::Film, now)?;
        queries::captions(db, &piece, lang)
    };
    Ok(vtt(cx.read(read).await?))
}

/// Captions, as a browser wants them.
pub fn vtt(text: String) -> Reply {
    HttpResponse::Ok().insert_header((header::CONTENT_TYPE, "text/vtt; charset=utf-8")).body(text).into()
}

async fn watch(cx: Cx<Student>, id: web::Path<MaterialId>, form: Form<WatchingForm>, request: HttpRequest) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let position = milliseconds(&form.position).unwrap_or_default();
    let said = form.0.stretches;
    let write = move |tx: &mut Tx| {
        let (piece, film) = both(tx, scope, id, now)?;
        let said = Stretches::parse(&said, film.length());
        let watching = queries::watch(tx, &piece, &film, |watching, now| watching.report(&said, position, &film, now))?;
        Ok((piece, percent(watching.watched(), film.seconds), watching.counted_at.is_some()))
    };
    let (piece, percent, seen) = cx.write(write).await?;
    sit(&cx, &piece).await?;
    if wants_json(&request) {
        return Ok(HttpResponse::Ok().json(serde_json::json!({ "percent": percent, "seen": seen })).into());
    }
    Ok(cx.see_other(format!("/student/films/{id}")))
}

fn both(tx: &mut Tx, scope: Scope, id: MaterialId, now: Moment) -> Result<(Opened, Film)> {
    let piece = material::find(tx.db(), scope, id, Kind::Film, now)?;
    let film = queries::film(tx.db(), &piece)?;
    Ok((piece, film))
}

/// Somebody watched it where we could not see that, or read what is said in it.
async fn say_seen(cx: Cx<Student>, id: web::Path<MaterialId>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let write = move |tx: &mut Tx| {
        let (piece, film) = both(tx, scope, id, now)?;
        queries::watch(tx, &piece, &film, Watching::say_seen)?;
        Ok(piece)
    };
    let piece = cx.write(write).await?;
    Ok(cx.see_other(format!("/student/films/{id}")).notice(cx.t.films_said(&piece.title)))
}

//! The material of a student: what there is, and each piece of it.

use actix_web::{HttpRequest, web};
use askama::Template;

use super::model::{Given, MaterialId};
use super::queries::{self, Opened};
use crate::access::Student;
use crate::learning::actions::Kind;
use crate::learning::activity;
use crate::planning::participations::{self, Participation};
use crate::platform::clock::local;
use crate::platform::db::Tx;
use crate::platform::error::{Error, Result};
use crate::platform::files::BlobId;
use crate::platform::markdown;
use crate::platform::web::{Answer, Cx, Routes, Stored, attachment, stream};

pub fn routes(r: &mut Routes) {
    r.get("/student/material", index);
    r.get("/student/material/{id}", show);
    r.get("/student/material/{id}/file", file);
}

/// The material of one project.
struct Part {
    project: Participation,
    pieces: Vec<Given>,
}

impl Part {
    /// How many pieces there are that they did not open yet.
    fn unread(&self) -> i64 {
        self.pieces.iter().filter(|piece| piece.is_new()).count() as i64
    }
}

#[derive(Template)]
#[template(path = "learning/material/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    parts: Vec<Part>,
}

impl StudentIndex<'_> {
    fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.pieces.is_empty())
    }

    /// What is known about a piece besides what it is.
    fn note(&self, piece: &Given) -> String {
        let day = |at| self.cx.lang.date(local(at).date());
        match piece.opened_at {
            Some(at) => self.cx.t.material_opened_on(day(at)),
            None => self.cx.t.material_since(day(piece.since)),
        }
    }

    /// What a file is and how large, or that it is a text.
    fn kind(&self, piece: &Given) -> String {
        let t = self.cx.t;
        let of =
            |file: &super::model::File| t.material_file_kind(file.kind.to_uppercase(), self.cx.lang.size(file.size));
        piece.file.as_ref().map_or_else(|| t.material_text_kind(), of)
    }
}

async fn index(cx: Cx<Student>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let today = local(now).date();
    let (mut projects, given) =
        cx.read(move |db| Ok((participations::of(db, scope, now)?, queries::given(db, scope, false, now)?))).await?;
    projects.sort_by_key(|project| project.rank(today));
    let part = |project: Participation| {
        let pieces = given.iter().filter(|piece| piece.participant == project.participant).cloned().collect();
        Part { project, pieces }
    };
    let parts = projects.into_iter().map(part).collect();
    cx.page(StudentIndex { cx: &cx, parts })
}

#[derive(Template)]
#[template(path = "learning/material/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    piece: Opened,
    /// The text as HTML that holds no more than Markdown can say.
    html: String,
    /// Whether opening it did the step it belongs to.
    completed: bool,
}

async fn show(cx: Cx<Student>, id: web::Path<MaterialId>) -> Answer {
    let piece = find(&cx, *id).await?;
    if piece.is_film() {
        return Ok(cx.see_other(format!("/student/films/{}", piece.id)));
    }
    if piece.file.is_some() {
        return Ok(cx.see_other(format!("/student/material/{}/file", piece.id)));
    }
    note(&cx, &piece).await?;
    let completed = piece.step.is_some_and(|step| !step.done);
    let html = markdown::html(piece.body.as_deref().unwrap_or_default());
    cx.page(StudentShow { cx: &cx, piece, html, completed })
}

async fn find(cx: &Cx<Student>, id: MaterialId) -> Result<Opened> {
    let (scope, now) = (cx.who.scope(), cx.now());
    cx.read(move |db| queries::find(db, scope, id, Kind::Reading, now)).await
}

/// Notes that it is opened and with it that its step is done, before the first word of it leaves. Somebody who only asks whether it is there opens
/// nothing.
async fn note(cx: &Cx<Student>, piece: &Opened) -> Result<()> {
    let known = piece.is_noted(cx.now()) && piece.step.is_none_or(|step| step.done);
    if known || !cx.is_opened() {
        return Ok(());
    }
    // Opening it does the step, so that begins now if it did not before.
    if let Some(step) = piece.step.filter(|step| !step.done) {
        activity::visit(cx, piece.participant, activity::Step::Action(step.action)).await?;
    }
    let opened = piece.clone();
    let write = move |tx: &mut Tx| {
        queries::note(tx, &opened)?;
        queries::complete(tx, &opened)
    };
    match cx.write(write).await {
        // Another window of theirs noted it at the same moment.
        Err(Error::Conflict) => Ok(()),
        noted => noted,
    }
}

async fn file(cx: Cx<Student>, id: web::Path<MaterialId>, request: HttpRequest) -> Answer {
    let piece = find(&cx, *id).await?;
    if piece.is_film() {
        return Ok(cx.see_other(format!("/student/films/{}", piece.id)));
    }
    let file = piece.file.as_ref().ok_or(Error::NotFound)?;
    note(&cx, &piece).await?;
    let blob = BlobId::parse(&file.blob).ok_or(Error::NotFound)?;
    let size = u64::try_from(file.size).unwrap_or_default();
    let stored = Stored { blob: &blob, size, media_type: file.media_type() };
    stream(&request, &cx.site().files, &stored, attachment(&file.name)).await.inspect_err(|error| {
        tracing::error!(material = piece.id.0, error = %error, "the file of a piece of material cannot be opened");
    })
}

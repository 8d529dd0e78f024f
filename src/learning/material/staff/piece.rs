//! One piece: changing it, moving it along its shelf, looking at its file, taking it away.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::text::StaffEdit;
use super::{Desk, shelf_path};
use crate::access::Staff;
use crate::access::accounts::held;
use crate::learning::actions::Kind;
use crate::learning::material::forms::MaterialForm;
use crate::learning::material::model::{MaterialId, Piece};
use crate::learning::material::queries::desk::{self, Choices, Heading};
use crate::learning::material::sweep;
use crate::platform::error::{Error, Result};
use crate::platform::files::BlobId;
use crate::platform::web::{Answer, Cx, Errors, Form, Stored, Wrong, attachment, stream};

async fn find<P: Desk>(cx: &Cx<Staff<P>>, id: MaterialId) -> Result<(Heading, Piece)> {
    let scope = cx.who.scope();
    cx.read(move |db| desk::piece(db, scope, P::CATALOGUE, id)).await
}

async fn around<P: Desk>(cx: &Cx<Staff<P>>, id: MaterialId) -> Result<(Heading, Piece, Choices)> {
    let scope = cx.who.scope();
    let read = move |db: &mut _| {
        let (heading, piece) = desk::piece(db, scope, P::CATALOGUE, id)?;
        let choices = desk::choices(db, &heading, Kind::Reading)?;
        Ok((heading, piece, choices))
    };
    cx.read(read).await
}

pub async fn edit<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>) -> Answer {
    let (heading, piece, choices) = around(&cx, *id).await?;
    if piece.is_film() {
        return Ok(cx.see_other(P::film(*id)));
    }
    let held = held::form::<MaterialForm, _>(&cx).await?;
    let form = held.unwrap_or_else(|| MaterialForm::of(&piece, cx.now()));
    cx.page(StaffEdit { cx: &cx, heading, choices, piece: Some(piece), form, errors: Errors::default() })
}

pub async fn update<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>, form: Form<MaterialForm>) -> Answer {
    let (heading, piece, choices) = around(&cx, *id).await?;
    if piece.is_film() {
        return Err(Error::NotFound);
    }
    let form = form.0;
    if form.is_preview() {
        return cx.page(StaffEdit { cx: &cx, heading, choices, piece: Some(piece), form, errors: Errors::default() });
    }
    let details = match form.check(heading.shelf(), piece.file.is_none(), &choices) {
        Ok(details) => details,
        Err(errors) => {
            let errors = errors.labelled(MaterialForm::labels(cx.t));
            return cx.invalid(StaffEdit { cx: &cx, heading, choices, piece: Some(piece), form, errors });
        }
    };
    let (shelf, saved) = (heading.shelf(), cx.t.material_saved(&details.title));
    let (known, seen) = (piece.clone(), form.seen == piece.changed_at.seconds().to_string());
    let written =
        if seen { cx.write(move |tx| desk::update(tx, &known, &details, false)).await } else { Err(Error::Conflict) };
    match written {
        Ok(()) => Ok(cx.see_other(shelf_path(shelf)).notice(saved)),
        Err(Error::Conflict) => overtaken(&cx, *id, form).await,
        Err(other) => Err(other),
    }
}

/// Somebody else changed it meanwhile: what was typed stays, and saving it once more takes the place of theirs.
async fn overtaken<P: Desk>(cx: &Cx<Staff<P>>, id: MaterialId, form: MaterialForm) -> Answer {
    let (heading, piece, choices) = around(cx, id).await?;
    let form = MaterialForm { seen: piece.changed_at.seconds().to_string(), ..form };
    let field = if piece.file.is_none() { "body" } else { "title" };
    let errors = Errors::one(field, Wrong::ChangedMeanwhile).labelled(MaterialForm::labels(cx.t));
    let page = StaffEdit { cx, heading, choices, piece: Some(piece), form, errors };
    cx.page_with(StatusCode::CONFLICT, page)
}

/// Which way.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MovingForm {
    to: String,
}

pub async fn shift<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>, form: Form<MovingForm>) -> Answer {
    let (heading, piece) = find(&cx, *id).await?;
    let up = form.to == "up";
    if up || form.to == "down" {
        cx.write(move |tx| desk::shift(tx, &piece, up)).await?;
    }
    Ok(cx.see_other(format!("{}#piece-{}", shelf_path(heading.shelf()), *id)))
}

pub async fn withdraw<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>) -> Answer {
    let (heading, piece) = find(&cx, *id).await?;
    let gone = cx.t.material_withdrawn(&piece.title);
    let doomed = cx.write(move |tx| desk::withdraw(tx, &piece)).await?;
    // Out of sight and on its way; whatever happens to this request, the file goes.
    let site = cx.shared_site();
    let work = actix_web::rt::spawn(async move { sweep::destroy(&site, vec![doomed]).await });
    work.await.map_err(Error::broken)??;
    Ok(cx.see_other(shelf_path(heading.shelf())).notice(gone))
}

pub async fn file<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>, request: HttpRequest) -> Answer {
    let (_, piece) = find(&cx, *id).await?;
    let file = piece.file.as_ref().ok_or(Error::NotFound)?;
    let blob = BlobId::parse(&file.blob).ok_or(Error::NotFound)?;
    let size = u64::try_from(file.size).unwrap_or_default();
    let stored = Stored { blob: &blob, size, media_type: file.media_type() };
    stream(&request, &cx.site().files, &stored, attachment(&file.name)).await
}

//! One film: looking at it, changing it, taking it away.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::access::Staff;
use crate::access::accounts::held;
use crate::learning::actions::Kind;
use crate::learning::films::forms::{CAPTIONS, FilmForm};
use crate::learning::films::queries::desk::{self, Kept};
use crate::learning::films::student::vtt;
use crate::learning::material::{self, Choices, Desk, Heading, MaterialId, Piece, shelf_path};
use crate::platform::db::{Db, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::web::{Answer, Cx, Errors, Form, Wrong};

#[derive(Template)]
#[template(path = "learning/films/staff_edit.html")]
struct StaffEdit<'a, P: Desk> {
    cx: &'a Cx<Staff<P>>,
    heading: Heading,
    choices: Choices,
    piece: Piece,
    film: Kept,
    form: FilmForm,
    errors: Errors,
}

impl<P: Desk> StaffEdit<'_, P> {
    fn is_catalogue(&self) -> bool {
        P::CATALOGUE
    }

    fn shelf(&self) -> String {
        shelf_path(self.heading.shelf())
    }

    fn path(&self) -> String {
        P::film(self.piece.id)
    }

    /// Where the file itself is; the same for every piece.
    fn source(&self) -> String {
        format!("{}/file", P::piece(self.piece.id))
    }

    fn media_type(&self) -> &'static str {
        self.piece.file.as_ref().map_or("", |file| file.media_type())
    }

    fn sub(&self) -> String {
        self.heading.says(self.cx.t)
    }

    fn step_hint(&self) -> String {
        self.cx.t.films_step_hint()
    }

    fn audiences(&self) -> Vec<(String, String)> {
        self.choices.audiences(self.cx.t)
    }

    /// The languages in which there are captions, with what they are called.
    fn languages(&self) -> Vec<(Lang, String)> {
        self.film.captions.iter().map(|(lang, _)| (*lang, self.cx.t.films_captions(lang.code()))).collect()
    }

    fn most_of_captions(&self) -> String {
        CAPTIONS.to_string()
    }
}

async fn find<P: Desk>(cx: &Cx<Staff<P>>, id: MaterialId) -> Result<(Heading, Piece, Kept, Choices)> {
    let scope = cx.who.scope();
    let read = move |db: &mut Db| {
        let (heading, piece) = material::piece(db, scope, P::CATALOGUE, id)?;
        let film = desk::kept(db, &piece)?;
        let choices = material::choices(db, &heading, Kind::Film)?;
        Ok((heading, piece, film, choices))
    };
    cx.read(read).await
}

pub async fn edit<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>) -> Answer {
    let (heading, piece, film, choices) = find(&cx, *id).await?;
    let held = held::form::<FilmForm, _>(&cx).await?;
    let form = held.unwrap_or_else(|| FilmForm::of(&piece, &film, cx.now()));
    cx.page(StaffEdit { cx: &cx, heading, choices, piece, film, form, errors: Errors::default() })
}

pub async fn update<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>, form: Form<FilmForm>) -> Answer {
    let (heading, piece, film, choices) = find(&cx, *id).await?;
    let form = form.0;
    let (details, wanted) = match form.check(heading.shelf(), &choices) {
        Ok(checked) => checked,
        Err(errors) => {
            let errors = errors.labelled(FilmForm::labels(cx.t));
            return cx.invalid(StaffEdit { cx: &cx, heading, choices, piece, film, form, errors });
        }
    };
    let (shelf, saved) = (heading.shelf(), cx.t.material_saved(&details.title));
    let seen = form.given.seen == piece.changed_at.seconds().to_string();
    let write = move |tx: &mut Tx| desk::update(tx, &piece, &details, (&film, &wanted));
    match if seen { cx.write(write).await } else { Err(Error::Conflict) } {
        Ok(()) => Ok(cx.see_other(shelf_path(shelf)).notice(saved)),
        Err(Error::Conflict) => overtaken(&cx, *id, form).await,
        Err(other) => Err(other),
    }
}

/// Somebody else changed it meanwhile: what was typed stays, and saving it once more takes the place of theirs.
async fn overtaken<P: Desk>(cx: &Cx<Staff<P>>, id: MaterialId, mut form: FilmForm) -> Answer {
    let (heading, piece, film, choices) = find(cx, id).await?;
    form.given.seen = piece.changed_at.seconds().to_string();
    let errors = Errors::one("title", Wrong::ChangedMeanwhile).labelled(FilmForm::labels(cx.t));
    let page = StaffEdit { cx, heading, choices, piece, film, form, errors };
    cx.page_with(StatusCode::CONFLICT, page)
}

pub async fn withdraw<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>) -> Answer {
    let (heading, piece, _, _) = find(&cx, *id).await?;
    let gone = cx.t.material_withdrawn(&piece.title);
    let doomed = cx.write(move |tx| material::withdraw(tx, &piece)).await?;
    // Out of sight and on its way; whatever happens to this request, the film goes.
    let site = cx.shared_site();
    let work = actix_web::rt::spawn(async move { material::destroy(&site, vec![doomed]).await });
    work.await.map_err(Error::broken)??;
    Ok(cx.see_other(shelf_path(heading.shelf())).notice(gone))
}

pub async fn captions_nl<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>) -> Answer {
    captions(&cx, *id, Lang::Nl).await
}

pub async fn captions_en<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<MaterialId>) -> Answer {
    captions(&cx, *id, Lang::En).await
}

async fn captions<P: Desk>(cx: &Cx<Staff<P>>, id: MaterialId, lang: Lang) -> Answer {
    let (_, _, film, _) = find(cx, id).await?;
    Ok(vtt(film.captions(lang).ok_or(Error::NotFound)?.to_owned()))
}

//! Writing a new text, and the page on which any piece is changed.

use actix_web::web;
use askama::Template;

use super::{Desk, shelf_path};
use crate::access::Staff;
use crate::access::accounts::held;
use crate::learning::actions::Kind;
use crate::learning::material::forms::MaterialForm;
use crate::learning::material::model::{Content, Piece, Shelf};
use crate::learning::material::queries::desk::{self, Choices, Heading};
use crate::platform::error::Result;
use crate::platform::markdown;
use crate::platform::web::{Answer, Cx, Errors, Form};

/// The form of a piece: a new text, or any piece that is there.
#[derive(Template)]
#[template(path = "learning/material/staff_edit.html")]
pub struct StaffEdit<'a, P: Desk> {
    pub cx: &'a Cx<Staff<P>>,
    pub heading: Heading,
    pub choices: Choices,
    /// The piece, when it is there.
    pub piece: Option<Piece>,
    pub form: MaterialForm,
    pub errors: Errors,
}

impl<P: Desk> StaffEdit<'_, P> {
    fn is_text(&self) -> bool {
        self.piece.as_ref().is_none_or(|piece| piece.file.is_none())
    }

    fn is_catalogue(&self) -> bool {
        P::CATALOGUE
    }

    fn shelf(&self) -> String {
        shelf_path(self.heading.shelf())
    }

    fn action(&self) -> String {
        self.piece.as_ref().map_or_else(|| format!("{}/texts", self.shelf()), |piece| P::piece(piece.id))
    }

    fn title(&self) -> String {
        self.piece.as_ref().map_or_else(|| self.cx.t.material_new_text(), |piece| piece.title.clone())
    }

    fn sub(&self) -> String {
        self.heading.says(self.cx.t)
    }

    fn step_hint(&self) -> String {
        self.cx.t.material_step_hint()
    }

    /// For whom it can be: as the form sends it, and in words.
    fn audiences(&self) -> Vec<(String, String)> {
        self.choices.audiences(self.cx.t)
    }

    /// The text as people will see it, when somebody asked for that.
    fn preview(&self) -> Option<String> {
        self.form.is_preview().then(|| markdown::html(&self.form.text()))
    }
}

pub async fn new<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<i64>) -> Answer {
    let (heading, choices) = around(&cx, P::shelf(*id)).await?;
    let form = held::form::<MaterialForm, _>(&cx).await?.unwrap_or_else(MaterialForm::empty);
    cx.page(StaffEdit { cx: &cx, heading, choices, piece: None, form, errors: Errors::default() })
}

/// The shelf, and what can be chosen for what stands on it.
async fn around<P: Desk>(cx: &Cx<Staff<P>>, shelf: Shelf) -> Result<(Heading, Choices)> {
    let scope = cx.who.scope();
    let read = move |db: &mut _| {
        let heading = desk::heading(db, scope, shelf)?;
        let choices = desk::choices(db, &heading, Kind::Reading)?;
        Ok((heading, choices))
    };
    cx.read(read).await
}

pub async fn create<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<i64>, form: Form<MaterialForm>) -> Answer {
    let shelf = P::shelf(*id);
    let (heading, choices) = around(&cx, shelf).await?;
    let form = form.0;
    if form.is_preview() {
        return cx.page(StaffEdit { cx: &cx, heading, choices, piece: None, form, errors: Errors::default() });
    }
    let details = match form.check(shelf, true, &choices) {
        Ok(details) => details,
        Err(errors) => {
            let errors = errors.labelled(MaterialForm::labels(cx.t));
            return cx.invalid(StaffEdit { cx: &cx, heading, choices, piece: None, form, errors });
        }
    };
    let content = Content::Text(details.body.clone().unwrap_or_default());
    let saved = cx.t.material_saved(&details.title);
    cx.write(move |tx| desk::insert(tx, shelf, &details, &content)).await?;
    Ok(cx.see_other(shelf_path(shelf)).notice(saved))
}

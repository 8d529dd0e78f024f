//! The list of shelves, and what stands on one.

use actix_web::web;
use askama::Template;

use super::{Desk, shelf_path};
use crate::access::{EditCatalogue, Staff};
use crate::learning::material::model::{Kept, Shelf};
use crate::learning::material::queries::desk::{self, Heading, TrainingLine};
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx};

#[derive(Template)]
#[template(path = "learning/material/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Cx<Staff<EditCatalogue>>,
    trainings: Vec<TrainingLine>,
}

pub async fn index(cx: Cx<Staff<EditCatalogue>>) -> Answer {
    let scope = cx.who.scope();
    let trainings = cx.read(move |db| desk::catalogue(db, scope)).await?;
    cx.page(StaffIndex { cx: &cx, trainings })
}

#[derive(Template)]
#[template(path = "learning/material/staff_shelf.html")]
struct StaffShelf<'a, P: Desk> {
    cx: &'a Cx<Staff<P>>,
    heading: Heading,
    pieces: Vec<Kept>,
}

pub async fn show<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<i64>) -> Answer {
    let (scope, shelf) = (cx.who.scope(), P::shelf(*id));
    let read = move |db: &mut _| {
        let heading = desk::heading(db, scope, shelf)?;
        let pieces = desk::pieces(db, &heading)?;
        Ok((heading, pieces))
    };
    let (heading, pieces) = cx.read(read).await?;
    cx.page(StaffShelf { cx: &cx, heading, pieces })
}

impl<P: Desk> StaffShelf<'_, P> {
    fn path(&self) -> String {
        shelf_path(self.heading.shelf())
    }

    fn piece(&self, piece: &Kept) -> String {
        if piece.is_film() { P::film(piece.id) } else { P::piece(piece.id) }
    }

    /// Where one comes from, and what that is called.
    fn back(&self) -> (String, String) {
        match self.heading.shelf() {
            Shelf::Training(_) => ("/staff/material".to_owned(), self.cx.t.material_staff_title()),
            Shelf::Project(id) => (format!("/staff/projects/{id}"), self.heading.name.clone()),
        }
    }

    fn sub(&self) -> String {
        self.heading.says(self.cx.t)
    }

    fn new_film(&self) -> String {
        P::new_film(self.heading.shelf())
    }

    /// Where a piece is moved along the shelf, whatever it is.
    fn moving(&self, piece: &Kept) -> String {
        format!("{}/moving", P::piece(piece.id))
    }

    fn kind(&self, piece: &Kept) -> String {
        let (t, size) = (self.cx.t, |bytes| self.cx.lang.size(bytes));
        let of_file = |file: &crate::learning::material::model::File| {
            t.material_file_kind(file.kind.to_uppercase(), size(file.size))
        };
        piece.file.as_ref().map_or_else(|| t.material_text_kind(), of_file)
    }

    /// For whom it is, when that is not everybody.
    fn audience(&self, piece: &Kept) -> Option<String> {
        let person = piece.person.as_ref().map(|name| self.cx.t.material_for_person(name.full()));
        person.or_else(|| piece.group.as_ref().map(|group| self.cx.t.material_for_group(group)))
    }

    /// From when it is there: how a tag looks, and its words.
    fn release(&self, piece: &Kept) -> (&'static str, String) {
        let (t, now) = (self.cx.t, self.cx.now());
        match (piece.release.at, piece.release.days) {
            (Some(at), _) if at <= now => ("done", t.material_visible_since(self.cx.lang.date(local(at).date()))),
            (Some(at), _) => ("warn", t.material_visible_from(self.cx.lang.moment(at))),
            (None, Some(days)) => ("", days_in_words(t, days)),
            (None, None) => ("warn", t.material_hidden()),
        }
    }
}

/// "vanaf 3 dagen na de eerste dag".
fn days_in_words(t: &crate::platform::i18n::Texts, days: i32) -> String {
    match days {
        0 => t.material_first_day(),
        ..0 => t.material_days_before(i64::from(days.unsigned_abs())),
        _ => t.material_days_after(i64::from(days)),
    }
}

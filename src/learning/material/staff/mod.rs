//! Material as staff keep it, at two desks: who keeps the catalogue keeps the shelves of the trainings and sees no
//! people; who links trainings to participants keeps the shelves of the projects. The pages are the same.

mod file;
mod piece;
mod shelf;
mod text;

use super::model::{MaterialId, Shelf};
use crate::access::{EditCatalogue, LinkTrainings, Permission};
use crate::planning::projects::ProjectId;
use crate::planning::trainings::TrainingId;
use crate::platform::web::Routes;

pub use file::{arrived, refused_file, untitled};

pub fn routes(r: &mut Routes) {
    r.get("/staff/material", shelf::index);
    r.get("/staff/material/trainings/{id}", shelf::show::<EditCatalogue>);
    r.get("/staff/material/trainings/{id}/texts/new", text::new::<EditCatalogue>);
    r.post("/staff/material/trainings/{id}/texts", text::create::<EditCatalogue>);
    r.get("/staff/material/trainings/{id}/files/new", file::new::<EditCatalogue>);
    r.post("/staff/material/trainings/{id}/files", file::create::<EditCatalogue>);
    r.get("/staff/material/catalogue/{id}", piece::edit::<EditCatalogue>);
    r.post("/staff/material/catalogue/{id}", piece::update::<EditCatalogue>);
    r.post("/staff/material/catalogue/{id}/moving", piece::shift::<EditCatalogue>);
    r.post("/staff/material/catalogue/{id}/withdrawal", piece::withdraw::<EditCatalogue>);
    r.get("/staff/material/catalogue/{id}/file", piece::file::<EditCatalogue>);

    r.get("/staff/material/projects/{id}", shelf::show::<LinkTrainings>);
    r.get("/staff/material/projects/{id}/texts/new", text::new::<LinkTrainings>);
    r.post("/staff/material/projects/{id}/texts", text::create::<LinkTrainings>);
    r.get("/staff/material/projects/{id}/files/new", file::new::<LinkTrainings>);
    r.post("/staff/material/projects/{id}/files", file::create::<LinkTrainings>);
    r.get("/staff/material/given/{id}", piece::edit::<LinkTrainings>);
    r.post("/staff/material/given/{id}", piece::update::<LinkTrainings>);
    r.post("/staff/material/given/{id}/moving", piece::shift::<LinkTrainings>);
    r.post("/staff/material/given/{id}/withdrawal", piece::withdraw::<LinkTrainings>);
    r.get("/staff/material/given/{id}/file", piece::file::<LinkTrainings>);
}

/// A desk: a permission with the shelves that it is about.
pub trait Desk: Permission {
    /// Whether its shelves are those of the catalogue.
    const CATALOGUE: bool;

    /// The shelf with the number that stands in an address of this desk.
    fn shelf(number: i64) -> Shelf;

    /// The page of a piece.
    fn piece(id: MaterialId) -> String {
        format!("/staff/material/{}/{id}", if Self::CATALOGUE { "catalogue" } else { "given" })
    }

    /// The page of a piece that is a film.
    fn film(id: MaterialId) -> String {
        format!("/staff/films/{}/{id}", if Self::CATALOGUE { "catalogue" } else { "given" })
    }

    /// The page on which a film is put on a shelf.
    fn new_film(shelf: Shelf) -> String {
        match shelf {
            Shelf::Training(id) => format!("/staff/films/trainings/{id}"),
            Shelf::Project(id) => format!("/staff/films/projects/{id}"),
        }
    }
}

impl Desk for EditCatalogue {
    const CATALOGUE: bool = true;

    fn shelf(number: i64) -> Shelf {
        Shelf::Training(TrainingId(number))
    }
}

impl Desk for LinkTrainings {
    const CATALOGUE: bool = false;

    fn shelf(number: i64) -> Shelf {
        Shelf::Project(ProjectId(number))
    }
}

/// The page of a shelf.
pub fn shelf_path(shelf: Shelf) -> String {
    match shelf {
        Shelf::Training(id) => format!("/staff/material/trainings/{id}"),
        Shelf::Project(id) => format!("/staff/material/projects/{id}"),
    }
}

//! Films as staff keep them, at the desks of material, and how far the people of a project are with them.

mod file;
mod piece;
mod watched;

use crate::access::{EditCatalogue, LinkTrainings};
use crate::platform::web::Routes;

pub fn routes(r: &mut Routes) {
    r.get("/staff/films/trainings/{id}/new", file::new::<EditCatalogue>);
    r.post("/staff/films/trainings/{id}", file::create::<EditCatalogue>);
    r.get("/staff/films/catalogue/{id}", piece::edit::<EditCatalogue>);
    r.post("/staff/films/catalogue/{id}", piece::update::<EditCatalogue>);
    r.post("/staff/films/catalogue/{id}/withdrawal", piece::withdraw::<EditCatalogue>);
    r.get("/staff/films/catalogue/{id}/captions/nl", piece::captions_nl::<EditCatalogue>);
    r.get("/staff/films/catalogue/{id}/captions/en", piece::captions_en::<EditCatalogue>);

    r.get("/staff/films/projects/{id}/new", file::new::<LinkTrainings>);
    r.post("/staff/films/projects/{id}", file::create::<LinkTrainings>);
    r.get("/staff/films/given/{id}", piece::edit::<LinkTrainings>);
    r.post("/staff/films/given/{id}", piece::update::<LinkTrainings>);
    r.post("/staff/films/given/{id}/withdrawal", piece::withdraw::<LinkTrainings>);
    r.get("/staff/films/given/{id}/captions/nl", piece::captions_nl::<LinkTrainings>);
    r.get("/staff/films/given/{id}/captions/en", piece::captions_en::<LinkTrainings>);

    r.get("/staff/films/watched/{id}", watched::show);
}

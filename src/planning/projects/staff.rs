//! Projects as staff find, make and follow them.

mod choosing;
mod index;
mod leaders;
mod making;
mod page;
mod queries;

use crate::platform::web::Routes;

pub fn routes(r: &mut Routes) {
    r.get("/staff/projects", index::index).post("/staff/projects", making::create);
    r.get("/staff/projects/new", making::new);
    r.get("/staff/projects/{id}", page::show);
    r.post("/staff/projects/{id}/leaders", leaders::create);
    r.post("/staff/projects/{id}/choosing", choosing::update);
}

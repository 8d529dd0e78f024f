//! The page that shows every part of the look in every state. Only the demo has it.

use actix_web::HttpResponse;
use askama::Template;

use crate::access::Anyone;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx, Errors, Routes, Wrong, see_other};

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    r.get("/styleguide", show).post("/styleguide", update);
    r.post("/styleguide/draft", draft).post("/styleguide/upload", update);
}

#[derive(Template)]
#[template(path = "styleguide.html")]
struct Styleguide<'a> {
    cx: &'a Cx<Anyone>,
    errors: &'a Errors,
}

fn in_the_demo(cx: &Cx<Anyone>) -> Result<(), Error> {
    if cx.demo() { Ok(()) } else { Err(Error::NotFound) }
}

async fn show(cx: Cx<Anyone>) -> Answer {
    in_the_demo(&cx)?;
    let mut errors = Errors::one("name", Wrong::Required);
    errors.add("email", Wrong::NotAnEmail);
    errors.add("goal", Wrong::TooLong(2000));
    errors.add("group", Wrong::NotAChoice);
    errors.add("confirmed", Wrong::NotTicked);
    cx.page(Styleguide { cx: &cx, errors: &errors })
}

/// Its buttons keep nothing: there is nothing to keep.
async fn update(cx: Cx<Anyone>) -> Answer {
    in_the_demo(&cx)?;
    Ok(see_other("/styleguide"))
}

async fn draft(cx: Cx<Anyone>) -> Answer {
    in_the_demo(&cx)?;
    Ok(HttpResponse::Ok().json(serde_json::json!({})).into())
}

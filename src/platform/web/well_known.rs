//! The addresses that browsers and robots ask for by custom.

use actix_web::HttpResponse;

use super::{Answer, Cx, Routes, asset, see_other};
use crate::access::Anyone;

/// These addresses.
pub fn routes(r: &mut Routes) {
    r.get("/robots.txt", robots);
    r.get("/favicon.ico", icon);
}

/// Nothing here is for a search engine.
async fn robots(_: Cx<Anyone>) -> Answer {
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("User-agent: *\nDisallow: /\n").into())
}

/// Some ask for an icon under its old name, without having read a page.
async fn icon(_: Cx<Anyone>) -> Answer {
    Ok(see_other(asset("favicon.svg")))
}

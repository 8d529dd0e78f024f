//! The public page of the statement.

use askama::Template;

use super::{Kind, VERSION, holds_from, kinds};
use crate::access::Anyone;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/privacy", show);
}

#[derive(Template)]
#[template(path = "privacy/statement/anyone_show.html")]
struct AnyoneShow<'a> {
    cx: &'a Cx<Anyone>,
    version: &'static str,
    holds_from: String,
    kinds: Vec<Kind>,
}

async fn show(cx: Cx<Anyone>) -> Answer {
    cx.page(AnyoneShow { cx: &cx, version: VERSION, holds_from: holds_from(cx.lang), kinds: kinds(cx.lang) })
}

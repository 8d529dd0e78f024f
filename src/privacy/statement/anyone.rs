//! The public page of the statement.

use askama::Template;

use super::Said;
use crate::access::Anyone;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/privacy", show);
}

#[derive(Template)]
#[template(path = "privacy/statement/anyone_show.html")]
struct AnyoneShow<'a> {
    cx: &'a Cx<Anyone>,
    says: Said,
}

async fn show(cx: Cx<Anyone>) -> Answer {
    let says = Said::new(cx.lang, cx.site().terms.get(), cx.now());
    cx.page(AnyoneShow { cx: &cx, says })
}

//! The public page.

use askama::Template;

use crate::access::Anyone;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/accessibility", show);
}

#[derive(Template)]
#[template(path = "contact/accessibility/anyone_show.html")]
struct AnyoneShow<'a> {
    cx: &'a Cx<Anyone>,
}

async fn show(cx: Cx<Anyone>) -> Answer {
    cx.page(AnyoneShow { cx: &cx })
}

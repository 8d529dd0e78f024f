//! The knowledge base for project leaders.

use actix_web::web;

use super::forms::Query;
use super::model::ArticleId;
use super::pages;
use crate::access::Leader;
use crate::platform::web::{Answer, Cx, Routes};

const BASE: &str = "/leader/knowledge";

pub fn routes(r: &mut Routes) {
    r.get("/leader/knowledge", index);
    r.get("/leader/knowledge/{id}", show);
}

async fn index(cx: Cx<Leader>, query: web::Query<Query>) -> Answer {
    cx.page(pages::index(&cx, BASE, query, false).await?)
}

async fn show(cx: Cx<Leader>, id: web::Path<ArticleId>) -> Answer {
    cx.page(pages::show(&cx, BASE, *id, false).await?)
}

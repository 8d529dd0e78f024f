//! The knowledge base for students.

use actix_web::web;

use super::forms::Query;
use super::model::ArticleId;
use super::pages;
use crate::access::Student;
use crate::platform::web::{Answer, Cx, Routes};

const BASE: &str = "/student/knowledge";

pub fn routes(r: &mut Routes) {
    r.get("/student/knowledge", index);
    r.get("/student/knowledge/{id}", show);
}

async fn index(cx: Cx<Student>, query: web::Query<Query>) -> Answer {
    cx.page(pages::index(&cx, BASE, query, false).await?)
}

async fn show(cx: Cx<Student>, id: web::Path<ArticleId>) -> Answer {
    cx.page(pages::show(&cx, BASE, *id, false).await?)
}

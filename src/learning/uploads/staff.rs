//! Reading what was handed in, for trainers and advisers.

use actix_web::{HttpRequest, web};
use askama::Template;

use super::model::{Listed, Upload, UploadId};
use super::{download, queries};
use crate::access::{ReadUploads, Staff};
use crate::platform::web::{Answer, Cx, Routes};

type Reader = Cx<Staff<ReadUploads>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/uploads", index);
    r.get("/staff/uploads/{id}", show);
    r.get("/staff/uploads/{id}/file", file);
}

#[derive(Template)]
#[template(path = "learning/uploads/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Reader,
    files: Vec<Listed>,
    page_number: i64,
    more: bool,
}

impl StaffIndex<'_> {
    fn previous(&self) -> String {
        if self.page_number > 1 { format!("/staff/uploads?page={}", self.page_number - 1) } else { String::new() }
    }

    fn next(&self) -> String {
        if self.more { format!("/staff/uploads?page={}", self.page_number + 1) } else { String::new() }
    }
}

#[derive(serde::Deserialize)]
struct At {
    page: Option<i64>,
}

async fn index(cx: Reader, query: web::Query<At>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let page = query.page.unwrap_or(1).clamp(1, 10_000);
    let mut files = cx.read(move |db| queries::reading_list(db, scope, now, page - 1)).await?;
    let most = usize::try_from(queries::PER_PAGE).unwrap_or(usize::MAX);
    let more = files.len() > most;
    files.truncate(most);
    cx.page(StaffIndex { cx: &cx, files, page_number: page, more })
}

#[derive(Template)]
#[template(path = "learning/uploads/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Reader,
    upload: Upload,
}

async fn show(cx: Reader, id: web::Path<UploadId>) -> Answer {
    let (id, scope, now) = (*id, cx.who.scope(), cx.now());
    let upload = cx.read(move |db| queries::readable(db, scope, id, now)).await?;
    cx.page(StaffShow { cx: &cx, upload })
}

/// Reading somebody's text is written in the register, before the first byte leaves.
async fn file(cx: Reader, id: web::Path<UploadId>, request: HttpRequest) -> Answer {
    let (id, scope, now) = (*id, cx.who.scope(), cx.now());
    let upload = cx
        .write(move |tx| {
            let upload = queries::readable(tx.db(), scope, id, now)?;
            tx.record("read", "uploads", id.0, Some(upload.owner.person.0))?;
            Ok(upload)
        })
        .await?;
    download::send(&request, &cx.site().files, &upload).await
}

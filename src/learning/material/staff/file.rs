//! Adding a file: it is sent first and described after that, so that a description that is not right costs no file.

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{Desk, shelf_path};
use crate::access::Staff;
use crate::learning::material::forms::TITLE;
use crate::learning::material::model::{Content, Details, For, MaterialId, Shelf, Wish};
use crate::learning::material::queries::desk::{self, Heading};
use crate::learning::uploads::{self, Arrived, NewFile, Received};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;
use crate::platform::files::Kind;
use crate::platform::web::{Answer, Audience, Cx, Errors, Reply, Wrong, wants_json};

#[derive(Template)]
#[template(path = "learning/material/staff_file.html")]
struct StaffFile<'a, P: Desk> {
    cx: &'a Cx<Staff<P>>,
    heading: Heading,
    errors: Errors,
}

impl<P: Desk> StaffFile<'_, P> {
    fn shelf(&self) -> String {
        shelf_path(self.heading.shelf())
    }

    fn most_bytes(&self) -> u64 {
        self.cx.site().config.upload_limit
    }

    fn most_megabytes(&self) -> u64 {
        self.most_bytes() / 1_000_000
    }

    fn endings(&self) -> String {
        Kind::endings()
    }
}

async fn heading<P: Desk>(cx: &Cx<Staff<P>>, id: i64) -> Result<Heading> {
    let (scope, shelf) = (cx.who.scope(), P::shelf(id));
    cx.read(move |db| desk::heading(db, scope, shelf)).await
}

pub async fn new<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<i64>) -> Answer {
    let heading = heading(&cx, *id).await?;
    cx.page(StaffFile { cx: &cx, heading, errors: Errors::default() })
}

pub async fn create<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<i64>, form: Multipart, request: HttpRequest) -> Answer {
    // Whose shelf it is must be known before a byte is written.
    let heading = heading(&cx, *id).await?;
    let mut page = StaffFile { cx: &cx, heading, errors: Errors::default() };
    match uploads::receive(&cx.site().files, form, page.most_bytes()).await? {
        Received::File(file) => {
            let next = P::piece(keep(&cx, page.heading.shelf(), *file).await?);
            Ok(arrived(&cx, &request, next, cx.t.material_arrived()))
        }
        Received::Refused(wrong) => {
            if let Some(answer) = refused_file(&cx, &request, &wrong) {
                return Ok(answer);
            }
            let status = wrong.status();
            page.errors.add("file", wrong);
            cx.page_with(status, page)
        }
    }
}

/// The answer when a file is there: where to go `next`, for a browser or for the script that sent it.
pub fn arrived<A: Audience>(cx: &Cx<A>, request: &HttpRequest, next: String, notice: String) -> Reply {
    if wants_json(request) { json(StatusCode::OK, "next", next) } else { cx.see_other(next).notice(notice) }
}

/// The answer to the script that sent a file that is not taken; for a browser there is a page.
pub fn refused_file<A: Audience>(cx: &Cx<A>, request: &HttpRequest, wrong: &Wrong) -> Option<Reply> {
    wants_json(request).then(|| json(wrong.status(), "error", cx.say(wrong)))
}

fn json(status: StatusCode, name: &str, text: String) -> Reply {
    HttpResponse::build(status).json(serde_json::json!({ name: text })).into()
}

/// Puts the file on the shelf, out of everybody's sight until somebody says from when it is there.
async fn keep<P: Desk>(cx: &Cx<Staff<P>>, shelf: Shelf, arrived: Arrived) -> Result<MaterialId> {
    let details = untitled(&arrived.name);
    let insert = move |tx: &mut Tx, file: &NewFile| desk::insert(tx, shelf, &details, &Content::File(file.clone()));
    let named = |db: &mut Db, blob: &str| desk::named(db, blob);
    uploads::keep(cx.shared_site(), cx.who.actor(), arrived, insert, named).await
}

/// What is known of a file called `name` before somebody described it: out of everybody's sight.
pub fn untitled(name: &str) -> Details {
    let title = titled(name);
    Details { title, summary: None, body: None, wish: Wish::Hidden, step: None, audience: For::Everybody }
}

/// The name of a file without its ending, as a title to begin with.
fn titled(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.chars().take(TITLE).collect()
}

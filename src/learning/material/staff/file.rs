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
    let page = StaffFile { cx: &cx, heading, errors: Errors::default() };
    match uploads::receive(&cx.site().files, form, page.most_bytes()).await? {
        Received::File(arrived) => {
            let next = P::piece(keep(&cx, page.heading.shelf(), *arrived).await?);
            if wants_json(&request) {
                return Ok(json(StatusCode::OK, "next", next));
            }
            Ok(cx.see_other(next).notice(cx.t.material_arrived()))
        }
        Received::Refused(wrong) => refused(page, &request, wrong),
    }
}

fn refused<P: Desk>(mut page: StaffFile<'_, P>, request: &HttpRequest, wrong: Wrong) -> Answer {
    let status = match wrong {
        Wrong::FileTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let cx = page.cx;
    if wants_json(request) {
        return Ok(json(status, "error", cx.say(&wrong)));
    }
    page.errors.add("file", wrong);
    cx.page_with(status, page)
}

fn json(status: StatusCode, name: &str, text: String) -> Reply {
    HttpResponse::build(status).json(serde_json::json!({ name: text })).into()
}

/// Puts the file on the shelf, out of everybody's sight until somebody says from when it is there.
async fn keep<P: Desk>(cx: &Cx<Staff<P>>, shelf: Shelf, arrived: Arrived) -> Result<MaterialId> {
    let details = Details {
        title: titled(&arrived.name),
        summary: None,
        body: None,
        wish: Wish::Hidden,
        step: None,
        audience: For::Everybody,
    };
    let insert = move |tx: &mut Tx, file: &NewFile| desk::insert(tx, shelf, &details, &Content::File(file.clone()));
    let named = |db: &mut Db, blob: &str| desk::named(db, blob);
    uploads::keep(cx.shared_site(), cx.who.actor(), arrived, insert, named).await
}

/// The name of a file without its ending, as a title to begin with.
fn titled(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.chars().take(TITLE).collect()
}

//! Adding a film: it is sent first and described after that, as any file.

use actix_multipart::Multipart;
use actix_web::{HttpRequest, web};
use askama::Template;

use crate::access::Staff;
use crate::learning::films::queries::desk::{self, NewFilm, SHARE};
use crate::learning::material::{self, Desk, Heading, arrived, refused_file, shelf_path, untitled};
use crate::learning::uploads::{self, NewFile, Received};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;
use crate::platform::web::{Answer, Audience, Cx, Errors};

#[derive(Template)]
#[template(path = "learning/films/staff_file.html")]
struct StaffFile<'a, P: Desk> {
    cx: &'a Cx<Staff<P>>,
    heading: Heading,
    errors: Errors,
}

impl<P: Desk> StaffFile<'_, P> {
    fn shelf(&self) -> String {
        shelf_path(self.heading.shelf())
    }

    fn action(&self) -> String {
        P::new_film(self.heading.shelf())
    }

    fn most_bytes(&self) -> u64 {
        self.cx.site().config.film_limit
    }

    fn most_megabytes(&self) -> u64 {
        self.most_bytes() / 1_000_000
    }
}

async fn heading<P: Desk>(cx: &Cx<Staff<P>>, id: i64) -> Result<Heading> {
    let (scope, shelf) = (cx.who.scope(), P::shelf(id));
    cx.read(move |db| material::heading(db, scope, shelf)).await
}

pub async fn new<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<i64>) -> Answer {
    let heading = heading(&cx, *id).await?;
    cx.page(StaffFile { cx: &cx, heading, errors: Errors::default() })
}

pub async fn create<P: Desk>(cx: Cx<Staff<P>>, id: web::Path<i64>, form: Multipart, request: HttpRequest) -> Answer {
    // Whose shelf it is must be known before a byte is written.
    let heading = heading(&cx, *id).await?;
    let mut page = StaffFile { cx: &cx, heading, errors: Errors::default() };
    match uploads::receive_film(&cx.site().files, form, page.most_bytes()).await? {
        Received::File(file) => {
            let (shelf, details) = (page.heading.shelf(), untitled(&file.name));
            let insert = move |tx: &mut Tx, file: &NewFile| {
                let film = NewFilm { file: file.clone(), share: SHARE, captions: Vec::new() };
                desk::insert(tx, shelf, &details, &film)
            };
            let named = |db: &mut Db, blob: &str| material::named(db, blob);
            let id = uploads::keep(cx.shared_site(), cx.who.actor(), *file, insert, named).await?;
            Ok(arrived(&cx, &request, P::film(id), cx.t.films_arrived()))
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

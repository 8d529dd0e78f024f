//! Erasing as the security officer does it: find the person, read what goes and what stays, write the name.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use super::forms::ErasureForm;
use super::model::{Line, Subject};
use super::queries::{self, FOUND};
use crate::access::accounts::held;
use crate::access::{RunRequests, Staff};
use crate::crm::people::PersonId;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Audience, Cx, Errors, Form, Routes};
use crate::privacy::retention::{self, HeldFor};
use crate::privacy::statement;

type Officer = Cx<Staff<RunRequests>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/erasure", index);
    r.get("/staff/erasure/{person}", show).post("/staff/erasure/{person}", erase);
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "privacy/erasure/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Officer,
    search: &'a str,
    found: Vec<Subject>,
}

impl StaffIndex<'_> {
    fn is_cut_off(&self) -> bool {
        usize::try_from(FOUND).is_ok_and(|most| self.found.len() >= most)
    }
}

async fn index(cx: Officer, wanted: web::Query<Wanted>) -> Answer {
    let (scope, search) = (cx.who.scope(), wanted.q.clone());
    let found = cx.read(move |db| queries::search(db, scope, &search)).await?;
    cx.page(StaffIndex { cx: &cx, search: wanted.q.trim(), found })
}

#[derive(Template)]
#[template(path = "privacy/erasure/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Officer,
    subject: Subject,
    goes: Vec<Line>,
    stays: Vec<Line>,
    oneself: bool,
    held: Option<HeldFor>,
    form: &'a ErasureForm,
    errors: &'a Errors,
}

impl StaffShow<'_> {
    /// Until when what stays is kept, in words.
    fn until(&self, line: &Line) -> Option<String> {
        line.clock().map(|clock| statement::short(self.cx.t, clock, &self.cx.site().terms.get()))
    }
}

async fn show(cx: Officer, id: web::Path<PersonId>) -> Answer {
    let form = held::form::<ErasureForm, _>(&cx).await?.unwrap_or_default();
    let subject = find(&cx, *id).await?;
    cx.page(preview(&cx, subject, &form, &Errors::default()).await?)
}

async fn find(cx: &Officer, id: PersonId) -> Result<Subject> {
    let scope = cx.who.scope();
    cx.read(move |db| queries::find(db, scope, id)).await
}

async fn preview<'a>(
    cx: &'a Officer,
    subject: Subject,
    form: &'a ErasureForm,
    errors: &'a Errors,
) -> Result<StaffShow<'a>> {
    let id = subject.id;
    let now = cx.now();
    let (lines, held) = cx.read(move |db| Ok((queries::lines(db, id)?, retention::held(db, id, now)?))).await?;
    let (stays, goes) = lines.into_iter().partition(|line| line.fate() == "kept");
    let oneself = subject.id == cx.who.person();
    Ok(StaffShow { cx, subject, goes, stays, oneself, held, form, errors })
}

async fn erase(cx: Officer, id: web::Path<PersonId>, form: Form<ErasureForm>) -> Answer {
    let subject = find(&cx, *id).await?;
    let oneself = subject.id == cx.who.person();
    let errors = form.check(&subject).err().unwrap_or_default();
    if oneself || !errors.is_empty() {
        let errors = errors.labelled(vec![("name".into(), cx.t.erasure_person())]);
        return cx.invalid(preview(&cx, subject, &form, &errors).await?);
    }
    // Whatever happens to this request, what was begun is finished.
    let (site, actor, person) = (cx.shared_site(), cx.who.actor(), subject.id);
    let work = actix_web::rt::spawn(async move { super::erase(&site, actor, person).await });
    let erased = match work.await.map_err(Error::broken)? {
        Err(Error::Conflict) => {
            let nothing = Errors::default();
            return cx.page_with(StatusCode::CONFLICT, preview(&cx, subject, &form, &nothing).await?);
        }
        erased => erased?,
    };
    let files = i64::try_from(erased.files).unwrap_or(i64::MAX);
    Ok(cx.see_other("/staff/erasure").notice(cx.t.erasure_done(person.0, files)))
}

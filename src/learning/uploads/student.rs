//! Handing in, looking back and withdrawing, for participants.

use std::collections::HashMap;

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;

use super::forms::ConfirmationForm;
use super::model::{Clocks, Handed, Place, State, Upload, UploadId, student_path};
use super::receive::{Arrived, NewFile, Received, receive};
use super::{download, keeping, queries, sweep};
use crate::access::Student;
use crate::learning::actions::ActionId;
use crate::learning::activity;
use crate::platform::clock::local;
use crate::platform::db::{Db, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::files::Kind;
use crate::platform::web::{Answer, Audience, Cx, Errors, Form, Reply, Routes, Wrong, see_other, wants_json};
use crate::privacy::retention::{self, HeldFor, Kind as Clocked, Policy, Stamp};

pub fn routes(r: &mut Routes) {
    r.get("/student/uploads", index);
    r.get("/student/uploads/new/{action}", new).post("/student/uploads/new/{action}", create);
    r.get("/student/uploads/{id}", show);
    r.post("/student/uploads/{id}/confirmation", confirmation);
    r.get("/student/uploads/{id}/file", file);
    r.get("/student/uploads/{id}/withdrawal", ask_withdrawal).post("/student/uploads/{id}/withdrawal", withdrawal);
}

#[derive(Template)]
#[template(path = "learning/uploads/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    files: Vec<Handed>,
    held: HashMap<i64, HeldFor>,
}

impl StudentIndex<'_> {
    /// When the file goes: after its clock, or after the hold on it when that lasts longer.
    fn goes(&self, file: &Handed) -> String {
        match self.held.get(&file.id.0) {
            Some(held) => held_in_words(self.cx, held, file.kept_through()),
            None => self.cx.t.uploads_kept_through(self.cx.lang.date(file.kept_through())),
        }
    }

    fn is_held(&self, file: &Handed) -> bool {
        self.held.contains_key(&file.id.0)
    }
}

/// Why a file is kept for now, and the next day on which it can go.
fn held_in_words(cx: &Cx<Student>, held: &HeldFor, kept_through: NaiveDate) -> String {
    let reason = cx.t.retention_reason(held.reason.as_str());
    cx.t.uploads_held(reason, cx.lang.date(held.through().max(kept_through)))
}

async fn index(cx: Cx<Student>) -> Answer {
    let (scope, now, me) = (cx.who.scope(), cx.now(), cx.who.person());
    let (files, held) =
        cx.read(move |db| Ok((queries::listed(db, scope, now)?, retention::held_files(db, me, now)?))).await?;
    cx.page(StudentIndex { cx: &cx, files, held: held.into_iter().collect() })
}

#[derive(Template)]
#[template(path = "learning/uploads/student_new.html")]
struct StudentNew<'a> {
    cx: &'a Cx<Student>,
    place: Place,
    steps: i64,
    /// What this person sent for this action already.
    sent: Vec<Handed>,
    /// The terms of what is handed in now.
    policy: Policy,
    errors: Errors,
}

impl StudentNew<'_> {
    fn is_open(&self) -> bool {
        self.place.purpose.is_open(local(self.cx.now()).date())
    }

    /// How long the file is on the portal, in words.
    fn visible(&self) -> String {
        self.policy.portal.unwrap_or(self.policy.destroy).says(self.cx.t)
    }

    /// How long it is kept, in words.
    fn kept(&self) -> String {
        self.policy.destroy.says(self.cx.t)
    }

    fn action_path(&self) -> String {
        format!("/student/uploads/new/{}", self.place.owner.action)
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

async fn new(cx: Cx<Student>, action: web::Path<ActionId>) -> Answer {
    let page = choosing(&cx, *action, Errors::default()).await?;
    activity::visit(&cx, page.place.owner.participant, activity::Step::Action(*action)).await?;
    cx.page(page)
}

async fn choosing<'a>(cx: &'a Cx<Student>, action: ActionId, errors: Errors) -> Result<StudentNew<'a>> {
    let (scope, now) = (cx.who.scope(), cx.now());
    let (place, steps, sent, policy) = cx
        .read(move |db| {
            let place = queries::place(db, scope, action)?;
            let steps = queries::steps(db, place.purpose.project_id)?;
            Ok((place, steps, queries::listed(db, scope, now)?, retention::in_force(db, Clocked::Upload)?))
        })
        .await?;
    let sent = sent.into_iter().filter(|file| file.action == action).collect();
    Ok(StudentNew { cx, place, steps, sent, policy, errors })
}

/// The file goes to the disk while it comes in; only then is it known whether it is taken.
async fn create(cx: Cx<Student>, action: web::Path<ActionId>, form: Multipart, request: HttpRequest) -> Answer {
    let action = *action;
    // Whose action it is must be known before a byte is written.
    let page = choosing(&cx, action, Errors::default()).await?;
    if !page.is_open() {
        return cx.page_with(StatusCode::CONFLICT, page);
    }
    match receive(&cx.site().files, form, page.most_bytes()).await? {
        Received::File(arrived) => {
            let id = keep(&cx, action, *arrived).await?;
            let next = student_path(id);
            Ok(if wants_json(&request) { json(StatusCode::OK, "next", next) } else { see_other(next) })
        }
        Received::Refused(wrong) => refused(page, &request, wrong),
    }
}

fn refused(mut page: StudentNew<'_>, request: &HttpRequest, wrong: Wrong) -> Answer {
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

/// Publishes the file and writes its row.
async fn keep(cx: &Cx<Student>, action: ActionId, arrived: Arrived) -> Result<UploadId> {
    let (site, scope) = (cx.shared_site(), cx.who.scope());
    let insert = move |tx: &mut Tx, file: &NewFile| {
        let place = queries::place(tx.db(), scope, action)?;
        queries::insert(tx, &place.owner, file)
    };
    let named = |db: &mut Db, blob: &str| Ok(queries::named(db, blob)?.map(|id| (id, Vec::new())));
    let (id, replaced) = keeping::keep(site.clone(), cx.who.actor(), arrived, insert, named).await?;
    // What it replaced is out of sight already; if this fails the sweep does it.
    if let Err(error) = sweep::destroy(&site, replaced).await {
        tracing::warn!(error = %error, "a file that was replaced is left to the sweep");
    }
    Ok(id)
}

#[derive(Template)]
#[template(path = "learning/uploads/student_confirm.html")]
struct StudentConfirm<'a> {
    cx: &'a Cx<Student>,
    upload: Upload,
    /// The clocks if it is handed in now.
    clocks: Clocks,
    errors: Errors,
}

impl StudentConfirm<'_> {
    fn confirmation_path(&self) -> String {
        format!("{}/confirmation", self.upload.student_path())
    }
}

#[derive(Template)]
#[template(path = "learning/uploads/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    upload: Upload,
    held: Option<HeldFor>,
}

impl StudentShow<'_> {
    /// Why it is kept for now, and the next day on which it can go; empty when nobody holds it.
    fn kept_for_now(&self) -> String {
        let words = |held: &HeldFor| held_in_words(self.cx, held, self.upload.clocks.kept_through());
        self.held.as_ref().map(words).unwrap_or_default()
    }

    fn is_open(&self) -> bool {
        self.upload.purpose.is_open(local(self.cx.now()).date())
    }
}

async fn show(cx: Cx<Student>, id: web::Path<UploadId>) -> Answer {
    let upload = find(&cx, *id).await?;
    match upload.state {
        State::Confirmed => {
            let held = held(&cx, *id).await?;
            cx.page(StudentShow { cx: &cx, upload, held })
        }
        State::Pending => cx.page(confirming(&cx, upload, Errors::default()).await?),
    }
}

async fn held(cx: &Cx<Student>, id: UploadId) -> Result<Option<HeldFor>> {
    let (me, now) = (cx.who.person(), cx.now());
    cx.read(move |db| queries::held(db, me, id, now)).await
}

async fn find(cx: &Cx<Student>, id: UploadId) -> Result<Upload> {
    let (scope, now) = (cx.who.scope(), cx.now());
    cx.read(move |db| queries::own(db, scope, id, now)).await
}

async fn confirming(cx: &Cx<Student>, upload: Upload, errors: Errors) -> Result<StudentConfirm<'_>> {
    let policy = cx.read(|db| retention::in_force(db, Clocked::Upload)).await?;
    let Stamp { portal_until, destroy_at, .. } = policy.stamp(upload.clocks_start(cx.now()));
    Ok(StudentConfirm { cx, clocks: Clocks { portal_until, destroy_at }, upload, errors })
}

async fn confirmation(cx: Cx<Student>, id: web::Path<UploadId>, form: Form<ConfirmationForm>) -> Answer {
    let (id, scope) = (*id, cx.who.scope());
    if let Err(errors) = form.check() {
        let upload = find(&cx, id).await?;
        return match upload.state {
            State::Confirmed => Ok(cx.see_other(student_path(id))),
            State::Pending => cx.invalid(confirming(&cx, upload, errors).await?),
        };
    }
    cx.write(move |tx| queries::confirm(tx, scope, id)).await?;
    Ok(cx.see_other(student_path(id)).notice(cx.t.uploads_confirmed()))
}

async fn file(cx: Cx<Student>, id: web::Path<UploadId>, request: HttpRequest) -> Answer {
    let upload = find(&cx, *id).await?;
    download::send(&request, &cx.site().files, &upload).await
}

#[derive(Template)]
#[template(path = "learning/uploads/student_withdrawal.html")]
struct StudentWithdrawal<'a> {
    cx: &'a Cx<Student>,
    upload: Upload,
    /// Whether the action is open again after it.
    opens: bool,
    /// Why it cannot be withdrawn now.
    held: Option<HeldFor>,
}

impl StudentWithdrawal<'_> {
    fn is_pending(&self) -> bool {
        self.upload.state == State::Pending
    }

    fn kept_for_now(&self) -> String {
        let words = |held: &HeldFor| held_in_words(self.cx, held, self.upload.clocks.kept_through());
        self.held.as_ref().map(words).unwrap_or_default()
    }

    fn heading(&self) -> String {
        if self.is_pending() { self.cx.t.uploads_remove_title() } else { self.cx.t.uploads_withdraw_title() }
    }

    fn withdrawal_path(&self) -> String {
        format!("{}/withdrawal", self.upload.student_path())
    }
}

async fn ask_withdrawal(cx: Cx<Student>, id: web::Path<UploadId>) -> Answer {
    let page = withdrawing(&cx, *id).await?;
    cx.page(page)
}

async fn withdrawing(cx: &Cx<Student>, id: UploadId) -> Result<StudentWithdrawal<'_>> {
    let (scope, now) = (cx.who.scope(), cx.now());
    let (upload, others, held) = cx
        .read(move |db| {
            let upload = queries::own(db, scope, id, now)?;
            let others = queries::handed_in(db, &upload.owner, Some(id), now)?;
            let held = queries::held(db, upload.owner.person, id, now)?;
            Ok((upload, others, held))
        })
        .await?;
    let opens = upload.state == State::Confirmed && !others;
    Ok(StudentWithdrawal { cx, upload, opens, held })
}

async fn withdrawal(cx: Cx<Student>, id: web::Path<UploadId>) -> Answer {
    let (id, scope) = (*id, cx.who.scope());
    let doomed = match cx.write(move |tx| queries::withdraw(tx, scope, id)).await {
        // It is held: the same page says why, and until when.
        Err(Error::Conflict) => return cx.page_with(StatusCode::CONFLICT, withdrawing(&cx, id).await?),
        doomed => doomed?,
    };
    // Out of sight and on its way; whatever happens to this request, the file goes.
    let site = cx.shared_site();
    let work = actix_web::rt::spawn(async move { sweep::destroy(&site, vec![doomed]).await });
    work.await.map_err(Error::broken)??;
    Ok(cx.see_other("/student/uploads").notice(cx.t.uploads_withdrawn()))
}

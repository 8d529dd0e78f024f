//! Handing in, looking back and withdrawing, for participants.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::forms::ConfirmationForm;
use super::model::{Clocks, Handed, Place, State, Upload, UploadId, student_path};
use super::receive::{Arrived, NewFile, Received, receive};
use super::{download, queries, sweep};
use crate::access::{Scope, Student};
use crate::learning::actions::ActionId;
use crate::platform::clock::local;
use crate::platform::db::Actor;
use crate::platform::error::{Error, Result};
use crate::platform::files::{BlobId, Kind};
use crate::platform::web::{Answer, Audience, Cx, Errors, Form, Reply, Routes, Wrong, see_other, wants_json};
use crate::privacy::retention::{Stamp, UPLOAD};
use crate::site::Site;

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
}

async fn index(cx: Cx<Student>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let files = cx.read(move |db| queries::listed(db, scope, now)).await?;
    cx.page(StudentIndex { cx: &cx, files })
}

#[derive(Template)]
#[template(path = "learning/uploads/student_new.html")]
struct StudentNew<'a> {
    cx: &'a Cx<Student>,
    place: Place,
    steps: i64,
    /// What this person sent for this action already.
    sent: Vec<Handed>,
    errors: Errors,
}

impl StudentNew<'_> {
    fn is_open(&self) -> bool {
        self.place.purpose.is_open(local(self.cx.now()).date())
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

    /// The endings that a browser offers; a telephone calls its pictures `jpeg` now and then.
    fn endings(&self) -> String {
        let endings = Kind::ALL.into_iter().map(Kind::extension).chain(["jpeg"]);
        endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
    }
}

async fn new(cx: Cx<Student>, action: web::Path<ActionId>) -> Answer {
    let page = choosing(&cx, *action, Errors::default()).await?;
    cx.page(page)
}

async fn choosing<'a>(cx: &'a Cx<Student>, action: ActionId, errors: Errors) -> Result<StudentNew<'a>> {
    let (scope, now) = (cx.who.scope(), cx.now());
    let (place, steps, sent) = cx
        .read(move |db| {
            let place = queries::place(db, scope, action)?;
            let steps = queries::steps(db, place.purpose.project_id)?;
            Ok((place, steps, queries::listed(db, scope, now)?))
        })
        .await?;
    let sent = sent.into_iter().filter(|file| file.action == action).collect();
    Ok(StudentNew { cx, place, steps, sent, errors })
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

/// Publishes the file and writes its row, also when the browser is gone by now: half of it would be worse.
async fn keep(cx: &Cx<Student>, action: ActionId, arrived: Arrived) -> Result<UploadId> {
    let (site, actor, scope) = (cx.shared_site(), cx.who.actor(), cx.who.scope());
    let work = actix_web::rt::spawn(async move {
        let file = arrived.publish().await?;
        let blob = file.stored.blob.clone();
        let decided = Arc::new(AtomicBool::new(false));
        let kept = write_down(&site, actor, scope, action, file, decided.clone()).await;
        match kept {
            // That there is no room is a plain no, also from a commit; anything else may hide a yes.
            Err(error) if decided.load(Ordering::SeqCst) && !matches!(error, Error::Full) => {
                in_doubt(&site, blob, error).await
            }
            Err(error) => {
                if let Err(left) = site.files.destroy(&blob).await {
                    tracing::warn!(error = %left, "a file that got no row is left to the sweep");
                }
                Err(error)
            }
            kept => kept,
        }
    });
    work.await.map_err(Error::broken)?
}

/// Everything was written and only the last word of the database is missing, so the row may be there. Its file
/// must be, then: it is not touched. Without a row the sweep destroys it when it is a day old.
async fn in_doubt(site: &web::Data<Site>, blob: BlobId, error: Error) -> Result<UploadId> {
    let row = site.read(move |db| queries::named(db, blob.as_str())).await;
    match row {
        Ok(Some(id)) => Ok(id),
        _ => Err(error),
    }
}

async fn write_down(
    site: &web::Data<Site>,
    actor: Actor,
    scope: Scope,
    action: ActionId,
    file: NewFile,
    decided: Arc<AtomicBool>,
) -> Result<UploadId> {
    let write = site.write(actor, move |tx| {
        let place = queries::place(tx.db(), scope, action)?;
        let written = queries::insert(tx, &place.owner, &file)?;
        decided.store(true, Ordering::SeqCst);
        Ok(written)
    });
    let (id, replaced) = write.await?;
    // What it replaced is out of sight already; if this fails the sweep does it.
    if let Err(error) = sweep::destroy(site, replaced).await {
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
}

impl StudentShow<'_> {
    fn is_open(&self) -> bool {
        self.upload.purpose.is_open(local(self.cx.now()).date())
    }
}

async fn show(cx: Cx<Student>, id: web::Path<UploadId>) -> Answer {
    let upload = find(&cx, *id).await?;
    match upload.state {
        State::Confirmed => cx.page(StudentShow { cx: &cx, upload }),
        State::Pending => cx.page(confirming(&cx, upload, Errors::default())),
    }
}

async fn find(cx: &Cx<Student>, id: UploadId) -> Result<Upload> {
    let (scope, now) = (cx.who.scope(), cx.now());
    cx.read(move |db| queries::own(db, scope, id, now)).await
}

fn confirming(cx: &Cx<Student>, upload: Upload, errors: Errors) -> StudentConfirm<'_> {
    let Stamp { portal_until, destroy_at, .. } = UPLOAD.stamp(upload.clocks_start(cx.now()));
    StudentConfirm { cx, clocks: Clocks { portal_until, destroy_at }, upload, errors }
}

async fn confirmation(cx: Cx<Student>, id: web::Path<UploadId>, form: Form<ConfirmationForm>) -> Answer {
    let (id, scope) = (*id, cx.who.scope());
    if let Err(errors) = form.check() {
        let upload = find(&cx, id).await?;
        return match upload.state {
            State::Confirmed => Ok(cx.see_other(student_path(id))),
            State::Pending => cx.invalid(confirming(&cx, upload, errors)),
        };
    }
    cx.write(move |tx| queries::confirm(tx, scope, id)).await?;
    Ok(cx.see_other(student_path(id)).notice(cx.t.uploads_confirmed()))
}

async fn file(cx: Cx<Student>, id: web::Path<UploadId>) -> Answer {
    let upload = find(&cx, *id).await?;
    download::send(&cx.site().files, &upload).await
}

#[derive(Template)]
#[template(path = "learning/uploads/student_withdrawal.html")]
struct StudentWithdrawal<'a> {
    cx: &'a Cx<Student>,
    upload: Upload,
    /// Whether the action is open again after it.
    opens: bool,
}

impl StudentWithdrawal<'_> {
    fn is_pending(&self) -> bool {
        self.upload.state == State::Pending
    }

    fn heading(&self) -> String {
        if self.is_pending() { self.cx.t.uploads_remove_title() } else { self.cx.t.uploads_withdraw_title() }
    }

    fn withdrawal_path(&self) -> String {
        format!("{}/withdrawal", self.upload.student_path())
    }
}

async fn ask_withdrawal(cx: Cx<Student>, id: web::Path<UploadId>) -> Answer {
    let (id, scope, now) = (*id, cx.who.scope(), cx.now());
    let (upload, others) = cx
        .read(move |db| {
            let upload = queries::own(db, scope, id, now)?;
            let others = queries::handed_in(db, &upload.owner, Some(id), now)?;
            Ok((upload, others))
        })
        .await?;
    let opens = upload.state == State::Confirmed && !others;
    cx.page(StudentWithdrawal { cx: &cx, upload, opens })
}

async fn withdrawal(cx: Cx<Student>, id: web::Path<UploadId>) -> Answer {
    let (id, scope) = (*id, cx.who.scope());
    let doomed = cx.write(move |tx| queries::withdraw(tx, scope, id)).await?;
    // Out of sight and on its way; whatever happens to this request, the file goes.
    let site = cx.shared_site();
    let work = actix_web::rt::spawn(async move { sweep::destroy(&site, vec![doomed]).await });
    work.await.map_err(Error::broken)??;
    Ok(cx.see_other("/student/uploads").notice(cx.t.uploads_withdrawn()))
}

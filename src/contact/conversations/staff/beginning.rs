//! Staff write to a participant first: at which of their desks, and the first message.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use actix_web::{HttpRequest, ResponseError};
use askama::Template;

use super::super::desks::Desks;
use super::super::forms::MessageForm;
use super::super::model::{Addressee, Beginning, LONGEST, Side};
use super::super::page::{self, Outcome, Writer, Writing};
use super::super::queries;
use crate::access::accounts::held;
use crate::access::{AnswerQuestions, Staff};
use crate::planning::projects::ParticipantId;
use crate::platform::db::Tx;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Why, in_passing, reported};

type Answerer = Cx<Staff<AnswerQuestions>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/conversations/new/{participant}", choose);
    for desk in Addressee::ALL {
        let path = match desk {
            Addressee::Trainer => "/staff/conversations/new/{participant}/trainer",
            Addressee::Adviser => "/staff/conversations/new/{participant}/adviser",
            Addressee::Helpdesk => "/staff/conversations/new/{participant}/helpdesk",
        };
        r.get(path, show).post(path, create);
    }
}

/// At which desk the page of this request is: the last word of its address.
fn desk(request: &HttpRequest) -> Result<Addressee> {
    request.path().rsplit('/').next().and_then(Addressee::parse).ok_or(Error::NotFound)
}

fn path(participant: ParticipantId, desk: Addressee) -> String {
    format!("/staff/conversations/new/{participant}/{}", desk.as_str())
}

/// The way to what somebody has with a participant at `desk`: the conversation, or the page on which it begins.
fn way(participant: ParticipantId, beginning: &Beginning) -> String {
    match beginning.thread.filter(|thread| thread.last_at.is_some()) {
        Some(thread) => format!("/staff/conversations/{}#newest", thread.id),
        None => path(participant, beginning.desk),
    }
}

#[derive(Template)]
#[template(path = "contact/conversations/staff_choose.html")]
struct StaffChoose<'a> {
    cx: &'a Answerer,
    participant: ParticipantId,
    /// What they have at each desk at which they can speak, at least two.
    ways: &'a [Beginning],
    /// The first of these: with whom it is stands in each.
    beginning: &'a Beginning,
}

async fn choose(cx: Answerer, participant: At<ParticipantId>) -> Answer {
    let (desks, me, now, participant) = (Desks::of(&cx.who), cx.who.person(), cx.now(), participant.into_inner());
    let ways = cx.read(move |db| queries::beginnings(db, &desks, me, participant, now)).await?;
    match ways.as_slice() {
        [] => Err(Error::NotFound),
        [only] => Ok(cx.see_other(way(participant, only))),
        [first, ..] => cx.page(StaffChoose { cx: &cx, participant, ways: &ways, beginning: first }),
    }
}

impl StaffChoose<'_> {
    fn way(&self, beginning: &Beginning) -> String {
        way(self.participant, beginning)
    }

    fn desk(&self, beginning: &Beginning) -> String {
        self.cx.t.conversations_as(beginning.desk.as_str())
    }
}

#[derive(Template)]
#[template(path = "contact/conversations/staff_new.html")]
struct StaffNew<'a> {
    cx: &'a Answerer,
    beginning: &'a Beginning,
    writing: Writing,
}

async fn show(cx: Answerer, request: HttpRequest, participant: At<ParticipantId>) -> Answer {
    let (desk, participant) = (desk(&request)?, participant.into_inner());
    let typed: Option<MessageForm> = held::form(&cx).await?;
    let beginning = look(&cx, participant, desk).await?;
    if typed.is_none() && beginning.thread.is_some_and(|thread| thread.last_at.is_some()) {
        return Ok(cx.see_other(way(participant, &beginning)));
    }
    let writing = Writing::kept(path(participant, desk), beginning.draft.as_ref(), &[]);
    let writing = match typed {
        Some(form) => writing.typed(&form, Why::Held, Errors::default()),
        None => writing,
    };
    cx.page(StaffNew { cx: &cx, beginning: &beginning, writing })
}

async fn look(cx: &Answerer, participant: ParticipantId, desk: Addressee) -> Result<Beginning> {
    let (desks, me, now) = (Desks::of(&cx.who), cx.who.person(), cx.now());
    cx.read(move |db| queries::beginning(db, &desks, me, participant, desk, now)).await
}

async fn create(cx: Answerer, request: HttpRequest, participant: At<ParticipantId>, form: Form<MessageForm>) -> Answer {
    let (desk, participant) = (desk(&request)?, participant.into_inner());
    let automatic = in_passing(&request);
    let later = automatic || form.is_for_later();
    let (desks, me, now, typed) = (Desks::of(&cx.who), cx.who.person(), cx.now(), form.clone());
    let received = cx.write(move |tx| {
        let beginning = queries::beginning(tx.db(), &desks, me, participant, desk, now)?;
        let writer = Writer { side: Side::Provider, person: me, student: beginning.person };
        let outcome = page::take_in(tx, writer, beginning.draft.as_ref(), &typed, later, |tx: &mut Tx| {
            queries::open(tx, participant, desk, beginning.thread)
        })?;
        Ok((beginning, outcome))
    });
    let (beginning, outcome) = match received.await {
        Err(error) if error.passes() && !automatic => {
            let Ok(beginning) = look(&cx, participant, desk).await else { return Err(error) };
            let status = error.status_code();
            let writing = Writing::kept(path(participant, desk), beginning.draft.as_ref(), &[]);
            let mut writing = writing.typed(&form, Why::Unsaved, Errors::default());
            writing.reference = reported(&request, status, &error.to_string());
            return cx.page_with(status, StaffNew { cx: &cx, beginning: &beginning, writing });
        }
        received => received?,
    };
    let (status, why, errors) = match outcome {
        Outcome::Kept(draft) if automatic => return Ok(page::kept_by_itself(&cx, draft.as_ref()).into()),
        _ if automatic => return Err(Error::Conflict),
        Outcome::Sent => {
            let said = cx.t.conversations_begun(beginning.name.full());
            return Ok(cx.see_other("/staff/conversations?all=on").notice(said));
        }
        Outcome::Kept(_) => {
            let back = format!("{}#write", path(participant, desk));
            return Ok(cx.see_other(back).notice(cx.t.conversations_kept()));
        }
        Outcome::Wrong(errors) => (StatusCode::UNPROCESSABLE_ENTITY, Why::Wrong, errors),
        Outcome::Conflict | Outcome::Nobody => (StatusCode::CONFLICT, Why::Conflict, Errors::default()),
    };
    let beginning = look(&cx, participant, desk).await?;
    let writing = Writing::kept(path(participant, desk), beginning.draft.as_ref(), &[]).typed(&form, why, errors);
    cx.page_with(status, StaffNew { cx: &cx, beginning: &beginning, writing })
}

impl StaffNew<'_> {
    /// When what stands in the field was kept.
    fn state(&self) -> String {
        self.writing.state(self.cx.t, self.cx.lang)
    }

    fn longest(&self) -> i64 {
        LONGEST as i64
    }

    fn desk(&self) -> String {
        self.cx.t.conversations_as(self.beginning.desk.as_str())
    }
}

//! The conversations that staff answer: the list of those that wait, and each of them.

mod beginning;

use actix_web::http::StatusCode;
use actix_web::web::{Path as At, Query};
use actix_web::{HttpRequest, ResponseError};
use askama::Template;

use super::desks::Desks;
use super::forms::MessageForm;
use super::model::{Addressee, Case, LONGEST, Message, Side, ThreadId, Waiting};
use super::page::{self, Line, Outcome, Writer, Writing};
use super::queries;
use super::words::Piece;
use crate::access::accounts::held;
use crate::access::{AnswerQuestions, FollowProgress, Staff};
use crate::platform::db::{Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Why, in_passing, reported};

type Answerer = Cx<Staff<AnswerQuestions>>;

pub fn routes(r: &mut Routes) {
    beginning::routes(r);
    r.get("/staff/conversations", index);
    r.get("/staff/conversations/{id}", show).post("/staff/conversations/{id}", update);
    r.post("/staff/conversations/{id}/closing", close);
}

fn path(id: ThreadId) -> String {
    format!("/staff/conversations/{id}")
}

#[derive(serde::Deserialize)]
struct Look {
    #[serde(default)]
    page: Option<i64>,
    /// Also those that wait for no answer.
    #[serde(default)]
    all: Option<String>,
}

impl Look {
    fn page(&self) -> i64 {
        self.page.unwrap_or(1).clamp(1, 100_000)
    }
}

#[derive(Template)]
#[template(path = "contact/conversations/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Answerer,
    everything: bool,
    mixed: bool,
    lines: Vec<Waiting>,
    page_number: i64,
    newer: String,
    older: String,
}

async fn index(cx: Answerer, look: Query<Look>) -> Answer {
    let (desks, now, page, everything) = (Desks::of(&cx.who), cx.now(), look.page(), look.all.is_some());
    let mixed = desks.is_mixed();
    let (lines, more) = cx.read(move |db| queries::list(db, &desks, everything, now, page)).await?;
    let at = |page: i64| format!("/staff/conversations?{}page={page}", if everything { "all=on&" } else { "" });
    cx.page(StaffIndex {
        cx: &cx,
        everything,
        mixed,
        lines,
        page_number: page,
        newer: if page > 1 { at(page - 1) } else { String::new() },
        older: if more { at(page + 1) } else { String::new() },
    })
}

impl StaffIndex<'_> {
    /// How long somebody has waited since `at`.
    fn waits(&self, at: &Moment) -> String {
        let (t, waited) = (self.cx.t, self.cx.now().since(*at));
        match waited.num_hours() {
            ..1 => t.conversations_waits_just(),
            hours @ 1..48 => t.conversations_waits_hours(hours),
            _ => t.conversations_waits_days(waited.num_days()),
        }
    }

    /// At which desk a thread is answered.
    fn desk(&self, to: &Addressee) -> String {
        self.cx.t.conversations_desk(to.as_str())
    }
}

#[derive(Template)]
#[template(path = "contact/conversations/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Answerer,
    case: &'a Case,
    lines: Vec<Line<'a>>,
    writing: Writing,
    newer: String,
    older: String,
    follows: bool,
}

/// What is read for the page of one thread.
struct Seen {
    case: Case,
    messages: Vec<Message>,
    more: bool,
    page: i64,
}

async fn show(cx: Answerer, id: At<ThreadId>, look: Query<Look>) -> Answer {
    let typed: Option<MessageForm> = held::form(&cx).await?;
    let seen = open(&cx, id.into_inner(), look.page()).await?;
    let writing = Writing::kept(path(seen.case.thread.id), seen.case.draft.as_ref(), &seen.messages);
    let writing = match typed {
        Some(form) => writing.typed(&form, Why::Held, Errors::default()),
        None => writing,
    };
    cx.page(StaffShow::new(&cx, &seen, writing))
}

/// Opening a thread is reading it, which the register knows.
async fn open(cx: &Answerer, id: ThreadId, page: i64) -> Result<Seen> {
    let (desks, me, now) = (Desks::of(&cx.who), cx.who.person(), cx.now());
    cx.write(move |tx| {
        let case = queries::case(tx.db(), &desks, me, id, now)?;
        let (messages, more) = queries::said(tx.db(), &case.thread, now, page)?;
        let fresh = page::fresh(&messages, Side::Provider);
        if !fresh.is_empty() {
            queries::seen(tx, &case.thread, &fresh)?;
        }
        tx.record("read", "threads", id.0, Some(case.person.0))?;
        Ok(Seen { case, messages, more, page })
    })
    .await
}

async fn update(cx: Answerer, request: HttpRequest, id: At<ThreadId>, form: Form<MessageForm>) -> Answer {
    let id = id.into_inner();
    let automatic = in_passing(&request);
    let later = automatic || form.is_for_later();
    let (desks, me, now, typed) = (Desks::of(&cx.who), cx.who.person(), cx.now(), form.clone());
    let received = cx.write(move |tx| {
        let case = queries::case(tx.db(), &desks, me, id, now)?;
        let writer = Writer { side: Side::Provider, person: me, student: case.person };
        let outcome = page::take_in(tx, writer, case.draft.as_ref(), &typed, later, |_: &mut Tx| Ok(id))?;
        Ok((case, outcome))
    });
    let (case, outcome) = match received.await {
        Err(error) if error.passes() && !automatic => return unsaved(&cx, &request, id, &form, error).await,
        received => received?,
    };
    match outcome {
        Outcome::Kept(draft) if automatic => Ok(page::kept_by_itself(&cx, draft.as_ref()).into()),
        _ if automatic => Err(Error::Conflict),
        Outcome::Sent => {
            let said = cx.t.conversations_answered(case.name.full());
            Ok(cx.see_other("/staff/conversations").notice(said))
        }
        Outcome::Kept(_) => Ok(cx.see_other(format!("{}#write", path(id))).notice(cx.t.conversations_kept())),
        Outcome::Wrong(errors) => again(&cx, StatusCode::UNPROCESSABLE_ENTITY, id, &form, (Why::Wrong, errors)).await,
        Outcome::Conflict | Outcome::Nobody => {
            again(&cx, StatusCode::CONFLICT, id, &form, (Why::Conflict, Errors::default())).await
        }
    }
}

/// The page once more, with what was typed and what is the matter with it.
async fn again(
    cx: &Answerer,
    status: StatusCode,
    id: ThreadId,
    form: &MessageForm,
    (why, errors): (Why, Errors),
) -> Answer {
    let seen = open(cx, id, 1).await?;
    let writing = Writing::kept(path(id), seen.case.draft.as_ref(), &seen.messages);
    cx.page_with(status, StaffShow::new(cx, &seen, writing.typed(form, why, errors)))
}

/// Nothing can be taken in just now: the page once more, with what was typed, to be sent again later. Without
/// the messages: reading them cannot be written down either.
async fn unsaved(cx: &Answerer, request: &HttpRequest, id: ThreadId, form: &MessageForm, error: Error) -> Answer {
    let (desks, me, now) = (Desks::of(&cx.who), cx.who.person(), cx.now());
    let case = cx.read(move |db| queries::case(db, &desks, me, id, now)).await;
    let Ok(case) = case else { return Err(error) };
    let status = error.status_code();
    let seen = Seen { case, messages: Vec::new(), more: false, page: 1 };
    let mut writing = Writing::kept(path(id), seen.case.draft.as_ref(), &[]);
    writing.after = form.after();
    let mut writing = writing.typed(form, Why::Unsaved, Errors::default());
    writing.reference = reported(request, status, &error.to_string());
    cx.page_with(status, StaffShow::new(cx, &seen, writing))
}

async fn close(cx: Answerer, id: At<ThreadId>) -> Answer {
    let (desks, me, now, id) = (Desks::of(&cx.who), cx.who.person(), cx.now(), id.into_inner());
    let closed = cx.write(move |tx| {
        let case = queries::case(tx.db(), &desks, me, id, now)?;
        queries::close(tx, &case)?;
        Ok(case)
    });
    let said = cx.t.conversations_closed(closed.await?.name.full());
    Ok(cx.see_other("/staff/conversations").notice(said))
}

impl<'a> StaffShow<'a> {
    fn new(cx: &'a Answerer, seen: &'a Seen, writing: Writing) -> Self {
        let who = |message: &Message| match (message.side, &message.author) {
            (Side::Student, _) => seen.case.name.full(),
            (Side::Provider, Some(name)) => name.full(),
            (Side::Provider, None) => cx.provider().to_owned(),
        };
        let lines = seen.messages.iter().map(|m| Line::new(m, Side::Provider, who(m), cx.lang)).collect();
        let at = |page: i64| format!("{}?page={page}", path(seen.case.thread.id));
        Self {
            cx,
            case: &seen.case,
            lines,
            writing,
            newer: if seen.page > 1 { at(seen.page - 1) } else { String::new() },
            older: if seen.more { at(seen.page + 1) } else { String::new() },
            follows: cx.who.may::<FollowProgress>(),
        }
    }

    /// Whose project it is, and in which group they are.
    fn about(&self) -> String {
        let group = self.case.group.as_ref().map(|group| self.cx.t.conversations_in_group(group));
        let parts = [Some(self.case.project_name.clone()), Some(self.case.organisation.clone()), group];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// At which desk it is answered.
    fn desk(&self) -> String {
        self.cx.t.conversations_desk(self.case.addressee.as_str())
    }

    /// When what stands in the field was kept.
    fn state(&self) -> String {
        self.writing.state(self.cx.t, self.cx.lang)
    }

    fn longest(&self) -> i64 {
        LONGEST as i64
    }

    fn is_closed(&self) -> bool {
        self.case.thread.closed_at.is_some()
    }
}

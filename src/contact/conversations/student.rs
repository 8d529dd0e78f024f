//! The conversations of a student: with whom they can have one, and each of them.

use actix_web::http::StatusCode;
use actix_web::web::{Path as At, Query};
use actix_web::{HttpRequest, ResponseError};
use askama::Template;

use super::forms::MessageForm;
use super::model::{Addressee, Contact, LONGEST, Message, Own, Side};
use super::page::{self, Line, Outcome, Writer, Writing};
use super::queries;
use super::words::Piece;
use crate::access::Student;
use crate::access::accounts::held;
use crate::planning::participations::{self, Participation};
use crate::planning::projects::ProjectId;
use crate::platform::clock::local;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Why, in_passing, reported};
use crate::privacy::retention::{self, Kind};

pub fn routes(r: &mut Routes) {
    r.get("/student/conversations", index);
    r.get("/student/conversations/{project}/trainer", show).post("/student/conversations/{project}/trainer", update);
    r.get("/student/conversations/{project}/adviser", show).post("/student/conversations/{project}/adviser", update);
    r.get("/student/conversations/{project}/helpdesk", show).post("/student/conversations/{project}/helpdesk", update);
}

/// To whom the page of this request is written: the last word of its address.
fn addressee(request: &HttpRequest) -> Result<Addressee> {
    request.path().rsplit('/').next().and_then(Addressee::parse).ok_or(Error::NotFound)
}

fn path(project: ProjectId, to: Addressee) -> String {
    format!("/student/conversations/{project}/{}", to.as_str())
}

#[derive(Template)]
#[template(path = "contact/conversations/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    projects: Vec<(Participation, Vec<Person>)>,
}

/// Somebody to write to.
struct Person {
    name: String,
    role: String,
    path: String,
    unread: i64,
    drafted: bool,
    /// When something was said last, for machines and for people.
    last: Option<(String, String)>,
}

async fn index(cx: Cx<Student>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let read = move |db: &mut _| Ok((participations::of(db, scope, now)?, queries::own(db, scope, now)?));
    let (mut parts, threads) = cx.read(read).await?;
    let today = local(now).date();
    parts.sort_by_key(|part| part.rank(today));
    let projects = parts.into_iter().map(|part| {
        let people = Addressee::ALL.iter().filter_map(|to| person(&cx, &part, *to, &threads)).collect();
        (part, people)
    });
    cx.page(StudentIndex { cx: &cx, projects: projects.collect() })
}

/// `to` as somebody to write to in `part`; none when there is nobody, and nothing was ever said.
fn person(cx: &Cx<Student>, part: &Participation, to: Addressee, threads: &[Own]) -> Option<Person> {
    let own = threads.iter().find(|own| own.participant == part.participant && own.addressee == to);
    let name = match to {
        Addressee::Trainer => part.trainer.as_ref(),
        Addressee::Adviser => part.adviser.as_ref(),
        Addressee::Helpdesk => None,
    };
    if name.is_none() && to != Addressee::Helpdesk && own.is_none() {
        return None;
    }
    let last = own.and_then(|own| own.thread.last_at);
    Some(Person {
        name: name.map_or_else(|| cx.t.conversations_nameless(to.as_str(), cx.provider()), |name| name.full()),
        role: to.say(cx.t),
        path: path(part.project, to),
        unread: own.map_or(0, |own| own.unread),
        drafted: own.is_some_and(|own| own.drafted),
        last: last.map(|at| (at.rfc3339(), cx.lang.moment(at))),
    })
}

#[derive(Template)]
#[template(path = "contact/conversations/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    contact: &'a Contact,
    to: Addressee,
    lines: Vec<Line<'a>>,
    writing: Writing,
    /// The addresses of the pages beside this one, empty where there is none.
    newer: String,
    older: String,
    /// How long a message is kept, and what is not sent, in words.
    terms: (String, String),
}

#[derive(serde::Deserialize)]
struct Page {
    #[serde(default)]
    page: Option<i64>,
}

/// What is read for the page of one thread.
struct Seen {
    contact: Contact,
    messages: Vec<Message>,
    more: bool,
    page: i64,
    terms: (String, String),
}

async fn show(cx: Cx<Student>, request: HttpRequest, project: At<ProjectId>, at: Query<Page>) -> Answer {
    let (to, page) = (addressee(&request)?, at.page.unwrap_or(1).clamp(1, 100_000));
    let typed: Option<MessageForm> = held::form(&cx).await?;
    let seen = look(&cx, project.into_inner(), to, page).await?;
    let fresh = page::fresh(&seen.messages, Side::Student);
    if let Some(thread) = seen.contact.thread.filter(|_| !fresh.is_empty()) {
        // What cannot be noted now is noted next time: a page that only reads goes on.
        if let Err(error) = cx.write(move |tx| queries::seen(tx, &thread, &fresh)).await {
            tracing::warn!(%error, "that messages were seen could not be written down");
        }
    }
    let writing = Writing::kept(path(seen.contact.project, to), seen.contact.draft.as_ref(), &seen.messages);
    let writing = match typed {
        Some(form) => writing.typed(&form, Why::Held, Errors::default()),
        None => writing,
    };
    cx.page(StudentShow::new(&cx, &seen, to, writing))
}

async fn look(cx: &Cx<Student>, project: ProjectId, to: Addressee, page: i64) -> Result<Seen> {
    let (scope, now, t) = (cx.who.scope(), cx.now(), cx.t);
    cx.read(move |db| {
        let contact = queries::contact(db, scope, project, to, now)?;
        if !contact.is_there(to) && contact.thread.is_none() {
            return Err(Error::NotFound);
        }
        let (messages, more) = match &contact.thread {
            Some(thread) => queries::said(db, thread, now, page)?,
            None => (Vec::new(), false),
        };
        let [message, draft] = retention::policies(db, [Kind::Message, Kind::MessageDraft])?;
        let terms = (message.destroy.says(t), draft.destroy.says(t));
        Ok(Seen { contact, messages, more, page, terms })
    })
    .await
}

async fn update(cx: Cx<Student>, request: HttpRequest, project: At<ProjectId>, form: Form<MessageForm>) -> Answer {
    let (to, project) = (addressee(&request)?, project.into_inner());
    let automatic = in_passing(&request);
    let later = automatic || form.is_for_later();
    let outcome = match receive(&cx, project, to, &form, later).await {
        Err(error) if error.passes() && !automatic => return unsaved(&cx, &request, project, to, &form, error).await,
        outcome => outcome?,
    };
    match outcome {
        Outcome::Kept(draft) if automatic => Ok(page::kept_by_itself(&cx, draft.as_ref()).into()),
        _ if automatic => Err(Error::Conflict),
        Outcome::Sent => {
            let said = cx.t.conversations_sent(to.as_str());
            Ok(cx.see_other(format!("{}#newest", path(project, to))).notice(said))
        }
        Outcome::Kept(_) => {
            let said = cx.t.conversations_kept();
            Ok(cx.see_other(format!("{}#write", path(project, to))).notice(said))
        }
        Outcome::Wrong(errors) => {
            again(&cx, StatusCode::UNPROCESSABLE_ENTITY, project, to, &form, (Why::Wrong, errors)).await
        }
        Outcome::Conflict | Outcome::Nobody => {
            again(&cx, StatusCode::CONFLICT, project, to, &form, (Why::Conflict, Errors::default())).await
        }
    }
}

async fn receive(
    cx: &Cx<Student>,
    project: ProjectId,
    to: Addressee,
    form: &MessageForm,
    later: bool,
) -> Result<Outcome> {
    let (scope, now, form) = (cx.who.scope(), cx.now(), form.clone());
    cx.write(move |tx| {
        let contact = queries::contact(tx.db(), scope, project, to, now)?;
        if !contact.is_there(to) {
            return if contact.thread.is_some() { Ok(Outcome::Nobody) } else { Err(Error::NotFound) };
        }
        let writer = Writer { side: Side::Student, person: contact.person, student: contact.person };
        page::take_in(tx, writer, contact.draft.as_ref(), &form, later, |tx| {
            queries::open(tx, contact.participant, to, contact.thread)
        })
    })
    .await
}

/// The page once more, with what was typed and what is the matter with it.
async fn again(
    cx: &Cx<Student>,
    status: StatusCode,
    project: ProjectId,
    to: Addressee,
    form: &MessageForm,
    (why, errors): (Why, Errors),
) -> Answer {
    let seen = look(cx, project, to, 1).await?;
    let writing = Writing::kept(path(project, to), seen.contact.draft.as_ref(), &seen.messages);
    cx.page_with(status, StudentShow::new(cx, &seen, to, writing.typed(form, why, errors)))
}

/// Nothing can be taken in just now: the page once more, with what was typed, to be sent again later.
async fn unsaved(
    cx: &Cx<Student>,
    request: &HttpRequest,
    project: ProjectId,
    to: Addressee,
    form: &MessageForm,
    error: Error,
) -> Answer {
    // Reading may go on where writing does not. Where it does not either, the fault itself is all there is to say.
    let Ok(seen) = look(cx, project, to, 1).await else { return Err(error) };
    let status = error.status_code();
    let writing = Writing::kept(path(project, to), seen.contact.draft.as_ref(), &seen.messages);
    let mut writing = writing.typed(form, Why::Unsaved, Errors::default());
    writing.reference = reported(request, status, &error.to_string());
    cx.page_with(status, StudentShow::new(cx, &seen, to, writing))
}

impl<'a> StudentShow<'a> {
    fn new(cx: &'a Cx<Student>, seen: &'a Seen, to: Addressee, writing: Writing) -> Self {
        let who = |message: &Message| match (message.side, &message.author) {
            (Side::Student, _) => cx.t.conversations_you(),
            (Side::Provider, Some(name)) => name.full(),
            (Side::Provider, None) => cx.provider().to_owned(),
        };
        let lines = seen.messages.iter().map(|m| Line::new(m, Side::Student, who(m), cx.lang)).collect();
        let at = |page: i64| format!("{}?page={page}", path(seen.contact.project, to));
        Self {
            cx,
            contact: &seen.contact,
            to,
            lines,
            writing,
            newer: if seen.page > 1 { at(seen.page - 1) } else { String::new() },
            older: if seen.more { at(seen.page + 1) } else { String::new() },
            terms: seen.terms.clone(),
        }
    }

    /// Whom the page is about.
    fn title(&self) -> String {
        let nameless = || self.cx.t.conversations_nameless(self.to.as_str(), self.cx.provider());
        self.contact.name(self.to).map_or_else(nameless, |name| name.full())
    }

    /// What they are to the student, and in which project.
    fn about(&self) -> String {
        format!("{} · {}", self.to.say(self.cx.t), self.contact.project_name)
    }

    /// When what stands in the field was kept.
    fn state(&self) -> String {
        self.writing.state(self.cx.t, self.cx.lang)
    }

    fn longest(&self) -> i64 {
        LONGEST as i64
    }

    fn is_closed(&self) -> bool {
        self.contact.thread.is_some_and(|thread| thread.closed_at.is_some())
    }
}

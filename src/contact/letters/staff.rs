//! The outbox, for those who may send letters.

use actix_web::web;
use askama::Template;

use super::model::{Line, Piece, State, pieces};
use super::queries;
use crate::access::{ReadLetters, SendLetters, Staff};
use crate::platform::error::Error;
use crate::platform::mail::{Kind, LetterId};
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/staff/letters", index);
    r.get("/staff/letters/{id}", show);
}

type Sender = Staff<SendLetters>;

#[derive(Template)]
#[template(path = "contact/letters/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Cx<Sender>,
    /// They see letters to people at all.
    reads: bool,
    lines: Vec<Shown>,
    page_number: i64,
    newer: String,
    older: String,
}

#[derive(Template)]
#[template(path = "contact/letters/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Sender>,
    line: Shown,
    pieces: Vec<Piece<'a>>,
}

impl StaffShow<'_> {
    fn is_written(&self) -> bool {
        self.pieces.iter().any(|piece| !matches!(piece, Piece::Words("")))
    }

    fn full(&self, path: &str) -> String {
        self.cx.site().config.link(path)
    }
}

/// A letter in words.
struct Shown {
    id: LetterId,
    subject: String,
    /// The language of the subject and the letter.
    lang: &'static str,
    address: String,
    written: (String, String),
    /// How the tag looks, and what it says.
    tag: (&'static str, String),
    /// When it went, failed, or is tried again.
    when: String,
    why: Option<String>,
}

#[derive(serde::Deserialize)]
struct At {
    #[serde(default)]
    page: Option<i64>,
}

async fn index(cx: Cx<Sender>, at: web::Query<At>) -> Answer {
    let (number, now) = (at.page.unwrap_or(1).clamp(1, 100_000), cx.now());
    let scope = cx.who.within::<ReadLetters>();
    let (lines, more) = match scope {
        Some(scope) => cx.read(move |db| queries::page(db, scope, now, number)).await?,
        None => (Vec::new(), false),
    };
    let address = |page: i64| format!("/staff/letters?page={page}");
    cx.page(StaffIndex {
        cx: &cx,
        reads: scope.is_some(),
        lines: lines.into_iter().map(|line| shown(&cx, line)).collect(),
        page_number: number,
        newer: if number > 1 { address(number - 1) } else { String::new() },
        older: if more { address(number + 1) } else { String::new() },
    })
}

async fn show(cx: Cx<Sender>, id: web::Path<LetterId>) -> Answer {
    let scope = cx.who.within::<ReadLetters>().ok_or(Error::NotFound)?;
    let now = cx.now();
    let (line, body) = cx.read(move |db| queries::find(db, scope, now, id.into_inner())).await?;
    let body = body.unwrap_or_default();
    // Outside the demo the kept words hold no secret links, and none is made of them.
    let start = cx.site().config.link("");
    let pieces = if cx.demo() { pieces(&body, &start) } else { vec![Piece::Words(&body)] };
    cx.page(StaffShow { cx: &cx, line: shown(&cx, line), pieces })
}

fn shown(cx: &Cx<Sender>, line: Line) -> Shown {
    let t = cx.t;
    let kind = match line.kind {
        Kind::Invitation => t.letters_kind_invitation(),
        Kind::ResetAsked | Kind::Reset => t.letters_kind_reset(),
        Kind::PasswordChanged => t.letters_kind_password_changed(),
        Kind::SeatOffered => t.letters_kind_seat_offered(),
        Kind::MeetingsChanged => t.letters_kind_meetings_changed(),
        Kind::MessageWaits => t.letters_kind_message_waits(),
        Kind::SecondFactor => t.letters_kind_second_factor(),
        Kind::FactorCheck => t.letters_kind_factor_check(),
        Kind::RegistrationEnds => t.letters_kind_registration_ends(),
        Kind::RequestMade => t.letters_kind_request_made(),
        Kind::AddressAsked => t.letters_kind_address_asked(),
        Kind::AddressLeft => t.letters_kind_address_left(),
        Kind::AddressChanged => t.letters_kind_address_changed(),
        Kind::Certificate => t.certificates_certificate(),
    };
    let (tag, when) = match line.state() {
        State::Waiting => (("", t.letters_waiting()), String::new()),
        State::Retrying(at) => (("warn", t.letters_retrying()), t.letters_retrying_at(cx.lang.moment(at))),
        State::Sent(at) => (("done", t.letters_sent()), cx.lang.moment(at)),
        State::Failed(at) => (("late", t.letters_failed()), cx.lang.moment(at)),
    };
    Shown {
        id: line.id,
        lang: if line.subject.is_some() { line.language.code() } else { cx.lang.code() },
        subject: line.subject.unwrap_or(kind),
        address: line.address,
        written: (line.created_at.rfc3339(), cx.lang.moment(line.created_at)),
        tag,
        when,
        why: line.last_error.filter(|_| line.sent_at.is_none()),
    }
}

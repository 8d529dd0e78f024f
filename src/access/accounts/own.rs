//! The page of one's own account: sign-in name, and where one is signed in.

use actix_web::{HttpRequest, web};
use askama::Template;

use super::browsers;
use super::forms::NameForm;
use super::queries::{self, Owner, Renamed, SessionRow};
use super::sessions::{self, SessionId};
use crate::access::SignedIn;
use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};
use crate::privacy::retention::{self, HeldFor};

pub fn routes(r: &mut Routes) {
    r.get("/account", show);
    r.post("/account/name", rename);
    r.post("/account/sessions/ending", end_others);
    r.post("/account/sessions/{id}/ending", end_one);
}

#[derive(Template)]
#[template(path = "access/accounts/own.html")]
struct OwnPage<'a> {
    cx: &'a Cx<SignedIn>,
    owner: &'a Owner,
    name_typed: &'a str,
    /// Since when there is a second factor.
    second_factor: Option<String>,
    sessions: Vec<Shown>,
    kept: Option<Kept>,
    errors: &'a Errors,
}

/// How long the account stays, as the page shows it.
struct Kept {
    /// The last day, if its owner does nothing from now on.
    last_day: String,
    /// Why their data is kept for now, and until when at least.
    held: Option<String>,
}

/// A sign-in as the page shows it.
struct Shown {
    id: SessionId,
    this: bool,
    browser: String,
    address: Option<String>,
    since: (String, String),
    seen: (String, String),
}

async fn show(cx: Cx<SignedIn>) -> Answer {
    settled(&cx)?;
    let found = look_up(&cx).await?;
    let name = found.owner.sign_in_name.clone();
    cx.page(page(&cx, &found, &name, &Errors::default()))
}

/// What comes first comes first here too.
fn settled(cx: &Cx<SignedIn>) -> Result<()> {
    cx.who.identity().first().map_or(Ok(()), |path| Err(Error::First(path)))
}

/// What the page shows.
struct Found {
    owner: Owner,
    rows: Vec<SessionRow>,
    /// The end of the registration, and a hold.
    clock: (Moment, Option<HeldFor>),
}

async fn look_up(cx: &Cx<SignedIn>) -> Result<Found> {
    let (account, now, staff) = (cx.who.account(), cx.now(), !cx.who.identity().roles.is_empty());
    let person = cx.who.identity().person;
    cx.read(move |db| {
        Ok(Found {
            owner: queries::owner(db, account)?,
            rows: queries::sessions_of(db, account, staff, now)?,
            clock: retention::of_person(db, person, now)?,
        })
    })
    .await
}

fn page<'a>(cx: &'a Cx<SignedIn>, found: &'a Found, name_typed: &'a str, errors: &'a Errors) -> OwnPage<'a> {
    let sessions = found.rows.iter().map(|row| shown(cx, row)).collect();
    let second_factor = found.owner.second_factor_at.map(|at| cx.lang.date(local(at).date()));
    OwnPage { cx, owner: &found.owner, name_typed, second_factor, sessions, kept: kept(cx, found), errors }
}

/// The clock of somebody who is no staff: that of staff starts when they leave.
fn kept(cx: &Cx<SignedIn>, found: &Found) -> Option<Kept> {
    let (end, held) = found.clock;
    let held = held.map(|held| {
        let reason = cx.t.retention_reason(held.reason.as_str());
        cx.t.accounts_own_held(reason, cx.lang.date(held.through()))
    });
    let last_day = cx.lang.date(local(end).date());
    cx.who.identity().roles.is_empty().then_some(Kept { last_day, held })
}

fn shown(cx: &Cx<SignedIn>, row: &SessionRow) -> Shown {
    let t = cx.t;
    let browser = match browsers::named(row.browser.as_deref().unwrap_or_default()) {
        (Some(browser), Some(system)) => t.accounts_session_browser(browser, system),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => t.accounts_session_unknown(),
    };
    Shown {
        this: row.id == cx.who.identity().session,
        id: row.id,
        browser,
        address: row.address.clone(),
        since: (row.created_at.rfc3339(), cx.lang.moment(row.created_at)),
        seen: (row.seen_at.rfc3339(), cx.lang.moment(row.seen_at)),
    }
}

async fn rename(cx: Cx<SignedIn>, form: Form<NameForm>) -> Answer {
    settled(&cx)?;
    let errors = match form.check() {
        Ok(name) => {
            let account = cx.who.account();
            match cx.write(move |tx| queries::rename(tx, account, &name)).await? {
                Renamed::Done => return Ok(cx.see_other("/account").notice(cx.t.accounts_name_changed())),
                Renamed::Taken => Errors::one("name", Wrong::Taken),
                Renamed::NotTheirs => Errors::one("name", Wrong::NotASignInName),
            }
        }
        Err(errors) => errors,
    };
    let found = look_up(&cx).await?;
    cx.invalid(page(&cx, &found, &form.name, &errors))
}

async fn end_one(cx: Cx<SignedIn>, request: HttpRequest, id: web::Path<SessionId>) -> Answer {
    settled(&cx)?;
    let (id, account, person) = (id.into_inner(), cx.who.account(), cx.who.identity().person);
    if id == cx.who.identity().session {
        sessions::end(&request);
        return Ok(cx.see_other("/login"));
    }
    cx.write(move |tx| {
        let ended = queries::end_session(tx, account, id)?;
        if ended { tx.record("ended", "sessions", id.0, Some(person.0)) } else { Err(Error::NotFound) }
    })
    .await?;
    Ok(cx.see_other("/account").notice(cx.t.accounts_session_ended()))
}

async fn end_others(cx: Cx<SignedIn>) -> Answer {
    settled(&cx)?;
    let (account, person, this) = (cx.who.account(), cx.who.identity().person, cx.who.identity().session);
    cx.write(move |tx| queries::end_sessions(tx, account, person, Some(this))).await?;
    Ok(cx.see_other("/account").notice(cx.t.accounts_sessions_ended()))
}

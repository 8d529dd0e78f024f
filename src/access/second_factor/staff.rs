//! Helping somebody who lost their second factor: the security officer helps staff, the help desk everybody else.
//! A code goes to the address that we know; whoever reads it out has that mailbox.

use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::forms::CodeForm;
use super::model::{Event, Whom};
use super::queries::{self, Helped, Helper};
use super::{letters, turn_off};
use crate::access::accounts::{self, AccountId, throttle};
use crate::access::{AppointStaff, ContactParticipants, RemoveFactors, Staff};
use crate::platform::clock::local;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

type Desk = Cx<Staff<RemoveFactors>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/second-factor", index);
    r.get("/staff/second-factor/{account}", show);
    r.post("/staff/second-factor/{account}/check", ask);
    r.post("/staff/second-factor/{account}/removal", remove);
}

/// Whoever may appoint staff knows staff; whoever may contact participants knows them.
fn helper(cx: &Desk) -> Helper {
    let whom = Whom { staff: cx.who.may::<AppointStaff>(), others: cx.who.may::<ContactParticipants>() };
    Helper { scope: cx.who.scope(), account: cx.who.account(), whom, today: local(cx.now()).date() }
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "access/second_factor/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Desk,
    search: &'a str,
    whom: Whom,
    found: Vec<Helped>,
}

async fn index(cx: Desk, wanted: Query<Wanted>) -> Answer {
    let (helper, typed) = (helper(&cx), wanted.q.trim().to_owned());
    let found = cx.read(move |db| queries::search(db, helper, &typed)).await?;
    cx.page(StaffIndex { cx: &cx, search: wanted.q.trim(), whom: helper.whom, found })
}

#[derive(Template)]
#[template(path = "access/second_factor/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Desk,
    helped: &'a Helped,
    errors: &'a Errors,
}

impl StaffShow<'_> {
    fn since(&self) -> Option<String> {
        self.helped.since.map(|at| self.cx.lang.date(local(at).date()))
    }
}

async fn find(cx: &Desk, id: AccountId) -> Result<Helped> {
    let helper = helper(cx);
    cx.read(move |db| queries::find(db, helper, id)).await
}

async fn show(cx: Desk, id: Path<AccountId>) -> Answer {
    let helped = find(&cx, *id).await?;
    cx.page(StaffShow { cx: &cx, helped: &helped, errors: &Errors::default() })
}

/// The page of one account.
fn page(id: AccountId) -> String {
    format!("/staff/second-factor/{id}")
}

async fn ask(cx: Desk, id: Path<AccountId>) -> Answer {
    let (helper, id, lang) = (helper(&cx), id.into_inner(), cx.lang);
    let helped = cx
        .write(move |tx| {
            let helped = queries::find(tx.db(), helper, id)?;
            if helped.since.is_none() {
                return Err(Error::Conflict);
            }
            let owner = accounts::owner(tx.db(), id)?;
            tx.record("factor_checked", "accounts", id.0, Some(owner.person_id.0))?;
            letters::ask(tx, &owner, lang)?;
            Ok(helped)
        })
        .await?;
    Ok(cx.see_other(page(id)).notice(cx.t.second_factor_help_sent(helped.email)))
}

async fn remove(cx: Desk, id: Path<AccountId>, form: Form<CodeForm>) -> Answer {
    let helped = find(&cx, *id).await?;
    let errors = match form.check_sent() {
        Ok(code) => {
            if removed(&cx, helped.account, code).await? {
                let done = cx.t.second_factor_help_removed(helped.name.full());
                return Ok(cx.see_other("/staff/second-factor").notice(done));
            }
            Errors::one("code", Wrong::OtherCodeSent)
        }
        Err(errors) => errors,
    };
    cx.invalid(StaffShow { cx: &cx, helped: &helped, errors: &errors })
}

/// Takes the second factor away when `code` is the one that was sent: every session ends, and its owner is told.
async fn removed(cx: &Desk, id: AccountId, code: String) -> Result<bool> {
    let (helper, lang) = (helper(cx), cx.lang);
    cx.write(move |tx| {
        let counter = throttle::counter(&format!("sent code of {id}"), None);
        queries::find(tx.db(), helper, id)?;
        throttle::attempt(tx, &counter)?;
        if !queries::use_check(tx, id, &code)? {
            return Ok(false);
        }
        throttle::forget(tx, &counter)?;
        let owner = accounts::owner(tx.db(), id)?;
        turn_off(tx, &owner)?;
        accounts::end_sessions(tx, id, owner.person_id, None)?;
        tx.record("factor_removed", "accounts", id.0, Some(owner.person_id.0))?;
        letters::tell(tx, &owner, Event::Removed, 0, lang)?;
        Ok(true)
    })
    .await
}

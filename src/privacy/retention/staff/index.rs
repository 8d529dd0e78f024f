//! Everything about clocks on one page: the alarm, the terms, what waits, and what is held.

use askama::Template;

use super::Officer;
use crate::access::accounts::AccountId;
use crate::platform::clock;
use crate::platform::error::Error;
use crate::platform::jobs::jump::{self, Alarm};
use crate::platform::web::{Answer, Form};
use crate::privacy::retention::forms::ClockForm;
use crate::privacy::retention::holds::Hold;
use crate::privacy::retention::model::{Kind, POLICIES, Policy};
use crate::privacy::retention::queries;
use crate::privacy::retention::terms::Change;

#[derive(Template)]
#[template(path = "privacy/retention/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Officer,
    alarm: Option<Alarm>,
    policies: Vec<Policy>,
    waiting: Vec<Change>,
    holds: Vec<Hold>,
}

impl StaffIndex<'_> {
    fn can_change(&self, policy: &Policy) -> bool {
        Kind::parse(policy.kind).is_some()
    }

    fn is_mine(&self, change: &Change) -> bool {
        change.second_officer(self.cx.who.account()).is_none()
    }
}

pub async fn index(cx: Officer) -> Answer {
    let now = cx.now();
    let (alarm, changes, waiting, holds) = cx
        .read(move |db| {
            let (changes, waiting) = (queries::terms::all_in_force(db)?, queries::terms::waiting(db)?);
            Ok((jump::alarm(db)?, changes, waiting, queries::holds::running(db, now)?))
        })
        .await?;
    let last = |kind: &str| changes.iter().rfind(|change| change.kind.as_str() == kind).map(Change::policy);
    let policies = POLICIES.iter().map(|first| last(first.kind).unwrap_or(*first)).collect();
    cx.page(StaffIndex { cx: &cx, alarm, policies, waiting, holds })
}

/// An officer who looked at the clock says that it is right. If it has gone elsewhere since, they look again.
pub async fn confirm_clock(cx: Officer, form: Form<ClockForm>) -> Answer {
    let Ok(seen) = clock::parse(&form.seen) else { return Ok(cx.see_other("/staff/retention")) };
    match cx.write(move |tx| jump::confirm(tx, seen)).await {
        Ok(()) => Ok(cx.see_other("/staff/retention").notice(cx.t.retention_alarm_confirmed())),
        Err(Error::Conflict) => Ok(cx.see_other("/staff/retention").notice(cx.t.retention_alarm_moved())),
        Err(error) => Err(error),
    }
}

/// The account of an officer, as the pages name it.
pub fn officer(cx: &Officer, account: Option<AccountId>) -> String {
    match account {
        Some(account) if account == cx.who.account() => cx.t.retention_you(),
        Some(account) => cx.t.register_account(account.0),
        None => cx.t.retention_nobody(),
    }
}

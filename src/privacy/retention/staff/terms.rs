//! Changing a term: one officer sees what it would do and asks for it, a second one confirms.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::Officer;
use super::index::officer;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Errors, Form};
use crate::privacy::retention::forms::TermsForm;
use crate::privacy::retention::look_again;
use crate::privacy::retention::model::{Kind, Policy};
use crate::privacy::retention::queries::terms as queries;
use crate::privacy::retention::restamp::{self, AT_ONCE, Preview};
use crate::privacy::retention::terms::{Change, ChangeId, State, shortens, with_terms};

const INDEX: &str = "/staff/retention";

#[derive(Template)]
#[template(path = "privacy/retention/staff_terms.html")]
struct StaffTerms<'a> {
    cx: &'a Officer,
    kind: Kind,
    now: Policy,
    form: &'a TermsForm,
    errors: &'a Errors,
    /// The terms that were typed, with what they would do.
    would: Option<(Policy, Preview)>,
}

impl StaffTerms<'_> {
    fn most(&self) -> i32 {
        self.now.most.map_or(self.now.destroy.count(), |most| most.count())
    }

    fn unit(&self) -> String {
        self.cx.t.retention_unit(unit(&self.now))
    }

    /// Whether it is longer than what the statement tells people now.
    fn exceeds_statement(&self, new: &Policy) -> bool {
        shortens(new, &self.now)
    }

    fn is_shorter(&self, new: &Policy) -> bool {
        shortens(&self.now, new)
    }
}

fn unit(policy: &Policy) -> &'static str {
    use crate::privacy::retention::term::Term;
    match policy.destroy {
        Term::Hours(_) => "hours",
        Term::Days(_) => "days",
        Term::Months(_) => "months",
    }
}

#[derive(serde::Deserialize)]
pub struct Wanted {
    kind: Option<String>,
}

/// The form of the terms of one kind of data.
pub async fn edit(cx: Officer, query: web::Query<Wanted>) -> Answer {
    let Some(kind) = query.kind.as_deref().and_then(Kind::parse) else { return Ok(cx.see_other(INDEX)) };
    let now = cx.read(move |db| queries::in_force(db, kind)).await?;
    let form = TermsForm::of(kind, now.portal.map(|term| term.count()), now.destroy.count());
    cx.page(StaffTerms { cx: &cx, kind, now, form: &form, errors: &Errors::default(), would: None })
}

/// Shows what the typed terms would do; asks for them once that was seen.
pub async fn create(cx: Officer, form: Form<TermsForm>) -> Answer {
    let Some(kind) = Kind::parse(&form.kind) else { return Ok(cx.see_other(INDEX)) };
    let now = cx.read(move |db| queries::in_force(db, kind)).await?;
    let page = |errors, would| StaffTerms { cx: &cx, kind, now, form: &form, errors, would };
    let terms = match form.check(kind) {
        Ok(terms) => terms,
        Err(errors) => return cx.invalid(page(&errors.labelled(TermsForm::labels(cx.t)), None)),
    };
    if terms == (now.portal.map(|term| term.count()), now.destroy.count()) {
        return Ok(cx.see_other(INDEX).notice(cx.t.retention_change_nothing()));
    }
    if form.sure.is_empty() {
        let (new, at) = (with_terms(kind.policy(), terms.0, terms.1), cx.now());
        let preview = cx.read(move |db| restamp::preview(db, kind, &new, at)).await?;
        return cx.page(page(&Errors::default(), Some((new, preview))));
    }
    let me = cx.who.account();
    let asked = cx.write(move |tx| queries::propose(tx, me, kind, terms)).await?;
    let notice = if asked.is_some() { cx.t.retention_change_asked() } else { cx.t.retention_change_waits() };
    Ok(cx.see_other(INDEX).notice(notice))
}

#[derive(Template)]
#[template(path = "privacy/retention/staff_change.html")]
struct StaffChange<'a> {
    cx: &'a Officer,
    change: Change,
    now: Policy,
    new: Policy,
    preview: Option<Preview>,
    /// Whether the reader is the officer who asked for it.
    own: bool,
}

impl StaffChange<'_> {
    fn is_waiting(&self) -> bool {
        self.change.state == State::Proposed
    }

    fn asked_by(&self) -> String {
        officer(self.cx, self.change.proposed_by)
    }

    fn path(&self, act: &str) -> String {
        format!("/staff/retention/changes/{}/{act}", self.change.id)
    }

    fn is_shorter(&self) -> bool {
        shortens(&self.now, &self.new)
    }

    /// How it ended, in words.
    fn became(&self) -> String {
        match self.change.state {
            State::InForce => self.cx.t.retention_change_in_force(),
            _ => self.cx.t.retention_change_withdrawn(),
        }
    }
}

/// A change, with what it would do now: numbers of the day it was asked for may be old.
pub async fn show(cx: Officer, id: web::Path<ChangeId>) -> Answer {
    let page = shown(&cx, *id).await?;
    cx.page(page)
}

async fn shown(cx: &Officer, id: ChangeId) -> Result<StaffChange<'_>> {
    let at = cx.now();
    let (change, now, preview) = cx
        .read(move |db| {
            let change = queries::find(db, id)?;
            let now = queries::in_force(db, change.kind)?;
            let waits = change.state == State::Proposed;
            let preview = waits.then(|| restamp::preview(db, change.kind, &change.policy(), at)).transpose()?;
            Ok((change, now, preview))
        })
        .await?;
    let own = change.second_officer(cx.who.account()).is_none();
    Ok(StaffChange { cx, new: change.policy(), change, now, preview, own })
}

/// A second officer puts a change in force. Whoever asked for it cannot.
pub async fn confirm(cx: Officer, id: web::Path<ChangeId>) -> Answer {
    let (id, me) = (*id, cx.who.account());
    let confirmed = cx
        .write(move |tx| {
            let change = queries::find(tx.db(), id)?;
            let second = change.second_officer(me).ok_or(Error::Conflict)?;
            let before = queries::in_force(tx.db(), change.kind)?;
            queries::confirm(tx, &change, second)?;
            let change = queries::find(tx.db(), id)?;
            if restamp::touches_rows(change.kind, &before, &change.policy()) {
                return Ok(Some(change));
            }
            queries::applied(tx, id)?;
            Ok(None)
        })
        .await;
    if confirmed.is_ok() {
        look_again(cx.site()).await;
    }
    match confirmed {
        Err(Error::Conflict) => cx.page_with(StatusCode::CONFLICT, shown(&cx, id).await?),
        Err(error) => Err(error),
        Ok(None) => Ok(cx.see_other(INDEX).notice(cx.t.retention_change_confirmed())),
        Ok(Some(change)) => {
            let site = cx.shared_site();
            let work = actix_web::rt::spawn(async move { restamp::apply(&site, change, AT_ONCE).await });
            let (rows, done) = work.await.map_err(Error::broken)??;
            let rows = i64::try_from(rows).unwrap_or(i64::MAX);
            let notice = if done { cx.t.retention_change_applied(rows) } else { cx.t.retention_change_goes_on(rows) };
            Ok(cx.see_other(INDEX).notice(notice))
        }
    }
}

/// Takes a change back, or refuses it: either officer may.
pub async fn withdraw(cx: Officer, id: web::Path<ChangeId>) -> Answer {
    let (id, me) = (*id, cx.who.account());
    match cx.write(move |tx| queries::find(tx.db(), id).and_then(|_| queries::withdraw(tx, id, me))).await {
        Ok(()) => Ok(cx.see_other(INDEX).notice(cx.t.retention_change_taken_back())),
        Err(Error::Conflict) => cx.page_with(StatusCode::CONFLICT, shown(&cx, id).await?),
        Err(error) => Err(error),
    }
}

//! The page on which somebody makes the secret address of their calendar, renews it or ends it. It is shown
//! once: we keep its hash only.

use askama::Template;

use super::queries;
use crate::access::SignedIn;
use crate::platform::db::Moment;
use crate::platform::error::{Error, Result};
use crate::platform::secret;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/account/calendar", show).post("/account/calendar", renew);
    r.post("/account/calendar/ending", revoke);
}

#[derive(Template)]
#[template(path = "planning/calendars/own_show.html")]
struct OwnShow<'a> {
    cx: &'a Cx<SignedIn>,
    /// Since when there is an address.
    since: Option<Moment>,
    /// The address, when it was made just now.
    address: Option<String>,
}

/// What comes first comes first here too.
fn settled(cx: &Cx<SignedIn>) -> Result<()> {
    cx.who.identity().first().map_or(Ok(()), |path| Err(Error::First(path)))
}

async fn show(cx: Cx<SignedIn>) -> Answer {
    settled(&cx)?;
    let account = cx.who.account();
    let since = cx.read(move |db| queries::since(db, account)).await?;
    cx.page(OwnShow { cx: &cx, since, address: None })
}

async fn renew(cx: Cx<SignedIn>) -> Answer {
    settled(&cx)?;
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    let token = secret::token();
    let hash = secret::hash(&token);
    cx.write(move |tx| queries::renew(tx, account, person, &hash)).await?;
    let address = cx.site().config.link(&format!("/calendar/{token}.ics"));
    cx.page(OwnShow { cx: &cx, since: Some(cx.now()), address: Some(address) })
}

async fn revoke(cx: Cx<SignedIn>) -> Answer {
    settled(&cx)?;
    let (account, person) = (cx.who.account(), cx.who.identity().person);
    cx.write(move |tx| queries::revoke(tx, account, person)).await?;
    Ok(cx.see_other("/account/calendar").notice(cx.t.calendars_revoked()))
}

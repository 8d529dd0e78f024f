//! Those who did not get in, in the register: wrong passwords for an account that exists, and signed-in people at a
//! page that is for others. A stranger decides how often they try, so what is written of it is bounded; the log has
//! a line for every request.

use std::num::NonZeroU32;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use actix_web::{HttpMessage, HttpRequest, web};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota};

use super::{AccountId, throttle};
use crate::access::{Identity, SignedIn};
use crate::platform::db::Actor;
use crate::site::Site;

/// Lines about passwords that the whole installation may get in an hour, whoever tries at how many accounts.
const SIGN_INS: NonZeroU32 = match NonZeroU32::new(1000) {
    Some(n) => n,
    None => NonZeroU32::MIN,
};
/// How long an account that was refused a page gets no second line about the same page.
const AGAIN: Duration = Duration::from_secs(3600);

/// How long a wrong password waits before it is written down.
const LATER: Duration = Duration::from_secs(30);

/// Bounds the lines about those who did not get in.
pub struct Refusals {
    sign_ins: DefaultDirectRateLimiter,
    pages: Option<DefaultKeyedRateLimiter<(i64, String)>>,
    waiting: Mutex<Vec<Wrong>>,
}

impl Default for Refusals {
    fn default() -> Self {
        Self {
            sign_ins: DefaultDirectRateLimiter::direct(Quota::per_hour(SIGN_INS)),
            pages: Quota::with_period(AGAIN).map(DefaultKeyedRateLimiter::keyed),
            waiting: Mutex::default(),
        }
    }
}

impl Refusals {
    /// Forgets the refusals that are long ago.
    pub fn tidy(&self) {
        if let Some(pages) = &self.pages {
            pages.retain_recent();
        }
    }

    fn registers_page(&self, account: AccountId, page: &str) -> bool {
        self.pages.as_ref().is_none_or(|pages| pages.check_key(&(account.0, page.to_owned())).is_ok())
    }
}

/// Somebody who was refused a page because of who they are.
struct Refused(Rc<Identity>);

/// Notes that whoever sent `request` is signed in and not admitted, for [`register_page`].
pub fn note(request: &HttpRequest) {
    if let Some(identity) = crate::access::identity(request) {
        request.extensions_mut().insert(Refused(identity));
    }
}

/// Registers a refusal that was noted on `request`, once an hour for each account and page.
pub async fn register_page(request: &HttpRequest) {
    let refused = request.extensions_mut().remove::<Refused>();
    let (Some(Refused(identity)), Some(page)) = (refused, request.match_pattern()) else { return };
    let Some(site) = request.app_data::<web::Data<Site>>() else { return };
    if !site.refusals.registers_page(identity.account, &page) {
        return;
    }
    let (actor, person) = (SignedIn::actor_of(&identity), identity.person);
    let registered = site.write(actor, move |tx| tx.record("denied", page, 0, Some(person.0))).await;
    if let Err(error) = registered {
        tracing::error!(%error, "a refusal could not be registered");
    }
}

/// A wrong password that waits to be registered.
struct Wrong {
    account: AccountId,
    /// After it the account has to wait.
    last: bool,
}

/// Registers a wrong password or code for `account`, the one that is number `failures` in a row: the first, and the one
/// after which it has to wait. It is written down half a minute later, so that neither the time an answer takes nor
/// what the next one waits for tells whether there is such an account. The log has it at once.
pub fn register_sign_in(site: web::Data<Site>, account: AccountId, failures: i32) {
    tracing::warn!(account = account.0, failures, "a wrong password or code");
    let last = failures == throttle::FAILURES;
    if (failures != 1 && !last) || site.refusals.sign_ins.check().is_err() {
        return;
    }
    let mut waiting = site.refusals.waiting.lock().unwrap_or_else(PoisonError::into_inner);
    waiting.push(Wrong { account, last });
    let first = waiting.len() == 1;
    drop(waiting);
    if first {
        actix_web::rt::spawn(async move {
            tokio::time::sleep(LATER).await;
            write_down(&site).await;
        });
    }
}

/// Writes the wrong passwords down that wait for it; to be called, too, before the program ends.
pub async fn write_down(site: &Site) {
    let waiting = std::mem::take(&mut *site.refusals.waiting.lock().unwrap_or_else(PoisonError::into_inner));
    if waiting.is_empty() {
        return;
    }
    let registered = site.write(Actor::ANYONE, move |tx| {
        for Wrong { account, last } in waiting {
            if last {
                tx.record("sign_in_blocked", "accounts", account.0, None)?;
            } else {
                tx.record("sign_in_failed", "accounts", account.0, None)?;
            }
        }
        Ok(())
    });
    if let Err(error) = registered.await {
        tracing::error!(%error, "wrong passwords could not be registered");
    }
}

//! Sign-in sessions as rows, so that they can be listed and ended. The account is loaded with its session
//! on every request: blocked today is out today.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use actix_session::SessionExt;
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::{HttpRequest, cookie::time, web};
use chrono::TimeDelta;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::{AccountId, Identity, browsers};
use crate::access::Role;
use crate::crm::people::PersonId;
use crate::learning::activity;
use crate::platform::clock::{Clock, local};
use crate::platform::db::schema::{accounts, participants, people, project_leaders, sessions, staff_roles};
use crate::platform::db::{Actor, Db, Json, Moment, Pool, Tx, each_backend, id};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::secret;
use crate::privacy::retention::{Current, Terms};
use crate::privacy::statement;
use crate::site::Site;

id!(
    /// The number of a sign-in session.
    SessionId
);

/// How long a session lives without a request.
pub const IDLE: TimeDelta = TimeDelta::hours(12);
/// How long a session lives at most.
pub const LONGEST: TimeDelta = TimeDelta::days(30);
/// How long a session of staff lives at most.
pub const LONGEST_OF_STAFF: TimeDelta = TimeDelta::hours(8);
/// How long a sign-in waits for its second step.
pub const HALF_LIFE: TimeDelta = TimeDelta::minutes(10);
/// How often the row of a session is touched at most, so that reading pages stays reading.
const TOUCH: TimeDelta = TimeDelta::minutes(5);
/// How far the clock may go back, as it does when it is put right by a little.
const SET_BACK: TimeDelta = TimeDelta::minutes(5);
/// How long an ended session is still known, so that a form sent too late can be held for its owner.
pub const REMEMBERED: TimeDelta = TimeDelta::hours(24);

const IDENTITY: &str = "identity";
const LATE: &str = "late";
/// Under it: the account of a session that waits for the second step.
pub(super) const HALF: &str = "half";
const BROKEN: &str = "broken";
/// Under it: that somebody signed in just now, and did not only get another key.
const ENTERED: &str = "entered";
pub(super) const ACCOUNT: &str = "account";

/// The person who is signed in with this request.
pub fn identity(request: &HttpRequest) -> Option<Rc<Identity>> {
    request.get_session().get::<Identity>(IDENTITY).ok().flatten().map(Rc::new)
}

/// Whether the session could not be looked up.
pub fn is_broken(request: &HttpRequest) -> bool {
    request.get_session().contains_key(BROKEN)
}

/// The account whose session ended by itself, when that is why nobody is signed in.
pub fn late_account(request: &HttpRequest) -> Option<AccountId> {
    request.get_session().get(LATE).ok().flatten()
}

/// Signs `account` in on the browser that sent `request`, under a new key.
///
/// # Errors
/// [`Error::Broken`] when the session cannot be written down.
pub fn begin(request: &HttpRequest, account: AccountId, address: Option<String>, browser: Option<&str>) -> Result<()> {
    let session = request.get_session();
    session.clear();
    session.renew();
    let kept = session.insert(ACCOUNT, account);
    let kept = kept.and_then(|()| session.insert("address", address));
    kept.and_then(|()| session.insert("browser", browser)).map_err(Error::broken)
}

/// The same for somebody who comes in, which their activity is to say.
///
/// # Errors
/// As [`begin`].
pub fn enter(request: &HttpRequest, account: AccountId, address: Option<String>, browser: Option<&str>) -> Result<()> {
    begin(request, account, address, browser)?;
    request.get_session().insert(ENTERED, true).map_err(Error::broken)
}

/// The key of a fresh session of `account`, for a test that needs hundreds of them.
///
/// # Errors
/// When the session cannot be written down.
pub async fn open(rows: &SessionRows, account: AccountId) -> anyhow::Result<SessionKey> {
    let state = State::from([(ACCOUNT.to_owned(), serde_json::to_string(&account)?)]);
    rows.save(state, &time::Duration::ZERO).await.map_err(|e| anyhow::anyhow!(e))
}

/// Signs out the browser that sent `request`.
pub fn end(request: &HttpRequest) {
    request.get_session().purge();
}

/// The sessions of an installation, in its database.
#[derive(Clone)]
pub struct SessionRows {
    pool: Pool,
    clock: Clock,
    terms: Arc<Current>,
    /// Staff need a second factor.
    staff_need_factor: bool,
}

type State = HashMap<String, String>;

impl SessionRows {
    /// Keeps the sessions of `site`.
    pub fn new(site: &Site) -> Self {
        Self {
            pool: site.pool.clone(),
            clock: site.clock.clone(),
            terms: Arc::clone(&site.terms),
            staff_need_factor: site.config.staff_need_factor,
        }
    }

    async fn read<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Db, Moment) -> Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let now = self.clock.now();
        Ok(self.pool.read_briefly(move |db| f(db, now)).await?)
    }

    async fn look_up(&self, key: &SessionKey) -> anyhow::Result<Option<State>> {
        self.watch_clock().await?;
        let (hash, needed, terms) = (secret::hash(key.as_ref()), self.staff_need_factor, self.terms.get());
        let Some(found) = self.read(move |db, now| find(db, &hash, needed, now, &terms)).await? else {
            return Ok(None);
        };
        if let (Some(identity), true) = (&found.identity, found.touch) {
            let (session, account) = (identity.session, identity.account);
            // A page that only reads goes on while nothing can be written.
            if let Err(error) = self.write(move |db, now| touch(db, session, account, now)).await {
                tracing::warn!(error = %error, "that a session is in use could not be written down");
            }
        }
        Ok(Some(found.into_state()?))
    }

    async fn write<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Db, Moment) -> Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let (pool, now) = (self.pool.clone(), self.clock.now());
        Ok(web::block(move || pool.write(now, Actor::ANYONE, |tx| f(tx.db(), now))).await??)
    }
}

impl SessionRows {
    /// Under a clock that was set back nobody can tell how old a session is, and all would live longer than they
    /// may. So they end, and everybody signs in again.
    async fn watch_clock(&self) -> anyhow::Result<()> {
        let behind = self.clock.behind();
        if behind <= SET_BACK {
            return Ok(());
        }
        tracing::error!(minutes = behind.num_minutes(), "the clock was set back: every session ends");
        let (pool, now) = (self.pool.clone(), self.clock.now());
        web::block(move || pool.write(now, Actor::JOB, end_all)).await??;
        self.clock.believe();
        Ok(())
    }
}

impl SessionStore for SessionRows {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        // A failure here would leave no request to make a page for, so it travels on with the session.
        Ok(self.look_up(key).await.unwrap_or_else(|error| {
            tracing::error!(error = %error, "a session could not be loaded");
            Some(State::from([(BROKEN.to_owned(), "true".to_owned())]))
        }))
    }

    async fn save(&self, state: State, _: &time::Duration) -> Result<SessionKey, SaveError> {
        // Whoever signs in first after the clock was set back would otherwise be out again with their next page.
        self.watch_clock().await.map_err(SaveError::Other)?;
        let key = secret::token();
        let hash = secret::hash(&key);
        self.write(move |db, now| insert(db, &hash, state, now)).await.map_err(SaveError::Other)?;
        SessionKey::try_from(key).map_err(|e| SaveError::Other(e.into()))
    }

    async fn update(&self, key: SessionKey, state: State, _: &time::Duration) -> Result<SessionKey, UpdateError> {
        let hash = secret::hash(key.as_ref());
        let state = Json::new(kept(state)).map_err(|e| UpdateError::Serialization(e.into()))?;
        let written = self.write(move |db, _| {
            diesel::update(sessions::table.filter(sessions::key_hash.eq(hash)))
                .set(sessions::state.eq(state))
                .execute(db)?;
            Ok(())
        });
        // All that changes is the sentence for the next page. The act it speaks of is done by now: a page that
        // says it failed would be worse than one that does not say it went right.
        if let Err(error) = written.await {
            tracing::warn!(error = %error, "what the next page was to say could not be written down");
        }
        Ok(key)
    }

    /// The rules of a session's life are ours (`alive`); the cookie's own term says nothing about it.
    async fn update_ttl(&self, _: &SessionKey, _: &time::Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let hash = secret::hash(key.as_ref());
        self.write(move |db, _| {
            diesel::delete(sessions::table.filter(sessions::key_hash.eq(hash))).execute(db)?;
            Ok(())
        })
        .await
    }
}

/// What a session key leads to: somebody signed in, or under the name beside it the account of somebody whose
/// session is over, or who still has to take the second step.
struct Found {
    state: State,
    identity: Option<Identity>,
    nobody: Option<(&'static str, AccountId)>,
    touch: bool,
}

impl Found {
    fn into_state(mut self) -> Result<State, serde_json::Error> {
        match (self.identity, self.nobody) {
            (Some(identity), _) => self.state.insert(IDENTITY.into(), serde_json::to_string(&identity)?),
            (None, Some((name, account))) => self.state.insert(name.into(), serde_json::to_string(&account)?),
            (None, None) => None,
        };
        Ok(self.state)
    }
}

/// What of a session's state is written down: not what is read afresh each time.
fn kept(mut state: State) -> State {
    for fresh in [IDENTITY, LATE, HALF, BROKEN, ENTERED, "address", "browser"] {
        state.remove(fresh);
    }
    state
}

#[derive(Queryable)]
struct Row {
    session: SessionId,
    state: Json<State>,
    created_at: Moment,
    seen_at: Moment,
    half: bool,
    account: AccountId,
    must_change: bool,
    second_factor_at: Option<Moment>,
    accepted: Option<String>,
    blocked_at: Option<Moment>,
    person: PersonId,
    first_name: Option<String>,
    initials: Option<String>,
    language: Option<Lang>,
    student: bool,
    leader: bool,
    role: Option<RoleRow>,
}

#[derive(Queryable)]
struct RoleRow {
    role: Role,
    agreed_on: Option<chrono::NaiveDate>,
    starts_on: chrono::NaiveDate,
    ends_on: Option<chrono::NaiveDate>,
}

impl RoleRow {
    /// A role counts from its first day to its last, and only with a non-disclosure agreement on record.
    fn on(&self, today: chrono::NaiveDate) -> Option<Role> {
        let agreed = self.agreed_on.is_some_and(|day| day <= today);
        let running = self.starts_on <= today && self.ends_on.is_none_or(|last| today <= last);
        (agreed && running).then_some(self.role)
    }
}

fn find(db: &mut Db, hash: &str, staff_need_factor: bool, now: Moment, terms: &Terms) -> Result<Option<Found>> {
    // Asked with every request there is.
    let asked = sessions::table
        .inner_join(accounts::table.inner_join(people::table.left_join(staff_roles::table)))
        .filter(sessions::key_hash.eq(hash))
        .select((
            sessions::id,
            sessions::state,
            sessions::created_at,
            sessions::seen_at,
            sessions::half,
            accounts::id,
            accounts::must_change,
            accounts::second_factor_at,
            accounts::accepted_version,
            accounts::blocked_at,
            people::id,
            people::first_name,
            people::initials,
            people::language,
            exists(participants::table.filter(participants::person_id.eq(people::id))),
            exists(project_leaders::table.filter(project_leaders::person_id.eq(people::id))),
            (staff_roles::role, staff_roles::agreed_on, staff_roles::starts_on, staff_roles::ends_on).nullable(),
        ));
    let rows: Vec<Row> = each_backend!(db, c => asked.load(c))?;
    let today = local(now).date();
    let roles: Vec<Role> = rows.iter().filter_map(|r| r.role.as_ref()?.on(today)).collect();
    Ok(rows.into_iter().next().map(|row| row.into_found(roles, staff_need_factor, now, terms)))
}

impl Row {
    fn into_found(self, roles: Vec<Role>, staff_need_factor: bool, now: Moment, terms: &Terms) -> Found {
        let longest = if roles.is_empty() { LONGEST } else { LONGEST_OF_STAFF };
        let ahead = |at: Moment| at.since(now) > SET_BACK;
        let young = now.since(self.seen_at) < IDLE && now.since(self.created_at) < longest;
        let alive = self.blocked_at.is_none() && young && !ahead(self.seen_at) && !ahead(self.created_at);
        let state = self.state.into_inner();
        if self.half {
            let waits = alive && now.since(self.created_at) < HALF_LIFE;
            return Found { state, identity: None, nobody: waits.then_some((HALF, self.account)), touch: false };
        }
        if !alive {
            let known = self.blocked_at.is_none().then_some((LATE, self.account));
            return Found { state: State::new(), identity: None, nobody: known, touch: false };
        }
        let identity = Identity {
            session: self.session,
            account: self.account,
            person: self.person,
            name: self.first_name.or(self.initials).unwrap_or_default(),
            language: self.language,
            must_enrol: staff_need_factor && !roles.is_empty() && self.second_factor_at.is_none(),
            roles,
            student: self.student,
            leader: self.leader,
            must_change: self.must_change,
            // As it was when they signed in: nobody is called away from what they are writing.
            accepted: self.accepted.as_deref().is_some_and(|read| statement::is_read(read, terms, self.created_at)),
            accepted_version: self.accepted,
        };
        Found { state, identity: Some(identity), nobody: None, touch: now.since(self.seen_at) >= TOUCH }
    }
}

/// Ends every session; for a day it is still known whose each was.
fn end_all(tx: &mut Tx) -> Result<()> {
    let over = tx.now().minus(IDLE);
    let ended = diesel::update(sessions::table).set(sessions::seen_at.eq(over)).execute(tx.db())?;
    tx.record("clock_set_back", "sessions", i64::try_from(ended).unwrap_or(i64::MAX), None)
}

fn touch(db: &mut Db, session: SessionId, account: AccountId, now: Moment) -> Result<()> {
    diesel::update(sessions::table.find(session)).set(sessions::seen_at.eq(now)).execute(db)?;
    diesel::update(accounts::table.find(account)).set(accounts::last_seen_at.eq(now)).execute(db)?;
    Ok(())
}

fn insert(db: &mut Db, hash: &str, state: State, now: Moment) -> Result<()> {
    let read = |key: &str| state.get(key).and_then(|text| serde_json::from_str::<Option<String>>(text).ok()).flatten();
    let account = state.get(ACCOUNT).and_then(|text| serde_json::from_str::<AccountId>(text).ok());
    let account = account.ok_or_else(|| Error::broken(anyhow::anyhow!("a session of nobody")))?;
    let (address, browser) = (read("address"), read("browser"));
    let half = state.contains_key(HALF);
    if state.contains_key(ENTERED) {
        let kind = browser.as_deref().and_then(browsers::kind);
        activity::signed_in(db, account, now, address.clone(), kind)?;
    }
    diesel::insert_into(sessions::table)
        .values((
            sessions::key_hash.eq(hash),
            sessions::account_id.eq(account),
            sessions::state.eq(Json::new(kept(state))?),
            sessions::address.eq(address),
            sessions::browser.eq(browser),
            sessions::created_at.eq(now),
            sessions::seen_at.eq(now),
            sessions::half.eq(half),
        ))
        .execute(db)?;
    if !half {
        diesel::update(accounts::table.find(account)).set(accounts::last_seen_at.eq(now)).execute(db)?;
    }
    Ok(())
}

//! All statements about second factors.

use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::codes;
use super::model::Whom;
use crate::access::accounts::{AccountId, fold_name};
use crate::access::{Reach, Scope};
use crate::crm::people::Name;
use crate::platform::db::schema::{accounts, factor_checks, people, recovery_codes, staff_roles};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};

/// What the codes of an account are made with, sealed, and the newest step of which a code was used.
pub struct Factor {
    /// The secret, sealed.
    pub secret: Vec<u8>,
    /// The step.
    pub step: i64,
}

/// The second factor of `account`, when it has one.
pub fn factor(db: &mut Db, account: AccountId) -> Result<Option<Factor>> {
    let on = accounts::table.find(account).filter(accounts::second_factor_at.is_not_null());
    let found: Option<(Option<Vec<u8>>, Option<i64>)> =
        on.select((accounts::totp_secret, accounts::totp_step)).first(db).optional()?;
    Ok(found.and_then(|(secret, step)| Some(Factor { secret: secret?, step: step.unwrap_or_default() })))
}

/// Uses the code of `step` up; false when it, or a later one, was used before.
pub fn use_step(tx: &mut Tx, account: AccountId, step: i64) -> Result<bool> {
    let older = accounts::table.find(account).filter(accounts::totp_step.lt(step));
    Ok(diesel::update(older).set(accounts::totp_step.eq(step)).execute(tx.db())? == 1)
}

/// Uses the recovery code with this hash up: its row goes. Says which it was.
pub fn use_code(tx: &mut Tx, account: AccountId, hash: &str) -> Result<Option<i64>> {
    let code = recovery_codes::account_id.eq(account).and(recovery_codes::code_hash.eq(hash));
    let gone = diesel::delete(recovery_codes::table.filter(code)).returning(recovery_codes::id);
    Ok(gone.get_results::<i64>(tx.db())?.into_iter().next())
}

/// How many recovery codes are left.
pub fn codes_left(db: &mut Db, account: AccountId) -> Result<i64> {
    Ok(recovery_codes::table.filter(recovery_codes::account_id.eq(account)).count().get_result(db)?)
}

/// Turns the second factor of `account` on, or gives it another secret. `step` is the one of the code that proved it.
pub fn set(tx: &mut Tx, account: AccountId, secret: &[u8], step: i64) -> Result<()> {
    let now = tx.now();
    diesel::update(accounts::table.find(account))
        .set((accounts::second_factor_at.eq(now), accounts::totp_secret.eq(secret), accounts::totp_step.eq(step)))
        .execute(tx.db())?;
    Ok(())
}

/// Has an app make the codes of `account`, whose second factor is on already.
pub fn attach(tx: &mut Tx, account: AccountId, secret: &[u8], step: i64) -> Result<()> {
    diesel::update(accounts::table.find(account))
        .set((accounts::totp_secret.eq(secret), accounts::totp_step.eq(step)))
        .execute(tx.db())?;
    Ok(())
}

/// Turns the second factor of `account` on, without an app.
pub fn turn_on(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    diesel::update(accounts::table.find(account)).set(accounts::second_factor_at.eq(now)).execute(tx.db())?;
    Ok(())
}

/// Gives `account` these recovery codes instead of those it had.
pub fn set_codes(tx: &mut Tx, account: AccountId, hashes: &[String]) -> Result<()> {
    let now = tx.now();
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(tx.db())?;
    for hash in hashes {
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::account_id.eq(account),
                recovery_codes::code_hash.eq(hash),
                recovery_codes::created_at.eq(now),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

/// Takes the second factor of `account` away, with its recovery codes; false when there was none.
pub fn clear(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let on = accounts::table.find(account).filter(accounts::second_factor_at.is_not_null());
    let cleared = diesel::update(on)
        .set((
            accounts::second_factor_at.eq(None::<Moment>),
            accounts::totp_secret.eq(None::<Vec<u8>>),
            accounts::totp_step.eq(None::<i64>),
        ))
        .execute(tx.db())?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(tx.db())?;
    diesel::delete(factor_checks::table.filter(factor_checks::account_id.eq(account))).execute(tx.db())?;
    Ok(cleared == 1)
}

/// Keeps the code that is in the letter to `account`, instead of an earlier one.
pub fn set_check(tx: &mut Tx, account: AccountId, code: &str, until: Moment) -> Result<()> {
    let now = tx.now();
    diesel::delete(factor_checks::table.filter(factor_checks::account_id.eq(account))).execute(tx.db())?;
    diesel::insert_into(factor_checks::table)
        .values((
            factor_checks::account_id.eq(account),
            factor_checks::code_hash.eq(codes::sent_hash(account, code)),
            factor_checks::created_at.eq(now),
            factor_checks::expires_at.eq(until),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Whether `code` is the one that was sent to `account`; then it is used up.
pub fn use_check(tx: &mut Tx, account: AccountId, code: &str) -> Result<bool> {
    let now = tx.now();
    let sent = factor_checks::account_id.eq(account).and(factor_checks::code_hash.eq(codes::sent_hash(account, code)));
    let open = factor_checks::table.filter(sent).filter(factor_checks::expires_at.gt(now));
    Ok(diesel::delete(open).execute(tx.db())? == 1)
}

/// Removes the codes in letters that are over; says how many.
///
/// # Errors
/// When the database refuses.
pub fn tidy(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(factor_checks::table.filter(factor_checks::expires_at.le(now))).execute(tx.db())?)
}

/// Somebody who may need help.
#[derive(Debug, Clone, Queryable)]
pub struct Helped {
    /// Their account.
    pub account: AccountId,
    /// What they are called.
    pub name: Name,
    /// Where letters to them go.
    pub email: String,
    /// The name they sign in with.
    pub sign_in_name: String,
    /// Since when they have a second factor.
    pub since: Option<Moment>,
    /// Whether they work for the provider.
    pub staff: bool,
}

/// Who helps, and with whose second factor: never with their own.
#[derive(Debug, Clone, Copy)]
pub struct Helper {
    /// The rows they reach.
    pub scope: Scope,
    /// Their account.
    pub account: AccountId,
    /// Whose second factor they may remove.
    pub whom: Whom,
    /// The day it is.
    pub today: NaiveDate,
}

impl Helper {
    fn reaches(&self, helped: &Helped) -> bool {
        self.scope.reach() == Reach::All && helped.account != self.account && self.whom.includes(helped.staff)
    }
}

/// The accounts with this sign-in name, or at this address, that `helper` helps with.
pub fn search(db: &mut Db, helper: Helper, typed: &str) -> Result<Vec<Helped>> {
    let name = fold_name(typed);
    if name.is_empty() { Ok(Vec::new()) } else { helped(db, helper, &Which::Named(name)) }
}

/// The account `id`, when `helper` helps with it.
pub fn find(db: &mut Db, helper: Helper, id: AccountId) -> Result<Helped> {
    helped(db, helper, &Which::Numbered(id))?.into_iter().next().ok_or(Error::NotFound)
}

enum Which {
    /// By sign-in name or address, folded.
    Named(String),
    Numbered(AccountId),
}

fn helped(db: &mut Db, helper: Helper, which: &Which) -> Result<Vec<Helped>> {
    // A role that did not end counts, also one that is yet to begin.
    let running = staff_roles::ends_on.is_null().or(staff_roles::ends_on.ge(helper.today));
    let roles = staff_roles::table.filter(staff_roles::person_id.eq(people::id)).filter(running);
    let rows = accounts::table
        .inner_join(people::table)
        .order(accounts::sign_in_folded)
        .select((
            accounts::id,
            Name::as_select(),
            people::email,
            accounts::sign_in_name,
            accounts::second_factor_at,
            exists(roles),
        ))
        .into_boxed();
    let rows = match which {
        Which::Named(name) => rows.filter(accounts::sign_in_folded.eq(name).or(people::email_folded.eq(name))),
        Which::Numbered(id) => rows.filter(accounts::id.eq(id)),
    };
    let found: Vec<Helped> = rows.load(db)?;
    Ok(found.into_iter().filter(|one| helper.reaches(one)).collect())
}

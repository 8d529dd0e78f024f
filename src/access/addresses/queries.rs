//! All statements about changes of address.

use diesel::prelude::*;

use super::letters;
use super::model::{Change, ChangeId, DAY, LASTS, MOST, Side, Step};
use crate::access::accounts::{self, AccountId};
use crate::crm::people::{self as crm, PersonId, email_folded};
use crate::platform::db::schema::{accounts as all_accounts, email_changes, people};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;

/// The address that `person` has.
pub fn address(db: &mut Db, person: PersonId) -> Result<String> {
    Ok(people::table.find(person).select(people::email).first(db)?)
}

macro_rules! open {
    ($now:expr) => {
        email_changes::table
            .inner_join(all_accounts::table.inner_join(people::table))
            .filter(email_changes::ended_at.is_null().and(email_changes::expires_at.gt($now)))
            .filter(all_accounts::blocked_at.is_null())
            .select((
                email_changes::id,
                all_accounts::id,
                people::id,
                (people::first_name, people::initials, people::infix, people::last_name),
                people::email,
                email_changes::new_email,
                people::language,
                email_changes::created_at,
                email_changes::expires_at,
                email_changes::new_confirmed_at,
                email_changes::old_confirmed_at,
            ))
    };
}

/// The change that `account` waits for.
pub fn of_account(db: &mut Db, account: AccountId, now: Moment) -> Result<Option<Change>> {
    Ok(open!(now).filter(email_changes::account_id.eq(account)).first(db).optional()?)
}

/// The change `id`, while it is open.
pub fn find(db: &mut Db, id: ChangeId, now: Moment) -> Result<Option<Change>> {
    Ok(open!(now).filter(email_changes::id.eq(id)).first(db).optional()?)
}

/// The change behind a link, and which mailbox the link went to.
pub fn behind(db: &mut Db, hash: &str, now: Moment) -> Result<Option<(Change, Side)>> {
    let new: Option<Change> = open!(now).filter(email_changes::new_hash.eq(hash)).first(db).optional()?;
    if let Some(change) = new {
        return Ok(Some((change, Side::New)));
    }
    let old: Option<Change> = open!(now).filter(email_changes::old_hash.eq(hash)).first(db).optional()?;
    Ok(old.map(|change| (change, Side::Old)))
}

/// Asks both mailboxes. A change that waits gives way to this one. False when it was asked too often today.
pub fn ask(tx: &mut Tx, account: AccountId, person: PersonId, email: &str) -> Result<bool> {
    let now = tx.now();
    // One press of the button after the other.
    let row = people::table.find(person);
    diesel::update(row).set(people::created_at.eq(people::created_at)).execute(tx.db())?;
    let today = email_changes::account_id.eq(account).and(email_changes::created_at.gt(now.minus(DAY)));
    if email_changes::table.filter(today).count().get_result::<i64>(tx.db())? >= MOST {
        return Ok(false);
    }
    end(tx, account)?;
    let id: ChangeId = diesel::insert_into(email_changes::table)
        .values((
            email_changes::account_id.eq(account),
            email_changes::new_email.eq(email),
            email_changes::created_at.eq(now),
            email_changes::expires_at.eq(now.plus(LASTS)),
        ))
        .returning(email_changes::id)
        .get_result(tx.db())?;
    tx.record("address_asked", "email_changes", id.0, Some(person.0))?;
    if let Some(change) = find(tx.db(), id, now)? {
        letters::ask(tx, &change)?;
    }
    Ok(true)
}

/// Ends what `account` waits for, if anything; true when there was something.
pub fn end(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let now = tx.now();
    let waits = email_changes::account_id.eq(account).and(email_changes::ended_at.is_null());
    let ended = diesel::update(email_changes::table.filter(waits)).set(email_changes::ended_at.eq(now));
    Ok(ended.execute(tx.db())? > 0)
}

/// Keeps the hash of the secret that goes to one of the mailboxes.
pub fn keep_secret(tx: &mut Tx, id: ChangeId, side: Side, hash: &str) -> Result<()> {
    let row = email_changes::table.find(id);
    match side {
        Side::New => diesel::update(row).set(email_changes::new_hash.eq(hash)).execute(tx.db())?,
        Side::Old => diesel::update(row).set(email_changes::old_hash.eq(hash)).execute(tx.db())?,
    };
    Ok(())
}

/// Takes a yes from the mailbox that the link with this hash went to; with the second, the address changes. Nothing
/// when there is no such link any more.
pub fn confirm(tx: &mut Tx, hash: &str) -> Result<Option<Step>> {
    let now = tx.now();
    let Some((change, side)) = behind(tx.db(), hash, now)? else { return Ok(None) };
    let row = email_changes::table.find(change.id);
    // Each waits for the other here, so that of two at the same moment the second sees the first.
    match side {
        Side::New => diesel::update(row).set(email_changes::new_confirmed_at.eq(now)).execute(tx.db())?,
        Side::Old => diesel::update(row).set(email_changes::old_confirmed_at.eq(now)).execute(tx.db())?,
    };
    let Some(change) = find(tx.db(), change.id, now)? else { return Ok(None) };
    if !change.has_confirmed(Side::New) {
        return Ok(Some(Step::Half(Side::New)));
    }
    if !change.has_confirmed(Side::Old) {
        return Ok(Some(Step::Half(Side::Old)));
    }
    apply(tx, &change).map(Some)
}

fn apply(tx: &mut Tx, change: &Change) -> Result<Step> {
    end(tx, change.account)?;
    crm::remember(tx, change.person)?;
    diesel::update(people::table.find(change.person))
        .set((people::email.eq(&change.new_email), people::email_folded.eq(email_folded(&change.new_email))))
        .execute(tx.db())?;
    let sign_in_name = accounts::follow(tx, change.account, &change.old_email)?;
    tx.record("address_changed", "people", change.person.0, Some(change.person.0))?;
    letters::tell(tx, change)?;
    Ok(Step::Done(sign_in_name))
}

/// Stops a change, by the link that went to the old mailbox; false when there is no such link any more.
pub fn stop(tx: &mut Tx, hash: &str) -> Result<bool> {
    let now = tx.now();
    let Some((change, Side::Old)) = behind(tx.db(), hash, now)? else { return Ok(false) };
    end(tx, change.account)?;
    tx.record("address_stopped", "email_changes", change.id.0, Some(change.person.0))?;
    Ok(true)
}

/// The sign-in name of the account of `person`, for the letter that says it.
pub fn sign_in_name(db: &mut Db, person: PersonId) -> Result<Option<(String, String)>> {
    Ok(all_accounts::table
        .inner_join(people::table)
        .filter(people::id.eq(person).and(all_accounts::blocked_at.is_null()))
        .select((all_accounts::sign_in_name, people::email))
        .first(db)
        .optional()?)
}

/// Removes changes whose time is over; they are counted until then.
pub fn tidy(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(email_changes::table.filter(email_changes::expires_at.le(now))).execute(tx.db())?)
}

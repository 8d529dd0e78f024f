//! The second step of signing in: a passkey, a code from an app on a telephone, or one of ten codes on paper. Staff need
//! it, everybody else may have it. The security officer and the help desk remove one that was lost.

mod codes;
mod forms;
mod letters;
mod model;
mod own;
mod passkeys;
mod picture;
mod queries;
mod sign_in;
mod staff;
mod totp;

pub use letters::render;
pub use passkeys::Party;
pub use totp::Secret;

use super::accounts::{AccountId, Owner};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;
use crate::platform::files::{Files, Key};
use crate::platform::secret;
use crate::platform::web::Routes;

/// The page on which the second step is set up; what staff without one must do first.
pub const PAGE: &str = "/account/second-factor";
/// The page of the second step.
pub const STEP: &str = "/login/code";

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    sign_in::routes(r);
    own::routes(r);
    passkeys::routes(r);
    staff::routes(r);
}

/// The key under which secrets are kept and recovery codes are known. It stays the same when the master key is
/// replaced, and it is not in the database.
fn key(files: &Files) -> Key {
    files.lasting("second factor")
}

fn about(account: AccountId) -> String {
    format!("secret of the codes of account {account}")
}

fn sealed(key: &Key, account: AccountId, made_with: &Secret) -> Result<Vec<u8>> {
    secret::seal(key, about(account).as_bytes(), made_with.as_bytes())
}

fn unsealed(key: &Key, account: AccountId, sealed: &[u8]) -> Result<Secret> {
    Secret::from_bytes(&secret::unseal(key, about(account).as_bytes(), sealed)?)
}

/// Removes what is over: codes in letters, and questions to browsers that nobody answered. Says how much.
///
/// # Errors
/// When the database refuses.
pub fn tidy(tx: &mut Tx) -> Result<usize> {
    Ok(queries::tidy(tx)? + passkeys::tidy(tx)?)
}

/// Whether an app makes codes for `account`.
fn has_app(db: &mut Db, account: AccountId) -> Result<bool> {
    Ok(queries::factor(db, account)?.is_some())
}

/// Turns the second factor of `account` on with whatever it has, and with these recovery codes.
fn turn_on(tx: &mut Tx, account: AccountId, hashes: &[String]) -> Result<()> {
    queries::turn_on(tx, account)?;
    queries::set_codes(tx, account, hashes)
}

/// Takes the second factor of `owner` away, with its passkeys and recovery codes; false when there was none.
fn turn_off(tx: &mut Tx, owner: &Owner) -> Result<bool> {
    for passkey in passkeys::clear(tx, owner.id)? {
        tx.record("withdrawn", "passkeys", passkey.0, Some(owner.person_id.0))?;
    }
    queries::clear(tx, owner.id)
}

/// Gives `account` a second factor that its owner did not set up, with recovery codes that nobody knows: for the
/// people of the demo.
///
/// # Errors
/// When the database refuses.
pub fn give(tx: &mut Tx, files: &Files, account: AccountId, made_with: &Secret) -> Result<()> {
    let key = key(files);
    let hashes = codes::hashes(&key, account, &codes::ten())?;
    queries::set(tx, account, &sealed(&key, account, made_with)?, 0)?;
    queries::set_codes(tx, account, &hashes)
}

/// The secret with which the codes of `account` are made, where its second factor is kept as `kept`.
///
/// # Errors
/// When it was kept under another key.
pub fn read(files: &Files, account: AccountId, kept: &[u8]) -> Result<Secret> {
    unsealed(&key(files), account, kept)
}

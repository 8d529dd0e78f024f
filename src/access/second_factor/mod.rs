//! The second step of signing in: a code from an app on a telephone, or one of ten codes on paper. Staff need it,
//! everybody else may have it. The security officer and the help desk remove one that was lost.

mod codes;
mod forms;
mod letters;
mod model;
mod own;
mod picture;
mod queries;
mod sign_in;
mod staff;
mod totp;

pub use letters::render;
pub use queries::tidy;
pub use totp::Secret;

use super::accounts::AccountId;
use crate::platform::db::Tx;
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

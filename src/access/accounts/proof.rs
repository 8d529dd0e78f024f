//! Proving once more who one is, before something that matters more than a page: whoever left their browser open gives
//! nothing away with it.

use zeroize::Zeroizing;

use super::password::counter;
use super::passwords::MOST;
use super::{queries, throttle};
use crate::access::Oneself;
use crate::platform::error::Result;
use crate::platform::web::{Cx, Wrong};

/// What is wrong with `typed` as the password of whoever is signed in; nothing when it is theirs.
///
/// # Errors
/// [`Error::TooMany`](crate::platform::error::Error::TooMany) after too many wrong ones.
pub async fn of_password(cx: &Cx<Oneself>, typed: &str) -> Result<Option<Wrong>> {
    if typed.is_empty() {
        return Ok(Some(Wrong::Required));
    }
    cx.site().throttle.check(cx.address())?;
    let account = cx.who.account();
    let owner = cx
        .write(move |tx| {
            throttle::attempt(tx, &counter(account))?;
            queries::owner(tx.db(), account)
        })
        .await?;
    let typed = Zeroizing::new(typed.chars().take(MOST + 1).collect::<String>());
    if !cx.site().hashing.verify(typed, owner.password_hash).await? {
        return Ok(Some(Wrong::PasswordOther));
    }
    cx.write(move |tx| throttle::forget(tx, &counter(account))).await?;
    Ok(None)
}

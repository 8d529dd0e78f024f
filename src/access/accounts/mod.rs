//! Accounts: signing in and out, passwords, invitations, sessions, and what a person sets for themselves.
//! Everything that keeps a stranger out of an account is in this folder.

pub mod browsers;
mod consent;
mod forgotten;
mod forms;
pub mod held;
mod identity;
pub(super) mod known;
mod language;
mod letters;
mod links;
mod model;
mod own;
pub(super) mod password;
pub mod passwords;
pub mod proof;
mod queries;
pub mod refusals;
pub mod sessions;
mod sign_in;
pub(super) mod steps;
pub mod throttle;

pub use forms::safe_back;
pub use identity::Identity;
pub use known::Claim;
pub use letters::{invite, render, still_there};
pub use model::fold_name;
pub use queries::{Owner, end_sessions, ensure, follow, open_with, owner};
pub(super) use sign_in::{again as sign_in_again, let_in};

use actix_web::web;

use super::second_factor;
use crate::platform::db::{Actor, id};
use crate::platform::error::Result;
use crate::platform::web::Routes;
use crate::site::Site;

id!(
    /// The number of an account.
    AccountId
);

/// The pages of this feature.
pub fn routes(r: &mut Routes) {
    sign_in::routes(r);
    forgotten::routes(r);
    links::routes(r);
    password::routes(r);
    consent::routes(r);
    own::routes(r);
    language::routes(r);
}

/// Removes what is over: sessions, links, held forms, counted attempts and codes in letters.
///
/// # Errors
/// When the database refuses.
pub async fn tidy(site: web::Data<Site>) -> Result<usize> {
    site.throttle.tidy();
    site.openings.tidy();
    site.checks.tidy();
    site.refusals.tidy();
    site.write(Actor::JOB, |tx| Ok(queries::tidy(tx)? + second_factor::tidy(tx)?)).await
}

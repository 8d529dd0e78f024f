//! Staff: the provider's own people, each with roles that work from the day their non-disclosure agreement
//! is on record.

mod queries;

use chrono::NaiveDate;

use crate::access::Role;
use crate::access::accounts::passwords::{self, Typed};
use crate::crm::people::Name;
use crate::platform::db::Actor;
use crate::platform::error::Result;
use crate::site::Site;

pub use queries::with_role;

/// Somebody to give a role.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// Where letters to them go.
    pub email: String,
    /// What they are called.
    pub name: Name,
    /// What they will do.
    pub role: Role,
    /// The day their non-disclosure agreement was signed.
    pub agreed_on: Option<NaiveDate>,
}

/// Somebody who has the role.
#[derive(Debug, Clone)]
pub struct Member {
    /// The name they sign in with.
    pub sign_in_name: String,
    /// Their first password, which they must change; none when they have one of their own.
    pub password: Option<String>,
    /// Whether their agreement is on record, without which the role does not work.
    pub agreed: bool,
}

/// Gives somebody a role: a member of staff who has this address, or else a new person with an account and
/// a password that was made for them. Asking again records an agreement that came later.
///
/// # Errors
/// When the database refuses.
pub async fn appoint(site: &Site, new: NewMember) -> Result<Member> {
    let password = passwords::generate();
    let hash = site.hashing.hash(Typed::new(password.clone())).await?;
    site.write(Actor::OPERATOR, move |tx| {
        let person = match queries::at_address(tx.db(), &new)? {
            Some(person) => person,
            None => queries::add_person(tx, &new)?,
        };
        let agreed = queries::give_role(tx, person, &new)?;
        let (sign_in_name, fresh) = crate::access::accounts::open_with(tx, person, &hash)?;
        Ok(Member { sign_in_name, password: fresh.then_some(password), agreed })
    })
    .await
}

//! All statements about staff.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::NewMember;
use crate::access::Role;
use crate::crm::people::{Name, PersonId, name};
use crate::platform::clock::local;
use crate::platform::db::schema::{people, staff_roles};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;

/// The member of staff with this address; of several, the one with this name. Somebody with the same
/// address who is no staff is somebody else, as far as anybody knows.
pub fn at_address(db: &mut Db, new: &NewMember) -> Result<Option<PersonId>> {
    let found: Vec<(PersonId, String)> = people::table
        .filter(people::email_folded.eq(new.email.to_lowercase()))
        .filter(diesel::dsl::exists(staff_roles::table.filter(staff_roles::person_id.eq(people::id))))
        .select((people::id, people::name_folded))
        .load(db)?;
    Ok(match found.as_slice() {
        [(only, _)] => Some(*only),
        several => several.iter().find(|(_, name)| *name == new.name.folded()).map(|(id, _)| *id),
    })
}

/// Puts a new person in the database.
pub fn add_person(tx: &mut Tx, new: &NewMember) -> Result<PersonId> {
    let now = tx.now();
    let id: PersonId = diesel::insert_into(people::table)
        .values((
            people::first_name.eq(&new.name.first_name),
            people::initials.eq(&new.name.initials),
            people::infix.eq(&new.name.infix),
            people::last_name.eq(&new.name.last_name),
            people::name_folded.eq(new.name.folded()),
            people::email.eq(&new.email),
            people::email_folded.eq(new.email.to_lowercase()),
            people::created_at.eq(now),
        ))
        .returning(people::id)
        .get_result(tx.db())?;
    tx.record("created", "people", id.0, Some(id.0))?;
    Ok(id)
}

/// Gives `person` the role, once; says whether their agreement is on record.
pub fn give_role(tx: &mut Tx, person: PersonId, new: &NewMember) -> Result<bool> {
    let today = local(tx.now()).date();
    let same = staff_roles::table.filter(staff_roles::person_id.eq(person).and(staff_roles::role.eq(new.role)));
    let known: Option<(i64, Option<NaiveDate>)> =
        same.select((staff_roles::id, staff_roles::agreed_on)).first(tx.db()).optional()?;
    let (id, agreed_on) = match known {
        Some((id, before)) => {
            let agreed_on = new.agreed_on.or(before);
            diesel::update(staff_roles::table.find(id))
                .set((staff_roles::agreed_on.eq(agreed_on), staff_roles::ends_on.eq(None::<NaiveDate>)))
                .execute(tx.db())?;
            (id, agreed_on)
        }
        None => {
            let id = diesel::insert_into(staff_roles::table)
                .values((
                    staff_roles::person_id.eq(person),
                    staff_roles::role.eq(new.role),
                    staff_roles::agreed_on.eq(new.agreed_on),
                    staff_roles::starts_on.eq(today),
                ))
                .returning(staff_roles::id)
                .get_result(tx.db())?;
            (id, new.agreed_on)
        }
    };
    tx.record("appointed", "staff_roles", id, Some(person.0))?;
    Ok(agreed_on.is_some())
}

/// The provider's own people who have `role` on `today`, by name.
///
/// # Errors
/// When the database refuses.
pub fn with_role(db: &mut Db, role: Role, today: NaiveDate) -> Result<Vec<(PersonId, Name)>> {
    Ok(staff_roles::table
        .inner_join(people::table)
        .filter(staff_roles::role.eq(role))
        .filter(staff_roles::agreed_on.le(today).and(staff_roles::starts_on.le(today)))
        .filter(staff_roles::ends_on.is_null().or(staff_roles::ends_on.ge(today)))
        .order((people::name_folded, people::id))
        .select((people::id, name!()))
        .load(db)?)
}

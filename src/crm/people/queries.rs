//! All statements about people and where they work.

use diesel::prelude::*;

use super::{Details, Likeness, Name, NewPerson, PersonId, email_folded};
use crate::crm::organisations::OrganisationId;
use crate::platform::db::schema::{employments, people};
use crate::platform::db::{Db, Tx};
use crate::platform::error::Result;

/// Enters a person of the client `at`.
///
/// # Errors
/// When the database refuses.
pub fn enter(tx: &mut Tx, new: &NewPerson, at: OrganisationId) -> Result<PersonId> {
    let now = tx.now();
    let person: PersonId = diesel::insert_into(people::table)
        .values((
            people::first_name.eq(&new.name.first_name),
            people::initials.eq(&new.name.initials),
            people::infix.eq(&new.name.infix),
            people::last_name.eq(&new.name.last_name),
            people::name_folded.eq(new.name.folded()),
            people::email.eq(&new.email),
            people::email_folded.eq(email_folded(&new.email)),
            people::phone.eq(&new.details.phone),
            people::language.eq(new.details.language),
            people::created_at.eq(now),
        ))
        .returning(people::id)
        .get_result(tx.db())?;
    diesel::insert_into(employments::table)
        .values((
            employments::person_id.eq(person),
            employments::organisation_id.eq(at),
            employments::job_title.eq(&new.details.job_title),
            employments::department.eq(&new.details.department),
            employments::personnel_number.eq(&new.details.personnel_number),
            employments::created_at.eq(now),
        ))
        .execute(tx.db())?;
    tx.record("entered", "people", person.0, Some(person.0))?;
    Ok(person)
}

/// The person with this name and address whom the client `at` employs. Whoever another client employs is
/// never found.
///
/// # Errors
/// When the database refuses.
pub fn find_at(db: &mut Db, at: OrganisationId, name: &Name, email: &str) -> Result<Option<PersonId>> {
    let wanted = Likeness::of(name, email);
    let same_address: Vec<(PersonId, String)> = people::table
        .inner_join(employments::table)
        .filter(employments::organisation_id.eq(at))
        .filter(people::email_folded.eq(wanted.email()))
        .order(people::id)
        .select((people::id, people::name_folded))
        .load(db)?;
    let same = same_address.into_iter().find(|(_, name)| Likeness::of_folded(name, wanted.email()) == wanted);
    Ok(same.map(|(person, _)| person))
}

/// Notes `details` of a person whom the client `at` employs; what is left out stays as it is.
///
/// # Errors
/// When the database refuses.
pub fn fill_in(tx: &mut Tx, person: PersonId, at: OrganisationId, details: &Details) -> Result<()> {
    if details.phone.is_some() || details.language.is_some() {
        let phone = details.phone.as_ref().map(|p| people::phone.eq(p));
        let language = details.language.map(|l| people::language.eq(l));
        diesel::update(people::table.find(person)).set((phone, language)).execute(tx.db())?;
    }
    let job_title = details.job_title.as_ref().map(|j| employments::job_title.eq(j));
    let department = details.department.as_ref().map(|d| employments::department.eq(d));
    let number = details.personnel_number.as_ref().map(|n| employments::personnel_number.eq(n));
    if job_title.is_some() || department.is_some() || number.is_some() {
        let here = employments::person_id.eq(person).and(employments::organisation_id.eq(at));
        diesel::update(employments::table.filter(here)).set((job_title, department, number)).execute(tx.db())?;
    }
    tx.record("filled_in", "people", person.0, Some(person.0))
}

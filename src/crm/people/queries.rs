//! All statements about people and where they work.

use diesel::prelude::*;

use super::forms::name_in;
use super::news::News;
use super::sheet::{self, Clash, Sheet};
use super::{Details, Likeness, Name, NewPerson, PersonId, email_folded};
use crate::access::{Reach, Scope};
use crate::crm::organisations::OrganisationId;
use crate::platform::db::schema::{accounts, calendar_feeds, employments, former_likenesses, muted_news, people};
use crate::platform::db::{Db, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

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
    if let Some((person, _)) = same {
        return Ok(Some(person));
    }
    Ok(former_likenesses::table
        .inner_join(people::table.inner_join(employments::table))
        .filter(employments::organisation_id.eq(at))
        .filter(former_likenesses::likeness_hash.eq(wanted.hash()))
        .order(people::id)
        .select(people::id)
        .first(db)
        .optional()?)
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

/// Remembers under which name and address others know `person`, before either of them changes: a list of the client
/// that still says so is then about the same person.
///
/// # Errors
/// When the database refuses.
pub fn remember(tx: &mut Tx, person: PersonId) -> Result<()> {
    let now = tx.now();
    let known = people::table.find(person).select((people::name_folded, people::email_folded));
    let (name, email): (String, String) = known.first(tx.db())?;
    let hash = Likeness::of_folded(&name, &email).hash();
    let same = former_likenesses::person_id.eq(person).and(former_likenesses::likeness_hash.eq(&hash));
    let same = former_likenesses::table.filter(same).select(former_likenesses::id);
    if same.first::<i64>(tx.db()).optional()?.is_none() {
        diesel::insert_into(former_likenesses::table)
            .values((
                former_likenesses::person_id.eq(person),
                former_likenesses::likeness_hash.eq(hash),
                former_likenesses::created_at.eq(now),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

/// The person whose own data `scope` reaches.
fn oneself(scope: Scope) -> Result<PersonId> {
    match scope.reach() {
        Reach::Own(person) => Ok(person),
        _ => Err(Error::NotFound),
    }
}

/// What the person of `scope` keeps of themselves, and their address. Without a language of their own they see `lang`.
pub fn sheet(db: &mut Db, scope: Scope, lang: Lang) -> Result<(Sheet, String)> {
    type Asked = (
        (Option<String>, Option<String>, Option<String>, String),
        (Option<String>, Option<String>, Option<String>, Option<String>),
        Option<Lang>,
        String,
    );
    let person = oneself(scope)?;
    let asked: Asked = people::table
        .find(person)
        .select((
            (people::first_name, people::initials, people::infix, people::last_name),
            (people::street, people::postcode, people::city, people::phone),
            people::language,
            people::email,
        ))
        .first(db)?;
    let (first_name, initials, infix, last_name) = asked.0;
    let (street, postcode, city, phone) = asked.1;
    let (language, email) = (asked.2.unwrap_or(lang).code().to_owned(), asked.3);
    let muted: Vec<News> =
        muted_news::table.filter(muted_news::person_id.eq(person)).select(muted_news::news).load(db)?;
    let wanted = |news| if muted.contains(&news) { String::new() } else { "on".to_owned() };
    let text = Option::unwrap_or_default;
    let sheet = [
        text(first_name),
        text(initials),
        text(infix),
        last_name,
        text(street),
        text(postcode),
        text(city),
        text(phone),
        language,
        wanted(News::Meetings),
        wanted(News::Messages),
    ];
    Ok((sheet, email))
}

/// Keeps what the person of `scope` typed in a form that showed `seen`. What somebody else changed meanwhile stays,
/// unless it is the same field: then nothing is kept, and those fields come back.
pub fn keep(
    tx: &mut Tx,
    scope: Scope,
    lang: Lang,
    typed: &Sheet,
    seen: &Sheet,
) -> Result<std::result::Result<(), Vec<Clash>>> {
    let person = oneself(scope)?;
    // Nobody else changes this row until we are done.
    let row = people::table.find(person);
    diesel::update(row).set(people::created_at.eq(people::created_at)).execute(tx.db())?;
    let (kept, _) = sheet(tx.db(), scope, lang)?;
    let new = match sheet::merged(seen, typed, &kept) {
        Ok(new) if new == kept => return Ok(Ok(())),
        Ok(new) => new,
        Err(clashes) => return Ok(Err(clashes)),
    };
    let name = name_in(&new);
    if name != name_in(&kept) {
        remember(tx, person)?;
    }
    let [_, _, _, _, street, postcode, city, phone, language, meetings, messages] = &new;
    let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
    diesel::update(people::table.find(person))
        .set((
            people::name_folded.eq(name.folded()),
            people::first_name.eq(name.first_name),
            people::initials.eq(name.initials),
            people::infix.eq(name.infix),
            people::last_name.eq(name.last_name),
            people::street.eq(filled(street)),
            people::postcode.eq(filled(postcode)),
            people::city.eq(filled(city)),
            people::phone.eq(filled(phone)),
        ))
        .execute(tx.db())?;
    let [.., spoken, _, _] = &kept;
    if language != spoken {
        diesel::update(people::table.find(person)).set(people::language.eq(language)).execute(tx.db())?;
    }
    mute(tx, person, News::Meetings, meetings.is_empty())?;
    mute(tx, person, News::Messages, messages.is_empty())?;
    tx.record("changed", "people", person.0, Some(person.0))?;
    Ok(Ok(()))
}

fn mute(tx: &mut Tx, person: PersonId, news: News, muted: bool) -> Result<()> {
    let same = || muted_news::table.filter(muted_news::person_id.eq(person).and(muted_news::news.eq(news)));
    if !muted {
        diesel::delete(same()).execute(tx.db())?;
    } else if same().select(muted_news::id).first::<i64>(tx.db()).optional()?.is_none() {
        let row = (muted_news::person_id.eq(person), muted_news::news.eq(news));
        diesel::insert_into(muted_news::table).values(row).execute(tx.db())?;
    }
    Ok(())
}

/// Whether there is a calendar that follows the meetings of `person`.
pub fn is_followed(db: &mut Db, person: PersonId) -> Result<bool> {
    let feeds = calendar_feeds::table.inner_join(accounts::table).filter(accounts::person_id.eq(person));
    Ok(feeds.select(calendar_feeds::id).first::<i64>(db).optional()?.is_some())
}

/// Whether `person` does without this news. That of meetings comes all the same when no calendar follows them: nobody
/// may stand before a closed door.
///
/// # Errors
/// When the database refuses.
pub fn does_without(db: &mut Db, person: PersonId, news: News) -> Result<bool> {
    let muted = muted_news::table.filter(muted_news::person_id.eq(person).and(muted_news::news.eq(news)));
    let muted = muted.select(muted_news::id).first::<i64>(db).optional()?.is_some();
    Ok(muted && (news != News::Meetings || is_followed(db, person)?))
}

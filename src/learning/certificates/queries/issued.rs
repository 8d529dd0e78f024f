//! All statements about certificates that were issued.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};

use crate::access::Scope;
use crate::crm::people::{Name, PersonId, name};
use crate::learning::certificates::model::{
    CertificateId, Course, Facts, Issued, Mended, Standing, Verdict, bucket, initial, seal,
};
use crate::learning::certificates::number::Number;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::clock::local;
use crate::platform::db::schema::{certificate_facts, certificates, participants, people, projects};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::secret;
use crate::privacy::retention::{CERTIFICATE, Held};

/// What stands on a certificate that is issued to `standing` now.
pub fn facts(tx: &Tx, course: &Course, standing: &Standing, provider: &str) -> Facts {
    let number = |count: i64| i32::try_from(count).unwrap_or(i32::MAX);
    Facts {
        number: Number::random().as_str().to_owned(),
        holder: standing.name.full(),
        initial: initial(&standing.name.last_name),
        provider: provider.to_owned(),
        training: course.training.clone(),
        organisation: course.organisation.clone(),
        starts_on: course.starts_on,
        ends_on: course.ends_on,
        meetings: number(standing.total()),
        attended: number(standing.attended),
        study_hours: course.study_hours,
        accreditation_points: course.accreditation_points.clone(),
        accreditor: course.accreditor.clone(),
        issued_on: local(tx.now()).date(),
        language: standing.language.unwrap_or(Lang::Nl),
        reason: None,
    }
}

/// Issues a certificate that says `facts`, the `issue`th of `participant`. None when that was done before.
///
/// # Errors
/// When the database refuses.
pub fn issue(
    tx: &mut Tx,
    participant: ParticipantId,
    person: PersonId,
    issue: i32,
    facts: &Facts,
) -> Result<Option<CertificateId>> {
    let salt = secret::token();
    let row = (
        certificates::participant_id.eq(participant),
        certificates::issue.eq(issue),
        certificates::bucket.eq(bucket(&facts.number)),
        certificates::seal.eq(seal(&salt, &facts.number, &facts.initial)),
        certificates::salt.eq(salt),
    );
    // In a savepoint: two who meet the last condition at once can both get here, and the act itself goes on.
    let made = tx.db().transaction(|db| {
        diesel::insert_into(certificates::table).values(row).returning(certificates::id).get_result::<CertificateId>(db)
    });
    let id = match made {
        Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => return Ok(None),
        made => made?,
    };
    let until = CERTIFICATE.stamp(tx.now()).destroy_at;
    let row = (
        facts,
        certificate_facts::certificate_id.eq(id),
        certificate_facts::participant_id.eq(participant),
        certificate_facts::destroy_at.eq(until),
    );
    diesel::insert_into(certificate_facts::table).values(row).execute(tx.db())?;
    tx.record("issued", "certificates", id.0, Some(person.0))?;
    Ok(Some(id))
}

macro_rules! facts {
    () => {
        (
            certificate_facts::number,
            certificate_facts::holder,
            certificate_facts::initial,
            certificate_facts::provider,
            certificate_facts::training,
            certificate_facts::organisation,
            certificate_facts::starts_on,
            certificate_facts::ends_on,
            certificate_facts::meetings,
            certificate_facts::attended,
            certificate_facts::study_hours,
            certificate_facts::accreditation_points,
            certificate_facts::accreditor,
            certificate_facts::issued_on,
            certificate_facts::language,
            certificate_facts::reason,
        )
    };
}

/// A certificate as its owner and staff have it.
#[derive(Debug, Clone, Queryable)]
pub struct Kept {
    /// The certificate.
    pub id: CertificateId,
    /// Counts up with each that replaces another.
    pub issue: i32,
    /// Why it was replaced, if it was.
    pub replaced_for: Option<Mended>,
    /// Whose part in which project it is about.
    pub participant: ParticipantId,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// The person.
    pub person: PersonId,
    /// Their name, as it is now.
    pub name: Name,
    /// The last moment that its data exist.
    pub destroy_at: Moment,
    /// What it says.
    pub facts: Facts,
}

macro_rules! kept {
    () => {
        certificates::table
            .inner_join(participants::table.inner_join(people::table).inner_join(projects::table))
            .inner_join(certificate_facts::table)
            .filter(people::erased_at.is_null())
            .select((
                certificates::id,
                certificates::issue,
                certificates::replaced_for,
                participants::id,
                projects::id,
                projects::name,
                people::id,
                name!(),
                certificate_facts::destroy_at,
                facts!(),
            ))
    };
}

/// The certificate `id` within `scope`, while its data exist.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope, or its time is over.
pub fn find(db: &mut Db, scope: Scope, id: CertificateId, now: Moment) -> Result<Kept> {
    let rows = kept!().filter(certificates::id.eq(id).and(certificate_facts::destroy_at.ge(now))).into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// The certificate of `participant` within `scope` that was not replaced.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn of(db: &mut Db, scope: Scope, participant: ParticipantId, now: Moment) -> Result<Kept> {
    let rows = kept!()
        .filter(participants::id.eq(participant).and(certificates::replaced_on.is_null()))
        .filter(certificate_facts::destroy_at.ge(now))
        .into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// Every certificate within `scope` that was not replaced, with the project it is for.
///
/// # Errors
/// When the database refuses.
pub fn all(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<(ProjectId, Issued)>> {
    let rows = certificates::table
        .inner_join(participants::table)
        .inner_join(certificate_facts::table)
        .filter(certificates::replaced_on.is_null().and(certificate_facts::destroy_at.ge(now)))
        .select((
            participants::project_id,
            (certificates::id, certificate_facts::number.nullable(), certificate_facts::issued_on.nullable()),
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).load(db)?)
}

/// Puts a certificate that says `facts` in the place of `old`, because of `why`. None when `old` was replaced
/// before.
///
/// # Errors
/// When the database refuses.
pub fn replace(tx: &mut Tx, old: &Kept, why: Mended, facts: &Facts) -> Result<Option<CertificateId>> {
    let today = local(tx.now()).date();
    let current = certificates::table.find(old.id).filter(certificates::replaced_on.is_null());
    let replaced = diesel::update(current)
        .set((certificates::replaced_for.eq(why), certificates::replaced_on.eq(today)))
        .execute(tx.db())?;
    if replaced == 0 {
        return Ok(None);
    }
    tx.record("replaced", "certificates", old.id.0, Some(old.person.0))?;
    issue(tx, old.participant, old.person, old.issue + 1, facts)?.map(Some).ok_or(Error::Conflict)
}

/// What is known by `number` and `letter`. It takes the same two statements whatever comes of it.
///
/// # Errors
/// When the database refuses.
pub fn check(db: &mut Db, number: &Number, letter: &str, now: Moment) -> Result<Verdict> {
    let number = number.as_str();
    type Found = (Option<Mended>, Option<chrono::NaiveDate>, Facts);
    let found: Option<Found> = certificates::table
        .inner_join(certificate_facts::table)
        .filter(certificate_facts::number.eq(number).and(certificate_facts::destroy_at.ge(now)))
        .select((certificates::replaced_for, certificates::replaced_on, facts!()))
        .first(db)
        .optional()?;
    let seals: Vec<(String, String)> = certificates::table
        .filter(certificates::bucket.eq(bucket(number)))
        .select((certificates::salt, certificates::seal))
        .load(db)?;
    let known = seals.iter().any(|(salt, sealed)| seal(salt, number, letter) == *sealed);
    Ok(match found {
        _ if !known => Verdict::Unknown,
        Some((Some(why), Some(on), _)) => Verdict::Replaced(why, on),
        Some((_, _, facts)) => Verdict::Valid(Box::new(facts)),
        None => Verdict::Destroyed,
    })
}

/// Rows in one transaction, so that others get their turn to write.
const BATCH: i64 = 200;

/// Destroys what some certificates say whose time is over at `now`, but for what is held; says how many. Their seals
/// stay, and lead to nobody.
///
/// # Errors
/// When the database refuses.
pub fn destroy_some(tx: &mut Tx, now: Moment) -> Result<usize> {
    let held = Held::at(tx.db(), now)?;
    let over = certificate_facts::table
        .inner_join(participants::table.on(participants::id.eq(certificate_facts::participant_id)))
        .filter(certificate_facts::destroy_at.lt(now))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)))
        .order(certificate_facts::id)
        .limit(BATCH)
        .select((certificate_facts::id, certificate_facts::certificate_id, participants::person_id));
    let rows: Vec<(i64, CertificateId, i64)> = over.load(tx.db())?;
    for (id, certificate, person) in &rows {
        diesel::delete(certificate_facts::table.find(id)).execute(tx.db())?;
        diesel::update(certificates::table.find(certificate))
            .set(certificates::participant_id.eq(None::<ParticipantId>))
            .execute(tx.db())?;
        // A line for what is gone: the certificate itself stays, as a seal.
        tx.record("destroyed", "certificate_facts", *id, Some(*person))?;
    }
    Ok(rows.len())
}

/// Who the person of a letter is: their name, their address now, and their language.
///
/// # Errors
/// When the database refuses.
pub fn addressee(db: &mut Db, person: PersonId) -> Result<Option<(Name, String)>> {
    let row = people::table.find(person).select((name!(), people::email)).first(db);
    Ok(row.optional()?)
}

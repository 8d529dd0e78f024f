//! All statements about papers.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};

use super::forms::NewTerms;
use super::model::{Consent, Dossier, Meeting, Part, Terms, TextId};
use crate::access::{Reach, Scope};
use crate::crm::people::{Name, name};
use crate::planning::projects::{ParticipantId, ProjectId, participants_within, projects_within};
use crate::planning::trainings::TrainingId;
use crate::platform::db::schema::{
    agreement_texts, agreements, enrolments, groups, meetings, organisations, participants, people, projects, trainings,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

diesel::alias!(people as trainer: Trainer);

macro_rules! parts {
    () => {
        participants::table
            .inner_join(people::table)
            .inner_join(projects::table.inner_join(organisations::table).inner_join(trainings::table))
            .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
            .left_join(groups::table.on(groups::id.nullable().eq(enrolments::group_id.nullable())))
            .left_join(trainer.on(trainer.field(people::id).nullable().eq(groups::trainer_id.nullable())))
            .filter(people::erased_at.is_null())
            .select((
                participants::id,
                people::id,
                name!(),
                projects::id,
                projects::name,
                organisations::name,
                trainings::id,
                trainings::name,
                projects::starts_on,
                projects::ends_on,
                trainings::study_hours,
                trainings::accreditation_points,
                trainings::accreditor,
                (groups::id, groups::name).nullable(),
                trainer.fields(name!()).nullable(),
            ))
    };
}

macro_rules! terms {
    () => {
        (
            agreement_texts::id,
            agreement_texts::version,
            agreement_texts::dutch,
            agreement_texts::english,
            agreement_texts::made_at,
        )
    };
}

/// Whose papers.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// Those of the one who asks, about this project.
    Own(ProjectId),
    /// Those of this participant.
    Participant(ParticipantId),
}

/// Everything that the papers of `whose` are made of, within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope, and for a project leader: these
/// papers are between the student and the provider.
pub fn dossier(db: &mut Db, scope: Scope, whose: Whose) -> Result<Dossier> {
    let rows = parts!().into_boxed();
    let rows = match (whose, scope.reach()) {
        (Whose::Own(project), Reach::Own(_)) => rows.filter(projects::id.eq(project)),
        (Whose::Participant(id), Reach::Taught(_) | Reach::All) => rows.filter(participants::id.eq(id)),
        _ => return Err(Error::NotFound),
    };
    let part: Part = participants_within!(rows, scope).first(db)?;
    let meetings: Vec<Meeting> = match part.group {
        Some((group, _)) => meetings::table
            .filter(meetings::group_id.eq(group).and(meetings::cancelled_at.is_null()))
            .order((meetings::starts_at, meetings::id))
            .select((meetings::starts_at, meetings::ends_at, meetings::location))
            .load(db)?,
        None => Vec::new(),
    };
    let current = current(db, part.training)?;
    let agreed: Vec<(Consent, Terms)> = agreements::table
        .inner_join(agreement_texts::table)
        .filter(agreements::participant_id.eq(part.participant))
        .order(agreement_texts::id.desc())
        .select(((agreements::language, agreements::agreed_at), terms!()))
        .load(db)?;
    Ok(Dossier { part, meetings, current, agreed })
}

/// The text that holds for `training` now.
///
/// # Errors
/// When the database refuses.
pub fn current(db: &mut Db, training: TrainingId) -> Result<Option<Terms>> {
    let newest = agreement_texts::table
        .filter(agreement_texts::training_id.eq(training))
        .order(agreement_texts::id.desc())
        .select(terms!())
        .first(db);
    Ok(newest.optional()?)
}

/// Notes that the student of `part` agrees to `text`, which they read in `language`; twice is once.
///
/// # Errors
/// When the database refuses.
pub fn agree(tx: &mut Tx, part: &Part, text: TextId, language: Lang) -> Result<()> {
    let now = tx.now();
    let row = (
        agreements::participant_id.eq(part.participant),
        agreements::text_id.eq(text),
        agreements::language.eq(language),
        agreements::agreed_at.eq(now),
    );
    // In a savepoint: another window of theirs may have sent it at the same moment.
    let made = tx.db().transaction(|db| {
        diesel::insert_into(agreements::table).values(row).returning(agreements::id).get_result::<i64>(db)
    });
    match made {
        Err(DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(()),
        made => tx.record("agreed", "agreements", made?, Some(part.person.0)),
    }
}

/// Makes `new` the text that holds for `training` from now on.
///
/// # Errors
/// When the database refuses.
pub fn set_terms(tx: &mut Tx, training: TrainingId, new: &NewTerms) -> Result<TextId> {
    let now = tx.now();
    let version = current(tx.db(), training)?.map_or(0, |terms| terms.version) + 1;
    let id: TextId = diesel::insert_into(agreement_texts::table)
        .values((
            agreement_texts::training_id.eq(training),
            agreement_texts::version.eq(version),
            agreement_texts::dutch.eq(&new.dutch),
            agreement_texts::english.eq(&new.english),
            agreement_texts::made_at.eq(now),
        ))
        .returning(agreement_texts::id)
        .get_result(tx.db())?;
    tx.record("changed", "agreement_texts", id.0, None)?;
    Ok(id)
}

/// A training in the list of agreements.
#[derive(Queryable)]
pub struct TrainingLine {
    /// The training.
    pub id: TrainingId,
    /// What it is called.
    pub name: String,
    /// The version of its text and since when that holds; none when it has no agreement.
    pub text: Option<(i32, Moment)>,
}

/// Every training, by name, with the text that holds. A scope that is not everybody's has none.
///
/// # Errors
/// When the database refuses.
pub fn catalogue(db: &mut Db, scope: Scope) -> Result<Vec<TrainingLine>> {
    if scope.reach() != Reach::All {
        return Ok(Vec::new());
    }
    let newer = diesel::alias!(agreement_texts as newer_texts);
    let later = newer
        .filter(newer.field(agreement_texts::training_id).eq(agreement_texts::training_id))
        .filter(newer.field(agreement_texts::id).gt(agreement_texts::id))
        .select(newer.field(agreement_texts::id));
    let newest = agreement_texts::training_id.eq(trainings::id).and(diesel::dsl::not(diesel::dsl::exists(later)));
    Ok(trainings::table
        .left_join(agreement_texts::table.on(newest))
        .order((trainings::name, trainings::id))
        .select((trainings::id, trainings::name, (agreement_texts::version, agreement_texts::made_at).nullable()))
        .load(db)?)
}

/// What the training `id` is called. A scope that is not everybody's has none.
///
/// # Errors
/// [`Error::NotFound`] when there is no such training.
pub fn training(db: &mut Db, scope: Scope, id: TrainingId) -> Result<String> {
    if scope.reach() != Reach::All {
        return Err(Error::NotFound);
    }
    Ok(trainings::table.find(id).select(trainings::name).first(db)?)
}

/// Somebody in the list of the papers of a project.
pub struct Holder {
    /// Their part in it.
    pub participant: ParticipantId,
    /// Their name.
    pub name: Name,
    /// The group they have a place in.
    pub group: Option<String>,
    /// The last version of the text that they agreed to, and when.
    pub agreed: Option<(i32, Moment)>,
}

/// Who takes part in `project` as far as `scope` reaches, by name, with what they agreed to last.
///
/// # Errors
/// When the database refuses.
pub fn holders(db: &mut Db, scope: Scope, project: ProjectId) -> Result<Vec<Holder>> {
    let newer = diesel::alias!(agreements as newer_agreements);
    let later = newer
        .filter(newer.field(agreements::participant_id).eq(agreements::participant_id))
        .filter(newer.field(agreements::text_id).gt(agreements::text_id))
        .select(newer.field(agreements::id));
    let last = agreements::participant_id.eq(participants::id).and(diesel::dsl::not(diesel::dsl::exists(later)));
    let rows = participants::table
        .inner_join(people::table)
        .left_join(enrolments::table.on(enrolments::participant_id.eq(participants::id)))
        .left_join(groups::table.on(groups::id.nullable().eq(enrolments::group_id.nullable())))
        .left_join(agreements::table.on(last))
        .left_join(agreement_texts::table.on(agreement_texts::id.nullable().eq(agreements::text_id.nullable())))
        .filter(participants::project_id.eq(project).and(people::erased_at.is_null()))
        .order((people::name_folded, participants::id))
        .select((
            participants::id,
            name!(),
            groups::name.nullable(),
            (agreement_texts::version.nullable(), agreements::agreed_at.nullable()),
        ))
        .into_boxed();
    type Row = (ParticipantId, Name, Option<String>, (Option<i32>, Option<Moment>));
    let rows: Vec<Row> = participants_within!(rows, scope).load(db)?;
    let holder =
        |(participant, name, group, (version, at)): Row| Holder { participant, name, group, agreed: version.zip(at) };
    Ok(rows.into_iter().map(holder).collect())
}

/// A project with the training it is of, within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn project(db: &mut Db, scope: Scope, id: ProjectId) -> Result<(ProjectId, String, TrainingId)> {
    let rows = projects::table
        .filter(projects::id.eq(id))
        .select((projects::id, projects::name, projects::training_id))
        .into_boxed();
    Ok(projects_within!(rows, scope).first(db)?)
}

//! All statements about intakes.

use diesel::prelude::*;

use super::model::{Answers, Dossier, Intake, IntakeId, Question, QuestionId, Sheet, State, Terms};
use crate::access::Scope;
use crate::crm::people::{Name, PersonId, name};
use crate::learning::actions::{self, ActionId, Kind};
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{answers, intakes, organisations, participants, people, projects, questions};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::privacy::retention;

/// The questionnaire that `action` asks for, as it stands for the student of `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope or asks for something else.
pub fn sheet(db: &mut Db, scope: Scope, action: ActionId, now: Moment) -> Result<Sheet> {
    let action = actions::assignment(db, scope, action)?;
    if action.kind != Kind::Intake {
        return Err(Error::NotFound);
    }
    // The row's own stamp decides, so that what is over stays hidden when the sweep is late.
    let current = intakes::participant_id.eq(participants::id).and(intakes::destroy_at.ge(now));
    let rows = participants::table
        .inner_join(projects::table)
        .left_join(intakes::table.on(current))
        .filter(participants::id.eq(action.participant))
        .select((
            projects::ends_on,
            (
                intakes::id,
                intakes::state,
                intakes::version,
                intakes::saved_at,
                intakes::submitted_at,
                intakes::destroy_at,
            )
                .nullable(),
        ))
        .into_boxed();
    let (ends_on, intake): (_, Option<Intake>) = participants_within!(rows, scope).first(db)?;
    let questions = asked(db, action.project)?;
    let answers = said(db, intake.as_ref())?;
    let [answers_terms, draft] = retention::policies(db, [retention::Kind::Intake, retention::Kind::IntakeDraft])?;
    Ok(Sheet { action, ends_on, terms: Terms { answers: answers_terms, draft }, intake, questions, answers })
}

/// The intake of `participant` within `scope`, with its answers once it was handed in.
///
/// # Errors
/// [`Error::NotFound`] when the participant is out of scope.
pub fn dossier(db: &mut Db, scope: Scope, participant: ParticipantId, now: Moment) -> Result<Dossier> {
    let handed_in = intakes::participant_id
        .eq(participants::id)
        .and(intakes::destroy_at.ge(now))
        .and(intakes::state.eq(State::Submitted));
    let rows = participants::table
        .inner_join(people::table)
        .inner_join(projects::table.inner_join(organisations::table))
        .left_join(intakes::table.on(handed_in))
        .filter(participants::id.eq(participant))
        .select((
            people::id,
            name!(),
            projects::id,
            projects::name,
            organisations::name,
            (
                intakes::id,
                intakes::state,
                intakes::version,
                intakes::saved_at,
                intakes::submitted_at,
                intakes::destroy_at,
            )
                .nullable(),
        ))
        .into_boxed();
    type Row = (PersonId, Name, ProjectId, String, String, Option<Intake>);
    let (person, name, project, project_name, organisation, intake): Row =
        participants_within!(rows, scope).first(db)?;
    let questions = if intake.is_some() { asked(db, project)? } else { Vec::new() };
    let answers = said(db, intake.as_ref())?;
    Ok(Dossier { person, name, project, project_name, organisation, intake, questions, answers })
}

fn asked(db: &mut Db, project: ProjectId) -> Result<Vec<Question>> {
    Ok(questions::table
        .filter(questions::project_id.eq(project))
        .order(questions::position)
        .select((
            questions::id,
            questions::kind,
            questions::prompt,
            questions::hint,
            questions::options,
            questions::required,
            questions::learning_wish,
        ))
        .load(db)?)
}

fn said(db: &mut Db, intake: Option<&Intake>) -> Result<Answers> {
    let Some(intake) = intake else { return Ok(Answers::new()) };
    let rows: Vec<(QuestionId, String)> = answers::table
        .filter(answers::intake_id.eq(intake.id))
        .select((answers::question_id, answers::words))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Saves `typed` as the draft of `sheet`, and brings `sheet` up to date.
///
/// # Errors
/// [`Error::Conflict`] when another window saved in between.
pub fn save(tx: &mut Tx, sheet: &mut Sheet, typed: &Answers) -> Result<()> {
    let (id, version) = match &sheet.intake {
        None => (begin(tx, sheet)?, 1),
        Some(_) if sheet.answers == *typed => return Ok(()),
        Some(known) => (renew(tx, sheet, known)?, known.version + 1),
    };
    for question in &sheet.questions {
        put(tx, id, question.id, sheet.answers.get(&question.id), typed.get(&question.id))?;
    }
    let (saved_at, destroy_at) = (tx.now(), sheet.terms.draft_until(sheet.ends_on, tx.now()));
    sheet.intake = Some(Intake { id, state: State::Draft, version, saved_at, submitted_at: None, destroy_at });
    sheet.answers.clone_from(typed);
    Ok(())
}

fn begin(tx: &mut Tx, sheet: &Sheet) -> Result<IntakeId> {
    let now = tx.now();
    let participant = sheet.action.participant;
    // A draft whose time is over but that was not swept yet makes place for the new one.
    let over = intakes::table.filter(intakes::participant_id.eq(participant).and(intakes::destroy_at.lt(now)));
    diesel::delete(over).execute(tx.db())?;
    Ok(diesel::insert_into(intakes::table)
        .values((
            intakes::participant_id.eq(participant),
            intakes::state.eq(State::Draft),
            intakes::version.eq(1),
            intakes::saved_at.eq(now),
            intakes::destroy_at.eq(sheet.terms.draft_until(sheet.ends_on, now)),
            intakes::policy.eq(sheet.terms.draft.version),
        ))
        .returning(intakes::id)
        .get_result(tx.db())?)
}

fn renew(tx: &mut Tx, sheet: &Sheet, known: &Intake) -> Result<IntakeId> {
    let now = tx.now();
    let same = intakes::version.eq(known.version).and(intakes::state.eq(State::Draft));
    let renewed = diesel::update(intakes::table.find(known.id).filter(same))
        .set((
            intakes::version.eq(known.version + 1),
            intakes::saved_at.eq(now),
            intakes::destroy_at.eq(sheet.terms.draft_until(sheet.ends_on, now)),
            intakes::policy.eq(sheet.terms.draft.version),
        ))
        .execute(tx.db())?;
    if renewed == 1 { Ok(known.id) } else { Err(Error::Conflict) }
}

fn put(tx: &mut Tx, intake: IntakeId, question: QuestionId, old: Option<&String>, new: Option<&String>) -> Result<()> {
    let row = answers::table.filter(answers::intake_id.eq(intake).and(answers::question_id.eq(question)));
    match (old, new) {
        (old, new) if old == new => 0,
        (_, None) => diesel::delete(row).execute(tx.db())?,
        (Some(_), Some(words)) => diesel::update(row).set(answers::words.eq(words)).execute(tx.db())?,
        (None, Some(words)) => diesel::insert_into(answers::table)
            .values((answers::intake_id.eq(intake), answers::question_id.eq(question), answers::words.eq(words)))
            .execute(tx.db())?,
    };
    Ok(())
}

/// Hands in the draft of `sheet`, for good, and completes the action that asked for it.
///
/// # Errors
/// [`Error::Conflict`] when there is no draft any more.
pub fn submit(tx: &mut Tx, sheet: &Sheet, person: PersonId) -> Result<()> {
    let now = tx.now();
    let draft = sheet.intake.as_ref().ok_or(Error::Conflict)?;
    let same = intakes::version.eq(draft.version).and(intakes::state.eq(State::Draft));
    let submitted = diesel::update(intakes::table.find(draft.id).filter(same))
        .set((
            intakes::state.eq(State::Submitted),
            intakes::version.eq(draft.version + 1),
            intakes::saved_at.eq(now),
            intakes::submitted_at.eq(now),
            intakes::destroy_at.eq(sheet.terms.kept_until(sheet.ends_on)),
            intakes::policy.eq(sheet.terms.answers.version),
        ))
        .execute(tx.db())?;
    if submitted != 1 {
        return Err(Error::Conflict);
    }
    actions::complete(tx, sheet.action.participant, sheet.action.action)?;
    tx.record("submitted", "intakes", draft.id.0, Some(person.0))
}

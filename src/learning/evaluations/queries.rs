//! All statements about evaluations as their owners fill them in. What others read is in [`results`].

pub mod results;

use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;

use super::model::{
    Answers, Evaluation, EvaluationId, Question, QuestionId, Sheet, State, Style, draft_until, kept_until,
};
use crate::access::Scope;
use crate::crm::people::PersonId;
use crate::learning::actions::{self, ActionId, Kind};
use crate::planning::groups::GroupId;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within, projects_within};
use crate::platform::db::schema::{
    enrolments, evaluation_answers, evaluation_questions, evaluation_tallies, evaluations, meetings, participants,
    projects,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::files::Key;
use crate::platform::secret;
use crate::privacy::retention::Held;

/// The questionnaire that `action` asks for, as it stands for the student of `scope`; `key` opens the draft.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope or asks for something else.
pub fn sheet(db: &mut Db, scope: Scope, action: ActionId, now: Moment, key: &Key) -> Result<Sheet> {
    let action = actions::assignment(db, scope, action)?;
    if action.kind != Kind::Evaluation {
        return Err(Error::NotFound);
    }
    // The row's own stamp decides, so that what is over stays hidden when the sweep is late.
    let current = evaluations::participant_id.eq(participants::id).and(evaluations::destroy_at.ge(now));
    let rows = participants::table
        .inner_join(projects::table)
        .left_join(enrolments::table)
        .left_join(evaluations::table.on(current))
        .filter(participants::id.eq(action.participant))
        .select((
            projects::ends_on,
            projects::evaluation,
            enrolments::group_id.nullable(),
            (evaluations::id, evaluations::state, evaluations::version, evaluations::draft, evaluations::saved_at)
                .nullable(),
        ))
        .into_boxed();
    type Row = (NaiveDate, Style, Option<GroupId>, Option<Evaluation>);
    let (ends_on, style, group, evaluation): Row = participants_within!(rows, scope).first(db)?;
    let last = match group {
        Some(group) => {
            let held = meetings::group_id.eq(group).and(meetings::cancelled_at.is_null());
            meetings::table.filter(held).select(max(meetings::ends_at)).first(db)?
        }
        None => None,
    };
    let questions = asked(db, action.project)?;
    let answers = match &evaluation {
        Some(e) if e.state == State::Submitted => said(db, e.id)?,
        Some(Evaluation { draft: Some(sealed), .. }) => opened(key, action.participant, sealed)?,
        _ => Answers::new(),
    };
    Ok(Sheet { action, style, ends_on, last, evaluation, questions, answers })
}

fn asked(db: &mut Db, project: ProjectId) -> Result<Vec<Question>> {
    Ok(evaluation_questions::table
        .filter(evaluation_questions::project_id.eq(project))
        .order(evaluation_questions::position)
        .select((
            evaluation_questions::id,
            evaluation_questions::kind,
            evaluation_questions::prompt,
            evaluation_questions::hint,
            evaluation_questions::options,
            evaluation_questions::required,
        ))
        .load(db)?)
}

fn said(db: &mut Db, evaluation: EvaluationId) -> Result<Answers> {
    let rows: Vec<(QuestionId, String)> = evaluation_answers::table
        .filter(evaluation_answers::evaluation_id.eq(evaluation))
        .select((evaluation_answers::question_id, evaluation_answers::words))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// A draft is sealed, so that neither the file nor its log holds words beside a person's number.
fn sealed(key: &Key, who: ParticipantId, answers: &Answers) -> Result<Vec<u8>> {
    let plain: Vec<(i64, &str)> = answers.iter().map(|(question, words)| (question.0, words.as_str())).collect();
    secret::seal(key, format!("evaluation {who}").as_bytes(), &serde_json::to_vec(&plain)?)
}

fn opened(key: &Key, who: ParticipantId, sealed: &[u8]) -> Result<Answers> {
    let plain = secret::unseal(key, format!("evaluation {who}").as_bytes(), sealed)?;
    let rows: Vec<(i64, String)> = serde_json::from_slice(&plain)?;
    Ok(rows.into_iter().map(|(question, words)| (QuestionId(question), words)).collect())
}

/// Saves `typed` as the draft of `sheet`, and brings `sheet` up to date.
///
/// # Errors
/// [`Error::Conflict`] when another window saved in between.
pub fn save(tx: &mut Tx, sheet: &mut Sheet, typed: &Answers, key: &Key) -> Result<()> {
    let now = tx.now();
    let (who, until) = (sheet.action.participant, draft_until(sheet.ends_on, now));
    let words = sealed(key, who, typed)?;
    let (id, version) = match &sheet.evaluation {
        Some(_) if sheet.answers == *typed => return Ok(()),
        None => {
            // A draft whose time is over but that was not swept yet makes place for the new one.
            let over = evaluations::participant_id.eq(who).and(evaluations::destroy_at.lt(now));
            diesel::delete(evaluations::table.filter(over)).execute(tx.db())?;
            let row = (
                evaluations::participant_id.eq(who),
                evaluations::state.eq(State::Draft),
                evaluations::version.eq(1),
                evaluations::draft.eq(&words),
                evaluations::saved_at.eq(now),
                evaluations::destroy_at.eq(until),
            );
            (diesel::insert_into(evaluations::table).values(row).returning(evaluations::id).get_result(tx.db())?, 1)
        }
        Some(known) => {
            let same = evaluations::version.eq(known.version).and(evaluations::state.eq(State::Draft));
            let renewed = diesel::update(evaluations::table.find(known.id).filter(same))
                .set((
                    evaluations::version.eq(known.version + 1),
                    evaluations::draft.eq(&words),
                    evaluations::saved_at.eq(now),
                    evaluations::destroy_at.eq(until),
                ))
                .execute(tx.db())?;
            if renewed != 1 {
                return Err(Error::Conflict);
            }
            (known.id, known.version + 1)
        }
    };
    let (state, saved_at) = (State::Draft, Some(now));
    sheet.evaluation = Some(Evaluation { id, state, version, draft: Some(words), saved_at });
    sheet.answers.clone_from(typed);
    Ok(())
}

/// Hands in the draft of `sheet`, for good, in the way that was promised, and completes the action that asked for it.
///
/// # Errors
/// [`Error::Conflict`] when there is no draft any more.
pub fn submit(tx: &mut Tx, sheet: &Sheet, person: PersonId) -> Result<()> {
    let now = tx.now();
    let draft = sheet.evaluation.as_ref().ok_or(Error::Conflict)?;
    let named = sheet.style == Style::Named;
    let same = evaluations::version.eq(draft.version).and(evaluations::state.eq(State::Draft));
    let submitted = diesel::update(evaluations::table.find(draft.id).filter(same))
        .set((
            evaluations::state.eq(State::Submitted),
            evaluations::version.eq(draft.version + 1),
            evaluations::draft.eq(None::<Vec<u8>>),
            evaluations::saved_at.eq(named.then_some(now)),
            evaluations::destroy_at.eq(kept_until(sheet.ends_on)),
        ))
        .execute(tx.db())?;
    if submitted != 1 {
        return Err(Error::Conflict);
    }
    let (who, action) = (sheet.action.participant, sheet.action.action);
    if !named {
        results::hand_in_without_name(tx, sheet.action.project, &sheet.answers)?;
        // The same moment for everybody in the group, and no line in the register: when somebody handed in could
        // tell which answers are theirs.
        return actions::complete_at(tx, who, action, sheet.opens_at());
    }
    for (question, words) in &sheet.answers {
        diesel::insert_into(evaluation_answers::table)
            .values((
                evaluation_answers::evaluation_id.eq(draft.id),
                evaluation_answers::question_id.eq(question),
                evaluation_answers::words.eq(words),
            ))
            .execute(tx.db())?;
    }
    actions::complete(tx, who, action)?;
    tx.record("submitted", "evaluations", draft.id.0, Some(person.0))
}

/// What `project` promises about names, and whether somebody has begun to rely on it.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn style(db: &mut Db, scope: Scope, project: ProjectId) -> Result<(Style, bool)> {
    let rows = projects::table.filter(projects::id.eq(project)).select(projects::evaluation).into_boxed();
    let style = projects_within!(rows, scope).first(db)?;
    let begun = evaluations::table
        .inner_join(participants::table)
        .filter(participants::project_id.eq(project))
        .select(evaluations::id);
    let handed_in = evaluation_tallies::table.find(project).select(evaluation_tallies::project_id);
    let begun: bool = diesel::select(diesel::dsl::exists(begun)).get_result(db)?;
    let handed_in: bool = diesel::select(diesel::dsl::exists(handed_in)).get_result(db)?;
    Ok((style, begun || handed_in))
}

/// Makes `wanted` what `project` promises; false when that would break a promise somebody relies on.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn set_style(tx: &mut Tx, scope: Scope, project: ProjectId, wanted: Style) -> Result<bool> {
    let (now, settled) = style(tx.db(), scope, project)?;
    if now != wanted && !settled {
        diesel::update(projects::table.find(project)).set(projects::evaluation.eq(wanted)).execute(tx.db())?;
    }
    Ok(now == wanted || !settled)
}

/// Rows in one transaction, so that others get their turn to write.
pub(super) const BATCH: i64 = 200;

/// Destroys some evaluations whose time is over at `now`, but for what is held; says how many.
///
/// # Errors
/// When the database refuses.
pub fn destroy_some(tx: &mut Tx, now: Moment) -> Result<usize> {
    let held = Held::at(tx.db(), now)?;
    let rows: Vec<(EvaluationId, i64)> = evaluations::table
        .inner_join(participants::table)
        .filter(evaluations::destroy_at.lt(now))
        .filter(participants::person_id.ne_all(held.people).and(participants::project_id.ne_all(held.projects)))
        .order(evaluations::id)
        .limit(BATCH)
        .select((evaluations::id, participants::person_id))
        .load(tx.db())?;
    for (id, person) in &rows {
        diesel::delete(evaluations::table.find(id)).execute(tx.db())?;
        tx.record("destroyed", "evaluations", id.0, Some(*person))?;
    }
    Ok(rows.len())
}

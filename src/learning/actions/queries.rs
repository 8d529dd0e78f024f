//! All statements about actions and what was done of them.

use diesel::prelude::*;

use super::{ActionId, Assignment, Kind, Undertaking};
use crate::access::{Reach, Scope};
use crate::learning::intakes;
use crate::learning::tests::{Release, Stage, State};
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{self, actions, completions, participants, test_attempts, tests};
use crate::platform::db::{Db, Moment, Tx, each_backend};
use crate::platform::error::Result;

/// The action `id` as it stands for the participant within `scope`, who is to be the one that asks: of anybody else
/// what was done may be over (see [`progress`](super::progress)).
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is out of scope.
pub fn assignment(db: &mut Db, scope: Scope, id: ActionId) -> Result<Assignment> {
    let rows = actions::table
        .inner_join(participants::table.on(participants::project_id.eq(actions::project_id)))
        .left_join(
            completions::table
                .on(completions::action_id.eq(actions::id).and(completions::participant_id.eq(participants::id))),
        )
        .filter(actions::id.eq(id))
        .select((
            actions::id,
            actions::project_id,
            participants::id,
            actions::position,
            actions::kind,
            actions::title,
            actions::description,
            actions::preparation,
            actions::minutes,
            actions::due_on,
            completions::done_at.nullable(),
        ))
        .into_boxed();
    Ok(participants_within!(rows, scope).first(db)?)
}

/// The attempt at a test that says how far somebody is, of which there is one at most: a draft, what waits for its
/// reader or for its result to be shown, or the last one that there was, which did not pass.
macro_rules! that_matters {
    ($now:expr) => {{
        let kept = test_attempts::state.eq(State::Draft).and(test_attempts::destroy_at.ge($now).assume_not_null());
        let unseen = tests::result.eq(Release::ByStaff).and(tests::released_at.is_null());
        let spent = test_attempts::number.ge(tests::attempts).and(test_attempts::passed.eq(false).assume_not_null());
        let marked = test_attempts::state.eq(State::Marked).and(unseen.or(spent));
        test_attempts::test_id
            .eq(tests::id)
            .and(test_attempts::participant_id.eq(participants::id))
            .and(kept.or(test_attempts::state.eq(State::Submitted)).or(marked))
    }};
}

/// Every action of `participant`, who is the student of `scope`, in order, with the draft of the intake if there
/// is one. For any other scope there is nothing.
///
/// # Errors
/// When the database refuses.
pub fn undertakings(db: &mut Db, scope: Scope, participant: ParticipantId, now: Moment) -> Result<Vec<Undertaking>> {
    let Reach::Own(person) = scope.reach() else { return Ok(Vec::new()) };
    let draft = schema::intakes::participant_id
        .eq(participants::id)
        .and(schema::intakes::state.eq(intakes::State::Draft))
        .and(schema::intakes::destroy_at.ge(now))
        .and(actions::kind.eq(Kind::Intake));
    let rows = actions::table
        .inner_join(participants::table.on(participants::project_id.eq(actions::project_id)))
        .left_join(
            completions::table
                .on(completions::action_id.eq(actions::id).and(completions::participant_id.eq(participants::id))),
        )
        .left_join(schema::intakes::table.on(draft))
        .left_join(tests::table.on(tests::action_id.eq(actions::id.nullable())))
        .left_join(test_attempts::table.on(that_matters!(now)))
        .filter(participants::id.eq(participant).and(participants::person_id.eq(person)))
        .order(actions::position)
        .select((
            (
                actions::id,
                actions::project_id,
                participants::id,
                actions::position,
                actions::kind,
                actions::title,
                actions::description,
                actions::preparation,
                actions::minutes,
                actions::due_on,
                completions::done_at.nullable(),
            ),
            schema::intakes::saved_at.nullable(),
            tests::open.nullable(),
            (test_attempts::state, test_attempts::saved_at).nullable(),
        ));
    type Row = (Assignment, Option<Moment>, Option<bool>, Option<(State, Moment)>);
    let rows: Vec<Row> = each_backend!(db, c => rows.load(c))?;
    let undertaking = |(assignment, draft, open, attempt): Row| {
        let stage = |open| match attempt {
            Some((State::Draft, at)) => Stage::Begun(at),
            Some((State::Submitted, _)) => Stage::Waits,
            Some((State::Marked, _)) => Stage::Spent,
            None if open => Stage::Ready,
            None => Stage::Shut,
        };
        let test = open.map(stage);
        let begun = test.and_then(|stage| if let Stage::Begun(at) = stage { Some(at) } else { None });
        Undertaking { assignment, draft: draft.or(begun), test }
    };
    Ok(rows.into_iter().map(undertaking).collect())
}

/// Notes that `participant` did `action`; doing it twice is doing it once.
///
/// # Errors
/// When the database refuses.
pub fn complete(tx: &mut Tx, participant: ParticipantId, action: ActionId) -> Result<()> {
    let now = tx.now();
    complete_at(tx, participant, action, now)
}

/// The same, as of a moment that is not now: for what must not be told by the time at which it was done.
///
/// # Errors
/// When the database refuses.
pub fn complete_at(tx: &mut Tx, participant: ParticipantId, action: ActionId, at: Moment) -> Result<()> {
    let done = completions::participant_id.eq(participant).and(completions::action_id.eq(action));
    let known = completions::table.filter(done).select(completions::id);
    if diesel::select(diesel::dsl::exists(known)).get_result(tx.db())? {
        return Ok(());
    }
    diesel::insert_into(completions::table)
        .values((
            completions::participant_id.eq(participant),
            completions::action_id.eq(action),
            completions::done_at.eq(at),
        ))
        .execute(tx.db())?;
    Ok(())
}

/// Notes that `action` is open again for `participant`.
///
/// # Errors
/// When the database refuses.
pub fn reopen(tx: &mut Tx, participant: ParticipantId, action: ActionId) -> Result<()> {
    let done = completions::participant_id.eq(participant).and(completions::action_id.eq(action));
    diesel::delete(completions::table.filter(done)).execute(tx.db())?;
    Ok(())
}

/// Notes that `participant` has a place in a group, or has none any more: choosing one is then done, or open.
///
/// # Errors
/// When the database refuses.
pub fn enrolled(tx: &mut Tx, participant: ParticipantId, placed: bool) -> Result<()> {
    let choosing: Vec<ActionId> = actions::table
        .inner_join(participants::table.on(participants::project_id.eq(actions::project_id)))
        .filter(participants::id.eq(participant).and(actions::kind.eq(Kind::Enrolment)))
        .select(actions::id)
        .load(tx.db())?;
    for action in choosing {
        if placed { complete(tx, participant, action)? } else { reopen(tx, participant, action)? }
    }
    Ok(())
}

/// The actions of this kind in `project`.
///
/// # Errors
/// When the database refuses.
pub fn of_kind(db: &mut Db, project: ProjectId, kind: Kind) -> Result<Vec<ActionId>> {
    let same = actions::project_id.eq(project).and(actions::kind.eq(kind));
    Ok(actions::table.filter(same).order(actions::position).select(actions::id).load(db)?)
}

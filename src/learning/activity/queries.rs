//! All statements about activity. What was done and what was opened is read where it stands; only sign-ins and
//! sittings are written here.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};

use super::lately::last_seen;
use super::model::{Event, LEFT_OUT, Next, Opening, SignIn, Sitting, Standing, Task, Trace, What};
use super::visits::Step;
use crate::access::accounts::AccountId;
use crate::access::{Reach, Scope};
use crate::crm::people::{Name, PersonId, name};
use crate::learning::actions::Kind;
use crate::planning::projects::{ParticipantId, ProjectId, participants_within};
use crate::platform::clock::{end_of_day, from_local};
use crate::platform::db::schema::{
    accounts, actions, completions, material_openings, materials, organisations, participants, people, projects,
    sign_ins, sittings,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;
use crate::platform::web::Paging;
use crate::privacy::retention::active_since;

/// Lines on one page of a list.
const PAGE: i64 = 50;

/// Notes that `account` signed in at `at`, if it is of somebody who takes part in a training. Of others the register
/// says so and nothing more is asked for.
///
/// # Errors
/// When the database refuses.
pub fn signed_in(
    db: &mut Db,
    account: AccountId,
    at: Moment,
    address: Option<String>,
    browser: Option<String>,
) -> Result<()> {
    let takes_part = accounts::table
        .inner_join(people::table.inner_join(participants::table))
        .filter(accounts::id.eq(account))
        .select(participants::id);
    if takes_part.first::<ParticipantId>(db).optional()?.is_none() {
        return Ok(());
    }
    diesel::insert_into(sign_ins::table)
        .values((
            sign_ins::account_id.eq(account),
            sign_ins::at.eq(at),
            sign_ins::address.eq(address),
            sign_ins::browser.eq(browser),
        ))
        .execute(db)?;
    Ok(())
}

/// How `step` stands for `participant`; none when of such a step no times are kept.
pub fn standing(db: &mut Db, participant: ParticipantId, step: Step) -> Result<Option<Standing>> {
    let done = completions::action_id.eq(actions::id).and(completions::participant_id.eq(participant));
    let sat = sittings::action_id.eq(actions::id).and(sittings::participant_id.eq(participant));
    let rows = actions::table
        .left_join(completions::table.on(done))
        .left_join(sittings::table.on(sat))
        .filter(actions::kind.ne_all(LEFT_OUT))
        .order(sittings::number.desc())
        .select((
            actions::id,
            completions::id.nullable().is_not_null(),
            (sittings::id, sittings::number, sittings::worked_until).nullable(),
        ))
        .into_boxed();
    let rows = match step {
        Step::Action(action) => rows.filter(actions::id.eq(action)),
        Step::Choosing(project) => rows.filter(actions::project_id.eq(project).and(actions::kind.eq(Kind::Enrolment))),
    };
    Ok(rows.first(db).optional()?)
}

/// Notes that `participant` is at `step` now.
///
/// # Errors
/// [`Error::Conflict`](crate::platform::error::Error::Conflict) when another request notes the same at this moment;
/// then that one does.
pub fn sit(tx: &mut Tx, participant: ParticipantId, step: Step) -> Result<()> {
    let now = tx.now();
    let Some(standing) = standing(tx.db(), participant, step)? else { return Ok(()) };
    match standing.next(now) {
        Next::Nothing => {}
        Next::GoesOn(sitting) => {
            diesel::update(sittings::table.find(sitting).filter(sittings::worked_until.lt(now)))
                .set(sittings::worked_until.eq(now))
                .execute(tx.db())?;
        }
        Next::Anew(number) => {
            diesel::insert_into(sittings::table)
                .values((
                    sittings::participant_id.eq(participant),
                    sittings::action_id.eq(standing.action),
                    sittings::number.eq(number),
                    sittings::began_at.eq(now),
                    sittings::worked_until.eq(now),
                ))
                .execute(tx.db())?;
        }
    }
    Ok(())
}

/// A participant whose activity is followed.
#[derive(Debug, Clone)]
pub struct Followed {
    /// Their part in the project.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The project.
    pub project: ProjectId,
    /// What it is called.
    pub project_name: String,
    /// The client.
    pub organisation: String,
    /// When they were last active.
    pub seen_at: Option<Moment>,
    bounds: Bounds,
}

/// From when on something may be seen of somebody, and until when of their sign-ins: those of the time of the project.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    progress: Moment,
    sign_ins: Moment,
    until: Moment,
}

/// The participant `id` within `scope`.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when they are out of scope.
pub fn followed(db: &mut Db, scope: Scope, id: ParticipantId) -> Result<Followed> {
    type Dates = (Moment, chrono::NaiveDate, chrono::NaiveDate);
    type Row = (PersonId, Name, ProjectId, String, String, Option<Moment>, Dates, (bool, bool));
    let horizon = scope.horizon();
    let lasts = |since: Moment| participants::created_at.ge(since).or(active_since!(participants::person_id, since));
    let rows = participants::table
        .inner_join(people::table)
        .inner_join(projects::table.inner_join(organisations::table))
        .filter(participants::id.eq(id))
        .select((
            people::id,
            name!(),
            projects::id,
            projects::name,
            organisations::name,
            last_seen!(people::id, scope),
            (participants::created_at, projects::starts_on, projects::ends_on),
            (lasts(horizon.progress), lasts(horizon.sign_ins)),
        ))
        .into_boxed();
    let (person, name, project, project_name, organisation, seen_at, dates, lasting): Row =
        participants_within!(rows, scope).first(db)?;
    let (entered, starts_on, ends_on) = dates;
    let ever = Moment::new(chrono::NaiveDateTime::default());
    let from = entered.min(from_local(starts_on.and_time(chrono::NaiveTime::MIN)));
    let bounds = Bounds {
        progress: if lasting.0 { ever } else { horizon.progress },
        sign_ins: if lasting.1 { from } else { from.max(horizon.sign_ins) },
        until: end_of_day(ends_on),
    };
    Ok(Followed { participant: id, person, name, project, project_name, organisation, seen_at, bounds })
}

/// What `whose` parts ask, in order, and when each was done.
fn tasks(db: &mut Db, whose: &[ParticipantId], since: Moment) -> Result<Vec<Task>> {
    let done = completions::action_id
        .eq(actions::id)
        .and(completions::participant_id.eq(participants::id))
        .and(completions::done_at.ge(since));
    Ok(actions::table
        .inner_join(participants::table.on(participants::project_id.eq(actions::project_id)))
        .left_join(completions::table.on(done))
        .filter(participants::id.eq_any(whose.to_vec()).and(actions::kind.ne_all(LEFT_OUT)))
        .order((participants::id, actions::position))
        .select((participants::id, actions::id, actions::position, actions::title, completions::done_at.nullable()))
        .load(db)?)
}

fn sat(db: &mut Db, whose: &[ParticipantId], since: Moment) -> Result<Vec<Sitting>> {
    Ok(sittings::table
        .filter(sittings::participant_id.eq_any(whose.to_vec()).and(sittings::began_at.ge(since)))
        .order((sittings::participant_id, sittings::action_id, sittings::number))
        .select((sittings::participant_id, sittings::action_id, sittings::began_at, sittings::worked_until))
        .load(db)?)
}

/// What is asked of somebody who is followed, and when they worked at it.
///
/// # Errors
/// When the database refuses.
pub fn work(db: &mut Db, of: &Followed) -> Result<(Vec<Task>, Vec<Sitting>)> {
    let whose = [of.participant];
    Ok((tasks(db, &whose, of.bounds.progress)?, sat(db, &whose, of.bounds.progress)?))
}

/// Everything the student of `scope` did in `parts`, which are theirs: what is asked, when they worked at it, and what
/// they opened, the latest first. For any other scope there is nothing.
///
/// # Errors
/// When the database refuses.
pub fn own_work(db: &mut Db, scope: Scope, parts: &[ParticipantId]) -> Result<(Vec<Task>, Vec<Sitting>, Vec<Opening>)> {
    let Reach::Own(person) = scope.reach() else { return Ok((Vec::new(), Vec::new(), Vec::new())) };
    let ever = Moment::new(chrono::NaiveDateTime::default());
    let opened = material_openings::table
        .inner_join(participants::table)
        .inner_join(materials::table.on(materials::id.eq(material_openings::material_id)))
        .filter(participants::person_id.eq(person).and(participants::id.eq_any(parts.to_vec())))
        .order((material_openings::opened_at.desc(), material_openings::id.desc()))
        .select((participants::id, materials::id, materials::title, material_openings::opened_at))
        .load(db)?;
    Ok((tasks(db, parts, ever)?, sat(db, parts, ever)?, opened))
}

#[derive(QueryableByName)]
struct EventRow {
    #[diesel(sql_type = Text)]
    what: String,
    #[diesel(sql_type = Timestamp)]
    happened_at: Moment,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// Four tables in one list; `{left_out}` are the kinds of which no times are shown.
const EVENTS: &str = "SELECT what, happened_at, title, COUNT(*) OVER () AS total FROM ( \
     SELECT 'signed_in' AS what, s.at AS happened_at, '' AS title FROM sign_ins s \
       JOIN accounts a ON a.id = s.account_id WHERE a.person_id = $1 AND s.at >= $2 AND s.at <= $3 \
     UNION ALL SELECT 'began', t.began_at, x.title FROM sittings t JOIN actions x ON x.id = t.action_id \
       WHERE t.participant_id = $4 AND t.number = 1 AND t.began_at >= $5 \
     UNION ALL SELECT 'done', c.done_at, x.title FROM completions c JOIN actions x ON x.id = c.action_id \
       WHERE c.participant_id = $4 AND c.done_at >= $5 AND x.kind NOT IN ({left_out}) \
     UNION ALL SELECT 'opened', o.opened_at, m.title FROM material_openings o JOIN materials m ON m.id = o.material_id \
       WHERE o.participant_id = $4 AND o.opened_at >= $5 \
     ) e ORDER BY happened_at DESC, what DESC, title LIMIT $6 OFFSET $7";

/// What somebody who is followed did, the latest first, and where in the list that is.
///
/// # Errors
/// When the database refuses.
pub fn events(db: &mut Db, of: &Followed, page: i64) -> Result<(Vec<Event>, Paging)> {
    let page = page.max(1);
    let left_out = LEFT_OUT.map(|kind| format!("'{}'", kind.as_str())).join(", ");
    let rows: Vec<EventRow> = sql_query(EVENTS.replace("{left_out}", &left_out))
        .bind::<BigInt, _>(of.person.0)
        .bind::<Timestamp, _>(of.bounds.sign_ins)
        .bind::<Timestamp, _>(of.bounds.until)
        .bind::<BigInt, _>(of.participant.0)
        .bind::<Timestamp, _>(of.bounds.progress)
        .bind::<BigInt, _>(PAGE)
        .bind::<BigInt, _>((page - 1).saturating_mul(PAGE))
        .load(db)?;
    let total = rows.first().map_or(0, |row| row.total);
    if total == 0 && page > 1 {
        // Past the end nothing says how long the list is.
        return events(db, of, 1);
    }
    let event = |row: EventRow| Some(Event { what: What::parse(&row.what)?, at: row.happened_at, title: row.title });
    Ok((rows.into_iter().filter_map(event).collect(), Paging::of(page, PAGE, total)))
}

#[derive(QueryableByName)]
struct SignInRow {
    #[diesel(sql_type = Timestamp)]
    happened_at: Moment,
    #[diesel(sql_type = Nullable<Text>)]
    address: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    browser: Option<String>,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// When the student of `scope` signed in, the latest first, and where in the list that is. For any other scope there is
/// nothing.
///
/// # Errors
/// When the database refuses.
pub fn own_sign_ins(db: &mut Db, scope: Scope, page: i64) -> Result<(Vec<SignIn>, Paging)> {
    let page = page.max(1);
    let Reach::Own(person) = scope.reach() else { return Ok((Vec::new(), Paging::of(1, PAGE, 0))) };
    let asked = "SELECT s.at AS happened_at, s.address, s.browser, COUNT(*) OVER () AS total FROM sign_ins s \
         JOIN accounts a ON a.id = s.account_id WHERE a.person_id = $1 ORDER BY s.at DESC, s.id DESC LIMIT $2 OFFSET $3";
    let rows: Vec<SignInRow> = sql_query(asked)
        .bind::<BigInt, _>(person.0)
        .bind::<BigInt, _>(PAGE)
        .bind::<BigInt, _>((page - 1).saturating_mul(PAGE))
        .load(db)?;
    let total = rows.first().map_or(0, |row| row.total);
    if total == 0 && page > 1 {
        return own_sign_ins(db, scope, 1);
    }
    let horizon = scope.horizon();
    let sign_in = |row: SignInRow| SignIn {
        at: row.happened_at,
        address: Trace::of(row.address, row.happened_at, horizon.addresses),
        browser: Trace::of(row.browser, row.happened_at, horizon.browsers),
    };
    Ok((rows.into_iter().map(sign_in).collect(), Paging::of(page, PAGE, total)))
}

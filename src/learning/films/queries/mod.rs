//! What students ask of films. Which films reach them, material says: what it found is the proof. What staff do with
//! films stands in `desk.rs`.

pub mod desk;

use diesel::prelude::*;

use super::model::{Film, Watching};
use super::stretches::Stretches;
use crate::access::{Reach, Scope};
use crate::learning::material::{self, Given, MaterialId, Opened};
use crate::planning::projects::ParticipantId;
use crate::platform::db::schema::{film_captions, film_watchings, films, participants};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

/// How far somebody is, as the row has it.
type WatchingRow = (i32, String, i32, bool, Moment, Moment, Option<Moment>);

macro_rules! watching_columns {
    () => {
        (
            film_watchings::left_off,
            film_watchings::stretches,
            film_watchings::spare,
            film_watchings::own_word,
            film_watchings::started_at,
            film_watchings::reported_at,
            film_watchings::counted_at,
        )
    };
}

fn watching(row: WatchingRow, length: i32) -> Watching {
    let (left_off, stretches, spare, own_word, started_at, reported_at, counted_at) = row;
    let stretches = Stretches::parse(&stretches, length);
    Watching { left_off, stretches, spare, own_word, started_at, reported_at, counted_at }
}

/// A film in the list of a student.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What material says of it.
    pub given: Given,
    /// How long it takes, in seconds.
    pub seconds: i32,
    /// How far they are with it.
    pub watching: Option<Watching>,
}

/// The films that the student of `scope` may watch at `now`, in the order of the shelves. For any other scope there is
/// nothing.
///
/// # Errors
/// When the database refuses.
pub fn given(db: &mut Db, scope: Scope, now: Moment) -> Result<Vec<Listed>> {
    let Reach::Own(person) = scope.reach() else { return Ok(Vec::new()) };
    type Row = (MaterialId, Option<i32>, Option<(ParticipantId, WatchingRow)>);
    let given = material::given(db, scope, true, now)?;
    let own = participants::table.filter(participants::person_id.eq(person)).select(participants::id);
    let theirs = film_watchings::material_id.eq(films::material_id).and(film_watchings::participant_id.eq_any(own));
    let rows: Vec<Row> = films::table
        .left_join(film_watchings::table.on(theirs))
        .filter(films::material_id.eq_any(given.iter().map(|given| given.id).collect::<Vec<_>>()))
        .select((films::material_id, films::seconds, (film_watchings::participant_id, watching_columns!()).nullable()))
        .load(db)?;
    let listed = |given: Given| {
        let seconds = rows.iter().find(|row| row.0 == given.id)?.1?;
        let mut seen = rows.iter().filter(|row| row.0 == given.id).filter_map(|row| row.2.as_ref());
        let own = seen.find(|(participant, _)| *participant == given.participant);
        let watching = own.map(|(_, row)| watching(row.clone(), seconds.saturating_mul(1000)));
        Some(Listed { given, seconds, watching })
    };
    Ok(given.into_iter().filter_map(listed).collect())
}

/// What `opened` is as a film.
///
/// # Errors
/// [`Error::NotFound`] when it is none, or nobody said yet how long it takes.
pub fn film(db: &mut Db, opened: &Opened) -> Result<Film> {
    let rows: Vec<(Option<i32>, i32, Option<Lang>)> = films::table
        .left_join(film_captions::table)
        .filter(films::material_id.eq(opened.id))
        .order(film_captions::language.desc())
        .select((films::seconds, films::share, film_captions::language.nullable()))
        .load(db)?;
    let Some((Some(seconds), share, _)) = rows.first().copied() else { return Err(Error::NotFound) };
    Ok(Film { seconds, share, captions: rows.into_iter().filter_map(|row| row.2).collect() })
}

/// How far whoever opened `opened` is with it, a film of `film`; nothing when they did not begin.
///
/// # Errors
/// When the database refuses.
pub fn watched(db: &mut Db, opened: &Opened, film: &Film) -> Result<Option<Watching>> {
    Ok(found(db, opened, film)?.map(|(_, _, watching)| watching))
}

fn found(db: &mut Db, opened: &Opened, film: &Film) -> Result<Option<(i64, String, Watching)>> {
    let mine = film_watchings::material_id.eq(opened.id).and(film_watchings::participant_id.eq(opened.participant));
    let row: Option<(i64, WatchingRow)> =
        film_watchings::table.filter(mine).select((film_watchings::id, watching_columns!())).first(db).optional()?;
    Ok(row.map(|(id, row)| (id, row.1.clone(), watching(row, film.length()))))
}

/// The captions of `opened` in `lang`.
///
/// # Errors
/// [`Error::NotFound`] when there are none.
pub fn captions(db: &mut Db, opened: &Opened, lang: Lang) -> Result<String> {
    let wanted = film_captions::material_id.eq(opened.id).and(film_captions::language.eq(lang));
    Ok(film_captions::table.filter(wanted).select(film_captions::body).first(db)?)
}

/// Lets `change` say how far whoever opened `opened` is with it; when it counts as seen its step is done. Says how far
/// they are then.
///
/// # Errors
/// [`Error::Conflict`] when another window of theirs did the same at this moment.
pub fn watch(
    tx: &mut Tx,
    opened: &Opened,
    film: &Film,
    change: impl FnOnce(&mut Watching, Moment),
) -> Result<Watching> {
    let now = tx.now();
    let known = found(tx.db(), opened, film)?;
    let begun = || Watching::begun(opened.opened_at.unwrap_or(now));
    let mut watching = known.as_ref().map_or_else(begun, |(_, _, watching)| watching.clone());
    let counted = watching.counted_at.is_some();
    change(&mut watching, now);
    let values = (
        film_watchings::left_off.eq(watching.left_off),
        film_watchings::stretches.eq(watching.stretches.to_string()),
        film_watchings::watched.eq(watching.watched()),
        film_watchings::spare.eq(watching.spare),
        film_watchings::own_word.eq(watching.own_word),
        film_watchings::reported_at.eq(watching.reported_at),
        film_watchings::counted_at.eq(watching.counted_at),
    );
    let id = match known {
        Some((id, stretches, _)) => {
            let same = film_watchings::id.eq(id).and(film_watchings::stretches.eq(stretches));
            if diesel::update(film_watchings::table.filter(same)).set(values).execute(tx.db())? != 1 {
                return Err(Error::Conflict);
            }
            id
        }
        None => diesel::insert_into(film_watchings::table)
            .values((
                film_watchings::material_id.eq(opened.id),
                film_watchings::participant_id.eq(opened.participant),
                film_watchings::started_at.eq(watching.started_at),
                values,
            ))
            .returning(film_watchings::id)
            .get_result(tx.db())?,
    };
    if watching.own_word && !counted {
        tx.record("confirmed", "film_watchings", id, Some(opened.person.0))?;
    }
    if watching.counted_at.is_some() {
        material::complete(tx, opened)?;
    }
    Ok(watching)
}

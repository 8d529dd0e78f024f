//! What staff do with films, and how far people are with them.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::access::Scope;
use crate::crm::people::Name;
use crate::learning::films::model::percent;
use crate::learning::material::{self, Content, Details, MaterialId, Piece, Shelf};
use crate::learning::uploads::NewFile;
use crate::planning::projects::{self as planned, Facts, ParticipantId, ProjectId, participants_within};
use crate::platform::db::schema::{film_captions, film_watchings, films, materials, participants, people, projects};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::web::Paging;
use crate::privacy::retention::active_since;

/// How much of a film makes it seen, in hundredths, until staff say something else.
pub const SHARE: i32 = 80;
/// People on one page.
const PER_PAGE: i64 = 50;

/// What a film has besides what all material has, as staff keep it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// How long it takes, in seconds; nobody can watch it until that is known.
    pub seconds: Option<i32>,
    /// How much of it makes it seen, in hundredths.
    pub share: i32,
    /// The captions, by language.
    pub captions: Vec<(Lang, String)>,
}

impl Kept {
    /// The captions in `lang`.
    pub fn captions(&self, lang: Lang) -> Option<&str> {
        self.captions.iter().find(|(known, _)| *known == lang).map(|(_, text)| text.as_str())
    }
}

/// A film that is to be put on a shelf.
#[derive(Debug, Clone)]
pub struct NewFilm {
    /// The file.
    pub file: NewFile,
    /// How much of it makes it seen, in hundredths.
    pub share: i32,
    /// The captions, by language.
    pub captions: Vec<(Lang, String)>,
}

/// Puts a new film at the end of a shelf.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut Tx, shelf: Shelf, details: &Details, film: &NewFilm) -> Result<MaterialId> {
    let id = material::insert(tx, shelf, details, &Content::File(film.file.clone()))?;
    diesel::insert_into(films::table)
        .values((films::material_id.eq(id), films::seconds.eq(film.file.seconds), films::share.eq(film.share)))
        .execute(tx.db())?;
    put_captions(tx, id, &film.captions)?;
    Ok(id)
}

fn put_captions(tx: &mut Tx, id: MaterialId, captions: &[(Lang, String)]) -> Result<()> {
    diesel::delete(film_captions::table.filter(film_captions::material_id.eq(id))).execute(tx.db())?;
    for (lang, text) in captions {
        diesel::insert_into(film_captions::table)
            .values((film_captions::material_id.eq(id), film_captions::language.eq(lang), film_captions::body.eq(text)))
            .execute(tx.db())?;
    }
    Ok(())
}

/// What is known of `piece` as a film.
///
/// # Errors
/// [`NotFound`](crate::platform::error::Error::NotFound) when it is none.
pub fn kept(db: &mut Db, piece: &Piece) -> Result<Kept> {
    let (seconds, share) =
        films::table.filter(films::material_id.eq(piece.id)).select((films::seconds, films::share)).first(db)?;
    let captions = film_captions::table
        .filter(film_captions::material_id.eq(piece.id))
        .order(film_captions::language.desc())
        .select((film_captions::language, film_captions::body))
        .load(db)?;
    Ok(Kept { seconds, share, captions })
}

/// Changes a film, of which `known` stood on the page.
///
/// # Errors
/// [`Conflict`](crate::platform::error::Error::Conflict) when somebody else changed it after `piece` was looked at.
pub fn update(tx: &mut Tx, piece: &Piece, details: &Details, (known, film): (&Kept, &Kept)) -> Result<()> {
    material::update(tx, piece, details, known != film)?;
    diesel::update(films::table.filter(films::material_id.eq(piece.id)))
        .set((films::seconds.eq(film.seconds), films::share.eq(film.share)))
        .execute(tx.db())?;
    put_captions(tx, piece.id, &film.captions)
}

/// A film in the table of a project.
#[derive(Debug, Clone, Queryable)]
pub struct Column {
    /// The film.
    pub id: MaterialId,
    /// What it is called.
    pub title: String,
    /// How long it takes, in seconds.
    pub seconds: Option<i32>,
    /// How much of it makes it seen, in hundredths.
    pub share: i32,
}

/// How far somebody is with a film.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// How much they saw, in hundredths.
    pub percent: i64,
    /// Since when it counts as seen.
    pub counted_at: Option<Moment>,
    /// Whether that is their own word.
    pub own_word: bool,
}

/// Somebody in the table of a project.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who.
    pub name: Name,
    /// For each film how far they are; nothing when they did not begin.
    pub cells: Vec<Option<Cell>>,
}

impl Line {
    /// How far they are with each of `films`.
    pub fn with<'a>(&'a self, films: &'a [Column]) -> impl Iterator<Item = (&'a Column, &'a Option<Cell>)> {
        films.iter().zip(&self.cells)
    }
}

/// How far the people of a project are with its films.
#[derive(Debug, Clone)]
pub struct Table {
    /// The project.
    pub facts: Facts,
    /// Its films, in the order of the shelves.
    pub films: Vec<Column>,
    /// The people on this page, by name.
    pub lines: Vec<Line>,
    /// Which page it is.
    pub paging: Paging,
}

/// How far the people of `project` within `scope` are with its films; those on page `page`.
///
/// # Errors
/// [`NotFound`](crate::platform::error::Error::NotFound) when the project is out of scope.
pub fn overview(db: &mut Db, scope: Scope, project: ProjectId, page: i64) -> Result<Table> {
    type Row = (ParticipantId, MaterialId, i32, Option<Moment>, bool);
    let facts = planned::facts(db, scope, project)?;
    let films: Vec<Column> = films::table
        .inner_join(materials::table)
        .inner_join(
            projects::table.on(materials::project_id
                .eq(projects::id.nullable())
                .or(materials::training_id.eq(projects::training_id.nullable()))),
        )
        .filter(projects::id.eq(project).and(materials::portal_until.is_null()))
        .order((materials::project_id.is_not_null(), materials::position, materials::id))
        .select((materials::id, materials::title, films::seconds, films::share))
        .load(db)?;
    let of_project = || participants::table.inner_join(people::table).filter(participants::project_id.eq(project));
    let total = participants_within!(of_project().select(count_star()).into_boxed(), scope).first(db)?;
    let paging = Paging::of(page, PER_PAGE, total);
    let rows = of_project()
        .order((people::name_folded, participants::id))
        .limit(PER_PAGE)
        .offset(paging.offset())
        .select((participants::id, Name::as_select()))
        .into_boxed();
    let people: Vec<(ParticipantId, Name)> = participants_within!(rows, scope).load(db)?;
    let since = scope.horizon().progress;
    let lasts = film_watchings::reported_at
        .ge(since)
        .or(participants::created_at.ge(since))
        .or(active_since!(participants::person_id, since));
    let watched: Vec<Row> = film_watchings::table
        .inner_join(participants::table)
        .filter(film_watchings::participant_id.eq_any(people.iter().map(|(id, _)| *id).collect::<Vec<_>>()))
        .filter(lasts)
        .select((
            film_watchings::participant_id,
            film_watchings::material_id,
            film_watchings::watched,
            film_watchings::counted_at,
            film_watchings::own_word,
        ))
        .load(db)?;
    let cell = |participant: ParticipantId, film: &Column| {
        let row = watched.iter().find(|row| row.0 == participant && row.1 == film.id)?;
        let percent = percent(row.2, film.seconds.unwrap_or_default());
        Some(Cell { percent, counted_at: row.3, own_word: row.4 })
    };
    let line = |(id, name)| Line { name, cells: films.iter().map(|film| cell(id, film)).collect() };
    let lines = people.into_iter().map(line).collect();
    Ok(Table { facts, films, lines, paging })
}

//! What staff do with material. A heading is made by a query with a scope alone, so it is the proof that its shelf is
//! within reach; what follows takes it.

use chrono::TimeDelta;
use diesel::dsl::{count, max};
use diesel::prelude::*;

use super::ending::Doomed;
use crate::access::{Reach, Scope};
use crate::crm::people::Name;
use crate::learning::actions::Kind;
use crate::learning::material::model::{Content, Details, FileColumns, For, Kept, MaterialId, Piece, Release, Shelf};
use crate::planning::groups::GroupId;
use crate::planning::projects::{self as planned, ParticipantId, ProjectId};
use crate::planning::trainings::TrainingId;
use crate::platform::db::schema::{
    actions, groups, material_openings, materials, participants, people, training_actions, trainings,
};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Texts;

/// A shelf within reach.
#[derive(Debug, Clone)]
pub struct Heading {
    shelf: Shelf,
    /// What the training or the project is called.
    pub name: String,
    /// The client of the project.
    pub client: Option<String>,
}

impl Heading {
    /// The shelf.
    pub fn shelf(&self) -> Shelf {
        self.shelf
    }
}

impl Heading {
    /// For whom what stands on it is, in words.
    pub fn says(&self, t: &Texts) -> String {
        match self.shelf {
            Shelf::Training(_) => t.material_shelf_training(&self.name),
            Shelf::Project(_) => t.material_shelf_project(&self.name, self.client.as_deref().unwrap_or_default()),
        }
    }
}

impl Choices {
    /// For whom it can be: as the form sends it, and in words.
    pub fn audiences(&self, t: &Texts) -> Vec<(String, String)> {
        let groups = self.groups.iter().map(|(id, name)| (For::Group(*id).code(), t.material_for_group(name)));
        let people = self.people.iter();
        let people = people.map(|(id, name)| (For::Participant(*id).code(), t.material_for_person(name.listed())));
        std::iter::once((For::Everybody.code(), t.material_for_everybody())).chain(groups).chain(people).collect()
    }
}

/// A training with the number of pieces on its shelf.
#[derive(Debug, Clone, Queryable)]
pub struct TrainingLine {
    /// The training.
    pub id: TrainingId,
    /// What it is called.
    pub name: String,
    /// How many pieces there are.
    pub pieces: i64,
}

/// Every training, by name, for whoever keeps the catalogue.
pub fn catalogue(db: &mut Db, scope: Scope) -> Result<Vec<TrainingLine>> {
    if scope.reach() != Reach::All {
        return Ok(Vec::new());
    }
    let there = materials::training_id.eq(trainings::id.nullable()).and(materials::portal_until.is_null());
    Ok(trainings::table
        .left_join(materials::table.on(there))
        .group_by((trainings::id, trainings::name))
        .order((trainings::name, trainings::id))
        .select((trainings::id, trainings::name, count(materials::id.nullable())))
        .load(db)?)
}

/// The shelf `shelf` within `scope`.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope.
pub fn heading(db: &mut Db, scope: Scope, shelf: Shelf) -> Result<Heading> {
    match shelf {
        Shelf::Training(id) if scope.reach() == Reach::All => {
            let name = trainings::table.find(id).select(trainings::name).first(db)?;
            Ok(Heading { shelf, name, client: None })
        }
        Shelf::Training(_) => Err(Error::NotFound),
        Shelf::Project(id) => {
            let facts = planned::facts(db, scope, id)?;
            Ok(Heading { shelf, name: facts.name, client: Some(facts.client) })
        }
    }
}

/// How many people opened the piece of the row.
macro_rules! opened_by {
    () => {
        material_openings::table
            .filter(material_openings::material_id.eq(materials::id))
            .select(count(material_openings::participant_id).aggregate_distinct())
            .single_value()
    };
}

/// `$rows` of materials that stand on `$shelf` and are not withdrawn.
macro_rules! on_shelf {
    ($rows:expr, $shelf:expr) => {{
        let rows = $rows.filter(materials::portal_until.is_null()).into_boxed();
        match $shelf {
            Shelf::Training(id) => rows.filter(materials::training_id.eq(id)),
            Shelf::Project(id) => rows.filter(materials::project_id.eq(id)),
        }
    }};
}

/// Everything on a shelf, in its order.
pub fn pieces(db: &mut Db, heading: &Heading) -> Result<Vec<Kept>> {
    type Row = (
        MaterialId,
        String,
        Option<String>,
        FileColumns,
        Release,
        Option<i32>,
        Option<String>,
        Option<Name>,
        Option<i64>,
    );
    let rows = materials::table
        .left_join(groups::table.on(materials::group_id.eq(groups::id.nullable())))
        .left_join(participants::table.on(materials::participant_id.eq(participants::id.nullable())))
        .left_join(people::table.on(people::id.nullable().eq(participants::person_id.nullable())))
        .order((materials::position, materials::id))
        .select((
            materials::id,
            materials::title,
            materials::summary,
            (materials::file_name, materials::kind, materials::size, materials::blob),
            (materials::released_at, materials::release_days),
            materials::step,
            groups::name.nullable(),
            (people::first_name, people::initials, people::infix, people::last_name).nullable(),
            opened_by!(),
        ));
    let rows: Vec<Row> = on_shelf!(rows, heading.shelf).load(db)?;
    let kept = |(id, title, summary, file, release, step, group, person, opened): Row| {
        let (file, opened) = (file.file(), opened.unwrap_or_default());
        Kept { id, title, summary, file, release, step, group, person, opened }
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// What can be chosen for a piece on a shelf.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The steps of the path that it can belong to, by their place in it.
    pub steps: Vec<(i32, String)>,
    /// The groups of the project.
    pub groups: Vec<(GroupId, String)>,
    /// Who takes part in the project, by name.
    pub people: Vec<(ParticipantId, Name)>,
}

/// What can be chosen for a piece on the shelf of `heading` that does steps of `kind`.
///
/// # Errors
/// When the database refuses.
pub fn choices(db: &mut Db, heading: &Heading, kind: Kind) -> Result<Choices> {
    match heading.shelf {
        Shelf::Training(id) => {
            let steps = training_actions::table
                .filter(training_actions::training_id.eq(id).and(training_actions::kind.eq(kind)))
                .order(training_actions::position)
                .select((training_actions::position, training_actions::title))
                .load(db)?;
            Ok(Choices { steps, ..Choices::default() })
        }
        Shelf::Project(id) => Ok(Choices {
            steps: actions::table
                .filter(actions::project_id.eq(id).and(actions::kind.eq(kind)))
                .order(actions::position)
                .select((actions::position, actions::title))
                .load(db)?,
            groups: groups::table
                .filter(groups::project_id.eq(id))
                .order((groups::name, groups::id))
                .select((groups::id, groups::name))
                .load(db)?,
            // A film is for all, or for a group.
            people: if kind == Kind::Film { Vec::new() } else { people_of(db, id)? },
        }),
    }
}

/// Who takes part in `project`, by name.
fn people_of(db: &mut Db, project: ProjectId) -> Result<Vec<(ParticipantId, Name)>> {
    Ok(participants::table
        .inner_join(people::table)
        .filter(participants::project_id.eq(project))
        .order((people::name_folded, participants::id))
        .select((participants::id, (people::first_name, people::initials, people::infix, people::last_name)))
        .load(db)?)
}

/// The piece `id` on a shelf within `scope`; in the catalogue, or with a project.
///
/// # Errors
/// [`Error::NotFound`] when it is out of scope, of the other kind of shelf, or withdrawn.
pub fn piece(db: &mut Db, scope: Scope, catalogue: bool, id: MaterialId) -> Result<(Heading, Piece)> {
    type Row = (
        (Option<TrainingId>, Option<ProjectId>, Option<GroupId>, Option<ParticipantId>),
        (String, Option<String>, Option<String>),
        FileColumns,
        Release,
        Option<i32>,
        Moment,
        Option<i64>,
    );
    let row: Row = materials::table
        .filter(materials::id.eq(id).and(materials::portal_until.is_null()))
        .select((
            (materials::training_id, materials::project_id, materials::group_id, materials::participant_id),
            (materials::title, materials::summary, materials::body),
            (materials::file_name, materials::kind, materials::size, materials::blob),
            (materials::released_at, materials::release_days),
            materials::step,
            materials::changed_at,
            opened_by!(),
        ))
        .first(db)?;
    let ((training, project, group, participant), (title, summary, body), file, release, step, changed_at, opened) =
        row;
    let shelf = match (catalogue, training, project) {
        (true, Some(training), None) => Shelf::Training(training),
        (false, None, Some(project)) => Shelf::Project(project),
        _ => return Err(Error::NotFound),
    };
    let audience = match (group, participant) {
        (_, Some(participant)) => For::Participant(participant),
        (Some(group), None) => For::Group(group),
        (None, None) => For::Everybody,
    };
    let (file, opened) = (file.file(), opened.unwrap_or_default());
    let piece = Piece { id, shelf, audience, title, summary, body, file, release, step, changed_at, opened };
    Ok((heading(db, scope, shelf)?, piece))
}

/// Whose it is, when it is for one person.
fn person_of(db: &mut Db, audience: For) -> Result<Option<i64>> {
    let For::Participant(participant) = audience else { return Ok(None) };
    Ok(Some(participants::table.find(participant).select(participants::person_id).first(db)?))
}

fn audience_columns(audience: For) -> (Option<GroupId>, Option<ParticipantId>) {
    match audience {
        For::Everybody => (None, None),
        For::Group(group) => (Some(group), None),
        For::Participant(participant) => (None, Some(participant)),
    }
}

/// Puts something new at the end of a shelf.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut Tx, shelf: Shelf, details: &Details, content: &Content) -> Result<MaterialId> {
    let now = tx.now();
    let rows = materials::table.select(max(materials::position));
    let last: Option<i32> = on_shelf!(rows, shelf).first(tx.db())?;
    let (training, project) = match shelf {
        Shelf::Training(id) => (Some(id), None),
        Shelf::Project(id) => (None, Some(id)),
    };
    let (group, participant) = audience_columns(details.audience);
    let release = details.wish.release(None, now);
    let (body, file) = match content {
        Content::Text(body) => (Some(body), None),
        Content::File(file) => (details.body.as_ref(), Some(file)),
    };
    let id: MaterialId = diesel::insert_into(materials::table)
        .values((
            materials::training_id.eq(training),
            materials::project_id.eq(project),
            materials::group_id.eq(group),
            materials::participant_id.eq(participant),
            materials::position.eq(last.unwrap_or_default() + 1),
            materials::title.eq(&details.title),
            materials::summary.eq(&details.summary),
            materials::body.eq(body),
            materials::file_name.eq(file.map(|f| &f.name)),
            materials::kind.eq(file.map(|f| f.kind.extension())),
            materials::size.eq(file.map(|f| i64::try_from(f.stored.size).unwrap_or(i64::MAX))),
            materials::blob.eq(file.map(|f| f.stored.blob.as_str())),
            materials::step.eq(details.step),
            materials::released_at.eq(release.at),
            materials::release_days.eq(release.days),
            materials::created_at.eq(now),
            materials::changed_at.eq(now),
        ))
        .returning(materials::id)
        .get_result(tx.db())?;
    let (act, person) = (if file.is_some() { "uploaded" } else { "created" }, person_of(tx.db(), details.audience)?);
    tx.record(act, "materials", id.0, person)?;
    Ok(id)
}

/// Changes a piece. Those who opened it see that it changed when its words did, or `more` that they see of it.
///
/// # Errors
/// [`Error::Conflict`] when somebody else changed it after `piece` was looked at.
pub fn update(tx: &mut Tx, piece: &Piece, details: &Details, more: bool) -> Result<()> {
    let now = tx.now();
    let words = (&details.title, &details.summary, &details.body);
    let same = !more && words == (&piece.title, &piece.summary, &piece.body);
    let (group, participant) = audience_columns(details.audience);
    let release = details.wish.release(piece.release.at, now);
    let seen = materials::id.eq(piece.id).and(materials::changed_at.eq(piece.changed_at));
    let changed = diesel::update(materials::table.filter(seen.and(materials::portal_until.is_null())))
        .set((
            materials::group_id.eq(group),
            materials::participant_id.eq(participant),
            materials::title.eq(&details.title),
            materials::summary.eq(&details.summary),
            materials::body.eq(&details.body),
            materials::step.eq(details.step),
            materials::released_at.eq(release.at),
            materials::release_days.eq(release.days),
            materials::changed_at.eq(if same { piece.changed_at } else { now }),
        ))
        .execute(tx.db())?;
    if changed != 1 {
        return Err(Error::Conflict);
    }
    let person = person_of(tx.db(), details.audience)?;
    tx.record("changed", "materials", piece.id.0, person)
}

/// Moves a piece one place up or down its shelf; where there is no place it stays.
///
/// # Errors
/// When the database refuses.
pub fn shift(tx: &mut Tx, piece: &Piece, up: bool) -> Result<()> {
    let rows = materials::table.order((materials::position, materials::id)).select(materials::id);
    let mut order: Vec<MaterialId> = on_shelf!(rows, piece.shelf).load(tx.db())?;
    let Some(at) = order.iter().position(|id| *id == piece.id) else { return Err(Error::NotFound) };
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = other.filter(|other| *other < order.len()) else { return Ok(()) };
    order.swap(at, other);
    for (position, id) in (1..).zip(&order) {
        diesel::update(materials::table.find(id)).set(materials::position.eq(position)).execute(tx.db())?;
    }
    tx.record("changed", "materials", piece.id.0, None)
}

/// Takes a piece off its shelf: nobody sees it from here on, and it is yours to destroy.
///
/// # Errors
/// When the database refuses.
pub fn withdraw(tx: &mut Tx, piece: &Piece) -> Result<Doomed> {
    // If we are cut off now the sweep finishes the work.
    let over = tx.now().minus(TimeDelta::seconds(1));
    diesel::update(materials::table.find(piece.id))
        .set((materials::portal_until.eq(over), materials::destroy_at.eq(over)))
        .execute(tx.db())?;
    let person = person_of(tx.db(), piece.audience)?;
    tx.record("withdrawn", "materials", piece.id.0, person)?;
    Ok(Doomed { id: piece.id, blob: piece.file.as_ref().map(|f| f.blob.clone()), person })
}

/// The piece whose file is called `blob`, if there is one.
///
/// # Errors
/// When the database refuses.
pub fn named(db: &mut Db, blob: &str) -> Result<Option<MaterialId>> {
    Ok(materials::table.filter(materials::blob.eq(blob)).select(materials::id).first(db).optional()?)
}

//! What is on the shelves, for whom, and from when.

use chrono::{Days, NaiveDate, NaiveTime};
use diesel::prelude::*;

use crate::crm::people::Name;
use crate::learning::actions::ActionId;
use crate::planning::groups::GroupId;
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::planning::trainings::TrainingId;
use crate::platform::clock::from_local;
use crate::platform::db::{Moment, id};
use crate::platform::files::Kind;

id!(
    /// The number of a piece of material.
    MaterialId
);

/// Where material stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// With a training of the catalogue: for everybody who takes part in it, in any project.
    Training(TrainingId),
    /// With one project.
    Project(ProjectId),
}

/// For whom something on the shelf of a project is. On the shelf of a training it is for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// For all who take part.
    Everybody,
    /// For one group.
    Group(GroupId),
    /// For one person.
    Participant(ParticipantId),
}

impl For {
    /// As a form sends it.
    pub fn code(self) -> String {
        match self {
            Self::Everybody => "everybody".to_owned(),
            Self::Group(id) => format!("group-{id}"),
            Self::Participant(id) => format!("participant-{id}"),
        }
    }
}

/// From when something is there for those it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Release {
    /// From this moment.
    pub at: Option<Moment>,
    /// So many days after the first day of each project.
    pub days: Option<i32>,
}

impl Release {
    /// The first moment it is there in a project that begins on `starts_on`; never when nobody said so.
    pub fn moment(self, starts_on: NaiveDate) -> Option<Moment> {
        let days = self.days.map(|days| {
            let by = Days::new(u64::from(days.unsigned_abs()));
            let day = if days < 0 { starts_on.checked_sub_days(by) } else { starts_on.checked_add_days(by) };
            from_local(day.unwrap_or(starts_on).and_time(NaiveTime::MIN))
        });
        self.at.or(days)
    }

    /// Whether it is there at `now`.
    pub fn is_open(self, starts_on: NaiveDate, now: Moment) -> bool {
        self.moment(starts_on).is_some_and(|moment| moment <= now)
    }
}

/// The file of a piece of material, as the row has it: all of it, or nothing.
#[derive(Debug, Clone, Queryable)]
pub struct FileColumns {
    name: Option<String>,
    kind: Option<String>,
    size: Option<i64>,
    blob: Option<String>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, safe to show.
    pub name: String,
    /// The extension of its kind.
    pub kind: String,
    /// Its length in bytes.
    pub size: i64,
    /// Where its bytes are.
    pub blob: String,
}

impl File {
    /// Whether it is a film: something to watch, and not to download and read.
    pub fn is_film(&self) -> bool {
        Kind::FILMS.iter().any(|kind| kind.extension() == self.kind)
    }

    /// The media type to send it with.
    pub fn media_type(&self) -> &'static str {
        Kind::of_extension(&self.kind).map_or("application/octet-stream", Kind::media_type)
    }
}

impl FileColumns {
    /// The file, when there is one; else it is a text.
    pub fn file(self) -> Option<File> {
        Some(File { name: self.name?, kind: self.kind?, size: self.size?, blob: self.blob? })
    }
}

/// What a piece of material is, to be written down.
#[derive(Debug, Clone)]
pub enum Content {
    /// A text in Markdown.
    Text(String),
    /// A file that was published.
    File(crate::learning::uploads::NewFile),
}

/// When staff want something to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Not yet.
    Hidden,
    /// At once.
    Now,
    /// From this moment.
    At(Moment),
    /// So many days after the first day of each project.
    Days(i32),
}

impl Wish {
    /// What follows for something that is there from `known` on; what is there already stays so since then.
    pub fn release(self, known: Option<Moment>, now: Moment) -> Release {
        match self {
            Self::Hidden => Release { at: None, days: None },
            Self::Now => Release { at: Some(known.filter(|at| *at <= now).unwrap_or(now)), days: None },
            Self::At(at) => Release { at: Some(at), days: None },
            Self::Days(days) => Release { at: None, days: Some(days) },
        }
    }
}

/// What staff say about a piece of material.
#[derive(Debug, Clone)]
pub struct Details {
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub summary: Option<String>,
    /// The text itself, or what is said in a film; none of another file.
    pub body: Option<String>,
    /// When it is to be there.
    pub wish: Wish,
    /// The place in the path of the step that is done by opening it.
    pub step: Option<i32>,
    /// For whom it is.
    pub audience: For,
}

/// A piece of material as somebody finds it in a list.
#[derive(Debug, Clone)]
pub struct Given {
    /// The material.
    pub id: MaterialId,
    /// The part in a project through which it reaches them.
    pub participant: ParticipantId,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The file; none of a text.
    pub file: Option<File>,
    /// Since when it is there.
    pub since: Moment,
    /// When it was changed last.
    pub changed_at: Moment,
    /// When they opened it last.
    pub opened_at: Option<Moment>,
}

impl Given {
    /// Whether it is a film.
    pub fn is_film(&self) -> bool {
        self.file.as_ref().is_some_and(File::is_film)
    }

    /// The address at which it is read, downloaded or watched.
    pub fn path(&self) -> String {
        if self.is_film() {
            return format!("/student/films/{}", self.id);
        }
        let end = if self.file.is_some() { "/file" } else { "" };
        format!("/student/material/{}{end}", self.id)
    }

    /// Whether they never opened it.
    pub fn is_new(&self) -> bool {
        self.opened_at.is_none()
    }

    /// Whether it was changed since they opened it.
    pub fn has_changed(&self) -> bool {
        self.opened_at.is_some_and(|opened| opened < self.changed_at)
    }
}

/// The step that a piece of material belongs to, as it stands for one person.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct Belongs {
    /// The step.
    pub action: ActionId,
    /// Whether it is done.
    pub done: bool,
}

/// A piece of material as staff see it on a shelf.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The material.
    pub id: MaterialId,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The file; none of a text.
    pub file: Option<File>,
    /// From when it is there.
    pub release: Release,
    /// The place in the path of the step that it belongs to.
    pub step: Option<i32>,
    /// The group it is for, when it is for one.
    pub group: Option<String>,
    /// The person it is for, when it is for one.
    pub person: Option<Name>,
    /// How many people opened it.
    pub opened: i64,
}

impl Kept {
    /// Whether it is a film.
    pub fn is_film(&self) -> bool {
        self.file.as_ref().is_some_and(File::is_film)
    }
}

/// A piece of material with all that its page for staff shows.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The material.
    pub id: MaterialId,
    /// Where it stands.
    pub shelf: Shelf,
    /// For whom it is.
    pub audience: For,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The text, or what is said in a film.
    pub body: Option<String>,
    /// The file; none of a text.
    pub file: Option<File>,
    /// From when it is there.
    pub release: Release,
    /// The place in the path of the step that it belongs to.
    pub step: Option<i32>,
    /// When it was changed last.
    pub changed_at: Moment,
    /// How many people opened it.
    pub opened: i64,
}

impl Piece {
    /// Whether it is a film.
    pub fn is_film(&self) -> bool {
        self.file.as_ref().is_some_and(File::is_film)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::parse;

    fn at(text: &str) -> Moment {
        parse(text).unwrap()
    }

    #[test]
    fn what_is_released_by_days_begins_with_a_day_in_amsterdam() {
        let release = Release { at: None, days: Some(37) };
        let starts_on = "2026-11-01".parse().unwrap();
        assert_eq!(release.moment(starts_on), Some(at("2026-12-08T00:00")));
        assert!(
            !release.is_open(starts_on, at("2026-12-07T23:59:59"))
                && release.is_open(starts_on, at("2026-12-08T00:00"))
        );
        // Over the night the clock goes back, and before the project begins.
        assert_eq!(
            Release { at: None, days: Some(30) }.moment("2026-10-01".parse().unwrap()),
            Some(at("2026-10-31T00:00"))
        );
        assert_eq!(Release { at: None, days: Some(-7) }.moment(starts_on), Some(at("2026-10-25T00:00")));
    }

    #[test]
    fn what_nobody_released_is_never_there() {
        let release = Wish::Hidden.release(Some(at("2026-11-01T10:00")), at("2026-11-24T10:00"));
        assert_eq!(release.moment("2026-11-01".parse().unwrap()), None);
    }

    #[test]
    fn what_is_there_stays_there_since_then() {
        let (before, now, later) = (at("2026-11-01T10:00"), at("2026-11-24T10:00"), at("2026-12-24T10:00"));
        assert_eq!(Wish::Now.release(Some(before), now).at, Some(before));
        assert_eq!(Wish::Now.release(Some(later), now).at, Some(now));
        assert_eq!(Wish::Now.release(None, now).at, Some(now));
        assert_eq!(Wish::At(later).release(Some(before), now).at, Some(later));
    }
}

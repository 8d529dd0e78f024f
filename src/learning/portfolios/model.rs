//! What a portfolio is made of.

use std::cmp::Reverse;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::learning::actions::{self, ActionId};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::{Moment, id, text_enum};
use crate::platform::i18n::Lang;

id!(
    /// The number of an item of a portfolio.
    ItemId
);

text_enum!(
    /// What an item is about.
    Kind {
        /// Work.
        Work = "work",
        /// A school or a training elsewhere.
        Education = "education",
    }
);

impl Kind {
    /// The part of the portfolio in which it stands.
    pub fn part(self) -> Part {
        match self {
            Self::Work => Part::Work,
            Self::Education => Part::Education,
        }
    }
}

text_enum!(
    /// A part of a portfolio that is shown or not.
    Part {
        /// Where they worked.
        Work = "work",
        /// What they learned.
        Education = "education",
        /// What interests them.
        Interests = "interests",
        /// What they handed in.
        Assignments = "assignments",
        /// What came of their trainings.
        Results = "results",
    }
);

/// A month of a year, or a year of which the month is not said; written as "2019-03" or "2019".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    year: i32,
    month: Option<u32>,
}

/// The first letters of the months, in both languages.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["maa", "mrt", "mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];

impl Point {
    /// What somebody typed: "2019", "03-2019", "2019/3", "maart 2019".
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<String> = typed
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let year = |word: &str| word.parse().ok().filter(|y: &i32| word.len() == 4 && (1920..2100).contains(y));
        match words.as_slice() {
            [one] => Some(Self { year: year(one)?, month: None }),
            [one, two] => match year(two) {
                Some(year) => Some(Self { year, month: Some(month(one)?) }),
                None => Some(Self { year: year(one)?, month: Some(month(two)?) }),
            },
            _ => None,
        }
    }

    /// As it is stored.
    pub fn stored(self) -> String {
        match self.month {
            Some(month) => format!("{:04}-{month:02}", self.year),
            None => format!("{:04}", self.year),
        }
    }

    /// As people say it: "maart 2019".
    pub fn says(self, lang: Lang) -> String {
        let first = self.month.and_then(|month| NaiveDate::from_ymd_opt(self.year, month, 1));
        first.map_or_else(|| self.year.to_string(), |day| format!("{} {}", lang.month(day), self.year))
    }

    /// Whether `end` cannot be the end of what began here. Where a month is not said, any month of that year will do.
    pub fn is_after(self, end: Self) -> bool {
        match (self.month, end.month) {
            (Some(from), Some(until)) => (self.year, from) > (end.year, until),
            _ => self.year > end.year,
        }
    }
}

fn month(word: &str) -> Option<u32> {
    if let Ok(number) = word.parse() {
        return (1..=12).contains(&number).then_some(number);
    }
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u32::try_from(at + 1).ok()
}

/// An item as its owner typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// What they were or learned.
    pub title: String,
    /// Where.
    pub organisation: Option<String>,
    /// Since when, as it is stored.
    pub starts: String,
    /// Until when; none for what goes on.
    pub ends: Option<String>,
    /// In their own words.
    pub description: Option<String>,
}

/// An item of a portfolio.
#[derive(Debug, Clone, Queryable)]
pub struct Item {
    /// Its number.
    pub id: ItemId,
    /// What it is about.
    pub kind: Kind,
    /// What they were or learned.
    pub title: String,
    /// Where.
    pub organisation: Option<String>,
    /// Since when, as it is stored.
    pub starts: String,
    /// Until when; none for what goes on.
    pub ends: Option<String>,
    /// In their own words.
    pub description: Option<String>,
    /// Counts up with each change.
    pub version: i32,
}

impl Item {
    /// Whether it says what `new` says.
    pub fn says(&self, new: &NewItem) -> bool {
        let own = (&self.title, &self.organisation, &self.starts, &self.ends, &self.description);
        own == (&new.title, &new.organisation, &new.starts, &new.ends, &new.description)
    }

    /// What goes on stands first, then what ended last.
    pub fn rank(&self) -> (bool, Reverse<Option<Point>>, Reverse<Option<Point>>) {
        let point = |text: &str| Point::parse(text);
        let ends = self.ends.as_deref().and_then(point);
        (ends.is_some(), Reverse(ends), Reverse(point(&self.starts)))
    }

    /// A point as people say it.
    pub fn said(text: &str, lang: Lang) -> String {
        Point::parse(text).map_or_else(|| text.to_owned(), |point| point.says(lang))
    }
}

/// What somebody wrote about what interests them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable)]
pub struct Interests {
    /// In their own words; empty for nothing.
    pub words: String,
    /// Counts up with each change; 0 for nothing yet.
    pub version: i32,
}

/// A step of somebody's path.
#[derive(Debug, Clone, Queryable)]
pub struct Step {
    /// The project.
    pub project: ProjectId,
    /// What it is called.
    pub project_name: String,
    /// The training.
    pub training: String,
    /// The first day of the project.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The action.
    pub action: ActionId,
    /// What there was to do.
    pub kind: actions::Kind,
    /// What it is called.
    pub title: String,
    /// When it was done.
    pub done_at: Option<Moment>,
}

/// What somebody did of one project.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The project.
    pub project: ProjectId,
    /// What it is called.
    pub name: String,
    /// The training.
    pub training: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Steps that are done.
    pub done: i64,
    /// How many there are.
    pub total: i64,
    /// Whether the evaluation was handed in: that, and nothing of what is in it. None when there is none.
    pub evaluated: Option<bool>,
}

/// The results that `steps` add up to, the latest project first.
pub fn results(steps: &[Step]) -> Vec<Outcome> {
    let mut results: Vec<Outcome> = Vec::new();
    for step in steps {
        let at = results.iter().position(|result| result.project == step.project);
        let at = at.unwrap_or_else(|| {
            results.push(Outcome {
                project: step.project,
                name: step.project_name.clone(),
                training: step.training.clone(),
                starts_on: step.starts_on,
                ends_on: step.ends_on,
                done: 0,
                total: 0,
                evaluated: None,
            });
            results.len() - 1
        });
        let Some(result) = results.get_mut(at) else { continue };
        result.total += 1;
        result.done += i64::from(step.done_at.is_some());
        if step.kind == actions::Kind::Evaluation {
            result.evaluated = Some(step.done_at.is_some());
        }
    }
    results.sort_by_key(|result| Reverse((result.ends_on, result.project)));
    results
}

/// A file that somebody handed in, as far as its reader may open it.
#[derive(Debug, Clone)]
pub struct File {
    /// What it was handed in for.
    pub action: ActionId,
    /// What it is called.
    pub name: String,
    /// Its size in bytes.
    pub size: i64,
    /// Where it can be read.
    pub href: String,
}

/// Something that was handed in, with what is left of the files.
pub struct Assignment {
    /// What it is called.
    pub title: String,
    /// The project.
    pub project: String,
    /// When it was handed in.
    pub done_at: Moment,
    /// The files that can be read still.
    pub files: Vec<File>,
}

/// What was handed in of `steps`, the latest first, with those of `files` that belong to each.
pub fn assignments(steps: &[Step], files: &[File]) -> Vec<Assignment> {
    let handed_in = steps.iter().filter(|step| step.kind == actions::Kind::Upload);
    let assignment = |step: &Step| {
        let own = files.iter().filter(|file| file.action == step.action).cloned().collect();
        let (title, project) = (step.title.clone(), step.project_name.clone());
        step.done_at.map(|done_at| Assignment { title, project, done_at, files: own })
    };
    let mut all: Vec<Assignment> = handed_in.filter_map(assignment).collect();
    all.sort_by_key(|assignment| Reverse(assignment.done_at));
    all
}

/// A certificate that somebody has.
#[derive(Debug, Clone, Queryable)]
pub struct Certificate {
    /// The project it is of.
    pub project: ProjectId,
    /// Its number, as it is stored.
    pub number: String,
    /// The training.
    pub training: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
}

/// Somebody in a running group of the trainer who asks, who shows something.
#[derive(Debug, Clone, Queryable)]
pub struct Pupil {
    /// Their part in the project.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// What the project is called.
    pub project: String,
    /// Its last day, after which the trainer sees nothing any more.
    pub ends_on: NaiveDate,
    /// What the group is called.
    pub group: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_taken_however_it_is_typed() {
        let stored = |typed: &str| Point::parse(typed).map(Point::stored);
        for (typed, is) in [
            ("2019", "2019"),
            (" 2019 ", "2019"),
            ("03-2019", "2019-03"),
            ("3/2019", "2019-03"),
            ("2019-03", "2019-03"),
            ("maart 2019", "2019-03"),
            ("Mrt. 2019", "2019-03"),
            ("March 2019", "2019-03"),
            ("oktober 2008", "2008-10"),
        ] {
            assert_eq!(stored(typed).as_deref(), Some(is), "{typed}");
        }
        for typed in ["", "19", "13-2019", "onbekend", "01-03-2019", "20199", "1800", "maart"] {
            assert_eq!(stored(typed), None, "{typed}");
        }
        assert_eq!(Point::parse("2019-03").map(|p| p.says(Lang::Nl)).as_deref(), Some("maart 2019"));
        assert_eq!(Point::parse("2019").map(|p| p.says(Lang::En)).as_deref(), Some("2019"));
    }

    #[test]
    fn an_end_in_the_same_year_is_no_end_before_the_beginning() {
        let after = |from: &str, until: &str| Point::parse(from).unwrap().is_after(Point::parse(until).unwrap());
        assert!(!after("2019-09", "2019") && !after("2019", "2019-01") && !after("2019-03", "2019-03"));
        assert!(after("2019-09", "2019-03") && after("2020", "2019-12"));
    }

    #[test]
    fn what_goes_on_stands_before_what_is_over() {
        let item = |starts: &str, ends: Option<&str>| Item {
            id: ItemId(1),
            kind: Kind::Work,
            title: format!("{starts} {ends:?}"),
            organisation: None,
            starts: starts.into(),
            ends: ends.map(str::to_owned),
            description: None,
            version: 1,
        };
        let mut items = [
            item("2001", Some("2005")),
            item("2015-02", None),
            item("2010", Some("2014-06")),
            item("2008", Some("2014-06")),
        ];
        items.sort_by_key(Item::rank);
        let order: Vec<_> = items.iter().map(|item| item.starts.as_str()).collect();
        assert_eq!(order, ["2015-02", "2010", "2008", "2001"]);
    }
}

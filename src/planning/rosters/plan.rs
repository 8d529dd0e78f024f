//! What an import will do with each row, worked out from what the client's file says and what is known of
//! the client's people. The dry run shows the plan; the import makes the same plan again and carries it out.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Column, Row};
use crate::crm::people::{Details, Likeness, Name, PersonId};
use crate::planning::groups::{GroupId, Overview};
use crate::planning::projects::ParticipantId;
use crate::platform::db::Moment;
use crate::platform::folding::folded;
use crate::platform::i18n::Lang;

/// Somebody the client employs, as the database knows them.
#[derive(Debug, Clone)]
pub struct Known {
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// What tells them from others.
    pub likeness: Likeness,
    /// What told them from others before they changed their own name or address, as hashes.
    pub formerly: Vec<String>,
    /// What else is known of them.
    pub details: Details,
    /// Their part in the project, if they take part.
    pub participant: Option<ParticipantId>,
    /// Their group in the project.
    pub group: Option<String>,
    /// From when until when they are at meetings of other projects.
    pub busy: Vec<(Moment, Moment)>,
}

impl Known {
    /// Whether they are elsewhere while `group` meets.
    fn is_busy(&self, group: &Overview) -> bool {
        let overlap = |m: &(Moment, Moment)| group.meetings.iter().any(|g| m.0 < g.ends_at && g.starts_at < m.1);
        self.busy.iter().any(overlap)
    }
}

/// What happens to the person in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They are entered, and take part.
    New,
    /// They are known, and now take part.
    Joins(PersonId),
    /// They took part already.
    Present(PersonId, ParticipantId),
}

/// What happens about the group in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seat {
    /// The row names no group.
    Unasked,
    /// They get a place in it.
    Given(GroupId, String),
    /// They have a place already, in this group.
    Kept(String),
    /// The project has no group of this name.
    Unknown(String),
    /// The group is full.
    Full(String),
    /// They are elsewhere while it meets.
    Busy(String),
}

/// Something that the file says otherwise than we know it. Ours stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub column: Column,
    /// What we have.
    pub ours: String,
    /// What the file says.
    pub theirs: String,
}

/// What happens with one row.
#[derive(Debug, Clone)]
pub struct Step<'r> {
    /// The row.
    pub row: &'r Row,
    /// What happens to the person.
    pub fate: Fate,
    /// What the file tells that we did not know.
    pub news: Details,
    /// What it says otherwise.
    pub differences: Vec<Difference>,
    /// What happens about the group.
    pub seat: Seat,
    /// Somebody else of this client with the same address.
    pub shares_with: Option<String>,
}

impl Step<'_> {
    /// The columns of what the file tells that we did not know.
    pub fn news_columns(&self) -> Vec<Column> {
        texts(&self.news).into_iter().filter(|(_, text)| text.is_some()).map(|(column, _)| column).collect()
    }
}

/// How many rows there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// New people.
    pub new: usize,
    /// Known people who were not in the project.
    pub joins: usize,
    /// People who were in the project already.
    pub present: usize,
    /// Rows with something wrong.
    pub bad: usize,
}

impl Counts {
    /// Counts `steps`, and `bad` wrong rows.
    pub fn of(steps: &[Step<'_>], bad: usize) -> Self {
        let mut counts = Self { bad, ..Self::default() };
        for step in steps {
            match step.fate {
                Fate::New => counts.new += 1,
                Fate::Joins(_) => counts.joins += 1,
                Fate::Present(..) => counts.present += 1,
            }
        }
        counts
    }

    /// These and `more`.
    pub fn and(self, more: Self) -> Self {
        Self {
            new: self.new + more.new,
            joins: self.joins + more.joins,
            present: self.present + more.present,
            bad: self.bad + more.bad,
        }
    }
}

/// What happens with each of `rows` at a client that employs `known`, in a project with `groups`.
pub fn plan<'r>(rows: &'r [Row], known: &[Known], groups: &[Overview]) -> Vec<Step<'r>> {
    let people: HashMap<&Likeness, &Known> = known.iter().rev().map(|k| (&k.likeness, k)).collect();
    let former: HashMap<&str, &Known> =
        known.iter().rev().flat_map(|k| k.formerly.iter().map(move |hash| (hash.as_str(), k))).collect();
    let mailboxes = Mailboxes::of(rows, known);
    let mut left: Vec<(String, &Overview, i64)> = groups.iter().map(|g| (folded(&g.group.name), g, g.left())).collect();
    rows.iter()
        .map(|row| {
            let likeness = row.likeness();
            let changed = || if former.is_empty() { None } else { former.get(likeness.hash().as_str()) };
            let known = people.get(&likeness).or_else(changed).copied();
            let told = details(row);
            Step {
                row,
                fate: fate(known),
                news: known.map(|k| news(&k.details, &told)).unwrap_or_default(),
                differences: known.map(|k| differences(k, row, &told)).unwrap_or_default(),
                seat: seat(row, known, &mut left),
                shares_with: if known.is_none() { mailboxes.other(&likeness) } else { None },
            }
        })
        .collect()
}

fn fate(known: Option<&Known>) -> Fate {
    match known.map(|k| (k.person, k.participant)) {
        None => Fate::New,
        Some((person, None)) => Fate::Joins(person),
        Some((person, Some(participant))) => Fate::Present(person, participant),
    }
}

/// What a row tells about a person besides name and address.
pub fn details(row: &Row) -> Details {
    Details {
        phone: row.phone.clone(),
        language: row.language.and_then(|l| Lang::parse(l.as_str())),
        job_title: row.function.clone(),
        department: row.department.clone(),
        personnel_number: row.personnel_number.clone(),
    }
}

fn texts(details: &Details) -> [(Column, Option<&str>); 5] {
    [
        (Column::PersonnelNumber, details.personnel_number.as_deref()),
        (Column::Function, details.job_title.as_deref()),
        (Column::Department, details.department.as_deref()),
        (Column::Phone, details.phone.as_deref()),
        (Column::Language, details.language.map(Lang::as_str)),
    ]
}

fn news(ours: &Details, theirs: &Details) -> Details {
    fn only<T: Clone>(ours: &Option<T>, theirs: &Option<T>) -> Option<T> {
        if ours.is_none() { theirs.clone() } else { None }
    }
    Details {
        phone: only(&ours.phone, &theirs.phone),
        language: only(&ours.language, &theirs.language),
        job_title: only(&ours.job_title, &theirs.job_title),
        department: only(&ours.department, &theirs.department),
        personnel_number: only(&ours.personnel_number, &theirs.personnel_number),
    }
}

fn differences(known: &Known, row: &Row, told: &Details) -> Vec<Difference> {
    let names = (Column::Name, Some(known.name.full()), Some(row.name().full()));
    let ours = texts(&known.details).map(|(column, text)| (column, text.map(str::to_owned)));
    let theirs = texts(told).map(|(_, text)| text.map(str::to_owned));
    let rest = ours.into_iter().zip(theirs).map(|((column, ours), theirs)| (column, ours, theirs));
    std::iter::once(names)
        .chain(rest)
        .filter_map(|(column, ours, theirs)| Some(Difference { column, ours: ours?, theirs: theirs? }))
        .filter(|d| if d.column == Column::Name { d.ours != d.theirs } else { !alike(&d.ours, &d.theirs) })
        .collect()
}

/// Whether two texts differ only in spaces, signs, capitals or accents: "06-12 34" and "0612 34".
fn alike(one: &str, other: &str) -> bool {
    let bare = |text: &str| folded(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    bare(one) == bare(other)
}

fn seat(row: &Row, known: Option<&Known>, groups: &mut [(String, &Overview, i64)]) -> Seat {
    let Some(wanted) = &row.group else { return Seat::Unasked };
    if let Some(group) = known.and_then(|k| k.group.clone()) {
        return Seat::Kept(group);
    }
    let wanted_folded = folded(wanted);
    match groups.iter_mut().find(|(name, _, _)| *name == wanted_folded) {
        None => Seat::Unknown(wanted.clone()),
        Some((_, group, _)) if known.is_some_and(|k| k.is_busy(group)) => Seat::Busy(group.group.name.clone()),
        Some((_, group, 0)) => Seat::Full(group.group.name.clone()),
        Some((_, group, left)) => {
            *left -= 1;
            Seat::Given(group.group.id, group.group.name.clone())
        }
    }
}

/// Who is reached at which address.
struct Mailboxes(HashMap<String, Vec<(Likeness, String)>>);

impl Mailboxes {
    fn of(rows: &[Row], known: &[Known]) -> Self {
        let mut all: HashMap<String, Vec<(Likeness, String)>> = HashMap::new();
        let known = known.iter().map(|k| (k.likeness.clone(), k.name.full()));
        for (likeness, name) in known.chain(rows.iter().map(|r| (r.likeness(), r.name().full()))) {
            all.entry(likeness.email().to_owned()).or_default().push((likeness, name));
        }
        Self(all)
    }

    fn other(&self, likeness: &Likeness) -> Option<String> {
        let people = self.0.get(likeness.email())?;
        people.iter().find(|(other, _)| other != likeness).map(|(_, name)| name.clone())
    }
}

//! What it takes to get a certificate, and what stands on one.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::number::Number;
use crate::crm::people::{Name, PersonId};
use crate::learning::actions::{ActionId, Kind};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::db::{Moment, id, text_enum};
use crate::platform::folding::folded;
use crate::platform::i18n::Lang;
use crate::platform::secret;

id!(
    /// The number of the row of a certificate; what stands on paper is a [`Number`].
    CertificateId
);

text_enum!(
    /// What was wrong with a certificate that was replaced.
    Mended {
        /// The name.
        Name = "name",
        /// Something else on it.
        Facts = "facts",
    }
);

/// A project with what it asks for a certificate, and what it certifies.
#[derive(Debug, Clone, Queryable)]
pub struct Course {
    /// The project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// The client.
    pub organisation: String,
    /// The training.
    pub training: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Hours of study.
    pub study_hours: Option<i32>,
    /// Points of accreditation, as the register of the profession writes them.
    pub accreditation_points: Option<String>,
    /// Who gives those points.
    pub accreditor: Option<String>,
    /// What it asks.
    pub rules: Rules,
}

/// What a project asks for a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Rules {
    /// Whether there is a certificate at all.
    pub given: bool,
    /// The share of the meetings to have been at, in hundredths; 0 for none.
    pub attendance: i32,
    /// Whether every step must be done.
    pub actions: bool,
    /// Whether the evaluation must be handed in.
    pub evaluation: bool,
    /// Whether every test must be passed.
    pub tests: bool,
}

impl Rules {
    /// At how many of `total` meetings somebody must have been.
    pub fn needed(self, total: i64) -> i64 {
        (total * i64::from(self.attendance) + 99) / 100
    }
}

/// An action that is not done.
#[derive(Debug, Clone)]
pub struct Open {
    /// The action.
    pub id: ActionId,
    /// What kind of thing there is to do.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
}

/// How far somebody is with a certificate.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Their part in the project.
    pub participant: ParticipantId,
    /// The person.
    pub person: PersonId,
    /// Their name, as it is now.
    pub name: Name,
    /// Where to write to them.
    pub email: String,
    /// The language they chose.
    pub language: Option<Lang>,
    /// When each meeting of their group ends, in order.
    pub meetings: Vec<Moment>,
    /// At how many of them the trainer noted anything of them.
    pub noted: i64,
    /// At how many of them they were.
    pub attended: i64,
    /// What is not done.
    pub open: Vec<Open>,
    /// Whether there is an evaluation to hand in.
    pub evaluated: bool,
    /// Whether there is a test to pass.
    pub tested: bool,
    /// The certificate they have.
    pub certificate: Option<Issued>,
}

/// One of the conditions for a certificate, as it stands for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// To have been at so many of the meetings.
    Attendance {
        /// At how many they were.
        attended: i64,
        /// At how many they must have been.
        needed: i64,
        /// How many there are.
        total: i64,
    },
    /// To have done the other steps; so many are open.
    Actions(i64),
    /// To have handed in the evaluation.
    Evaluation(bool),
    /// To have passed the tests; so many are open.
    Tests(i64),
    /// That the last meeting is over.
    Over(bool),
}

impl Condition {
    /// Whether it is met.
    pub fn is_met(&self) -> bool {
        match self {
            // Without a meeting nobody was anywhere.
            Self::Attendance { attended, needed, total } => *total > 0 && attended >= needed,
            Self::Actions(open) | Self::Tests(open) => *open == 0,
            Self::Evaluation(done) | Self::Over(done) => *done,
        }
    }
}

impl Standing {
    /// How many meetings their group has.
    pub fn total(&self) -> i64 {
        self.meetings.len() as i64
    }

    /// Whether there is nothing more to come.
    pub fn is_over(&self, course: &Course, now: Moment) -> bool {
        self.meetings.last().map_or(course.ends_on < local(now).date(), |last| *last <= now)
    }

    /// Whether they were at enough meetings, of those that are over and were all noted.
    pub fn attendance(&self, course: &Course, now: Moment) -> Option<bool> {
        let settled = self.total() > 0 && self.noted == self.total() && self.is_over(course, now);
        settled.then(|| self.attended >= course.rules.needed(self.total()))
    }

    /// What it takes, in the order in which it is done.
    pub fn conditions(&self, course: &Course, now: Moment) -> Vec<Condition> {
        let rules = course.rules;
        let total = self.total();
        let apart = |kind| matches!(kind, Kind::Attendance | Kind::Evaluation | Kind::Test);
        let steps = self.open.iter().filter(|o| !apart(o.kind)).count();
        let tests = self.open.iter().filter(|o| o.kind == Kind::Test).count();
        let there = Condition::Attendance { attended: self.attended, needed: rules.needed(total), total };
        let asked = self.evaluated && rules.evaluation;
        let handed_in = !self.open.iter().any(|o| o.kind == Kind::Evaluation);
        [
            rules.actions.then_some(Condition::Actions(steps as i64)),
            (rules.tests && self.tested).then_some(Condition::Tests(tests as i64)),
            (rules.attendance > 0).then_some(there),
            Some(Condition::Over(self.is_over(course, now))),
            asked.then_some(Condition::Evaluation(handed_in)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether they are to have a certificate now.
    pub fn is_due(&self, course: &Course, now: Moment) -> bool {
        course.rules.given && self.certificate.is_none() && self.conditions(course, now).iter().all(Condition::is_met)
    }
}

/// A certificate in a list.
#[derive(Debug, Clone, Queryable)]
pub struct Issued {
    /// The certificate.
    pub id: CertificateId,
    /// Its number; none once its data are destroyed.
    pub number: Option<String>,
    /// The day it was issued.
    pub issued_on: Option<NaiveDate>,
}

impl Issued {
    /// Its number as people read it.
    pub fn shown(&self) -> Option<String> {
        self.number.as_deref().and_then(Number::parse).map(|n| n.to_string())
    }
}

/// Everything that a certificate says, as it was when it was issued. Nothing changes it afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = crate::platform::db::schema::certificate_facts)]
pub struct Facts {
    /// Its number, as it is stored.
    pub number: String,
    /// Who it was given to.
    pub holder: String,
    /// The first letter of their last name, plain.
    pub initial: String,
    /// Who gave it.
    pub provider: String,
    /// For which training.
    pub training: String,
    /// At which client.
    pub organisation: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// How many meetings there were.
    pub meetings: i32,
    /// At how many of them they were.
    pub attended: i32,
    /// Hours of study.
    pub study_hours: Option<i32>,
    /// Points of accreditation.
    pub accreditation_points: Option<String>,
    /// Who gives those points.
    pub accreditor: Option<String>,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The language it is in.
    pub language: Lang,
    /// Why it replaced another.
    pub reason: Option<String>,
}

impl Facts {
    /// Its number as people read it.
    pub fn shown(&self) -> String {
        Number::parse(&self.number).map_or_else(|| self.number.clone(), |n| n.to_string())
    }

    /// The points with who gives them.
    pub fn accreditation(&self) -> Option<String> {
        let points = self.accreditation_points.as_ref()?;
        Some(self.accreditor.as_ref().map_or_else(|| points.clone(), |by| format!("{points} ({by})")))
    }
}

/// The letter by which somebody shows that they know whose certificate it is: the first of the last name, without
/// what stands before it, without accents.
pub fn initial(last_name: &str) -> String {
    folded(last_name).chars().find(|c| c.is_alphanumeric()).map(String::from).unwrap_or_default()
}

/// The salted hash by which a certificate is known when its data are destroyed.
pub fn seal(salt: &str, number: &str, initial: &str) -> String {
    secret::hash(&format!("certificate\n{salt}\n{number}\n{initial}"))
}

/// A few bits of a number, so that not every seal has to be tried.
pub fn bucket(number: &str) -> String {
    secret::hash(&format!("certificate bucket\n{number}")).chars().take(2).collect()
}

/// What the check page says about a number and a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is genuine, and says this.
    Valid(Box<Facts>),
    /// It was genuine, and was replaced on this day because of this.
    Replaced(Mended, NaiveDate),
    /// It was issued once; what it said is destroyed.
    Destroyed,
    /// Nothing is known by that number and letter.
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn course(attendance: i32) -> Course {
        Course {
            id: ProjectId(1),
            name: "Helder mailen".into(),
            organisation: "Gemeente Lindedam".into(),
            training: "Helder mailen".into(),
            starts_on: day("2026-09-01"),
            ends_on: day("2026-11-30"),
            study_hours: None,
            accreditation_points: None,
            accreditor: None,
            rules: Rules { given: true, attendance, actions: true, evaluation: true, tests: true },
        }
    }

    fn standing(attended: i64, open: &[Kind]) -> Standing {
        let ends = ["2026-11-10T12:30", "2026-11-17T12:30", "2026-11-24T09:00"];
        Standing {
            participant: ParticipantId(1),
            person: PersonId(1),
            name: Name::default(),
            email: String::new(),
            language: None,
            meetings: ends.iter().map(|at| clock::parse(at).unwrap()).collect(),
            noted: 3,
            attended,
            open: open.iter().map(|kind| Open { id: ActionId(1), kind: *kind, title: String::new() }).collect(),
            evaluated: true,
            tested: open.contains(&Kind::Test),
            certificate: None,
        }
    }

    #[test]
    fn a_share_of_the_meetings_is_rounded_in_nobodys_disadvantage_but_never_down() {
        let needed = |percent, total| course(percent).rules.needed(total);
        assert_eq!([needed(80, 2), needed(80, 5), needed(80, 6), needed(100, 3), needed(0, 3)], [2, 4, 5, 3, 0]);
    }

    #[test]
    fn a_certificate_is_due_when_the_last_condition_is_met_and_not_before() {
        let now = clock::parse("2026-11-24T10:00").unwrap();
        assert!(standing(3, &[Kind::Attendance]).is_due(&course(80), now), "being there says that already");
        assert!(!standing(2, &[]).is_due(&course(80), now), "two of three are not 80 %");
        assert!(!standing(3, &[Kind::Upload]).is_due(&course(80), now));
        assert!(!standing(3, &[Kind::Evaluation]).is_due(&course(80), now));
        assert!(!standing(3, &[]).is_due(&course(80), clock::parse("2026-11-24T08:59").unwrap()), "not over yet");
        assert!(!standing(3, &[Kind::Test]).is_due(&course(80), now), "not passed yet");
        let mut untested = course(80);
        untested.rules.tests = false;
        assert!(standing(3, &[Kind::Test]).is_due(&untested, now), "a test that is not asked for is no step either");
        let mut off = course(80);
        off.rules.given = false;
        assert!(!standing(3, &[]).is_due(&off, now));
        let mut without = standing(0, &[]);
        without.meetings.clear();
        assert!(!without.is_due(&course(80), now), "no meeting, nobody there");
        assert!(without.is_due(&course(0), clock::parse("2026-12-01T00:00").unwrap()));
        assert!(!without.is_due(&course(0), now), "the project is not over");
    }

    #[test]
    fn the_letter_is_the_first_of_the_last_name_without_accents() {
        let letters =
            ["Łukasik", "IJsbrands", "Ĳsbrands", "Şahin", "O'Brien", "'s-Gravesande", "Çelik", "Ñandú", "Ømer"];
        assert_eq!(letters.map(initial), ["l", "i", "i", "s", "o", "s", "c", "n", "o"]);
    }
}

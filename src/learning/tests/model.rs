//! Questions, answers and attempts, and when somebody may try.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::making::Release;
use crate::learning::actions::Assignment;
use crate::learning::questionnaire;
use crate::platform::clock::end_of_day;
use crate::platform::db::{Json, Moment, id, text_enum};
use crate::privacy::retention::TEST_DRAFT;

id!(
    /// The number of a test.
    TestId
);

id!(
    /// The number of a question.
    QuestionId
);

id!(
    /// The number of an attempt.
    AttemptId
);

text_enum!(
    /// How a question is answered.
    QuestionKind {
        /// By choosing the one right answer.
        Single = "single",
        /// By choosing every right answer.
        Multiple = "multiple",
        /// In words, which somebody reads.
        Open = "open",
        /// By putting things in order.
        Order = "order",
        /// By saying what belongs to what.
        Matching = "matching",
    }
);

text_enum!(
    /// How far an attempt is.
    State {
        /// Only its owner sees it.
        Draft = "draft",
        /// Handed in, and to be marked.
        Submitted = "submitted",
        /// It has its points.
        Marked = "marked",
    }
);

/// Something to choose, to put in order, or to match. Its text is what an answer says, so that the answer can be read
/// without the question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// What belongs to it, when that is asked.
    pub pair: String,
    /// Whether it is right, when that is asked.
    pub right: bool,
    /// Its place on the page, drawn by lot where the order tells the answer.
    pub shown: usize,
}

/// A question of a test.
#[derive(Debug, Clone, Queryable)]
pub struct Question {
    /// Its number.
    pub id: QuestionId,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question itself.
    pub prompt: String,
    /// What there is to choose from; what is to be put in order, in that order; what is to be matched.
    pub items: Json<Vec<Item>>,
    /// What a right answer earns.
    pub points: i32,
    /// What is said about it when the result is out.
    pub feedback: Option<String>,
}

/// What stands between the two sides of a match in an answer. With wide spaces, which no item can have.
const BELONGS: &str = "\u{2003}→\u{2003}";

impl Question {
    /// What there is, in the order of the page.
    pub fn shown(&self) -> Vec<&Item> {
        let mut items: Vec<&Item> = self.items.get().iter().collect();
        if self.kind == QuestionKind::Order {
            items.sort_by_key(|item| item.shown);
        }
        items
    }

    /// What can belong to something, in the order of the page.
    pub fn pairs(&self) -> Vec<&str> {
        let mut items: Vec<&Item> = self.items.get().iter().collect();
        items.sort_by_key(|item| item.shown);
        items.into_iter().map(|item| item.pair.as_str()).collect()
    }

    /// The places that something can have.
    pub fn places(&self) -> Vec<usize> {
        (1..=self.items.get().len()).collect()
    }

    /// Whether `words` choose `item`.
    pub fn chooses(&self, words: &str, item: &Item) -> bool {
        words.lines().any(|line| line == item.text)
    }

    /// The place that `words` give `item`.
    pub fn place_of(&self, words: &str, item: &Item) -> Option<usize> {
        let mut places = words.lines().filter_map(|line| line.split_once(". "));
        places.find(|(_, text)| *text == item.text).and_then(|(place, _)| place.parse().ok())
    }

    /// What `words` say belongs to `item`.
    pub fn pair_of<'w>(&self, words: &'w str, item: &Item) -> Option<&'w str> {
        let mut pairs = words.lines().filter_map(|line| line.split_once(BELONGS));
        pairs.find(|(text, _)| *text == item.text).map(|(_, pair)| pair)
    }

    /// The line of an answer that gives `item` a place.
    pub fn placed(item: &Item, place: &str) -> String {
        format!("{place}. {}", item.text)
    }

    /// The line of an answer that says what belongs to `item`.
    pub fn paired(item: &Item, pair: &str) -> String {
        format!("{}{BELONGS}{pair}", item.text)
    }

    /// What answers it in full; nothing of one that is answered in words.
    pub fn right(&self) -> Vec<String> {
        let items = self.items.get().iter();
        match self.kind {
            QuestionKind::Single | QuestionKind::Multiple => {
                items.filter(|item| item.right).map(|item| item.text.clone()).collect()
            }
            QuestionKind::Order => {
                (1..).zip(items).map(|(place, item)| Self::placed(item, &format!("{place}"))).collect()
            }
            QuestionKind::Matching => items.map(|item| Self::paired(item, &item.pair)).collect(),
            QuestionKind::Open => Vec::new(),
        }
    }
}

/// The answers that are there, by question; an empty answer is no answer.
pub type Answers = questionnaire::Answers<Question>;

/// A test, as those who take it need it.
#[derive(Debug, Clone, Queryable)]
pub struct Test {
    /// Its number.
    pub id: TestId,
    /// How many attempts everybody has.
    pub attempts: i32,
    /// The share of the points that passes, in hundredths; nothing for a test that cannot be failed.
    pub pass_mark: Option<i32>,
    /// When results are shown.
    pub result: Release,
    /// When staff showed them.
    pub released_at: Option<Moment>,
    /// Whether it can be taken.
    pub open: bool,
    /// Counts the changes of its questions.
    pub revision: i32,
}

impl Test {
    /// Whether what was marked is shown to whom it is about.
    pub fn is_released(&self) -> bool {
        self.result == Release::AtOnce || self.released_at.is_some()
    }

    /// Whether `score` passes; nothing when it cannot be failed.
    pub fn passes(&self, score: Score) -> Option<bool> {
        self.pass_mark.map(|mark| score.reaches(mark))
    }
}

/// Points, of how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Score {
    /// What was earned.
    pub points: i32,
    /// What there was to earn.
    pub most: i32,
}

impl Score {
    /// In whole hundredths, rounded down, so that nobody reads a pass mark that was not reached.
    pub fn percent(self) -> i64 {
        i64::from(self.points) * 100 / i64::from(self.most.max(1))
    }

    /// Whether it is at least `mark` hundredths, reckoned without rounding.
    pub fn reaches(self, mark: i32) -> bool {
        i64::from(self.points) * 100 >= i64::from(mark) * i64::from(self.most)
    }
}

/// An attempt of one participant.
#[derive(Debug, Clone, Queryable)]
pub struct Attempt {
    /// Its number.
    pub id: AttemptId,
    /// Which one it is, from 1.
    pub number: i32,
    /// How far it is.
    pub state: State,
    /// Counts the times it was saved, so that one window does not undo what another did.
    pub version: i32,
    /// When it was saved last; of one that was handed in, when that was.
    pub saved_at: Moment,
    /// What it earned, once it is marked.
    pub score: Option<Score>,
    /// Whether that passes; nothing as long as it is not marked, or when it cannot be failed.
    pub passed: Option<bool>,
}

impl Attempt {
    /// Whether somebody still has to read it.
    pub fn is_read(&self) -> bool {
        self.state == State::Submitted
    }
}

/// What was answered to one question, with what it earned.
#[derive(Debug, Clone, Queryable)]
pub struct Given {
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub words: String,
    /// What it earned, once that is known.
    pub points: Option<i32>,
    /// What the reader said about it.
    pub comment: Option<String>,
}

/// How far a student is with a test, as their path shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It cannot be taken yet.
    Shut,
    /// It can be taken.
    Ready,
    /// There is a draft, saved at this moment.
    Begun(Moment),
    /// It was handed in, and has no result yet.
    Waits,
    /// It was not passed, and there is no attempt left.
    Spent,
}

impl Stage {
    /// Whether there is something that the student can do.
    pub fn is_theirs(self) -> bool {
        matches!(self, Self::Ready | Self::Begun(_))
    }
}

/// Whether somebody may try, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// They may.
    Open,
    /// The test is not ready.
    Shut,
    /// The project is over.
    Over,
    /// The last attempt has no result yet.
    Waits,
    /// They passed.
    Passed,
    /// They have no attempt left.
    Spent,
}

/// A test as it stands for one participant.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The action that asks for it.
    pub action: Assignment,
    /// The last day of the project.
    pub ends_on: NaiveDate,
    /// The test.
    pub test: Test,
    /// Its questions, in order.
    pub questions: Vec<Question>,
    /// The attempts, the first first.
    pub attempts: Vec<Attempt>,
    /// The answers of the draft.
    pub answers: Answers,
    /// The answers of the last attempt that was handed in.
    pub given: Vec<Given>,
}

impl Sheet {
    /// What is not handed in yet.
    pub fn draft(&self) -> Option<&Attempt> {
        self.attempts.iter().find(|a| a.state == State::Draft)
    }

    /// The last attempt that was handed in.
    pub fn last(&self) -> Option<&Attempt> {
        self.handed_in().last()
    }

    /// The attempts that were handed in.
    pub fn handed_in(&self) -> impl Iterator<Item = &Attempt> {
        self.attempts.iter().filter(|a| a.state != State::Draft)
    }

    /// The version that is saved; 0 for nothing.
    pub fn version(&self) -> i32 {
        self.draft().map_or(0, |d| d.version)
    }

    /// Which attempt the next is.
    pub fn number(&self) -> i32 {
        self.last().map_or(1, |last| last.number + 1)
    }

    /// How many attempts there still are, the one that was begun included.
    pub fn left(&self) -> i64 {
        i64::from(self.test.attempts - self.number() + 1).max(0)
    }

    /// Whether the result of the last attempt is there for them to see.
    pub fn is_out(&self) -> bool {
        self.test.is_released() && self.last().is_some_and(|last| last.state == State::Marked)
    }

    /// Whether they may try at `now`.
    pub fn gate(&self, now: Moment) -> Gate {
        match self.last() {
            Some(_) if !self.is_out() => Gate::Waits,
            Some(last) if last.passed == Some(true) => Gate::Passed,
            Some(_) if self.left() == 0 => Gate::Spent,
            _ if now > end_of_day(self.ends_on) => Gate::Over,
            _ if !self.test.open || self.questions.is_empty() => Gate::Shut,
            _ => Gate::Open,
        }
    }

    /// Whether right answers are shown: when they are of no more use.
    pub fn tells(&self, now: Moment) -> bool {
        self.is_out() && matches!(self.gate(now), Gate::Passed | Gate::Spent | Gate::Over)
    }
}

/// The last moment of a draft that is saved at `now`.
pub fn draft_until(now: Moment) -> Moment {
    TEST_DRAFT.stamp(now).destroy_at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_mark_is_reached_exactly_or_not_at_all() {
        let score = |points, most| Score { points, most };
        assert!(score(11, 20).reaches(55) && !score(10, 20).reaches(55));
        assert!(!score(54, 99).reaches(55), "54.5 % is not 55 %");
        assert_eq!(score(54, 99).percent(), 54);
        assert_eq!([score(0, 7).percent(), score(7, 7).percent(), score(199, 200).percent()], [0, 100, 99]);
        assert!(score(0, 7).reaches(0) && score(7, 7).reaches(100) && !score(6, 7).reaches(100));
    }
}

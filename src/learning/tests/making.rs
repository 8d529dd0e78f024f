//! What staff make a test of.

use chrono::NaiveDate;

use super::model::{Item, QuestionKind, Test};
use crate::planning::projects::ProjectId;
use crate::planning::trainings::TrainingId;
use crate::platform::db::text_enum;

text_enum!(
    /// When results are shown to those they are about.
    Release {
        /// As soon as they are marked.
        AtOnce = "at_once",
        /// When staff say so.
        ByStaff = "by_staff",
    }
);

/// What a test belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A training: each project that is made of it later gets a copy.
    Training(TrainingId),
    /// A project.
    Project(ProjectId),
}

/// When a test is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// So many days after the start of a project.
    After(i32),
    /// On this day.
    On(NaiveDate),
}

/// What a test is made of, besides its questions.
#[derive(Debug, Clone)]
pub struct NewTest {
    /// What it is called.
    pub title: String,
    /// What stands above the questions.
    pub introduction: String,
    /// How long it takes, in minutes.
    pub minutes: Option<i32>,
    /// The last day to do it.
    pub due: Due,
    /// How many attempts everybody has.
    pub attempts: i32,
    /// The share of the points that passes, in hundredths.
    pub pass_mark: Option<i32>,
    /// When results are shown.
    pub result: Release,
}

impl NewTest {
    /// Whether it differs from `test` in what those who began rely on.
    pub fn breaks(&self, test: &Test) -> bool {
        self.pass_mark != test.pass_mark || self.result != test.result
    }
}

/// A question, as staff typed it.
#[derive(Debug, Clone)]
pub struct NewQuestion {
    /// Its place among the others, from 1.
    pub position: i32,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question itself.
    pub prompt: String,
    /// What there is to choose, to order or to match.
    pub items: Vec<Item>,
    /// What a right answer earns.
    pub points: i32,
    /// What is said about it when the result is out.
    pub feedback: Option<String>,
}

/// A test, as those who make it see it.
#[derive(Debug, Clone)]
pub struct Made {
    /// The test.
    pub test: Test,
    /// What it belongs to.
    pub place: Place,
    /// What that is called.
    pub home: String,
    /// What it is called.
    pub title: String,
    /// What stands above the questions.
    pub introduction: String,
    /// How long it takes, in minutes.
    pub minutes: Option<i32>,
    /// The last day to do it.
    pub due: Due,
    /// How many attempts somebody has used; 0 when nobody began. From then on what they rely on stays as it is.
    pub used: i32,
}

impl Made {
    /// Whether somebody began.
    pub fn is_settled(&self) -> bool {
        self.used > 0
    }
}

/// Draws by lot where each of `items` stands on the page, so that the page does not tell the answer: never as they
/// are, when there is more than one.
pub fn shuffle(items: &mut [Item]) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    loop {
        places.sort_by_cached_key(|_| rand::random::<u64>());
        if items.len() < 2 || !places.is_sorted() {
            break;
        }
    }
    for (item, place) in items.iter_mut().zip(places) {
        item.shown = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_never_shows_the_right_order() {
        let item = |text: &str| Item { text: text.into(), pair: String::new(), right: false, shown: 0 };
        for _ in 0..50 {
            let mut items = ["a", "b"].map(item);
            shuffle(&mut items);
            assert_eq!(items.map(|i| i.shown), [1, 0]);
        }
        let mut one = [item("a")];
        shuffle(&mut one);
    }
}

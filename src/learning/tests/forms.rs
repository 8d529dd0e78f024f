//! What a student answers, what staff make a test of, and the points they give.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::making::{Due, Made, NewQuestion, NewTest, Release, shuffle};
use super::model::{Item, Question, QuestionId, QuestionKind};
use crate::learning::questionnaire::{Asked, Filled};
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The answers as they were sent.
pub type AttemptForm = Filled;

impl Asked for Question {
    type Id = QuestionId;

    fn id(&self) -> QuestionId {
        self.id
    }

    fn prompt(&self) -> &str {
        &self.prompt
    }

    fn is_required(&self) -> bool {
        true
    }

    fn most(&self) -> usize {
        if self.kind == QuestionKind::Open { 4000 } else { 10_000 }
    }

    fn takes(&self, words: &str) -> bool {
        let (items, places) = (self.items.get(), self.places());
        let is_place = |at: usize| places.contains(&at);
        let known = |line: &str| match self.kind {
            QuestionKind::Order => items.iter().any(|i| self.place_of(line, i).is_some_and(is_place)),
            QuestionKind::Matching => {
                items.iter().any(|i| self.pair_of(line, i).is_some_and(|pair| self.pairs().contains(&pair)))
            }
            _ => items.iter().any(|i| i.text == line),
        };
        match self.kind {
            QuestionKind::Open => true,
            QuestionKind::Single => words.lines().count() == 1 && known(words),
            _ => words.lines().all(known),
        }
    }

    fn read(&self, form: &Filled) -> String {
        let field = self.field();
        let part = |at: usize| form.field(&format!("{field}-{at}")).map(str::trim).filter(|said| !said.is_empty());
        let lines = |line: fn(&Item, &str) -> String| {
            let shown = self.shown().into_iter().enumerate();
            shown.filter_map(|(at, item)| Some(line(item, part(at)?))).collect::<Vec<_>>()
        };
        let lines = match self.kind {
            QuestionKind::Single | QuestionKind::Open => return form.field(&field).unwrap_or_default().to_owned(),
            QuestionKind::Multiple => form.ticked(&field).map(str::to_owned).collect(),
            QuestionKind::Matching => lines(Question::paired),
            QuestionKind::Order => {
                let mut lines = lines(Question::placed);
                lines.sort_by_key(|line| line.split_once(". ").and_then(|(place, _)| place.parse::<usize>().ok()));
                lines
            }
        };
        lines.join("\n")
    }
}

/// Whether nothing is missing in the answer `words`.
fn is_whole(question: &Question, words: &str) -> bool {
    let mut items = question.items.get().iter();
    match question.kind {
        QuestionKind::Order => items.all(|item| question.place_of(words, item).is_some()),
        QuestionKind::Matching => items.all(|item| question.pair_of(words, item).is_some()),
        _ => !words.is_empty(),
    }
}

/// Whether two things have the same place.
fn has_twice(question: &Question, words: &str) -> bool {
    let mut places: Vec<_> = question.items.get().iter().filter_map(|item| question.place_of(words, item)).collect();
    let count = places.len();
    places.sort_unstable();
    places.dedup();
    question.kind == QuestionKind::Order && places.len() < count
}

/// What keeps an attempt from being handed in. What is missing does so once: whoever ticks that they mean it hands in
/// without it.
pub fn check(form: &AttemptForm, questions: &[Question]) -> Errors {
    let mut errors = form.limits(questions);
    for question in questions {
        let (field, words) = (question.field(), form.typed(question));
        if has_twice(question, &words) {
            errors.add(&field, Wrong::Twice);
        } else if !is_whole(question, &words) && !errors.has(&field) && !is_meant(form) {
            errors.add(&field, Wrong::Required);
        }
    }
    errors
}

/// Whether somebody ticked that they hand in what they have.
pub fn is_meant(form: &AttemptForm) -> bool {
    form.field("incomplete").is_some()
}

/// Which questions the page that `form` was on asked.
pub fn revision(form: &AttemptForm) -> i32 {
    form.field("revision").and_then(|r| r.parse().ok()).unwrap_or_default()
}

/// A test, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TestForm {
    /// What it is called.
    pub title: String,
    /// What stands above the questions.
    pub introduction: String,
    /// How long it takes.
    pub minutes: String,
    /// The last day, of a project; how many days after its start, of a training.
    pub due: String,
    /// How many attempts.
    pub attempts: String,
    /// The share that passes; empty for none.
    pub pass_mark: String,
    /// When results are shown.
    pub result: String,
}

impl TestForm {
    /// The form for a test that is not there yet.
    pub fn fresh() -> Self {
        Self {
            attempts: "2".into(),
            pass_mark: "55".into(),
            result: Release::AtOnce.as_str().into(),
            ..Self::default()
        }
    }

    /// The form for `made`, as it is.
    pub fn of(made: &Made) -> Self {
        let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
        Self {
            title: made.title.clone(),
            introduction: made.introduction.clone(),
            minutes: number(made.minutes),
            due: match made.due {
                Due::On(day) => day.to_string(),
                Due::After(days) => days.to_string(),
            },
            attempts: made.test.attempts.to_string(),
            pass_mark: number(made.test.pass_mark),
            result: made.test.result.as_str().into(),
        }
    }

    /// What it says; `in_project` when it belongs to one.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self, in_project: bool) -> Result<NewTest, Errors> {
        let mut errors = Errors::default();
        let some = |errors: &mut Errors, field: &str, text: &str, least: i32, most: i32| {
            if text.trim().is_empty() { None } else { errors.number(field, text, least, most) }
        };
        let title = errors.required("title", &self.title, 120);
        let introduction = errors.required("introduction", &self.introduction, 2000);
        let minutes = some(&mut errors, "minutes", &self.minutes, 1, 600);
        let due = match in_project {
            true => Due::On(errors.date("due", &self.due).unwrap_or_else(NaiveDate::default)),
            false => Due::After(errors.number("due", &self.due, 0, 730).unwrap_or_default()),
        };
        let attempts = errors.number("attempts", &self.attempts, 1, 10).unwrap_or_default();
        let pass_mark = some(&mut errors, "pass_mark", &self.pass_mark, 1, 100);
        let result = Release::parse(&self.result);
        if result.is_none() {
            errors.add("result", Wrong::Required);
        }
        let result = result.unwrap_or(Release::AtOnce);
        errors.or(NewTest { title, introduction, minutes, due, attempts, pass_mark, result })
    }

    /// What the fields are called.
    pub fn labels(t: &Texts, in_project: bool) -> Vec<(String, String)> {
        vec![
            ("title".into(), t.tests_field_title()),
            ("introduction".into(), t.tests_field_introduction()),
            ("minutes".into(), t.tests_field_minutes()),
            ("due".into(), if in_project { t.tests_field_due() } else { t.tests_field_due_days() }),
            ("attempts".into(), t.tests_field_attempts()),
            ("pass_mark".into(), t.tests_field_pass_mark()),
            ("result".into(), t.tests_field_result()),
        ]
    }
}

/// How many things one question can have.
pub const ROWS: usize = 8;

/// A question, as it was typed: its rows are fields with a number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Vec<(String, String)>")]
pub struct QuestionForm {
    fields: Vec<(String, String)>,
}

impl From<Vec<(String, String)>> for QuestionForm {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self { fields }
    }
}

impl QuestionForm {
    /// The form for a new question at `position`.
    pub fn new(kind: QuestionKind, position: i32) -> Self {
        let fields = [("kind", kind.as_str().to_owned()), ("points", "1".into()), ("position", position.to_string())];
        Self { fields: fields.map(|(name, value)| (name.to_owned(), value)).into() }
    }

    /// The form for `question` at `position`, as it is.
    pub fn of(question: &Question, position: i32) -> Self {
        let mut form = Self::new(question.kind, position);
        form.fields.retain(|f| f.0 != "points");
        let mut add = |name: String, value: &str| form.fields.push((name, value.to_owned()));
        add("points".into(), &question.points.to_string());
        add("prompt".into(), &question.prompt);
        add("feedback".into(), question.feedback.as_deref().unwrap_or_default());
        for (row, item) in (1..).zip(question.items.get()) {
            add(format!("text-{row}"), &item.text);
            add(format!("pair-{row}"), &item.pair);
            if item.right {
                add("right".into(), &format!("{row}"));
            }
        }
        form
    }

    /// What stands in the field `name`.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|f| f.0 == name).map(|f| f.1.as_str()).unwrap_or_default()
    }

    /// What stands in the field `name` of row `row`.
    pub fn row(&self, name: &str, row: &usize) -> &str {
        self.get(&format!("{name}-{row}"))
    }

    /// How it is answered.
    pub fn kind(&self) -> Option<QuestionKind> {
        QuestionKind::parse(self.get("kind"))
    }

    /// Whether what stands in row `row` is right.
    pub fn is_right(&self, row: &usize) -> bool {
        self.fields.iter().any(|f| f.0 == "right" && f.1 == row.to_string())
    }

    /// What it says.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self) -> Result<NewQuestion, Errors> {
        let mut errors = Errors::default();
        let kind = self.kind();
        if kind.is_none() {
            errors.add("kind", Wrong::NotAChoice);
        }
        let kind = kind.unwrap_or(QuestionKind::Open);
        let prompt = errors.required("prompt", self.get("prompt"), 1000);
        let items = self.items(kind, &mut errors);
        let points = errors.number("points", self.get("points"), 1, 100).unwrap_or_default();
        let position = errors.number("position", self.get("position"), 1, 99).unwrap_or_default();
        let feedback = errors.optional("feedback", self.get("feedback"), 2000);
        errors.or(NewQuestion { position, kind, prompt, items, points, feedback })
    }

    fn items(&self, kind: QuestionKind, errors: &mut Errors) -> Vec<Item> {
        if kind == QuestionKind::Open {
            return Vec::new();
        }
        let (matching, chosen) = (kind == QuestionKind::Matching, is_chosen(kind));
        let mut items = Vec::new();
        // What two things have in common cannot be told apart in an answer.
        let mut seen: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for row in 1..=ROWS {
            let mut typed = |name: &'static str| {
                let field = format!("{name}-{row}");
                let text = self.get(&field).split_whitespace().collect::<Vec<_>>().join(" ");
                let text = errors.optional(&field, &text, 300).unwrap_or_default();
                if !text.is_empty() && seen.insert((name, text.clone()), row).is_some() {
                    errors.add(&field, Wrong::Twice);
                }
                text
            };
            let (text, pair) = (typed("text"), if matching { typed("pair") } else { String::new() });
            let right = chosen && self.is_right(&row);
            if text.is_empty() && (right || !pair.is_empty()) {
                errors.add(&format!("text-{row}"), Wrong::Required);
            }
            if matching && pair.is_empty() && !text.is_empty() {
                errors.add(&format!("pair-{row}"), Wrong::Required);
            }
            if !text.is_empty() {
                items.push(Item { text, pair, right, shown: 0 });
            }
        }
        for row in items.len() + 1..=2 {
            if !errors.has(&format!("text-{row}")) {
                errors.add(&format!("text-{row}"), Wrong::Required);
            }
        }
        let right = items.iter().filter(|item| item.right).count();
        if chosen && right == 0 {
            errors.add("right", Wrong::Required);
        }
        if kind == QuestionKind::Single && right > 1 {
            errors.add("right", Wrong::NotAChoice);
        }
        shuffle(&mut items);
        items
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        let mut labels = vec![
            ("prompt".into(), t.tests_field_prompt()),
            ("right".into(), t.tests_field_right()),
            ("points".into(), t.tests_field_points()),
            ("position".into(), t.tests_field_position()),
            ("feedback".into(), t.tests_field_feedback()),
        ];
        for row in 1..=ROWS {
            labels.push((format!("text-{row}"), t.tests_field_text(row as i64)));
            labels.push((format!("pair-{row}"), t.tests_field_pair(row as i64)));
        }
        labels
    }
}

/// Whether the answer is chosen from what there is.
pub fn is_chosen(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::Single | QuestionKind::Multiple)
}

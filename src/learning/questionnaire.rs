//! What every questionnaire does alike, whatever it asks: the form as it was sent, its fields, and what is wrong with
//! them. Intakes and evaluations each have questions and a page of their own.

use std::collections::BTreeMap;
use std::fmt::Display;

use actix_web::HttpResponse;
use serde::Deserialize;

use crate::platform::db::Moment;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Audience, Cx, Errors, Why, Wrong};

/// A question of a questionnaire.
pub trait Asked {
    /// What numbers it.
    type Id: Copy + Ord + Display;

    /// Its number.
    fn id(&self) -> Self::Id;

    /// The question itself.
    fn prompt(&self) -> &str;

    /// Whether it must be answered.
    fn is_required(&self) -> bool;

    /// How many characters an answer may have.
    fn most(&self) -> usize;

    /// Whether `words`, which are some, can be an answer, however long.
    fn takes(&self, words: &str) -> bool;

    /// The name of its field.
    fn field(&self) -> String {
        format!("answer-{}", self.id())
    }

    /// What `form` has as the answer to it, as one text; where the answer is spread over several fields, one made of
    /// them.
    fn read(&self, form: &Filled) -> String {
        form.field(&self.field()).unwrap_or_default().to_owned()
    }
}

/// The answers that are there, by question; an empty answer is no answer.
pub type Answers<Q> = BTreeMap<<Q as Asked>::Id, String>;

/// The form as it was sent: its questions are data, so its fields are pairs.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(from = "Vec<(String, String)>")]
pub struct Filled {
    /// The version that was on the page.
    pub version: i32,
    fields: Vec<(String, String)>,
}

impl From<Vec<(String, String)>> for Filled {
    fn from(fields: Vec<(String, String)>) -> Self {
        let mut form = Self { version: 0, fields };
        form.version = form.field("version").and_then(|v| v.parse().ok()).unwrap_or_default();
        form
    }
}

impl Filled {
    /// What stood in the field `name`, as it was sent.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|f| f.0 == name).map(|f| f.1.as_str())
    }

    /// Everything that was ticked in the field `name`.
    pub fn ticked(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |f| f.0 == name).map(|f| f.1.as_str())
    }

    /// What was typed as an answer to `question`. Browsers send a line's end as two characters, which would count
    /// twice against the limit.
    pub fn typed<Q: Asked>(&self, question: &Q) -> String {
        question.read(self).replace("\r\n", "\n").trim().to_owned()
    }

    /// What there is to save, however long or incomplete: a draft loses nothing.
    pub fn draft<Q: Asked>(&self, questions: &[Q]) -> Answers<Q> {
        let answers = questions.iter().map(|q| (q, self.typed(q)));
        answers.filter(|(q, words)| !words.is_empty() && q.takes(words)).map(|(q, words)| (q.id(), words)).collect()
    }

    /// What is wrong with what was typed so far.
    pub fn limits<Q: Asked>(&self, questions: &[Q]) -> Errors {
        let mut errors = Errors::default();
        for question in questions {
            let typed = self.typed(question);
            if !typed.is_empty() && !question.takes(&typed) {
                errors.add(&question.field(), Wrong::NotAChoice);
            }
            errors.optional(&question.field(), &typed, question.most());
        }
        errors
    }

    /// What keeps it from being handed in.
    pub fn check<Q: Asked>(&self, questions: &[Q]) -> Errors {
        let mut errors = Errors::default();
        let wrong = self.limits(questions);
        for question in questions {
            let field = question.field();
            for wrong in wrong.of(&field) {
                errors.add(&field, wrong.clone());
            }
            if question.is_required() && self.typed(question).is_empty() {
                errors.add(&field, Wrong::Required);
            }
        }
        errors
    }

    /// What is wrong with it, `handed_in` or only saved.
    pub fn wrong<Q: Asked>(&self, questions: &[Q], handed_in: bool) -> Errors {
        if handed_in { self.check(questions) } else { self.limits(questions) }
    }

    /// What stands in each field once more, also what is no answer, so that nothing typed is gone.
    pub fn again<Q: Asked>(&self, questions: &[Q]) -> Answers<Q> {
        questions.iter().map(|q| (q.id(), self.typed(q))).collect()
    }

    /// What was typed and is not among the answers `saved`.
    pub fn unsent<'q, Q: Asked>(&self, questions: &'q [Q], saved: &Answers<Q>) -> Vec<(&'q Q, String)> {
        let typed = questions.iter().map(|q| (q, self.typed(q)));
        typed.filter(|(q, words)| !words.is_empty() && saved.get(&q.id()) != Some(words)).collect()
    }
}

/// What became of a questionnaire that was sent.
pub enum Outcome {
    /// It was saved, or handed in if that was asked.
    Done,
    /// It was saved, and something is wrong with it.
    Wrong(Errors),
    /// Nothing was saved: another window saved something else in the meantime, or what was asked changed.
    Conflict,
    /// Nothing was saved: it was handed in before, or it is not the time.
    Closed,
}

impl Outcome {
    /// What a script is told that saved in passing, where `version` is kept since `saved_at`.
    ///
    /// # Errors
    /// [`Error::Conflict`] when nothing was saved.
    pub fn in_passing<A: Audience>(&self, cx: &Cx<A>, saved_at: Option<Moment>, version: i32) -> Answer {
        if matches!(self, Self::Conflict | Self::Closed) {
            return Err(Error::Conflict);
        }
        let words = cx.t.intakes_saved_at(cx.lang.time(saved_at.unwrap_or(cx.now())));
        Ok(HttpResponse::Ok().json(serde_json::json!({ "saved_at_text": words, "version": version })).into())
    }
}

/// When the draft was saved, in words; empty when what stands in the form is something else.
pub fn state<A: Audience>(cx: &Cx<A>, why: Why, saved_at: Option<Moment>) -> String {
    let saved_at = saved_at.filter(|_| why.is_kept());
    saved_at.map_or_else(String::new, |at| cx.t.intakes_saved(cx.lang.moment(at)))
}

/// A question with what stands in its field.
pub struct Field<'q, Q> {
    /// The question.
    pub question: &'q Q,
    /// The name of the field.
    pub id: String,
    /// What helps to answer it.
    pub hint: String,
    /// What stands in it.
    pub typed: String,
    /// What another window saved, where that differs.
    pub elsewhere: Option<String>,
}

/// The fields of `questions` with `typed` in them, where `saved` is saved.
pub fn fields<'q, Q: Asked>(
    questions: &'q [Q],
    typed: &Answers<Q>,
    saved: &Answers<Q>,
    why: Why,
    hint: impl Fn(&Q) -> String,
) -> Vec<Field<'q, Q>> {
    let of = |answers: &Answers<Q>, question: &Q| answers.get(&question.id()).cloned().unwrap_or_default();
    let field = |question: &'q Q| {
        let (typed, saved) = (of(typed, question), of(saved, question));
        let elsewhere = (why == Why::Conflict && saved != typed).then_some(saved);
        Field { id: question.field(), hint: hint(question), question, typed, elsewhere }
    };
    questions.iter().map(field).collect()
}

/// What is wrong, with the question it is about: "fill this in" alone says too little in a list.
pub fn wrongs<'f, A: Audience, Q: Asked>(
    cx: &Cx<A>,
    fields: &'f [Field<'_, Q>],
    errors: &Errors,
) -> Vec<(&'f str, &'f str, String)> {
    let wrongs = fields.iter().flat_map(|f| errors.of(&f.id).iter().map(move |w| (f, w)));
    wrongs.map(|(f, w)| (f.id.as_str(), f.question.prompt(), cx.say(w))).collect()
}

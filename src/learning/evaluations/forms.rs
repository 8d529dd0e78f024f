//! What a student types in an evaluation.

use serde::Deserialize;

use super::model::{Answers, Question, QuestionKind, Sheet, Style};
use crate::platform::web::{Errors, Wrong};

/// The form as it was sent: its questions are data, so its fields are pairs.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(from = "Vec<(String, String)>")]
pub struct EvaluationForm {
    /// The version that was on the page.
    pub version: i32,
    /// What the page promised about the name.
    pub promised: Option<Style>,
    fields: Vec<(String, String)>,
}

impl From<Vec<(String, String)>> for EvaluationForm {
    fn from(fields: Vec<(String, String)>) -> Self {
        let field = |name: &str| fields.iter().find(|f| f.0 == name).map(|f| f.1.as_str());
        let version = field("version").and_then(|v| v.parse().ok()).unwrap_or_default();
        let promised = field("promised").and_then(Style::parse);
        Self { version, promised, fields }
    }
}

impl EvaluationForm {
    /// What was typed as an answer to `question`. Browsers send a line's end as two characters, which would count
    /// twice against the limit.
    pub fn typed(&self, question: &Question) -> String {
        let name = question.field();
        let typed = self.fields.iter().find(|f| f.0 == name).map(|f| f.1.replace("\r\n", "\n"));
        typed.map(|t| t.trim().to_owned()).unwrap_or_default()
    }

    /// What there is to save, however long or incomplete: a draft loses nothing.
    pub fn draft(&self, questions: &[Question]) -> Answers {
        let answers = questions.iter().map(|q| (q, self.typed(q)));
        answers.filter(|(q, words)| !words.is_empty() && fits(q, words)).map(|(q, words)| (q.id, words)).collect()
    }

    /// Whether it says what `sheet` has.
    pub fn says(&self, sheet: &Sheet) -> bool {
        self.draft(&sheet.questions) == sheet.answers
    }

    /// What is wrong with what was typed so far.
    pub fn limits(&self, questions: &[Question]) -> Errors {
        let mut errors = Errors::default();
        for question in questions {
            let typed = self.typed(question);
            if !fits(question, &typed) {
                errors.add(&question.field(), Wrong::NotAChoice);
            }
            errors.optional(&question.field(), &typed, question.most());
        }
        errors
    }

    /// What keeps it from being handed in.
    pub fn check(&self, questions: &[Question]) -> Errors {
        let mut errors = Errors::default();
        let wrong = self.limits(questions);
        for question in questions {
            let field = question.field();
            for wrong in wrong.of(&field) {
                errors.add(&field, wrong.clone());
            }
            if question.required && self.typed(question).is_empty() {
                errors.add(&field, Wrong::Required);
            }
        }
        errors
    }
}

fn fits(question: &Question, words: &str) -> bool {
    question.kind == QuestionKind::Open || words.is_empty() || question.choices().iter().any(|c| c == words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::evaluations::model::QuestionId;
    use crate::platform::db::Json;
    use crate::platform::web::parse;

    fn question(id: i64, kind: QuestionKind) -> Question {
        let options = Json::new(vec!["Ja".to_owned(), "Nee".to_owned()]).unwrap();
        Question { id: QuestionId(id), kind, prompt: "Waarom?".into(), hint: None, options, required: true }
    }

    #[test]
    fn a_mark_is_from_one_to_ten_and_a_choice_is_one_of_those_offered() {
        let questions = [1, 2, 3]
            .map(|id| question(id, [QuestionKind::Scale, QuestionKind::Choice, QuestionKind::Open][id as usize - 1]));
        let form: EvaluationForm =
            parse(b"version=2&promised=named&answer-1=11&answer-2=Ja&answer-3=+Goed%0D%0A!").unwrap();
        assert_eq!((form.version, form.promised), (2, Some(Style::Named)));
        let draft = form.draft(&questions);
        assert_eq!(draft.values().collect::<Vec<_>>(), ["Ja", "Goed\n!"], "what is no mark is no answer");
        assert!(form.check(&questions).has("answer-1"));
        let form: EvaluationForm = parse(b"answer-1=10&answer-2=Ja&answer-3=x").unwrap();
        assert!(form.check(&questions).is_empty());
        assert_eq!(form.promised, None);
    }
}

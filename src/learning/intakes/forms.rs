//! What a student types in an intake.

use serde::Deserialize;

use super::model::{Answers, Question, QuestionKind};
use crate::platform::web::{Errors, Wrong};

/// The form as it was sent: its questions are data, so its fields are pairs.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(from = "Vec<(String, String)>")]
pub struct IntakeForm {
    /// The version that was on the page.
    pub version: i32,
    fields: Vec<(String, String)>,
}

impl From<Vec<(String, String)>> for IntakeForm {
    fn from(fields: Vec<(String, String)>) -> Self {
        let version = fields.iter().find(|f| f.0 == "version").and_then(|f| f.1.parse().ok());
        Self { version: version.unwrap_or_default(), fields }
    }
}

impl IntakeForm {
    /// What was typed as an answer to `question`. Browsers send a line's end as two characters, which would
    /// count twice against the limit.
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
    question.kind != QuestionKind::Choice || words.is_empty() || question.options.get().iter().any(|o| o == words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::intakes::QuestionId;
    use crate::platform::db::Json;
    use crate::platform::web::parse;

    fn question(id: i64, kind: QuestionKind, required: bool) -> Question {
        let options = Json::new(vec!["Elke dag".to_owned(), "Bijna nooit".to_owned()]).unwrap();
        let prompt = "Waarom?".into();
        Question { id: QuestionId(id), kind, prompt, hint: None, options, required, learning_wish: false }
    }

    #[test]
    fn fields_are_found_by_the_number_of_their_question() {
        let form: IntakeForm = parse(b"version=3&answer-12=+brieven%0D%0Aen+mails+&answer-1=niets").unwrap();
        assert_eq!(form.version, 3);
        assert_eq!(form.typed(&question(12, QuestionKind::Text, true)), "brieven\nen mails");
        assert_eq!(form.typed(&question(2, QuestionKind::Text, true)), "");
    }

    #[test]
    fn a_draft_takes_what_cannot_be_handed_in_yet() {
        let long = "a".repeat(4001);
        let form = IntakeForm::from(vec![
            ("answer-1".to_owned(), long.clone()),
            ("answer-2".to_owned(), "Soms".to_owned()),
            ("answer-3".to_owned(), "Elke dag".to_owned()),
        ]);
        let questions = [
            question(1, QuestionKind::Text, true),
            question(2, QuestionKind::Choice, true),
            question(3, QuestionKind::Choice, true),
            question(4, QuestionKind::Line, true),
            question(5, QuestionKind::Line, false),
        ];
        let draft = form.draft(&questions);
        assert_eq!(draft.get(&QuestionId(1)), Some(&long));
        assert_eq!(draft.keys().map(|q| q.0).collect::<Vec<_>>(), [1, 3], "what is no choice is no answer");
        let wrong: Vec<_> = form.check(&questions).all().map(|(f, w)| (f.to_owned(), w.clone())).collect();
        let expected =
            [("answer-1", Wrong::TooLong(4000)), ("answer-2", Wrong::NotAChoice), ("answer-4", Wrong::Required)];
        assert_eq!(wrong, expected.map(|(f, w)| (f.to_owned(), w)));
    }
}

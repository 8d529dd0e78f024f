//! What a student types in an intake.

use super::model::{Question, QuestionId, QuestionKind};
use crate::learning::questionnaire::{Asked, Filled};

/// The form as it was sent.
pub type IntakeForm = Filled;

impl Asked for Question {
    type Id = QuestionId;

    fn id(&self) -> QuestionId {
        self.id
    }

    fn prompt(&self) -> &str {
        &self.prompt
    }

    fn is_required(&self) -> bool {
        self.required
    }

    fn most(&self) -> usize {
        match self.kind {
            QuestionKind::Line | QuestionKind::Choice => 200,
            QuestionKind::Text => 4000,
        }
    }

    fn takes(&self, words: &str) -> bool {
        self.kind != QuestionKind::Choice || self.options.get().iter().any(|o| o == words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::intakes::QuestionId;
    use crate::platform::db::Json;
    use crate::platform::web::{Wrong, parse};

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

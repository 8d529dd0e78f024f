//! What a student types in an evaluation.

use super::model::{Question, QuestionId, QuestionKind, Sheet, Style};
use crate::learning::questionnaire::{Asked, Filled};

/// The form as it was sent.
pub type EvaluationForm = Filled;

/// What the page that `form` was on promised about the name.
pub fn promised(form: &EvaluationForm) -> Option<Style> {
    form.field("promised").and_then(Style::parse)
}

/// Whether `form` says what `sheet` has.
pub fn says(form: &EvaluationForm, sheet: &Sheet) -> bool {
    form.draft(&sheet.questions) == sheet.answers
}

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
        if self.kind == QuestionKind::Open { 4000 } else { 200 }
    }

    fn takes(&self, words: &str) -> bool {
        self.kind == QuestionKind::Open || self.choices().iter().any(|c| c == words)
    }
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
        assert_eq!((form.version, promised(&form)), (2, Some(Style::Named)));
        let draft = form.draft(&questions);
        assert_eq!(draft.values().collect::<Vec<_>>(), ["Ja", "Goed\n!"], "what is no mark is no answer");
        assert!(form.check(&questions).has("answer-1"));
        let form: EvaluationForm = parse(b"answer-1=10&answer-2=Ja&answer-3=x").unwrap();
        assert!(form.check(&questions).is_empty());
        assert_eq!(promised(&form), None);
    }
}

//! What comes of the answers: an average, how often each choice was made, and what was written.

use std::collections::HashMap;

use super::model::{Question, QuestionId, QuestionKind};

/// The answers to one question.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The question.
    pub question: Question,
    /// How many people answered it.
    pub count: i64,
    /// The average mark, in tenths.
    pub tenths: Option<i64>,
    /// Each choice with how often it was made; of marks only those that were given.
    pub choices: Vec<(String, i64)>,
    /// What was written.
    pub words: Vec<String>,
}

impl Outcome {
    /// The average as people write it, with a mark between the whole and the tenth.
    pub fn average(&self, mark: char) -> Option<String> {
        self.tenths.map(|tenths| format!("{}{mark}{}", tenths / 10, tenths % 10))
    }
}

/// The outcome of each of `questions`, of the answers `said`. Words keep the order they come in.
pub fn outcomes(questions: Vec<Question>, said: Vec<(QuestionId, String)>) -> Vec<Outcome> {
    let mut by_question: HashMap<QuestionId, Vec<String>> = HashMap::new();
    for (question, words) in said {
        by_question.entry(question).or_default().push(words);
    }
    questions.into_iter().map(|q| outcome(by_question.remove(&q.id).unwrap_or_default(), q)).collect()
}

fn outcome(said: Vec<String>, question: Question) -> Outcome {
    let count = said.len() as i64;
    let often = |choice: &String| said.iter().filter(|s| *s == choice).count() as i64;
    let shown = |(_, count): &(String, i64)| question.kind != QuestionKind::Scale || *count > 0;
    let choices = question.choices().iter().map(|c| (c.clone(), often(c))).filter(shown).collect();
    let marks: Vec<i64> = said.iter().filter_map(|s| s.parse().ok()).collect();
    let asks_mark = question.kind == QuestionKind::Scale && !marks.is_empty();
    // Rounded to the nearest tenth.
    let tenths = asks_mark.then(|| (marks.iter().sum::<i64>() * 20 / marks.len() as i64 + 1) / 2);
    let words = if question.kind == QuestionKind::Open { said } else { Vec::new() };
    Outcome { question, count, tenths, choices, words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::db::Json;

    #[test]
    fn marks_are_averaged_and_choices_counted() {
        let question = |id, kind| Question {
            id: QuestionId(id),
            kind,
            prompt: String::new(),
            hint: None,
            options: Json::new(vec!["Ja".to_owned(), "Nee".to_owned()]).unwrap(),
            required: true,
        };
        let questions = vec![
            question(1, QuestionKind::Scale),
            question(2, QuestionKind::Choice),
            question(3, QuestionKind::Open),
            question(4, QuestionKind::Scale),
        ];
        let said = [(1, "8"), (1, "9"), (1, "9"), (2, "Ja"), (2, "Ja"), (3, "Meer oefenen")];
        let said = said.map(|(q, words)| (QuestionId(q), words.to_owned())).to_vec();
        let outcomes = outcomes(questions, said);
        assert_eq!(outcomes[0].average(',').as_deref(), Some("8,7"));
        assert_eq!(outcomes[0].choices, [("8".to_owned(), 1), ("9".to_owned(), 2)]);
        assert_eq!(outcomes[1].choices, [("Ja".to_owned(), 2), ("Nee".to_owned(), 0)]);
        assert_eq!(outcomes[2].words, ["Meer oefenen"]);
        assert_eq!((outcomes[3].average(','), outcomes[3].count), (None, 0));
    }
}

//! What an answer earns. Points are whole, and a share of them is rounded down:
//!
//! - one right answer: all points or none;
//! - several right answers: a share for each right one that was chosen, less a share for each wrong one, never below
//!   nothing;
//! - in order: a share for each thing in its own place;
//! - matching: a share for each right pair;
//! - in words: what the reader gives.

use super::model::{Question, QuestionKind};

/// What `words` earn as the answer to `question`; nothing is known yet of words that somebody has to read. No answer
/// earns no points.
pub fn earned(question: &Question, words: &str) -> Option<i32> {
    if words.is_empty() {
        return Some(0);
    }
    let items = question.items.get();
    let count = |is: &dyn Fn(usize) -> bool| (0..items.len()).filter(|at| is(*at)).count();
    let item = |at: usize| items.get(at);
    let share = |right: usize, of: usize| {
        let part = i64::from(question.points) * right as i64 / (of as i64).max(1);
        i32::try_from(part).unwrap_or(question.points)
    };
    let chosen = |at: usize| item(at).is_some_and(|i| question.chooses(words, i));
    let right = |at: usize| item(at).is_some_and(|i| i.right);
    Some(match question.kind {
        QuestionKind::Open => return None,
        QuestionKind::Single => share(count(&|at| chosen(at) && right(at)), 1),
        QuestionKind::Multiple => {
            let (hits, misses) = (count(&|at| chosen(at) && right(at)), count(&|at| chosen(at) && !right(at)));
            share(hits.saturating_sub(misses), count(&right))
        }
        QuestionKind::Order => {
            let placed = |at: usize| item(at).and_then(|i| question.place_of(words, i)) == Some(at + 1);
            share(count(&placed), items.len())
        }
        QuestionKind::Matching => {
            let paired = |at: usize| item(at).is_some_and(|i| question.pair_of(words, i) == Some(i.pair.as_str()));
            share(count(&paired), items.len())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::tests::model::{Item, QuestionId};
    use crate::platform::db::Json;

    fn question(kind: QuestionKind, points: i32, items: &[(&str, &str, bool)]) -> Question {
        let item = |(shown, (text, pair, right)): (usize, &(&str, &str, bool))| Item {
            text: (*text).into(),
            pair: (*pair).into(),
            right: *right,
            shown: items.len() - shown,
        };
        let items = Json::new(items.iter().enumerate().map(item).collect()).unwrap();
        Question { id: QuestionId(1), kind, prompt: "Wat?".into(), items, points, feedback: None }
    }

    fn earns(question: &Question, answers: &[&str]) -> Vec<Option<i32>> {
        answers.iter().map(|words| earned(question, words)).collect()
    }

    #[test]
    fn one_right_answer_earns_everything_and_another_nothing() {
        let one = question(QuestionKind::Single, 4, &[("a", "", false), ("b", "", true), ("c", "", false)]);
        assert_eq!(earns(&one, &["b", "a", "", "x"]), [Some(4), Some(0), Some(0), Some(0)]);
    }

    #[test]
    fn a_wrong_choice_takes_away_what_a_right_one_earns() {
        let items = [("a", "", true), ("b", "", true), ("c", "", true), ("d", "", false), ("e", "", false)];
        let some = question(QuestionKind::Multiple, 6, &items);
        assert_eq!(earns(&some, &["a\nb\nc", "a\nb", "a", "a\nb\nd"]), [Some(6), Some(4), Some(2), Some(2)]);
        assert_eq!(
            earns(&some, &["a\nb\nc\nd\ne", "d\ne", "a\nd\ne"]),
            [Some(2), Some(0), Some(0)],
            "never below nothing"
        );
        let odd = question(QuestionKind::Multiple, 5, &items);
        assert_eq!(earns(&odd, &["a", "a\nb"]), [Some(1), Some(3)], "rounded down");
    }

    #[test]
    fn what_stands_in_its_own_place_earns_its_share() {
        let order = question(
            QuestionKind::Order,
            4,
            &[("eerst", "", false), ("dan", "", false), ("dan nu", "", false), ("ten slotte", "", false)],
        );
        assert_eq!(earned(&order, &order.right().join("\n")), Some(4));
        assert_eq!(earned(&order, "1. eerst\n2. dan nu\n3. dan\n4. ten slotte"), Some(2));
        assert_eq!(earned(&order, "1. eerst"), Some(1), "what has no place earns nothing");
        assert_eq!(earned(&order, "1. eerst\n1. dan\n1. dan nu\n1. ten slotte"), Some(1));
    }

    #[test]
    fn each_right_pair_earns_its_share() {
        let pairs = question(
            QuestionKind::Matching,
            3,
            &[("u", "klant", false), ("jij", "collega", false), ("we", "samen", false)],
        );
        assert_eq!(earned(&pairs, &pairs.right().join("\n")), Some(3));
        let items = pairs.items.get();
        let crossed = [
            Question::paired(&items[0], "collega"),
            Question::paired(&items[1], "klant"),
            Question::paired(&items[2], "samen"),
        ];
        assert_eq!(earned(&pairs, &crossed.join("\n")), Some(1));
    }

    #[test]
    fn words_wait_for_a_reader_and_no_words_do_not() {
        let open = question(QuestionKind::Open, 5, &[]);
        assert_eq!(earns(&open, &["Beste mevrouw", ""]), [None, Some(0)]);
    }
}

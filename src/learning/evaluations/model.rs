//! Questions and answers, when they are asked, and how long they are kept.

use chrono::{Days, NaiveDate, NaiveTime};
use diesel::prelude::*;

use crate::learning::actions::Assignment;
use crate::learning::questionnaire;
use crate::platform::clock::{end_of_day, from_local};
use crate::platform::db::{Json, Moment, id, text_enum};
use crate::privacy::retention::{EVALUATION, EVALUATION_DRAFT};

id!(
    /// The number of somebody's evaluation.
    EvaluationId
);

id!(
    /// The number of a question.
    QuestionId
);

text_enum!(
    /// How a question is answered.
    QuestionKind {
        /// By a mark from 1 to 10.
        Scale = "scale",
        /// By choosing one of some.
        Choice = "choice",
        /// In a few sentences.
        Open = "open",
    }
);

text_enum!(
    /// What a project promises about the names under its answers.
    Style {
        /// There are none.
        Anonymous = "anonymous",
        /// Who teaches and advises reads whose answers they are.
        Named = "named",
    }
);

text_enum!(
    /// How far an evaluation is.
    State {
        /// Only its owner sees it.
        Draft = "draft",
        /// Handed in, for good.
        Submitted = "submitted",
    }
);

/// How many answers without a name it takes before any of them is read, and before any more are.
pub const TOGETHER: i64 = 5;
/// How long after the end of a project its evaluation can still be handed in.
const AFTERWARDS: Days = Days::new(30);

/// When the evaluation opens for somebody whose last meeting ends at `last`: without meetings on the last day.
pub fn opens_at(last: Option<Moment>, ends_on: NaiveDate) -> Moment {
    last.unwrap_or_else(|| from_local(ends_on.and_time(NaiveTime::MIN)))
}

/// Until when it can be handed in.
pub fn closes_at(ends_on: NaiveDate) -> Moment {
    end_of_day(ends_on + AFTERWARDS)
}

/// Whether it can be handed in at `now`.
pub fn is_open(last: Option<Moment>, ends_on: NaiveDate, now: Moment) -> bool {
    opens_at(last, ends_on) <= now && now <= closes_at(ends_on)
}

/// The last moment of the evaluations of a project that ends on `ends_on`.
pub fn kept_until(ends_on: NaiveDate) -> Moment {
    EVALUATION.stamp(end_of_day(ends_on)).destroy_at
}

/// The last moment of a draft that is saved at `now`: never later than that of the evaluations.
pub fn draft_until(ends_on: NaiveDate, now: Moment) -> Moment {
    EVALUATION_DRAFT.stamp(now).destroy_at.min(kept_until(ends_on))
}

/// A question of a project.
#[derive(Debug, Clone, Queryable)]
pub struct Question {
    /// Its number.
    pub id: QuestionId,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question itself.
    pub prompt: String,
    /// What helps to answer it.
    pub hint: Option<String>,
    /// What there is to choose from.
    pub options: Json<Vec<String>>,
    /// Whether it must be answered.
    pub required: bool,
}

impl Question {
    /// What there is to choose from; nothing for a question that is answered in words.
    pub fn choices(&self) -> Vec<String> {
        match self.kind {
            QuestionKind::Scale => (1..=10).map(|mark| mark.to_string()).collect(),
            QuestionKind::Choice => self.options.get().clone(),
            QuestionKind::Open => Vec::new(),
        }
    }
}

/// The evaluation of one participant.
#[derive(Debug, Clone, Queryable)]
pub struct Evaluation {
    /// Its number.
    pub id: EvaluationId,
    /// How far it is.
    pub state: State,
    /// Counts the times it was saved, so that one window does not undo what another did.
    pub version: i32,
    /// What was typed so far, sealed.
    pub draft: Option<Vec<u8>>,
    /// When it was saved last; nothing once it was handed in without a name.
    pub saved_at: Option<Moment>,
}

/// The answers that are there, by question; an empty answer is no answer.
pub type Answers = questionnaire::Answers<Question>;

/// The questions of a project as they stand for one participant.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The action that asks for it.
    pub action: Assignment,
    /// What is promised about the name.
    pub style: Style,
    /// The last day of the project.
    pub ends_on: NaiveDate,
    /// When their last meeting ends.
    pub last: Option<Moment>,
    /// What is saved, if anything.
    pub evaluation: Option<Evaluation>,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The answers that are saved, or were handed in with a name.
    pub answers: Answers,
}

impl Sheet {
    /// The version that is saved; 0 for nothing.
    pub fn version(&self) -> i32 {
        self.evaluation.as_ref().map_or(0, |e| e.version)
    }

    /// Whether it was handed in.
    pub fn is_submitted(&self) -> bool {
        self.action.done_at.is_some() || self.evaluation.as_ref().is_some_and(|e| e.state == State::Submitted)
    }

    /// Whether it can be filled in now.
    pub fn is_open(&self, now: Moment) -> bool {
        !self.is_submitted() && is_open(self.last, self.ends_on, now)
    }

    /// When it opens.
    pub fn opens_at(&self) -> Moment {
        opens_at(self.last, self.ends_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock;

    #[test]
    fn it_opens_when_the_last_meeting_is_over_and_closes_a_month_after_the_project() {
        let at = |text: &str| clock::parse(text).unwrap();
        let ends_on: NaiveDate = "2026-11-30".parse().unwrap();
        let last = Some(at("2026-11-24T12:30"));
        assert!(!is_open(last, ends_on, at("2026-11-24T12:29")));
        assert!(is_open(last, ends_on, at("2026-11-24T12:30")));
        assert!(is_open(last, ends_on, at("2026-12-30T23:59")));
        assert!(!is_open(last, ends_on, at("2026-12-31T00:00")));
        assert!(!is_open(None, ends_on, at("2026-11-29T23:59")) && is_open(None, ends_on, at("2026-11-30T00:00")));
    }

    #[test]
    fn evaluations_live_three_years_after_the_project_and_drafts_thirty_days() {
        let ends_on: NaiveDate = "2028-02-29".parse().unwrap();
        assert_eq!(kept_until(ends_on).rfc3339(), "2031-02-28T22:59:59Z");
        let now = clock::parse("2028-02-01T10:00").unwrap();
        assert_eq!(draft_until(ends_on, now), end_of_day("2028-03-02".parse().unwrap()));
    }
}

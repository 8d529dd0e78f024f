//! Questions and answers, and how long they are kept.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::crm::people::{Name, PersonId};
use crate::learning::actions::Assignment;
use crate::learning::questionnaire;
use crate::planning::projects::ProjectId;
use crate::platform::clock::end_of_day;
use crate::platform::db::{Json, Moment, id, text_enum};
use crate::privacy::retention::{INTAKE, INTAKE_DRAFT, Policy};

id!(
    /// The number of an intake.
    IntakeId
);

id!(
    /// The number of a question.
    QuestionId
);

text_enum!(
    /// How a question is answered.
    QuestionKind {
        /// On one line.
        Line = "line",
        /// In a few sentences.
        Text = "text",
        /// By choosing one of some.
        Choice = "choice",
    }
);

text_enum!(
    /// How far an intake is.
    State {
        /// Only its owner sees it.
        Draft = "draft",
        /// Handed in, for good.
        Submitted = "submitted",
    }
);

/// How long answers and drafts are kept, as the terms are now.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// Of what was handed in.
    pub answers: Policy,
    /// Of what was not.
    pub draft: Policy,
}

impl Terms {
    /// What holds as long as nobody changed it.
    pub const FIRST: Self = Self { answers: INTAKE, draft: INTAKE_DRAFT };

    /// The last moment of the answers of a project that ends on `ends_on`.
    pub fn kept_until(&self, ends_on: NaiveDate) -> Moment {
        self.answers.stamp(end_of_day(ends_on)).destroy_at
    }

    /// The last moment of a draft that is saved at `now`: never later than that of the answers.
    pub fn draft_until(&self, ends_on: NaiveDate, now: Moment) -> Moment {
        self.draft.stamp(now).destroy_at.min(self.kept_until(ends_on))
    }
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
    /// Whether the project leader reads the answer.
    pub learning_wish: bool,
}

/// The intake of one participant.
#[derive(Debug, Clone, Queryable)]
pub struct Intake {
    /// Its number.
    pub id: IntakeId,
    /// How far it is.
    pub state: State,
    /// Counts the times it was saved, so that one window does not undo what another did.
    pub version: i32,
    /// When it was saved last.
    pub saved_at: Moment,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
    /// Its last moment.
    pub destroy_at: Moment,
}

/// The answers that are there, by question; an empty answer is no answer.
pub type Answers = questionnaire::Answers<Question>;

/// The questions of a project as they stand for one participant.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The action that asks for it.
    pub action: Assignment,
    /// The last day of the project.
    pub ends_on: NaiveDate,
    /// How long what is saved now is kept.
    pub terms: Terms,
    /// What is saved, if anything.
    pub intake: Option<Intake>,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The answers that are saved.
    pub answers: Answers,
}

impl Sheet {
    /// The version that is saved; 0 for nothing.
    pub fn version(&self) -> i32 {
        self.intake.as_ref().map_or(0, |i| i.version)
    }

    /// Whether it was handed in.
    pub fn is_submitted(&self) -> bool {
        self.intake.as_ref().is_some_and(|i| i.state == State::Submitted)
    }

    /// Whether nothing can be changed any more: it was handed in, or its time is over.
    pub fn is_closed(&self, now: Moment) -> bool {
        self.is_submitted() || self.action.done_at.is_some() || self.terms.kept_until(self.ends_on) < now
    }
}

/// The intake of one participant as staff read it.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Whose it is.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_name: String,
    /// The client it is for.
    pub organisation: String,
    /// The intake, when it was handed in.
    pub intake: Option<Intake>,
    /// The questions, in order; none while it was not handed in.
    pub questions: Vec<Question>,
    /// The answers.
    pub answers: Answers,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock;

    #[test]
    fn answers_live_a_year_after_the_project_and_drafts_thirty_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let terms = Terms::FIRST;
        assert_eq!(terms.kept_until(day("2028-02-29")).rfc3339(), "2029-02-28T22:59:59Z");
        let now = clock::parse("2026-11-24T23:30").unwrap();
        assert_eq!(terms.draft_until(day("2027-01-30"), now), end_of_day(day("2026-12-24")));
        let over = day("2025-12-01");
        assert_eq!(terms.draft_until(over, now), terms.kept_until(over), "never longer than the answers");
    }
}

//! An action of a project.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::learning::tests::Stage;
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::db::{Moment, id, text_enum};

id!(
    /// The number of an action.
    ActionId
);

text_enum!(
    /// What kind of thing there is to do.
    Kind {
        /// Filling in the intake.
        Intake = "intake",
        /// Handing in a file.
        Upload = "upload",
        /// Reading a text.
        Reading = "reading",
        /// Watching a film.
        Film = "film",
        /// Coming to the meetings.
        Attendance = "attendance",
        /// Choosing a group.
        Enrolment = "enrolment",
        /// Saying what one thought of the training.
        Evaluation = "evaluation",
        /// Answering questions with a score.
        Test = "test",
    }
);

impl Kind {
    /// What nobody is behind with: the trainer says who was there, an evaluation opens when it opens, and a test that
    /// is not passed may wait for its reader.
    pub const WAITS: [Kind; 3] = [Kind::Attendance, Kind::Evaluation, Kind::Test];
}

/// An action as it stands for one participant.
#[derive(Debug, Clone, Queryable)]
pub struct Assignment {
    /// The action.
    pub action: ActionId,
    /// The project it belongs to.
    pub project: ProjectId,
    /// Whose it is.
    pub participant: ParticipantId,
    /// Its place in the path, from 1.
    pub position: i32,
    /// What kind of thing there is to do.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What to do, in a few sentences.
    pub description: String,
    /// Whether it comes before the first meeting.
    pub preparation: bool,
    /// How long it takes, in minutes.
    pub minutes: Option<i32>,
    /// The last day to do it.
    pub due_on: NaiveDate,
    /// When it was done.
    pub done_at: Option<Moment>,
}

impl Assignment {
    /// Whether it should have been done before `today`.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.done_at.is_none() && self.due_on < today
    }
}

/// An action with what a participant began of it.
#[derive(Debug, Clone)]
pub struct Undertaking {
    /// The action.
    pub assignment: Assignment,
    /// When a draft of it was saved last, if there is one.
    pub draft: Option<Moment>,
    /// How far they are with a test.
    pub test: Option<Stage>,
}

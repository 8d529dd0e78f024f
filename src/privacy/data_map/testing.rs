//! Tests: what is asked is the same for everybody, what was answered and earned is one person's.

use super::{
    About, CATALOGUE, Category, Clock, Erasure, KEY, Kept, LINK, PLAN, PLUMBING, Purpose, Reader, Table, personal,
};
use crate::access::{FollowProgress, Permission};

/// The leader sees that the step of a test is done, as of any step, and nothing of this.
const READ: &[Reader] = &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)];
const TRIED: Kept = personal(Category::Activity, Purpose::Training, READ, Clock::Progress, Erasure::RowGoes);
const ANSWER: Kept = personal(Category::Words, Purpose::Training, READ, Clock::Progress, Erasure::RowGoes);

pub const TABLES: &[Table] = &[
    Table {
        name: "tests",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("training_action_id", LINK),
            ("action_id", LINK),
            ("attempts", CATALOGUE),
            ("pass_mark", CATALOGUE),
            ("result", CATALOGUE),
            ("released_at", PLAN),
            ("open", PLAN),
            ("revision", PLUMBING),
        ],
    },
    Table {
        name: "test_questions",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("test_id", LINK),
            ("position", CATALOGUE),
            ("kind", CATALOGUE),
            ("prompt", CATALOGUE),
            ("items", CATALOGUE),
            ("points", CATALOGUE),
            ("feedback", CATALOGUE),
        ],
    },
    Table {
        name: "test_attempts",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("test_id", LINK),
            ("participant_id", LINK),
            ("number", PLUMBING),
            ("state", TRIED),
            ("version", PLUMBING),
            ("saved_at", TRIED),
            ("points", TRIED),
            ("most", PLUMBING),
            ("passed", TRIED),
            ("destroy_at", PLUMBING),
        ],
    },
    Table {
        name: "test_answers",
        about: About::Through(&[("attempt_id", "test_attempts")]),
        columns: &[
            ("id", KEY),
            ("attempt_id", LINK),
            ("question_id", LINK),
            ("words", ANSWER),
            ("points", TRIED),
            ("comment", ANSWER),
        ],
    },
];

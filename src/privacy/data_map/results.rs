//! What comes of a training: who was there, what people thought of it, and what they were given for it.

use super::{
    About, CATALOGUE, Category, Clock, Erasure, KEY, Kept, LINK, PLAN, PLUMBING, Purpose, Reader, Table, personal,
};
use crate::access::{FollowProgress, Permission};

const FOLLOWED: &[Reader] = &[Reader::Oneself, Reader::Leader, Reader::Staff(FollowProgress::NAME)];
const READ: &[Reader] = &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)];
const THERE: Kept = personal(Category::Activity, Purpose::Training, READ, Clock::Roster, Erasure::RowGoes);
/// A tick: that somebody handed in an evaluation, and nothing of what is in it.
const TICK: Kept = personal(Category::Activity, Purpose::Training, FOLLOWED, Clock::Evaluation, Erasure::RowGoes);
const DRAFT: Kept =
    personal(Category::Words, Purpose::Training, &[Reader::Oneself], Clock::Evaluation, Erasure::RowGoes);
const NAMED: Kept = personal(Category::Words, Purpose::Training, READ, Clock::Evaluation, Erasure::RowGoes);
const ANONYMOUS: Kept = Kept::Plain("written down without the person, in no order; nothing in it leads to anybody");
/// Whoever has the number and the letter may read it too: that is what a certificate is for.
const HOLDER: Kept = personal(Category::Name, Purpose::Training, READ, Clock::Certificate, Erasure::RowGoes);
const CERTIFIED: Kept = personal(Category::Activity, Purpose::Training, READ, Clock::Certificate, Erasure::RowGoes);
/// A salted hash of number and letter: it says that a certificate was given and not to whom.
const SEAL: Kept =
    personal(Category::Activity, Purpose::Accountability, &[], Clock::CertificateSeal, Erasure::NumberStays);

pub const TABLES: &[Table] = &[
    Table {
        name: "attendances",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[("id", KEY), ("meeting_id", LINK), ("participant_id", LINK), ("mark", THERE), ("marked_at", THERE)],
    },
    Table {
        name: "training_evaluation_questions",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("training_id", LINK),
            ("position", CATALOGUE),
            ("kind", CATALOGUE),
            ("prompt", CATALOGUE),
            ("hint", CATALOGUE),
            ("options", CATALOGUE),
            ("required", CATALOGUE),
        ],
    },
    Table {
        name: "evaluation_questions",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("project_id", LINK),
            ("position", CATALOGUE),
            ("kind", CATALOGUE),
            ("prompt", CATALOGUE),
            ("hint", CATALOGUE),
            ("options", CATALOGUE),
            ("required", CATALOGUE),
        ],
    },
    Table {
        name: "evaluations",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("state", TICK),
            ("version", PLUMBING),
            ("draft", DRAFT),
            ("saved_at", DRAFT),
            ("destroy_at", PLUMBING),
        ],
    },
    Table {
        name: "evaluation_answers",
        about: About::Through(&[("evaluation_id", "evaluations")]),
        columns: &[("id", KEY), ("evaluation_id", LINK), ("question_id", LINK), ("words", NAMED)],
    },
    Table {
        name: "anonymous_answers",
        about: About::Nobody,
        columns: &[("id", KEY), ("question_id", LINK), ("words", ANONYMOUS), ("shown", PLUMBING)],
    },
    Table {
        name: "evaluation_tallies",
        about: About::Nobody,
        columns: &[("project_id", LINK), ("shown", PLAN), ("waiting", PLAN)],
    },
    Table {
        name: "certificates",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("issue", PLUMBING),
            ("bucket", PLUMBING),
            ("salt", SEAL),
            ("seal", SEAL),
            ("replaced_for", SEAL),
            ("replaced_on", SEAL),
        ],
    },
    Table {
        name: "certificate_facts",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("certificate_id", LINK),
            ("participant_id", LINK),
            ("number", CERTIFIED),
            ("holder", HOLDER),
            ("initial", HOLDER),
            ("provider", PLAN),
            ("training", CERTIFIED),
            ("organisation", CERTIFIED),
            ("starts_on", CERTIFIED),
            ("ends_on", CERTIFIED),
            ("meetings", CERTIFIED),
            ("attended", CERTIFIED),
            ("study_hours", CERTIFIED),
            ("accreditation_points", CERTIFIED),
            ("accreditor", CERTIFIED),
            ("issued_on", CERTIFIED),
            ("language", CERTIFIED),
            ("reason", CERTIFIED),
            ("destroy_at", PLUMBING),
        ],
    },
];

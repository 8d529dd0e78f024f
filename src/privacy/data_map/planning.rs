//! What is planned, for whom and by whom.

use super::{
    About, CATALOGUE, Category, Clock, Erasure, KEY, Kept, LINK, MADE, PLAN, PLUMBING, Purpose, Reader, Table, personal,
};
use crate::access::{AnswerQuestions, EnterParticipants, FollowProgress, Permission, PlanGroups};

/// Those who follow a project.
const FOLLOWED: &[Reader] = &[Reader::Oneself, Reader::Leader, Reader::Staff(FollowProgress::NAME)];
const TAKES_PART: Kept = personal(Category::Activity, Purpose::Training, FOLLOWED, Clock::Roster, Erasure::NumberStays);
const INVITED: Kept = personal(Category::Activity, Purpose::Contact, FOLLOWED, Clock::Roster, Erasure::NumberStays);
const PLACED: Kept = personal(
    Category::Activity,
    Purpose::Training,
    &[Reader::Oneself, Reader::Group, Reader::Leader, Reader::Staff(FollowProgress::NAME)],
    Clock::Roster,
    Erasure::RowGoes,
);
const LEADS: Kept = personal(Category::Work, Purpose::Training, FOLLOWED, Clock::Roster, Erasure::RowGoes);
const ADVISES: Kept = personal(Category::Work, Purpose::Staff, FOLLOWED, Clock::Roster, Erasure::Overwritten);
const TEACHES: Kept = personal(
    Category::Work,
    Purpose::Staff,
    &[Reader::Group, Reader::Leader, Reader::Staff(FollowProgress::NAME), Reader::Staff(PlanGroups::NAME)],
    Clock::Roster,
    Erasure::Overwritten,
);
/// In which line they stand. Goes as soon as they have a place, and with the project at the latest.
const WAITS: Kept = personal(
    Category::Activity,
    Purpose::Training,
    &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)],
    Clock::Roster,
    Erasure::RowGoes,
);
const WAITS_SECRET: Kept = personal(Category::Access, Purpose::Training, &[], Clock::Roster, Erasure::RowGoes);
/// What staff wrote down when they placed somebody against the rules.
const OVERRIDDEN: Kept = personal(
    Category::Words,
    Purpose::Training,
    &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)],
    Clock::Roster,
    Erasure::RowGoes,
);
/// The leader sees that somebody is excused, and never why.
const EXCUSED: Kept = personal(
    Category::Activity,
    Purpose::Training,
    &[Reader::Oneself, Reader::Leader, Reader::Staff(AnswerQuestions::NAME)],
    Clock::Roster,
    Erasure::RowGoes,
);
const EXCUSE: Kept = personal(
    Category::Activity,
    Purpose::Training,
    &[Reader::Oneself, Reader::Staff(AnswerQuestions::NAME)],
    Clock::Roster,
    Erasure::RowGoes,
);
/// What a client sent, before anybody is made of it: names and addresses that are nobody's yet.
const STAGED: Kept = personal(
    Category::Contact,
    Purpose::Training,
    &[Reader::Staff(EnterParticipants::NAME)],
    Clock::Staging,
    Erasure::Expires,
);

pub const TABLES: &[Table] = &[
    Table {
        name: "trainings",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("name", CATALOGUE),
            ("description", CATALOGUE),
            ("created_at", MADE),
            ("study_hours", CATALOGUE),
            ("accreditation_points", CATALOGUE),
            ("accreditor", CATALOGUE),
        ],
    },
    Table {
        name: "training_actions",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("training_id", LINK),
            ("position", CATALOGUE),
            ("kind", CATALOGUE),
            ("title", CATALOGUE),
            ("description", CATALOGUE),
            ("preparation", CATALOGUE),
            ("minutes", CATALOGUE),
            ("due_days", CATALOGUE),
        ],
    },
    Table {
        name: "training_questions",
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
            ("learning_wish", CATALOGUE),
        ],
    },
    Table {
        name: "projects",
        about: About::Through(&[("adviser_id", "people")]),
        columns: &[
            ("id", KEY),
            ("organisation_id", LINK),
            ("training_id", LINK),
            ("name", PLAN),
            ("name_folded", PLAN),
            ("starts_on", PLAN),
            ("ends_on", PLAN),
            ("adviser_id", ADVISES),
            ("upload_anchor", PLAN),
            ("created_at", MADE),
            ("choosing", PLAN),
            ("change_days", PLAN),
            ("offer_hours", PLAN),
            ("evaluation", PLAN),
            ("certificate", PLAN),
            ("certificate_attendance", PLAN),
            ("certificate_actions", PLAN),
            ("certificate_evaluation", PLAN),
            ("certificate_tests", PLAN),
        ],
    },
    Table {
        name: "project_leaders",
        about: About::Through(&[("person_id", "people")]),
        columns: &[("id", KEY), ("project_id", LEADS), ("person_id", LINK), ("created_at", MADE)],
    },
    Table {
        name: "groups",
        about: About::Through(&[("trainer_id", "people")]),
        columns: &[("id", KEY), ("project_id", LINK), ("name", PLAN), ("trainer_id", TEACHES), ("capacity", PLAN)],
    },
    Table {
        name: "meetings",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("group_id", LINK),
            ("starts_at", PLAN),
            ("ends_at", PLAN),
            ("location", PLAN),
            ("uid", PLUMBING),
            ("sequence", PLUMBING),
            ("cancelled_at", PLAN),
        ],
    },
    Table {
        name: "participants",
        about: About::Through(&[("person_id", "people")]),
        columns: &[
            ("id", KEY),
            ("project_id", TAKES_PART),
            ("person_id", LINK),
            ("created_at", MADE),
            ("invited_at", INVITED),
        ],
    },
    Table {
        name: "enrolments",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("group_id", PLACED),
            ("created_at", PLACED),
            ("override_reason", OVERRIDDEN),
        ],
    },
    Table {
        name: "waiting_places",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("group_id", WAITS),
            ("created_at", WAITS),
            ("offered_at", WAITS),
            ("offer_until", WAITS),
            ("token_hash", WAITS_SECRET),
        ],
    },
    Table {
        // That a place came free, and not whose it was.
        name: "freed_seats",
        about: About::Nobody,
        columns: &[("id", KEY), ("group_id", LINK), ("freed_at", PLAN)],
    },
    Table {
        name: "absences",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("meeting_id", EXCUSED),
            ("participant_id", LINK),
            ("reason", EXCUSE),
            ("created_at", EXCUSE),
        ],
    },
    Table {
        name: "rosters",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("project_id", LINK),
            ("account_id", LINK),
            ("file_name", STAGED),
            ("sheet", STAGED),
            ("created_at", MADE),
        ],
    },
];

//! What people do in their training.

use super::{
    About, CATALOGUE, Category, Clock, Erasure, KEY, Kept, LINK, MADE, PLUMBING, Purpose, Reader, Table, personal,
};
use crate::access::{FollowProgress, LinkTrainings, Permission, ReadUploads};

const FOLLOWED: &[Reader] = &[Reader::Oneself, Reader::Leader, Reader::Staff(FollowProgress::NAME)];
/// The leader sees that something was handed in, never what.
const HANDED_IN: &[Reader] = &[Reader::Oneself, Reader::Staff(ReadUploads::NAME)];
const DONE: Kept = personal(Category::Activity, Purpose::Training, FOLLOWED, Clock::Progress, Erasure::RowGoes);
const INTAKE_STATE: Kept = personal(Category::Activity, Purpose::Training, FOLLOWED, Clock::Intake, Erasure::RowGoes);
const ANSWERED: &[Reader] = &[Reader::Oneself, Reader::LeaderOfWishes, Reader::Staff(FollowProgress::NAME)];
/// The leader reads the answers that are marked as learning wishes, and no other.
const ANSWER: Kept = personal(Category::Words, Purpose::Training, ANSWERED, Clock::Intake, Erasure::RowGoes);
const FILE: Kept = personal(Category::File, Purpose::Training, HANDED_IN, Clock::Upload, Erasure::RowGoes);
const HANDING_IN: Kept = personal(Category::Activity, Purpose::Training, FOLLOWED, Clock::Upload, Erasure::RowGoes);
/// Whoever gives material sees how many opened it.
const GIVER: &[Reader] = &[Reader::Oneself, Reader::Staff(LinkTrainings::NAME)];
const OPENED_BY: &[Reader] =
    &[Reader::Oneself, Reader::Staff(LinkTrainings::NAME), Reader::Staff(FollowProgress::NAME)];
const OPENED: Kept = personal(Category::Activity, Purpose::Training, OPENED_BY, Clock::Progress, Erasure::RowGoes);
/// The leader sees what was done and when, not when somebody sat down to it.
const SAT_BY: &[Reader] = &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)];
const SAT: Kept = personal(Category::Activity, Purpose::Training, SAT_BY, Clock::Progress, Erasure::RowGoes);
/// The leader sees that the step is done, and not what was watched when.
const FOLLOWER: &[Reader] = &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)];
const WATCHED: Kept = personal(Category::Activity, Purpose::Training, FOLLOWER, Clock::Progress, Erasure::RowGoes);
/// Of what is given to one person; the rest of the material is the same for everybody, and no row of theirs.
const GIVEN: Kept = personal(Category::Given, Purpose::Training, GIVER, Clock::Roster, Erasure::RowGoes);
const ARTICLE: Kept = Kept::Plain("what the knowledge base says, the same for everybody");

pub const TABLES: &[Table] = &[
    Table {
        name: "actions",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("project_id", LINK),
            ("position", CATALOGUE),
            ("kind", CATALOGUE),
            ("title", CATALOGUE),
            ("description", CATALOGUE),
            ("preparation", CATALOGUE),
            ("minutes", CATALOGUE),
            ("due_on", CATALOGUE),
        ],
    },
    Table {
        name: "sittings",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("action_id", LINK),
            ("number", PLUMBING),
            ("began_at", SAT),
            ("worked_until", SAT),
        ],
    },
    Table {
        name: "completions",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[("id", KEY), ("participant_id", LINK), ("action_id", DONE), ("done_at", DONE)],
    },
    Table {
        name: "questions",
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
            ("learning_wish", CATALOGUE),
        ],
    },
    Table {
        name: "intakes",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("state", INTAKE_STATE),
            ("version", PLUMBING),
            ("saved_at", INTAKE_STATE),
            ("submitted_at", INTAKE_STATE),
            ("destroy_at", PLUMBING),
            ("policy", PLUMBING),
        ],
    },
    Table {
        name: "answers",
        about: About::Through(&[("intake_id", "intakes")]),
        columns: &[("id", KEY), ("intake_id", LINK), ("question_id", LINK), ("words", ANSWER)],
    },
    Table {
        name: "uploads",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("action_id", LINK),
            ("state", HANDING_IN),
            ("file_name", FILE),
            ("kind", FILE),
            ("size", FILE),
            ("blob", FILE),
            ("uploaded_at", HANDING_IN),
            ("confirmed_at", HANDING_IN),
            ("portal_until", PLUMBING),
            ("destroy_at", PLUMBING),
            ("policy", PLUMBING),
        ],
    },
    Table {
        name: "materials",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("training_id", LINK),
            ("project_id", LINK),
            ("group_id", LINK),
            ("participant_id", LINK),
            ("position", PLUMBING),
            ("title", GIVEN),
            ("summary", GIVEN),
            ("body", GIVEN),
            ("file_name", GIVEN),
            ("kind", GIVEN),
            ("size", GIVEN),
            ("blob", GIVEN),
            ("step", PLUMBING),
            ("released_at", PLUMBING),
            ("release_days", PLUMBING),
            ("created_at", MADE),
            ("changed_at", PLUMBING),
            ("portal_until", PLUMBING),
            ("destroy_at", PLUMBING),
        ],
    },
    Table {
        name: "material_openings",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[("id", KEY), ("material_id", OPENED), ("participant_id", LINK), ("opened_at", OPENED)],
    },
    Table {
        name: "films",
        about: About::Nobody,
        columns: &[("material_id", LINK), ("seconds", CATALOGUE), ("share", CATALOGUE)],
    },
    Table {
        name: "film_captions",
        about: About::Nobody,
        columns: &[("id", KEY), ("material_id", LINK), ("language", CATALOGUE), ("body", CATALOGUE)],
    },
    Table {
        name: "film_watchings",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("material_id", WATCHED),
            ("participant_id", LINK),
            ("left_off", WATCHED),
            ("stretches", WATCHED),
            ("watched", WATCHED),
            ("spare", PLUMBING),
            ("own_word", WATCHED),
            ("started_at", WATCHED),
            ("reported_at", WATCHED),
            ("counted_at", WATCHED),
        ],
    },
    Table {
        name: "article_categories",
        about: About::Nobody,
        columns: &[("id", KEY), ("position", PLUMBING), ("name_nl", ARTICLE), ("name_en", ARTICLE)],
    },
    Table {
        name: "articles",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("category_id", LINK),
            ("published_at", PLUMBING),
            ("created_at", MADE),
            ("changed_at", PLUMBING),
        ],
    },
    Table {
        name: "article_texts",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("article_id", LINK),
            ("language", ARTICLE),
            ("title", ARTICLE),
            ("title_folded", ARTICLE),
            ("title_words", ARTICLE),
            ("body_words", ARTICLE),
            ("body", ARTICLE),
        ],
    },
];

//! What is agreed with a student, and what they tell about themselves.

use super::{
    About, CATALOGUE, Category, Clock, Erasure, KEY, Kept, LINK, MADE, PLUMBING, Purpose, Reader, Table, personal,
};
use crate::access::{FollowProgress, Permission, ReadPortfolios};

const AGREED: Kept = personal(
    Category::Activity,
    Purpose::Training,
    &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)],
    Clock::Roster,
    Erasure::RowGoes,
);
/// The trainer of their group reads the parts that they show, while the project runs.
const SHOWN: &[Reader] = &[Reader::Oneself, Reader::Staff(ReadPortfolios::NAME)];
const TOLD: Kept = personal(Category::Words, Purpose::Training, SHOWN, Clock::Registration, Erasure::RowGoes);
const CHOSEN: Kept = personal(Category::Activity, Purpose::Training, SHOWN, Clock::Registration, Erasure::RowGoes);

pub const TABLES: &[Table] = &[
    Table {
        name: "agreement_texts",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("training_id", LINK),
            ("version", CATALOGUE),
            ("dutch", CATALOGUE),
            ("english", CATALOGUE),
            ("made_at", MADE),
        ],
    },
    Table {
        name: "agreements",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("text_id", AGREED),
            ("language", AGREED),
            ("agreed_at", AGREED),
        ],
    },
    Table {
        name: "portfolios",
        about: About::Through(&[("person_id", "people")]),
        columns: &[("id", KEY), ("person_id", LINK), ("interests", TOLD), ("version", PLUMBING)],
    },
    Table {
        name: "portfolio_items",
        about: About::Through(&[("person_id", "people")]),
        columns: &[
            ("id", KEY),
            ("person_id", LINK),
            ("kind", TOLD),
            ("title", TOLD),
            ("organisation", TOLD),
            ("starts", TOLD),
            ("ends", TOLD),
            ("description", TOLD),
            ("version", PLUMBING),
        ],
    },
    Table {
        name: "portfolio_shares",
        about: About::Through(&[("person_id", "people")]),
        columns: &[("id", KEY), ("person_id", LINK), ("part", CHOSEN), ("shown_at", CHOSEN)],
    },
];

//! What is written to people, and what is written down about the use of their data.

use super::{About, Category, Clock, Erasure, KEY, Kept, LINK, MADE, PLUMBING, Purpose, Reader, Table, personal};
use crate::access::{Permission, ReadRegister, SendLetters};

const SENDER: &[Reader] = &[Reader::Oneself, Reader::Staff(SendLetters::NAME)];
const ADDRESS: Kept = personal(Category::Contact, Purpose::Contact, SENDER, Clock::Letters, Erasure::RowGoes);
const LETTER: Kept = personal(Category::Words, Purpose::Contact, SENDER, Clock::Letters, Erasure::RowGoes);
const SENT: Kept = personal(Category::Activity, Purpose::Contact, SENDER, Clock::Letters, Erasure::RowGoes);
/// By number only, never by name: what stays after an erasure says that something was done, not to whom.
const REGISTERED: Kept = personal(
    Category::Activity,
    Purpose::Accountability,
    &[Reader::Staff(ReadRegister::NAME)],
    Clock::Register,
    Erasure::NumberStays,
);

pub const TABLES: &[Table] = &[
    Table {
        name: "letters",
        about: About::Through(&[("person_id", "people")]),
        columns: &[
            ("id", KEY),
            ("kind", PLUMBING),
            ("person_id", LINK),
            ("address", ADDRESS),
            ("language", ADDRESS),
            ("payload", LETTER),
            ("subject", LETTER),
            ("body", LETTER),
            ("dedupe_key", LETTER),
            ("created_at", MADE),
            ("due_at", PLUMBING),
            ("leased_until", PLUMBING),
            ("attempts", PLUMBING),
            ("sent_at", SENT),
            ("failed_at", SENT),
            // A mail server may repeat the address in its refusal.
            ("last_error", ADDRESS),
        ],
    },
    Table {
        name: "tasks",
        about: About::Nobody,
        columns: &[
            ("name", PLUMBING),
            ("due_at", PLUMBING),
            ("leased_until", PLUMBING),
            ("last_ok_at", PLUMBING),
            ("last_error", PLUMBING),
        ],
    },
    Table {
        name: "register_lines",
        about: About::Through(&[("person_number", "people"), ("actor_account", "accounts")]),
        columns: &[
            ("id", KEY),
            ("at", REGISTERED),
            ("actor_role", REGISTERED),
            ("actor_account", REGISTERED),
            ("act", REGISTERED),
            ("subject", REGISTERED),
            ("subject_row", REGISTERED),
            ("person_number", REGISTERED),
            ("mac", PLUMBING),
        ],
    },
    Table {
        name: "register_head",
        about: About::Nobody,
        columns: &[("id", KEY), ("lines", PLUMBING), ("mac", PLUMBING), ("adopted", PLUMBING), ("seal", PLUMBING)],
    },
    Table {
        name: "register_months",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("month", PLUMBING),
            ("first_line", PLUMBING),
            ("last_line", PLUMBING),
            ("mac", PLUMBING),
            ("newest_at", PLUMBING),
            ("closed_at", MADE),
            ("seal", PLUMBING),
            ("destroyed_at", PLUMBING),
            ("destroyed_seal", PLUMBING),
        ],
    },
    Table {
        name: "register_faults",
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("kind", PLUMBING),
            ("first_line", PLUMBING),
            ("last_line", PLUMBING),
            ("found_at", MADE),
        ],
    },
];

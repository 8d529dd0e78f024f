//! What is written to people, and what is written down about the use of their data.

use super::{About, Category, Clock, Erasure, KEY, Kept, LINK, MADE, PLUMBING, Purpose, Reader, Table, personal};
use crate::access::{AnswerQuestions, KeepClocks, Permission, ReadRegister, RunRequests, SendLetters};

const SENDER: &[Reader] = &[Reader::Oneself, Reader::Staff(SendLetters::NAME)];
const ADDRESS: Kept = personal(Category::Contact, Purpose::Contact, SENDER, Clock::Letters, Erasure::RowGoes);
const LETTER: Kept = personal(Category::Words, Purpose::Contact, SENDER, Clock::Letters, Erasure::RowGoes);
const SENT: Kept = personal(Category::Activity, Purpose::Contact, SENDER, Clock::Letters, Erasure::RowGoes);
/// Who is asked answers; the client never reads it.
const ASKED: &[Reader] = &[Reader::Oneself, Reader::Staff(AnswerQuestions::NAME)];
const TALKED: Kept = personal(Category::Activity, Purpose::Contact, ASKED, Clock::Messages, Erasure::RowGoes);
const SAID: Kept = personal(Category::Words, Purpose::Contact, ASKED, Clock::Messages, Erasure::RowGoes);
/// Only who wrote it, also when that is staff.
const DRAFTED: Kept =
    personal(Category::Words, Purpose::Contact, &[Reader::Oneself], Clock::MessageDrafts, Erasure::RowGoes);
/// By number only, never by name: what stays after an erasure says that something was done, not to whom.
const REGISTERED: Kept = personal(
    Category::Activity,
    Purpose::Accountability,
    &[Reader::Staff(ReadRegister::NAME)],
    Clock::Register,
    Erasure::NumberStays,
);
/// What was done, when and in which role: the person sees it too, without the numbers that lead to others.
const REGISTERED_SEEN: Kept = personal(
    Category::Activity,
    Purpose::Accountability,
    &[Reader::Oneself, Reader::Staff(ReadRegister::NAME)],
    Clock::Register,
    Erasure::NumberStays,
);
const ASKER: &[Reader] = &[Reader::Oneself, Reader::Staff(RunRequests::NAME)];
/// That something was asked and answered in time must be accounted for, also when the asker is gone.
const REQUESTED: Kept =
    personal(Category::Activity, Purpose::Accountability, ASKER, Clock::Requests, Erasure::NumberStays);
const ASKED_WORDS: Kept = personal(Category::Words, Purpose::Accountability, ASKER, Clock::Requests, Erasure::RowGoes);

const KEEPER: &[Reader] = &[Reader::Staff(KeepClocks::NAME)];
/// The person is told why and until when; what an officer notes beside it is for officers.
const HELD: Kept = personal(
    Category::Activity,
    Purpose::Accountability,
    &[Reader::Oneself, Reader::Staff(KeepClocks::NAME)],
    Clock::Holds,
    Erasure::RowGoes,
);
const NOTED: Kept = personal(Category::Words, Purpose::Accountability, KEEPER, Clock::Holds, Erasure::RowGoes);
const WARNED: Kept =
    personal(Category::Activity, Purpose::Contact, &[Reader::Oneself], Clock::Registration, Erasure::RowGoes);

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
        name: "threads",
        about: About::Through(&[("participant_id", "participants")]),
        columns: &[
            ("id", KEY),
            ("participant_id", LINK),
            ("addressee", TALKED),
            ("created_at", MADE),
            ("last_at", TALKED),
            ("asked_at", TALKED),
            ("closed_at", TALKED),
        ],
    },
    Table {
        name: "messages",
        // What staff wrote belongs to the dossier of the student, and stays there when they are erased themselves.
        about: About::Through(&[("thread_id", "threads")]),
        columns: &[
            ("id", KEY),
            ("thread_id", LINK),
            ("side", TALKED),
            ("author_id", LINK),
            ("body", SAID),
            ("sent_at", TALKED),
            ("read_at", TALKED),
            ("destroy_at", PLUMBING),
            ("policy", PLUMBING),
        ],
    },
    Table {
        name: "message_drafts",
        about: About::Through(&[("person_id", "people")]),
        columns: &[
            ("id", KEY),
            ("thread_id", LINK),
            ("person_id", LINK),
            ("version", PLUMBING),
            ("body", DRAFTED),
            ("saved_at", DRAFTED),
            ("destroy_at", PLUMBING),
            ("policy", PLUMBING),
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
    Table { name: "marks", about: About::Nobody, columns: &[("name", PLUMBING), ("value", PLUMBING)] },
    Table {
        name: "clock_marks",
        about: About::Nobody,
        columns: &[("id", KEY), ("trusted_at", PLUMBING), ("stopped_at", PLUMBING), ("confirmed_at", PLUMBING)],
    },
    Table {
        name: "term_changes",
        // The officers are numbers of accounts, which are emptied when the account goes.
        about: About::Nobody,
        columns: &[
            ("id", KEY),
            ("kind", PLUMBING),
            ("portal", PLUMBING),
            ("destroy", PLUMBING),
            ("state", PLUMBING),
            ("proposed_by", LINK),
            ("proposed_at", PLUMBING),
            ("decided_by", LINK),
            ("decided_at", PLUMBING),
            ("version", PLUMBING),
            ("applied_at", PLUMBING),
        ],
    },
    Table {
        name: "holds",
        about: About::Through(&[("person_id", "people"), ("upload_id", "uploads")]),
        columns: &[
            ("id", KEY),
            ("person_id", LINK),
            ("project_id", LINK),
            ("upload_id", LINK),
            ("reason", HELD),
            ("note", NOTED),
            ("placed_by", LINK),
            ("placed_at", HELD),
            ("until_at", HELD),
        ],
    },
    Table {
        name: "farewells",
        about: About::Through(&[("person_id", "people")]),
        columns: &[("id", KEY), ("person_id", LINK), ("warned_at", WARNED), ("letter_key", WARNED)],
    },
    Table {
        name: "requests",
        about: About::Through(&[("person_number", "people")]),
        columns: &[
            ("id", KEY),
            ("person_number", LINK),
            ("kind", REQUESTED),
            ("received_at", REQUESTED),
            ("due_on", REQUESTED),
            ("withdrawn_at", REQUESTED),
            ("answered_at", REQUESTED),
        ],
    },
    Table {
        name: "request_words",
        about: About::Through(&[("request_id", "requests")]),
        columns: &[("id", KEY), ("request_id", LINK), ("asked", ASKED_WORDS)],
    },
    Table {
        name: "register_lines",
        about: About::Through(&[("person_number", "people"), ("actor_account", "accounts")]),
        columns: &[
            ("id", KEY),
            ("at", REGISTERED_SEEN),
            ("actor_role", REGISTERED_SEEN),
            ("actor_account", REGISTERED),
            ("act", REGISTERED_SEEN),
            ("subject", REGISTERED_SEEN),
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

//! Who people are and where they work.

use super::{About, Category, Clock, Erasure, KEY, Kept, LINK, MADE, PLAN, Purpose, Reader, STUB, Table, personal};
use crate::access::{AppointStaff, ContactParticipants, EnterParticipants, Permission};

/// Those who meet a participant in their work.
const MET: &[Reader] = &[Reader::Oneself, Reader::Group, Reader::Leader, Reader::Staff(ContactParticipants::NAME)];
const NAME: Kept = personal(Category::Name, Purpose::Training, MET, Clock::Registration, Erasure::Overwritten);
const REACHED: Kept = personal(Category::Contact, Purpose::Contact, MET, Clock::Registration, Erasure::Overwritten);
const REACHED_BY_STAFF: Kept = personal(
    Category::Contact,
    Purpose::Contact,
    &[Reader::Oneself, Reader::Staff(ContactParticipants::NAME)],
    Clock::Registration,
    Erasure::Overwritten,
);
/// What somebody would rather not be written about.
const MUTED: Kept =
    personal(Category::Contact, Purpose::Contact, &[Reader::Oneself], Clock::Registration, Erasure::RowGoes);
/// A hash, so that a list with the old name or address does not make them a second time.
const FORMERLY: Kept = personal(Category::Name, Purpose::Training, &[], Clock::Registration, Erasure::RowGoes);
const JOB: Kept = personal(
    Category::Work,
    Purpose::Training,
    &[Reader::Oneself, Reader::Leader, Reader::Staff(ContactParticipants::NAME)],
    Clock::Registration,
    Erasure::RowGoes,
);
const PERSONNEL_NUMBER: Kept = personal(
    Category::PersonnelNumber,
    Purpose::Training,
    &[Reader::Client, Reader::Staff(EnterParticipants::NAME)],
    Clock::Registration,
    Erasure::RowGoes,
);
const ROLE: Kept = personal(
    Category::Work,
    Purpose::Staff,
    &[Reader::Oneself, Reader::Staff(AppointStaff::NAME)],
    Clock::StaffAccount,
    Erasure::RowGoes,
);

pub const TABLES: &[Table] = &[
    Table {
        name: "organisations",
        about: About::Nobody,
        columns: &[("id", KEY), ("name", PLAN), ("name_folded", PLAN), ("created_at", MADE)],
    },
    Table {
        name: "people",
        about: About::Person,
        columns: &[
            ("id", KEY),
            ("first_name", NAME),
            ("initials", NAME),
            ("infix", NAME),
            ("last_name", NAME),
            ("name_folded", NAME),
            ("email", REACHED),
            ("email_folded", REACHED),
            ("phone", REACHED_BY_STAFF),
            ("language", REACHED_BY_STAFF),
            ("created_at", MADE),
            ("erased_at", STUB),
            ("street", REACHED_BY_STAFF),
            ("postcode", REACHED_BY_STAFF),
            ("city", REACHED_BY_STAFF),
        ],
    },
    Table {
        name: "muted_news",
        about: About::Through(&[("person_id", "people")]),
        columns: &[("id", KEY), ("person_id", LINK), ("news", MUTED)],
    },
    Table {
        name: "former_likenesses",
        about: About::Through(&[("person_id", "people")]),
        columns: &[("id", KEY), ("person_id", LINK), ("likeness_hash", FORMERLY), ("created_at", MADE)],
    },
    Table {
        name: "employments",
        about: About::Through(&[("person_id", "people")]),
        columns: &[
            ("id", KEY),
            ("person_id", LINK),
            ("organisation_id", JOB),
            ("job_title", JOB),
            ("department", JOB),
            ("personnel_number", PERSONNEL_NUMBER),
            ("created_at", MADE),
        ],
    },
    Table {
        name: "staff_roles",
        about: About::Through(&[("person_id", "people")]),
        columns: &[
            ("id", KEY),
            ("person_id", LINK),
            ("role", ROLE),
            ("agreed_on", ROLE),
            ("starts_on", ROLE),
            ("ends_on", ROLE),
        ],
    },
];

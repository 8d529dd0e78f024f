//! How people get in, and how others are kept out.

use super::{About, Category, Clock, Erasure, KEY, Kept, LINK, MADE, PLUMBING, Purpose, Reader, Table, personal};
use crate::access::{AppointStaff, ContactParticipants, FollowProgress, Permission};

const KNOWN: &[Reader] =
    &[Reader::Oneself, Reader::Staff(ContactParticipants::NAME), Reader::Staff(AppointStaff::NAME)];
const SIGN_IN: Kept = personal(Category::Access, Purpose::Security, KNOWN, Clock::Registration, Erasure::RowGoes);
const SECRET: Kept = personal(Category::Access, Purpose::Security, &[], Clock::Registration, Erasure::RowGoes);
/// The leader and whoever follows progress see on which day somebody was last active.
const SEEN_BY: &[Reader] = &[
    Reader::Oneself,
    Reader::LeaderByDay,
    Reader::Staff(ContactParticipants::NAME),
    Reader::Staff(AppointStaff::NAME),
    Reader::Staff(FollowProgress::NAME),
];
const SEEN: Kept = personal(Category::Activity, Purpose::Security, SEEN_BY, Clock::Registration, Erasure::RowGoes);
const SIGN_IN_READ_BY: &[Reader] = &[Reader::Oneself, Reader::Staff(FollowProgress::NAME)];
const SIGNED_IN: Kept =
    personal(Category::Activity, Purpose::Training, SIGN_IN_READ_BY, Clock::SignIn, Erasure::RowGoes);
/// So that somebody can see that it was not they who signed in.
const FROM: Kept =
    personal(Category::Technical, Purpose::Security, &[Reader::Oneself], Clock::SignInAddress, Erasure::RowGoes);
const WITH: Kept =
    personal(Category::Technical, Purpose::Security, &[Reader::Oneself], Clock::SignInBrowser, Erasure::RowGoes);
const ACCEPTED: Kept =
    personal(Category::Activity, Purpose::Accountability, KNOWN, Clock::Registration, Erasure::RowGoes);
/// The public half of a passkey and its number are nothing to read; what its owner calls it is.
const PASSKEY: Kept =
    personal(Category::Access, Purpose::Security, &[Reader::Oneself], Clock::Registration, Erasure::RowGoes);
const SESSION: Kept =
    personal(Category::Technical, Purpose::Security, &[Reader::Oneself], Clock::Sessions, Erasure::RowGoes);
const SESSION_SECRET: Kept = personal(Category::Access, Purpose::Security, &[], Clock::Sessions, Erasure::RowGoes);
const LINK_SECRET: Kept = personal(Category::Access, Purpose::Security, &[], Clock::Links, Erasure::RowGoes);
const LINK_USE: Kept = personal(Category::Activity, Purpose::Security, &[], Clock::Links, Erasure::RowGoes);
/// A hash of the name that was typed, which may be nobody's.
const TRIED: Kept = personal(Category::Access, Purpose::Security, &[], Clock::Attempts, Erasure::Expires);
/// The address of a calendar that anybody who has it can read: only its hash is kept.
const FEED: Kept = personal(Category::Access, Purpose::Training, &[], Clock::Registration, Erasure::RowGoes);
/// An address that nobody confirmed yet.
const MOVING: Kept = personal(Category::Contact, Purpose::Contact, &[Reader::Oneself], Clock::Links, Erasure::RowGoes);
const HELD: Kept = personal(Category::Words, Purpose::Training, &[Reader::Oneself], Clock::HeldForms, Erasure::RowGoes);

pub const TABLES: &[Table] = &[
    Table {
        name: "accounts",
        about: About::Through(&[("person_id", "people")]),
        columns: &[
            ("id", KEY),
            ("person_id", LINK),
            ("sign_in_name", SIGN_IN),
            ("sign_in_folded", SIGN_IN),
            ("password_hash", SECRET),
            ("must_change", SECRET),
            ("accepted_version", ACCEPTED),
            ("blocked_at", SIGN_IN),
            ("created_at", MADE),
            ("last_seen_at", SEEN),
            ("second_factor_at", SIGN_IN),
            ("totp_secret", SECRET),
            ("totp_step", SECRET),
        ],
    },
    Table {
        name: "acceptances",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[("id", KEY), ("account_id", LINK), ("version", ACCEPTED), ("accepted_at", ACCEPTED)],
    },
    Table {
        name: "sessions",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("key_hash", SESSION_SECRET),
            ("account_id", LINK),
            ("state", SESSION_SECRET),
            ("address", SESSION),
            ("browser", SESSION),
            ("created_at", SESSION),
            ("seen_at", SESSION),
            ("half", SESSION_SECRET),
        ],
    },
    Table {
        name: "sign_ins",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[("id", KEY), ("account_id", LINK), ("at", SIGNED_IN), ("address", FROM), ("browser", WITH)],
    },
    Table {
        name: "links",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("account_id", LINK),
            ("kind", PLUMBING),
            ("token_hash", LINK_SECRET),
            ("created_at", MADE),
            ("expires_at", PLUMBING),
            ("used_at", LINK_USE),
        ],
    },
    Table {
        name: "recovery_codes",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[("id", KEY), ("account_id", LINK), ("code_hash", SECRET), ("created_at", MADE)],
    },
    Table {
        name: "factor_checks",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("account_id", LINK),
            ("code_hash", LINK_SECRET),
            ("created_at", MADE),
            ("expires_at", PLUMBING),
        ],
    },
    Table {
        name: "passkeys",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("account_id", LINK),
            ("called", PASSKEY),
            ("credential_id", SECRET),
            ("credential", SECRET),
            ("created_at", PASSKEY),
            ("last_used_at", PASSKEY),
        ],
    },
    Table {
        name: "passkey_ceremonies",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("account_id", LINK),
            ("key_hash", SESSION_SECRET),
            ("state", SESSION_SECRET),
            ("created_at", MADE),
            ("expires_at", PLUMBING),
        ],
    },
    Table {
        name: "attempts",
        about: About::Nobody,
        columns: &[("id", KEY), ("name_hash", TRIED), ("failures", TRIED), ("since", TRIED)],
    },
    Table {
        name: "calendar_feeds",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[("id", KEY), ("account_id", LINK), ("token_hash", FEED), ("created_at", MADE)],
    },
    Table {
        name: "email_changes",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("account_id", LINK),
            ("new_email", MOVING),
            ("new_hash", LINK_SECRET),
            ("old_hash", LINK_SECRET),
            ("created_at", MADE),
            ("expires_at", PLUMBING),
            ("new_confirmed_at", MOVING),
            ("old_confirmed_at", MOVING),
            ("ended_at", PLUMBING),
        ],
    },
    Table {
        name: "held_forms",
        about: About::Through(&[("account_id", "accounts")]),
        columns: &[
            ("id", KEY),
            ("account_id", LINK),
            ("path", HELD),
            ("body", HELD),
            ("held_at", HELD),
            ("target", HELD),
        ],
    },
];

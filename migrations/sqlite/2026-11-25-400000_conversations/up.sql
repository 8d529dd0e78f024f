-- What a student and the people around the project write to each other: one thread for each of those people.
CREATE TABLE threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    addressee TEXT NOT NULL CHECK (addressee IN ('trainer', 'adviser', 'helpdesk')),
    created_at TIMESTAMP NOT NULL,
    last_at TIMESTAMP,
    asked_at TIMESTAMP,
    closed_at TIMESTAMP,
    UNIQUE (participant_id, addressee)
);
CREATE INDEX threads_by_asked ON threads (asked_at);
CREATE INDEX threads_by_last ON threads (last_at);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    thread_id BIGINT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('student', 'provider')),
    author_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
    body TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    destroy_at TIMESTAMP NOT NULL,
    policy INTEGER NOT NULL
);
CREATE INDEX messages_by_thread ON messages (thread_id, id);
CREATE INDEX messages_by_author ON messages (author_id);
CREATE INDEX messages_by_end ON messages (destroy_at);

CREATE TABLE message_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    thread_id BIGINT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    destroy_at TIMESTAMP NOT NULL,
    policy INTEGER NOT NULL,
    UNIQUE (thread_id, person_id)
);
CREATE INDEX message_drafts_by_person ON message_drafts (person_id);
CREATE INDEX message_drafts_by_end ON message_drafts (destroy_at);

-- A closed list grows: a column of its own takes the place of the old one, since SQLite changes no check.
ALTER TABLE letters ADD COLUMN kind_wide TEXT NOT NULL DEFAULT 'reset' CHECK (kind_wide IN ('invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed', 'message_waits'));
UPDATE letters SET kind_wide = kind;
ALTER TABLE letters DROP COLUMN kind;
ALTER TABLE letters RENAME COLUMN kind_wide TO kind;

-- So does that of the terms. Its kind is part of a key, so that the table is made anew, with its rows.
CREATE TABLE new_term_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('upload', 'pending_upload', 'intake', 'intake_draft', 'letter', 'progress', 'registration', 'staff_account', 'participation', 'hold', 'message', 'message_draft')),
    portal INTEGER,
    destroy INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'in_force', 'withdrawn')),
    proposed_by BIGINT REFERENCES accounts (id) ON DELETE SET NULL,
    proposed_at TIMESTAMP NOT NULL,
    decided_by BIGINT REFERENCES accounts (id) ON DELETE SET NULL,
    decided_at TIMESTAMP,
    version INTEGER,
    applied_at TIMESTAMP,
    UNIQUE (kind, version)
);
INSERT INTO new_term_changes SELECT id, kind, portal, destroy, state, proposed_by, proposed_at, decided_by, decided_at, version, applied_at FROM term_changes;
DROP TABLE term_changes;
ALTER TABLE new_term_changes RENAME TO term_changes;
CREATE INDEX term_changes_by_proposer ON term_changes (proposed_by);
CREATE INDEX term_changes_by_decider ON term_changes (decided_by);

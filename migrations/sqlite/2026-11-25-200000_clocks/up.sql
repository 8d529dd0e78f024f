CREATE TABLE term_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('upload', 'pending_upload', 'intake', 'intake_draft', 'letter', 'progress', 'registration', 'staff_account', 'participation', 'hold')),
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
CREATE INDEX term_changes_by_proposer ON term_changes (proposed_by);
CREATE INDEX term_changes_by_decider ON term_changes (decided_by);

CREATE TABLE holds (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT REFERENCES people (id) ON DELETE CASCADE,
    project_id BIGINT REFERENCES projects (id) ON DELETE CASCADE,
    upload_id BIGINT REFERENCES uploads (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('dispute', 'inspection', 'complaint', 'incident')),
    note TEXT NOT NULL,
    placed_by BIGINT REFERENCES accounts (id) ON DELETE SET NULL,
    placed_at TIMESTAMP NOT NULL,
    until_at TIMESTAMP NOT NULL
);
CREATE INDEX holds_by_person ON holds (person_id);
CREATE INDEX holds_by_project ON holds (project_id);
CREATE INDEX holds_by_upload ON holds (upload_id);
CREATE INDEX holds_by_placer ON holds (placed_by);
CREATE INDEX holds_by_end ON holds (until_at);

CREATE TABLE farewells (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
    warned_at TIMESTAMP NOT NULL,
    letter_key TEXT NOT NULL
);

CREATE TABLE clock_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    trusted_at TIMESTAMP NOT NULL,
    stopped_at TIMESTAMP,
    confirmed_at TIMESTAMP
);

ALTER TABLE intakes ADD COLUMN policy INTEGER NOT NULL DEFAULT 1;
CREATE INDEX accounts_by_seen ON accounts (last_seen_at);

-- A list of words cannot be changed in SQLite: the table is made anew, with its rows.
CREATE TABLE new_letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends')),
    person_id BIGINT REFERENCES people (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    payload TEXT NOT NULL,
    subject TEXT,
    body TEXT,
    dedupe_key TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    attempts INTEGER NOT NULL,
    sent_at TIMESTAMP,
    failed_at TIMESTAMP,
    last_error TEXT
);
INSERT INTO new_letters SELECT id, kind, person_id, address, language, payload, subject, body, dedupe_key, created_at, due_at, leased_until, attempts, sent_at, failed_at, last_error FROM letters;
DROP TABLE letters;
ALTER TABLE new_letters RENAME TO letters;
CREATE INDEX letters_by_due ON letters (due_at);
CREATE INDEX letters_by_person ON letters (person_id);

DELETE FROM letters WHERE kind = 'registration_ends';

-- A list of words cannot be changed in SQLite: the table is made anew, with its rows.
CREATE TABLE new_letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reset_asked', 'reset', 'password_changed')),
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
DROP INDEX accounts_by_seen;
ALTER TABLE intakes DROP COLUMN policy;
DROP TABLE clock_marks;
DROP TABLE farewells;
DROP TABLE holds;
DROP TABLE term_changes;

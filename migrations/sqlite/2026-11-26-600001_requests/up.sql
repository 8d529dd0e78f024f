-- What people ask about their own data. The fact stays as long as it must be accounted for; their words go with them.
CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_number BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('access', 'portability', 'correction', 'erasure', 'restriction', 'objection')),
    received_at TIMESTAMP NOT NULL,
    due_on DATE NOT NULL,
    withdrawn_at TIMESTAMP,
    answered_at TIMESTAMP
);
CREATE INDEX requests_by_person ON requests (person_number);
CREATE INDEX requests_by_receipt ON requests (received_at);

CREATE TABLE request_words (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    request_id BIGINT NOT NULL UNIQUE REFERENCES requests (id) ON DELETE CASCADE,
    asked TEXT NOT NULL
);

-- A closed list grows. A column of its own takes the place of the old one, since SQLite changes no check.
ALTER TABLE letters ADD COLUMN kind_wide TEXT NOT NULL DEFAULT 'reset' CHECK (kind_wide IN ('certificate', 'invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed', 'message_waits', 'second_factor', 'factor_check', 'request_made', 'address_asked', 'address_left', 'address_changed'));
UPDATE letters SET kind_wide = kind;
ALTER TABLE letters DROP COLUMN kind;
ALTER TABLE letters RENAME COLUMN kind_wide TO kind;

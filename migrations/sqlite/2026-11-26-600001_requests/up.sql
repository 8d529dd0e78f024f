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

-- A closed list gets four words more, whatever else was added to it in the meantime, in the way that the documentation
-- of SQLite gives for a change of a CHECK (lang_altertable, section 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'kind IN (', 'kind IN (''request_made'', ''address_asked'', ''address_left'', ''address_changed'', ')
    WHERE type = 'table' AND name = 'letters';
PRAGMA writable_schema = RESET;

-- Where somebody lives, when they say so.
ALTER TABLE people ADD COLUMN street TEXT;
ALTER TABLE people ADD COLUMN postcode TEXT;
ALTER TABLE people ADD COLUMN city TEXT;

-- The letters that somebody does without.
CREATE TABLE muted_news (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    news TEXT NOT NULL CHECK (news IN ('meetings', 'messages')),
    UNIQUE (person_id, news)
);

-- Under which name and address a client knew somebody before they changed it themselves.
CREATE TABLE former_likenesses (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    likeness_hash TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (person_id, likeness_hash)
);

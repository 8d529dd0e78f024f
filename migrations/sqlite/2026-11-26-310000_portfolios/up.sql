-- What somebody tells about themselves.
CREATE TABLE portfolios (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
    interests TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE portfolio_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('work', 'education')),
    title TEXT NOT NULL,
    organisation TEXT,
    starts TEXT NOT NULL,
    ends TEXT,
    description TEXT,
    version INTEGER NOT NULL
);
CREATE INDEX portfolio_items_by_person ON portfolio_items (person_id, kind);

-- A part of it that they show to their trainers. A part without a row is shown to nobody.
CREATE TABLE portfolio_shares (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('work', 'education', 'interests', 'assignments', 'results')),
    shown_at TIMESTAMP NOT NULL,
    UNIQUE (person_id, part)
);

-- How a project lets its people choose a group.
ALTER TABLE projects ADD COLUMN choosing BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE projects ADD COLUMN change_days INTEGER NOT NULL DEFAULT 5;
ALTER TABLE projects ADD COLUMN offer_hours INTEGER NOT NULL DEFAULT 24;

-- What a calendar must know of a meeting: the same name for ever, how often it changed, whether it goes on.
ALTER TABLE meetings ADD COLUMN uid TEXT NOT NULL DEFAULT '';
UPDATE meetings SET uid = lower(hex(randomblob(16)));
ALTER TABLE meetings ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN cancelled_at TIMESTAMP;

-- Why staff placed somebody against the rules.
ALTER TABLE enrolments ADD COLUMN override_reason TEXT;

CREATE TABLE waiting_places (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL UNIQUE REFERENCES participants (id) ON DELETE CASCADE,
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL,
    offered_at TIMESTAMP,
    offer_until TIMESTAMP,
    token_hash TEXT UNIQUE
);
CREATE INDEX waiting_places_by_group ON waiting_places (group_id);

CREATE TABLE freed_seats (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    freed_at TIMESTAMP NOT NULL
);
CREATE INDEX freed_seats_by_group ON freed_seats (group_id);

CREATE TABLE absences (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('work', 'leave', 'travel', 'personal')),
    created_at TIMESTAMP NOT NULL,
    UNIQUE (meeting_id, participant_id)
);
CREATE INDEX absences_by_participant ON absences (participant_id);

CREATE TABLE calendar_feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL
);

-- Two closed lists grow. A column of its own takes the place of the old one, since SQLite changes no check,
-- and a table that is made anew would take the rows that lean on it along.
ALTER TABLE training_actions ADD COLUMN kind_wide TEXT NOT NULL DEFAULT 'reading' CHECK (kind_wide IN ('intake', 'upload', 'reading', 'attendance', 'enrolment'));
UPDATE training_actions SET kind_wide = kind;
ALTER TABLE training_actions DROP COLUMN kind;
ALTER TABLE training_actions RENAME COLUMN kind_wide TO kind;
ALTER TABLE actions ADD COLUMN kind_wide TEXT NOT NULL DEFAULT 'reading' CHECK (kind_wide IN ('intake', 'upload', 'reading', 'attendance', 'enrolment'));
UPDATE actions SET kind_wide = kind;
ALTER TABLE actions DROP COLUMN kind;
ALTER TABLE actions RENAME COLUMN kind_wide TO kind;
ALTER TABLE letters ADD COLUMN kind_wide TEXT NOT NULL DEFAULT 'reset' CHECK (kind_wide IN ('invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed'));
UPDATE letters SET kind_wide = kind;
ALTER TABLE letters DROP COLUMN kind;
ALTER TABLE letters RENAME COLUMN kind_wide TO kind;

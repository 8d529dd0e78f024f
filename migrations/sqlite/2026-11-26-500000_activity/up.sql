-- Each time somebody who takes part signed in: from where, and with which kind of browser, as long as that is kept.
CREATE TABLE sign_ins (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    at TIMESTAMP NOT NULL,
    address TEXT,
    browser TEXT
);
CREATE INDEX sign_ins_by_account ON sign_ins (account_id, at);
CREATE INDEX sign_ins_by_time ON sign_ins (at);

-- Each time somebody sat down to a step that was open: the first is when they began it. The number is there so that
-- two windows which open the same page at once write one sitting.
CREATE TABLE sittings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    action_id BIGINT NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    began_at TIMESTAMP NOT NULL,
    worked_until TIMESTAMP NOT NULL,
    UNIQUE (participant_id, action_id, number)
);
CREATE INDEX sittings_by_action ON sittings (action_id);

-- Three terms more. Their kind is part of a key, so that on SQLite the table is made anew, with its rows.
CREATE TABLE new_term_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('upload', 'pending_upload', 'intake', 'intake_draft', 'letter', 'progress', 'registration', 'staff_account', 'participation', 'hold', 'message', 'message_draft', 'sign_in', 'sign_in_address', 'sign_in_browser')),
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

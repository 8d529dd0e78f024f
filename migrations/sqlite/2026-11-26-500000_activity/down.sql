DELETE FROM term_changes WHERE kind IN ('sign_in', 'sign_in_address', 'sign_in_browser');
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
DROP TABLE sittings;
DROP TABLE sign_ins;

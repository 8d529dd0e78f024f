-- The second step of signing in to an account: since when it is asked, what its codes are made with (sealed), and
-- the newest that was used.
ALTER TABLE accounts ADD COLUMN second_factor_at TIMESTAMP;
ALTER TABLE accounts ADD COLUMN totp_secret BLOB;
ALTER TABLE accounts ADD COLUMN totp_step BIGINT;

-- Between the password and the second step.
ALTER TABLE sessions ADD COLUMN half BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE recovery_codes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (account_id, code_hash)
);

-- A code that was sent to the known address of somebody who lost their second factor.
CREATE TABLE factor_checks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);

-- A closed list grows. A column of its own takes the place of the old one, since SQLite changes no check.
ALTER TABLE letters ADD COLUMN kind_wide TEXT NOT NULL DEFAULT 'reset' CHECK (kind_wide IN ('certificate', 'invitation', 'reset_asked', 'reset', 'password_changed', 'registration_ends', 'seat_offered', 'meetings_changed', 'message_waits', 'second_factor', 'factor_check'));
UPDATE letters SET kind_wide = kind;
ALTER TABLE letters DROP COLUMN kind;
ALTER TABLE letters RENAME COLUMN kind_wide TO kind;

-- A new e-mail address that waits for a yes from both mailboxes.
CREATE TABLE email_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    new_email TEXT NOT NULL,
    new_hash TEXT UNIQUE,
    old_hash TEXT UNIQUE,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    new_confirmed_at TIMESTAMP,
    old_confirmed_at TIMESTAMP,
    ended_at TIMESTAMP
);
CREATE INDEX email_changes_by_account ON email_changes (account_id);

-- Empty until the line is tied into the chain, which the program does at its next start: it alone has the key.
ALTER TABLE register_lines ADD COLUMN mac BLOB NOT NULL DEFAULT x'';

-- One row: how many lines there are, and the MAC of the last. Whoever writes lines takes it, last of all.
CREATE TABLE register_head (
    id INTEGER PRIMARY KEY NOT NULL,
    lines BIGINT NOT NULL,
    mac BLOB NOT NULL,
    adopted BOOLEAN NOT NULL,
    seal BLOB NOT NULL
);

CREATE TABLE register_months (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    month TEXT NOT NULL,
    first_line BIGINT NOT NULL,
    last_line BIGINT NOT NULL,
    mac BLOB NOT NULL,
    newest_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP NOT NULL,
    seal BLOB NOT NULL,
    destroyed_at TIMESTAMP,
    destroyed_seal BLOB
);

CREATE TABLE register_faults (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('key', 'head', 'copy', 'month', 'tail', 'missing', 'changed', 'unchained')),
    first_line BIGINT NOT NULL,
    last_line BIGINT NOT NULL,
    found_at TIMESTAMP NOT NULL
);

CREATE TRIGGER register_lines_stay BEFORE UPDATE ON register_lines
WHEN length(OLD.mac) > 0
BEGIN
    SELECT RAISE(ABORT, 'a line of the register does not change');
END;

CREATE TRIGGER register_lines_end BEFORE DELETE ON register_lines
WHEN NOT EXISTS (
    SELECT 1 FROM register_months
    WHERE OLD.id BETWEEN first_line AND last_line AND destroyed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'a line of the register goes with its month');
END;

-- Two closed lists get a word more, whatever else was added to them in the meantime. SQLite has no statement for that;
-- this is the way its documentation gives for a change of a CHECK (lang_altertable, section 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'kind IN (', 'kind IN (''test'', ')
    WHERE type = 'table' AND name IN ('actions', 'training_actions');
PRAGMA writable_schema = RESET;

ALTER TABLE projects ADD COLUMN certificate_tests BOOLEAN NOT NULL DEFAULT TRUE;

-- Of a step of a training or of one of a project, never of both.
CREATE TABLE tests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    training_action_id BIGINT UNIQUE REFERENCES training_actions (id) ON DELETE CASCADE,
    action_id BIGINT UNIQUE REFERENCES actions (id) ON DELETE CASCADE,
    attempts INTEGER NOT NULL,
    pass_mark INTEGER,
    result TEXT NOT NULL CHECK (result IN ('at_once', 'by_staff')),
    released_at TIMESTAMP,
    open BOOLEAN NOT NULL,
    revision INTEGER NOT NULL
);

CREATE TABLE test_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    test_id BIGINT NOT NULL REFERENCES tests (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('single', 'multiple', 'open', 'order', 'matching')),
    prompt TEXT NOT NULL,
    items TEXT NOT NULL,
    points INTEGER NOT NULL,
    feedback TEXT
);
CREATE INDEX test_questions_by_test ON test_questions (test_id, position);

CREATE TABLE test_attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    test_id BIGINT NOT NULL REFERENCES tests (id) ON DELETE CASCADE,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'marked')),
    version INTEGER NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    points INTEGER,
    most INTEGER,
    passed BOOLEAN,
    destroy_at TIMESTAMP,
    UNIQUE (test_id, participant_id, number)
);
CREATE INDEX test_attempts_by_participant ON test_attempts (participant_id);
CREATE INDEX test_attempts_by_end ON test_attempts (destroy_at);

CREATE TABLE test_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    attempt_id BIGINT NOT NULL REFERENCES test_attempts (id) ON DELETE CASCADE,
    question_id BIGINT NOT NULL REFERENCES test_questions (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    points INTEGER,
    comment TEXT,
    UNIQUE (attempt_id, question_id)
);
CREATE INDEX test_answers_by_question ON test_answers (question_id);

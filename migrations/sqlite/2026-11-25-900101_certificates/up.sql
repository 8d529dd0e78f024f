-- Three closed lists get a word more. SQLite has no statement for that, and making the tables anew would take along
-- what hangs on them; this is the way its documentation gives for a change of a CHECK (lang_altertable, section 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, '''reading'', ''attendance''', '''reading'', ''attendance'', ''evaluation''')
    WHERE type = 'table' AND name IN ('actions', 'training_actions');
UPDATE sqlite_master SET sql = replace(sql, 'kind IN (''invitation'', ''reset_asked''', 'kind IN (''certificate'', ''invitation'', ''reset_asked''')
    WHERE type = 'table' AND name = 'letters';
PRAGMA writable_schema = RESET;

ALTER TABLE trainings ADD COLUMN study_hours INTEGER;
ALTER TABLE trainings ADD COLUMN accreditation_points TEXT;
ALTER TABLE trainings ADD COLUMN accreditor TEXT;

ALTER TABLE projects ADD COLUMN evaluation TEXT NOT NULL DEFAULT 'anonymous' CHECK (evaluation IN ('anonymous', 'named'));
ALTER TABLE projects ADD COLUMN certificate BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE projects ADD COLUMN certificate_attendance INTEGER NOT NULL DEFAULT 80;
ALTER TABLE projects ADD COLUMN certificate_actions BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE projects ADD COLUMN certificate_evaluation BOOLEAN NOT NULL DEFAULT TRUE;

CREATE TABLE attendances (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    mark TEXT NOT NULL CHECK (mark IN ('present', 'late', 'excused', 'absent')),
    marked_at TIMESTAMP NOT NULL,
    UNIQUE (meeting_id, participant_id)
);
CREATE INDEX attendances_by_participant ON attendances (participant_id);

CREATE TABLE training_evaluation_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    training_id BIGINT NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('scale', 'choice', 'open')),
    prompt TEXT NOT NULL,
    hint TEXT,
    options TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    UNIQUE (training_id, position)
);

CREATE TABLE evaluation_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('scale', 'choice', 'open')),
    prompt TEXT NOT NULL,
    hint TEXT,
    options TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    UNIQUE (project_id, position)
);

CREATE TABLE evaluations (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL UNIQUE REFERENCES participants (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
    version INTEGER NOT NULL,
    draft BLOB,
    saved_at TIMESTAMP,
    destroy_at TIMESTAMP NOT NULL
);
CREATE INDEX evaluations_by_end ON evaluations (destroy_at);

CREATE TABLE evaluation_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    evaluation_id BIGINT NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
    question_id BIGINT NOT NULL REFERENCES evaluation_questions (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    UNIQUE (evaluation_id, question_id)
);
CREATE INDEX evaluation_answers_by_question ON evaluation_answers (question_id);

-- Whose answer it is, and when it came, is written nowhere: the key is drawn by lot.
CREATE TABLE anonymous_answers (
    id INTEGER PRIMARY KEY NOT NULL,
    question_id BIGINT NOT NULL REFERENCES evaluation_questions (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    shown BOOLEAN NOT NULL
);
CREATE INDEX anonymous_answers_by_question ON anonymous_answers (question_id);

CREATE TABLE evaluation_tallies (
    project_id INTEGER PRIMARY KEY NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    shown INTEGER NOT NULL,
    waiting INTEGER NOT NULL
);

CREATE TABLE certificates (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT REFERENCES participants (id) ON DELETE SET NULL,
    issue INTEGER NOT NULL,
    bucket TEXT NOT NULL,
    salt TEXT NOT NULL,
    seal TEXT NOT NULL,
    replaced_for TEXT CHECK (replaced_for IN ('name', 'facts')),
    replaced_on DATE,
    UNIQUE (participant_id, issue)
);
CREATE INDEX certificates_by_bucket ON certificates (bucket);

-- What a certificate says goes with the part it is about; the seal of it stays, and then leads to nobody.
CREATE TABLE certificate_facts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    certificate_id BIGINT NOT NULL UNIQUE REFERENCES certificates (id) ON DELETE CASCADE,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    number TEXT NOT NULL UNIQUE,
    holder TEXT NOT NULL,
    initial TEXT NOT NULL,
    provider TEXT NOT NULL,
    training TEXT NOT NULL,
    organisation TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    meetings INTEGER NOT NULL,
    attended INTEGER NOT NULL,
    study_hours INTEGER,
    accreditation_points TEXT,
    accreditor TEXT,
    issued_on DATE NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    reason TEXT,
    destroy_at TIMESTAMP NOT NULL
);
CREATE INDEX certificate_facts_by_participant ON certificate_facts (participant_id);
CREATE INDEX certificate_facts_by_end ON certificate_facts (destroy_at);

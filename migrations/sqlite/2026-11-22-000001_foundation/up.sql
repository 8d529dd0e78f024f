CREATE TABLE organisations (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    first_name TEXT,
    initials TEXT,
    infix TEXT,
    last_name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    phone TEXT,
    language TEXT CHECK (language IN ('nl', 'en')),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX people_by_email ON people (email_folded);

CREATE TABLE employments (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    job_title TEXT,
    department TEXT,
    personnel_number TEXT,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (person_id, organisation_id)
);
CREATE INDEX employments_by_organisation ON employments (organisation_id);

CREATE TABLE staff_roles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('programmer', 'assistant', 'trainer', 'adviser', 'marketing', 'helpdesk', 'security', 'content', 'planner')),
    agreed_on DATE,
    starts_on DATE NOT NULL,
    ends_on DATE,
    UNIQUE (person_id, role)
);

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
    sign_in_name TEXT NOT NULL,
    sign_in_folded TEXT NOT NULL UNIQUE,
    password_hash TEXT,
    must_change BOOLEAN NOT NULL,
    accepted_version TEXT,
    blocked_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP
);

CREATE TABLE acceptances (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    version TEXT NOT NULL,
    accepted_at TIMESTAMP NOT NULL,
    UNIQUE (account_id, version)
);

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    address TEXT,
    browser TEXT,
    created_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE links (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reset')),
    token_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX links_by_account ON links (account_id);

CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name_hash TEXT NOT NULL UNIQUE,
    failures INTEGER NOT NULL,
    since TIMESTAMP NOT NULL
);

CREATE TABLE held_forms (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    body BLOB NOT NULL,
    held_at TIMESTAMP NOT NULL,
    UNIQUE (account_id, path)
);

CREATE TABLE trainings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE training_actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    training_id BIGINT NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('intake', 'upload', 'reading', 'attendance')),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    preparation BOOLEAN NOT NULL,
    minutes INTEGER,
    due_days INTEGER NOT NULL,
    UNIQUE (training_id, position)
);

CREATE TABLE training_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    training_id BIGINT NOT NULL REFERENCES trainings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('line', 'text', 'choice')),
    prompt TEXT NOT NULL,
    hint TEXT,
    options TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    learning_wish BOOLEAN NOT NULL,
    UNIQUE (training_id, position)
);

CREATE TABLE projects (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    training_id BIGINT NOT NULL REFERENCES trainings (id),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    adviser_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
    upload_anchor TEXT NOT NULL CHECK (upload_anchor IN ('confirmation', 'project_end')),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX projects_by_organisation ON projects (organisation_id);

CREATE TABLE project_leaders (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (project_id, person_id)
);
CREATE INDEX project_leaders_by_person ON project_leaders (person_id);

CREATE TABLE groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    trainer_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
    capacity INTEGER NOT NULL,
    UNIQUE (project_id, name)
);
CREATE INDEX groups_by_trainer ON groups (trainer_id);

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    location TEXT NOT NULL,
    UNIQUE (group_id, starts_at)
);

CREATE TABLE participants (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL,
    invited_at TIMESTAMP,
    UNIQUE (project_id, person_id)
);
CREATE INDEX participants_by_person ON participants (person_id);

CREATE TABLE enrolments (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL UNIQUE REFERENCES participants (id) ON DELETE CASCADE,
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX enrolments_by_group ON enrolments (group_id);

CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('intake', 'upload', 'reading', 'attendance')),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    preparation BOOLEAN NOT NULL,
    minutes INTEGER,
    due_on DATE NOT NULL,
    UNIQUE (project_id, position)
);

CREATE TABLE completions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    action_id BIGINT NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
    done_at TIMESTAMP NOT NULL,
    UNIQUE (participant_id, action_id)
);
CREATE INDEX completions_by_action ON completions (action_id);

CREATE TABLE questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('line', 'text', 'choice')),
    prompt TEXT NOT NULL,
    hint TEXT,
    options TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    learning_wish BOOLEAN NOT NULL,
    UNIQUE (project_id, position)
);

CREATE TABLE intakes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL UNIQUE REFERENCES participants (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
    version INTEGER NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    submitted_at TIMESTAMP,
    destroy_at TIMESTAMP NOT NULL
);
CREATE INDEX intakes_by_end ON intakes (destroy_at);

CREATE TABLE answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    intake_id BIGINT NOT NULL REFERENCES intakes (id) ON DELETE CASCADE,
    question_id BIGINT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    UNIQUE (intake_id, question_id)
);
CREATE INDEX answers_by_question ON answers (question_id);

CREATE TABLE uploads (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    participant_id BIGINT NOT NULL REFERENCES participants (id),
    action_id BIGINT NOT NULL REFERENCES actions (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed')),
    file_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    blob TEXT NOT NULL UNIQUE,
    uploaded_at TIMESTAMP NOT NULL,
    confirmed_at TIMESTAMP,
    portal_until TIMESTAMP NOT NULL,
    destroy_at TIMESTAMP NOT NULL,
    policy INTEGER NOT NULL
);
CREATE INDEX uploads_by_participant ON uploads (participant_id);
CREATE INDEX uploads_by_end ON uploads (destroy_at);

CREATE TABLE rosters (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    file_name TEXT NOT NULL,
    sheet TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reset_asked', 'reset', 'password_changed')),
    person_id BIGINT REFERENCES people (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    payload TEXT NOT NULL,
    subject TEXT,
    body TEXT,
    dedupe_key TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    attempts INTEGER NOT NULL,
    sent_at TIMESTAMP,
    failed_at TIMESTAMP,
    last_error TEXT
);
CREATE INDEX letters_by_due ON letters (due_at);
CREATE INDEX letters_by_person ON letters (person_id);

CREATE TABLE tasks (
    name TEXT NOT NULL PRIMARY KEY,
    due_at TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    last_ok_at TIMESTAMP,
    last_error TEXT
);

CREATE TABLE register_lines (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at TIMESTAMP NOT NULL,
    actor_role TEXT NOT NULL,
    actor_account BIGINT,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_row BIGINT NOT NULL,
    person_number BIGINT
);
CREATE INDEX register_lines_by_person ON register_lines (person_number);
CREATE INDEX register_lines_by_time ON register_lines (at);

-- Files and texts for people in a training. A row stands on the shelf of a training, or on that of a project, where
-- it may be for one group or one person.
CREATE TABLE materials (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    training_id BIGINT REFERENCES trainings (id) ON DELETE CASCADE,
    project_id BIGINT REFERENCES projects (id) ON DELETE CASCADE,
    group_id BIGINT REFERENCES groups (id) ON DELETE CASCADE,
    participant_id BIGINT REFERENCES participants (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT,
    body TEXT,
    file_name TEXT,
    kind TEXT,
    size BIGINT,
    blob TEXT UNIQUE,
    step INTEGER,
    released_at TIMESTAMP,
    release_days INTEGER,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    portal_until TIMESTAMP,
    destroy_at TIMESTAMP
);
CREATE INDEX materials_by_training ON materials (training_id);
CREATE INDEX materials_by_project ON materials (project_id);
CREATE INDEX materials_by_group ON materials (group_id);
CREATE INDEX materials_by_participant ON materials (participant_id);
CREATE INDEX materials_by_end ON materials (destroy_at);

CREATE TABLE material_openings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    material_id BIGINT NOT NULL REFERENCES materials (id) ON DELETE CASCADE,
    participant_id BIGINT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    opened_at TIMESTAMP NOT NULL
);
CREATE INDEX material_openings_by_material ON material_openings (material_id, participant_id);
CREATE INDEX material_openings_by_participant ON material_openings (participant_id);

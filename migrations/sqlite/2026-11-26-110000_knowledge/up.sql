-- Articles for everybody, each in one language or two. Beside what is read stands what is searched: the words in plain
-- letters, made by the program, so that both databases find the same.
CREATE TABLE article_categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    position INTEGER NOT NULL,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    category_id BIGINT NOT NULL REFERENCES article_categories (id),
    published_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL
);
CREATE INDEX articles_by_category ON articles (category_id);

CREATE TABLE article_texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    title_words TEXT NOT NULL,
    body_words TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (article_id, language)
);

-- Only an index: the words themselves stay where they are.
CREATE VIRTUAL TABLE article_words USING fts5 (title_words, body_words, content = 'article_texts', content_rowid = 'id', tokenize = 'ascii', detail = 'none');
CREATE TRIGGER article_words_in AFTER INSERT ON article_texts BEGIN
    INSERT INTO article_words (rowid, title_words, body_words) VALUES (new.id, new.title_words, new.body_words);
END;
CREATE TRIGGER article_words_out AFTER DELETE ON article_texts BEGIN
    INSERT INTO article_words (article_words, rowid, title_words, body_words) VALUES ('delete', old.id, old.title_words, old.body_words);
END;
CREATE TRIGGER article_words_anew AFTER UPDATE OF title_words, body_words ON article_texts BEGIN
    INSERT INTO article_words (article_words, rowid, title_words, body_words) VALUES ('delete', old.id, old.title_words, old.body_words);
    INSERT INTO article_words (rowid, title_words, body_words) VALUES (new.id, new.title_words, new.body_words);
END;

//! The search. Which texts are looked at is found in the index of the database: FTS5 on SQLite, a `tsvector` on
//! PostgreSQL, both of the same words. The order is reckoned by the same statement on both: how many of the words that
//! were asked for are in the title, then how often they are in the text, then the title itself.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use super::{by_letters, visible};
use crate::learning::knowledge::model::{ArticleId, Category, Hit};
use crate::learning::knowledge::words::{NOWHERE, Question};
use crate::platform::db::Db;
use crate::platform::db::schema::{article_categories, article_texts, articles};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::markdown;

/// Articles on one page of what was found.
pub const PAGE: i64 = 20;

/// What was found.
pub struct Found {
    /// The articles of the page, the best first.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub total: i64,
    /// Whether every word is in each of them; else only some are.
    pub every: bool,
}

#[derive(QueryableByName)]
struct Ranked {
    #[diesel(sql_type = BigInt)]
    text: i64,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// What `question` finds for a reader of `lang`, from the place `offset` in the list. When nothing has all words, what
/// has some of the longer ones.
pub fn search(db: &mut Db, question: &Question, lang: Lang, offset: i64) -> Result<Found> {
    let (ranked, every) = match ranked(db, question, lang, true, offset)? {
        none if none.is_empty() => match question.essential() {
            Some(essential) => (ranked(db, &essential, lang, false, offset)?, false),
            None => (none, true),
        },
        some => (some, true),
    };
    let total = ranked.first().map_or(0, |first| first.total);
    let hits = hits(db, question, &ranked)?;
    Ok(Found { hits, total, every })
}

/// Counts what is asked for in title and text of `t`. The places `$1` to `$10` are the stems, `$11` is the beginning
/// of the last word, which stands in the last two of them. SQLite numbers them as they come.
fn counts() -> (String, String) {
    let mut title = Vec::new();
    let mut body = Vec::new();
    for place in (1..=9).step_by(2) {
        let mut forms = vec![place, place + 1];
        if place == 9 {
            forms.push(11);
        }
        let like = |form: &i32| format!("t.title_words LIKE '%' || ${form} || '%'");
        title.push(format!("CASE WHEN {} THEN 1 ELSE 0 END", forms.iter().map(like).collect::<Vec<_>>().join(" OR ")));
        let often = |form: &i32| {
            let found =
                format!("(length(t.body_words) - length(replace(t.body_words, ${form}, ''))) / length(${form})");
            // Most questions are one word: the places of the others cost nothing.
            format!("CASE WHEN ${form} = '{NOWHERE}' THEN 0 ELSE {found} END")
        };
        body.push(forms.iter().map(often).collect::<Vec<_>>().join(" + "));
    }
    (title.join(" + "), body.join(" + "))
}

fn ranked(db: &mut Db, question: &Question, lang: Lang, every: bool, offset: i64) -> Result<Vec<Ranked>> {
    let (in_title, often) = counts();
    let (from, matches, asked) = match db {
        Db::Sqlite(_) => (
            "article_words JOIN article_texts t ON t.id = article_words.rowid",
            "article_words MATCH $12",
            question.fts5(every),
        ),
        Db::Postgres(_) => (
            "article_texts t",
            "CAST(replace(t.title_words || ' ' || t.body_words, '.', ' ') AS tsvector) @@ CAST($12 AS tsquery)",
            question.tsquery(every),
        ),
    };
    let statement = format!(
        "SELECT text, count(*) OVER () AS total FROM (\
           SELECT t.id AS text, t.title_folded AS title, {in_title} AS in_title, {often} AS often \
           FROM {from} JOIN articles a ON a.id = t.article_id WHERE {matches} AND {visible}) AS found \
         ORDER BY in_title DESC, often DESC, title {letters}, text LIMIT {PAGE} OFFSET $14",
        visible = visible("$13"),
        letters = by_letters(db),
    );
    let [(a, b), (c, d), (e, f), (g, h), (i, j)] = question.stems();
    Ok(sql_query(statement)
        .bind::<Text, _>(a)
        .bind::<Text, _>(b)
        .bind::<Text, _>(c)
        .bind::<Text, _>(d)
        .bind::<Text, _>(e)
        .bind::<Text, _>(f)
        .bind::<Text, _>(g)
        .bind::<Text, _>(h)
        .bind::<Text, _>(i)
        .bind::<Text, _>(j)
        .bind::<Text, _>(question.start())
        .bind::<Text, _>(asked)
        .bind::<Text, _>(lang.as_str())
        .bind::<BigInt, _>(offset)
        .load(db)?)
}

/// The texts that were found, as they are shown, in their order.
fn hits(db: &mut Db, question: &Question, ranked: &[Ranked]) -> Result<Vec<Hit>> {
    type Row = (i64, ArticleId, Lang, Category, String, String);
    if ranked.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = article_texts::table
        .inner_join(articles::table.inner_join(article_categories::table))
        .filter(article_texts::id.eq_any(ranked.iter().map(|one| one.text).collect::<Vec<_>>()))
        .select((
            article_texts::id,
            articles::id,
            article_texts::language,
            (article_categories::id, article_categories::name_nl, article_categories::name_en),
            article_texts::title,
            article_texts::body,
        ))
        .load(db)?;
    let mut rows: HashMap<i64, Row> = rows.into_iter().map(|row| (row.0, row)).collect();
    let hit = |one: &Ranked| {
        let (_, id, lang, category, title, body) = rows.remove(&one.text)?;
        Some(Hit::new(question, (id, lang, category), &title, &markdown::plain(&body)))
    };
    Ok(ranked.iter().filter_map(hit).collect())
}

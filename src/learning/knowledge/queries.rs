//! What readers ask of the knowledge base. Writing stands in `queries/editing.rs`, searching in `queries/searching.rs`.

pub mod editing;
pub mod searching;

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use super::model::{Article, ArticleId, Category, CategoryId, Entry, Shelf};
use crate::platform::db::schema::{article_categories, article_texts, articles};
use crate::platform::db::{Db, Moment};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::web::Paging;

/// Articles of a category on the first page.
const FIRST: i64 = 6;
/// Articles on one page of a category.
const PAGE: i64 = 50;

/// What orders titles by their letters on either database.
fn by_letters(db: &Db) -> &'static str {
    match db {
        Db::Postgres(_) => "COLLATE \"C\"",
        Db::Sqlite(_) => "",
    }
}

/// The condition on texts `t` of articles `a` that a reader of the language `$lang` sees: those that are published, in
/// that language, or in the other when there is none in theirs.
fn visible(lang: &str) -> String {
    format!(
        "a.published_at IS NOT NULL AND (t.language = {lang} OR NOT EXISTS \
         (SELECT 1 FROM article_texts o WHERE o.article_id = t.article_id AND o.language = {lang}))"
    )
}

/// The categories, in their order.
pub fn categories(db: &mut Db) -> Result<Vec<Category>> {
    Ok(article_categories::table
        .order((article_categories::position, article_categories::id))
        .select((article_categories::id, article_categories::name_nl, article_categories::name_en))
        .load(db)?)
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = BigInt)]
    category: i64,
    #[diesel(sql_type = BigInt)]
    article: i64,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    language: String,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

impl Line {
    fn entry(self) -> Entry {
        let lang = Lang::parse(&self.language).unwrap_or(Lang::Nl);
        Entry { id: ArticleId(self.article), title: self.title, lang }
    }
}

/// Every category that has articles, with the first of them by title.
pub fn shelves(db: &mut Db, lang: Lang) -> Result<Vec<Shelf>> {
    let asked = format!(
        "SELECT category, article, title, language, total FROM (\
           SELECT a.category_id AS category, a.id AS article, t.title AS title, t.language AS language, \
             row_number() OVER (PARTITION BY a.category_id ORDER BY t.title_folded {letters}, t.id) AS place, \
             count(*) OVER (PARTITION BY a.category_id) AS total \
           FROM article_texts t JOIN articles a ON a.id = t.article_id WHERE {visible}) AS placed \
         WHERE place <= {FIRST} ORDER BY category, place",
        letters = by_letters(db),
        visible = visible("$1"),
    );
    let lines: Vec<Line> = sql_query(asked).bind::<Text, _>(lang.as_str()).load(db)?;
    let mut found: HashMap<i64, (i64, Vec<Entry>)> = HashMap::new();
    for line in lines {
        let (total, entries) = found.entry(line.category).or_default();
        *total = line.total;
        entries.push(line.entry());
    }
    let shelf = |category: Category| {
        let (total, entries) = found.remove(&category.id.0)?;
        Some(Shelf { category, entries, total })
    };
    Ok(categories(db)?.into_iter().filter_map(shelf).collect())
}

/// One category with a page of its articles, by title.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when there is no such category.
pub fn shelf(db: &mut Db, lang: Lang, id: CategoryId, page: i64) -> Result<(Shelf, Paging)> {
    let category = category(db, id)?;
    let within = format!(
        "FROM article_texts t JOIN articles a ON a.id = t.article_id WHERE {} AND a.category_id = $2",
        visible("$1")
    );
    let counted = format!(
        "SELECT a.category_id AS category, CAST(0 AS BIGINT) AS article, '' AS title, '' AS language, \
         count(*) AS total {within} GROUP BY a.category_id"
    );
    let total: Option<Line> =
        sql_query(counted).bind::<Text, _>(lang.as_str()).bind::<BigInt, _>(id.0).get_result(db).optional()?;
    let total = total.map_or(0, |line| line.total);
    let paging = Paging::of(page, PAGE, total);
    let listed = format!(
        "SELECT a.category_id AS category, a.id AS article, t.title AS title, t.language AS language, \
         CAST(0 AS BIGINT) AS total {within} ORDER BY t.title_folded {}, t.id LIMIT {PAGE} OFFSET {}",
        by_letters(db),
        paging.offset(),
    );
    let lines: Vec<Line> = sql_query(listed).bind::<Text, _>(lang.as_str()).bind::<BigInt, _>(id.0).load(db)?;
    let entries = lines.into_iter().map(Line::entry).collect();
    Ok((Shelf { category, entries, total }, paging))
}

/// The category `id`.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is not there.
pub fn category(db: &mut Db, id: CategoryId) -> Result<Category> {
    Ok(article_categories::table
        .find(id)
        .select((article_categories::id, article_categories::name_nl, article_categories::name_en))
        .first(db)?)
}

/// The article `id` for a reader of `lang`: in that language, or in the other when there is none. Who may write sees
/// it before it is published too.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is not there, or not for them yet.
pub fn article(db: &mut Db, id: ArticleId, lang: Lang, writes: bool) -> Result<Article> {
    type Row = (Option<Moment>, Moment, Category, Lang, String, String);
    let rows: Vec<Row> = article_texts::table
        .inner_join(articles::table.inner_join(article_categories::table))
        .filter(articles::id.eq(id))
        .select((
            articles::published_at,
            articles::changed_at,
            (article_categories::id, article_categories::name_nl, article_categories::name_en),
            article_texts::language,
            article_texts::title,
            article_texts::body,
        ))
        .load(db)?;
    let own = rows.into_iter().max_by_key(|row| row.3 == lang).filter(|row| writes || row.0.is_some());
    let (published_at, changed_at, category, lang, title, body) = own.ok_or(crate::platform::error::Error::NotFound)?;
    Ok(Article { id, category, published: published_at.is_some(), changed_at, lang, title, body })
}

//! Writing articles and keeping categories.

use diesel::dsl::{exists, max};
use diesel::prelude::*;

use crate::learning::knowledge::model::{ArticleId, CategoryId, Draft, Entry, Text, Written};
use crate::learning::knowledge::words::indexed;
use crate::platform::db::schema::{article_categories, article_texts, articles};
use crate::platform::db::{Db, Moment, Tx};
use crate::platform::error::{Error, Result};
use crate::platform::folding::folded;
use crate::platform::i18n::Lang;
use crate::platform::markdown;

/// The most drafts that are listed.
const DRAFTS: i64 = 100;

/// The articles that are not published, by title.
pub fn drafts(db: &mut Db) -> Result<Vec<Entry>> {
    let rows: Vec<(ArticleId, String)> = article_texts::table
        .inner_join(articles::table)
        .filter(articles::published_at.is_null().and(article_texts::language.eq(Lang::Nl)))
        .order((article_texts::title_folded, articles::id))
        .limit(DRAFTS)
        .select((articles::id, article_texts::title))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, title)| Entry { id, title, lang: Lang::Nl }).collect())
}

/// The article `id` with all its texts.
///
/// # Errors
/// [`Error::NotFound`] when it is not there.
pub fn written(db: &mut Db, id: ArticleId) -> Result<Written> {
    type Row = (CategoryId, Option<Moment>, Moment);
    let (category, published_at, changed_at): Row = articles::table
        .find(id)
        .select((articles::category_id, articles::published_at, articles::changed_at))
        .first(db)?;
    let texts: Vec<(Lang, String, String)> = article_texts::table
        .filter(article_texts::article_id.eq(id))
        .select((article_texts::language, article_texts::title, article_texts::body))
        .load(db)?;
    let text = |lang: Lang| {
        let found = texts.iter().find(|(known, _, _)| *known == lang);
        found.map(|(_, title, body)| Text { title: title.clone(), body: body.clone() })
    };
    let dutch = text(Lang::Nl).ok_or(Error::NotFound)?;
    let draft = Draft { category, published: published_at.is_some(), dutch, english: text(Lang::En) };
    Ok(Written { id, draft, changed_at })
}

/// Writes a new article.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut Tx, draft: &Draft) -> Result<ArticleId> {
    let now = tx.now();
    let id: ArticleId = diesel::insert_into(articles::table)
        .values((
            articles::category_id.eq(draft.category),
            articles::published_at.eq(draft.published.then_some(now)),
            articles::created_at.eq(now),
            articles::changed_at.eq(now),
        ))
        .returning(articles::id)
        .get_result(tx.db())?;
    put_texts(tx, id, draft)?;
    tx.record("created", "articles", id.0, None)?;
    Ok(id)
}

fn put_texts(tx: &mut Tx, id: ArticleId, draft: &Draft) -> Result<()> {
    for (lang, text) in draft.texts() {
        diesel::insert_into(article_texts::table)
            .values((
                article_texts::article_id.eq(id),
                article_texts::language.eq(lang),
                article_texts::title.eq(&text.title),
                article_texts::title_folded.eq(folded(&text.title)),
                article_texts::title_words.eq(indexed(&text.title, lang)),
                article_texts::body_words.eq(indexed(&markdown::plain(&text.body), lang)),
                article_texts::body.eq(&text.body),
            ))
            .execute(tx.db())?;
    }
    Ok(())
}

/// Changes an article.
///
/// # Errors
/// [`Error::Conflict`] when somebody else changed it after `seen`.
pub fn update(tx: &mut Tx, seen: &Written, draft: &Draft) -> Result<()> {
    let now = tx.now();
    let same = articles::id.eq(seen.id).and(articles::changed_at.eq(seen.changed_at));
    let known: Option<Moment> = articles::table.find(seen.id).select(articles::published_at).first(tx.db())?;
    let changed = diesel::update(articles::table.filter(same))
        .set((
            articles::category_id.eq(draft.category),
            articles::published_at.eq(draft.published.then_some(known.unwrap_or(now))),
            articles::changed_at.eq(now),
        ))
        .execute(tx.db())?;
    if changed != 1 {
        return Err(Error::Conflict);
    }
    diesel::delete(article_texts::table.filter(article_texts::article_id.eq(seen.id))).execute(tx.db())?;
    put_texts(tx, seen.id, draft)?;
    tx.record("changed", "articles", seen.id.0, None)
}

/// Removes an article.
///
/// # Errors
/// [`Error::NotFound`] when it is not there.
pub fn remove(tx: &mut Tx, id: ArticleId) -> Result<()> {
    if diesel::delete(articles::table.find(id)).execute(tx.db())? != 1 {
        return Err(Error::NotFound);
    }
    tx.record("destroyed", "articles", id.0, None)
}

/// Makes a category, after the others.
///
/// # Errors
/// When the database refuses.
pub fn insert_category(tx: &mut Tx, (dutch, english): (&str, &str)) -> Result<CategoryId> {
    let last: Option<i32> = article_categories::table.select(max(article_categories::position)).first(tx.db())?;
    let id: CategoryId = diesel::insert_into(article_categories::table)
        .values((
            article_categories::position.eq(last.unwrap_or_default() + 1),
            article_categories::name_nl.eq(dutch),
            article_categories::name_en.eq(english),
        ))
        .returning(article_categories::id)
        .get_result(tx.db())?;
    tx.record("created", "article_categories", id.0, None)?;
    Ok(id)
}

/// Renames a category.
///
/// # Errors
/// [`Error::NotFound`] when it is not there.
pub fn rename_category(tx: &mut Tx, id: CategoryId, (dutch, english): (&str, &str)) -> Result<()> {
    let changed = diesel::update(article_categories::table.find(id))
        .set((article_categories::name_nl.eq(dutch), article_categories::name_en.eq(english)))
        .execute(tx.db())?;
    if changed != 1 {
        return Err(Error::NotFound);
    }
    tx.record("changed", "article_categories", id.0, None)
}

/// Whether anything is in a category.
///
/// # Errors
/// When the database refuses.
pub fn is_used(db: &mut Db, id: CategoryId) -> Result<bool> {
    Ok(diesel::select(exists(articles::table.filter(articles::category_id.eq(id)).select(articles::id)))
        .get_result(db)?)
}

/// Removes a category with nothing in it.
///
/// # Errors
/// [`Error::Conflict`] when something is in it, [`Error::NotFound`] when it is not there.
pub fn remove_category(tx: &mut Tx, id: CategoryId) -> Result<()> {
    if is_used(tx.db(), id)? {
        return Err(Error::Conflict);
    }
    if diesel::delete(article_categories::table.find(id)).execute(tx.db())? != 1 {
        return Err(Error::NotFound);
    }
    tx.record("destroyed", "article_categories", id.0, None)
}

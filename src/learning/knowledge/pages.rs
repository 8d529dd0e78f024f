//! The pages that every audience reads: the same, at an address of its own.

use actix_web::web;
use askama::Template;

use super::forms::Query;
use super::model::{Article, ArticleId, CategoryId, Entry, Hit, Shelf};
use super::queries::{self, editing, searching};
use super::words::Question;
use crate::platform::error::Result;
use crate::platform::markdown;
use crate::platform::web::{Audience, Cx, Paging};

/// What is on the first page.
enum Content {
    /// The categories, with the first articles of each.
    Shelves(Vec<Shelf>),
    /// One category, with a page of its articles.
    Shelf(Box<Shelf>, Paging),
    /// What was found; whether it has every word that was asked for.
    Found(Vec<Hit>, Paging, bool),
    /// There was no word in what was asked.
    Wordless,
}

/// The first page: what there is, or what was found.
#[derive(Template)]
#[template(path = "learning/knowledge/index.html")]
pub struct Index<'a, A: Audience> {
    cx: &'a Cx<A>,
    /// The address of this page.
    base: &'static str,
    query: Query,
    content: Content,
    /// Whether the reader writes articles too.
    writes: bool,
    drafts: Vec<Entry>,
}

impl<A: Audience> Index<'_, A> {
    /// What to say about what was found, also to those who listen; empty when nothing was asked.
    fn found(&self) -> String {
        let t = self.cx.t;
        match &self.content {
            Content::Found(hits, _, _) if hits.is_empty() => t.knowledge_found_none(self.query.asked()),
            Content::Found(_, paging, true) => t.knowledge_found(paging.total),
            Content::Found(_, paging, false) => t.knowledge_found_some(paging.total),
            Content::Wordless => t.knowledge_wordless(),
            _ => String::new(),
        }
    }

    /// The attribute that says that a text is in another language than the page.
    fn other_language(&self, lang: &crate::platform::i18n::Lang) -> &'static str {
        if *lang == self.cx.lang { "" } else { lang.code() }
    }
}

/// What `query` asks for, at the address `base`.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it asks for a category that is not there.
pub async fn index<'a, A: Audience>(
    cx: &'a Cx<A>,
    base: &'static str,
    query: web::Query<Query>,
    writes: bool,
) -> Result<Index<'a, A>> {
    let (query, lang) = (query.into_inner(), cx.lang);
    let asked = query.clone();
    let read = move |db: &mut _| {
        let drafts = if writes { editing::drafts(db)? } else { Vec::new() };
        let content = match (asked.asked(), asked.category()) {
            (words, None) if words.is_empty() => Content::Shelves(queries::shelves(db, lang)?),
            (words, Some(category)) if words.is_empty() => {
                let (shelf, paging) = queries::shelf(db, lang, CategoryId(category), asked.page())?;
                Content::Shelf(Box::new(shelf), paging)
            }
            (words, _) => match Question::of(&words) {
                None => Content::Wordless,
                Some(question) => {
                    let offset = (asked.page() - 1) * searching::PAGE;
                    let found = searching::search(db, &question, lang, offset)?;
                    let paging = Paging::of(asked.page(), searching::PAGE, found.total);
                    Content::Found(found.hits, paging, found.every)
                }
            },
        };
        Ok((drafts, content))
    };
    let (drafts, content) = cx.read(read).await?;
    Ok(Index { cx, base, query, content, writes, drafts })
}

/// An article.
#[derive(Template)]
#[template(path = "learning/knowledge/show.html")]
pub struct Show<'a, A: Audience> {
    cx: &'a Cx<A>,
    base: &'static str,
    article: Article,
    /// The text as HTML that holds no more than Markdown can say.
    html: String,
    writes: bool,
}

impl<A: Audience> Show<'_, A> {
    fn other_language(&self) -> &'static str {
        if self.article.lang == self.cx.lang { "" } else { self.article.lang.code() }
    }
}

/// The article `id`, below the address `base`.
///
/// # Errors
/// [`Error::NotFound`](crate::platform::error::Error::NotFound) when it is not there, or not for this reader yet.
pub async fn show<'a, A: Audience>(
    cx: &'a Cx<A>,
    base: &'static str,
    id: ArticleId,
    writes: bool,
) -> Result<Show<'a, A>> {
    let lang = cx.lang;
    let article = cx.read(move |db| queries::article(db, id, lang, writes)).await?;
    let html = markdown::html(&article.body);
    Ok(Show { cx, base, article, html, writes })
}

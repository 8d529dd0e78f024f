//! Articles, in categories, in one language or two.

use diesel::prelude::*;

use super::words::{Piece, Question};
use crate::platform::db::{Moment, id};
use crate::platform::i18n::Lang;

id!(
    /// The number of an article.
    ArticleId
);

id!(
    /// The number of a category.
    CategoryId
);

/// Letters of an article that are shown below its title in a list of what was found.
const EXCERPT: usize = 180;
/// How many of these come before the first word that was asked for.
const BEFORE: usize = 60;

/// A category.
#[derive(Debug, Clone, Queryable)]
pub struct Category {
    /// Its number.
    pub id: CategoryId,
    /// Its Dutch name.
    pub name_nl: String,
    /// Its English name.
    pub name_en: String,
}

impl Category {
    /// Its name for a reader of `lang`.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.name_nl,
            Lang::En => &self.name_en,
        }
    }
}

/// An article in a list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The article.
    pub id: ArticleId,
    /// What it is called.
    pub title: String,
    /// The language it is in.
    pub lang: Lang,
}

/// A category with the first of its articles.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The category.
    pub category: Category,
    /// The first articles, by title.
    pub entries: Vec<Entry>,
    /// How many articles there are.
    pub total: i64,
}

/// An article to be read.
#[derive(Debug, Clone)]
pub struct Article {
    /// The article.
    pub id: ArticleId,
    /// The category it is in.
    pub category: Category,
    /// Whether everybody may read it.
    pub published: bool,
    /// When it was changed last.
    pub changed_at: Moment,
    /// The language of the text.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// The text, in Markdown.
    pub body: String,
}

/// An article that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The article.
    pub id: ArticleId,
    /// The language it is in.
    pub lang: Lang,
    /// The category it is in.
    pub category: Category,
    /// Its title, with what was asked for marked.
    pub title: Vec<Piece>,
    /// A part of it, with what was asked for marked.
    pub excerpt: Vec<Piece>,
}

impl Hit {
    /// The article with this title and this text, without its marks, as `question` found it.
    pub fn new(
        question: &Question,
        (id, lang, category): (ArticleId, Lang, Category),
        title: &str,
        text: &str,
    ) -> Self {
        let excerpt = question.marked(&excerpt(question, text, lang), lang);
        Self { id, lang, category, title: question.marked(title, lang), excerpt }
    }
}

/// Some lines of `text` around the first word that was asked for, cut between words.
fn excerpt(question: &Question, text: &str, lang: Lang) -> String {
    let first = question.first_in(text, lang).unwrap_or_default();
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let at = letters.iter().take_while(|(place, _)| *place < first).count();
    let space = |(_, c): &(usize, char)| c.is_whitespace();
    let from = at.saturating_sub(BEFORE);
    let skipped = letters.iter().skip(from).take(at - from).position(space).map_or(0, |space| space + 1);
    let from = if from == 0 { 0 } else { from + skipped };
    let some: Vec<&(usize, char)> = letters.iter().skip(from).take(EXCERPT).collect();
    let cut = from + some.len() < letters.len();
    let kept = if cut { some.iter().rposition(|one| space(one)).unwrap_or(some.len()) } else { some.len() };
    let words: String = some.into_iter().take(kept).map(|(_, c)| *c).collect();
    format!("{}{words}{}", if from > 0 { "… " } else { "" }, if cut { " …" } else { "" })
}

/// One text of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What it is called.
    pub title: String,
    /// What it says, in Markdown.
    pub body: String,
}

/// What staff say about an article.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The category it is in.
    pub category: CategoryId,
    /// Whether everybody may read it.
    pub published: bool,
    /// The text in Dutch.
    pub dutch: Text,
    /// The text in English, when there is one.
    pub english: Option<Text>,
}

impl Draft {
    /// The texts, with their languages.
    pub fn texts(&self) -> impl Iterator<Item = (Lang, &Text)> {
        std::iter::once((Lang::Nl, &self.dutch)).chain(self.english.as_ref().map(|text| (Lang::En, text)))
    }
}

/// An article as it is being written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The article.
    pub id: ArticleId,
    /// What it is.
    pub draft: Draft,
    /// When it was changed last.
    pub changed_at: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(asked: &str, text: &str) -> String {
        excerpt(&Question::of(asked).unwrap(), text, Lang::Nl)
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(shown("brief", "Een korte brief."), "Een korte brief.");
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_what_was_asked_for() {
        let text = format!("{} speld {}", "hooi ".repeat(40).trim(), "stro ".repeat(60).trim());
        let part = shown("speld", &text);
        assert!(part.starts_with("… hooi hooi") && part.ends_with("stro …") && part.contains(" speld "), "{part}");
        assert!(part.chars().count() <= EXCERPT + 4, "{part}");
        assert!(shown("niets", &text).starts_with("hooi hooi"));
        // Letters of more than one byte are letters.
        assert!(shown("speld", &format!("{} speld", "één ".repeat(50))).contains("speld"));
    }
}

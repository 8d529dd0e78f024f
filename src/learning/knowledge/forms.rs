//! What is typed to find an article, and to write one.

use serde::{Deserialize, Serialize};

use super::model::{Category, Draft, Text, Written};
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong, page_query};

/// The most characters of a title, and of the name of a category.
const TITLE: usize = 120;
/// The most characters of a text.
const BODY: usize = 100_000;
/// The most characters of a question that are read.
const ASKED: usize = 200;

/// What a reader asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    q: String,
    category: String,
    page: String,
}

impl Query {
    /// The words, as they were typed.
    pub fn asked(&self) -> String {
        self.q.trim().chars().take(ASKED).collect()
    }

    /// The number of a category.
    pub fn category(&self) -> Option<i64> {
        self.category.parse().ok()
    }

    /// The page that is asked for.
    pub fn page(&self) -> i64 {
        self.page.parse().unwrap_or(1).clamp(1, 10_000)
    }

    /// The query string of another page of the same.
    pub fn at(&self, page: i64) -> String {
        page_query(&[("q", &self.q), ("category", &self.category)], page)
    }
}

/// An article as it was typed.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ArticleForm {
    /// The number of the category.
    pub category: String,
    /// The title in Dutch.
    pub title_nl: String,
    /// The text in Dutch.
    pub body_nl: String,
    /// The title in English.
    pub title_en: String,
    /// The text in English.
    pub body_en: String,
    /// Ticked when everybody may read it.
    pub published: String,
    /// When it was changed last, as it stood on the page, in seconds since 1970.
    pub seen: String,
    /// `preview` to look at it before it is saved.
    pub act: String,
}

impl ArticleForm {
    /// The form of an article as it is.
    pub fn of(written: &Written) -> Self {
        let (dutch, english) = (&written.draft.dutch, written.draft.english.as_ref());
        Self {
            category: written.draft.category.to_string(),
            title_nl: dutch.title.clone(),
            body_nl: dutch.body.clone(),
            title_en: english.map(|text| text.title.clone()).unwrap_or_default(),
            body_en: english.map(|text| text.body.clone()).unwrap_or_default(),
            published: if written.draft.published { "on".into() } else { String::new() },
            seen: written.changed_at.seconds().to_string(),
            act: String::new(),
        }
    }

    /// Whether it was sent to look at, and not to be saved.
    pub fn is_preview(&self) -> bool {
        self.act == "preview"
    }

    /// What it says.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self, categories: &[Category]) -> Result<Draft, Errors> {
        let mut errors = Errors::default();
        let category = errors.choice("category", &self.category, categories_of(categories).as_slice(), |id| id);
        let title = errors.required("title_nl", &self.title_nl, TITLE);
        let body = errors.required("body_nl", &one_line_end(&self.body_nl), BODY);
        let english = match (self.title_en.trim(), self.body_en.trim()) {
            ("", "") => None,
            _ => Some(Text {
                title: errors.required("title_en", &self.title_en, TITLE),
                body: errors.required("body_en", &one_line_end(&self.body_en), BODY),
            }),
        };
        let (published, dutch) = (!self.published.is_empty(), Text { title, body });
        match category {
            Some(id) => errors.or(Draft { category: super::CategoryId(id), published, dutch, english }),
            None => Err(errors),
        }
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        [
            ("category", t.knowledge_category()),
            ("title_nl", t.knowledge_title_nl()),
            ("body_nl", t.knowledge_body_nl()),
            ("title_en", t.knowledge_title_en()),
            ("body_en", t.knowledge_body_en()),
        ]
        .map(|(name, label)| (name.to_owned(), label))
        .into()
    }
}

fn categories_of(categories: &[Category]) -> Vec<i64> {
    categories.iter().map(|category| category.id.0).collect()
}

/// A browser sends a line's end as two characters.
fn one_line_end(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// The names of a category as they were typed.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CategoryForm {
    /// In Dutch.
    pub name_nl: String,
    /// In English.
    pub name_en: String,
}

impl CategoryForm {
    /// The names of a category as it is.
    pub fn of(category: &Category) -> Self {
        Self { name_nl: category.name_nl.clone(), name_en: category.name_en.clone() }
    }

    /// The two names. `others` are the categories there are besides: two of one name would be told apart by nobody.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self, others: &[Category]) -> Result<(String, String), Errors> {
        let mut errors = Errors::default();
        let dutch = errors.required("name_nl", &self.name_nl, TITLE);
        let english = errors.required("name_en", &self.name_en, TITLE);
        if others.iter().any(|other| other.name_nl == dutch) {
            errors.add("name_nl", Wrong::Taken);
        }
        if others.iter().any(|other| other.name_en == english) {
            errors.add("name_en", Wrong::Taken);
        }
        errors.or((dutch, english))
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        vec![("name_nl".to_owned(), t.knowledge_name_nl()), ("name_en".to_owned(), t.knowledge_name_en())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::knowledge::CategoryId;

    fn categories() -> Vec<Category> {
        vec![Category { id: CategoryId(3), name_nl: "De portal".into(), name_en: "The portal".into() }]
    }

    fn form() -> ArticleForm {
        ArticleForm {
            category: "3".into(),
            title_nl: "Titel".into(),
            body_nl: "Tekst".into(),
            ..ArticleForm::default()
        }
    }

    #[test]
    fn english_is_there_whole_or_not_at_all() {
        assert!(form().check(&categories()).unwrap().english.is_none());
        let half = ArticleForm { title_en: "Title".into(), ..form() };
        assert!(half.check(&categories()).unwrap_err().has("body_en"));
        let whole = ArticleForm { body_en: "Text".into(), ..half };
        assert_eq!(whole.check(&categories()).unwrap().texts().count(), 2);
    }

    #[test]
    fn a_category_is_one_that_is_there() {
        let other = ArticleForm { category: "4".into(), ..form() };
        assert!(other.check(&categories()).unwrap_err().has("category"));
        let twice = CategoryForm { name_nl: "De portal".into(), name_en: "Other".into() };
        assert!(twice.check(&categories()).unwrap_err().has("name_nl"));
    }
}

//! A long list in pages.

use crate::platform::i18n::Texts;

/// Which page of a list is shown.
#[derive(Debug, Clone, Copy)]
pub struct Paging {
    page: i64,
    per: i64,
    /// How many lines the whole list has.
    pub total: i64,
}

impl Paging {
    /// Page `asked` (from 1) of a list with `per` lines to a page. A page past the end is the last one.
    pub fn of(asked: i64, per: i64, total: i64) -> Self {
        let last = ((total + per - 1) / per).max(1);
        Self { page: asked.clamp(1, last), per, total }
    }

    /// How many lines come before this page.
    pub fn offset(&self) -> i64 {
        (self.page - 1) * self.per
    }

    /// Whether there is more than one page.
    pub fn is_needed(&self) -> bool {
        self.total > self.per
    }

    /// "1 tot en met 50 van 123".
    pub fn words(&self, t: &Texts) -> String {
        t.list_span((self.offset() + 1).min(self.total), (self.offset() + self.per).min(self.total), self.total)
    }

    /// The page before; 0 on the first page.
    pub fn previous(&self) -> i64 {
        self.page - 1
    }

    /// The next page; 0 on the last page.
    pub fn next(&self) -> i64 {
        if self.offset() + self.per < self.total { self.page + 1 } else { 0 }
    }
}

/// The query string of page `page` of a list narrowed to those `fields` that say something; empty for page 0,
/// which is none.
pub fn page_query(fields: &[(&str, &str)], page: i64) -> String {
    if page == 0 {
        return String::new();
    }
    let mut query = url::form_urlencoded::Serializer::for_suffix(String::from("?"), 1);
    for (name, text) in fields.iter().filter(|f| !f.1.is_empty()) {
        query.append_pair(name, text);
    }
    query.append_pair("page", &page.to_string());
    query.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_past_the_end_is_the_last_one() {
        let pages = Paging::of(9, 50, 120);
        assert_eq!(pages.offset(), 100);
        assert_eq!((pages.previous(), pages.next()), (2, 0));
        assert_eq!(Paging::of(0, 50, 0).offset(), 0);
        assert!(!Paging::of(1, 50, 50).is_needed());
        assert_eq!(page_query(&[("q", "a&b"), ("phase", "")], 2), "?q=a%26b&page=2");
    }
}

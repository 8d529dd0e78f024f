//! A paper as PDF.

use super::document::Paper;
use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::error::Result;
use crate::platform::paper::{self, About, Colour, Flow};

/// Who a paper is of, and when it is printed.
pub struct Look<'a> {
    /// The name of the training company.
    pub provider: &'a str,
    /// Its colour.
    pub colour: Colour,
    /// When.
    pub now: Moment,
}

/// `what` as a PDF.
///
/// # Errors
/// [`Error::Broken`](crate::platform::error::Error::Broken) when it cannot be made, or would not be archival.
pub fn print(what: &Paper, look: &Look) -> Result<Vec<u8>> {
    let t = what.lang.texts();
    let title = t.papers_title_of(&what.title, what.facts.first().map_or("", |fact| fact.1.as_str()));
    let date = local(look.now).date();
    let about = About { title: &title, author: look.provider, language: what.lang, date, id: &what.id };
    paper::document(&about, |document, faces| {
        let mut flow = Flow::new(faces, look.colour, look.provider);
        flow.title(&what.title);
        for words in &what.intro {
            flow.paragraph(words, None);
        }
        flow.facts(&what.facts);
        if let Some(terms) = &what.terms {
            flow.section(&t.papers_promised());
            let other = (terms.lang != what.lang).then_some(terms.lang);
            for paragraph in &terms.paragraphs {
                flow.paragraph(paragraph, other);
            }
            flow.small(&terms.version);
            flow.section(&t.papers_consent());
            flow.strong(&terms.consent);
        }
        flow.section(&t.papers_planned());
        if what.planned.rows.is_empty() {
            flow.paragraph(&what.planned.none, None);
        } else {
            let rows: Vec<Vec<String>> = what.planned.rows.iter().map(|row| row.to_vec()).collect();
            flow.table(&what.planned.heads, &rows, &[5.0, 3.2, 5.0]);
        }
        for words in &what.closing {
            flow.small(words);
        }
        let foot = |page: usize, of: usize| t.papers_page(look.provider, &what.title, page as i64, of as i64);
        flow.print(document, foot)
    })
}

#[cfg(test)]
mod tests;

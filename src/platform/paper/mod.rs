//! A paper: a document as PDF, archival (PDF/A-2a) and readable by screen readers (PDF/UA-1). The same words make the
//! same file to the last byte.

mod flow;
mod sheet;
mod typeface;

use chrono::{Datelike, NaiveDate};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Node, TagTree};
use krilla::{Document, SerializeSettings};

use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

pub use flow::Flow;
pub use sheet::{Colour, Sheet, circle, rectangle};
pub use typeface::{Face, Faces};

/// What is written large, what stands around it, and what stands on a colour.
pub const INK: Colour = (28, 32, 36);
/// What stands around what is written large.
pub const MUTED: Colour = (86, 93, 102);
/// What stands on a colour.
pub const WHITE: Colour = (255, 255, 255);

/// What a paper says about itself.
pub struct About<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Who made it.
    pub author: &'a str,
    /// The language it is in.
    pub language: Lang,
    /// The day it was made.
    pub date: NaiveDate,
    /// What tells it from every other.
    pub id: &'a str,
}

/// The paper that `draw` draws, page by page; it says what stands on it, in the order in which that is read.
///
/// # Errors
/// [`Error::Broken`] when it cannot be made, or would not be archival.
pub fn document(about: &About, draw: impl FnOnce(&mut Document, &Faces) -> Result<Vec<Node>>) -> Result<Vec<u8>> {
    let faces = Faces::load()?;
    let rules = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish();
    let configuration = rules.map_err(|e| said(&format!("{e:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(about));
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(about.title.to_owned(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    document.set_outline(outline);
    let mut tree = TagTree::new().with_lang(Some(about.language.code().to_owned()));
    tree.children = draw(&mut document, &faces)?;
    document.set_tag_tree(tree);
    document.finish().map_err(|e| said(&format!("{e:?}")))
}

/// A page of `document`, so many points wide and high, with what `draw` draws on it.
///
/// # Errors
/// [`Error::Broken`] when there is no page of that size, or what `draw` returns.
pub fn page<T>(
    document: &mut Document,
    faces: &Faces,
    (width, height): (f32, f32),
    draw: impl FnOnce(&mut Sheet) -> Result<T>,
) -> Result<T> {
    let size = PageSettings::from_wh(width, height).ok_or_else(|| said("no page"))?;
    let mut page = document.start_page_with(size);
    let mut sheet = Sheet::new(page.surface(), faces);
    let drawn = draw(&mut sheet)?;
    sheet.finish();
    page.finish();
    Ok(drawn)
}

fn said(why: &str) -> Error {
    Error::broken(anyhow::anyhow!("a paper could not be printed: {why}"))
}

fn metadata(about: &About) -> Metadata {
    let on = about.date;
    let number = |n: u32| u8::try_from(n).unwrap_or_default();
    let date =
        DateTime::new(u16::try_from(on.year()).unwrap_or_default()).month(number(on.month())).day(number(on.day()));
    Metadata::new()
        .title(about.title.to_owned())
        .authors(vec![about.author.to_owned()])
        .language(about.language.code().to_owned())
        .creation_date(date)
        .document_id(about.id.to_owned())
}

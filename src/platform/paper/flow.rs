//! A paper of as many upright pages as it takes. Everything gets its place first and is drawn afterwards, so that a
//! heading is never left alone at the foot of a page and each page knows how many there are.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup, TagKind};
use krilla::text::Font;

use super::{Colour, Face, Faces, INK, MUTED, Sheet, WHITE, page, rectangle};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// A4, in points.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const LEFT: f32 = 64.0;
const RIGHT: f32 = WIDTH - 64.0;
/// Where the last line of a page may stand.
const BOTTOM: f32 = HEIGHT - 72.0;
/// How high the colour at the head of the first page is, and of the others.
const BAND: f32 = 84.0;
const THIN: f32 = 10.0;
const TEXT: f32 = 10.5;
/// From one line to the next, in sizes of the letter.
const LEADING: f32 = 1.42;
/// Where the second column of a list of facts begins.
const VALUES: f32 = LEFT + 138.0;

/// A line that has its place.
struct Line {
    page: usize,
    x: f32,
    y: f32,
    size: f32,
    colour: Colour,
    font: Font,
    text: String,
}

/// What stands on the paper, as it is read.
enum Branch {
    Group(TagKind, Vec<Branch>),
    Line(usize),
}

/// Text that runs over pages.
pub struct Flow<'a> {
    faces: &'a Faces,
    accent: Colour,
    page: usize,
    y: f32,
    lines: Vec<Line>,
    rules: Vec<(usize, f32)>,
    tree: Vec<Branch>,
}

impl<'a> Flow<'a> {
    /// An empty paper of `from`, whose name stands in the colour at its head.
    pub fn new(faces: &'a Faces, accent: Colour, from: &str) -> Self {
        let mut flow = Self { faces, accent, page: 0, y: BAND, lines: Vec::new(), rules: Vec::new(), tree: Vec::new() };
        flow.y = 50.0;
        let name = flow.words(LEFT, RIGHT - LEFT, Face::Strong, 15.0, WHITE, from);
        flow.tree.push(Branch::Group(Tag::P.into(), name));
        flow.y = BAND + 50.0;
        flow
    }

    /// What the paper is, in one line or a few.
    pub fn title(&mut self, text: &str) {
        let accent = self.accent;
        let words = self.words(LEFT, RIGHT - LEFT, Face::Proud, 26.0, accent, text);
        self.tree.push(Branch::Group(Tag::Hn(NonZeroU16::MIN, Some(text.to_owned())).into(), words));
        self.y += 4.0;
    }

    /// The heading of a part, on the page on which that begins.
    pub fn section(&mut self, text: &str) {
        self.y += 14.0;
        self.needs(64.0);
        let words = self.words(LEFT, RIGHT - LEFT, Face::Strong, 13.0, INK, text);
        let level = NonZeroU16::MIN.saturating_add(1);
        self.tree.push(Branch::Group(Tag::Hn(level, Some(text.to_owned())).into(), words));
        self.y += 2.0;
    }

    /// A paragraph, in the language of the paper or in `other`.
    pub fn paragraph(&mut self, text: &str, other: Option<Lang>) {
        let words = self.words(LEFT, RIGHT - LEFT, Face::Plain, TEXT, INK, text);
        let tag = TagKind::from(Tag::P).with_lang(other.map(|lang| lang.code().to_owned()));
        self.tree.push(Branch::Group(tag, words));
        self.y += 5.0;
    }

    /// A paragraph that is to be found at a glance.
    pub fn strong(&mut self, text: &str) {
        self.needs(2.0 * TEXT * LEADING);
        let words = self.words(LEFT, RIGHT - LEFT, Face::Strong, TEXT, INK, text);
        self.tree.push(Branch::Group(Tag::P.into(), words));
        self.y += 5.0;
    }

    /// A paragraph in smaller print.
    pub fn small(&mut self, text: &str) {
        let words = self.words(LEFT, RIGHT - LEFT, Face::Plain, 9.0, MUTED, text);
        self.tree.push(Branch::Group(Tag::P.into(), words));
        self.y += 4.0;
    }

    /// Names with their values; to a screen reader a table of a name and a value to each row.
    pub fn facts(&mut self, facts: &[(String, String)]) {
        self.y += 6.0;
        let mut rows = Vec::new();
        for (name, value) in facts {
            let (name, value) = (
                (LEFT, VALUES - LEFT - 12.0, Face::Plain, MUTED, name.as_str()),
                (VALUES, RIGHT - VALUES, Face::Strong, INK, value.as_str()),
            );
            let mut cells = self.row(&[name, value], 3.0).into_iter();
            let head = Branch::Group(Tag::TH(TableHeaderScope::Row).into(), cells.next().unwrap_or_default());
            let value = Branch::Group(Tag::TD.into(), cells.next().unwrap_or_default());
            rows.push(Branch::Group(Tag::TR.into(), vec![head, value]));
        }
        self.y += 4.0;
        self.table_of(vec![Branch::Group(Tag::TBody.into(), rows)]);
    }

    /// A table, whose columns share the width as `shares` do.
    pub fn table(&mut self, heads: &[String], rows: &[Vec<String>], shares: &[f32]) {
        let whole: f32 = shares.iter().sum();
        let mut columns = Vec::new();
        let mut x = LEFT;
        for share in shares {
            let width = (RIGHT - LEFT) * share / whole;
            columns.push((x, width - 12.0));
            x += width;
        }
        let cells = |texts: &'_ [String], face, colour| {
            let placed = columns.iter().zip(texts).map(|((x, width), text)| (*x, *width, face, colour, text.clone()));
            placed.collect::<Vec<_>>()
        };
        self.y += 4.0;
        let head = self.cells(&cells(heads, Face::Plain, MUTED));
        let head = head.into_iter().map(|words| Branch::Group(Tag::TH(TableHeaderScope::Column).into(), words));
        let head = Branch::Group(Tag::TR.into(), head.collect());
        let mut body = Vec::new();
        for row in rows {
            let row = self.cells(&cells(row, Face::Plain, INK));
            let row = row.into_iter().map(|words| Branch::Group(Tag::TD.into(), words)).collect();
            body.push(Branch::Group(Tag::TR.into(), row));
        }
        self.y += 4.0;
        let head = Branch::Group(Tag::THead.into(), vec![head]);
        self.table_of(vec![head, Branch::Group(Tag::TBody.into(), body)]);
    }

    fn table_of(&mut self, parts: Vec<Branch>) {
        self.tree.push(Branch::Group(Tag::Table.into(), parts));
    }

    /// The cells of one row, with a line below it.
    fn cells(&mut self, cells: &[(f32, f32, Face, Colour, String)]) -> Vec<Vec<Branch>> {
        let cells: Vec<_> =
            cells.iter().map(|(x, width, face, colour, text)| (*x, *width, *face, *colour, text.as_str())).collect();
        let words = self.row(&cells, 6.0);
        self.rules.push((self.page, self.y - TEXT - 1.0));
        self.y += 4.0;
        words
    }

    /// Texts beside each other, which stay on one page, with some space below.
    fn row(&mut self, cells: &[(f32, f32, Face, Colour, &str)], space: f32) -> Vec<Vec<Branch>> {
        let lines = |(_, width, face, _, text): &(f32, f32, Face, Colour, &str)| {
            self.faces.set(*face, text).wrapped(TEXT, *width).len().max(1)
        };
        let most = cells.iter().map(lines).max().unwrap_or(1);
        let height = most as f32 * TEXT * LEADING;
        self.needs(height);
        let (top, at) = (self.y, self.page);
        let mut all = Vec::new();
        for (x, width, face, colour, text) in cells {
            self.y = top;
            all.push(self.words(*x, *width, *face, TEXT, *colour, text));
        }
        (self.y, self.page) = (top + height + space, at);
        all
    }

    /// Goes on to the next page when less than `height` is left of this one.
    fn needs(&mut self, height: f32) {
        if self.y + height - TEXT > BOTTOM {
            self.page += 1;
            self.y = THIN + 54.0;
        }
    }

    fn words(&mut self, x: f32, width: f32, face: Face, size: f32, colour: Colour, text: &str) -> Vec<Branch> {
        let set = self.faces.set(face, text);
        let lines = set.wrapped(size, width);
        let last = lines.len().saturating_sub(1);
        let mut words = Vec::new();
        for (at, line) in lines.into_iter().enumerate() {
            self.needs(size * LEADING);
            // The space at the end of a line is what keeps two words apart for who copies or listens.
            let text = if at < last { line + " " } else { line };
            words.push(Branch::Line(self.lines.len()));
            self.lines.push(Line { page: self.page, x, y: self.y, size, colour, font: set.font.clone(), text });
            self.y += size * LEADING;
        }
        words
    }

    /// Draws it all; `foot` says what stands at the foot of a page, by its number and how many there are.
    ///
    /// # Errors
    /// [`Error::Broken`](crate::platform::error::Error::Broken) when a page cannot be made.
    pub fn print(self, document: &mut Document, foot: impl Fn(usize, usize) -> String) -> Result<Vec<Node>> {
        let mut drawn: Vec<Option<Identifier>> = self.lines.iter().map(|_| None).collect();
        let pages = self.page + 1;
        for at in 0..pages {
            page(document, self.faces, (WIDTH, HEIGHT), |sheet| {
                self.decorate(sheet, at);
                for (line, place) in self.lines.iter().zip(drawn.iter_mut()).filter(|(line, _)| line.page == at) {
                    *place = Some(sheet.line(line.x, line.y, line.size, line.colour, &line.font, &line.text));
                }
                sheet.foot(LEFT, HEIGHT - 34.0, 8.5, MUTED, &foot(at + 1, pages));
                Ok(())
            })?;
        }
        Ok(self.tree.into_iter().filter_map(|branch| node(branch, &mut drawn)).collect())
    }

    fn decorate(&self, sheet: &mut Sheet, page: usize) {
        let height = if page == 0 { BAND } else { THIN };
        sheet.decoration(|sheet| sheet.filled(self.accent, rectangle(0.0, 0.0, WIDTH, height)));
        let rules: Vec<f32> = self.rules.iter().filter(|rule| rule.0 == page).map(|rule| rule.1).collect();
        if !rules.is_empty() {
            sheet.decoration(|sheet| {
                for y in rules {
                    sheet.filled((214, 214, 210), rectangle(LEFT, y, RIGHT - LEFT, 0.6));
                }
            });
        }
    }
}

fn node(branch: Branch, drawn: &mut [Option<Identifier>]) -> Option<Node> {
    match branch {
        Branch::Line(at) => drawn.get_mut(at).and_then(Option::take).map(Node::from),
        Branch::Group(tag, inner) => {
            let inner = inner.into_iter().filter_map(|branch| node(branch, drawn)).collect();
            Some(TagGroup::with_children(tag, inner).into())
        }
    }
}

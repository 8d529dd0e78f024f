//! The sheet itself: drawing on it, and saying at once what each thing is.

use std::num::NonZeroU16;

use fast_qr::QRCode;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Paint, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup};
use krilla::text::TextDirection;

use super::typeface::{Face, Faces, Set};

/// The page, in points: A4 on its side.
pub const WIDTH: f32 = 841.89;
pub const HEIGHT: f32 = 595.28;
/// How wide the band of colour at the left is.
pub const BAND: f32 = 204.0;
/// Where the text begins and ends.
pub const LEFT: f32 = 250.0;
pub const RIGHT: f32 = 796.0;

/// A colour: red, green, blue.
pub type Colour = (u8, u8, u8);

/// A page that is being drawn.
pub struct Sheet<'a> {
    surface: Surface<'a>,
    faces: &'a Faces,
}

impl<'a> Sheet<'a> {
    /// A blank page.
    pub fn new(surface: Surface<'a>, faces: &'a Faces) -> Self {
        Self { surface, faces }
    }

    /// Ends the page.
    pub fn finish(self) {
        self.surface.finish();
    }

    /// What is there for the eye only: the band, the rings in it, and the line around the page.
    pub fn background(&mut self, accent: Colour) {
        self.surface.start_tagged(decoration());
        self.fill(accent, NormalizedF32::ONE);
        self.draw(rectangle(0.0, 0.0, BAND, HEIGHT));
        if let Some(clip) = rectangle(0.0, 0.0, BAND, HEIGHT) {
            self.surface.push_clip_path(&clip, &FillRule::NonZero);
            self.stroke((255, 255, 255), 0.7, 0.13);
            for ring in 0..26 {
                self.draw(circle(BAND, 250.0, 30.0 + 13.0 * ring as f32));
            }
            self.surface.pop();
        }
        self.surface.end_tagged();
    }

    /// A short line of colour.
    pub fn rule(&mut self, x: f32, y: f32, width: f32, colour: Colour) {
        self.surface.start_tagged(decoration());
        self.fill(colour, NormalizedF32::ONE);
        self.draw(rectangle(x, y, width, 2.5));
        self.surface.end_tagged();
    }

    /// The one heading of the page.
    pub fn heading(&mut self, x: f32, y: f32, size: f32, colour: Colour, text: &str) -> Node {
        let set = self.faces.set(Face::Proud, text);
        let words = self.line(x, y, size, colour, &set, &set.text);
        TagGroup::with_children(Tag::Hn(NonZeroU16::MIN, Some(text.to_owned())), vec![words.into()]).into()
    }

    /// A paragraph: as large as it can be between two sizes so that it fits in `most` lines of `width`.
    #[allow(clippy::too_many_arguments, reason = "place, size and looks of a text are that many")]
    pub fn lines(
        &mut self,
        x: f32,
        y: f32,
        width: f32,
        face: Face,
        sizes: (f32, f32),
        colour: Colour,
        text: &str,
        most: usize,
    ) -> Node {
        let words = self.block(x, y, width, face, sizes, colour, text, most);
        TagGroup::with_children(Tag::P, words).into()
    }

    #[allow(clippy::too_many_arguments, reason = "place, size and looks of a text are that many")]
    fn block(
        &mut self,
        x: f32,
        y: f32,
        width: f32,
        face: Face,
        (largest, smallest): (f32, f32),
        colour: Colour,
        text: &str,
        most: usize,
    ) -> Vec<Node> {
        let set = self.faces.set(face, text);
        let (mut size, mut lines) = fitted(&set, width, (largest, smallest), 1);
        if lines.len() > 1 {
            (size, lines) = fitted(&set, width, (largest, smallest), most);
        }
        let last = lines.len().saturating_sub(1);
        let mut words = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            // The space at the end of a line is what keeps two words apart for who copies or listens.
            let line = if at < last { format!("{line} ") } else { line.clone() };
            words.push(self.line(x, y + at as f32 * size * 1.25, size, colour, &set, &line).into());
        }
        words
    }

    /// A name with its value below it.
    pub fn fact(
        &mut self,
        x: f32,
        y: f32,
        width: f32,
        (quiet, loud): (Colour, Colour),
        name: &str,
        value: &str,
    ) -> TagGroup {
        let name = self.block(x, y, width, Face::Plain, (9.5, 8.0), quiet, name, 1);
        let value = self.block(x, y + 16.0, width, Face::Strong, (12.5, 9.5), loud, value, 2);
        let head = TagGroup::with_children(Tag::TH(TableHeaderScope::Row), name);
        TagGroup::with_children(Tag::TR, vec![head.into(), TagGroup::with_children(Tag::TD, value).into()])
    }

    /// The squares of `code` on a white ground, `side` points wide; `says` is what it is to who cannot see it.
    pub fn code(&mut self, x: f32, y: f32, side: f32, code: &QRCode, says: String) -> Node {
        // Four squares of quiet around it, as the standard asks.
        let step = side / (code.size + 8) as f32;
        let squares = self.surface.start_tagged(ContentTag::Other);
        self.fill((255, 255, 255), NormalizedF32::ONE);
        self.draw(rectangle(x, y, side, side));
        self.fill((0, 0, 0), NormalizedF32::ONE);
        let mut dark = PathBuilder::new();
        let rows = code.data.chunks(code.size.max(1)).take(code.size);
        for (row, modules) in rows.enumerate() {
            for column in modules.iter().enumerate().filter(|(_, module)| module.value()).map(|(at, _)| at) {
                let place = |at: usize| (at + 4) as f32 * step;
                if let Some(square) = Rect::from_xywh(x + place(column), y + place(row), step, step) {
                    dark.push_rect(square);
                }
            }
        }
        self.draw(dark.finish());
        self.surface.end_tagged();
        TagGroup::with_children(Tag::Figure(Some(says)), vec![squares.into()]).into()
    }

    fn line(&mut self, x: f32, y: f32, size: f32, colour: Colour, set: &Set, text: &str) -> Identifier {
        let words = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.fill(colour, NormalizedF32::ONE);
        let start = Point::from_xy(x, y);
        self.surface.draw_text(start, set.font.clone(), size, text, false, TextDirection::LeftToRight);
        self.surface.end_tagged();
        words
    }

    fn draw(&mut self, path: Option<Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn fill(&mut self, colour: Colour, opacity: NormalizedF32) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: paint(colour), opacity, rule: FillRule::NonZero }));
    }

    fn stroke(&mut self, colour: Colour, width: f32, opacity: f32) {
        self.surface.set_fill(None);
        let opacity = NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE);
        self.surface.set_stroke(Some(Stroke { paint: paint(colour), width, opacity, ..Stroke::default() }));
    }
}

/// The largest size between two at which `set` fits in `most` lines, and those lines; at the smallest it has as many
/// as it takes.
fn fitted(set: &Set, width: f32, (largest, smallest): (f32, f32), most: usize) -> (f32, Vec<String>) {
    let mut size = largest;
    loop {
        let lines = set.wrapped(size, width);
        let fits = lines.len() <= most && (lines.len() > 1 || set.width(size) <= width);
        if fits || size <= smallest {
            return (size, lines);
        }
        size = (size - 0.5).max(smallest);
    }
}

fn paint((red, green, blue): Colour) -> Paint {
    rgb::Color::new(red, green, blue).into()
}

fn decoration() -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

/// A circle of four curves, as near to round as the eye can tell.
fn circle(x: f32, y: f32, radius: f32) -> Option<Path> {
    let arm = radius * 0.552_285;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + arm, x + arm, y + radius, x, y + radius);
    path.cubic_to(x - arm, y + radius, x - radius, y + arm, x - radius, y);
    path.cubic_to(x - radius, y - arm, x - arm, y - radius, x, y - radius);
    path.cubic_to(x + arm, y - radius, x + radius, y - arm, x + radius, y);
    path.close();
    path.finish()
}

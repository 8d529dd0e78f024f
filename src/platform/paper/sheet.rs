//! The sheet itself: drawing on it, and saying at once what each thing is.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Paint, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup};
use krilla::text::{Font, TextDirection};

use super::typeface::{Face, Faces, Set};

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

    /// What `draw` draws is there for the eye only.
    pub fn decoration(&mut self, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(decoration());
        draw(self);
        self.surface.end_tagged();
    }

    /// What `draw` draws is a picture; `says` is what it is to who cannot see it.
    pub fn figure(&mut self, says: String, draw: impl FnOnce(&mut Self)) -> Node {
        let drawn = self.surface.start_tagged(ContentTag::Other);
        draw(self);
        self.surface.end_tagged();
        TagGroup::with_children(Tag::Figure(Some(says)), vec![drawn.into()]).into()
    }

    /// What `draw` draws shows within `path` only.
    pub fn clipped(&mut self, path: &Path, draw: impl FnOnce(&mut Self)) {
        self.surface.push_clip_path(path, &FillRule::NonZero);
        draw(self);
        self.surface.pop();
    }

    /// `path`, filled with `colour`.
    pub fn filled(&mut self, colour: Colour, path: Option<Path>) {
        self.fill(colour, NormalizedF32::ONE);
        self.draw(path);
    }

    /// The lines of `paths`, `width` points wide and let through by so much.
    pub fn stroked(&mut self, colour: Colour, width: f32, opacity: f32, paths: impl Iterator<Item = Option<Path>>) {
        self.stroke(colour, width, opacity);
        for path in paths {
            self.draw(path);
        }
    }

    /// A short line of colour.
    pub fn rule(&mut self, x: f32, y: f32, width: f32, colour: Colour) {
        self.decoration(|sheet| sheet.filled(colour, rectangle(x, y, width, 2.5)));
    }

    /// Words at the foot of a page, which are no part of what it says.
    pub fn foot(&mut self, x: f32, y: f32, size: f32, colour: Colour, text: &str) {
        let set = self.faces.set(Face::Plain, text);
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        self.fill(colour, NormalizedF32::ONE);
        self.surface.draw_text(Point::from_xy(x, y), set.font, size, &set.text, false, TextDirection::LeftToRight);
        self.surface.end_tagged();
    }

    /// The one heading of the page.
    pub fn heading(&mut self, x: f32, y: f32, size: f32, colour: Colour, text: &str) -> Node {
        let set = self.faces.set(Face::Proud, text);
        let words = self.line(x, y, size, colour, &set.font, &set.text);
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
            words.push(self.line(x, y + at as f32 * size * 1.25, size, colour, &set.font, &line).into());
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

    /// One line of text that `font` has the letters of; what it is, is for the caller to say.
    pub fn line(&mut self, x: f32, y: f32, size: f32, colour: Colour, font: &Font, text: &str) -> Identifier {
        let words = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.fill(colour, NormalizedF32::ONE);
        let start = Point::from_xy(x, y);
        self.surface.draw_text(start, font.clone(), size, text, false, TextDirection::LeftToRight);
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

/// A rectangle.
pub fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

/// A circle of four curves, as near to round as the eye can tell.
pub fn circle(x: f32, y: f32, radius: f32) -> Option<Path> {
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

//! The letters of a paper: which fonts, how wide a line is, and what to do with a letter they do not have.

use krilla::text::Font;
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::prelude::FontRef;
use unicode_normalization::UnicodeNormalization;

use crate::platform::error::{Error, Result};

/// Names stand in a font that has the letters of all of Europe, and Vietnamese; the others are those of the pages.
const PROUD: &[u8] = include_bytes!("../../../assets/fonts/SourceSerif4-SemiBold.ttf");
const PLAIN: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const STRONG: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf");

/// What a text is in the design.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Names and titles.
    Proud,
    /// Everything around them.
    Plain,
    /// What is to be found at a glance.
    Strong,
}

struct Loaded {
    bytes: &'static [u8],
    font: Font,
}

impl Loaded {
    fn new(bytes: &'static [u8]) -> Result<Self> {
        let font = Font::new(bytes.into(), 0).ok_or_else(|| Error::broken(anyhow::anyhow!("a font is broken")))?;
        Ok(Self { bytes, font })
    }

    fn has_all(&self, text: &str) -> bool {
        let Ok(font) = FontRef::new(self.bytes) else { return false };
        let map = font.charmap();
        text.chars().all(|c| map.map(c).is_some())
    }
}

/// The fonts, ready for use.
pub struct Faces {
    proud: Loaded,
    plain: Loaded,
    strong: Loaded,
}

/// A text with the font that has its letters.
pub struct Set {
    /// The font.
    pub font: Font,
    /// The text, as it can be written with it.
    pub text: String,
    bytes: &'static [u8],
}

impl Set {
    /// How wide the text is at `size` points; kerning left out, which seldom makes a line wider.
    pub fn width(&self, size: f32) -> f32 {
        width(self.bytes, &self.text, size)
    }

    /// The text in lines of at most `most` points at `size`. A word that is too wide has a line of its own.
    pub fn wrapped(&self, size: f32, most: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in self.text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if width(self.bytes, &format!("{line} {word}"), size) <= most => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

fn width(bytes: &[u8], text: &str, size: f32) -> f32 {
    let Ok(font) = FontRef::new(bytes) else { return 0.0 };
    let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
    let advance = |c: char| map.map(c).and_then(|glyph| metrics.advance_width(glyph)).unwrap_or_default();
    text.chars().map(advance).sum()
}

impl Faces {
    /// Reads the fonts that the program carries.
    ///
    /// # Errors
    /// [`Error::Broken`] when one of them is no font.
    pub fn load() -> Result<Self> {
        Ok(Self { proud: Loaded::new(PROUD)?, plain: Loaded::new(PLAIN)?, strong: Loaded::new(STRONG)? })
    }

    /// `text` in `face`; in the font with most letters when that face does not have all of them. What no font has
    /// is written as its nearest neighbour, or as a question mark: a page that cannot be printed helps nobody.
    pub fn set(&self, face: Face, text: &str) -> Set {
        let text: String = text.nfc().collect();
        let wanted = match face {
            Face::Proud => &self.proud,
            Face::Plain => &self.plain,
            Face::Strong => &self.strong,
        };
        let loaded = if wanted.has_all(&text) { wanted } else { &self.proud };
        let text = if loaded.has_all(&text) { text } else { text.chars().map(|c| nearest(loaded, c)).collect() };
        Set { font: loaded.font.clone(), text, bytes: loaded.bytes }
    }
}

fn nearest(font: &Loaded, c: char) -> String {
    let whole = c.to_string();
    if font.has_all(&whole) {
        return whole;
    }
    let apart: String = whole.nfkd().collect();
    let known: String = apart.chars().filter(|c| font.has_all(&c.to_string())).collect();
    if known.is_empty() { "?".into() } else { known }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_can_be_written() {
        let faces = Faces::load().unwrap();
        for name in [
            "Zoë van ’t Hoff",
            "Łukasik",
            "Ayşe Işık",
            "IJsbrand",
            "Nguyễn Thị Hương",
            "Ōno Jūrō",
            "Žižek Đurić",
            "Тарас Шевченко",
        ] {
            let set = faces.set(Face::Proud, name);
            assert_eq!(set.text, name);
            assert!(set.width(20.0) > 40.0, "{name}");
        }
        assert_eq!(faces.set(Face::Proud, "Ĳsbrand").text, "IJsbrand");
        assert_eq!(faces.set(Face::Proud, "山").text, "?");
        assert_eq!(faces.set(Face::Plain, "Ōno").text, "Ōno", "the other font has it");
    }

    #[test]
    fn lines_are_broken_between_words_only() {
        let set = Faces::load().unwrap().set(Face::Plain, "Schrijven voor je lezer, met  voorbeelden");
        assert_eq!(set.wrapped(12.0, 1000.0), ["Schrijven voor je lezer, met voorbeelden"]);
        let lines = set.wrapped(12.0, 90.0);
        assert!(lines.len() > 2 && lines.iter().all(|l| width(set.bytes, l, 12.0) <= 90.0), "{lines:?}");
        assert_eq!(lines.join(" "), "Schrijven voor je lezer, met voorbeelden");
    }
}

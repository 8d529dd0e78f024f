use super::archive::{ArchiveWatch, Directory};
use super::film::FilmWatch;
use super::kind::Kind;
use super::text::{TextWatch, looks_active};

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongKind {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Its name says that it is of a kind that we do not take, or does not say what it is.
    #[error("files of this kind are not taken")]
    NotTaken,
    /// Its content is not what its name says, or is cut short.
    #[error("the content is not what the name says")]
    Mismatch,
    /// It has macros, or is a document that embeds one that has.
    #[error("the document has macros")]
    Macros,
    /// A Word, Excel or PowerPoint file that is locked with a password, or is of before 2007.
    #[error("the document is locked or of an old kind")]
    LockedOrOld,
}

/// How much of the beginning is kept, in bytes.
const HEAD: usize = 8 * 1024;

/// Finds out what a file is while it streams by, in bounded memory and without decompressing.
#[derive(Default)]
pub struct Sniffer {
    head: Vec<u8>,
    archive: ArchiveWatch,
    text: TextWatch,
    /// Where it is to be a film, what it says of itself.
    film: Option<FilmWatch>,
}

impl Sniffer {
    /// For a film, and nothing else.
    pub fn of_film() -> Self {
        Self { film: Some(FilmWatch::default()), ..Self::default() }
    }

    /// The next bytes of the file, cut anywhere.
    pub fn feed(&mut self, data: &[u8]) {
        if self.head.len() < ZIP.len() || self.head.starts_with(ZIP) {
            self.archive.feed(data);
        }
        match &mut self.film {
            Some(film) => film.feed(data),
            None => self.text.feed(data),
        }
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(data.iter().take(room));
    }

    /// What the file is, once all of it has gone by. The name only has to agree.
    ///
    /// # Errors
    /// Why it is not taken, to be told to the person who handed it in.
    pub fn verdict(&self, name: &str) -> Result<Kind, WrongKind> {
        if self.head.is_empty() {
            return Err(WrongKind::Empty);
        }
        let extension = name.trim_end().rsplit_once('.').map_or("", |(_, extension)| extension);
        let with_macros = ["docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "potm", "ppsm"];
        if with_macros.iter().any(|known| extension.eq_ignore_ascii_case(known)) {
            return Err(WrongKind::Macros);
        }

        let kind = Kind::of_extension(extension).ok_or(WrongKind::NotTaken)?;
        if Kind::FILMS.contains(&kind) != self.film.is_some() {
            return Err(WrongKind::NotTaken);
        }
        if !self.is(kind) {
            return Err(match kind {
                Kind::Docx | Kind::Xlsx | Kind::Pptx if self.head.starts_with(OLE) => WrongKind::LockedOrOld,
                _ => WrongKind::Mismatch,
            });
        }
        match kind {
            Kind::Docx | Kind::Odt | Kind::Xlsx | Kind::Pptx if self.archive.has_macros() => Err(WrongKind::Macros),
            _ => Ok(kind),
        }
    }

    /// How long a film takes in whole seconds, rounded down, where it says so.
    pub fn seconds(&self) -> Option<i32> {
        self.film.as_ref().and_then(FilmWatch::seconds)
    }

    fn is(&self, kind: Kind) -> bool {
        let head = self.head.as_slice();
        match kind {
            Kind::Docx => self.is_office(true, false, false),
            Kind::Xlsx => self.is_office(false, true, false),
            Kind::Pptx => self.is_office(false, false, true),
            Kind::Odt => is_odt(head) && self.archive.directory().is_some_and(|d| d.content),
            Kind::Pdf => {
                let version = head.strip_prefix(b"%PDF-").and_then(|rest| rest.first());
                version.is_some_and(u8::is_ascii_digit)
            }
            Kind::Rtf => head.starts_with(b"{\\rtf"),
            Kind::Jpg => head.starts_with(b"\xff\xd8\xff"),
            Kind::Png => head.starts_with(b"\x89PNG\r\n\x1a\n"),
            Kind::Heic => is_heic(head),
            Kind::Txt => self.text.is_text() && !looks_active(head),
            Kind::Mp4 => self.film.as_ref().is_some_and(FilmWatch::is_mp4),
            Kind::Webm => self.film.as_ref().is_some_and(FilmWatch::is_webm),
        }
    }

    fn is_office(&self, word: bool, sheet: bool, slides: bool) -> bool {
        let has = |d: Directory| (d.types, d.word, d.sheet, d.slides);
        self.head.starts_with(ZIP) && self.archive.directory().map(has) == Some((true, word, sheet, slides))
    }
}

/// A local header of a zip archive, with which one that holds anything begins.
const ZIP: &[u8] = b"PK\x03\x04";
/// The compound file in which Office keeps old and password-protected documents ([MS-CFB] 2.2).
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// An OpenDocument text begins with a part `mimetype`, uncompressed (ODF 1.3, part 2, 3.3).
fn is_odt(head: &[u8]) -> bool {
    let number = |at| head.get(at..)?.first_chunk().map(|two| usize::from(u16::from_le_bytes(*two)));
    let (Some(method), Some(extra)) = (number(8), number(28)) else {
        return false;
    };
    let after = |at| head.get(at..).unwrap_or_default();
    let media = after(38 + extra).strip_prefix(Kind::Odt.media_type().as_bytes());
    // Templates, master documents and web pages have the same beginning and then a hyphen.
    let is_plain = media.is_some_and(|rest| rest.first() != Some(&b'-'));
    head.starts_with(ZIP) && method == 0 && after(30).starts_with(b"mimetype") && is_plain
}

/// A box `ftyp` of which the brand, or one of those it is compatible with, says HEVC pictures
/// (ISO/IEC 23008-12, annex B).
fn is_heic(head: &[u8]) -> bool {
    let Some((size, rest)) = head.split_first_chunk() else {
        return false;
    };
    let size = usize::try_from(u32::from_be_bytes(*size)).unwrap_or(0).min(256);
    let Some(rest) = rest.strip_prefix(b"ftyp") else {
        return false;
    };
    let (brands, _) = rest.get(..size.saturating_sub(8)).unwrap_or(rest).as_chunks::<4>();
    // The second place holds a version.
    let mut brands = brands.iter().enumerate().filter(|(at, _)| *at != 1);
    brands.any(|(_, brand)| matches!(brand, b"heic" | b"heix"))
}

#[cfg(test)]
pub(super) mod tests;

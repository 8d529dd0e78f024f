/// The longest part of a name that is looked at, in bytes; the names that tell something are short.
const NAME: usize = 256;
/// Headers looked at in one file. An office document has two for each of its parts, of which there
/// are hundreds; a file made to keep us busy has millions.
const HEADERS: u32 = 20_000;

/// Reads the names of a zip archive while it streams by, without ever decompressing anything.
///
/// The central directory at the end counts, as it does for office programs, and it needs no sizes,
/// which the local headers of a streamed archive lack. For macros every name counts, also one that
/// only a local header has, or an archive stored within this one. Formats: APPNOTE 6.3.10, 4.3.
#[derive(Default)]
pub(super) struct ArchiveWatch {
    /// What may be the beginning of a header that is not whole yet: under 400 bytes.
    tail: Vec<u8>,
    headers: u32,
    macros: bool,
    /// The directory that is passing by, and the last one that was whole.
    passing: Directory,
    last: Option<Directory>,
}

/// What the names in a central directory say.
#[derive(Clone, Copy, Default)]
pub(super) struct Directory {
    /// `[Content_Types].xml`: an Office Open XML package (ECMA-376, part 2).
    pub(super) types: bool,
    /// Something in `word/`, `xl/` or `ppt/`.
    pub(super) word: bool,
    pub(super) sheet: bool,
    pub(super) slides: bool,
    /// `content.xml`: OpenDocument.
    pub(super) content: bool,
}

enum Header<'a> {
    Local(&'a [u8]),
    Central(&'a [u8]),
    End,
}

impl ArchiveWatch {
    /// The next bytes of the file.
    pub(super) fn feed(&mut self, data: &[u8]) {
        let mut bytes = std::mem::take(&mut self.tail);
        bytes.extend_from_slice(data);

        let mut rest = bytes.as_slice();
        while let Some(at) = rest.windows(4).position(is_signature) {
            rest = rest.get(at..).unwrap_or_default();
            match Header::read(rest) {
                Reading::Cut => {
                    self.tail = rest.to_vec();
                    return;
                }
                Reading::Header(header) => self.note(&header),
                Reading::Chance => {}
            }
            // Never further than the signature: what a header says of its length may be a lie.
            rest = rest.get(4..).unwrap_or_default();
        }
        self.tail = rest.get(rest.len().saturating_sub(3)..).unwrap_or_default().to_vec();
    }

    /// What the directory of the archive says; `None` when there is none, or far too much of it.
    pub(super) fn directory(&self) -> Option<Directory> {
        self.last.filter(|_| self.headers < HEADERS)
    }

    /// Whether some name says that there are macros inside.
    pub(super) fn has_macros(&self) -> bool {
        self.macros
    }

    fn note(&mut self, header: &Header<'_>) {
        self.headers = self.headers.saturating_add(1);
        if self.headers > HEADERS {
            return;
        }
        match header {
            Header::Local(name) => self.macros |= speaks_of_macros(&name.to_ascii_lowercase()),
            Header::Central(name) => {
                let name = name.to_ascii_lowercase();
                self.macros |= speaks_of_macros(&name);
                self.passing.note(&name);
            }
            Header::End => self.last = Some(std::mem::take(&mut self.passing)),
        }
    }
}

impl Directory {
    fn note(&mut self, name: &[u8]) {
        self.types |= name == b"[content_types].xml";
        self.word |= name.starts_with(b"word/");
        self.sheet |= name.starts_with(b"xl/");
        self.slides |= name.starts_with(b"ppt/");
        self.content |= name == b"content.xml";
    }
}

enum Reading<'a> {
    Header(Header<'a>),
    /// The bytes end before the header does.
    Cut,
    /// Four bytes of compressed data that look like a signature.
    Chance,
}

impl<'a> Header<'a> {
    /// Reads the header that `bytes` begin with.
    fn read(bytes: &'a [u8]) -> Reading<'a> {
        let is_local = match bytes {
            [_, _, 5, ..] => return Reading::Header(Self::End),
            [_, _, 3, ..] => true,
            _ => false,
        };
        // Where the version that is needed, the length of the name and the name itself stand.
        let (version, length, name) = if is_local { (4, 26, 30) } else { (6, 28, 46) };
        let number = |at| bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two));

        let Some(needed) = number(version) else {
            return Reading::Cut;
        };
        // The highest version there is says 6.3; the upper byte is the system it was made for.
        if needed & 0xff > 63 {
            return Reading::Chance;
        }
        let Some(length) = number(length) else {
            return Reading::Cut;
        };
        match bytes.get(name..name + usize::from(length).min(NAME)) {
            Some(name) if is_local => Reading::Header(Self::Local(name)),
            Some(name) => Reading::Header(Self::Central(name)),
            None => Reading::Cut,
        }
    }
}

fn is_signature(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'K', 3, 4] | [b'P', b'K', 1, 2] | [b'P', b'K', 5, 6])
}

/// Office keeps Visual Basic in `vbaProject.bin` and old Excel macros in `macrosheets`;
/// OpenDocument keeps them in `Basic` and `Scripts`. Documents that are embedded count too.
fn speaks_of_macros(name: &[u8]) -> bool {
    let ends: [&[u8]; 4] = [b"vbaproject.bin", b".docm", b".xlsm", b".pptm"];
    let starts: [&[u8]; 3] = [b"basic/", b"scripts/", b"xl/macrosheets/"];
    ends.iter().any(|end| name.ends_with(end)) || starts.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::super::sniff::tests::archive;
    use super::*;

    fn watched(bytes: &[u8], step: usize) -> ArchiveWatch {
        let mut watch = ArchiveWatch::default();
        bytes.chunks(step).for_each(|part| watch.feed(part));
        watch
    }

    #[test]
    fn names_are_seen_wherever_the_chunks_are_cut() {
        let parts: [(&str, &[u8]); 3] =
            [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>"), ("x", b"")];
        for streamed in [false, true] {
            let bytes = archive(&parts, streamed);
            for step in [1, 2, 3, 7, 46, bytes.len()] {
                let watch = watched(&bytes, step);
                let names = watch.directory().unwrap();
                assert!(names.types && names.word && !names.sheet && !names.content);
                assert!(!watch.has_macros());
            }
        }
    }

    #[test]
    fn an_archive_inside_does_not_speak_for_the_whole_but_its_macros_count() {
        let inner = archive(&[("xl/workbook.xml", b"<x/>"), ("xl/vbaProject.bin", b"")], false);
        let outer = archive(&[("word/embeddings/1.xlsx", &inner), ("content.xml", b"")], false);
        let watch = watched(&outer, 100);
        let names = watch.directory().unwrap();
        assert!(names.word && names.content && !names.sheet);
        assert!(watch.has_macros());
    }

    #[test]
    fn an_archive_cut_short_has_no_directory() {
        let bytes = archive(&[("word/document.xml", b"<w/>")], false);
        assert!(watched(&bytes[..bytes.len() - 23], 64).directory().is_none());
    }

    #[test]
    fn a_million_headers_are_refused_at_once() {
        let mut header = b"PK\x03\x04\x14\0".to_vec();
        header.resize(30, 0);
        header[26] = 200;
        let flood = header.repeat(400_000);
        let start = std::time::Instant::now();
        let watch = watched(&[flood, archive(&[("word/x", b"")], false)].concat(), 65536);
        assert!(watch.directory().is_none());
        assert!(watch.tail.len() < 400);
        assert!(start.elapsed().as_secs() < 10);
    }
}

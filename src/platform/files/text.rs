/// Whether a file that streams by is plain text: UTF-8, Windows-1252, or UTF-16 that says so in
/// its first two bytes, without the control characters that only programs and pictures have.
#[derive(Default)]
pub(super) struct TextWatch {
    encoding: Encoding,
    /// Bytes that do not make a whole character yet: three at most.
    tail: Vec<u8>,
    /// Whether the last unit of UTF-16 was the first half of a pair.
    half: bool,
    not_utf8: bool,
    not_windows: bool,
    broken: bool,
}

#[derive(Clone, Copy, Default)]
enum Encoding {
    #[default]
    Unknown,
    Bytes,
    Utf16(fn([u8; 2]) -> u16),
}

impl TextWatch {
    /// The next bytes of the file.
    pub(super) fn feed(&mut self, data: &[u8]) {
        if self.broken {
            return;
        }
        let mut bytes = std::mem::take(&mut self.tail);
        bytes.extend_from_slice(data);
        if matches!(self.encoding, Encoding::Unknown) {
            self.encoding = encoding(&bytes);
        }
        self.tail = match self.encoding {
            Encoding::Unknown => bytes,
            Encoding::Bytes => self.feed_bytes(&bytes),
            Encoding::Utf16(unit) => self.feed_units(&bytes, unit),
        };
    }

    /// Whether all of it was text.
    pub(super) fn is_text(&self) -> bool {
        let whole = match self.encoding {
            Encoding::Unknown => self.tail.iter().all(|byte| !is_control(u16::from(*byte))),
            Encoding::Bytes => !self.not_windows || (!self.not_utf8 && self.tail.is_empty()),
            Encoding::Utf16(_) => !self.half && self.tail.is_empty(),
        };
        whole && !self.broken
    }

    fn feed_bytes(&mut self, bytes: &[u8]) -> Vec<u8> {
        // Without a way out in the middle, so that the compiler looks at many bytes at once.
        let (broken, not_windows) = bytes.iter().fold((false, false), |(control, empty), byte| {
            // The five places that Windows-1252 leaves empty.
            let none = matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
            (control | is_control(u16::from(*byte)), empty | none)
        });
        self.broken |= broken;
        self.not_windows |= not_windows;

        match std::str::from_utf8(bytes) {
            Err(error) if error.error_len().is_none() && !self.not_utf8 => {
                bytes.get(error.valid_up_to()..).unwrap_or_default().to_vec()
            }
            Err(_) => {
                self.not_utf8 = true;
                Vec::new()
            }
            Ok(_) => Vec::new(),
        }
    }

    fn feed_units(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u8> {
        let (units, odd) = bytes.as_chunks();
        for two in units {
            let unit = unit(*two);
            let second = matches!(unit, 0xdc00..=0xdfff);
            self.broken |= is_control(unit) || unit >= 0xfffe || second != self.half;
            self.half = matches!(unit, 0xd800..=0xdbff);
        }
        odd.to_vec()
    }
}

/// Whether text begins like a page, a drawing, a script or a document that another program would
/// run or show as such, or has a script in it. `head` is the beginning of the file.
pub(super) fn looks_active(head: &[u8]) -> bool {
    const BEGINNINGS: [&str; 7] = ["<?", "<%", "<!--", "#!", "%pdf-", "{\\rtf", "@echo off"];
    // Those by which browsers recognise HTML (WHATWG MIME Sniffing, 7.1), and SVG. A letter may
    // begin with `<naam>`, so a bracket alone says nothing.
    const TAGS: [&str; 17] = [
        "!doctype", "html", "head", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b",
        "body", "br", "p", "svg",
    ];
    const ANYWHERE: [&str; 5] = ["<script", "<iframe", "<svg", "<html", "<!doctype html"];

    let text = readable(head);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let tag = text.strip_prefix('<').map(|rest| {
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    });
    BEGINNINGS.iter().any(|begin| text.starts_with(begin))
        || tag.is_some_and(|tag| TAGS.contains(&tag))
        || ANYWHERE.iter().any(|part| text.contains(part))
}

/// The text in lower case, good enough to find ASCII words in it.
fn readable(head: &[u8]) -> String {
    let text = match encoding(head) {
        Encoding::Utf16(unit) => {
            let (units, _) = head.as_chunks();
            let units: Vec<u16> = units.iter().map(|two| unit(*two)).collect();
            String::from_utf16_lossy(&units)
        }
        _ => String::from_utf8_lossy(head).into_owned(),
    };
    text.to_ascii_lowercase()
}

fn encoding(head: &[u8]) -> Encoding {
    match head {
        [] | [_] => Encoding::Unknown,
        [0xff, 0xfe, ..] => Encoding::Utf16(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Encoding::Utf16(u16::from_be_bytes),
        _ => Encoding::Bytes,
    }
}

/// Controls that no text has; a tab, the ends of lines, columns and pages it may have.
fn is_control(unit: u16) -> bool {
    (unit < 0x20 && !(0x09..=0x0d).contains(&unit)) || unit == 0x7f
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_text(bytes: &[u8]) -> bool {
        let verdicts: Vec<_> = [1, 2, 3, 5, 4096]
            .map(|step| {
                let mut watch = TextWatch::default();
                bytes.chunks(step).for_each(|part| watch.feed(part));
                watch.is_text()
            })
            .into();
        assert!(verdicts.iter().all(|v| *v == verdicts[0]), "{bytes:?}");
        verdicts[0]
    }

    fn utf16(text: &str) -> Vec<u8> {
        let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn the_three_encodings_are_text() {
        let utf16_be: Vec<u8> = utf16("Beste").chunks(2).flat_map(|c| [c[1], c[0]]).collect();
        for bytes in [
            "Beste mevrouw Łuczak,\r\n\tcafé €\u{1f600}".as_bytes(),
            "\u{feff}Beste".as_bytes(),
            b"Caf\xe9 \x80 5,-",
            b"x",
            b"",
            &utf16("Beste \u{1f600} Łuczak\r\n"),
            &utf16_be,
        ] {
            assert!(is_text(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_not_text_is_seen() {
        for bytes in [
            b"MZ\x90\0\x03".as_slice(),
            b"a\0b",
            b"\x1b[31m",
            b"half \xe2\x82 and \x81",
            b"cut \xe2\x82\x81\xe2\x81",
            &utf16("a\0b"),
            &utf16("odd")[..7],
            b"\xff\xfe\x00\xdc",
            b"\xff\xfea\0\x3d\xd8",
            b"\xff\xfe\0\0a\0\0\0",
        ] {
            assert!(!is_text(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn pages_and_scripts_are_not_letters() {
        for text in [
            "<!DOCTYPE html>",
            "\n <HTML>",
            "\u{feff}<svg xmlns='x'>",
            "<?xml version='1.0'?>",
            "<script>alert(1)</script>",
            "<a href=x>",
            "<b>vet</b>",
            "<p/>",
            "#!/bin/sh",
            "<?php",
            "@ECHO OFF\r\n",
            "Hallo <script src=x>",
            "%PDF-1.7",
            "{\\rtf1",
            "<!-- x -->",
            "<br",
        ] {
            assert!(looks_active(text.as_bytes()), "{text}");
            assert!(looks_active(&utf16(text)), "{text}");
        }
        for text in ["<naam cliënt>\nGeachte", "<adres>", "5 < 6 en 7 > 6", "", "<", "# Kop"] {
            assert!(!looks_active(text.as_bytes()), "{text}");
        }
    }
}

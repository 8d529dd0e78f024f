//! Text files with one person a line: CSV in its several kinds, in the encodings of the office.
//!
//! Taken apart by hand rather than by the `csv` crate, which does not count blank lines, so that
//! a fault would point at the wrong row, and which reads on to the end of the file when one quote
//! is never closed, so that all persons below it would silently be gone.

use super::format::Unreadable;
use super::headings::{LOOKED_AT, known};
use super::line::{Line, MAX_CELLS, clean};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// In the order in which they are preferred when a file would be understood with either.
const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// A quoted cell longer than this, in bytes, is a quote that somebody forgot to close.
const MAX_QUOTED: usize = 4_000;

/// The text of the file and the name of its encoding. Without a mark at its start it is UTF-8
/// where that is possible, and else what spreadsheet programs in western Europe write.
pub(super) fn decoded(bytes: &[u8]) -> (Cow<'_, str>, &'static str) {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    (text, encoding.name())
}

/// The lines that say something, and the delimiter between their cells: the one the file
/// declares, or the one with which most headings are understood. Stops when `most` is passed.
///
/// # Errors
/// [`Unreadable::TooLarge`] when there are more than `most` such lines.
pub(super) fn lines(text: &str, most: usize) -> Result<(char, Vec<Line>), Unreadable> {
    let (declared, text) = declaration(text);
    let filled = |delimiter| Rows::new(text, delimiter).filter(|line| !line.is_blank());
    let understood = |delimiter: &char| filled(*delimiter).take(LOOKED_AT).map(|line| known(&line)).max();

    let delimiter = declared.or_else(|| DELIMITERS.into_iter().rev().max_by_key(understood)).unwrap_or(';');
    let lines: Vec<Line> = filled(delimiter).take(most + 1).collect();
    if lines.len() > most { Err(Unreadable::TooLarge) } else { Ok((delimiter, lines)) }
}

/// The line "sep=;" with which a file tells spreadsheet programs its delimiter. They do not show
/// it, so it does not count as a row.
fn declaration(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.strip_suffix('\r').unwrap_or(first).trim_matches('"');
    let declared = match first.split_at_checked(4) {
        Some((word, value)) if word.eq_ignore_ascii_case("sep=") => value,
        _ => return (None, text),
    };
    let mut chars = declared.chars();
    match (chars.next(), chars.next()) {
        (Some(delimiter), None) if delimiter != '"' => (Some(delimiter), rest),
        _ => (None, rest),
    }
}

/// The rows of a delimited text, blank ones included, numbered as a spreadsheet program would.
struct Rows<'t> {
    rest: &'t str,
    delimiter: char,
    number: usize,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, delimiter: char) -> Self {
        Self { rest: text, delimiter, number: 0 }
    }

    /// Takes the next cell, and says whether another follows on the same row.
    fn cell(&mut self) -> (String, bool) {
        let quoted = self.rest.strip_prefix('"').and_then(|inside| self.closed(inside));
        let (mut cell, rest) = quoted.unwrap_or((String::new(), self.rest));
        let end = rest.find(['\r', '\n', self.delimiter]).unwrap_or(rest.len());
        let (plain, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        cell.push_str(plain);

        if let Some(next) = rest.strip_prefix(self.delimiter) {
            self.rest = next;
            return (cell, true);
        }
        self.rest = rest.strip_prefix("\r\n").unwrap_or_else(|| rest.strip_prefix(['\r', '\n']).unwrap_or(rest));
        (cell, false)
    }

    /// What a quoted cell says, and the text after its closing quote. `None` if the quote only
    /// looks like one: it is not closed, or closes in the middle of a cell some lines down.
    fn closed(&self, inside: &'t str) -> Option<(String, &'t str)> {
        let mut cell = String::new();
        let mut rest = inside;
        loop {
            let (before, after) = rest.split_once('"')?;
            cell.push_str(before);
            if cell.len() > MAX_QUOTED {
                return None;
            }
            if let Some(next) = after.strip_prefix('"') {
                cell.push('"');
                rest = next;
                continue;
            }
            let ends = after.is_empty() || after.starts_with(['\r', '\n', self.delimiter]);
            return (ends || !cell.contains('\n')).then_some((cell, after));
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.rest.is_empty() {
            return None;
        }
        self.number += 1;
        let mut cells = Vec::new();
        loop {
            let (cell, more) = self.cell();
            if cells.len() < MAX_CELLS {
                cells.push(clean(&cell));
            }
            if !more {
                return Some(Line { number: self.number, cells });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (char, Vec<(usize, String)>) {
        let (delimiter, lines) = lines(text, 100).unwrap();
        (delimiter, lines.into_iter().map(|l| (l.number, l.cells.join("|"))).collect())
    }

    fn rows(text: &str) -> Vec<(usize, String)> {
        read(text).1
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_sense_of_the_headings() {
        for delimiter in DELIMITERS {
            let text = "Naam;E-mail;Team\nBoer, Jan de;jan@example.nl;a, b".replace(';', &delimiter.to_string());
            assert_eq!(read(&text).0, delimiter);
        }
        assert_eq!(read("sep=:\nNaam:E-mail").0, ':');
        assert_eq!(read("\"SEP=,\"\r\nNaam,E-mail").1, [(1, "Naam|E-mail".to_owned())]);
    }

    #[test]
    fn rows_are_numbered_as_the_spreadsheet_shows_them() {
        let text = "Lijst\r\n\r\nNaam;E-mail\r\n;\r\n\"Jan\r\nde Boer\";x\r\n\r\nPiet;y\r\n\r\n\r\n";
        let numbers: Vec<usize> = rows(text).into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [1, 3, 5, 7]);
        assert_eq!(rows("Naam;E-mail\rJan;x\rPiet;y").len(), 3);
    }

    #[test]
    fn quoted_cells_hold_delimiters_lines_and_quotes() {
        let text = "Naam;Functie;E-mail\n\"Boer; Jan\";\"hoofd\n\"\"zorg\"\"\";\"\"\n\"Jo\" Bakker;a\"b;c";
        let read = rows(text);
        assert_eq!(read[1], (2, "Boer; Jan|hoofd \"zorg\"|".to_owned()));
        assert_eq!(read[2], (3, "Jo Bakker|a\"b|c".to_owned()));
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_no_other_row() {
        let end = rows("Naam;E-mail\n\"Jan;x\nPiet;y\nKees;z");
        assert_eq!(end.len(), 4);
        let middle = rows("Naam;E-mail\n\"Jan;x\n\"Piet\";y\n\"Kees\";z");
        assert_eq!(middle.len(), 4);
        assert_eq!(middle[3].1, "Kees|z");
    }

    #[test]
    fn encodings_of_the_office_are_read() {
        let text = "Zoë ‘Łuk’ € ş";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(text.as_bytes()), (text.into(), "UTF-8"));
        assert_eq!(decoded(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), (text.into(), "UTF-8"));
        assert_eq!(decoded(&[b"\xff\xfe", utf16.as_slice()].concat()), (text.into(), "UTF-16LE"));
        assert_eq!(decoded(&[b"\xfe\xff", utf16_be.as_slice()].concat()), (text.into(), "UTF-16BE"));

        let western = "Zoë ‘Müller’ €";
        let (bytes, _, _) = WINDOWS_1252.encode(western);
        assert_eq!(decoded(&bytes), (western.into(), "windows-1252"));
    }

    #[test]
    fn wide_and_long_files_are_bounded() {
        assert_eq!(lines("a\nb\nc", 2).unwrap_err(), Unreadable::TooLarge);
        assert_eq!(lines(&"Naam;".repeat(100_000), 2).unwrap().1[0].cells.len(), MAX_CELLS);
    }
}

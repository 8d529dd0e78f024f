//! XLSX files, read cell by cell, so that a small file cannot claim a huge sheet.

use super::format::Unreadable;
use super::headings::Headings;
use super::line::{Line, MAX_CELLS, clean};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::{Cursor, Read, copy, sink};
use std::panic::catch_unwind;
use zip::ZipArchive;

/// What the parts of a workbook may be unpacked, in bytes. Twenty thousand persons need some 40
/// million; a file made to exhaust us needs thousands of times its own size.
const MAX_UNPACKED: u64 = 100_000_000;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// The lines that say something, from the first visible sheet that has a heading row, or else
/// from the first visible sheet with content.
///
/// # Errors
/// When the file is another kind of archive, damaged, protected, empty, too large once unpacked,
/// or has more than `most` lines.
pub(super) fn lines(bytes: &[u8], most: usize) -> Result<Vec<Line>, Unreadable> {
    check_archive(bytes, MAX_UNPACKED)?;
    // The reader counts unchecked in places ("B2:A1" as the size of a sheet), and one damaged file
    // is no reason to fail a request.
    catch_unwind(|| in_book(bytes, most)).unwrap_or(Err(Unreadable::Damaged))
}

fn in_book(bytes: &[u8], most: usize) -> Result<Vec<Line>, Unreadable> {
    let mut book = Book::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let visible: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();

    let mut first = None;
    for name in visible {
        let lines = sheet(&mut book, &name, most)?;
        if Headings::find(&lines).is_ok() {
            return Ok(lines);
        }
        if !lines.is_empty() {
            first.get_or_insert(lines);
        }
    }
    first.ok_or(Unreadable::Empty)
}

/// Sees that this is a workbook, and that it does not unpack without end. What the archive says
/// about its own sizes is not believed; `most` is in bytes.
fn check_archive(bytes: &[u8], most: u64) -> Result<(), Unreadable> {
    let damaged = |_| Unreadable::Damaged;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.index_for_name("xl/workbook.bin").is_some() {
        return Err(Unreadable::OldExcel);
    }
    if archive.index_for_name("content.xml").is_some() {
        return Err(Unreadable::OpenDocument);
    }
    if !archive.file_names().flatten().any(|name| name.to_lowercase().starts_with("xl/")) {
        return Err(Unreadable::NotASpreadsheet);
    }
    let mut left = most;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let unpacked = copy(&mut part.take(left + 1), &mut sink()).map_err(|_| Unreadable::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

fn refusal(error: &XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::PasswordProtected,
        _ => Unreadable::Damaged,
    }
}

fn sheet(book: &mut Book<'_>, name: &str, most: usize) -> Result<Vec<Line>, Unreadable> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| refusal(&error))?;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|error| refusal(&error))? {
        let (row, column) = cell.get_position();
        let number = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let text = clean(&text(cell.get_value()));
        if text.is_empty() || column >= MAX_CELLS {
            continue;
        }
        if lines.last().is_none_or(|line| line.number != number) {
            lines.push(Line { number, cells: Vec::new() });
        }
        if lines.len() > most {
            return Err(Unreadable::TooLarge);
        }
        if let Some(line) = lines.last_mut() {
            put(line, column, text);
        }
    }
    Ok(lines)
}

fn put(line: &mut Line, column: usize, text: String) {
    if line.cells.len() <= column {
        line.cells.resize(column + 1, String::new());
    }
    if let Some(cell) = line.cells.get_mut(column) {
        *cell = text;
    }
}

/// What a cell shows. Dates and error marks are nothing that we ask for.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // Rust writes a whole number without a fraction and without an exponent.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(_)
        | DataRef::DateTimeIso(_)
        | DataRef::DurationIso(_)
        | DataRef::Error(_)
        | DataRef::Empty => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planning::rosters::{Format, read};
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

    fn archive(parts: &[(String, String)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// A workbook with a sheet for each `(attributes, rows)`, written as Excel writes them.
    fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
        sized("A1:H9", sheets)
    }

    fn sized(size: &str, sheets: &[(&str, &str)]) -> Vec<u8> {
        let (mut names, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
        for (at, (attributes, rows)) in sheets.iter().enumerate() {
            names += &format!(r#"<sheet name="s{at}" sheetId="{}" {attributes} r:id="r{at}"/>"#, at + 1);
            relations += &format!(
                r#"<Relationship Id="r{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s{at}.xml"/>"#
            );
            parts.push((
                format!("xl/worksheets/s{at}.xml"),
                format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="{size}"/><sheetData>{rows}</sheetData></worksheet>"#),
            ));
        }
        relations += r#"<Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#;
        for (name, content) in [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned()),
            ("xl/styles.xml", STYLES.to_owned()),
            ("xl/workbook.xml", format!(r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>"#)),
            ("xl/_rels/workbook.xml.rels", format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#)),
        ] {
            parts.push((name.to_owned(), content));
        }
        archive(&parts)
    }

    /// A row from column C on, text by text.
    fn texts(number: usize, cells: &[&str]) -> String {
        let cell = |(letter, text): (char, &&str)| {
            format!(r#"<c r="{letter}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
        };
        let cells: String = ('C'..='Z').zip(cells).map(cell).collect();
        format!(r#"<row r="{number}">{cells}</row>"#)
    }

    #[test]
    fn numbers_formulas_and_dates_are_read_as_they_show() {
        let rows = texts(3, &["Achternaam", "Voornaam", "E-mail", "Pers.nr.", "Afdeling", "Functie"])
            + r#"<row r="5"><c r="C5" t="str"><f>UPPER("şen")</f><v>ŞEN</v></c><c r="D5" t="inlineStr"><is><t>Zoe&#x308;&#xA0; </t></is></c><c r="E5" t="inlineStr"><is><t>&#x200B;zoe@example.nl</t></is></c><c r="F5"><v>123456789012</v></c><c r="G5" s="1"><v>45000</v></c><c r="H5" t="e"><v>#N/A</v></c></row>"#;
        let sheet = read(&workbook(&[("", &rows)])).unwrap();
        assert_eq!(sheet.format, Format::Xlsx);
        let [row] = sheet.rows.as_slice() else { panic!("{:?}", sheet.faults) };
        assert_eq!((row.number, row.last_name.as_str(), row.email.as_str()), (5, "ŞEN", "zoe@example.nl"));
        assert_eq!(row.first_name.as_deref(), Some("Zoë"));
        assert_eq!(row.personnel_number.as_deref(), Some("123456789012"));
        assert_eq!((&row.department, &row.function), (&None, &None));
    }

    #[test]
    fn notes_and_hidden_sheets_before_the_list_are_passed_over() {
        let hidden = texts(1, &["Naam", "E-mail"]) + &texts(2, &["Oud Lid", "oud@example.nl"]);
        let notes = texts(1, &["Vul het tweede blad in."]);
        let list = texts(1, &["Naam", "E-mail"]) + &texts(2, &["Jo Bakker", "jo@example.nl"]);
        let book = workbook(&[(r#"state="hidden""#, &hidden), ("", ""), ("", &notes), ("", &list)]);
        assert_eq!(read(&book).unwrap().rows[0].email, "jo@example.nl");

        let only_notes = workbook(&[("", &notes)]);
        assert_eq!(read(&only_notes).unwrap_err(), Unreadable::NoHeadings);
        assert_eq!(read(&workbook(&[("", "")])).unwrap_err(), Unreadable::Empty);
    }

    #[test]
    fn other_archives_are_refused_by_their_kind() {
        for (part, expected) in [
            ("word/document.xml", Unreadable::NotASpreadsheet),
            ("content.xml", Unreadable::OpenDocument),
            ("xl/workbook.bin", Unreadable::OldExcel),
            ("xl/workbook.xml", Unreadable::Damaged),
        ] {
            let bytes = archive(&[(part.to_owned(), "<a/>".to_owned())]);
            assert_eq!(read(&bytes).unwrap_err(), expected, "{part}");
        }
    }

    #[test]
    fn a_small_file_cannot_claim_a_large_sheet() {
        let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>1</v></c></row>"#;
        assert_eq!(read(&workbook(&[("", far)])).unwrap_err(), Unreadable::NoHeadings);

        let bomb = archive(&[("xl/sharedStrings.xml".to_owned(), " ".repeat(100_001))]);
        assert!(bomb.len() < 1_000);
        assert_eq!(check_archive(&bomb, 100_000).unwrap_err(), Unreadable::TooLarge);
    }

    #[test]
    fn a_damaged_workbook_does_not_panic() {
        let rows = texts(1, &["Naam", "E-mail"]) + &texts(2, &["Jo Bakker", "jo@example.nl"]);
        let whole = workbook(&[("", &rows)]);
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x15;
            let _ = read(&flipped);
            let _ = read(&whole[..at]);
        }
        let backwards = read(&sized("B2:A1", &[("", &rows)]));
        assert_eq!(backwards.unwrap_err(), Unreadable::Damaged);
    }
}

//! The file a client sent, from bytes to persons and faults.

use super::column::Column;
use super::format::{Format, Unreadable, lines};
use super::headings::{Headings, LOOKED_AT};
use super::line::Line;
use super::reading;
use super::row::{Fault, Reason, Row};
use std::collections::HashMap;

/// The most rows with content that a file may have below its headings.
pub const MAX_ROWS: usize = 20_000;

/// What a client's file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The persons in rows without faults, in the order of the file.
    pub rows: Vec<Row>,
    /// What is wrong with the other rows, in the order of the file.
    pub faults: Vec<Fault>,
    /// The columns that were understood.
    pub columns: Vec<Column>,
    /// The headings that were not, as typed, in the order of the file.
    pub ignored_headings: Vec<String>,
    /// How the file was read.
    pub format: Format,
}

/// Reads the persons from a file. The file's name does not matter: its content tells what it is.
///
/// A row with faults never stops another. Sharing an address is no fault; being the same person
/// with the same address as an earlier row is.
///
/// # Errors
/// When no person can be taken from the file at all.
pub fn read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    let (format, lines) = lines(bytes, MAX_ROWS + LOOKED_AT)?;
    let headings = Headings::find(&lines)?;
    let below = lines.get(headings.position + 1..).unwrap_or_default();
    if below.len() > MAX_ROWS {
        return Err(Unreadable::TooLarge);
    }
    // Lists that were pasted together have their headings again halfway.
    let repeated = |line: &&Line| lines.get(headings.position).is_some_and(|h| h.cells == line.cells);
    let (rows, faults) = people(below.iter().filter(|line| !repeated(line)), &headings);
    Ok(Sheet { rows, faults, columns: headings.columns(), ignored_headings: headings.ignored, format })
}

fn people<'l>(lines: impl Iterator<Item = &'l Line>, headings: &Headings) -> (Vec<Row>, Vec<Fault>) {
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut seen = HashMap::new();
    for line in lines {
        match reading::row(line, headings) {
            Ok(row) => {
                let earlier = *seen.entry(row.likeness()).or_insert(row.number);
                if earlier == row.number {
                    rows.push(row);
                } else {
                    let reason = Reason::DuplicateInFile { earlier };
                    faults.push(Fault { row: row.number, column: Column::Email, reason });
                }
            }
            Err(wrong) => faults.extend(wrong),
        }
    }
    (rows, faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;

    fn sheet(text: &str) -> Sheet {
        read(text.as_bytes()).unwrap()
    }

    #[test]
    fn a_wrong_row_never_stops_the_others() {
        let sheet = sheet(
            "sep=;\r\nDeelnemers 2026\r\n\r\nNaam;Kleur;E-mailadres:\r\n\
             Zoë van 't Hoff;rood;zoe@example.nl\r\n;;\r\nJan;blauw;jan@example\r\n\
             Naam;Kleur;E-mailadres:\r\nŁukasz Kowalski;;lukasz@example.nl\r\n\r\n",
        );
        let numbers: Vec<usize> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [4, 8]);
        assert_eq!(sheet.ignored_headings, ["Kleur"]);
        assert_eq!(sheet.columns, [Column::Name, Column::Email]);
        let faults: Vec<_> = sheet.faults.iter().map(|f| (f.row, f.reason.code())).collect();
        assert_eq!(faults, [(6, "required"), (6, "not_an_email")]);
    }

    #[test]
    fn people_may_share_a_mailbox_but_not_come_twice() {
        let sheet = sheet(
            "Naam,E-mail\nZoë van 't Hoff,balie@example.nl\nJan Bakker,balie@example.nl\n\
             \"Hoff, Zoe van ’t\",BALIE@example.nl\nJan Bakker,jan@example.nl",
        );
        assert_eq!(sheet.rows.len(), 3);
        let reason = Reason::DuplicateInFile { earlier: 2 };
        assert_eq!(sheet.faults, [Fault { row: 4, column: Column::Email, reason }]);
    }

    #[test]
    fn the_preview_can_tell_how_the_file_was_read() {
        let (bytes, _, _) = WINDOWS_1252.encode("Naam;E-mail\nStéphane Müller;s@example.nl");
        let western = read(&bytes).unwrap();
        assert_eq!(western.rows[0].first_name.as_deref(), Some("Stéphane"));
        let format = Format::Delimited { encoding: "windows-1252", delimiter: ';' };
        assert_eq!(western.format, format);

        let text = "\u{feff}Naam\tE-mail\r\nIJsbrand Şen\ti@example.nl\r\n";
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let unicode = read(&bytes).unwrap();
        assert_eq!(unicode.rows[0].last_name, "Şen");
        assert_eq!(unicode.format, Format::Delimited { encoding: "UTF-16LE", delimiter: '\t' });
    }

    #[test]
    fn as_many_rows_are_read_as_we_say() {
        let list = |count: usize| {
            let people = (0..count).map(|n| format!("Jan{n} de Boer;jan{n}@example.nl\n"));
            "Lijst\n\nNaam;E-mail\n".to_owned() + &people.collect::<String>()
        };
        assert_eq!(sheet(&list(5_000)).rows.len(), 5_000);
        assert_eq!(sheet(&list(MAX_ROWS)).rows.last().unwrap().number, MAX_ROWS + 3);
        assert_eq!(read(list(MAX_ROWS + 1).as_bytes()).unwrap_err(), Unreadable::TooLarge);
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let seeds: [&[u8]; 4] = [b"Naam;E-mail\n\"", b"\xff\xfeN\0a\0", b"Voornaam,Achternaam,Email\n", b"PK\x03\x04"];
        let mut state = 1_u64;
        for round in 0..2_000_usize {
            let mut bytes = seeds[round % seeds.len()].to_vec();
            for _ in 0..round % 80 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let any = state.to_be_bytes()[0];
                bytes.push(if any < 128 { b"\";,\t\r\n '-.(@<=aE"[usize::from(any) % 16] } else { any });
            }
            let _ = read(&bytes);
        }
    }
}

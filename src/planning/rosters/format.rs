//! What kind of file it is, told by its content: names of files are often wrong.

use super::delimited;
use super::line::Line;
use super::workbook;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;
/// How a file was read; to be shown with a preview, as the reading of text is a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook as Excel has made them since 2007.
    Xlsx,
    /// Text with a delimiter between cells.
    Delimited {
        /// The name of the encoding, as "UTF-8" or "windows-1252".
        encoding: &'static str,
        /// What stands between two cells.
        delimiter: char,
    },
}

/// Why nothing at all can be taken from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No byte, or nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// More than [`MAX_BYTES`], more than [`MAX_ROWS`](super::MAX_ROWS), or a workbook that unpacks to far more.
    #[error("the file is too large")]
    TooLarge,
    /// A workbook of Excel before 2007 (.xls) or a binary one (.xlsb).
    #[error("the file is an .xls or .xlsb workbook")]
    OldExcel,
    /// A spreadsheet of LibreOffice (.ods), or another document of that family.
    #[error("the file is an OpenDocument file")]
    OpenDocument,
    /// A PDF.
    #[error("the file is a PDF")]
    Pdf,
    /// HTML or XML, whatever its name; many programs call that an Excel file.
    #[error("the file is a web page")]
    WebPage,
    /// A workbook that opens with a password.
    #[error("the file is protected by a password")]
    PasswordProtected,
    /// A workbook that is cut off or does not hold what it should.
    #[error("the workbook is damaged")]
    Damaged,
    /// Something else: a letter, a picture, a program.
    #[error("the file is no spreadsheet")]
    NotASpreadsheet,
    /// No row near the top has headings that are known.
    #[error("no heading row was found")]
    NoHeadings,
    /// There are headings, but none for e-mail addresses.
    #[error("there is no column for e-mail addresses")]
    NoEmailHeading,
    /// There are headings, but none for last names or whole names.
    #[error("there is no column for names")]
    NoNameHeading,
}

impl Unreadable {
    /// The code of the reason, for looking up texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::OldExcel => "old_excel",
            Self::PasswordProtected => "protected",
            Self::NoHeadings => "no_headings",
            Self::NoEmailHeading => "no_email",
            Self::NoNameHeading => "no_name",
            Self::OpenDocument | Self::Pdf | Self::WebPage | Self::Damaged | Self::NotASpreadsheet => "unknown",
        }
    }
}

/// The lines with content, by what the first bytes say the file is.
///
/// # Errors
/// When the file is of a kind that is not read, has more than [`MAX_BYTES`] or more than `most`
/// such lines.
pub(super) fn lines(bytes: &[u8], most: usize) -> Result<(Format, Vec<Line>), Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok((Format::Xlsx, workbook::lines(bytes, most)?));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(bytes));
    }
    let (text, encoding) = delimited::decoded(bytes);
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.trim_matches('\0').is_empty() {
        return Err(Unreadable::Empty);
    }
    if start.starts_with("%PDF-") {
        return Err(Unreadable::Pdf);
    }
    if start.starts_with('<') || start.starts_with("MIME-Version:") {
        return Err(Unreadable::WebPage);
    }
    if start.contains('\0') || start.starts_with("{\\rtf") {
        return Err(Unreadable::NotASpreadsheet);
    }
    let (delimiter, lines) = delimited::lines(&text, most)?;
    Ok((Format::Delimited { encoding, delimiter }, lines))
}

/// Excel keeps an encrypted workbook inside the container of the old formats.
fn compound(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        Unreadable::PasswordProtected
    } else {
        Unreadable::OldExcel
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_is_refused_by_its_kind() {
        let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook".to_vec();
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, expected) in [
            (b"".to_vec(), Unreadable::Empty),
            (b"\xef\xbb\xbf \r\n".to_vec(), Unreadable::Empty),
            (b"%PDF-1.7\n\0".to_vec(), Unreadable::Pdf),
            (b"\r\n<html><table>".to_vec(), Unreadable::WebPage),
            (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Unreadable::NotASpreadsheet),
            ([ole.clone(), locked].concat(), Unreadable::PasswordProtected),
            (ole, Unreadable::OldExcel),
            (b"PK\x03\x04 cut off".to_vec(), Unreadable::Damaged),
            (
                b"a
"
                .repeat(11),
                Unreadable::TooLarge,
            ),
            (vec![b'a'; MAX_BYTES + 1], Unreadable::TooLarge),
        ] {
            assert_eq!(lines(&bytes, 10).unwrap_err(), expected);
        }
    }
}

//! What may stand in a cell.

use super::line::is_garbled;
use super::row::Reason;

/// The longest part of a name, in characters.
const MAX_NAME: usize = 100;
/// The longest e-mail address, in characters: what mail servers agree on.
pub(super) const MAX_EMAIL: usize = 254;
/// The longest text in any other column, in characters.
const MAX_TEXT: usize = 200;

/// What keeps a cell from being a name. A leading sign is how a cell makes a spreadsheet program
/// calculate when our lists are opened in one; no name starts with a minus either.
pub(super) fn fault_in_name(cell: &str) -> Option<Reason> {
    let foreign = |c: char| matches!(c, '@' | '<' | '>' | '{' | '}' | '=');
    let is_name = cell.chars().any(char::is_alphabetic)
        && !cell.starts_with(['+', '-'])
        && !cell.contains(foreign)
        && !cell.contains("://")
        && cell.matches('"').count().is_multiple_of(2);
    fault_in_length(cell, MAX_NAME).or((!is_name && !cell.is_empty()).then_some(Reason::NotAName))
}

/// What is wrong with a free text.
pub(super) fn fault_in_text(cell: &str) -> Option<Reason> {
    fault_in_length(cell, MAX_TEXT)
}

/// What is wrong with a number that is kept as text.
pub(super) fn fault_in_number(cell: &str) -> Option<Reason> {
    fault_in_text(cell).or(is_rounded(cell).then_some(Reason::Rounded))
}

fn fault_in_length(cell: &str, most: usize) -> Option<Reason> {
    if is_garbled(cell) {
        return Some(Reason::Garbled);
    }
    (cell.chars().count() > most).then_some(Reason::TooLong)
}

/// "3,16E+10" or "1.23457E+11".
fn is_rounded(cell: &str) -> bool {
    let Some((digits, power)) = cell.split_once("E+") else {
        return false;
    };
    let number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    !digits.is_empty() && !power.is_empty() && number(digits) && number(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_and_addresses_are_no_names() {
        for cell in [
            "=HYPERLINK(\"http://example.com\")",
            "+Jan",
            "@Jan",
            "-2+3",
            "-Jan",
            "<b>Jan</b>",
            "jan@example.nl",
            "see http://example.com",
            "12345",
            "\"Jan",
        ] {
            assert_eq!(fault_in_name(cell), Some(Reason::NotAName), "{cell}");
        }
    }

    #[test]
    fn names_are_names_however_rare_their_letters() {
        for cell in ["", "'t Hart", "Łoś-Şen", "O’Neill", "Bakker (Groningen)", "IJ", "Jo \"Bo\"", "李"] {
            assert_eq!(fault_in_name(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_number_that_lost_its_digits_is_no_number() {
        for cell in ["3,16123E+10", "1.23457E+11", "1E+15"] {
            assert_eq!(fault_in_number(cell), Some(Reason::Rounded), "{cell}");
        }
        for cell in ["0012", "+31 6 12", "E+1", "A1E+B", "12-E"] {
            assert_eq!(fault_in_number(cell), None, "{cell}");
        }
    }
}

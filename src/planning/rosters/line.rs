//! One line of the client's file, as text, before anything is known about its columns.

use unicode_normalization::UnicodeNormalization;

/// Cells further to the right than this are not looked at: a spreadsheet of persons is never as
/// wide, and a file of nothing but delimiters would otherwise fill the memory.
pub(super) const MAX_CELLS: usize = 256;

/// What people and spreadsheet programs type where nothing is meant.
const NOTHING: &[&str] = &["-", "--", "–", "—", "n.v.t.", "n.v.t", "nvt", "n/a", "#n/a", "#n/b"];

/// A line with its cells cleaned; a cell without content is an empty string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// As the spreadsheet program shows it, from 1.
    pub(super) number: usize,
    pub(super) cells: Vec<String>,
}

impl Line {
    /// Whether no cell says anything.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// Composes accents, takes out what cannot be seen, collapses white space, and empties a cell that
/// only says "nothing".
pub(super) fn clean(cell: &str) -> String {
    let visible: String = cell.nfc().filter(|c| !is_invisible(*c)).collect();
    let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    // Exports write ="00123" to keep a spreadsheet program from dropping the zeros.
    let text = match text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')) {
        Some(inner) if !inner.contains('"') => inner.trim().to_owned(),
        _ => text,
    };
    if NOTHING.contains(&text.to_lowercase().as_str()) {
        return String::new();
    }
    text
}

/// Whether text was damaged on its way here: bytes that are no text, UTF-8 read as Windows-1252
/// ("Zoã«" for "Zoë") or a DOS code page read as Windows-1252 ("Zo‰" for "Zoë").
pub(super) fn is_garbled(text: &str) -> bool {
    let damaged = |c: char| c.is_control() || matches!(c, '\u{fffd}' | '‚' | '„' | '†' | '‡' | '‰' | '‹' | '¤');
    text.contains(damaged)
        || text.chars().zip(text.chars().skip(1)).any(|(lead, next)| {
            matches!(lead, 'Ã' | 'Â' | 'Ä' | 'Å') && matches!(next, '\u{a1}'..='\u{bf}' | '€' | '™')
        })
}

/// Zero-width characters, direction marks and soft hyphens come along when text is pasted.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_white_space_and_invisible_characters_go() {
        assert_eq!(clean("\u{feff} Jan\u{a0}\u{a0}de\u{200b} Boer\n "), "Jan de Boer");
        assert_eq!(clean("Zoe\u{308}"), "Zoë");
    }

    #[test]
    fn a_cell_that_says_nothing_is_empty() {
        for cell in ["-", " – ", "N.V.T.", "n/a", "\u{a0}", "=\"\""] {
            assert_eq!(clean(cell), "", "{cell:?}");
        }
        assert_eq!(clean("Anne-Marie"), "Anne-Marie");
    }

    #[test]
    fn a_number_protected_by_a_formula_is_the_number() {
        assert_eq!(clean("=\"00123\""), "00123");
        assert_eq!(clean("=\"a\"&\"b\""), "=\"a\"&\"b\"");
    }

    #[test]
    fn damaged_text_is_seen_and_real_names_are_not_accused() {
        for damaged in ["Zo\u{fffd}", "ZoÃ«", "St‚phane", "MÃ¼ller", "Zo‰", "J\u{81}rgen"] {
            assert!(is_garbled(damaged), "{damaged}");
        }
        for name in ["Zoë", "Łukasz", "João", "ÄNNE", "Åse", "LÃO", "Jürgen", "’t Hart", "Şen"] {
            assert!(!is_garbled(name), "{name}");
        }
    }
}

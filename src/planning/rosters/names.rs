//! Names as Dutch organisations write them, taken apart into what we keep of them.

use super::words::{
    are_initials, infix_at_end, infix_at_start, last_word, starts_given, starts_surname, untitled, words,
};
use crate::platform::folding::folded;

/// A name in parts; a part that is not there is an empty string.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) first_name: String,
    pub(super) initials: String,
    pub(super) infix: String,
    pub(super) last_name: String,
}

impl Name {
    /// The name in the cells for first name, initials, infix, last name and whole name. Next to
    /// first names or initials, "Naam" is where many lists have the last name, and some repeat
    /// the whole name; the row itself tells which.
    pub(super) fn of_cells([first, initials, infix, last, whole]: [&str; 5]) -> Self {
        if !last.is_empty() || whole.is_empty() {
            return Self::of_parts(first, initials, infix, last);
        }
        let mut apart = Self::of_whole(whole);
        let alone = first.is_empty() && initials.is_empty();
        if !alone && !apart.repeats(first, initials) {
            return Self::of_parts(first, initials, infix, whole);
        }
        if !alone {
            apart.first_name = first.to_owned();
            apart.initials = initials.to_owned();
        }
        if !infix.is_empty() {
            apart.infix = infix.to_owned();
        }
        apart
    }

    /// Whether the given names in this name are the ones in the columns beside it.
    fn repeats(&self, first: &str, initials: &str) -> bool {
        if !first.is_empty() {
            return folded(&self.first_name) == folded(first);
        }
        let letter = |text: &str| folded(text).chars().next();
        let own = letter(&self.first_name).or_else(|| letter(&self.initials));
        own.is_some() && own == letter(initials)
    }

    /// A name from columns of its own. A "J.P." among the first names is initials; an infix
    /// typed with the last name ("van der Berg", "Berg, van der") goes where it belongs.
    pub(super) fn of_parts(first: &str, initials: &str, infix: &str, last: &str) -> Self {
        let mut name = Self::of_given(first);
        if !initials.is_empty() {
            if name.first_name.is_empty() {
                // Next to real initials, "Th." among the first names is what we know of one.
                name.first_name = first.to_owned();
            }
            name.initials = initials.to_owned();
        }
        let surname = Self::of_surname(last);
        let repeated = surname.infix.to_lowercase() == infix.to_lowercase();
        if infix.is_empty() || repeated {
            name.infix = surname.infix;
            name.last_name = surname.last_name;
        } else {
            name.infix = infix.to_owned();
            name.last_name = last.to_owned();
        }
        name
    }

    /// A name from one cell: "Zoë van 't Hoff", "Hoff, Zoë van 't" or "van 't Hoff, Zoë".
    pub(super) fn of_whole(text: &str) -> Self {
        let joined = text.replace(" - ", "-").replace("- ", "-").replace(" -", "-");
        match joined.split_once(',') {
            None => Self::of_spoken(&words(&joined)),
            Some((surname, rest)) => Self::of_sorted(surname, rest),
        }
    }

    /// "Zoë van 't Hoff": the last name starts at the first infix, else it is the last word.
    fn of_spoken(words: &[&str]) -> Self {
        let words = untitled(words);
        let starts_with_infix = infix_at_start(words) > 0 && !starts_given(words);
        let start = if starts_with_infix {
            0
        } else {
            (1..words.len()).find(|at| words.get(*at..).is_some_and(starts_surname)).unwrap_or_else(|| last_word(words))
        };
        let (given, surname) = words.split_at_checked(start).unwrap_or((words, &[]));
        Self::of_given(&given.join(" ")).with_surname(Self::of_surname(&surname.join(" ")))
    }

    /// "Hoff, Zoë van 't": the infix may stand on either side, or after a second comma.
    fn of_sorted(surname: &str, rest: &str) -> Self {
        let mut surname = Self::of_surname(surname.trim());
        let mut given = Vec::new();
        for part in rest.split(',') {
            let words = words(part);
            let (before, infix) = words.split_at_checked(words.len() - infix_at_end(&words)).unwrap_or((&words, &[]));
            if surname.infix.is_empty() {
                surname.infix = infix.join(" ");
                given.extend_from_slice(before);
            } else {
                given.extend_from_slice(&words);
            }
        }
        Self::of_given(&untitled(&given).join(" ")).with_surname(surname)
    }

    /// "Zoë", "J.P." or "J.P. (Zoë)".
    fn of_given(text: &str) -> Self {
        if let Some((before, called)) = text.strip_suffix(')').and_then(|t| t.split_once('('))
            && are_initials(before)
        {
            let (first_name, initials) = (called.trim().to_owned(), before.trim().to_owned());
            return Self { first_name, initials, ..Self::default() };
        }
        if are_initials(text) {
            return Self { initials: text.to_owned(), ..Self::default() };
        }
        Self { first_name: text.to_owned(), ..Self::default() }
    }

    /// "Hoff", "van 't Hoff" or "Hoff, van 't".
    fn of_surname(text: &str) -> Self {
        if let Some((last, behind)) = text.split_once(',') {
            let behind = words(behind);
            if infix_at_end(&behind) == behind.len() {
                let (last_name, infix) = (last.trim().to_owned(), behind.join(" "));
                return Self { infix, last_name, ..Self::default() };
            }
        }
        let words = words(text);
        let (infix, last) = words.split_at_checked(infix_at_start(&words)).unwrap_or((&[], &words));
        Self { infix: infix.join(" "), last_name: last.join(" "), ..Self::default() }
    }

    fn with_surname(self, surname: Self) -> Self {
        Self { infix: surname.infix, last_name: surname.last_name, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &Name) -> [&str; 4] {
        [&name.first_name, &name.initials, &name.infix, &name.last_name]
    }

    #[test]
    fn a_whole_name_comes_apart() {
        for (typed, expected) in [
            ("Zoë van 't Hoff", ["Zoë", "", "van 't", "Hoff"]),
            ("Hoff, Zoë van 't", ["Zoë", "", "van 't", "Hoff"]),
            ("van ’t Hoff, Zoë", ["Zoë", "", "van ’t", "Hoff"]),
            ("Hoff, van 't, Zoë", ["Zoë", "", "van 't", "Hoff"]),
            ("J.P. de Vries", ["", "J.P.", "de", "Vries"]),
            ("Vries, J. P. de", ["", "J. P.", "de", "Vries"]),
            ("Berg, J.P. (Jan) van der", ["Jan", "J.P.", "van der", "Berg"]),
            ("IJ. (IJsbrand) van den IJssel", ["IJsbrand", "IJ.", "van den", "IJssel"]),
            ("Anna Maria Bakker", ["Anna Maria", "", "", "Bakker"]),
            ("ŁUKASZ KOWALSKI", ["ŁUKASZ", "", "", "KOWALSKI"]),
            ("şeyma el amrani", ["şeyma", "", "el", "amrani"]),
            ("Anne-Marie Jansen-de Vries", ["Anne-Marie", "", "", "Jansen-de Vries"]),
            ("Anna van Dijk - de Boer", ["Anna", "", "van", "Dijk-de Boer"]),
            ("Dhr. drs. J. de Vries", ["", "J.", "de", "Vries"]),
            ("de heer Jan Bakker", ["Jan", "", "", "Bakker"]),
            ("Al Jansen", ["Al", "", "", "Jansen"]),
            ("Jansen, Ben", ["Ben", "", "", "Jansen"]),
            ("Jan Bakker jr.", ["Jan", "", "", "Bakker jr."]),
            ("Jan in 't Veld", ["Jan", "", "in 't", "Veld"]),
            ("Jan d'Hondt", ["Jan", "", "", "d'Hondt"]),
        ] {
            assert_eq!(parts(&Name::of_whole(typed)), expected, "{typed}");
        }
    }

    #[test]
    fn a_name_with_a_part_missing_says_so() {
        assert_eq!(parts(&Name::of_whole("van der Berg")), ["", "", "van der", "Berg"]);
        assert_eq!(parts(&Name::of_whole("Mevr. Bakker")), ["", "", "", "Bakker"]);
        assert_eq!(parts(&Name::of_whole("Bakker")), ["", "", "", "Bakker"]);
        assert_eq!(parts(&Name::of_whole(",")), ["", "", "", ""]);
        assert_eq!(parts(&Name::of_whole("")), ["", "", "", ""]);
    }

    #[test]
    fn an_infix_typed_with_the_last_name_moves() {
        let of = |infix, last| Name::of_parts("Jo", "", infix, last);
        assert_eq!(parts(&of("", "van der Berg")), ["Jo", "", "van der", "Berg"]);
        assert_eq!(parts(&of("", "Berg, van der")), ["Jo", "", "van der", "Berg"]);
        assert_eq!(parts(&of("Van der", "van der Berg")), ["Jo", "", "van der", "Berg"]);
        assert_eq!(parts(&of("van", "de Berg")), ["Jo", "", "van", "de Berg"]);
        assert_eq!(parts(&of("", "De")), ["Jo", "", "", "De"]);
        assert_eq!(parts(&of("", "van’t Hoff")), ["Jo", "", "van’t", "Hoff"]);
        assert_eq!(parts(&of("", "Berg-van der Wal")), ["Jo", "", "", "Berg-van der Wal"]);
    }

    #[test]
    fn initials_in_the_first_name_column_are_initials() {
        assert_eq!(parts(&Name::of_parts("J.P.", "", "", "Bakker"))[1], "J.P.");
        assert_eq!(parts(&Name::of_parts("Jo", "J.P.", "", "Bakker"))[..2], ["Jo", "J.P."]);
        assert_eq!(parts(&Name::of_parts("Th.", "Th.M.", "", "Bakker"))[..2], ["Th.", "Th.M."]);
        assert_eq!(parts(&Name::of_parts("JO", "", "", "Bakker"))[0], "JO");
    }

    #[test]
    fn naam_next_to_voornaam_is_the_last_name_unless_it_repeats_the_first() {
        for (first, initials, whole, expected) in [
            ("Jan", "", "de Vries", ["Jan", "", "de", "Vries"]),
            ("Jan", "", "Jan de Vries", ["Jan", "", "de", "Vries"]),
            ("Jan", "", "Vries, Jan de", ["Jan", "", "de", "Vries"]),
            ("Ana", "", "García López", ["Ana", "", "", "García López"]),
            ("", "J.P.", "Jan de Vries", ["", "J.P.", "de", "Vries"]),
            ("", "J.P.", "de Vries", ["", "J.P.", "de", "Vries"]),
        ] {
            let name = Name::of_cells([first, initials, "", "", whole]);
            assert_eq!(parts(&name), expected, "{first}|{initials}|{whole}");
        }
    }
}

//! The words of a name: which of them are infixes, titles, initials.

/// What stands between first and last name. In Dutch it is typed in a column of its own, before
/// the last name, or behind it after a comma; lists are sorted without it.
const INFIXES: &str = "van de den der het 't ten ter te van't in't op't v.d. v.d v/d vd von vom zu \
     zum zur da das dos del della di du el al la le ben bin bint ibn";
/// Words that make an infix together with one of [`ARTICLES`], as "van der", "in 't", "de la".
const PREPOSITIONS: &str = "van von in op aan bij onder over uit voor de";
const ARTICLES: &str = "de den der dem het 't t ten ter la le los";

/// Infixes that are first names too when a name starts with them.
const GIVEN_TOO: &str = "al ben da di el la le du von das";

/// Forms of address and titles, which are not part of anybody's name.
const TITLES: &str = "dhr mevr mevrouw mw mr mrs ms drs dr ir. ing. prof.";

/// What follows a last name and belongs to it.
const SUFFIXES: &str = "jr jr. sr sr. ii iii";

pub(super) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The words without the titles before them.
pub(super) fn untitled<'w, 't>(mut words: &'w [&'t str]) -> &'w [&'t str] {
    loop {
        words = match words {
            [de, heer, rest @ ..] if de.eq_ignore_ascii_case("de") && heer.eq_ignore_ascii_case("heer") => rest,
            [first, rest @ ..] if is_title(first) => rest,
            _ => return words,
        };
    }
}

/// Titles that are given names as well ("Ing") count only with their full stop.
fn is_title(word: &str) -> bool {
    let word = word.to_lowercase();
    among(TITLES, &word) || word.strip_suffix('.').is_some_and(|short| among(TITLES, short))
}

/// How many of the first words are an infix, with at least one word left for the last name.
pub(super) fn infix_at_start(words: &[&str]) -> usize {
    (1..words.len().min(3)).rev().find(|count| words.get(..*count).is_some_and(is_infix)).unwrap_or(0)
}

/// How many of the last words are an infix; this may be all of them, unless they are as likely a
/// first name ("Jansen, Ben").
pub(super) fn infix_at_end(words: &[&str]) -> usize {
    if words.len() == 1 && starts_given(words) {
        return 0;
    }
    (1..=words.len().min(2)).rev().find(|count| words.get(words.len() - *count..).is_some_and(is_infix)).unwrap_or(0)
}

fn is_infix(words: &[&str]) -> bool {
    let typed = |word: &str| word.to_lowercase().replace(['’', '‘', '`', '´'], "'");
    match words {
        [one] => among(INFIXES, &typed(one)),
        [one, other] => among(PREPOSITIONS, &typed(one)) && among(ARTICLES, &typed(other)),
        _ => false,
    }
}

fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

/// Whether a last name starts here: at an infix, or at a double name whose second half has one
/// ("Jansen-de Vries").
pub(super) fn starts_surname(words: &[&str]) -> bool {
    let double = match words {
        [first, _, ..] => first.rsplit_once('-').is_some_and(|(_, half)| is_infix(&[half])),
        _ => false,
    };
    double || infix_at_start(words) > 0
}

/// Whether a name that starts with an infix may start with a first name instead ("Al Jansen").
pub(super) fn starts_given(words: &[&str]) -> bool {
    words.first().is_some_and(|word| among(GIVEN_TOO, &word.to_lowercase()))
}

/// Where the last name starts if no infix says so.
pub(super) fn last_word(words: &[&str]) -> usize {
    let suffix = words.last().is_some_and(|w| among(SUFFIXES, &w.to_lowercase()));
    words.len().saturating_sub(if suffix && words.len() > 1 { 2 } else { 1 })
}

/// "J.P.", "J. P.", "Th.", "IJ.", "J-P." or "J": letters with full stops, or single capitals.
pub(super) fn are_initials(text: &str) -> bool {
    let short = |part: &str| part.chars().count() <= 2 || part.eq_ignore_ascii_case("chr");
    let is_one = |word: &str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-'));
        let dotted = word.contains('.') && word.split(['.', '-']).all(short);
        letters && (dotted || (word.chars().count() == 1 && word.chars().all(char::is_uppercase)))
    };
    !text.trim().is_empty() && text.split_whitespace().all(is_one)
}

//! Certificate numbers: random, so that nobody guesses one, with a check character, so that a slip of the finger is
//! noticed before anything is looked up.
//!
//! The check character is that of ISO/IEC 7064, hybrid system MOD 37,36, the one of the Global Release Identifier.

use std::fmt;

/// The characters of a number: no I, L, O or U, which are mistaken for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Random characters: 80 bits.
const RANDOM: usize = 16;
/// The modulus of the check.
const M: u32 = 36;

/// The number of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// A fresh number. One whose check character is easily mistaken is thrown away.
    pub fn random() -> Self {
        loop {
            let mut text: String = rand::random::<[u8; RANDOM]>().iter().map(|byte| letter(*byte)).collect();
            if let Some(check) = check(&text).filter(|c| LETTERS.iter().any(|l| char::from(*l) == *c)) {
                text.push(check);
                return Self(text);
            }
        }
    }

    /// The number that somebody typed, with or without spaces and hyphens, in capitals or not.
    pub fn parse(typed: &str) -> Option<Self> {
        let text: String = typed.chars().filter(|c| !c.is_whitespace() && !is_hyphen(*c)).collect();
        let text = text.to_ascii_uppercase();
        let whole = text.len() == RANDOM + 1 && text.chars().all(|c| c.is_ascii_alphanumeric());
        let (body, last) = text.split_at_checked(RANDOM).filter(|_| whole)?;
        (check(body) == last.chars().next()).then_some(Self(text))
    }

    /// As it is stored, and as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// In fours, as people read it out.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, c) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

/// One of 32 characters, each as likely as the others: 256 is a multiple of 32.
fn letter(byte: u8) -> char {
    LETTERS.get(usize::from(byte % 32)).copied().map_or('0', char::from)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '.' | '\u{2010}'..='\u{2015}')
}

/// The check character of `text`; none when it holds anything but digits and capitals.
fn check(text: &str) -> Option<char> {
    let mut p = M;
    for c in text.chars() {
        let value = c.to_digit(M).filter(|_| !c.is_ascii_lowercase())?;
        let s = match (p + value) % M {
            0 => M,
            s => s,
        };
        p = (s * 2) % (M + 1);
    }
    char::from_digit((M + 1 - p) % M, M).map(|c| c.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_character_is_that_of_the_standard() {
        // The example of the Global Release Identifier: A1-2425G-ABC1234002-M.
        assert_eq!(check("A12425GABC1234002"), Some('M'));
        assert_eq!(check("a1"), None);
    }

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        for _ in 0..200 {
            let number = Number::random();
            assert_eq!(number.as_str().len(), 17);
            let shown = number.to_string();
            assert_eq!(shown.len(), 21, "{shown}");
            assert_eq!(Number::parse(&shown), Some(number.clone()));
            assert_eq!(Number::parse(&format!(" {} ", shown.to_lowercase().replace('-', " – "))), Some(number));
        }
        assert_eq!(Number::parse(""), None);
        assert_eq!(Number::parse("ÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉ"), None);
    }

    #[test]
    fn one_wrong_character_or_two_that_changed_places_are_noticed() {
        let number = Number::random().0;
        let chars: Vec<char> = number.chars().collect();
        for at in 0..chars.len() {
            for other in LETTERS.iter().map(|l| char::from(*l)).filter(|c| *c != chars[at]) {
                let mut wrong = chars.clone();
                wrong[at] = other;
                assert_eq!(Number::parse(&wrong.iter().collect::<String>()), None, "{number}: {other} at {at}");
            }
            if at > 0 && chars[at] != chars[at - 1] {
                let mut wrong = chars.clone();
                wrong.swap(at, at - 1);
                assert_eq!(Number::parse(&wrong.iter().collect::<String>()), None, "{number}: turned at {at}");
            }
        }
    }
}

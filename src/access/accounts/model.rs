//! What an account is called, and what opens it.

use crate::crm::people::Name;
use crate::platform::db::text_enum;
use crate::platform::folding::folded;

text_enum!(
    /// What a link in a letter is for.
    LinkKind {
        /// Getting in for the first time.
        Invitation = "invitation",
        /// Choosing a new password.
        Reset = "reset",
    }
);

/// The longest part of a sign-in name that is made from somebody's name.
const LONGEST: usize = 60;

/// A sign-in name as it is compared: capitals make no difference.
pub fn fold_name(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A sign-in name made from somebody's own name, in plain letters: `zoe.van.t.hoff`.
pub fn readable(name: &Name) -> String {
    let plain = folded(&name.full());
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let joined = words.collect::<Vec<_>>().join(".");
    let short: String = joined.chars().take(LONGEST).collect();
    let short = short.trim_end_matches('.');
    if short.is_empty() { "account".into() } else { short.to_owned() }
}

/// The first of `base`, `base2`, `base3` … that is not among `taken`.
pub fn free(base: &str, taken: &[String]) -> String {
    let numbered = (2..).map(|n: u32| format!("{base}{n}"));
    let mut names = std::iter::once(base.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(name)).unwrap_or_else(|| base.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(first: &str, infix: &str, last: &str) -> Name {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Name { first_name: filled(first), infix: filled(infix), last_name: last.into(), initials: None }
    }

    #[test]
    fn a_name_becomes_a_sign_in_name_that_anybody_can_type() {
        assert_eq!(readable(&name("Samira", "", "Bakker")), "samira.bakker");
        assert_eq!(readable(&name("Zoë", "van 't", "Hoff")), "zoe.van.t.hoff");
        assert_eq!(readable(&name("Floor", "", "O’Brien-Łukasik")), "floor.obrien.lukasik");
        assert_eq!(readable(&name("", "", "…")), "account");
        assert!(readable(&name("Anna", "", &"Wolfe".repeat(40))).len() <= LONGEST);
    }

    #[test]
    fn the_second_of_the_same_name_gets_a_number() {
        let taken = ["samira.bakker", "samira.bakker3"].map(str::to_owned);
        assert_eq!(free("samira.bakker", &taken), "samira.bakker2");
        assert_eq!(free("noor.bakker", &taken), "noor.bakker");
    }
}

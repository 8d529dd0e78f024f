//! Names by number: the same number is always the same person or client. None of them exists.

use crate::crm::people::Name;
use crate::platform::folding::folded;

/// A number that looks like chance and depends on `number` and `salt` alone.
pub fn chance(number: u64, salt: u64) -> u64 {
    // SplitMix64 (Steele, Lea and Flood, 2014).
    let mut z = number.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(salt.wrapping_mul(0xD1B5_4A32_D192_ED03));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// One of `among`.
pub fn one<T: Copy>(among: &[T], number: u64, salt: u64) -> Option<T> {
    let at = chance(number, salt) % (among.len() as u64).max(1);
    among.get(usize::try_from(at).ok()?).copied()
}

const FIRST: &[&str] = &[
    "Sanne", "Bram", "Fleur", "Jeroen", "Hatice", "Sem", "Lotte", "Ruud", "Amira", "Tim", "Esther", "Niels", "Chloé",
    "Wim", "Jasmijn", "Mohamed", "Femke", "Koen", "Yasmin", "Dirk", "Linde", "Sjaak", "Ilse", "Emre", "Roos", "Pieter",
    "Naomi", "Stijn", "Anneke", "Rachid", "Marloes", "Job", "Soraya", "Teun", "Ellen", "Björn", "Dewi", "Henk", "Maud",
    "Ömer", "Inge", "Luuk", "Fenna", "Arjan", "Zeynep", "Guus", "Carla", "Jelle", "Nienke", "Sven", "Wilma", "Karim",
    "Hanneke", "Floris", "Aisha", "Rik", "Tineke", "Mees", "Joyce", "Patrick",
];

const LAST: &[(&str, &str)] = &[
    ("", "Jansen"),
    ("de", "Vries"),
    ("van den", "Berg"),
    ("", "Bakker"),
    ("van", "Dijk"),
    ("", "Visser"),
    ("", "Smit"),
    ("", "Meijer"),
    ("de", "Boer"),
    ("", "Mulder"),
    ("de", "Groot"),
    ("", "Bos"),
    ("", "Vos"),
    ("", "Peters"),
    ("", "Hendriks"),
    ("van", "Leeuwen"),
    ("", "Dekker"),
    ("", "Brouwer"),
    ("de", "Wit"),
    ("", "Dijkstra"),
    ("", "Smits"),
    ("de", "Graaf"),
    ("van der", "Meer"),
    ("van der", "Linden"),
    ("", "Kok"),
    ("", "Jacobs"),
    ("de", "Haan"),
    ("", "Vermeulen"),
    ("van den", "Heuvel"),
    ("van der", "Veen"),
    ("", "Koster"),
    ("", "Prins"),
    ("", "Blom"),
    ("", "Huisman"),
    ("", "Yılmaz"),
    ("", "Kaya"),
    ("el", "Idrissi"),
    ("", "Nguyen"),
    ("", "Martens"),
    ("", "Willems"),
    ("van 't", "Veer"),
    ("ten", "Brink"),
    ("", "Schouten"),
    ("", "Hoekstra"),
    ("", "Postma"),
    ("", "Kuipers"),
    ("", "Şahin"),
    ("", "Gerritsen"),
    ("", "Wolters"),
    ("van", "Beek"),
    ("", "Verhoeven"),
    ("", "Timmermans"),
    ("", "Bouwman"),
    ("", "Bosman"),
    ("in 't", "Hout"),
    ("", "Lammers"),
    ("op den", "Akker"),
    ("", "Rietveld"),
    ("", "Zijlstra"),
    ("", "Kowalski"),
];

/// The name of person `number`.
pub fn person(number: u64) -> Name {
    let (infix, last) = one(LAST, number, 2).unwrap_or_default();
    Name {
        first_name: one(FIRST, number, 1).map(str::to_owned),
        initials: None,
        infix: (!infix.is_empty()).then(|| infix.to_owned()),
        last_name: last.to_owned(),
    }
}

/// An address for somebody of this name, whom `mark` tells from others at the same `domain`.
pub fn address(name: &Name, mark: &str, domain: &str) -> String {
    let plain = |text: &str| folded(text).replace(' ', "");
    let last = [name.infix.as_deref().unwrap_or_default(), &name.last_name].map(plain).concat();
    format!("{}.{last}{mark}@{domain}", plain(name.first_name.as_deref().unwrap_or_default()))
}

const KINDS: &[(&str, &str)] = &[
    ("Gemeente", "gemeente"),
    ("Waterschap", "waterschap"),
    ("Woonstichting", "wonen"),
    ("Omgevingsdienst", "od"),
    ("Veiligheidsregio", "vr"),
    ("Zorggroep", "zorg"),
    ("GGD", "ggd"),
    ("Stadsbank", "stadsbank"),
    ("Recreatieschap", "recreatie"),
    ("Werkbedrijf", "werk"),
];

const STEMS: &[&str] = &[
    "Raven", "Elzen", "Kraan", "Wilgen", "Noorder", "Zuider", "Vlas", "Haver", "Meerkoet", "Reiger", "Klaver",
    "Distel", "Berken", "Steen", "Lange", "Korte", "Hoge", "Lage", "Zilver", "Molen", "Kerk", "Brug", "Veld",
    "Schapen", "Ganzen", "Eiken", "Rogge", "Turf", "Zand", "Klei", "Mos", "Vuur", "Water", "Zomer", "Winter",
];

const ENDS: &[&str] = &[
    "dam", "dorp", "veen", "wijk", "horst", "berg", "daal", "poort", "kerke", "zijl", "woude", "hoven", "mond",
    "drecht", "lo", "broek", "hage", "laar", "recht", "sluis", "geest", "waard", "rode", "donk", "burg", "vliet",
    "akker", "stede", "heim", "meer",
];

/// What client `number` is called, its town, and the last part of its addresses. No two are alike within the
/// first ten thousand.
pub fn client(number: u64) -> (String, String, String) {
    let towns = (STEMS.len() * ENDS.len()) as u64;
    let at = |list: &[&'static str], at: u64| {
        usize::try_from(at).ok().and_then(|at| list.get(at)).copied().unwrap_or_default()
    };
    // A step that has no factor in common with their number walks through all towns before it returns.
    let town = (number % towns) * 419 % towns;
    let town = format!("{}{}", at(STEMS, town / ENDS.len() as u64), at(ENDS, town % ENDS.len() as u64));
    let kind = (number + number / towns) % KINDS.len() as u64;
    let (kind, short) = usize::try_from(kind).ok().and_then(|at| KINDS.get(at)).copied().unwrap_or_default();
    (format!("{kind} {town}"), town.clone(), format!("{short}-{}.example.nl", town.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ten_thousand_clients_have_names_and_addresses_of_their_own() {
        let clients: Vec<_> = (0..10_000).map(client).collect();
        assert_eq!(clients.iter().map(|c| &c.0).collect::<HashSet<_>>().len(), clients.len());
        assert_eq!(clients.iter().map(|c| &c.2).collect::<HashSet<_>>().len(), clients.len());
    }

    #[test]
    fn addresses_are_plain() {
        let name = Name {
            first_name: Some("Ömer".into()),
            infix: Some("van 't".into()),
            last_name: "Şahin".into(),
            ..Name::default()
        };
        assert_eq!(address(&name, "7", "wonen-x.example.nl"), "omer.vantsahin7@wonen-x.example.nl");
    }
}

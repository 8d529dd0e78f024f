//! What a client's file may hold about a person, and the many names of each column.

use crate::platform::folding::folded;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What we know how to take from a client's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The name a person is called by.
    FirstName,
    /// Initials, as "J.P.".
    Initials,
    /// What stands between first and last name and is not sorted on, as "van der".
    Infix,
    /// The last name.
    LastName,
    /// The whole name in one cell; next to a column with first names or initials, the last name.
    Name,
    /// The e-mail address.
    Email,
    /// The number by which the client knows the person.
    PersonnelNumber,
    /// What the person does at the client.
    Function,
    /// Where in the client's organisation the person works.
    Department,
    /// A telephone number.
    Phone,
    /// The language of pages and letters.
    Language,
    /// The training group.
    Group,
}

impl Column {
    /// The code of the column, for storing and for looking up texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::Initials => "initials",
            Self::Infix => "infix",
            Self::LastName => "last_name",
            Self::Name => "name",
            Self::Email => "email",
            Self::PersonnelNumber => "personnel_number",
            Self::Function => "function",
            Self::Department => "department",
            Self::Phone => "phone",
            Self::Language => "language",
            Self::Group => "group",
        }
    }
}

/// Headings as they look after [`key`]. Where a file has several headings of one column, the one
/// named first here is read first.
const KNOWN: &[(Column, &str)] = &[
    (Column::FirstName, "roepnaam voornaam firstname givenname forename preferredname callname voornamen firstnames"),
    (Column::Initials, "voorletters voorletter initialen initials initial"),
    (
        Column::Infix,
        "tussenvoegsel tussenvoegsels tussenvgsl tussenv tv tvs tsv tussenvoeging voorvoegsel \
         voorvoegsels vvgsl infix prefix prefixes middlename insertion",
    ),
    (Column::LastName, "achternaam familienaam geslachtsnaam lastname surname familyname"),
    (
        Column::Name,
        "naam volledigenaam naamvolledig naamvoluit voorenachternaam voornaamachternaam \
         voornaamenachternaam name fullname firstandlastname deelnemer deelnemersnaam cursist \
         medewerker participant student employee",
    ),
    (
        Column::Email,
        "email emailadres emailadress emailaddress mailadres mailadress mailaddress mail \
         emails emailadressen",
    ),
    (
        Column::PersonnelNumber,
        "personeelsnummer personeelsnr personeelnummer personeelnr persnr persnummer pnr \
         medewerkernummer medewerkersnummer medewerkernr medewerkersnr werknemersnummer \
         werknemernummer employeenumber employeenr employeeno employeeid personnelnumber \
         personnelnr personnelno staffnumber staffid",
    ),
    (
        Column::Function,
        "functie functienaam functietitel functieomschrijving jobtitle job function position role \
         rol",
    ),
    (
        Column::Department,
        "afdeling afdelingsnaam afdelingnaam department dept afd team teamnaam unit bedrijfsonderdeel \
         organisatieonderdeel organisatieeenheid",
    ),
    (
        Column::Phone,
        "telefoon telefoonnummer telefoonnr tel telnr telnummer mobiel mobielnummer mobieltelefoon \
         mobielnr phone phonenumber phoneno telephone mobile mobilephone mobilenumber cellphone \
         06nummer",
    ),
    (Column::Language, "taal voorkeurstaal taalvoorkeur language preferredlanguage lang"),
    (Column::Group, "groep groepsnaam groepsnummer trainingsgroep cursusgroep group groupname traininggroup"),
];

/// Words around a heading that leave its meaning as it was. Others do change it: the "E-mail
/// (leidinggevende)" must never become a participant's address.
const QUALIFIERS: &[&str] = &[
    "werk",
    "work",
    "zakelijk",
    "business",
    "verplicht",
    "required",
    "optioneel",
    "optional",
    "deelnemer",
    "cursist",
    "medewerker",
    "participant",
    "student",
    "employee",
];

/// The column a heading names, with a rank that is lower the surer we are.
pub(super) fn meaning(heading: &str) -> Option<(Column, usize)> {
    // A long cell is a sentence, not a heading.
    if heading.chars().count() > 60 {
        return None;
    }
    let whole = key(heading);
    if let Some(found) = exact(&whole) {
        return Some(found);
    }
    let mut halves = heading.split('/').map(|half| exact(&key(half)));
    if let (Some(Some(one)), Some(Some(other)), None) = (halves.next(), halves.next(), halves.next()) {
        return (one.0 == other.0).then_some(one);
    }
    QUALIFIERS
        .iter()
        .filter_map(|word| whole.strip_suffix(word).or_else(|| whole.strip_prefix(word)))
        .find_map(exact)
        .map(|(column, rank)| (column, rank + 100))
}

fn exact(key: &str) -> Option<(Column, usize)> {
    static BY_KEY: LazyLock<HashMap<&str, (Column, usize)>> = LazyLock::new(|| {
        let ranked = |(column, names): &(Column, &'static str)| {
            let column = *column;
            names.split_whitespace().enumerate().map(move |(rank, name)| (name, (column, rank)))
        };
        KNOWN.iter().flat_map(ranked).collect()
    });
    BY_KEY.get(key).copied()
}

/// A heading without case, accents, spaces and signs.
fn key(heading: &str) -> String {
    folded(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_typed() {
        for (column, typed) in [
            (Column::Email, "E-mail adres|e-mailadres|Email|Mailadres|E_MAIL:|e-mail (werk)*|E-mail / Email"),
            (Column::Initials, "Voorletters|Initials"),
            (Column::FirstName, "Roepnaam|Voornaam:|First name|FIRST_NAME|Voornaam deelnemer"),
            (Column::Infix, "Tussenvoegsel(s)|Tussenvgsl.|Infix|Prefix|tussen-voegsel"),
            (Column::LastName, "Achternaam|Last name|Surname|Achternaam medewerker"),
            (Column::Name, "Naam|Volledige naam|Naam medewerker|Name"),
            (Column::PersonnelNumber, "Personeelsnummer|Pers.nr.|Pers. nr|Employee number"),
            (Column::Function, "Functie|Job title"),
            (Column::Department, "Afdeling|Department|Team"),
            (Column::Language, "Taal|Language"),
            (Column::Group, "Groep|Group"),
            (Column::Phone, "Telefoon|Mobiel|Phone|Tel.nr."),
        ] {
            for heading in typed.split('|') {
                assert_eq!(meaning(heading).map(|(c, _)| c), Some(column), "{heading}");
            }
        }
    }

    #[test]
    fn the_manager_is_not_the_participant() {
        for heading in ["E-mail (leidinggevende)", "Naam leidinggevende", "Functie/afdeling"] {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }
}

//! The persons in a client's file, and what can be wrong with them.

use super::column::Column;
use crate::crm::people::{Likeness, Name};
use crate::platform::folding::folded;
use serde::{Deserialize, Serialize};

/// One person as the client's file gives them. Texts are never empty, white space is collapsed,
/// accents are composed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The row as the spreadsheet program shows it, from 1, with the heading row counted.
    pub number: usize,
    /// The first name; if absent there are initials. At most 100 characters.
    pub first_name: Option<String>,
    /// Initials as typed; if absent there is a first name. At most 100 characters.
    pub initials: Option<String>,
    /// What stands before the last name, as "van der". At most 100 characters.
    pub infix: Option<String>,
    /// The last name without infix, at most 100 characters.
    pub last_name: String,
    /// An address that mail can be sent to, capitals as typed; at most 254 characters. Several
    /// rows may have the same one.
    pub email: String,
    /// The number by which the client knows this person, at most 200 characters.
    pub personnel_number: Option<String>,
    /// The job at the client, at most 200 characters.
    pub function: Option<String>,
    /// The department at the client, at most 200 characters.
    pub department: Option<String>,
    /// A telephone number as typed, at most 200 characters.
    pub phone: Option<String>,
    /// The language asked for; absent if the file says nothing.
    pub language: Option<Language>,
    /// The training group as the client calls it, at most 200 characters.
    pub group: Option<String>,
}

impl Row {
    /// The name of the person.
    pub fn name(&self) -> Name {
        Name {
            first_name: self.first_name.clone(),
            initials: self.initials.clone(),
            infix: self.infix.clone(),
            last_name: self.last_name.clone(),
        }
    }

    /// Equal for two rows that are the same person: the same name and the same address.
    pub(super) fn likeness(&self) -> Likeness {
        Likeness::of(&self.name(), &self.email)
    }
}

/// A language that the portal speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// The language's ISO 639-1 code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    pub(super) fn read(typed: &str) -> Option<Self> {
        match folded(typed).replace('_', " ").as_str() {
            "nl" | "nld" | "nl nl" | "nl be" | "ned" | "nederlands" | "dutch" => Some(Self::Nl),
            "en" | "eng" | "en gb" | "en us" | "engels" | "english" => Some(Self::En),
            _ => None,
        }
    }
}

/// One thing that is wrong with one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The row as the spreadsheet program shows it, from 1.
    pub row: usize,
    /// The column to look in.
    pub column: Column,
    /// What is wrong there.
    pub reason: Reason,
}

/// What can be wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nothing is filled in. On the first name: neither that nor initials.
    Required,
    /// Not one address that mail can be sent to.
    NotAnEmail,
    /// More characters than the column may have.
    TooLong,
    /// Neither Dutch nor English.
    NotALanguage,
    /// Not a name but a formula, an address, a number or a piece of markup.
    NotAName,
    /// Characters that were damaged when the file was made.
    Garbled,
    /// The spreadsheet program wrote a long number as 3,16E+10 and dropped its digits.
    Rounded,
    /// The same name with the same address as in an earlier row.
    DuplicateInFile {
        /// The earlier row, as the spreadsheet program shows it.
        earlier: usize,
    },
}

impl Reason {
    /// The code of the reason, for storing and for looking up texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NotAnEmail => "not_an_email",
            Self::TooLong => "too_long",
            Self::NotALanguage => "not_a_language",
            Self::NotAName => "not_a_name",
            Self::Garbled => "garbled",
            Self::Rounded => "rounded",
            Self::DuplicateInFile { .. } => "duplicate_in_file",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_code_and_by_name() {
        for typed in ["NL", "nl-NL", "nl_BE", "Nederlands", "dutch"] {
            assert_eq!(Language::read(typed), Some(Language::Nl), "{typed}");
        }
        for typed in ["en", "EN-gb", "Engels", "English"] {
            assert_eq!(Language::read(typed), Some(Language::En), "{typed}");
        }
        for typed in ["", "Duits", "fr"] {
            assert_eq!(Language::read(typed), None, "{typed}");
        }
    }
}

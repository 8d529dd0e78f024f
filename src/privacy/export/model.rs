//! What goes into the archive, and what is left out of it and why.

use serde_json::{Map, Value};

use crate::crm::organisations::OrganisationId;
use crate::crm::people::{Name, PersonId};
use crate::platform::i18n::Lang;
use crate::privacy::data_map::{Erasure, Personal, Reader, Table};

/// For whom an archive is made: that decides which columns are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The person themselves, on the portal: what the map says they read, and their files.
    Own,
    /// The answer to a request for access: whatever anybody reads. Without the files, which the officer may not
    /// see; the person downloads those.
    Request,
    /// The client with this number, when it leaves: what a project leader reads and what a client is told in an
    /// export, of its own projects alone.
    Client(OrganisationId),
}

impl Extent {
    /// Whether a column is in the archive. Secrets have no reader, so they are in none; and what cannot be found
    /// by person is about somebody else as well.
    pub fn includes(self, personal: &Personal) -> bool {
        let read_by = |wanted: Reader| personal.readers.contains(&wanted);
        personal.erasure != Erasure::Expires
            && match self {
                Self::Own => read_by(Reader::Oneself),
                Self::Request => !personal.readers.is_empty(),
                Self::Client(_) => {
                    read_by(Reader::Leader) || read_by(Reader::LeaderOfWishes) || read_by(Reader::Client)
                }
            }
    }

    /// Whether the files that are still on the portal are in the archive.
    pub fn with_files(self) -> bool {
        self == Self::Own
    }
}

/// All rows of one table that are about the person.
pub struct Section {
    /// The table.
    pub table: &'static Table,
    /// The columns, in their order.
    pub columns: Vec<&'static str>,
    /// Column to value.
    pub rows: Vec<Map<String, Value>>,
}

/// A file that goes along.
#[derive(Debug, Clone)]
pub struct Enclosed {
    /// The number of its row.
    pub id: i64,
    /// Its name in the store.
    pub blob: String,
    /// What it is called.
    pub file_name: String,
}

/// Everything about one person.
pub struct Dossier {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// The language they read.
    pub lang: Lang,
    /// What there is, per table.
    pub sections: Vec<Section>,
    /// The files that go along.
    pub files: Vec<Enclosed>,
}

#[cfg(test)]
mod tests {
    use super::super::queries::every_column;
    use super::*;
    use crate::privacy::data_map::tables;

    const CLIENT: Extent = Extent::Client(OrganisationId(1));

    fn includes(extent: Extent, table: &str, column: &str) -> bool {
        let table = tables().find(|t| t.name == table).unwrap();
        table.personal().any(|(name, personal)| name == column && extent.includes(personal))
    }

    #[test]
    fn a_secret_is_in_no_archive_and_the_personnel_number_is_for_whom_it_may_be() {
        for extent in [Extent::Own, Extent::Request, CLIENT] {
            for (table, column) in [("accounts", "password_hash"), ("links", "token_hash"), ("sessions", "key_hash")] {
                assert!(!includes(extent, table, column), "{table}.{column} for {extent:?}");
            }
            assert!(!includes(extent, "rosters", "sheet"), "somebody else's people");
        }
        let number = |extent| includes(extent, "employments", "personnel_number");
        assert_eq!([number(Extent::Own), number(Extent::Request), number(CLIENT)], [false, true, true]);
        assert!(includes(Extent::Own, "answers", "words") && includes(Extent::Request, "register_lines", "act"));
        assert!(!includes(CLIENT, "uploads", "file_name") && !includes(CLIENT, "accounts", "sign_in_name"));
    }

    #[test]
    fn every_column_has_words_in_both_languages() {
        for lang in [Lang::Nl, Lang::En] {
            let personal = tables().flat_map(|table| table.personal().map(|(column, _)| column));
            for column in every_column().into_iter().chain(personal) {
                assert_ne!(lang.texts().export_column(column), column, "in {}", lang.code());
            }
            for table in tables().filter(|t| t.personal().next().is_some()) {
                assert_ne!(lang.texts().data_map_table(table.name), table.name, "in {}", lang.code());
            }
        }
    }
}

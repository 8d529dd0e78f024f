//! The data map: of every column of every table, whether it says something about a person, and if so why it is
//! kept, who reads it, which clock it follows and how it goes when the person is erased. A column that is not in
//! the map fails a test, and `traject check`.

mod accounts;
mod contact;
mod learning;
mod papers;
mod people;
mod planning;
mod results;
mod terms;
mod testing;
mod trace;

use std::collections::BTreeMap;

use crate::platform::db::Column;
pub use terms::{Category, Clock, Erasure, Purpose, Reader};
pub use trace::{Fate, traced};

/// Why the columns of one table are kept.
pub struct Table {
    /// Its name in the database.
    pub name: &'static str,
    /// How a row is traced to the people it is about.
    pub about: About,
    /// Each column, in the order of the table.
    pub columns: &'static [(&'static str, Kept)],
}

/// How a row is traced to the people it is about: what an access export and an erasure follow.
pub enum About {
    /// It is about nobody, or about somebody whom nothing in it can be traced to.
    Nobody,
    /// It is a person.
    Person,
    /// Each of these columns leads to a row of the table beside it.
    Through(&'static [(&'static str, &'static str)]),
}

/// What a column is to the people in the data.
pub enum Kept {
    /// It says nothing about a person, for this reason.
    Plain(&'static str),
    /// It says something about a person.
    Personal(Personal),
}

/// Why something about a person is kept, and until when.
pub struct Personal {
    /// What kind of thing it says.
    pub category: Category,
    /// What it is for, which also decides the lawful basis.
    pub purpose: Purpose,
    /// Who gets to see it; empty when only the program does.
    pub readers: &'static [Reader],
    /// The retention term it follows.
    pub clock: Clock,
    /// What happens to it when the person is erased.
    pub erasure: Erasure,
}

const fn personal(
    category: Category,
    purpose: Purpose,
    readers: &'static [Reader],
    clock: Clock,
    erasure: Erasure,
) -> Kept {
    Kept::Personal(Personal { category, purpose, readers, clock, erasure })
}

const KEY: Kept = Kept::Plain("the number of the row");
const LINK: Kept = Kept::Plain("ties the row to another; the map of that table says what it is");
const MADE: Kept = Kept::Plain("when the row was made, by which its clock is reckoned");
const CATALOGUE: Kept = Kept::Plain("what a training offers, the same for everybody");
const PLAN: Kept = Kept::Plain("what a client and the provider agreed; about no one person");
const STUB: Kept = Kept::Plain("when the person was erased, after which a row without a name is left");
const PLUMBING: Kept = Kept::Plain("how the program keeps count of its own work");

/// The map, area by area.
pub fn tables() -> impl Iterator<Item = &'static Table> {
    [
        people::TABLES,
        accounts::TABLES,
        planning::TABLES,
        learning::TABLES,
        testing::TABLES,
        results::TABLES,
        papers::TABLES,
        contact::TABLES,
    ]
    .into_iter()
    .flatten()
}

/// What differs between the map and `columns`, one sentence each.
pub fn gaps(columns: &[Column]) -> Vec<String> {
    let mut mapped: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (table, (column, _)) in tables().flat_map(|t| t.columns.iter().map(move |c| (t.name, c))) {
        *mapped.entry((table, column)).or_default() += 1;
    }
    let mut gaps = Vec::new();
    for column in columns {
        match mapped.remove(&(column.in_table.as_str(), column.name.as_str())) {
            None => gaps.push(format!("{}.{} is not in the data map", column.in_table, column.name)),
            Some(1) => {}
            Some(times) => gaps.push(format!("{}.{} is in the data map {times} times", column.in_table, column.name)),
        }
    }
    gaps.extend(mapped.keys().map(|(table, column)| format!("{table}.{column} is in the data map only")));
    gaps
}

/// The map as text, a line per column, for an officer or an auditor.
pub fn listing() -> String {
    let mut text = String::new();
    for table in tables() {
        text.push_str(&format!("\n{} ({})\n", table.name, ways_of(&table.about)));
        for (column, kept) in table.columns {
            text.push_str(&format!("  {column}: {}\n", described(kept)));
        }
    }
    text
}

fn ways_of(about: &About) -> String {
    match about {
        About::Nobody => "about nobody who can be traced".into(),
        About::Person => "about the person".into(),
        About::Through(ways) => {
            let ways: Vec<_> = ways.iter().map(|(column, table)| format!("{column} to {table}")).collect();
            format!("traced through {}", ways.join(", "))
        }
    }
}

fn described(kept: &Kept) -> String {
    match kept {
        Kept::Plain(reason) => format!("not personal: {reason}"),
        Kept::Personal(p) => {
            let readers: Vec<_> = p.readers.iter().map(|r| r.says()).collect();
            let readers = if readers.is_empty() { "the program only".into() } else { readers.join(", ") };
            format!(
                "{}; for {} ({}); read by {readers}; {}; on erasure {}",
                p.category.says(),
                p.purpose.says(),
                p.purpose.basis().says(),
                p.clock.says(),
                p.erasure.says()
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns that `schema.rs` names: `table (key) {` and the lines `column -> Type,` below it.
    fn schema() -> Vec<Column> {
        let mut columns = Vec::new();
        let mut table = "";
        for line in include_str!("../../platform/db/schema.rs").lines().map(str::trim) {
            if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with(") {")) {
                table = name;
            } else if let Some((name, _)) = line.split_once(" -> ").filter(|_| line.ends_with(',')) {
                columns.push(Column { in_table: table.into(), name: name.into() });
            }
        }
        columns
    }

    #[test]
    fn every_column_is_mapped_once() {
        let schema = schema();
        assert!(schema.len() > 150, "schema.rs is written in another way than this test reads");
        assert_eq!(gaps(&schema), Vec::<String>::new());
    }

    #[test]
    fn a_column_without_a_purpose_is_noticed() {
        let mut schema = schema();
        schema.push(Column { in_table: "people".into(), name: "hobby".into() });
        schema.retain(|c| c.name != "phone");
        assert_eq!(gaps(&schema), ["people.hobby is not in the data map", "people.phone is in the data map only"]);
    }

    #[test]
    fn what_is_personal_leads_to_a_person_or_is_gone_before_anyone_asks() {
        for table in tables() {
            let expires = |kept: &Kept| match kept {
                Kept::Plain(_) => true,
                Kept::Personal(p) => p.erasure == Erasure::Expires,
            };
            let ways = match table.about {
                About::Person => continue,
                About::Nobody => {
                    assert!(table.columns.iter().all(|(_, kept)| expires(kept)), "{}: whose is it?", table.name);
                    continue;
                }
                About::Through(ways) => ways,
            };
            for (column, to) in ways {
                assert!(table.columns.iter().any(|(name, _)| name == column), "{} has no {column}", table.name);
                assert!(leads_to_people(to), "{}.{column} leads to {to}, and from there to nobody", table.name);
            }
        }
    }

    fn leads_to_people(table: &str) -> bool {
        match tables().find(|t| t.name == table).map(|t| &t.about) {
            Some(About::Person) => true,
            Some(About::Through(ways)) => ways.iter().all(|(_, to)| leads_to_people(to)),
            _ => false,
        }
    }

    #[test]
    fn the_personnel_number_is_for_the_client_and_nobody_else() {
        let employments = tables().find(|t| t.name == "employments").unwrap();
        let (_, kept) = employments.columns.iter().find(|(name, _)| *name == "personnel_number").unwrap();
        assert!(
            matches!(kept, Kept::Personal(p) if p.readers == [Reader::Client, Reader::Staff("participants.enter")])
        );
    }
}

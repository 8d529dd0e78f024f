//! From a person to every row about them: what an erasure and an access export follow, made of the map alone.

use super::{About, Category, Clock, Erasure, Kept, Personal, Purpose, Table, tables};

/// What an erasure does to the rows of a table that are about the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// They are deleted.
    Deleted,
    /// They stay, and these columns are taken out of them.
    Overwritten(Vec<&'static str>),
    /// They stay: by number only, or because they are gone within days.
    Kept,
}

impl Table {
    /// The columns that say something about a person.
    pub fn personal(&self) -> impl Iterator<Item = (&'static str, &'static Personal)> + use<> {
        self.columns.iter().filter_map(|(name, kept)| match kept {
            Kept::Personal(personal) => Some((*name, personal)),
            Kept::Plain(_) => None,
        })
    }

    /// The condition on rows that are about the person whose number is `$1`; none when nothing leads to a person.
    pub fn condition(&self) -> Option<String> {
        match self.about {
            About::Nobody => None,
            About::Person => Some("id = $1".into()),
            About::Through(ways) => {
                let ways: Vec<_> = ways.iter().filter_map(|(column, to)| way(column, to)).collect();
                (!ways.is_empty()).then(|| ways.join(" OR "))
            }
        }
    }

    /// What an erasure does to its rows.
    pub fn fate(&self) -> Fate {
        if self.personal().any(|(_, p)| p.erasure == Erasure::RowGoes) {
            return Fate::Deleted;
        }
        let overwritten: Vec<_> = self.personal().filter(|(_, p)| p.erasure == Erasure::Overwritten).collect();
        if overwritten.is_empty() {
            return Fate::Kept;
        }
        Fate::Overwritten(overwritten.into_iter().map(|(name, _)| name).collect())
    }

    /// Whether its rows live by a clock of their own when a registration ends: what was given to somebody to keep.
    pub fn outlives_registration(&self) -> bool {
        self.personal().any(|(_, p)| p.clock == Clock::Certificate)
    }

    /// Whether each row names a file in the store, in the column `blob`.
    pub fn holds_files(&self) -> bool {
        self.personal().any(|(_, p)| p.category == Category::File)
    }

    /// Whether rows that stay after an erasure need the number of the person, and with it the stub. The register
    /// does not: it has no more than the number itself.
    pub fn needs_stub(&self) -> bool {
        let stays = |p: &Personal| p.erasure == Erasure::NumberStays && p.purpose != Purpose::Accountability;
        self.fate() == Fate::Kept && self.personal().any(|(_, p)| stays(p))
    }

    /// Steps from a row to its person: rows that are further away go first.
    fn distance(&self) -> usize {
        match self.about {
            About::Nobody | About::Person => 0,
            About::Through(ways) => {
                1 + ways.iter().filter_map(|(_, to)| find(to)).map(Table::distance).max().unwrap_or_default()
            }
        }
    }
}

/// Every table with rows that can be traced to a person, those that others lead through last.
pub fn traced() -> Vec<&'static Table> {
    let mut traced: Vec<_> = tables().filter(|table| !matches!(table.about, About::Nobody)).collect();
    traced.sort_by_key(|table| std::cmp::Reverse(table.distance()));
    traced
}

fn find(name: &str) -> Option<&'static Table> {
    tables().find(|table| table.name == name)
}

fn way(column: &str, to: &str) -> Option<String> {
    let to = find(to)?;
    if matches!(to.about, About::Person) {
        return Some(format!("{column} = $1"));
    }
    Some(format!("{column} IN (SELECT id FROM {} WHERE {})", to.name, to.condition()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_person_is_a_condition() {
        let condition = |name: &str| find(name).unwrap().condition();
        assert_eq!(condition("people").as_deref(), Some("id = $1"));
        assert_eq!(condition("accounts").as_deref(), Some("person_id = $1"));
        assert_eq!(
            condition("answers").as_deref(),
            Some(
                "intake_id IN (SELECT id FROM intakes WHERE participant_id IN \
                 (SELECT id FROM participants WHERE person_id = $1))"
            )
        );
        assert_eq!(condition("attempts"), None);
    }

    #[test]
    fn whoever_leads_to_a_person_goes_after_what_leads_through_it() {
        let order: Vec<_> = traced().iter().map(|table| table.name).collect();
        let at = |name: &str| order.iter().position(|n| *n == name).unwrap();
        for table in traced() {
            let About::Through(ways) = table.about else { continue };
            for (_, to) in ways {
                assert!(at(table.name) < at(to), "{} must go before {to}", table.name);
            }
        }
        assert_eq!(order.last(), Some(&"people"));
    }

    #[test]
    fn a_table_has_one_fate() {
        for table in traced() {
            let mut paths: Vec<_> = table.personal().map(|(_, p)| p.erasure).collect();
            paths.dedup();
            assert!(paths.len() <= 1, "{}: a row cannot both go and stay: {paths:?}", table.name);
        }
    }

    #[test]
    fn a_row_with_a_file_says_which_and_can_be_put_out_of_sight() {
        let with_files: Vec<_> = tables().filter(|table| table.holds_files()).collect();
        assert!(!with_files.is_empty());
        for table in with_files {
            assert_eq!(table.fate(), Fate::Deleted, "{}: a file cannot stay", table.name);
            for needed in ["blob", "portal_until", "destroy_at"] {
                assert!(table.columns.iter().any(|(name, _)| *name == needed), "{} has no {needed}", table.name);
            }
        }
    }
}

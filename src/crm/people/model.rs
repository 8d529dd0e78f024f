//! A person and how their name is written.

use diesel::prelude::*;

use crate::platform::db::id;
use crate::platform::db::schema::people;
use crate::platform::folding::folded;

id!(
    /// The number of a person.
    PersonId
);

/// The parts of a name, as the person writes them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = people)]
pub struct Name {
    /// The name people call them by.
    pub first_name: Option<String>,
    /// Initials, with their dots.
    pub initials: Option<String>,
    /// What stands between first and last name: "van der".
    pub infix: Option<String>,
    /// The last name, without what stands before it.
    pub last_name: String,
}

impl Name {
    /// As people say it: "Zoë van 't Hoff".
    pub fn full(&self) -> String {
        let parts = [self.given(), self.infix.as_deref(), Some(self.last_name.as_str())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// As a Dutch list is sorted: "Hoff, Zoë van 't".
    pub fn listed(&self) -> String {
        let rest: Vec<_> = [self.given(), self.infix.as_deref()].into_iter().flatten().collect();
        if rest.is_empty() {
            return self.last_name.clone();
        }
        format!("{}, {}", self.last_name, rest.join(" "))
    }

    /// How to greet them: the first name, or all there is.
    pub fn greeting(&self) -> String {
        self.first_name.clone().unwrap_or_else(|| self.full())
    }

    /// For comparing and searching: without capitals and accents, last name first.
    pub fn folded(&self) -> String {
        folded(&self.listed())
    }

    fn given(&self) -> Option<&str> {
        self.first_name.as_deref().or(self.initials.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_the_dutch_way() {
        let zoe = Name {
            first_name: Some("Zoë".into()),
            infix: Some("van 't".into()),
            last_name: "Hoff".into(),
            initials: None,
        };
        assert_eq!(zoe.full(), "Zoë van 't Hoff");
        assert_eq!(zoe.listed(), "Hoff, Zoë van 't");
        let de_vries = Name {
            initials: Some("J.P.".into()),
            infix: Some("de".into()),
            last_name: "Vries".into(),
            first_name: None,
        };
        assert_eq!(de_vries.greeting(), "J.P. de Vries");
    }
}

//! A person and how their name is written.

use diesel::prelude::*;

use crate::platform::db::id;
use crate::platform::db::schema::people;
use crate::platform::folding::folded;
use crate::platform::i18n::Lang;
use crate::platform::secret;

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
    /// As people say it: "Zoë van 't Hoff", "Noël d'Hondt".
    pub fn full(&self) -> String {
        let surname = match self.infix.as_deref() {
            None => self.last_name.clone(),
            Some(infix) if infix.ends_with(['\'', '’']) => format!("{infix}{}", self.last_name),
            Some(infix) => format!("{infix} {}", self.last_name),
        };
        self.given().map_or_else(|| surname.clone(), |given| format!("{given} {surname}"))
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

/// What tells one person from another within an organisation: the letters of their name and their address.
/// Two people may share an address, and two may share a name; who shares both is one person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Likeness {
    name: String,
    email: String,
}

impl Likeness {
    /// The likeness of somebody with this name and address.
    pub fn of(name: &Name, email: &str) -> Self {
        Self::of_folded(&name.folded(), &email_folded(email))
    }

    /// The likeness of somebody as the database keeps them.
    pub fn of_folded(name: &str, email: &str) -> Self {
        Self { name: name.chars().filter(|c| c.is_alphanumeric()).collect(), email: email.to_owned() }
    }

    /// The address, as it is compared.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// What is kept of one that holds no longer.
    pub fn hash(&self) -> String {
        secret::hash(&format!("{}\n{}", self.name, self.email))
    }
}

/// An address as it is compared: mail servers do not tell capitals apart.
pub fn email_folded(email: &str) -> String {
    email.to_lowercase()
}

/// A person of a client, to be entered.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: String,
    /// What else is known of them.
    pub details: Details,
}

/// What a client may tell about its people. What is left out is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// A telephone number.
    pub phone: Option<String>,
    /// The language of pages and letters.
    pub language: Option<Lang>,
    /// What they do there.
    pub job_title: Option<String>,
    /// Where in the organisation they work.
    pub department: Option<String>,
    /// The number the organisation knows them by; never on the portal.
    pub personnel_number: Option<String>,
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
        let noel = Name {
            first_name: Some("Noël".into()),
            infix: Some("d'".into()),
            last_name: "Hondt".into(),
            initials: None,
        };
        assert_eq!(noel.full(), "Noël d'Hondt");
        let de_vries = Name {
            initials: Some("J.P.".into()),
            infix: Some("de".into()),
            last_name: "Vries".into(),
            first_name: None,
        };
        assert_eq!(de_vries.greeting(), "J.P. de Vries");
    }

    #[test]
    fn one_person_is_one_however_their_name_is_typed() {
        let name = |first: &str, infix: &str, last: &str| Name {
            first_name: Some(first.into()),
            infix: (!infix.is_empty()).then(|| infix.into()),
            last_name: last.into(),
            initials: None,
        };
        let zoe = Likeness::of(&name("Zoë", "van 't", "Hoff"), "z.hoff@example.nl");
        assert_eq!(zoe, Likeness::of(&name("Zoe", "van ’t", "HOFF"), "Z.Hoff@example.nl"));
        assert_ne!(zoe, Likeness::of(&name("Zoë", "van 't", "Hoff"), "balie@example.nl"));
        assert_ne!(zoe, Likeness::of(&name("Zara", "van 't", "Hoff"), "z.hoff@example.nl"));
    }
}

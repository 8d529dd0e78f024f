//! The typed confirmation: who is about to be erased is written out by hand.

use serde::{Deserialize, Serialize};

use super::model::Subject;
use crate::platform::folding::folded;
use crate::platform::web::{Errors, Wrong};

/// The confirmation, as it was typed.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ErasureForm {
    /// The name of the person.
    pub name: String,
}

impl ErasureForm {
    /// Whether it names `subject`; capitals and accents do not matter.
    ///
    /// # Errors
    /// What is wrong with the field.
    pub fn check(&self, subject: &Subject) -> Result<(), Errors> {
        if self.name.trim().is_empty() {
            return Err(Errors::one("name", Wrong::Required));
        }
        if folded(&self.name) != folded(&subject.name.full()) {
            return Err(Errors::one("name", Wrong::NotTheName));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::people::{Name, PersonId};

    #[test]
    fn the_name_is_typed_and_no_other() {
        let name = Name {
            first_name: Some("Zoë".into()),
            infix: Some("van 't".into()),
            last_name: "Hoff".into(),
            initials: None,
        };
        let zoe = Subject { id: PersonId(1), name, email: "z@example.nl".into(), employers: Vec::new() };
        let typed = |name: &str| ErasureForm { name: name.into() }.check(&zoe).is_ok();
        assert!(typed("Zoë van 't Hoff") && typed(" zoe van ’t hoff "));
        assert!(!typed("") && !typed("Hoff") && !typed("ja"));
    }
}

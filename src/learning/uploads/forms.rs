//! What people fill in to hand a file in.

use serde::Deserialize;

use crate::platform::web::{Errors, Wrong};

/// The word that nothing confidential is left in the file.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ConfirmationForm {
    confirmed: String,
}

impl ConfirmationForm {
    /// Whether the box is ticked.
    ///
    /// # Errors
    /// That it must be.
    pub fn check(&self) -> Result<(), Errors> {
        let mut errors = Errors::default();
        if self.confirmed.is_empty() {
            errors.add("confirmed", Wrong::NotTicked);
        }
        errors.or(())
    }
}

//! Why somebody says that they cannot come.

use serde::Deserialize;

use super::model::Reason;
use crate::platform::web::{Errors, Wrong};

/// The form, as it was sent.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AbsenceForm {
    /// A reason of the list.
    pub reason: String,
}

impl AbsenceForm {
    /// The reason that was meant.
    pub fn check(&self) -> Result<Reason, Errors> {
        let wrong = if self.reason.is_empty() { Wrong::Required } else { Wrong::NotAChoice };
        Reason::parse(&self.reason).ok_or_else(|| Errors::one("reason", wrong))
    }
}

//! Who staff want to invite.

use serde::Deserialize;

use crate::planning::projects::ParticipantId;

/// The form, as it was sent.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct InvitationForm {
    who: String,
    participant: Vec<String>,
}

/// Whom to invite.
#[derive(Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Everybody who was not invited yet.
    Waiting,
    /// These people, also when they were invited before.
    Ticked(Vec<ParticipantId>),
}

impl InvitationForm {
    /// Whom to invite.
    pub fn chosen(&self) -> Chosen {
        if self.who != "ticked" {
            return Chosen::Waiting;
        }
        Chosen::Ticked(self.participant.iter().filter_map(|p| p.parse().ok()).map(ParticipantId).collect())
    }
}

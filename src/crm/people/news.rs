//! Which letters somebody may do without. What is about their account, their place or their rights always comes.

use crate::platform::db::text_enum;
use crate::platform::mail::Kind;

text_enum!(
    /// A kind of news that its reader may turn off.
    News {
        /// Meetings that moved, were called off or came to it; for whoever has them in a calendar that follows us.
        Meetings = "meetings",
        /// That there is a message in a conversation.
        Messages = "messages",
    }
);

impl News {
    /// The news that letters of `kind` bring; none when nobody may do without them.
    pub fn in_letters(kind: Kind) -> Option<Self> {
        match kind {
            Kind::MeetingsChanged => Some(Self::Meetings),
            Kind::MessageWaits => Some(Self::Messages),
            Kind::Invitation
            | Kind::ResetAsked
            | Kind::Reset
            | Kind::PasswordChanged
            | Kind::SeatOffered
            | Kind::RegistrationEnds
            | Kind::RequestMade
            | Kind::AddressAsked
            | Kind::AddressLeft
            | Kind::AddressChanged
            | Kind::Certificate
            | Kind::SecondFactor
            | Kind::FactorCheck => None,
        }
    }
}

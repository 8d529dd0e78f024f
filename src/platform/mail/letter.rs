//! What a letter is: a row that says what to write to whom, and the words made of it.

use askama::Template;
use diesel::prelude::*;

use crate::crm::people::PersonId;
use crate::platform::db::schema::letters;
use crate::platform::db::{Json, Moment, id, text_enum};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

id!(
    /// The number of a letter.
    LetterId
);

text_enum!(
    /// What a letter is about.
    Kind {
        /// The link by which a person first gets in.
        Invitation = "invitation",
        /// Somebody asked for a new password: no letter yet, the worker finds out whose account it is.
        ResetAsked = "reset_asked",
        /// The link to choose a new password.
        Reset = "reset",
        /// Word that the password was changed.
        PasswordChanged = "password_changed",
        /// A place in a group came free, and is theirs to take for a while.
        SeatOffered = "seat_offered",
        /// Meetings of their group moved, were called off or came to it.
        MeetingsChanged = "meetings_changed",
        /// Word that a message waits in the portal, without what is in it.
        MessageWaits = "message_waits",
        /// Word of what happened to the second factor.
        SecondFactor = "second_factor",
        /// A code to read out to whoever removes a lost second factor.
        FactorCheck = "factor_check",
        /// Word that the registration ends, and how to stay.
        RegistrationEnds = "registration_ends",
        /// Word to an officer that somebody asked something about their own data.
        RequestMade = "request_made",
        /// The link with which the owner of a new address says that it is theirs.
        AddressAsked = "address_asked",
        /// The link with which the owner of an address lets it go, or stops that.
        AddressLeft = "address_left",
        /// Word that the address was changed.
        AddressChanged = "address_changed",
        /// Word that a certificate is there, or another one in its place.
        Certificate = "certificate",
    }
);

/// What a feature wants to have written.
pub struct NewLetter {
    /// What it is about.
    pub kind: Kind,
    /// Who it is about, when they are known.
    pub person: Option<PersonId>,
    /// Where it goes.
    pub address: String,
    /// The language it is in.
    pub language: Lang,
    /// What the words are made of, besides the person; never a secret.
    pub about: Vec<(String, String)>,
    /// Two letters with the same key are one letter.
    pub dedupe: String,
}

/// A letter in the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = letters)]
pub struct Letter {
    /// Its number.
    pub id: LetterId,
    /// What it is about.
    pub kind: Kind,
    /// Who it is about.
    pub person_id: Option<PersonId>,
    /// Where it goes.
    pub address: String,
    /// The language it is in.
    pub language: Lang,
    /// What the words are made of.
    pub payload: Json<Vec<(String, String)>>,
    /// When it was written.
    pub created_at: Moment,
}

impl Letter {
    /// What the writer said under `key`.
    pub fn about(&self, key: &str) -> Option<&str> {
        self.payload.get().iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }
}

/// A piece of a letter.
pub enum Part {
    /// A paragraph.
    Text(String),
    /// A button that leads to an address with a secret in it.
    Link {
        /// What the button says.
        label: String,
        /// Where it leads.
        url: String,
    },
    /// A code that is a secret.
    Code {
        /// What it is.
        label: String,
        /// The code.
        code: String,
    },
}

/// The words of a letter.
pub struct Rendered {
    /// The subject line.
    pub subject: String,
    /// The paragraphs and buttons, in order.
    pub parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Plain<'a> {
    parts: &'a [Part],
    provider: &'a str,
    secrets: bool,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    parts: &'a [Part],
    provider: &'a str,
    subject: &'a str,
    lang: Lang,
}

impl Rendered {
    /// The letter as plain text. Without `secrets`, as it is kept: the links are replaced.
    ///
    /// # Errors
    /// When the template fails.
    pub fn plain(&self, provider: &str, secrets: bool) -> Result<String> {
        Ok(Plain { parts: &self.parts, provider, secrets }.render()?)
    }

    /// The letter as a page.
    ///
    /// # Errors
    /// When the template fails.
    pub fn html(&self, provider: &str, lang: Lang) -> Result<String> {
        Ok(Html { parts: &self.parts, provider, subject: &self.subject, lang }.render()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_copy_of_a_letter_has_no_secrets() {
        let link = Part::Link { label: "Kies je wachtwoord".into(), url: "https://portaal.example.nl/x/geheim".into() };
        let code = Part::Code { label: "Je code".into(), code: "1234 5678 9012".into() };
        let words =
            Rendered { subject: "Uitnodiging".into(), parts: vec![Part::Text("Beste Zoë & co,".into()), link, code] };
        let kept = words.plain("Heldere Taal", false).unwrap();
        assert!(kept.contains("Kies je wachtwoord") && kept.contains("Beste Zoë & co,") && !kept.contains("geheim"));
        assert!(kept.contains("Je code") && !kept.contains("1234"), "{kept}");
        assert!(words.plain("Heldere Taal", true).unwrap().contains("1234 5678 9012"));
        assert!(words.html("Heldere Taal", Lang::Nl).unwrap().contains("1234 5678 9012"));
        assert!(words.plain("Heldere Taal", true).unwrap().contains("https://portaal.example.nl/x/geheim"));
        assert!(words.html("Heldere Taal", Lang::Nl).unwrap().contains("href=\"https://portaal.example.nl/x/geheim\""));
    }
}

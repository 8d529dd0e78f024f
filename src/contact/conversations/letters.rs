//! The letter that says that a message waits. It does not say what is in it: mail is read by more people than
//! the portal is. While a message of a thread is unread, no second letter goes about that thread.

use super::model::{MessageId, Side};
use super::queries::{self, Told};
use crate::config::Config;
use crate::crm::people::email_folded;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Kind, Letter, NewLetter, Part, Rendered, outbox};

/// Tells whoever is to see `message`, the first that they have not seen, that it waits.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &mut Tx, message: MessageId) -> Result<()> {
    let Some(told) = queries::listener(tx.db(), message)?.filter(|told| !told.email.is_empty()) else {
        return Ok(());
    };
    let letter = NewLetter {
        kind: Kind::MessageWaits,
        person: Some(told.person),
        address: told.email,
        language: told.language.unwrap_or(Lang::Nl),
        about: vec![("message".to_owned(), message.to_string())],
        dedupe: format!("{}:{message}", Kind::MessageWaits.as_str()),
    };
    outbox::post(tx, letter).map(|_| ())
}

/// The words of the letter. Whoever saw the message meanwhile, or is not the one to see it any more, gets none.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let now = tx.now();
    let Some(message) = letter.about("message").and_then(|id| id.parse().ok()).map(MessageId) else {
        return Ok(None);
    };
    if !queries::is_unread(tx.db(), message, now)? {
        return Ok(None);
    }
    let told = queries::listener(tx.db(), message)?;
    let same = |told: &Told| {
        letter.person_id == Some(told.person) && email_folded(&told.email) == email_folded(&letter.address)
    };
    let Some(told) = told.filter(same) else { return Ok(None) };
    let t = letter.language.texts();
    let (words, path) = match told.side {
        Side::Provider => (
            t.conversations_letter_student(told.addressee.as_str(), &told.project_name),
            format!("/student/conversations/{}/{}#newest", told.project, told.addressee.as_str()),
        ),
        Side::Student => {
            (t.conversations_letter_staff(&told.project_name), format!("/staff/conversations/{}#newest", told.thread))
        }
    };
    let parts = vec![
        Part::Text(t.conversations_letter_dear(told.name.greeting())),
        Part::Text(words),
        Part::Text(t.conversations_letter_not_here()),
        Part::Link { label: t.conversations_letter_read(), url: config.link(&path) },
        Part::Text(t.conversations_letter_once()),
    ];
    Ok(Some(Rendered { subject: t.conversations_letter_subject(&config.provider), parts }))
}

//! The letter that tells the officers that somebody asked something: not who, and not what.

use super::model::RequestId;
use super::queries;
use crate::config::Config;
use crate::crm::people::email_folded;
use crate::platform::clock::local;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Kind, Letter, NewLetter, Part, Rendered, outbox};

/// Tells every officer that the request `id` came in.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &mut Tx, id: RequestId) -> Result<()> {
    let today = local(tx.now()).date();
    let officers = queries::officers(tx.db(), today)?;
    if officers.is_empty() {
        tracing::error!(request = id.0, "a request came in and there is no officer to tell");
    }
    for officer in officers {
        let letter = NewLetter {
            kind: Kind::RequestMade,
            person: Some(officer.person),
            address: officer.email,
            language: officer.language.unwrap_or(Lang::Nl),
            about: vec![("request".to_owned(), id.to_string())],
            dedupe: format!("{}:{id}:{}", Kind::RequestMade.as_str(), officer.person),
        };
        outbox::post(tx, letter)?;
    }
    Ok(())
}

/// The words of that letter; none when the request needs no answer any more, or its reader is no officer now.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(id) = letter.about("request").and_then(|id| id.parse().ok()).map(RequestId) else { return Ok(None) };
    let Some(due) = queries::due_of(tx.db(), id)? else { return Ok(None) };
    let today = local(tx.now()).date();
    let officers = queries::officers(tx.db(), today)?;
    let same = |o: &&queries::Officer| {
        Some(o.person) == letter.person_id && email_folded(&o.email) == email_folded(&letter.address)
    };
    let Some(officer) = officers.iter().find(same) else { return Ok(None) };
    let t = letter.language.texts();
    let parts = vec![
        Part::Text(t.requests_letter_dear(officer.name.greeting())),
        Part::Text(t.requests_letter_made(letter.language.moment(letter.created_at))),
        Part::Text(t.requests_letter_due(letter.language.date(due))),
        Part::Text(t.requests_letter_where(config.link("/staff/requests"))),
    ];
    Ok(Some(Rendered { subject: t.requests_letter_subject(), parts }))
}

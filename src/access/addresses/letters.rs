//! The letters about another address: one to each mailbox, and word when it is done. The secrets are made when a letter
//! is sent; we keep their hashes only.

use super::model::{Change, ChangeId, Side};
use super::queries;
use crate::config::Config;
use crate::crm::people::email_folded;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Kind, Letter, NewLetter, Part, Rendered, outbox};
use crate::platform::secret;

/// Asks both mailboxes for a yes.
///
/// # Errors
/// When the database refuses.
pub fn ask(tx: &mut Tx, change: &Change) -> Result<()> {
    post(tx, change, Kind::AddressAsked, &change.new_email)?;
    post(tx, change, Kind::AddressLeft, &change.old_email)
}

/// Writes to the new address that it is the address from now on.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &mut Tx, change: &Change) -> Result<()> {
    post(tx, change, Kind::AddressChanged, &change.new_email)
}

fn post(tx: &mut Tx, change: &Change, kind: Kind, address: &str) -> Result<()> {
    let letter = NewLetter {
        kind,
        person: Some(change.person),
        address: address.to_owned(),
        language: change.language.unwrap_or(Lang::Nl),
        about: vec![("change".to_owned(), change.id.to_string())],
        dedupe: format!("{}:{}", kind.as_str(), change.id),
    };
    outbox::post(tx, letter).map(|_| ())
}

/// The words of a letter about another address.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(id) = letter.about("change").and_then(|id| id.parse().ok()).map(ChangeId) else { return Ok(None) };
    match letter.kind {
        Kind::AddressAsked => asked(tx, config, letter, id),
        Kind::AddressLeft => left(tx, config, letter, id),
        Kind::AddressChanged => changed(tx, config, letter),
        _ => Ok(None),
    }
}

fn goes_to(letter: &Letter, address: &str) -> bool {
    email_folded(&letter.address) == email_folded(address)
}

fn link(tx: &mut Tx, config: &Config, id: ChangeId, side: Side) -> Result<String> {
    let token = secret::token();
    queries::keep_secret(tx, id, side, &secret::hash(&token))?;
    Ok(config.link(&format!("/email/{token}")))
}

/// To an address that may be a stranger's: it says nothing of whose account it is about.
fn asked(tx: &mut Tx, config: &Config, letter: &Letter, id: ChangeId) -> Result<Option<Rendered>> {
    let now = tx.now();
    let Some(change) = queries::find(tx.db(), id, now)?.filter(|c| goes_to(letter, &c.new_email)) else {
        return Ok(None);
    };
    let (t, lang) = (letter.language.texts(), letter.language);
    let url = link(tx, config, id, Side::New)?;
    let parts = vec![
        Part::Text(t.addresses_letter_hello()),
        Part::Text(t.addresses_letter_asked(&config.provider)),
        Part::Link { label: t.addresses_letter_confirm(), url },
        Part::Text(t.addresses_letter_until(lang.moment(change.expires_at))),
        Part::Text(t.addresses_letter_not_yours()),
    ];
    Ok(Some(Rendered { subject: t.addresses_letter_asked_subject(), parts }))
}

fn left(tx: &mut Tx, config: &Config, letter: &Letter, id: ChangeId) -> Result<Option<Rendered>> {
    let now = tx.now();
    let Some(change) = queries::find(tx.db(), id, now)?.filter(|c| goes_to(letter, &c.old_email)) else {
        return Ok(None);
    };
    let (t, lang) = (letter.language.texts(), letter.language);
    let url = link(tx, config, id, Side::Old)?;
    let parts = vec![
        Part::Text(t.addresses_letter_dear(change.name.greeting())),
        Part::Text(t.addresses_letter_left(lang.moment(change.created_at), change.new_masked())),
        Part::Text(t.addresses_letter_both()),
        Part::Link { label: t.addresses_letter_answer(), url },
        Part::Text(t.addresses_letter_until(lang.moment(change.expires_at))),
        Part::Text(t.addresses_letter_not_me(config.link("/account/password"))),
    ];
    Ok(Some(Rendered { subject: t.addresses_letter_left_subject(), parts }))
}

fn changed(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(person) = letter.person_id else { return Ok(None) };
    let found = queries::sign_in_name(tx.db(), person)?;
    let Some((sign_in_name, _)) = found.filter(|(_, email)| goes_to(letter, email)) else { return Ok(None) };
    let t = letter.language.texts();
    let parts = vec![
        Part::Text(t.addresses_letter_hello()),
        Part::Text(t.addresses_letter_changed(&config.provider)),
        Part::Text(t.addresses_letter_sign_in(sign_in_name, config.link("/login"))),
    ];
    Ok(Some(Rendered { subject: t.addresses_letter_changed_subject(), parts }))
}

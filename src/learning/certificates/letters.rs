//! The letter that says that a certificate is there, or that another has come in its place.

use super::model::{CertificateId, Facts};
use super::queries::issued;
use crate::config::Config;
use crate::crm::people::{PersonId, email_folded};
use crate::planning::projects::ProjectId;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Kind, Letter, NewLetter, Part, Rendered, outbox};

/// Tells `person` that the certificate `id` is there.
///
/// # Errors
/// When the database refuses.
pub fn announce(
    tx: &mut Tx,
    project: ProjectId,
    person: PersonId,
    email: &str,
    language: Option<Lang>,
    facts: &Facts,
    id: CertificateId,
) -> Result<()> {
    let mut about = vec![("project".to_owned(), project.to_string()), ("training".to_owned(), facts.training.clone())];
    if facts.reason.is_some() {
        about.push(("again".to_owned(), "yes".to_owned()));
    }
    let letter = NewLetter {
        kind: Kind::Certificate,
        person: Some(person),
        address: email.to_owned(),
        language: language.unwrap_or(Lang::Nl),
        about,
        dedupe: format!("{}:{id}", Kind::Certificate.as_str()),
    };
    outbox::post(tx, letter).map(|_| ())
}

/// The words of the letter; none when the person is at that address no more.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(person) = letter.person_id else { return Ok(None) };
    let Some((name, email)) = issued::addressee(tx.db(), person)? else { return Ok(None) };
    if email_folded(&email) != email_folded(&letter.address) {
        return Ok(None);
    }
    let t = letter.language.texts();
    let training = letter.about("training").unwrap_or_default();
    let page = config.link(&format!("/student/certificates/{}", letter.about("project").unwrap_or_default()));
    let again = letter.about("again").is_some();
    let (subject, said) = if again {
        (t.certificates_letter_again_subject(training), t.certificates_letter_again(training))
    } else {
        (t.certificates_letter_subject(training), t.certificates_letter(training))
    };
    let parts = vec![
        Part::Text(t.certificates_letter_dear(name.greeting())),
        Part::Text(said),
        Part::Text(t.certificates_letter_where(page)),
        Part::Text(t.certificates_letter_check(config.link("/certificates"))),
    ];
    Ok(Some(Rendered { subject, parts }))
}

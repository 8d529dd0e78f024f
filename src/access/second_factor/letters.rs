//! The letters about second factors: word of each change, and the code by which somebody who lost theirs is known.
//! That code is made when its letter is sent; we keep its hash only.

use chrono::TimeDelta;

use super::model::Event;
use super::{PAGE, codes, queries};
use crate::access::accounts::{self, Owner};
use crate::config::Config;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::i18n::{Lang, Texts};
use crate::platform::mail::{Kind, Letter, NewLetter, Part, Rendered, outbox};

/// How long a code that was sent can be read out.
const CODE_LIFE: TimeDelta = TimeDelta::hours(1);

/// Tells the owner of an account what happened to their second factor. `left` says how many recovery codes are left.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &mut Tx, owner: &Owner, event: Event, left: i64, language: Lang) -> Result<()> {
    let now = tx.now();
    // Word that somebody guesses comes once a day, however long they go on.
    let when = if event == Event::Guessed { now.utc_date().to_string() } else { now.seconds().to_string() };
    let about = vec![("event".to_owned(), event.as_str().to_owned()), ("left".to_owned(), left.to_string())];
    let dedupe = format!("{}:{}:{}:{left}:{when}", Kind::SecondFactor.as_str(), owner.id, event.as_str());
    post(tx, Kind::SecondFactor, owner, about, dedupe, language)
}

/// Tells the owner of an account what happened to the passkey with this number and name.
///
/// # Errors
/// When the database refuses.
pub fn tell_of(tx: &mut Tx, owner: &Owner, event: Event, passkey: (i64, &str), language: Lang) -> Result<()> {
    let (id, called) = passkey;
    let about = vec![("event".to_owned(), event.as_str().to_owned()), ("called".to_owned(), called.to_owned())];
    let when = tx.now().seconds();
    let dedupe = format!("{}:{}:{}:{id}:{when}", Kind::SecondFactor.as_str(), owner.id, event.as_str());
    post(tx, Kind::SecondFactor, owner, about, dedupe, language)
}

/// Sends a code to the address that we know of somebody who lost their second factor.
///
/// # Errors
/// When the database refuses.
pub fn ask(tx: &mut Tx, owner: &Owner, language: Lang) -> Result<()> {
    let dedupe = format!("{}:{}:{}", Kind::FactorCheck.as_str(), owner.id, tx.now().seconds());
    post(tx, Kind::FactorCheck, owner, Vec::new(), dedupe, language)
}

fn post(
    tx: &mut Tx,
    kind: Kind,
    owner: &Owner,
    about: Vec<(String, String)>,
    dedupe: String,
    language: Lang,
) -> Result<()> {
    let (person, language) = (Some(owner.person_id), owner.language.unwrap_or(language));
    let letter = NewLetter { kind, person, address: owner.email.clone(), language, about, dedupe };
    outbox::post(tx, letter).map(|_| ())
}

/// The words of a letter about a second factor.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(owner) = accounts::still_there(tx, letter)? else { return Ok(None) };
    match letter.kind {
        Kind::FactorCheck => code(tx, config, letter, &owner).map(Some),
        _ => Ok(told(config, letter, owner)),
    }
}

fn code(tx: &mut Tx, config: &Config, letter: &Letter, owner: &Owner) -> Result<Rendered> {
    let t = letter.language.texts();
    let (code, until) = (codes::one(), tx.now().plus(CODE_LIFE));
    queries::set_check(tx, owner.id, &code, until)?;
    let parts = vec![
        Part::Text(t.accounts_letter_dear(owner.name.greeting())),
        Part::Text(t.second_factor_letter_check(&config.provider)),
        Part::Code { label: t.second_factor_letter_check_code(), code: codes::printed(&code) },
        Part::Text(t.second_factor_letter_check_until(letter.language.moment(until))),
        Part::Text(t.second_factor_letter_check_mistake(&config.provider)),
    ];
    Ok(Rendered { subject: t.second_factor_letter_check_subject(), parts })
}

fn told(config: &Config, letter: &Letter, owner: Owner) -> Option<Rendered> {
    let event = Event::parse(letter.about("event")?)?;
    let t = letter.language.texts();
    let left = letter.about("left").and_then(|left| left.parse().ok()).unwrap_or_default();
    let when = letter.language.moment(letter.created_at);
    let called = letter.about("called").unwrap_or_default();
    let parts = vec![
        Part::Text(t.accounts_letter_dear(owner.name.greeting())),
        Part::Text(says(t, event, left, called, owner.sign_in_name, when)),
        Part::Text(match event {
            Event::Guessed => t.second_factor_letter_guessed_what(config.link("/password/forgotten")),
            // A new password alone would leave the way in open.
            Event::PasskeyAdded => t.passkeys_letter_not_me(config.link(PAGE), &config.provider),
            Event::PasskeyCopied => t.passkeys_letter_copied_what(config.link(PAGE), &config.provider),
            _ => t.second_factor_letter_not_me(config.link("/password/forgotten"), &config.provider),
        }),
    ];
    Some(Rendered { subject: t.second_factor_letter_subject(event.as_str()), parts })
}

fn says(t: &Texts, event: Event, left: i64, called: &str, name: String, when: String) -> String {
    match event {
        Event::On => t.second_factor_letter_on(when, name),
        Event::Replaced => t.second_factor_letter_replaced(when, name),
        Event::AppAdded => t.second_factor_letter_app_added(when, name),
        Event::PasskeyAdded => t.passkeys_letter_added(when, called, name),
        Event::PasskeyRemoved => t.passkeys_letter_removed(when, called, name),
        Event::PasskeyCopied => t.passkeys_letter_copied(when, name, called),
        Event::Off => t.second_factor_letter_off(when, name),
        Event::Removed => t.second_factor_letter_removed(when, name),
        Event::Renewed => t.second_factor_letter_renewed(when, name),
        Event::Used => t.second_factor_letter_used(when, name, left),
        Event::Guessed => t.second_factor_letter_guessed(when, name),
    }
}

//! The letters about accounts: an invitation, the links to a new password, and word of a change.
//! A link is made when its letter is sent; we keep its hash only.

use chrono::TimeDelta;

use super::AccountId;
use super::model::{LinkKind, fold_name};
use super::queries::{self, Owner};
use crate::access::second_factor;
use crate::config::Config;
use crate::crm::people::PersonId;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::i18n::{Lang, Texts};
use crate::platform::mail::{Kind, Letter, NewLetter, Part, Rendered, outbox};
use crate::platform::secret;

/// How long a link works.
pub const LINK_LIFE: TimeDelta = TimeDelta::hours(72);
/// How soon the same letter may go again.
const AGAIN: TimeDelta = TimeDelta::minutes(10);

/// Invites `person` to `about`, the name of a project: makes their account when there is none, and writes
/// to them. False when the same letter waits already or went out just now, and when their account is closed.
///
/// # Errors
/// When the database refuses.
pub fn invite(tx: &mut Tx, person: PersonId, about: &str) -> Result<bool> {
    let account = queries::ensure(tx, person)?;
    let owner = queries::owner(tx.db(), account)?;
    if owner.blocked_at.is_some() {
        return Ok(false);
    }
    let about = vec![("project".to_owned(), about.to_owned())];
    post(tx, Kind::Invitation, Some(person), &owner.email, owner.language.unwrap_or(Lang::Nl), about)
}

/// Asks for links to a new password for whoever `typed` belongs to. What is written here is the same for
/// everybody: the worker finds out who that is.
///
/// # Errors
/// When the database refuses.
pub fn ask_reset(tx: &mut Tx, typed: &str, language: Lang) -> Result<()> {
    post(tx, Kind::ResetAsked, None, typed, language, Vec::new()).map(|_| ())
}

/// Sends a fresh link to where an expired one went.
///
/// # Errors
/// When the database refuses.
pub fn renew(tx: &mut Tx, kind: LinkKind, owner: &Owner, language: Lang) -> Result<()> {
    let (language, person) = (owner.language.unwrap_or(language), Some(owner.person_id));
    let (kind, about) = match kind {
        LinkKind::Invitation => {
            let last = outbox::last_about(tx.db(), Kind::Invitation, owner.person_id)?;
            (Kind::Invitation, last.unwrap_or_default())
        }
        LinkKind::Reset => (Kind::Reset, Vec::new()),
    };
    post(tx, kind, person, &owner.email, language, about).map(|_| ())
}

/// Tells the owner of an account that its password was changed.
///
/// # Errors
/// When the database refuses.
pub fn tell_changed(tx: &mut Tx, owner: &Owner, language: Lang) -> Result<()> {
    let dedupe = format!("{}:{}:{}", Kind::PasswordChanged.as_str(), owner.id, tx.now().seconds());
    let letter = NewLetter {
        kind: Kind::PasswordChanged,
        person: Some(owner.person_id),
        address: owner.email.clone(),
        language: owner.language.unwrap_or(language),
        about: Vec::new(),
        dedupe,
    };
    outbox::post(tx, letter).map(|_| ())
}

/// Posts a letter unless the same one waits already or went out just now: a second press of a button
/// sends nothing, a later one sends again.
fn post(
    tx: &mut Tx,
    kind: Kind,
    person: Option<PersonId>,
    address: &str,
    language: Lang,
    about: Vec<(String, String)>,
) -> Result<bool> {
    let now = tx.now();
    if outbox::under_way(tx.db(), kind, address, person, &about, now.minus(AGAIN))? {
        return Ok(false);
    }
    let what = secret::hash(&format!("{person:?} {address} {about:?}"));
    let dedupe = format!("{}:{what}:{}", kind.as_str(), now.seconds() / AGAIN.num_seconds());
    outbox::post(tx, NewLetter { kind, person, address: address.to_owned(), language, about, dedupe })
}

/// The words of a letter about an account.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    match letter.kind {
        Kind::Invitation => invitation(tx, config, letter),
        Kind::ResetAsked => found(tx, letter),
        Kind::Reset => reset(tx, config, letter),
        Kind::PasswordChanged => changed(tx, config, letter),
        // The letters of other features.
        _ => Ok(None),
    }
}

/// The owner that `letter` is for. Whoever moved to another address since, or whose account was closed, is not
/// written to.
///
/// # Errors
/// When the database refuses.
pub fn still_there(tx: &mut Tx, letter: &Letter) -> Result<Option<Owner>> {
    let Some(person) = letter.person_id else { return Ok(None) };
    let owner = queries::owned_by(tx.db(), person)?;
    Ok(owner.filter(|o| fold_name(&o.email) == fold_name(&letter.address)))
}

fn invitation(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(owner) = still_there(tx, letter)? else { return Ok(None) };
    let t = letter.language.texts();
    let project = letter.about("project").unwrap_or(&config.provider);
    let mut parts = vec![
        Part::Text(t.accounts_letter_dear(owner.name.greeting())),
        Part::Text(t.accounts_letter_invitation(&config.provider, project)),
    ];
    if owner.password_hash.is_some() {
        parts.push(Part::Text(t.accounts_letter_known(config.link("/login"), &owner.sign_in_name)));
    } else {
        let url = link(tx, config, owner.id, LinkKind::Invitation)?;
        parts.push(Part::Link { label: t.accounts_letter_choose(), url });
        parts.push(Part::Text(t.accounts_letter_sign_in_name(owner.sign_in_name)));
        parts.push(Part::Text(t.accounts_letter_until(until(tx, letter.language))));
    }
    parts.push(Part::Text(t.accounts_letter_mistake()));
    Ok(Some(Rendered { subject: t.accounts_letter_invitation_subject(project), parts }))
}

/// Writes to each address that stands behind what a visitor typed, as we know it and not as it was typed.
/// The asking itself is done then, and leaves no trace.
fn found(tx: &mut Tx, letter: &Letter) -> Result<Option<Rendered>> {
    for address in queries::addresses(tx.db(), &fold_name(&letter.address))? {
        let owners = queries::at_address(tx.db(), &address)?;
        let Some(first) = owners.first() else { continue };
        let person = if owners.len() == 1 { Some(first.person_id) } else { None };
        let language = first.language.unwrap_or(letter.language);
        post(tx, Kind::Reset, person, &first.email, language, Vec::new())?;
    }
    Ok(None)
}

fn reset(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let owners = queries::at_address(tx.db(), &fold_name(&letter.address))?;
    let t = letter.language.texts();
    let mut parts = match owners.as_slice() {
        [] => return Ok(None),
        [owner] => vec![
            Part::Text(t.accounts_letter_dear(owner.name.greeting())),
            Part::Text(t.accounts_letter_reset(&config.provider)),
        ],
        several => {
            vec![Part::Text(t.accounts_letter_reset_several(&config.provider, several.len() as i64))]
        }
    };
    for owner in &owners {
        parts.push(Part::Text(whose(t, owner, owners.len())));
        let url = link(tx, config, owner.id, LinkKind::Reset)?;
        parts.push(Part::Link { label: t.accounts_letter_new_password(), url });
    }
    parts.push(Part::Text(t.accounts_letter_until(until(tx, letter.language))));
    parts.push(Part::Text(t.accounts_letter_not_asked()));
    Ok(Some(Rendered { subject: t.accounts_letter_reset_subject(), parts }))
}

fn whose(t: &Texts, owner: &Owner, of: usize) -> String {
    if of == 1 {
        return t.accounts_letter_sign_in_name(&owner.sign_in_name);
    }
    t.accounts_letter_account_of(owner.name.full(), &owner.sign_in_name)
}

fn changed(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(owner) = still_there(tx, letter)? else { return Ok(None) };
    let t = letter.language.texts();
    let parts = vec![
        Part::Text(t.accounts_letter_dear(owner.name.greeting())),
        Part::Text(t.accounts_letter_changed(owner.sign_in_name, letter.language.moment(letter.created_at))),
        Part::Text(t.accounts_letter_not_me(config.link("/password/forgotten"), &config.provider)),
        Part::Text(t.accounts_letter_changed_passkeys(config.link(second_factor::PAGE))),
    ];
    Ok(Some(Rendered { subject: t.accounts_letter_changed_subject(), parts }))
}

fn link(tx: &mut Tx, config: &Config, account: AccountId, kind: LinkKind) -> Result<String> {
    let token = secret::token();
    let until = tx.now().plus(LINK_LIFE);
    queries::add_link(tx, account, kind, &secret::hash(&token), until)?;
    let page = match kind {
        LinkKind::Invitation => "invitation",
        LinkKind::Reset => "password",
    };
    Ok(config.link(&format!("/{page}/{token}")))
}

fn until(tx: &Tx, language: Lang) -> String {
    language.moment(tx.now().plus(LINK_LIFE))
}

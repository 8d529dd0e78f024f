//! The letters about groups: a place that came free, and meetings that changed. The secret of an offer is made
//! when its letter is sent; we keep its hash only.

use super::model::{Change, Meeting, MeetingId, Overview};
use super::{GroupId, queries};
use crate::config::Config;
use crate::crm::people::{PersonId, email_folded};
use crate::planning::projects::ProjectId;
use crate::platform::db::{Moment, Tx};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Kind, Letter, NewLetter, Part, Rendered, outbox};
use crate::platform::secret;

/// Writes to `person` that a place in a group of `project` is held for them until `until`.
///
/// # Errors
/// When the database refuses.
pub fn offer(tx: &mut Tx, project: ProjectId, waiting: i64, person: PersonId, until: Moment) -> Result<()> {
    let to = queries::address(tx.db(), person)?;
    let letter = NewLetter {
        kind: Kind::SeatOffered,
        person: Some(person),
        address: to.email,
        language: to.language.unwrap_or(Lang::Nl),
        about: vec![("waiting".to_owned(), waiting.to_string()), ("project".to_owned(), project.to_string())],
        dedupe: format!("{}:{waiting}:{}", Kind::SeatOffered.as_str(), until.seconds()),
    };
    outbox::post(tx, letter).map(|_| ())
}

/// Writes to everybody in `group` what becomes of these meetings, in one letter each.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &mut Tx, group: &Overview, changes: &[(MeetingId, Change)]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let group = group.group.id;
    let changes = changes.iter().map(|(id, change)| (word(*change).to_owned(), id.to_string()));
    let about: Vec<_> = std::iter::once(("group".to_owned(), group.to_string())).chain(changes).collect();
    let what = secret::hash(&format!("{about:?}"));
    for to in queries::addresses(tx.db(), group)? {
        let letter = NewLetter {
            kind: Kind::MeetingsChanged,
            person: Some(to.person),
            address: to.email,
            language: to.language.unwrap_or(Lang::Nl),
            about: about.clone(),
            dedupe: format!("{}:{}:{what}:{}", Kind::MeetingsChanged.as_str(), to.person, tx.now().seconds()),
        };
        outbox::post(tx, letter)?;
    }
    Ok(())
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Moved => "moved",
        Change::Cancelled => "cancelled",
    }
}

/// The words of a letter about groups.
///
/// # Errors
/// When the database refuses.
pub fn render(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    match letter.kind {
        Kind::SeatOffered => offered(tx, config, letter),
        Kind::MeetingsChanged => changed(tx, config, letter),
        _ => Ok(None),
    }
}

fn number(letter: &Letter, key: &str) -> Option<i64> {
    letter.about(key)?.parse().ok()
}

/// Whoever moved to another address since is not written to at the old one.
fn is_theirs(letter: &Letter, email: &str) -> bool {
    email_folded(email) == email_folded(&letter.address)
}

fn offered(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let Some(waiting) = number(letter, "waiting") else { return Ok(None) };
    let now = tx.now();
    let Some(offer) = queries::offer(tx.db(), waiting, now)? else { return Ok(None) };
    let Some(until) = offer.until.filter(|_| is_theirs(letter, &offer.email)) else { return Ok(None) };
    let meetings = queries::planned(tx.db(), offer.group, now)?;
    let token = secret::token();
    queries::add_token(tx, waiting, &secret::hash(&token))?;
    let (t, lang) = (letter.language.texts(), letter.language);
    let mut parts = vec![
        Part::Text(t.groups_letter_dear(offer.name.greeting())),
        Part::Text(t.groups_letter_offer(&offer.group_name, &offer.project_name)),
    ];
    parts.extend(meetings.iter().map(|m| Part::Text(when(lang, m))));
    parts.push(Part::Text(t.groups_letter_until(lang.moment(until))));
    parts.push(Part::Link { label: t.groups_letter_answer(), url: config.link(&format!("/waiting/{token}")) });
    parts.push(Part::Text(t.groups_letter_next()));
    Ok(Some(Rendered { subject: t.groups_letter_offer_subject(&offer.project_name), parts }))
}

fn changed(tx: &mut Tx, config: &Config, letter: &Letter) -> Result<Option<Rendered>> {
    let (Some(person), Some(group)) = (letter.person_id, number(letter, "group").map(GroupId)) else {
        return Ok(None);
    };
    let now = tx.now();
    let about: Vec<(&str, MeetingId)> = letter
        .payload
        .get()
        .iter()
        .filter(|(word, _)| word != "group")
        .filter_map(|(word, id)| Some((word.as_str(), MeetingId(id.parse().ok()?))))
        .collect();
    let ids: Vec<MeetingId> = about.iter().map(|a| a.1).collect();
    let Some((told, meetings)) = queries::told(tx.db(), person, group, &ids, now)? else { return Ok(None) };
    if meetings.is_empty() || !is_theirs(letter, &told.email) {
        return Ok(None);
    }
    let (t, lang) = (letter.language.texts(), letter.language);
    let mut parts = vec![
        Part::Text(t.groups_letter_dear(told.name.greeting())),
        Part::Text(t.groups_letter_changed(&told.group_name, &told.project_name)),
    ];
    for meeting in &meetings {
        let change = about.iter().find(|a| a.1 == meeting.id).map_or("moved", |a| a.0);
        parts.push(Part::Text(t.groups_letter_meeting(change, when(lang, meeting))));
        let url = config.link(&format!("/student/meetings/{}/calendar.ics", meeting.id));
        parts.push(Part::Link { label: t.groups_letter_calendar(change), url });
    }
    Ok(Some(Rendered { subject: t.groups_letter_changed_subject(&told.project_name), parts }))
}

fn when(lang: Lang, meeting: &Meeting) -> String {
    let (day, span) = (lang.day_of(meeting.starts_at), lang.span(meeting.starts_at, meeting.ends_at));
    format!("{day}, {span}, {}", meeting.location)
}

//! A letter as it stands in the outbox.

use diesel::prelude::*;

use crate::platform::db::Moment;
use crate::platform::db::schema::letters;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Kind, LetterId};

/// A line of the list.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = letters)]
pub struct Line {
    /// Its number.
    pub id: LetterId,
    /// What it is about.
    pub kind: Kind,
    /// Where it goes.
    pub address: String,
    /// The language it is in.
    pub language: Lang,
    /// Its subject, once it was rendered.
    pub subject: Option<String>,
    /// When it was written.
    pub created_at: Moment,
    /// When it goes, or is tried again.
    pub due_at: Moment,
    /// When it went.
    pub sent_at: Option<Moment>,
    /// When it was given up.
    pub failed_at: Option<Moment>,
    /// Why the last try failed.
    pub last_error: Option<String>,
}

/// How far a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It goes as soon as the worker gets to it.
    Waiting,
    /// It failed, and is tried again at this moment.
    Retrying(Moment),
    /// It went.
    Sent(Moment),
    /// It was given up.
    Failed(Moment),
}

impl Line {
    /// How far it is.
    pub fn state(&self) -> State {
        match (self.sent_at, self.failed_at, &self.last_error) {
            (Some(at), _, _) => State::Sent(at),
            (None, Some(at), _) => State::Failed(at),
            (None, None, Some(_)) => State::Retrying(self.due_at),
            (None, None, None) => State::Waiting,
        }
    }
}

/// A piece of a kept letter: words, or a link that the demo lets one follow.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// The path of a page of ours.
    Link(&'a str),
}

/// `body` cut at each address that begins with `start`. Only the path is followed, so that a link still
/// works when the demo listens elsewhere.
pub fn pieces<'a>(body: &'a str, start: &str) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = body;
    while let Some((before, found)) = rest.split_once(start) {
        let end = found.find(char::is_whitespace).unwrap_or(found.len());
        let (path, after) = found.split_at_checked(end).unwrap_or((found, ""));
        // A full stop after an address belongs to the sentence.
        let path = path.trim_end_matches(['.', ',']);
        pieces.push(Piece::Words(before));
        pieces.push(Piece::Link(path));
        rest = found.strip_prefix(path).unwrap_or(after);
    }
    pieces.push(Piece::Words(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_of_a_letter_can_be_followed() {
        let body = "Kies:\nhttp://127.0.0.1:8080/invitation/ab-c_1\n\nOf ga naar http://127.0.0.1:8080/login.\n";
        assert_eq!(
            pieces(body, "http://127.0.0.1:8080"),
            [
                Piece::Words("Kies:\n"),
                Piece::Link("/invitation/ab-c_1"),
                Piece::Words("\n\nOf ga naar "),
                Piece::Link("/login"),
                Piece::Words(".\n"),
            ]
        );
        assert_eq!(pieces("Kies: [link]", "http://127.0.0.1:8080"), [Piece::Words("Kies: [link]")]);
    }
}

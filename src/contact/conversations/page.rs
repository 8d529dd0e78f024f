//! What both sides see of a thread, its messages and the field to write in, and what becomes of what is typed.

use actix_web::HttpResponse;

use super::forms::MessageForm;
use super::letters;
use super::model::{Draft, Message, MessageId, NewMessage, Side, ThreadId};
use super::queries;
use super::words::{Piece, pieces};
use crate::crm::people::PersonId;
use crate::platform::db::{Moment, Tx};
use crate::platform::error::Result;
use crate::platform::i18n::{Lang, Texts};
use crate::platform::web::{Audience, Cx, Errors, Why, sign_in_path};
use crate::privacy::retention::{self, Kind};

/// A message in words.
pub struct Line<'a> {
    /// Whether the reader's own side wrote it.
    pub own: bool,
    /// Who wrote it.
    pub who: String,
    /// When, for machines and for people.
    pub sent: (String, String),
    /// What.
    pub pieces: Vec<Piece<'a>>,
    /// Whether the reader sees it for the first time.
    pub new: bool,
    /// What a student is told about their own: whether the provider saw it, and no more than that.
    pub seen: Option<bool>,
}

impl<'a> Line<'a> {
    /// `message` as `reader` sees it, who calls its author `who`.
    pub fn new(message: &'a Message, reader: Side, who: String, lang: Lang) -> Self {
        let own = message.side == reader;
        Self {
            own,
            who,
            sent: (message.sent_at.rfc3339(), lang.moment(message.sent_at)),
            pieces: pieces(&message.body),
            new: !own && !message.read,
            seen: (own && reader == Side::Student).then_some(message.read),
        }
    }
}

/// Those of `messages` that `reader` sees for the first time.
pub fn fresh(messages: &[Message], reader: Side) -> Vec<MessageId> {
    messages.iter().filter(|m| m.side != reader && !m.read).map(|m| m.id).collect()
}

/// The field to write in.
pub struct Writing {
    /// Where it is sent, which is also the address of the page.
    pub action: String,
    /// The way to this page through the sign-in page.
    pub again: String,
    /// What stands in it.
    pub body: String,
    /// The version of the draft that is kept.
    pub version: i32,
    /// The newest message on the page.
    pub after: MessageId,
    /// When the draft was kept, unless what stands here is something else.
    pub kept_at: Option<Moment>,
    /// Why it looks as it does.
    pub why: Why,
    /// What is wrong.
    pub errors: Errors,
    /// What another window kept, where that differs.
    pub elsewhere: Option<String>,
    /// Under which number the log says why it could not be taken in.
    pub reference: String,
}

impl Writing {
    /// The field on the page `path` with what is kept of it, below `messages`.
    pub fn kept(path: String, draft: Option<&Draft>, messages: &[Message]) -> Self {
        Self {
            again: sign_in_path(&path),
            action: path,
            body: draft.map(|d| d.body.clone()).unwrap_or_default(),
            version: draft.map_or(0, |d| d.version),
            after: messages.last().map_or(MessageId(0), |m| m.id),
            kept_at: draft.map(|d| d.saved_at),
            why: Why::Asked,
            errors: Errors::default(),
            elsewhere: None,
            reference: String::new(),
        }
    }

    /// The same with what was typed, which nothing takes away.
    pub fn typed(mut self, form: &MessageForm, why: Why, errors: Errors) -> Self {
        let (kept, typed) = (std::mem::replace(&mut self.body, form.words()), form.words());
        let differs = kept != typed && !kept.is_empty();
        self.why = why.over(form.version(), self.version, differs);
        self.elsewhere = (self.why == Why::Conflict && differs).then_some(kept);
        self.kept_at = None;
        self.errors = errors;
        self
    }

    /// When what stands here was kept, in words; empty when it was not.
    pub fn state(&self, t: &Texts, lang: Lang) -> String {
        self.kept_at.map_or_else(String::new, |at| t.conversations_kept_on(lang.moment(at)))
    }

    /// Whether the field comes before the messages: there is something to be done about it first.
    pub fn is_first(&self) -> bool {
        self.why != Why::Asked
    }
}

/// What a script is told whose draft was kept.
pub fn kept_by_itself<A: Audience>(cx: &Cx<A>, draft: Option<&Draft>) -> HttpResponse {
    let at = draft.map_or(cx.now(), |draft| draft.saved_at);
    let words = cx.t.conversations_kept_at(cx.lang.time(at));
    let version = draft.map_or(0, |draft| draft.version);
    HttpResponse::Ok().json(serde_json::json!({ "saved_at_text": words, "version": version }))
}

/// What became of what was typed.
pub enum Outcome {
    /// It was sent.
    Sent,
    /// It is kept for later; none when there is nothing to keep.
    Kept(Option<Draft>),
    /// Nothing was sent: this is wrong with it.
    Wrong(Errors),
    /// Nothing was kept: another window kept something else in the meantime.
    Conflict,
    /// Nothing was sent: there is nobody to send it to.
    Nobody,
}

/// Who writes.
#[derive(Debug, Clone, Copy)]
pub struct Writer {
    /// For which side they speak.
    pub side: Side,
    /// The person.
    pub person: PersonId,
    /// The student that the thread is about.
    pub student: PersonId,
}

/// Sends what was typed, or keeps it for later. `draft` is what is kept so far, and `open` finds the thread, or
/// begins it.
pub fn take_in(
    tx: &mut Tx,
    writer: Writer,
    draft: Option<&Draft>,
    form: &MessageForm,
    later: bool,
    open: impl FnOnce(&mut Tx) -> Result<ThreadId>,
) -> Result<Outcome> {
    let [message, unsent] = retention::policies(tx.db(), [Kind::Message, Kind::MessageDraft])?;
    if later {
        let (words, kept) = (form.words(), draft.map_or("", |d| d.body.as_str()));
        // The same words from an older page are no conflict: somebody pressed twice.
        if words == kept {
            return Ok(Outcome::Kept(draft.cloned()));
        }
        if form.version() != draft.map_or(0, |d| d.version) {
            return Ok(Outcome::Conflict);
        }
        let thread = open(tx)?;
        return Ok(Outcome::Kept(queries::keep(tx, thread, writer.person, draft, &words, &unsent)?));
    }
    let body = match form.check() {
        Ok(body) => body,
        Err(errors) => return Ok(Outcome::Wrong(errors)),
    };
    let new =
        NewMessage { side: writer.side, author: writer.person, body, after: form.after(), version: form.version() };
    let thread = open(tx)?;
    if let Some(sent) = queries::send(tx, thread, writer.student, &new, &message)?
        && sent.is_first_unread
    {
        letters::tell(tx, sent.id)?;
    }
    Ok(Outcome::Sent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock;
    use crate::platform::web::parse;

    fn draft(version: i32, body: &str) -> Draft {
        Draft { version, body: body.into(), saved_at: clock::parse("2026-11-24T10:00").unwrap() }
    }

    #[test]
    fn what_was_held_does_not_push_away_what_another_window_kept() {
        let form: MessageForm = parse(b"body=Op+de+laptop&version=1").unwrap();
        let field =
            |draft: &Draft| Writing::kept("/x".into(), Some(draft), &[]).typed(&form, Why::Held, Errors::default());
        let same = field(&draft(1, "Op de lap"));
        assert_eq!((same.why, same.body.as_str(), same.elsewhere), (Why::Held, "Op de laptop", None));
        let other = field(&draft(2, "Op de telefoon"));
        assert_eq!((other.why, other.version), (Why::Conflict, 2));
        assert_eq!(other.elsewhere.as_deref(), Some("Op de telefoon"));
    }
}

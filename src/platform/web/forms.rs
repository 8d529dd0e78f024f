//! Forms: the raw text as it was typed, and what is wrong with it, per field.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use crate::platform::error::{Error, Result};
use crate::platform::i18n::Texts;

/// The most that a form may carry, in bytes: an intake of long answers is far below it.
pub const LIMIT: usize = 512 * 1024;

/// How long the text of a form may be under way.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is wrong with a field. Each says itself in two languages and tells what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was filled in.
    Required,
    /// It is longer than this many characters.
    TooLong(usize),
    /// It is no e-mail address.
    NotAnEmail,
    /// It is no date.
    NotADate,
    /// It is no time of day.
    NotATime,
    /// It is no whole number between these bounds.
    NotANumber(i64, i64),
    /// It ends before it begins.
    EndsBeforeStart,
    /// Somebody or something else has it already.
    Taken,
    /// It is none of the choices.
    NotAChoice,
    /// It cannot be a sign-in name.
    NotASignInName,
    /// The box must be ticked.
    NotTicked,
    /// The password is shorter than this many characters.
    PasswordShort(usize),
    /// The password is easy to guess.
    PasswordGuessable,
    /// The password is the one they have now.
    PasswordSame,
    /// The name and password do not belong together.
    SignIn,
    /// The password they have now is another.
    PasswordOther,
    /// It is no code that works now.
    NoSuchCode,
    /// It is not the code that the app shows now.
    NotFromTheApp,
    /// The code was used before.
    CodeUsed,
    /// It is not the code that was sent, or no longer.
    OtherCodeSent,
    /// A passkey was refused or not added; why, as a code of `passkeys`.
    Passkey(&'static str),
    /// No file was chosen.
    NoFile,
    /// The file is larger than this many bytes.
    FileTooLarge(u64),
    /// The file is empty.
    FileEmpty,
    /// The file is of a kind that cannot be handed in.
    FileKind,
    /// The film is of a kind that not every browser plays.
    FilmKind,
    /// It is not a subtitle file; the line in which that shows, and why as a code of `films`.
    Captions(usize, &'static str),
    /// It is no length of a film.
    NotALength,
    /// The document has macros.
    FileMacros,
    /// The document has a password, or was made by a program of before 2007.
    FileLocked,
    /// More was sent than one file.
    OneFile,
    /// The file cannot be read as a list of people; the reason as a code of `rosters`.
    Roster(&'static str),
    /// One of two fields is to be filled in, not both.
    OneOfTwo,
    /// The same thing stands in the form twice.
    Twice,
    /// There is room for this many more.
    NoRoom(i64),
    /// There is nothing with this number.
    NoSuchNumber,
    /// It is a day in the past, or more than a year ahead.
    NotWithinAYear,
    /// Nobody was ticked.
    Nobody,
    /// It is not the name that was to be typed.
    NotTheName,
    /// It is no telephone number.
    NotAPhone,
    /// It was changed elsewhere meanwhile, into this.
    IsNow(String),
    /// It is the address they have already.
    AddressSame,
    /// So many are open already.
    TooManyOpen(i64),
    /// It was asked so many times today.
    TooOften(i64),
    /// It is no year, and no month of a year.
    NotAPeriod,
    /// There are as many as this already.
    Enough(i64),
    /// It is not the time for it yet.
    TooEarly,
    /// Somebody relies on it, so it cannot be changed any more.
    Settled,
    /// Somebody else changed it after this page was opened.
    ChangedMeanwhile,
}

impl Wrong {
    /// The status of a page that says so of a file.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::FileTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// The sentence for the person.
    pub fn say(&self, t: &Texts) -> String {
        match self {
            Self::Required => t.wrong_required(),
            Self::TooLong(most) => t.wrong_too_long(*most as i64),
            Self::NotAnEmail => t.wrong_not_an_email(),
            Self::NotADate => t.wrong_not_a_date(),
            Self::NotATime => t.wrong_not_a_time(),
            Self::NotANumber(least, most) => t.wrong_not_a_number(*least, *most),
            Self::EndsBeforeStart => t.wrong_ends_before_start(),
            Self::Taken => t.wrong_taken(),
            Self::NotAChoice => t.wrong_not_a_choice(),
            Self::NotASignInName => t.wrong_not_a_sign_in_name(),
            Self::NotTicked => t.wrong_not_ticked(),
            Self::PasswordShort(least) => t.wrong_password_short(*least as i64),
            Self::PasswordGuessable => t.wrong_password_guessable(),
            Self::PasswordSame => t.wrong_password_same(),
            Self::SignIn => t.wrong_sign_in(),
            Self::PasswordOther => t.wrong_password_wrong(),
            Self::NoSuchCode => t.wrong_code_wrong(),
            Self::NotFromTheApp => t.wrong_not_from_the_app(),
            Self::CodeUsed => t.wrong_code_used(),
            Self::OtherCodeSent => t.wrong_sent_code_wrong(),
            Self::Passkey(code) => t.passkeys_refused(code),
            Self::NoFile => t.wrong_no_file(),
            Self::FileTooLarge(most) => t.wrong_file_too_large((*most / 1_000_000) as i64),
            Self::FileEmpty => t.wrong_file_empty(),
            Self::FileKind => t.wrong_file_kind(),
            Self::FilmKind => t.films_wrong_kind(),
            Self::Captions(line, why) => t.films_wrong_captions(why, *line as i64),
            Self::NotALength => t.films_wrong_length(),
            Self::FileMacros => t.wrong_file_macros(),
            Self::FileLocked => t.wrong_file_locked(),
            Self::OneFile => t.wrong_one_file(),
            Self::Roster(code) => t.wrong_roster(code),
            Self::OneOfTwo => t.wrong_one_of_two(),
            Self::Twice => t.wrong_twice(),
            Self::NoRoom(left) => t.wrong_no_room(*left),
            Self::NoSuchNumber => t.wrong_no_such_number(),
            Self::NotWithinAYear => t.wrong_not_within_a_year(),
            Self::Nobody => t.wrong_nobody(),
            Self::NotTheName => t.wrong_not_the_name(),
            Self::NotAPhone => t.wrong_not_a_phone(),
            Self::IsNow(now) if now.is_empty() => t.wrong_emptied_meanwhile(),
            Self::IsNow(now) => t.wrong_is_now(now.as_str()),
            Self::AddressSame => t.wrong_address_same(),
            Self::TooManyOpen(most) => t.wrong_too_many_open(*most),
            Self::TooOften(most) => t.wrong_too_often(*most),
            Self::NotAPeriod => t.wrong_not_a_period(),
            Self::Enough(most) => t.wrong_enough(*most),
            Self::TooEarly => t.wrong_too_early(),
            Self::Settled => t.wrong_settled(),
            Self::ChangedMeanwhile => t.wrong_changed_meanwhile(),
        }
    }
}

/// What is wrong, per field, in the order of the form.
#[derive(Debug, Default, Clone)]
pub struct Errors {
    faults: Vec<(String, Vec<Wrong>)>,
    labels: Vec<(String, String)>,
}

impl Errors {
    /// Nothing but this.
    pub fn one(field: &str, wrong: Wrong) -> Self {
        let mut errors = Self::default();
        errors.add(field, wrong);
        errors
    }

    /// Adds what is wrong with `field`.
    pub fn add(&mut self, field: &str, wrong: Wrong) {
        match self.faults.iter_mut().find(|(known, _)| known == field) {
            Some((_, wrongs)) => wrongs.push(wrong),
            None => self.faults.push((field.to_owned(), vec![wrong])),
        }
    }

    /// What is wrong with `field`.
    pub fn of(&self, field: &str) -> &[Wrong] {
        self.faults.iter().find(|(known, _)| known == field).map(|(_, wrongs)| wrongs.as_slice()).unwrap_or_default()
    }

    /// Whether anything is wrong with `field`.
    pub fn has(&self, field: &str) -> bool {
        self.faults.iter().any(|(known, _)| known == field)
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// Everything that is wrong, in the order in which it was found.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Wrong)> {
        self.faults.iter().flat_map(|(field, wrongs)| wrongs.iter().map(move |w| (field.as_str(), w)))
    }

    /// With what the fields are called, so that the summary can name them: "fill this in" says little when it
    /// stands there three times.
    pub fn labelled(mut self, labels: Vec<(String, String)>) -> Self {
        self.labels = labels;
        self
    }

    /// What `field` is called, with a colon and a space; empty when nobody said.
    pub fn label(&self, field: &str) -> String {
        let label = self.labels.iter().find(|(known, _)| known == field);
        label.map(|(_, label)| format!("{label}: ")).unwrap_or_default()
    }

    /// `text` without the space around it; wrong when nothing is left or it is longer than `most` characters.
    pub fn required(&mut self, field: &str, text: &str, most: usize) -> String {
        let text = self.optional(field, text, most);
        if text.is_none() && !self.has(field) {
            self.add(field, Wrong::Required);
        }
        text.unwrap_or_default()
    }

    /// `text` without the space around it, if anything is left; wrong when longer than `most` characters.
    pub fn optional(&mut self, field: &str, text: &str, most: usize) -> Option<String> {
        let text = text.trim();
        if text.chars().count() > most {
            self.add(field, Wrong::TooLong(most));
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The date that `text` is, as a date field sends it.
    pub fn date(&mut self, field: &str, text: &str) -> Option<chrono::NaiveDate> {
        let date = chrono::NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d");
        // Outside these years it is a slip of the finger.
        let date = date.ok().filter(|d| (2000..2100).contains(&chrono::Datelike::year(d)));
        if date.is_none() {
            self.add(field, if text.trim().is_empty() { Wrong::Required } else { Wrong::NotADate });
        }
        date
    }

    /// The time of day that `text` is, as a time field sends it.
    pub fn time(&mut self, field: &str, text: &str) -> Option<chrono::NaiveTime> {
        let text = text.trim();
        let time = ["%H:%M", "%H:%M:%S", "%H.%M"].iter().find_map(|f| chrono::NaiveTime::parse_from_str(text, f).ok());
        if time.is_none() {
            self.add(field, if text.is_empty() { Wrong::Required } else { Wrong::NotATime });
        }
        time
    }

    /// The whole number from `least` to `most` that `text` is.
    pub fn number(&mut self, field: &str, text: &str, least: i32, most: i32) -> Option<i32> {
        let text = text.trim();
        let number = text.parse().ok().filter(|n| (least..=most).contains(n));
        if number.is_none() {
            let wrong = Wrong::NotANumber(i64::from(least), i64::from(most));
            self.add(field, if text.is_empty() { Wrong::Required } else { wrong });
        }
        number
    }

    /// The one of `choices` whose number `text` is.
    pub fn choice<T: Copy>(&mut self, field: &str, text: &str, choices: &[T], number: impl Fn(T) -> i64) -> Option<T> {
        let found = text.trim().parse().ok().and_then(|n: i64| choices.iter().copied().find(|c| number(*c) == n));
        if found.is_none() {
            self.add(field, if text.trim().is_empty() { Wrong::Required } else { Wrong::NotAChoice });
        }
        found
    }

    /// `value` when all is well, else what is wrong.
    ///
    /// # Errors
    /// Itself.
    pub fn or<T>(self, value: T) -> std::result::Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// A form as it was sent. Fields that were left out are empty, so that `check` can say so.
pub struct Form<T>(pub T);

impl<T> Deref for Form<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request
            .headers()
            .get("content-type")
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.starts_with("application/x-www-form-urlencoded"));
        let payload = payload.take();
        Box::pin(async move {
            if !is_form {
                return Err(Error::Malformed);
            }
            let body = body(payload).await?;
            parse(&body).map(Form)
        })
    }
}

/// Reads a body of at most [`LIMIT`] bytes.
///
/// # Errors
/// [`Error::TooLarge`] or [`Error::Malformed`].
pub async fn body(payload: Payload) -> Result<Vec<u8>> {
    tokio::time::timeout(PATIENCE, whole(payload)).await.map_err(|_| Error::Malformed)?
}

async fn whole(mut payload: Payload) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Error::Malformed)?;
        if body.len() + chunk.len() > LIMIT {
            return Err(Error::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The form that a body holds, without any NUL: nobody types one, and PostgreSQL keeps none.
///
/// # Errors
/// [`Error::Malformed`] when it is no form at all.
pub fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    let mut rest = body;
    let mut kept = Vec::with_capacity(body.len());
    while let Some((first, behind)) = rest.split_first() {
        let nul = rest.strip_prefix(b"%00").or((*first == 0).then_some(behind));
        if nul.is_none() {
            kept.push(*first);
        }
        rest = nul.unwrap_or(behind);
    }
    serde_html_form::from_bytes(&kept).map_err(|_| Error::Malformed)
}

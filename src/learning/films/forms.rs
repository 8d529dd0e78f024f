//! What staff type about a film, and what a browser tells of watching one.

use serde::{Deserialize, Serialize};

use super::captions;
use super::model::{clock, seconds};
use super::queries::desk::Kept;
use crate::learning::material::{BODY, Choices, Details, MaterialForm, Piece, Shelf};
use crate::platform::db::Moment;
use crate::platform::i18n::{Lang, Texts};
use crate::platform::web::{Errors, Wrong};

/// The most characters of captions: a film of two hours in which there is always somebody speaking.
pub const CAPTIONS: usize = 150_000;

/// The form of a film, as it was sent.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct FilmForm {
    /// What all material has; what is said in the film stands in its text.
    #[serde(flatten)]
    pub given: MaterialForm,
    /// How long it takes, as a player shows it.
    pub length: String,
    /// How much of it makes it seen, in hundredths.
    pub share: String,
    /// The captions in Dutch.
    pub captions_nl: String,
    /// The captions in English.
    pub captions_en: String,
}

impl FilmForm {
    /// The form of `piece` as it is at `now`, with what is known of it as a film.
    pub fn of(piece: &Piece, film: &Kept, now: Moment) -> Self {
        let captions = |lang| film.captions(lang).unwrap_or_default().to_owned();
        Self {
            given: MaterialForm::of(piece, now),
            length: film.seconds.map(clock).unwrap_or_default(),
            share: film.share.to_string(),
            captions_nl: captions(Lang::Nl),
            captions_en: captions(Lang::En),
        }
    }

    /// What it says about a film on `shelf` for which there are these `choices`.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self, shelf: Shelf, choices: &Choices) -> Result<(Details, Kept), Errors> {
        let mut errors = Errors::default();
        let details = self.given.check(shelf, false, choices);
        if let Err(wrong) = &details {
            wrong.all().for_each(|(field, wrong)| errors.add(field, wrong.clone()));
        }
        let length = if self.length.trim().is_empty() {
            Err(Wrong::Required)
        } else {
            seconds(&self.length).ok_or(Wrong::NotALength)
        };
        let seconds = length.map_err(|wrong| errors.add("length", wrong)).ok();
        let share = errors.number("share", &self.share, 1, 100);
        let mut kept = Vec::new();
        for (field, lang, text) in self.captions() {
            let Some(text) = errors.optional(field, text, CAPTIONS) else { continue };
            match captions::checked(&text, seconds.unwrap_or(i32::MAX)) {
                Ok(text) => kept.push((lang, text)),
                Err(wrong) => errors.add(field, wrong),
            }
        }
        let body = errors.optional("body", &self.given.text(), BODY);
        match (details, seconds, share) {
            (Ok(details), Some(seconds), Some(share)) => {
                errors.or((Details { body, ..details }, Kept { seconds: Some(seconds), share, captions: kept }))
            }
            _ => Err(errors),
        }
    }

    fn captions(&self) -> [(&'static str, Lang, &str); 2] {
        [("captions_nl", Lang::Nl, &self.captions_nl), ("captions_en", Lang::En, &self.captions_en)]
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        let own = [
            ("length", t.films_field_length()),
            ("share", t.films_field_share()),
            ("captions_nl", t.films_field_captions_nl()),
            ("captions_en", t.films_field_captions_en()),
            ("body", t.films_field_transcript()),
        ];
        let own = own.map(|(name, label)| (name.to_owned(), label));
        own.into_iter().chain(MaterialForm::labels(t)).collect()
    }
}

/// What a browser says of watching.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WatchingForm {
    /// Where the film is, in seconds.
    pub position: String,
    /// What was played since the last time, such as `12.5-30,45-60`.
    pub stretches: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planning::projects::ProjectId;

    const PROJECT: Shelf = Shelf::Project(ProjectId(1));

    fn form() -> FilmForm {
        FilmForm {
            given: MaterialForm { title: "Film".into(), ..MaterialForm::empty() },
            length: "0:42".into(),
            share: "80".into(),
            ..FilmForm::default()
        }
    }

    fn wrong(form: &FilmForm) -> Vec<(String, Wrong)> {
        let errors = form.check(PROJECT, &Choices::default()).unwrap_err();
        errors.all().map(|(field, wrong)| (field.to_owned(), wrong.clone())).collect()
    }

    #[test]
    fn captions_and_a_text_are_optional_and_checked() {
        let (details, kept) = form().check(PROJECT, &Choices::default()).unwrap();
        assert_eq!((details.body, kept.seconds, kept.share, kept.captions), (None, Some(42), 80, Vec::new()));
        let all = FilmForm {
            captions_nl: "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nHoi\r\n".into(),
            captions_en: " ".into(),
            given: MaterialForm { body: "Wat er gezegd wordt".into(), ..form().given },
            ..form()
        };
        let (details, kept) = all.check(PROJECT, &Choices::default()).unwrap();
        assert_eq!(details.body.as_deref(), Some("Wat er gezegd wordt"));
        assert_eq!(kept.captions(Lang::Nl), Some("WEBVTT\n\n00:01.000 --> 00:02.000\nHoi\n"));
        assert_eq!(kept.captions(Lang::En), None);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let none = FilmForm { captions_en: "hallo".into(), ..FilmForm::default() };
        let fields: Vec<_> = wrong(&none).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["title", "release", "audience", "length", "share", "captions_en"]);
        assert_eq!(wrong(&FilmForm { length: "42".into(), ..form() }), [("length".into(), Wrong::NotALength)]);
        assert_eq!(wrong(&FilmForm { share: "101".into(), ..form() }), [("share".into(), Wrong::NotANumber(1, 100))]);
    }
}

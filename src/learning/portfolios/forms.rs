//! What a student types in their portfolio.

use serde::Deserialize;

use super::model::{Interests, Item, NewItem, Part, Point};
use crate::platform::i18n::Texts;
use crate::platform::web::{Errors, Wrong};

/// The most that a title and a description may have, in characters.
const TITLE: usize = 150;
const WORDS: usize = 3000;

/// An item.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ItemForm {
    /// The version that it was made of; empty for a new one.
    pub version: String,
    /// What they were or learned.
    pub title: String,
    /// Where.
    pub organisation: String,
    /// Since when.
    pub starts: String,
    /// Until when.
    pub ends: String,
    /// In their own words.
    pub description: String,
}

impl ItemForm {
    /// The form with `item` in it, as they would type it.
    pub fn of(item: &Item) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            version: item.version.to_string(),
            title: item.title.clone(),
            organisation: text(&item.organisation),
            starts: typed(&item.starts),
            ends: item.ends.as_deref().map(typed).unwrap_or_default(),
            description: text(&item.description),
        }
    }

    /// Whether it was made of `item` as that is now.
    pub fn is_made_of(&self, item: &Item) -> bool {
        self.version.trim() == item.version.to_string()
    }

    /// The same words, made of `item`: who sends it once more has seen that.
    pub fn over(mut self, item: &Item) -> Self {
        self.version = item.version.to_string();
        self
    }

    /// What it says.
    ///
    /// # Errors
    /// What is wrong, per field.
    pub fn check(&self) -> Result<NewItem, Errors> {
        let mut errors = Errors::default();
        let title = errors.required("title", &self.title, TITLE);
        let organisation = errors.optional("organisation", &self.organisation, TITLE);
        let starts = point(&mut errors, "starts", &self.starts);
        if self.starts.trim().is_empty() {
            errors.add("starts", Wrong::Required);
        }
        let ends = point(&mut errors, "ends", &self.ends);
        if starts.zip(ends).is_some_and(|(starts, ends)| starts.is_after(ends)) {
            errors.add("ends", Wrong::EndsBeforeStart);
        }
        let description = errors.optional("description", &lines(&self.description), WORDS);
        let starts = starts.map(Point::stored).unwrap_or_default();
        errors.or(NewItem { title, organisation, starts, ends: ends.map(Point::stored), description })
    }

    /// What the fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        vec![
            ("title".into(), t.portfolios_title_field()),
            ("organisation".into(), t.portfolios_organisation()),
            ("starts".into(), t.portfolios_starts()),
            ("ends".into(), t.portfolios_ends()),
            ("description".into(), t.portfolios_description()),
        ]
    }
}

fn point(errors: &mut Errors, field: &str, text: &str) -> Option<Point> {
    let point = Point::parse(text);
    if point.is_none() && !text.trim().is_empty() {
        errors.add(field, Wrong::NotAPeriod);
    }
    point
}

/// "2019-03" as "03-2019".
fn typed(stored: &str) -> String {
    stored.split_once('-').map_or_else(|| stored.to_owned(), |(year, month)| format!("{month}-{year}"))
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// What interests somebody.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InterestsForm {
    /// The version that it was made of.
    pub version: String,
    /// In their own words.
    pub interests: String,
}

impl InterestsForm {
    /// The form with what they wrote.
    pub fn of(interests: &Interests) -> Self {
        Self { version: interests.version.to_string(), interests: interests.words.clone() }
    }

    /// Whether it was made of `interests` as they are now.
    pub fn is_made_of(&self, interests: &Interests) -> bool {
        self.version.trim() == interests.version.to_string()
    }

    /// The same words, made of `interests`: who sends it once more has seen those.
    pub fn over(mut self, interests: &Interests) -> Self {
        self.version = interests.version.to_string();
        self
    }

    /// The words; empty for nothing.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn check(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let words = errors.optional("interests", &lines(&self.interests), WORDS);
        errors.or(words.unwrap_or_default())
    }
}

/// Which parts are shown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SharingForm {
    /// The parts that were shown when the form was made, with commas between them.
    pub was: String,
    /// The parts that are ticked.
    pub part: Vec<String>,
}

impl SharingForm {
    /// The form with `shown` ticked.
    pub fn of(shown: &[Part]) -> Self {
        let part: Vec<String> = shown.iter().map(|part| part.as_str().to_owned()).collect();
        Self { was: part.join(","), part }
    }

    /// The parts that are ticked, in their order.
    pub fn parts(&self) -> Vec<Part> {
        Part::ALL.iter().copied().filter(|part| self.part.iter().any(|ticked| ticked == part.as_str())).collect()
    }

    /// Whether `shown` was shown when the form was made.
    pub fn is_made_of(&self, shown: &[Part]) -> bool {
        self.was.trim() == Self::of(shown).was
    }

    /// The same ticks, made of `shown`: who sends it once more has seen that.
    pub fn over(mut self, shown: &[Part]) -> Self {
        self.was = Self::of(shown).was;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::web::parse;

    #[test]
    fn a_period_is_read_and_its_ends_are_looked_at() {
        let form: ItemForm = parse(b"title=Baliemedewerker&starts=mrt+2015&ends=2019&description=a%0D%0Ab").unwrap();
        let item = form.check().unwrap();
        assert_eq!((item.starts.as_str(), item.ends.as_deref()), ("2015-03", Some("2019")));
        assert_eq!(item.description.as_deref(), Some("a\nb"));
        let wrong: ItemForm = parse(b"starts=ooit&ends=2019").unwrap();
        let errors = wrong.check().unwrap_err();
        assert!(errors.has("title") && errors.has("starts") && !errors.has("ends"));
        let wrong: ItemForm = parse(b"title=x&starts=2020&ends=2019").unwrap();
        assert_eq!(wrong.check().unwrap_err().of("ends"), [Wrong::EndsBeforeStart]);
    }

    #[test]
    fn parts_that_do_not_exist_are_not_shown() {
        let form: SharingForm = parse(b"was=work&part=results&part=everything&part=work").unwrap();
        assert_eq!(form.parts(), [Part::Work, Part::Results]);
        assert!(form.is_made_of(&[Part::Work]) && !form.is_made_of(&[]));
    }
}

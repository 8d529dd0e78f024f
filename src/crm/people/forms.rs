//! What somebody types about themselves.

use serde::{Deserialize, Serialize};

use super::Name;
use super::sheet::{FIELDS, Sheet};
use crate::platform::folding::one_line;
use crate::platform::i18n::{Lang, Texts};
use crate::platform::web::{Errors, Wrong};

/// The form of one's own data, as it was typed.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct DetailsForm {
    /// The name people call them by.
    pub first_name: String,
    /// Initials.
    pub initials: String,
    /// What stands between first and last name.
    pub infix: String,
    /// The last name.
    pub last_name: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Telephone number.
    pub phone: String,
    /// The language of pages and letters.
    pub language: String,
    /// Whether letters about meetings come.
    pub meetings: String,
    /// Whether letters about messages come.
    pub messages: String,
    /// What the form showed when it was opened: a [`Sheet`] as JSON.
    pub seen: String,
}

/// What was typed, checked.
pub struct Typed {
    /// What is to be kept.
    pub sheet: Sheet,
    /// What the form showed.
    pub seen: Sheet,
}

impl DetailsForm {
    /// The form that shows `sheet`.
    pub fn of(sheet: &Sheet) -> Self {
        let seen = serde_json::to_string(sheet).unwrap_or_default();
        let [first_name, initials, infix, last_name, street, postcode, city, phone, language, meetings, messages] =
            sheet.clone();
        Self {
            first_name,
            initials,
            infix,
            last_name,
            street,
            postcode,
            city,
            phone,
            language,
            meetings,
            messages,
            seen,
        }
    }

    /// The same form, on top of what is kept by now.
    pub fn seeing(&self, kept: &Sheet) -> Self {
        Self { seen: Self::of(kept).seen, ..self.clone() }
    }

    /// What was typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<Typed, Errors> {
        let mut errors = Errors::default();
        let mut text =
            |field: &str, typed: &str, most: usize| errors.optional(field, &one_line(typed), most).unwrap_or_default();
        let first_name = text("first_name", &self.first_name, 100);
        let initials = text("initials", &self.initials, 30);
        let infix = text("infix", &self.infix, 30);
        let last_name = text("last_name", &self.last_name, 100);
        let street = text("street", &self.street, 120);
        let postcode = postcode(&text("postcode", &self.postcode, 16));
        let city = text("city", &self.city, 80);
        let phone = text("phone", &self.phone, 30);
        if first_name.is_empty() && initials.is_empty() && !errors.has("first_name") {
            errors.add("first_name", Wrong::Required);
        }
        if last_name.is_empty() && !errors.has("last_name") {
            errors.add("last_name", Wrong::Required);
        }
        if !phone.is_empty() && !is_phone(&phone) {
            errors.add("phone", Wrong::NotAPhone);
        }
        if Lang::parse(&self.language).is_none() {
            errors.add("language", Wrong::NotAChoice);
        }
        let ticked = |typed: &str| if typed.is_empty() { String::new() } else { "on".to_owned() };
        let sheet = [
            first_name,
            initials,
            infix,
            last_name,
            street,
            postcode,
            city,
            phone,
            self.language.clone(),
            ticked(&self.meetings),
            ticked(&self.messages),
        ];
        // Without it, or with something else in its place, nothing counts as seen: then what is kept decides.
        let seen = serde_json::from_str(&self.seen).unwrap_or_default();
        errors.or(Typed { sheet, seen })
    }

    /// What its fields are called.
    pub fn labels(t: &Texts) -> Vec<(String, String)> {
        FIELDS.iter().map(|field| ((*field).to_owned(), t.people_field(*field))).collect()
    }
}

/// The name that a sheet holds.
pub fn name_in(sheet: &Sheet) -> Name {
    let [first_name, initials, infix, last_name, ..] = sheet;
    let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
    Name {
        first_name: filled(first_name),
        initials: filled(initials),
        infix: filled(infix),
        last_name: last_name.clone(),
    }
}

/// A Dutch postcode the way it is written; any other as it was typed.
fn postcode(typed: &str) -> String {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    match (bare.get(..4), bare.get(4..)) {
        (Some(number), Some(letters))
            if number.bytes().all(|b| b.is_ascii_digit())
                && letters.len() == 2
                && letters.bytes().all(|b| b.is_ascii_uppercase()) =>
        {
            format!("{number} {letters}")
        }
        _ => typed.to_owned(),
    }
}

/// Digits enough for a number, and nothing that is in none.
fn is_phone(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits) && typed.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_written_the_dutch_way_and_a_foreign_one_stays() {
        assert_eq!(postcode("1234ab"), "1234 AB");
        assert_eq!(postcode("1234  AB"), "1234 AB");
        assert_eq!(postcode("B-2000"), "B-2000");
        assert_eq!(postcode("SW1A 1AA"), "SW1A 1AA");
        assert_eq!(postcode("é234ab"), "é234ab");
    }

    #[test]
    fn a_number_that_can_be_called_is_a_telephone_number() {
        for good in ["06 12345678", "+31 (0)30-123 45 67", "0800.1234", "112112"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["12345", "zes", "06 1234567a", "06 1234 5678 1234 5678"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn what_is_typed_comes_as_one_line_and_a_name_has_to_be_there() {
        let form = DetailsForm {
            first_name: " Zoë\r\n Bcc: x ".into(),
            last_name: "Hoff".into(),
            language: "nl".into(),
            ..DetailsForm::default()
        };
        assert_eq!(form.check().ok().map(|typed| name_in(&typed.sheet).full()).as_deref(), Some("Zoë Bcc: x Hoff"));
        let nameless = DetailsForm { language: "nl".into(), ..DetailsForm::default() };
        let errors = nameless.check().err().unwrap();
        assert!(errors.has("first_name") && errors.has("last_name"));
    }
}

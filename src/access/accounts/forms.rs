//! What people type about their account.

use serde::Deserialize;
use zeroize::Zeroizing;

use super::model::fold_name;
use super::passwords::{MOST, Typed, judge};
use super::queries::Owner;
use crate::platform::error::{Error, Result as Answered};
use crate::platform::i18n::Lang;
use crate::platform::web::{Errors, Wrong};

/// The sign-in form.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SignInForm {
    /// The sign-in name; the e-mail address for most people.
    pub email: String,
    password: String,
    /// The page to go back to.
    pub back: String,
}

/// A name and a password to look up.
pub struct SignIn {
    /// The sign-in name without capitals.
    pub name: String,
    /// The password as it was typed.
    pub password: Typed,
}

impl SignInForm {
    /// An empty form that leads back to `back`.
    pub fn back_to(back: String) -> Self {
        Self { back, ..Self::default() }
    }

    /// What was typed, when there is enough to try.
    ///
    /// # Errors
    /// The fields that are empty.
    pub fn check(&self) -> Result<SignIn, Errors> {
        let mut errors = Errors::default();
        let name = errors.required("email", &self.email, 254);
        if self.password.is_empty() {
            errors.add("password", Wrong::Required);
        }
        // A longer password than can be chosen is wrong, and need not be hashed to know it.
        let password: String = self.password.chars().take(MOST + 1).collect();
        errors.or(SignIn { name: fold_name(&name), password: Zeroizing::new(password) })
    }
}

/// The page to go to after signing in: a page of ours, or the start.
pub fn safe_back(back: &str) -> Option<&str> {
    let own = ["/student", "/leader", "/staff", "/account"]
        .iter()
        .any(|home| back.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?'])));
    (own && !back.contains(|c: char| c.is_control() || c == '\\')).then_some(back)
}

/// A page of ours to go back to after choosing a language.
pub fn local_path(back: &str) -> Option<&str> {
    let ours = back.starts_with('/') && !back.starts_with("//");
    (ours && !back.contains(|c: char| c == '\\' || c.is_control())).then_some(back)
}

/// Choosing a password behind a link.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ChosenForm {
    password: String,
}

impl ChosenForm {
    /// The password, when it is good enough for `owner`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, owner: &Owner, provider: &str) -> Result<Typed, Errors> {
        let mut errors = Errors::default();
        good(&mut errors, &self.password, owner, provider);
        errors.or(Zeroizing::new(self.password.clone()))
    }
}

/// What is wrong with `password` as a new one for `owner`.
fn good(errors: &mut Errors, password: &str, owner: &Owner, provider: &str) {
    if password.is_empty() {
        return errors.add("password", Wrong::Required);
    }
    let full = owner.name.full();
    let about = [full.as_str(), &owner.name.last_name, &owner.email, &owner.sign_in_name, provider];
    let about: Vec<&str> = about.into_iter().chain(owner.name.first_name.as_deref()).collect();
    if let Some(wrong) = judge(password, &about) {
        errors.add("password", wrong);
    }
}

/// Changing one's own password.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PasswordForm {
    current: String,
    password: String,
}

/// The password somebody has and the one they want.
pub struct Change {
    /// The one to verify.
    pub current: Typed,
    /// The one to keep.
    pub new: Typed,
}

impl PasswordForm {
    /// Both passwords, when the new one is good enough for `owner`.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn check(&self, owner: &Owner, provider: &str) -> Result<Change, Errors> {
        let mut errors = Errors::default();
        if self.current.is_empty() {
            errors.add("current", Wrong::Required);
        }
        if !self.password.is_empty() && self.password == self.current {
            errors.add("password", Wrong::PasswordSame);
        } else {
            good(&mut errors, &self.password, owner, provider);
        }
        let current: String = self.current.chars().take(MOST + 1).collect();
        errors.or(Change { current: Zeroizing::new(current), new: Zeroizing::new(self.password.clone()) })
    }
}

/// Asking for a new password.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ForgottenForm {
    /// An e-mail address or a sign-in name.
    pub email: String,
}

impl ForgottenForm {
    /// What was typed.
    ///
    /// # Errors
    /// Nothing, or too much.
    pub fn check(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let typed = errors.required("email", &self.email, 254);
        errors.or(typed)
    }
}

/// Accepting the privacy statement.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct StatementForm {
    version: String,
    accepted: String,
}

impl StatementForm {
    /// Whether `version`, which holds now, was accepted.
    ///
    /// # Errors
    /// The box that was not ticked, or was ticked under an older text.
    pub fn check(&self, version: &str) -> Result<(), Errors> {
        let mut errors = Errors::default();
        if self.accepted.is_empty() || self.version != version {
            errors.add("accepted", Wrong::NotTicked);
        }
        errors.or(())
    }
}

/// Where to go back to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BackForm {
    /// The page.
    pub back: String,
}

/// Choosing another sign-in name.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    /// The name as it was typed.
    pub name: String,
}

impl NameForm {
    /// The name, when it can be one. Whether an address in it is their own is looked up later.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let name = errors.required("name", &self.name, 254);
        let plain = name.chars().all(|c| c.is_alphanumeric() || "._-".contains(c));
        let fits = plain && (3..=60).contains(&name.chars().count());
        if errors.is_empty() && !fits && !name.contains('@') {
            errors.add("name", Wrong::NotASignInName);
        }
        errors.or(name)
    }
}

/// Choosing a language.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LanguageForm {
    lang: String,
    /// The page to go back to.
    pub back: String,
}

impl LanguageForm {
    /// The language; there is no way to choose another by hand.
    ///
    /// # Errors
    /// [`Error::Malformed`] for a language we do not have.
    pub fn check(&self) -> Answered<Lang> {
        Lang::parse(&self.lang).ok_or(Error::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_to_our_own_pages_only() {
        assert_eq!(safe_back("/student/uploads/3?x=1"), Some("/student/uploads/3?x=1"));
        for elsewhere in [
            "//example.com",
            "https://example.com",
            "/studentx",
            "/\\example.com",
            "/logout",
            "",
            "/student/\r\nx",
            "/student/\u{1}",
        ] {
            assert_eq!(safe_back(elsewhere), None, "{elsewhere}");
        }
        assert_eq!(local_path("/privacy?x=1"), Some("/privacy?x=1"));
        for elsewhere in ["//example.com", "https://example.com", "/\\example.com", "", "privacy", "/x\r\ny"] {
            assert_eq!(local_path(elsewhere), None, "{elsewhere}");
        }
    }
}

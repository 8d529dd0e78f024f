//! What people type about their account.

use serde::Deserialize;
use zeroize::Zeroizing;

use super::model::fold_name;
use super::passwords::{MOST, Typed};
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
    (own && !back.contains(['\\', '\r', '\n'])).then_some(back)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_to_our_own_pages_only() {
        assert_eq!(safe_back("/student/uploads/3?x=1"), Some("/student/uploads/3?x=1"));
        for elsewhere in
            ["//example.com", "https://example.com", "/studentx", "/\\example.com", "/logout", "", "/student/\r\nx"]
        {
            assert_eq!(safe_back(elsewhere), None, "{elsewhere}");
        }
    }
}

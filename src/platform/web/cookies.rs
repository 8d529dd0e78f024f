//! The cookies that we set: these, and no other. The page that tells people about them is made of this table.

use actix_web::cookie::time::Duration;

/// A cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CookieRule {
    /// Its name, without the mark it gets behind TLS.
    pub name: &'static str,
    /// How long a browser keeps it.
    pub lasts: Duration,
}

/// Keeps somebody signed in.
pub const SESSION: CookieRule = CookieRule { name: "traject", lasts: Duration::days(30) };
/// Remembers a language for somebody who is not signed in.
pub const LANGUAGE: CookieRule = CookieRule { name: "traject-language", lasts: Duration::days(365) };
/// Marks a browser that signed in before.
pub const KNOWN_BROWSER: CookieRule = CookieRule { name: "traject-known", lasts: Duration::days(365) };

/// Holds an answer with a passkey to the browser that was asked. It lasts as long as the question.
pub const PASSKEY: CookieRule = CookieRule { name: "traject-passkey", lasts: Duration::minutes(5) };

/// All of them.
pub const COOKIES: [CookieRule; 4] = [SESSION, LANGUAGE, KNOWN_BROWSER, PASSKEY];

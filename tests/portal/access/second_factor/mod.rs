//! The second step of signing in.

mod demo;
mod helping;
mod own;
pub mod passkeys;
mod sign_in;

use crate::support::{Authenticator, Browser, PASSWORD, Page, TestApp};

const PAGE: &str = "/account/second-factor";

/// Somebody who turned it on just now.
struct Enrolled {
    browser: Browser,
    phone: Authenticator,
    codes: Vec<String>,
}

/// The app of whoever looks at `page`.
fn phone(page: &Page) -> Authenticator {
    Authenticator::new(&page.all("#secret")[0])
}

/// Has `browser` begin, up to the page with the picture.
fn begun(browser: &mut Browser) -> Page {
    let begun = browser.post(PAGE, &[("act", "enrol"), ("password", PASSWORD)]);
    assert_eq!((begun.status, begun.location.as_str()), (303, "/account/second-factor/app"), "{}", begun.words());
    browser.get("/account/second-factor/app")
}

/// Has `browser` go all the way.
fn enrol(mut browser: Browser) -> Enrolled {
    let phone = phone(&begun(&mut browser));
    let page = browser.post("/account/second-factor/app", &[("code", &phone.code(0))]);
    assert_eq!(page.status, 200, "{}", page.words());
    Enrolled { browser, phone, codes: page.all(".codes code") }
}

/// `who` turned it on.
fn enrolled(app: &TestApp, who: &str) -> Enrolled {
    enrol(app.signed_in(who))
}

/// A browser in which the password of `who` was typed, and no code yet.
fn half(app: &TestApp, who: &str) -> Browser {
    let mut browser = app.browser();
    let page = browser.post("/login", &[("email", who), ("password", PASSWORD)]);
    assert_eq!((page.status, page.location.as_str()), (303, "/login/code"), "{}", page.words());
    browser
}

fn type_in(browser: &mut Browser, code: &str) -> Page {
    browser.post("/login/code", &[("code", code)])
}

/// Whether `code` lets `who` in, from a browser that was never here.
fn gets_in(app: &TestApp, who: &str, code: &str) -> bool {
    let mut browser = half(app, who);
    type_in(&mut browser, code).status == 303 && browser.get("/account").status == 200
}

/// How often the register says that `act` was done.
fn registered(app: &TestApp, act: &str) -> i64 {
    app.number(&format!("SELECT COUNT(*) AS number FROM register_lines WHERE act = '{act}'"))
}

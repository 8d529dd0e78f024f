//! What goes wrong around a request, and what a person sees of it.

use crate::support::{TestApp, people};

#[test]
fn a_fault_in_the_middle_of_a_write_leaves_nothing_locked() {
    let app = TestApp::new();
    assert!(app.running.fault_while_writing().is_err());
    let mut browser = app.signed_in(people::SAMIRA);
    assert_eq!(browser.get("/account").status, 200);
}

#[test]
fn an_error_page_is_in_the_language_of_the_person_with_their_menu() {
    let app = TestApp::new();
    let page = app.signed_in(people::GRACE).get("/nothing/here");
    assert_eq!(page.status, 404);
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert!(page.words().contains("Sign out"), "{}", page.words());
}

#[test]
fn a_session_that_cannot_be_kept_gets_a_page_with_a_reference() {
    let app = TestApp::new();
    app.execute("ALTER TABLE sessions RENAME TO elsewhere");
    let page = app.browser().post("/login", &[("email", people::SAMIRA), ("password", crate::support::PASSWORD)]);
    assert_eq!(page.status, 503);
    assert_eq!(page.all("h1").len(), 1);
    assert!(page.headers.contains_key("content-security-policy"));
    app.execute("ALTER TABLE elsewhere RENAME TO sessions");
}

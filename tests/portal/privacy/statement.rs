//! The privacy statement.

use crate::support::{TestApp, people};

#[test]
fn anybody_reads_the_statement_in_both_languages_with_its_date() {
    let app = TestApp::new();
    let mut visitor = app.browser();
    let dutch = visitor.get("/privacy").words();
    for words in ["1 november 2026", "2026-11-01", "3 maanden", "6 maanden", "privacy@opleider.example.nl"] {
        assert!(dutch.contains(words), "{words}");
    }
    assert!(dutch.contains("Autoriteit Persoonsgegevens") && dutch.contains("Heldere Taal"));
    visitor.post("/language", &[("lang", "en"), ("back", "/privacy")]);
    let english = visitor.get("/privacy").words();
    assert!(english.contains("1 November 2026") && english.contains("destroyed after 6 months"));
}

#[test]
fn a_new_version_is_read_before_anything_else() {
    let app = TestApp::new();
    app.execute("UPDATE accounts SET accepted_version = '2020-01-01'");
    app.execute("UPDATE acceptances SET version = '2020-01-01'");
    let mut browser = app.signed_in(people::SAMIRA);
    for path in ["/account", "/choice"] {
        assert_eq!(browser.get(path).location, "/account/statement", "{path}");
    }
    let page = browser.get("/account/statement");
    assert!(page.words().contains("Hoelang we het bewaren"), "the whole statement stands there");
    browser.post("/account/statement", &[("version", "2026-11-01"), ("accepted", "on")]);
    assert_eq!(browser.get("/account").status, 200);
    assert_eq!(browser.get("/account/statement").location, "/privacy", "accepting is done once");
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM acceptances WHERE version = '2026-11-01'"), 1);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM register_lines WHERE act = 'accepted'"), 1);
}

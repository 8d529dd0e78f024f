//! Signing in and out.

use crate::support::{PASSWORD, TestApp, people};

#[test]
fn each_person_lands_where_they_belong() {
    let app = TestApp::new();
    for (who, home) in [
        (people::SAMIRA, "/student"),
        (people::WOUTER, "/leader"),
        (people::FATIMA, "/staff"),
        (people::ANOUK, "/choice"),
    ] {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get("/").location, home, "{who}");
    }
}

#[test]
fn a_wrong_password_says_nothing_about_who_exists() {
    let app = TestApp::new();
    let known = app.browser().post("/login", &[("email", people::SAMIRA), ("password", "wrong")]);
    let unknown = app.browser().post("/login", &[("email", "nobody@example.nl"), ("password", "wrong")]);
    assert_eq!((known.status, unknown.status), (422, 422));
    assert_eq!(known.all(".error"), unknown.all(".error"));
    assert_eq!(known.value("email").as_deref(), Some(people::SAMIRA));
    assert_eq!(known.value("password").as_deref(), None);
}

#[test]
fn signing_out_ends_the_session_at_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::ANOUK);
    assert_eq!(browser.get("/choice").status, 200);
    let mut copy = browser.clone();
    browser.post("/logout", &[]);
    assert_eq!(browser.get("/choice").location, "/login?back=%2Fchoice");
    assert_eq!(copy.get("/choice").status, 303);
}

#[test]
fn an_act_from_another_site_is_refused() {
    let app = TestApp::new();
    let fields = [("email", people::SAMIRA), ("password", PASSWORD)];
    let tried = |name: &str, value: &str| app.browser().with_header(name, value).post("/login", &fields).status;
    assert_eq!(tried("sec-fetch-site", "cross-site"), 403);
    assert_eq!(tried("sec-fetch-site", "same-site"), 403);
    assert_eq!(tried("sec-fetch-site", ""), 403);
    assert_eq!(tried("origin", "https://evil.example.com"), 403);
    assert_eq!(tried("origin", "null"), 403);
    assert_eq!(tried("origin", &app.url()), 303);
}

//! Appointing staff from the command line.

use chrono::TimeDelta;

use crate::support::{Authenticator, PASSWORD, TestApp, people};

fn add(app: &TestApp, line: &[&str]) -> (Option<i32>, String, String) {
    let done = app.command(&[&["staff", "add"], line].concat());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

fn after<'a>(said: &'a str, words: &str) -> &'a str {
    said.lines().find_map(|line| line.strip_prefix(words)).unwrap_or_else(|| panic!("no {words} in {said}")).trim()
}

#[test]
fn a_new_member_signs_in_with_the_printed_password_and_must_change_it() {
    let app = TestApp::new();
    let line =
        ["eva.smit@opleider.example.nl", "--name", "Eva van der Smit", "--role", "helpdesk", "--agreed", "2026-01-02"];
    let (code, said, complaint) = add(&app, &line);
    assert_eq!(code, Some(0), "{complaint}");
    assert_eq!(after(&said, "sign-in name:"), "eva.smit@opleider.example.nl");
    let first = after(&said, "first password, to be changed at once:");
    // The command runs on the real clock; the role begins on its day.
    app.running.advance(TimeDelta::days(20 * 365));

    let mut browser = app.browser();
    browser.post("/login", &[("email", "eva.smit@opleider.example.nl"), ("password", first)]);
    for path in ["/staff/letters", "/account", "/choice", "/account/second-factor", "/account/statement"] {
        assert_eq!(browser.get(path).location, "/account/password", "{path}");
    }
    let page = browser.post("/account/password", &[("current", first), ("password", "vijf eenden op kantoor")]);
    assert_eq!(page.location, "/");
    for path in ["/staff/letters", "/account", "/account/statement"] {
        assert_eq!(browser.get(path).location, "/account/second-factor", "{path}");
    }
    browser.post("/account/second-factor", &[("act", "enrol"), ("password", "vijf eenden op kantoor")]);
    let mut phone = Authenticator::new(&browser.get("/account/second-factor/app").all("#secret")[0]);
    phone.advance(TimeDelta::days(20 * 365));
    assert_eq!(browser.post("/account/second-factor/app", &[("code", &phone.code(0))]).status, 200);
    assert_eq!(browser.get("/staff/letters").location, "/account/statement");
    browser.post("/account/statement", &[("version", "2026-11-26"), ("accepted", "on")]);
    assert_eq!(browser.get("/staff/letters").status, 200);
    assert!(browser.get("/account").words().contains("Eva van der Smit"));
}

#[test]
fn a_role_works_once_the_agreement_is_on_record() {
    let app = TestApp::new();
    let line = [people::SJOERD, "--name", "Sjoerd Tiemersma", "--role", "security"];
    let (code, said, _) = add(&app, &line);
    assert_eq!(code, Some(0));
    assert!(said.contains("they keep the password they have") && said.contains("--agreed"), "{said}");
    let (code, said, _) = add(&app, &[&line[..], &["--agreed", "2026-01-02"]].concat());
    assert_eq!(code, Some(0));
    assert!(!said.contains("--agreed"), "{said}");
    assert!(app.browser().post("/login", &[("email", people::SJOERD), ("password", PASSWORD)]).status == 303);
}

#[test]
fn a_student_with_the_same_address_stays_somebody_else() {
    let app = TestApp::new();
    let (code, said, _) = add(&app, &[people::SAMIRA, "--name", "Samira Bakker", "--role", "trainer"]);
    assert_eq!(code, Some(0));
    assert_eq!(after(&said, "sign-in name:"), "samira.bakker");
    app.signed_in(people::SAMIRA);
}

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let app = TestApp::new();
    for (line, words) in [
        (["x@example.nl", "--name", "Xan Oe", "--role", "boss"], "there is no role boss; the roles are programmer"),
        (["x", "--name", "Xan Oe", "--role", "trainer"], "x is no e-mail address"),
        (["x@example.nl", "--name", " ", "--role", "trainer"], "a name has at least a last name"),
    ] {
        let (code, said, complaint) = add(&app, &line);
        assert_eq!((code, said.as_str()), (Some(2), ""), "{complaint}");
        assert!(complaint.contains(words) && complaint.lines().count() == 1, "{complaint}");
    }
}

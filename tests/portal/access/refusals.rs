//! Those who did not get in leave a trace, and not an endless one.

use crate::support::{PASSWORD, TestApp, people};

fn lines(app: &TestApp, act: &str) -> i64 {
    app.number(&format!("SELECT count(*) AS number FROM register_lines WHERE act = '{act}'"))
}

#[test]
fn whoever_opens_a_page_that_is_for_others_is_in_the_register_once() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    for _ in 0..3 {
        assert_eq!(samira.get("/staff/register").status, 404);
    }
    assert_eq!(samira.get("/leader/projects/1").status, 404);
    let told = "SELECT count(*) AS number FROM register_lines WHERE act = 'denied' AND actor_role = 'student' \
                AND actor_account IS NOT NULL AND person_number IS NOT NULL AND subject = '/staff/register'";
    assert_eq!((app.number(told), lines(&app, "denied")), (1, 2));
    // A page that nobody has, or somebody else's row, is no page for others.
    samira.get("/nothing");
    samira.get("/student/uploads/987654321");
    app.browser().get("/staff/register");
    assert_eq!(lines(&app, "denied"), 2);
    let page = app.signed_in(people::HANNA).get("/staff/register?act=denied");
    assert!(page.words().contains("pagina /leader/projects/{id}"), "{}", page.words());
}

#[test]
fn wrong_passwords_are_registered_at_the_first_and_at_the_last() {
    let app = TestApp::new();
    for name in [people::SAMIRA, "niemand@example.nl"] {
        for _ in 0..11 {
            app.browser().post("/login", &[("email", name), ("password", "verkeerd")]);
        }
    }
    assert_eq!(lines(&app, "sign_in_failed") + lines(&app, "sign_in_blocked"), 0, "an answer does not wait for them");
    app.running.write_down_refusals();
    assert_eq!((lines(&app, "sign_in_failed"), lines(&app, "sign_in_blocked")), (1, 1));
    let whose = format!(
        "SELECT count(*) AS number FROM register_lines l JOIN accounts a ON a.id = l.subject_row \
         WHERE l.act IN ('sign_in_failed', 'sign_in_blocked') AND a.sign_in_folded = '{}'",
        people::SAMIRA
    );
    assert_eq!(app.number(&whose), 2);
    assert_eq!(app.browser().post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]).status, 429);
}

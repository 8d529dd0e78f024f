//! How long a sign-in lasts, and what becomes of a form that was sent too late.

use chrono::TimeDelta;

use crate::support::{Browser, PASSWORD, TestApp, people};

fn is_in(browser: &mut Browser) -> bool {
    browser.get("/account").status == 200
}

#[test]
fn a_session_ends_after_twelve_idle_hours() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    for _ in 0..3 {
        app.running.advance(TimeDelta::hours(11));
        assert!(is_in(&mut browser));
    }
    app.running.advance(TimeDelta::hours(12));
    assert!(!is_in(&mut browser));
}

#[test]
fn a_session_ends_after_thirty_days_however_busy_it_is() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    for _ in 0..65 {
        app.running.advance(TimeDelta::hours(11));
        assert!(is_in(&mut browser));
    }
    app.running.advance(TimeDelta::hours(5));
    assert!(!is_in(&mut browser));
}

#[test]
fn a_session_of_staff_ends_after_eight_hours_however_busy_it_is() {
    let app = TestApp::new();
    let (mut staff, mut student) = (app.signed_in(people::FATIMA), app.signed_in(people::SAMIRA));
    app.running.advance(TimeDelta::hours(7));
    assert!(is_in(&mut staff));
    app.running.advance(TimeDelta::hours(1));
    assert!(!is_in(&mut staff));
    assert!(is_in(&mut student));
}

#[test]
fn closing_an_account_ends_its_sessions_at_the_next_request() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    assert!(is_in(&mut browser));
    app.execute(&format!("UPDATE accounts SET blocked_at = created_at WHERE sign_in_folded = '{}'", people::SAMIRA));
    assert!(!is_in(&mut browser));
}

#[test]
fn a_form_that_came_too_late_is_held_for_its_owner_and_unreadable_to_others() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::hours(13));
    let page = browser.post("/student/anything", &[("text", "Ik loop vast bij de inleiding")]);
    assert_eq!((page.status, page.location.as_str()), (303, "/login?back=%2Fstudent%2Fanything"));
    // Readable by nobody who has the database alone.
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 1);
    for entry in std::fs::read_dir(app.folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!bytes.windows(10).any(|w| w == b"loop+vast+"), "{}", path.display());
        }
    }
    let fields = [("email", people::SAMIRA), ("password", PASSWORD), ("back", "/student/anything")];
    assert_eq!(browser.post("/login", &fields).location, "/student/anything");
}

#[test]
fn somebody_who_signed_out_has_no_form_held() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    browser.post("/logout", &[]);
    app.running.advance(TimeDelta::hours(13));
    browser.post("/student/anything", &[("text", "something")]);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 0);
}

#[test]
fn a_held_form_is_gone_after_a_day() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::hours(13));
    browser.post("/student/anything", &[("text", "something")]);
    app.running.advance(TimeDelta::hours(25));
    app.running.work();
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 0);
}

#[test]
fn reading_a_page_looks_the_session_up_once_and_writes_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::ANOUK);
    let before = app.running.queries();
    assert_eq!(browser.get("/choice").status, 200);
    assert_eq!(app.running.queries() - before, 1);
}

#[test]
fn a_clock_that_is_set_back_prolongs_nobodys_session() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::hours(7));
    // Somebody else is seen at that hour; then the clock goes back.
    app.browser().get("/login");
    app.running.advance(TimeDelta::hours(-6));
    let page = browser.post("/student/anything", &[("text", "nog bezig")]);
    assert_eq!((page.status, page.location.as_str()), (303, "/login?back=%2Fstudent%2Fanything"));
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 1, "what was typed is held");
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM register_lines WHERE act = 'clock_set_back'"), 1);
    // Once the clock is taken for right, signing in works as ever.
    let mut again = app.signed_in(people::SAMIRA);
    assert!(is_in(&mut again));
    app.running.advance(TimeDelta::minutes(-2));
    assert!(is_in(&mut again), "a clock that is put right by a little ends nothing");
}

#[test]
fn whoever_signs_in_first_after_a_clock_was_set_back_stays_in() {
    let app = TestApp::new();
    app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::hours(-2));
    let mut ijsbrand = app.signed_in(people::IJSBRAND);
    assert_eq!(ijsbrand.get("/student").status, 200);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM register_lines WHERE act = 'clock_set_back'"), 1);
}

#[test]
fn a_session_of_the_future_is_none() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    app.execute("UPDATE sessions SET created_at = '2027-03-01 09:00:00', seen_at = '2027-03-01 09:00:00'");
    assert!(!is_in(&mut browser));
}

#[test]
fn a_held_form_stays_until_it_is_sent() {
    let app = TestApp::new();
    let mut petra = app.signed_in(people::FATIMA);
    let typed = [("name", "Nieuw project dat nog niet af is"), ("starts_on", "geen datum")];
    app.running.advance(TimeDelta::hours(9));
    let mut late = petra.clone().with_header("referer", "http://localhost/staff/projects/new");
    late.post("/staff/projects", &typed);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 1);
    petra = app.signed_in(people::FATIMA);
    for _ in 0..2 {
        let page = petra.get("/staff/projects/new");
        assert_eq!(page.value("name").as_deref(), Some(typed[0].1), "{}", page.words());
    }
    assert_eq!(petra.post("/staff/projects", &typed).status, 422);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 1, "it was sent and not accepted");
}

#[test]
fn an_account_has_ten_forms_held_at_most_and_none_without_end() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::hours(13));
    for number in 0..12 {
        browser.post(&format!("/student/anything/{number}"), &[("text", "something")]);
    }
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 10);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms WHERE path = '/student/anything/1'"), 0);
    let long = "x".repeat(600_000);
    assert_eq!(browser.post("/student/anything/13", &[("text", &long)]).status, 413);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 10);
}

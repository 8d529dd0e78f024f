//! What was answered in a test lives as long as what was done, and an attempt that was left thirty days.

use chrono::TimeDelta;

use crate::learning::tests::{LUKASZ, MILAN, SIOBHAN, attempts, last, test};
use crate::support::{TestApp, people};

/// Nobody did anything, and nothing was given to anybody to do, since 24 November 2024.
fn silent() -> TestApp {
    let app = TestApp::new();
    let then = "'2024-11-24 22:59:59'";
    app.execute(&format!(
        "UPDATE people SET created_at = {then};
         UPDATE participants SET created_at = {then};
         UPDATE completions SET done_at = {then};
         UPDATE test_attempts SET saved_at = {then} WHERE state <> 'draft';
         UPDATE accounts SET created_at = {then}, last_seen_at = {then}"
    ));
    app
}

/// From here on everything that was silent is over.
const TONIGHT: TimeDelta = TimeDelta::hours(14);

#[test]
fn two_years_of_silence_hide_an_attempt_at_once_and_then_destroy_it_with_its_answers() {
    let app = silent();
    let (attempt, results) =
        (format!("/staff/attempts/{}", last(&app, LUKASZ)), format!("/staff/tests/{}", test(&app)));
    let mut mirjam = app.signed_in(people::MIRJAM);
    assert_eq!(mirjam.get(&attempt).status, 200);
    assert!(mirjam.get(&results).words().contains("Poging 1"));
    assert!(mirjam.get("/staff/tests").words().contains("Siobhán"));
    app.running.advance(TONIGHT);
    let mut mirjam = app.signed_in(people::MIRJAM);
    assert_eq!(mirjam.get(&attempt).status, 404, "nothing was swept");
    assert!(!mirjam.get(&results).words().contains("Poging 1"));
    assert!(!mirjam.get("/staff/tests").words().contains("Siobhán"));
    let hold = [("about", "person"), ("until", "2027-01-31"), ("reason", "dispute"), ("note", "12/B")];
    let number = app.number(&format!("SELECT id AS number FROM people WHERE email = '{SIOBHAN}'")).to_string();
    let held: Vec<_> = hold.into_iter().chain([("number", number.as_str())]).collect();
    assert_eq!(app.signed_in(people::HANNA).post("/staff/retention/holds", &held).status, 303);
    app.running.work();
    assert_eq!((attempts(&app, LUKASZ, "1 = 1"), attempts(&app, SIOBHAN, "1 = 1")), (0, 1), "one is held");
    let orphans = "SELECT count(*) AS number FROM test_answers WHERE attempt_id NOT IN (SELECT id FROM test_attempts)";
    assert_eq!(app.number(orphans), 0);
    let lines = "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'test_attempts'";
    assert!(app.number(lines) > 0);
}

#[test]
fn whoever_comes_back_keeps_what_they_did() {
    let app = silent();
    app.running.advance(TONIGHT);
    app.signed_in(LUKASZ).get("/student");
    assert_eq!(app.signed_in(people::MIRJAM).get(&format!("/staff/attempts/{}", last(&app, LUKASZ))).status, 200);
    app.running.work();
    assert_eq!(attempts(&app, LUKASZ, "1 = 1"), 1);
}

#[test]
fn an_attempt_that_was_left_is_gone_after_thirty_days_and_one_that_was_handed_in_is_not() {
    let app = TestApp::new();
    let until = |app: &TestApp| app.number("SELECT count(*) AS number FROM test_attempts WHERE destroy_at IS NOT NULL");
    assert_eq!((attempts(&app, MILAN, "state = 'draft'"), until(&app)), (1, 1));
    app.running.advance(TimeDelta::days(31));
    let page = app.signed_in(MILAN).get(&format!("/student/tests/{}/attempt", crate::learning::tests::action(&app)));
    assert!(page.attributes("main input[checked]", "value").is_empty(), "it is over before it is swept");
    app.running.work();
    assert_eq!(attempts(&app, MILAN, "1 = 1"), 0);
    assert_eq!(attempts(&app, LUKASZ, "state = 'marked'"), 1);
}

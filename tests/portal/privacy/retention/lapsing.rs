//! The end of a registration: one letter, thirty days, and then an erasure, unless somebody comes back.

use chrono::TimeDelta;

use crate::support::{TestApp, people};

/// Makes `who` somebody who was last here on 10 December 2024, in projects that are over.
fn quiet(app: &TestApp, who: &str) -> i64 {
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{who}'"));
    let long_ago = "'2024-12-10 12:00:00'";
    app.execute(&format!(
        "UPDATE projects SET ends_on = '2026-10-31';
         UPDATE people SET created_at = {long_ago} WHERE id = {person};
         UPDATE participants SET created_at = {long_ago} WHERE person_id = {person};
         UPDATE accounts SET created_at = {long_ago}, last_seen_at = {long_ago} WHERE person_id = {person}"
    ));
    person
}

fn letters(app: &TestApp, person: i64) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM letters WHERE kind = 'registration_ends' AND person_id = {person}"
    ))
}

fn is_known(app: &TestApp, who: &str) -> bool {
    app.number(&format!("SELECT count(*) AS number FROM people WHERE email = '{who}'")) == 1
}

fn erased(app: &TestApp, person: i64) -> i64 {
    app.number(&format!(
        "SELECT count(*) AS number FROM register_lines WHERE act = 'erased' AND actor_role = 'job' AND person_number = {person}"
    ))
}

fn days(app: &TestApp, days: i64) {
    for _ in 0..days {
        app.running.advance(TimeDelta::days(1));
        let done = app.running.work();
        assert!(done.iter().all(|(_, outcome)| outcome.is_ok()), "{done:?}");
    }
}

#[test]
fn somebody_who_stays_away_is_told_once_and_erased_after_thirty_days() {
    let app = TestApp::new();
    let (samira, grace) = (quiet(&app, people::SAMIRA), quiet(&app, people::GRACE));
    let letter = app.letter_to(people::SAMIRA).words();
    assert!(letter.contains("Je account bij Heldere Taal eindigt"), "{letter}");
    assert!(letter.contains("na 24 december 2026"), "thirty days from now: {letter}");
    assert!(letter.contains("Log voor die dag één keer in") && letter.contains("/login"), "{letter}");
    let letter = app.letter_to(people::GRACE).words();
    assert!(letter.contains("Sign in once before that day") && letter.contains("24 December 2026"), "{letter}");
    days(&app, 29);
    assert_eq!((letters(&app, samira), letters(&app, grace)), (1, 1), "once only");
    assert!(is_known(&app, people::SAMIRA));
    days(&app, 3);
    assert!(!is_known(&app, people::SAMIRA) && !is_known(&app, people::GRACE));
    assert_eq!((erased(&app, samira), erased(&app, grace)), (1, 1));
    days(&app, 40);
    assert_eq!((erased(&app, samira), erased(&app, grace)), (1, 1), "erased is erased once");
    assert!(is_known(&app, people::IJSBRAND), "who was here lately is left alone");
    assert_eq!(app.number("SELECT count(*) AS number FROM letters WHERE kind = 'registration_ends'"), 0);
}

#[test]
fn signing_in_once_is_enough_to_stay() {
    let app = TestApp::new();
    let samira = quiet(&app, people::SAMIRA);
    days(&app, 20);
    assert_eq!(letters(&app, samira), 1);
    app.signed_in(people::SAMIRA);
    days(&app, 40);
    assert!(is_known(&app, people::SAMIRA));
    assert_eq!((letters(&app, samira), erased(&app, samira)), (1, 0));
    assert_eq!(app.number("SELECT count(*) AS number FROM farewells"), 0);
}

#[test]
fn an_open_project_or_a_hold_keeps_a_registration() {
    let app = TestApp::new();
    let samira = quiet(&app, people::SAMIRA);
    app.execute("UPDATE projects SET ends_on = '2026-12-31'");
    days(&app, 32);
    assert_eq!(letters(&app, samira), 0, "a project of hers is open");
    // 26 December; from 1 January on, nothing is open.
    days(&app, 7);
    assert_eq!(letters(&app, samira), 1);
    let number = samira.to_string();
    let hold = [("about", "person"), ("number", number.as_str()), ("until", "2027-04-30"), ("reason", "complaint")];
    assert_eq!(app.signed_in(people::HANNA).post("/staff/retention/holds", &hold).status, 303);
    days(&app, 60);
    assert!(is_known(&app, people::SAMIRA), "she is held");
    days(&app, 62);
    assert!(!is_known(&app, people::SAMIRA));
    assert_eq!(letters(&app, samira), 0);
}

#[test]
fn a_letter_that_could_not_go_out_yet_is_waited_for() {
    let app = TestApp::new();
    let samira = quiet(&app, people::SAMIRA);
    app.running.work();
    app.execute(&format!(
        "UPDATE letters SET sent_at = NULL, due_at = '2030-01-01 00:00:00' WHERE kind = 'registration_ends' AND person_id = {samira}"
    ));
    days(&app, 40);
    assert!(is_known(&app, people::SAMIRA), "nobody told her");
    app.execute("UPDATE letters SET due_at = '2026-11-24 00:00:00' WHERE kind = 'registration_ends'");
    days(&app, 2);
    assert!(!is_known(&app, people::SAMIRA));
}

#[test]
fn staff_who_left_go_after_two_years() {
    let app = TestApp::new();
    let lieke = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::LIEKE));
    app.execute(&format!("UPDATE staff_roles SET ends_on = '2024-11-24' WHERE person_id = {lieke}"));
    app.running.work();
    assert!(is_known(&app, people::LIEKE), "the last day counts in full");
    days(&app, 1);
    assert!(!is_known(&app, people::LIEKE));
    assert!(is_known(&app, people::JOOST));
    assert_eq!(erased(&app, lieke), 1);
}

#[test]
fn what_was_done_goes_with_two_years_of_silence_and_who_took_part_three_years_after_the_end() {
    let app = TestApp::new();
    let ijsbrand = quiet(&app, people::IJSBRAND);
    // Three years after the end of 25 November 2023 are over with the 25th, two years of silence long before.
    app.execute("UPDATE projects SET ends_on = '2023-11-25'");
    app.execute("UPDATE completions SET done_at = '2023-06-01 00:00:00'");
    app.execute("UPDATE uploads SET destroy_at = '2026-11-24 00:00:00', portal_until = '2026-11-24 00:00:00'");
    app.execute(&format!("UPDATE accounts SET last_seen_at = '2024-11-01 00:00:00', created_at = '2024-11-01 00:00:00' WHERE person_id = {ijsbrand}"));
    app.execute(&format!("UPDATE participants SET created_at = '2024-11-01 00:00:00' WHERE person_id = {ijsbrand}"));
    app.execute(&format!("UPDATE people SET created_at = '2024-11-01 00:00:00' WHERE id = {ijsbrand}"));
    let done = |of: &str| {
        app.number(&format!("SELECT count(*) AS number FROM completions c JOIN participants p ON p.id = c.participant_id WHERE p.person_id {of}"))
    };
    let others = done(&format!("<> {ijsbrand}"));
    assert!(others > 0 && done(&format!("= {ijsbrand}")) > 0);
    app.running.work();
    assert_eq!((done(&format!("= {ijsbrand}")), done(&format!("<> {ijsbrand}"))), (0, others));
    assert!(app.number("SELECT count(*) AS number FROM participants") > 0, "the last day counts in full");
    days(&app, 2);
    // Whoever has a certificate stays for that alone.
    app.execute("DELETE FROM certificate_facts");
    days(&app, 1);
    for table in ["participants", "enrolments", "project_leaders"] {
        assert_eq!(app.number(&format!("SELECT count(*) AS number FROM {table}")), 0, "{table}");
    }
    let guides = "SELECT count(*) AS number FROM groups g JOIN projects p ON p.id = g.project_id WHERE g.trainer_id IS NOT NULL OR p.adviser_id IS NOT NULL";
    assert_eq!(app.number(guides), 0);
    assert!(
        app.number(
            "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'participants'"
        ) > 5
    );
}

//! A clock that jumps stops everything that destroys, in every process, until an officer has looked at it.

use chrono::TimeDelta;

use super::{files, said, traject};
use crate::support::{Page, TestApp, people};

/// Everything is long over, whatever the clock says.
fn all_over(app: &TestApp) -> i64 {
    app.execute("UPDATE uploads SET portal_until = '2020-01-01 00:00:00', destroy_at = '2020-01-01 00:00:00'");
    let all = files(app);
    assert!(all > 4);
    all
}

fn outcome(app: &TestApp, task: &str) -> Option<Result<usize, String>> {
    app.running.work().into_iter().find(|(name, _)| name == task).map(|(_, outcome)| outcome)
}

fn lines(app: &TestApp, act: &str) -> i64 {
    app.number(&format!("SELECT count(*) AS number FROM register_lines WHERE act = '{act}'"))
}

fn alarmed(page: &Page) -> bool {
    page.words().contains("De klok is versprongen")
}

#[test]
fn a_jump_stops_all_that_destroys_until_an_officer_says_that_the_clock_is_right() {
    let app = TestApp::new();
    app.running.guard_clock();
    assert!(app.running.work().iter().all(|(_, outcome)| outcome.is_ok()));
    let mut hanna = app.signed_in(people::HANNA);
    for path in ["/staff", "/staff/register", "/staff/retention"] {
        assert!(!alarmed(&hanna.get(path)), "{path}");
    }
    app.running.advance(TimeDelta::days(400));
    let before = files(&app);
    let done = app.running.work();
    for (task, outcome) in &done {
        let destroys = task.ends_with(".destroy")
            || ["uploads.orphans", "registrations.end", "erasure.stubs", "register.months"].contains(&task.as_str());
        assert_eq!(outcome.is_err(), destroys, "{task}: {outcome:?}");
    }
    assert!(done.iter().filter(|(_, outcome)| outcome.is_err()).count() > 6);
    assert_eq!((files(&app), lines(&app, "clock_stopped")), (before, 1));

    let mut hanna = app.signed_in(people::HANNA);
    for path in ["/staff", "/staff/register", "/staff/retention"] {
        let page = hanna.get(path);
        assert!(alarmed(&page), "{path}");
        assert_eq!(page.attributes("input[name=seen]", "value"), ["2027-12-29T09:00:00Z"], "{path}");
    }
    for who in [people::PETRA, people::SJOERD] {
        assert!(!alarmed(&app.signed_in(who).get("/staff")), "{who}");
    }
    // The clock moved again between looking and answering: look again.
    let confirm =
        |seen: &str| app.signed_in(people::HANNA).post("/staff/retention/clock/confirmation", &[("seen", seen)]);
    for seen in ["2027-12-29T07:59:59Z", "2027-12-29T09:00:01Z", "2026-11-24T09:00:00Z", "now", ""] {
        assert_eq!(confirm(seen).status, 303, "{seen}");
        assert_eq!(lines(&app, "clock_confirmed"), 0, "{seen}");
    }
    assert!(outcome(&app, "uploads.destroy").is_none_or(|outcome| outcome.is_err()));
    assert_eq!(confirm("2027-12-29T09:00:00Z").location, "/staff/retention");
    assert_eq!(lines(&app, "clock_confirmed"), 1);
    assert!(!alarmed(&app.signed_in(people::HANNA).get("/staff")));
    assert_eq!(outcome(&app, "uploads.destroy"), Some(Ok(usize::try_from(before).unwrap())));
    assert_eq!(files(&app), 0);
}

#[test]
fn a_clock_that_was_put_back_stops_it_too_and_coming_back_does_not_start_it() {
    let app = TestApp::new();
    app.running.guard_clock();
    app.running.work();
    app.running.advance(-TimeDelta::days(400));
    app.running.work();
    assert_eq!(lines(&app, "clock_stopped"), 1);
    let all = all_over(&app);
    app.running.advance(TimeDelta::days(400));
    app.execute("UPDATE tasks SET due_at = '2026-11-24 08:00:00', leased_until = NULL");
    assert!(outcome(&app, "uploads.destroy").unwrap().is_err());
    assert_eq!((files(&app), lines(&app, "clock_stopped")), (all, 1));
}

#[test]
fn small_steps_that_add_up_are_a_jump() {
    let app = TestApp::new();
    app.running.guard_clock();
    app.running.work();
    for _ in 0..3 {
        app.running.advance(TimeDelta::hours(8));
        assert!(app.running.work().iter().all(|(_, outcome)| outcome.is_ok()));
    }
    app.running.advance(TimeDelta::hours(8));
    assert!(outcome(&app, "uploads.destroy").unwrap().is_err());
}

#[test]
fn time_that_really_passes_destroys_what_is_over_and_alarms_nobody() {
    let app = TestApp::new();
    app.running.guard_clock();
    for _ in 0..30 {
        app.running.pass(TimeDelta::hours(20));
        assert!(app.running.work().iter().all(|(_, outcome)| outcome.is_ok()));
    }
    assert_eq!(lines(&app, "clock_stopped"), 0);
}

#[test]
fn an_hour_back_or_forth_is_no_jump() {
    let app = TestApp::new();
    app.running.guard_clock();
    app.running.work();
    for hours in [1, -1, -1, 1] {
        app.running.advance(TimeDelta::hours(hours));
        assert!(app.running.work().iter().all(|(_, outcome)| outcome.is_ok()));
    }
    assert_eq!(lines(&app, "clock_stopped"), 0);
}

#[test]
fn a_server_that_was_off_for_days_is_asked_about_once() {
    let app = TestApp::new();
    let all = all_over(&app);
    app.execute("INSERT INTO clock_marks (id, trusted_at) VALUES (1, '2020-01-01 00:00:00')");
    for _ in 0..2 {
        let held = traject(&app, &["work", "--once"]);
        assert!(!held.status.success());
        assert!(said(&held).1.contains("--confirm-clock"), "{:?}", said(&held));
        app.execute("UPDATE tasks SET due_at = '2020-01-01 00:00:00', leased_until = NULL");
    }
    assert_eq!((files(&app), lines(&app, "clock_stopped")), (all, 1));
    let confirmed = traject(&app, &["work", "--once", "--confirm-clock"]);
    assert!(confirmed.status.success(), "{:?}", said(&confirmed));
    assert!(said(&confirmed).0.contains(&format!("uploads.destroy {all}\n")), "{:?}", said(&confirmed));
    assert_eq!(files(&app), 0);
    let noted =
        "SELECT count(*) AS number FROM register_lines WHERE act = 'clock_confirmed' AND actor_role = 'operator'";
    assert_eq!(app.number(noted), 1);
    let again = traject(&app, &["work", "--once"]);
    assert!(again.status.success(), "{:?}", said(&again));
}

/// Nothing is remembered of the clock, but the data say when they were made: they were made on another day.
#[test]
fn the_first_run_on_data_that_are_there_is_no_blank_cheque() {
    let app = TestApp::new();
    let all = all_over(&app);
    assert_eq!(app.number("SELECT count(*) AS number FROM clock_marks"), 0);
    app.execute("DELETE FROM tasks");
    let held = traject(&app, &["work", "--once"]);
    assert!(!held.status.success() && said(&held).1.contains("--confirm-clock"), "{:?}", said(&held));
    assert_eq!(files(&app), all);
}

/// The clock of another machine is the one that is wrong: it never destroys, whoever confirmed the right one.
#[test]
fn two_processes_with_different_clocks_do_not_talk_each_other_into_it() {
    let app = TestApp::new();
    app.running.guard_clock();
    app.running.work();
    let all = all_over(&app);
    // This one has the clock of the real machine, on another day than the data.
    let other = traject(&app, &["work", "--once"]);
    assert!(!other.status.success());
    app.execute("UPDATE tasks SET due_at = '2026-11-24 08:00:00', leased_until = NULL");
    assert!(outcome(&app, "uploads.destroy").unwrap().is_err(), "one stop stops all");
    let confirmed =
        app.signed_in(people::HANNA).post("/staff/retention/clock/confirmation", &[("seen", "2026-11-24T09:00:00Z")]);
    assert_eq!(confirmed.status, 303);
    app.execute("UPDATE tasks SET due_at = '2020-01-01 00:00:00', leased_until = NULL");
    assert!(!traject(&app, &["work", "--once"]).status.success());
    assert_eq!((files(&app), lines(&app, "clock_stopped")), (all, 2));
}

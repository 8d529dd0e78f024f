//! Between the password and the code.

use chrono::TimeDelta;
use traject::app::access_table;

use super::{enrolled, gets_in, half, registered, type_in};
use crate::access::invitations::link;
use crate::support::visitors::{filled, rows_in};
use crate::support::{PASSWORD, TestApp, people};

#[test]
fn half_a_session_opens_nothing_that_a_stranger_cannot_open() {
    let app = TestApp::new();
    drop(enrolled(&app, people::SAMIRA));
    for who in [people::SAMIRA, people::HANNA] {
        let half = half(&app, who);
        for route in access_table() {
            let ids = vec!["1".to_owned(); rows_in(route.path).len()];
            let path = filled(route.path, &ids);
            if [
                "/login/code",
                "/login/code/challenge",
                "/login/code/passkey",
                "/login",
                "/logout",
                "/password/forgotten",
            ]
            .contains(&route.path)
            {
                continue;
            }
            let form = Some("application/x-www-form-urlencoded").filter(|_| route.method == "POST");
            let there = half.clone().send(route.method, &path, form, b"");
            let stranger = app.browser().send(route.method, &path, form, b"");
            let asked = format!("{} {path} as half {who}", route.method);
            assert_eq!((there.status, &there.location), (stranger.status, &stranger.location), "{asked}");
            if route.who != "anyone" {
                assert!(there.status == 303 && there.location.starts_with("/login?back="), "{asked}: {}", there.status);
            }
            if there.status == 200 && there.headers["content-type"].starts_with("text/html") {
                assert_eq!(there.all("main"), stranger.all("main"), "{asked}");
            }
        }
    }
}

#[test]
fn the_code_ends_half_a_session_and_begins_a_whole_one() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    samira.browser.post("/logout", &[]);
    let mut browser = app.browser();
    let fields = [("email", people::SAMIRA), ("password", PASSWORD), ("back", "/account/calendar")];
    let page = browser.post("/login", &fields);
    assert_eq!(page.location, "/login/code");
    assert!(!page.headers["set-cookie"].contains("traject-known"), "the browser is not known yet");
    let page = browser.get("/login/code");
    assert_eq!(page.attributes("input[name=code]", "autocomplete"), ["one-time-code"]);
    assert_eq!(page.value("code").as_deref(), Some(""));

    let wrong = type_in(&mut browser, &samira.phone.wrong());
    assert_eq!((wrong.status, wrong.all("#code-error").len()), (422, 1));
    let before = browser.clone();
    let right = type_in(&mut browser, &samira.phone.code(1));
    assert_eq!((right.status, right.location.as_str()), (303, "/account/calendar"));
    assert_ne!(before.cookies()["traject"], browser.cookies()["traject"]);
    assert_eq!(browser.get("/account/calendar").status, 200);
    assert_eq!(before.clone().get("/login/code").location, "/login?done=late", "half a session is used up");
    assert_eq!(browser.get("/login/code").location, "/");
}

#[test]
fn where_one_was_going_is_a_page_of_ours() {
    let app = TestApp::new();
    let samira = enrolled(&app, people::SAMIRA);
    let mut browser = app.browser();
    let fields = [("email", people::SAMIRA), ("password", PASSWORD), ("back", "//evil.example.com")];
    browser.post("/login", &fields);
    assert_eq!(type_in(&mut browser, &samira.phone.code(1)).location, "/");
}

#[test]
fn a_code_works_once_and_half_a_minute_around_its_own() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    app.running.advance(TimeDelta::minutes(5));
    samira.phone.advance(TimeDelta::minutes(5));
    assert!(!gets_in(&app, people::SAMIRA, &samira.phone.code(-2)));
    assert!(!gets_in(&app, people::SAMIRA, &samira.phone.code(2)));
    assert!(gets_in(&app, people::SAMIRA, &samira.phone.code(-1)));
    assert!(gets_in(&app, people::SAMIRA, &samira.phone.code(0)));
    for used in [-1, 0] {
        let page = type_in(&mut half(&app, people::SAMIRA), &samira.phone.code(used));
        assert_eq!(page.status, 422);
        assert!(page.all("#code-error")[0].contains("al gebruikt"), "{}", page.words());
    }
    let spaced = samira.phone.code(1);
    assert!(gets_in(&app, people::SAMIRA, &format!(" {} {}", &spaced[..3], &spaced[3..])));
    assert!(!gets_in(&app, people::SAMIRA, &samira.phone.code(1)));
}

#[test]
fn of_two_who_send_a_code_at_once_one_gets_in() {
    let app = TestApp::new();
    let samira = enrolled(&app, people::SAMIRA);
    let code = samira.phone.code(1);
    for code in [&code, &samira.codes[0]] {
        let browsers = [half(&app, people::SAMIRA), half(&app, people::SAMIRA)];
        let mut answers = std::thread::scope(|scope| {
            let sent = browsers.map(|mut browser| scope.spawn(move || type_in(&mut browser, code).status));
            sent.map(|one| one.join().unwrap())
        });
        answers.sort_unstable();
        assert_eq!(answers, [303, 422]);
    }
}

#[test]
fn a_recovery_code_lets_in_once_and_its_owner_hears_of_it() {
    let app = TestApp::new();
    let samira = enrolled(&app, people::SAMIRA);
    let hugo = enrolled(&app, people::HUGO);
    assert!(!gets_in(&app, people::SAMIRA, &hugo.codes[3]), "the code of somebody else");
    let code = &samira.codes[3];
    assert!(gets_in(&app, people::SAMIRA, code));
    assert!(!gets_in(&app, people::SAMIRA, code));
    assert_eq!(registered(&app, "recovery_used"), 1);
    let told = app.letter_to(people::SAMIRA).words();
    assert!(told.contains("Er is ingelogd met een herstelcode") && told.contains("nog 9 over"), "{told}");
    let page = app.signed_in(people::SAMIRA).get("/account/second-factor");
    assert!(page.words().contains("nog 9 herstelcodes"), "{}", page.words());
    assert!(gets_in(&app, people::SAMIRA, &samira.codes[4].replace(' ', "-")));
}

#[test]
fn ten_wrong_codes_make_a_stranger_wait_and_the_owner_hears_that_the_password_is_known() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    let mut own = samira.browser.clone();
    own.post("/logout", &[]);
    let mut stranger = half(&app, people::SAMIRA);
    for _ in 0..10 {
        assert_eq!(type_in(&mut stranger, &samira.phone.wrong()).status, 422);
    }
    let waits = type_in(&mut stranger, &samira.phone.code(1));
    assert_eq!(waits.status, 429);
    assert!(waits.headers.contains_key("retry-after"));
    assert_eq!(type_in(&mut half(&app, people::SAMIRA), &samira.codes[0]).status, 429, "another browser waits too");
    let told = app.letter_to(people::SAMIRA).words();
    assert!(told.contains("Iemand heeft je wachtwoord") && told.contains("/password/forgotten"), "{told}");

    // The owner's own browser is counted apart.
    assert_eq!(own.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]).location, "/login/code");
    assert_eq!(type_in(&mut own, &samira.phone.code(1)).status, 303);
    app.running.advance(TimeDelta::minutes(4));
    samira.phone.advance(TimeDelta::minutes(4));
    assert!(gets_in(&app, people::SAMIRA, &samira.phone.code(0)));
    app.running.write_down_refusals();
    let blocked = "SELECT COUNT(*) AS number FROM register_lines WHERE act = 'sign_in_blocked'";
    assert_eq!(app.number(blocked), 1);
}

#[test]
fn what_is_no_code_is_not_counted_as_a_guess() {
    let app = TestApp::new();
    let samira = enrolled(&app, people::SAMIRA);
    let mut browser = half(&app, people::SAMIRA);
    for typed in ["", "12345", "geheim", "1234567", "12345678901234567890123456789"] {
        for _ in 0..3 {
            let page = type_in(&mut browser, typed);
            assert_eq!((page.status, page.all("#code-error").len()), (422, 1), "{typed}");
        }
    }
    assert_eq!(type_in(&mut browser, &samira.phone.code(1)).status, 303);
}

#[test]
fn half_a_session_is_over_after_ten_minutes() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    let mut browser = half(&app, people::SAMIRA);
    app.running.advance(TimeDelta::minutes(10));
    samira.phone.advance(TimeDelta::minutes(10));
    assert_eq!(type_in(&mut browser, &samira.phone.code(0)).location, "/login?done=late");
    assert!(browser.get("/login?done=late").all(".notice")[0].contains("te lang"));
    app.running.work();
    app.running.advance(TimeDelta::hours(2));
    app.running.work();
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM sessions WHERE half"), 0);
}

#[test]
fn half_a_session_is_no_sign_in_and_no_activity() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    let seen = || {
        app.texts(&format!(
            "SELECT CAST(last_seen_at AS TEXT) AS line FROM accounts WHERE sign_in_folded = '{}'",
            people::SAMIRA
        ))
    };
    let signed = registered(&app, "signed_in");
    let before = seen();
    app.running.advance(TimeDelta::hours(1));
    half(&app, people::SAMIRA);
    assert_eq!((seen(), registered(&app, "signed_in")), (before, signed));
    let page = samira.browser.get("/account");
    assert_eq!(page.all("section[aria-labelledby=sessions] li").len(), 1, "{}", page.words());
}

#[test]
fn a_wrong_password_does_not_say_whether_there_is_a_second_step() {
    let app = TestApp::new();
    drop(enrolled(&app, people::SAMIRA));
    let tried = |name: &str| {
        let before = app.running.queries();
        let page = app.browser().post("/login", &[("email", name), ("password", "wrong")]);
        (page.status, page.text().replace(name, "NAME"), app.running.queries() - before)
    };
    let (with, without, unknown) = (tried(people::SAMIRA), tried(people::HUGO), tried("nobody@example.nl"));
    assert_eq!(with.0, 422);
    assert!(with == without && with == unknown);
    let stranger = app.browser().get("/login/code");
    assert_eq!((stranger.status, stranger.location.as_str()), (303, "/login?done=late"));
    assert_eq!(type_in(&mut app.browser(), "123456").location, "/login?done=late");
}

#[test]
fn a_new_password_leaves_the_second_step_as_it_is() {
    let app = TestApp::new();
    let samira = enrolled(&app, people::SAMIRA);
    let mut waiting = half(&app, people::SAMIRA);
    app.browser().post("/password/forgotten", &[("email", people::SAMIRA)]);
    app.running.work();
    let link = link(&app.letter_to(people::SAMIRA));
    let mut browser = app.browser();
    assert_eq!(browser.post(&link, &[("password", "vier fietsen zingen zacht")]).status, 303);
    assert_eq!(type_in(&mut waiting, &samira.phone.code(1)).location, "/login?done=late", "that sign-in is over");
    let page = browser.post("/login", &[("email", people::SAMIRA), ("password", "vier fietsen zingen zacht")]);
    assert_eq!(page.location, "/login/code");
    assert_eq!(browser.get("/student").location, "/login?back=%2Fstudent");
    assert_eq!(type_in(&mut browser, &samira.phone.code(1)).status, 303);
}

#[test]
fn closing_an_account_closes_the_second_step() {
    let app = TestApp::new();
    let samira = enrolled(&app, people::SAMIRA);
    let mut browser = half(&app, people::SAMIRA);
    app.execute(&format!("UPDATE accounts SET blocked_at = created_at WHERE sign_in_folded = '{}'", people::SAMIRA));
    assert_eq!(type_in(&mut browser, &samira.phone.code(1)).location, "/login?done=late");
}

#[test]
fn a_form_is_not_held_for_whoever_has_only_half_a_session() {
    let app = TestApp::new();
    drop(enrolled(&app, people::SAMIRA));
    let mut browser = half(&app, people::SAMIRA);
    for hours in [0, 13] {
        app.running.advance(TimeDelta::hours(hours));
        let page = browser.post("/student/actions/1/completion", &[("text", "something")]);
        assert!(page.location.starts_with("/login?back="), "{}", page.location);
    }
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM held_forms"), 0);
}

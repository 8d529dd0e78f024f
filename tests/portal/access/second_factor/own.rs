//! Setting it up, changing it, turning it off.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use traject::app::access_table;

use super::{PAGE, begun, enrol, enrolled, gets_in, half, phone, registered, type_in};
use crate::support::visitors::{filled, rows_in};
use crate::support::{Browser, PASSWORD, TestApp, people};

/// Takes the second factor of `who` away behind the program's back, as if they never set it up.
fn without(app: &TestApp, who: &str) {
    app.execute(&format!(
        "UPDATE accounts SET second_factor_at = NULL, totp_secret = NULL, totp_step = NULL WHERE sign_in_folded = '{who}'"
    ));
}

fn signed_in_by_password(app: &TestApp, who: &str) -> Browser {
    let mut browser = app.browser();
    let page = browser.post("/login", &[("email", who), ("password", PASSWORD)]);
    assert_eq!((page.status, page.location.as_str()), (303, "/"), "{}", page.words());
    browser
}

#[test]
fn who_sets_it_up_signs_in_with_a_code_from_then_on() {
    let app = TestApp::new();
    let mut elsewhere = app.signed_in(people::SAMIRA);
    let mut browser = app.signed_in(people::SAMIRA);
    assert!(browser.get("/account").all("section[aria-labelledby=second-step]")[0].contains("Uit"));
    let refused = browser.post(PAGE, &[("act", "enrol"), ("password", "not this one")]);
    assert_eq!((refused.status, refused.all("#password-error").len()), (422, 1));

    let page = begun(&mut browser);
    assert_eq!(page.all("#secret")[0].split(' ').map(str::len).collect::<Vec<_>>(), [4; 8]);
    assert!(page.attributes("svg.qr path", "d")[0].contains("h7v1h-7z"));
    assert!(!page.attributes("svg.qr", "aria-label")[0].is_empty());
    let phone = phone(&page);
    let refused = browser.post("/account/second-factor/app", &[("code", &phone.wrong())]);
    assert_eq!((refused.status, refused.all("#code-error").len()), (422, 1));
    assert!(!refused.all("#code-error")[0].contains("herstelcode"), "there are none yet");
    assert_eq!(refused.all("#secret"), page.all("#secret"), "another try is with the same app");
    assert!(page.attributes("a[href^='otpauth:']", "href")[0].contains(&page.all("#secret")[0].replace(' ', "")));

    let before = browser.clone();
    let done = browser.post("/account/second-factor/app", &[("code", &phone.code(0))]);
    let codes: BTreeSet<String> = done.all(".codes code").into_iter().collect();
    assert_eq!((done.status, codes.len()), (200, 10), "{}", done.words());
    assert!(browser.get("/account").all("section[aria-labelledby=second-step]")[0].contains("24 november 2026"));
    assert_eq!(before.clone().get("/account").status, 303, "the session has another key");
    assert_eq!(elsewhere.get("/account").status, 303, "other sessions ended");
    assert_eq!(registered(&app, "factor_on"), 1);
    assert!(app.letter_to(people::SAMIRA).words().contains("Je logt nu in twee stappen in"));

    assert!(!gets_in(&app, people::SAMIRA, &phone.code(0)), "the code that set it up was used");
    assert!(gets_in(&app, people::SAMIRA, &phone.code(1)));
}

#[test]
fn a_secret_counts_for_nothing_before_a_code_proves_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    assert_eq!(browser.get("/account/second-factor/app").location, PAGE, "the password comes first");
    assert_eq!(browser.post("/account/second-factor/app", &[("code", "123456")]).location, PAGE);
    let phone = phone(&begun(&mut browser));
    signed_in_by_password(&app, people::SAMIRA);
    let mut other = app.signed_in(people::SAMIRA);
    assert_eq!(other.get("/account/second-factor/app").location, PAGE, "it is in the session that typed it");
    app.running.advance(TimeDelta::minutes(30));
    assert_eq!(browser.get("/account/second-factor/app").location, PAGE, "after half an hour one begins anew");
    assert_eq!(browser.post("/account/second-factor/app", &[("code", &phone.code(60))]).location, PAGE);
    assert_eq!(
        app.number("SELECT COUNT(*) AS number FROM accounts WHERE totp_step > 0 AND sign_in_folded LIKE '%lindedam%'"),
        0
    );
}

#[test]
fn nothing_of_it_can_be_read_in_the_database() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    let page = begun(&mut browser);
    let (phone, shown) = (phone(&page), page.all("#secret")[0].replace(' ', ""));
    let state = || app.texts("SELECT state AS line FROM sessions").join("\n");
    assert!(state().contains("enrolment") && !state().contains(&shown), "{}", state());
    let done = browser.post("/account/second-factor/app", &[("code", &phone.code(0))]);
    let codes: Vec<String> = done.all(".codes code").iter().map(|code| code.replace(' ', "")).collect();
    let kept = app.texts("SELECT code_hash AS line FROM recovery_codes").join("\n");
    assert!(codes.iter().all(|code| !kept.contains(code.as_str())), "{kept}");
    assert!(!state().contains("enrolment"), "what was under way is over");
    // A nonce, the secret and a seal, of which nothing tells the secret.
    let length =
        format!("SELECT LENGTH(totp_secret) AS number FROM accounts WHERE sign_in_folded = '{}'", people::SAMIRA);
    assert_eq!(app.number(&length), 24 + 20 + 16);
}

#[test]
fn new_recovery_codes_take_the_place_of_the_old() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    let page = samira.browser.post(PAGE, &[("act", "renew"), ("password", PASSWORD)]);
    let fresh = page.all(".codes code");
    assert_eq!((page.status, fresh.len()), (200, 10));
    assert!(samira.browser.get(PAGE).words().contains("nog 10 herstelcodes"));
    assert!(!gets_in(&app, people::SAMIRA, &samira.codes[0]));
    assert!(gets_in(&app, people::SAMIRA, &fresh[0]));
    assert_eq!(registered(&app, "codes_renewed"), 1);
    let refused = samira.browser.post(PAGE, &[("act", "renew"), ("password", "not this one")]);
    assert_eq!((refused.status, refused.attributes("input[name=act][checked]", "value")), (422, vec!["renew".into()]));
}

#[test]
fn another_telephone_takes_over_once_it_made_a_code() {
    let app = TestApp::new();
    let samira = enrolled(&app, people::SAMIRA);
    let mut browser = samira.browser;
    let new = phone(&begun(&mut browser));
    assert!(gets_in(&app, people::SAMIRA, &samira.phone.code(1)), "until then the old one works");
    let done = browser.post("/account/second-factor/app", &[("code", &new.code(0))]);
    assert_eq!(done.all(".codes code").len(), 10, "{}", done.words());
    app.running.advance(TimeDelta::seconds(30));
    assert!(!gets_in(&app, people::SAMIRA, &samira.phone.code(1)));
    assert!(!gets_in(&app, people::SAMIRA, &samira.codes[0]));
    assert!(gets_in(&app, people::SAMIRA, &new.code(1)));
    assert_eq!((registered(&app, "factor_on"), registered(&app, "factor_replaced")), (1, 1));
}

#[test]
fn turning_it_off_asks_for_the_password_and_is_told() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    let mut elsewhere = half(&app, people::SAMIRA);
    let refused = samira.browser.post(PAGE, &[("act", "off"), ("password", "")]);
    assert_eq!((refused.status, refused.all("#password-error").len()), (422, 1));
    let before = samira.browser.clone();
    let done = samira.browser.post(PAGE, &[("act", "off"), ("password", PASSWORD)]);
    assert_eq!(done.location, "/account", "{}", done.words());
    assert!(samira.browser.get("/account").all(".notice")[0].contains("De tweede stap staat uit"));
    assert_eq!(before.clone().get("/account").status, 303, "the session has another key");
    assert_eq!(type_in(&mut elsewhere, &samira.phone.code(1)).location, "/login?done=late", "that sign-in is over");
    signed_in_by_password(&app, people::SAMIRA);
    assert_eq!(registered(&app, "factor_off"), 1);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM recovery_codes r JOIN accounts a ON a.id = r.account_id WHERE a.second_factor_at IS NULL"), 0);
    assert!(app.letter_to(people::SAMIRA).words().contains("staat uit"));
}

#[test]
fn the_password_cannot_be_guessed_here_either() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    for _ in 0..10 {
        assert_eq!(browser.post(PAGE, &[("act", "enrol"), ("password", "not this one")]).status, 422);
    }
    assert_eq!(browser.post(PAGE, &[("act", "enrol"), ("password", PASSWORD)]).status, 429);
}

#[test]
fn staff_cannot_turn_it_off() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(fatima.get(PAGE).attributes("input[name=act]", "value"), ["renew", "enrol"]);
    let refused = fatima.post(PAGE, &[("act", "off"), ("password", PASSWORD)]);
    assert_eq!((refused.status, refused.all("#act-error").len()), (422, 1));
    half(&app, people::FATIMA);
}

#[test]
fn staff_without_one_set_it_up_before_anything_else() {
    let app = TestApp::new();
    without(&app, people::FATIMA);
    let mut fatima = signed_in_by_password(&app, people::FATIMA);
    for route in access_table() {
        let ids = vec!["1".to_owned(); rows_in(route.path).len()];
        let path = filled(route.path, &ids);
        let own =
            route.path.starts_with(PAGE) || ["/logout", "/account/password", "/account/language"].contains(&route.path);
        if route.who == "anyone" || own {
            continue;
        }
        let form = Some("application/x-www-form-urlencoded").filter(|_| route.method == "POST");
        let page = fatima.send(route.method, &path, form, b"");
        let closed = (page.status, page.location.as_str()) == (303, PAGE) || page.status == 404;
        assert!(closed, "{} {path}: {} {}", route.method, page.status, page.location);
    }
    assert_eq!(fatima.get("/staff").location, PAGE);
    let mut fatima = enrol(fatima);
    assert_eq!(fatima.browser.get("/staff").status, 200);
    assert!(gets_in(&app, people::FATIMA, &fatima.phone.code(1)));
}

#[test]
fn whoever_becomes_staff_sets_it_up_with_their_next_page() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get("/student").status, 200);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    app.execute(&format!("INSERT INTO staff_roles (person_id, role, agreed_on, starts_on) VALUES ({person}, 'planner', '2026-01-01', '2026-01-01')"));
    assert_eq!(samira.get("/student").location, PAGE);
}

#[test]
fn where_it_is_offered_staff_may_do_without() {
    let app = TestApp::with(&[("TRAJECT_SECOND_FACTOR", "offered")]);
    without(&app, people::FATIMA);
    assert_eq!(signed_in_by_password(&app, people::FATIMA).get("/staff").status, 200);
    half(&app, people::SJOERD);
}

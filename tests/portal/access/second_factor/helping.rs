//! Helping somebody who lost their telephone and their recovery codes.

use chrono::TimeDelta;

use super::{enrolled, gets_in, half, registered};
use crate::support::{Browser, PASSWORD, Page, TestApp, people};

fn find(browser: &mut Browser, typed: &str) -> Page {
    let typed: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    browser.get(&format!("/staff/second-factor?q={typed}"))
}

fn address(app: &TestApp, who: &str) -> String {
    let account = app.number(&format!("SELECT id AS number FROM accounts WHERE sign_in_folded = '{who}'"));
    format!("/staff/second-factor/{account}")
}

/// Has `helper` send a code to `who`, and reads it in the letter.
pub fn sent(app: &TestApp, helper: &mut Browser, who: &str) -> String {
    let done = helper.post(&format!("{}/check", address(app, who)), &[]);
    assert_eq!(done.location, address(app, who), "{}", done.words());
    read(app, who)
}

fn read(app: &TestApp, who: &str) -> String {
    app.running.work();
    let bodies = app.texts(&format!(
        "SELECT body AS line FROM letters WHERE kind = 'factor_check' AND address = '{who}' ORDER BY id DESC"
    ));
    let line =
        bodies[0].lines().find_map(|line| line.strip_prefix("Je code: ")).unwrap_or_else(|| panic!("{bodies:?}"));
    assert_eq!(line.replace(' ', "").len(), 12, "{line}");
    line.to_owned()
}

pub fn remove(app: &TestApp, helper: &mut Browser, who: &str, code: &str) -> Page {
    helper.post(&format!("{}/removal", address(app, who)), &[("code", code)])
}

#[test]
fn the_help_desk_finds_participants_and_the_officer_finds_staff() {
    let app = TestApp::new();
    let (mut sjoerd, mut hanna) = (app.signed_in(people::SJOERD), app.signed_in(people::HANNA));
    for (who, desk, officer) in [
        (people::SAMIRA, 1, 0),
        (people::WOUTER, 1, 0),
        (people::JOOST, 0, 1),
        (people::BRAM, 0, 1),
        ("nobody@example.nl", 0, 0),
        ("samira", 0, 0),
    ] {
        let seen = |browser: &mut Browser| find(browser, who).all("tbody tr").len();
        assert_eq!((seen(&mut sjoerd), seen(&mut hanna)), (desk, officer), "{who}");
    }
    assert_eq!(find(&mut hanna, people::HANNA).all("tbody tr").len(), 0, "nobody helps themselves");
    assert_eq!(hanna.get(&address(&app, people::HANNA)).status, 404);
    assert_eq!(find(&mut sjoerd, &people::SAMIRA.to_uppercase()).all("tbody tr").len(), 1);
    for who in [people::FATIMA, people::PETRA, people::JOOST, people::LIEKE, people::SAMIRA] {
        assert_eq!(app.signed_in(who).get("/staff/second-factor").status, 404, "{who}");
    }
}

#[test]
fn a_lost_second_factor_goes_after_the_code_in_the_letter_was_read_out() {
    let app = TestApp::new();
    let mut samira = enrolled(&app, people::SAMIRA);
    let mut sjoerd = app.signed_in(people::SJOERD);
    let refused = remove(&app, &mut sjoerd, people::SAMIRA, "123456789012");
    assert_eq!((refused.status, refused.all("#code-error").len()), (422, 1), "no code was sent yet");
    let code = sent(&app, &mut sjoerd, people::SAMIRA);
    for wrong in ["", "123456", "123456789012"] {
        let refused = remove(&app, &mut sjoerd, people::SAMIRA, wrong);
        assert_eq!((refused.status, refused.all("#code-error").len()), (422, 1), "{wrong}");
    }
    half(&app, people::SAMIRA);

    let done = remove(&app, &mut sjoerd, people::SAMIRA, &code);
    assert_eq!(done.location, "/staff/second-factor", "{}", done.words());
    assert_eq!(samira.browser.get("/account").status, 303, "every session ended");
    let mut browser = app.browser();
    assert_eq!(browser.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]).location, "/");
    assert!(browser.get("/account").all("section[aria-labelledby=second-step]")[0].contains("Uit"));
    assert_eq!((registered(&app, "factor_checked"), registered(&app, "factor_removed")), (1, 1));
    let line =
        "SELECT actor_role AS line FROM register_lines WHERE act = 'factor_removed' AND person_number IS NOT NULL";
    assert_eq!(app.texts(line), ["helpdesk"]);
    app.running.work();
    let told = app.letter_to(people::SAMIRA).words();
    assert!(told.contains("is weggehaald") && told.contains("Was je het niet?"), "{told}");
    assert_eq!(remove(&app, &mut sjoerd, people::SAMIRA, &code).status, 422, "a code works once");
}

#[test]
fn staff_who_were_helped_set_up_a_new_one_at_once() {
    let app = TestApp::new();
    let mut hanna = app.signed_in(people::HANNA);
    let code = sent(&app, &mut hanna, people::JOOST);
    assert_eq!(remove(&app, &mut hanna, people::JOOST, &code).status, 303);
    let mut joost = app.browser();
    joost.post("/login", &[("email", people::JOOST), ("password", PASSWORD)]);
    assert_eq!(joost.get("/staff").location, "/account/second-factor");
}

#[test]
fn a_code_is_for_one_account_and_an_hour() {
    let app = TestApp::new();
    let (samira, hugo) = (enrolled(&app, people::SAMIRA), enrolled(&app, people::HUGO));
    let mut sjoerd = app.signed_in(people::SJOERD);
    let first = sent(&app, &mut sjoerd, people::SAMIRA);
    assert_eq!(remove(&app, &mut sjoerd, people::HUGO, &first).status, 422);
    app.running.advance(TimeDelta::minutes(5));
    let second = sent(&app, &mut sjoerd, people::SAMIRA);
    assert_eq!(remove(&app, &mut sjoerd, people::SAMIRA, &first).status, 422, "the last letter counts");
    app.running.advance(TimeDelta::minutes(61));
    assert_eq!(remove(&app, &mut sjoerd, people::SAMIRA, &second).status, 422, "it is too old");
    assert!(gets_in(&app, people::SAMIRA, &samira.codes[0]) && gets_in(&app, people::HUGO, &hugo.codes[0]));
    app.running.advance(TimeDelta::hours(2));
    app.running.work();
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM factor_checks"), 0);
}

#[test]
fn the_code_cannot_be_guessed_by_whoever_helps() {
    let app = TestApp::new();
    drop(enrolled(&app, people::SAMIRA));
    let mut sjoerd = app.signed_in(people::SJOERD);
    let code = sent(&app, &mut sjoerd, people::SAMIRA);
    for _ in 0..10 {
        assert_eq!(remove(&app, &mut sjoerd, people::SAMIRA, "000000000000").status, 422);
    }
    assert_eq!(remove(&app, &mut sjoerd, people::SAMIRA, &code).status, 429);
}

#[test]
fn there_is_nothing_to_remove_where_there_is_none() {
    let app = TestApp::new();
    let mut sjoerd = app.signed_in(people::SJOERD);
    let page = sjoerd.get(&address(&app, people::SAMIRA));
    assert_eq!((page.status, page.all("form[action*='/removal']").len()), (200, 0));
    assert_eq!(sjoerd.post(&format!("{}/check", address(&app, people::SAMIRA)), &[]).status, 409);
    assert_eq!(remove(&app, &mut sjoerd, people::SAMIRA, "123456789012").status, 422);
}

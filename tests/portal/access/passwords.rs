//! Forgetting a password, and choosing another.

use chrono::TimeDelta;

use super::invitations::link;
use crate::support::{Browser, PASSWORD, TestApp, people};

const CHOSEN: &str = "vier fietsen zingen zacht";

fn signs_in(app: &TestApp, name: &str, password: &str) -> bool {
    app.browser().post("/login", &[("email", name), ("password", password)]).status == 303
}

fn forgot(app: &TestApp, typed: &str) {
    assert_eq!(app.browser().post("/password/forgotten", &[("email", typed)]).status, 303);
}

#[test]
fn asking_for_a_new_password_says_nothing_about_who_exists() {
    let app = TestApp::new();
    let mut seen = Vec::new();
    for typed in [people::SAMIRA, "nobody@example.nl", "no such name", people::LOES] {
        let before = app.running.queries();
        let page = app.browser().post("/password/forgotten", &[("email", typed)]);
        seen.push((page.status, page.location, page.body, app.running.queries() - before));
    }
    assert_eq!((seen[0].0, seen[0].1.as_str()), (303, "/password/forgotten/sent"));
    assert!(seen.iter().all(|s| *s == seen[0]), "{seen:?}");
    assert_eq!(app.browser().post("/password/forgotten", &[("email", " ")]).status, 422);
}

#[test]
fn a_reset_sets_the_password_and_ends_the_sessions_but_lets_nobody_in() {
    let app = TestApp::new();
    let mut elsewhere = app.signed_in(people::SAMIRA);
    forgot(&app, &people::SAMIRA.to_uppercase());
    let link = link(&app.letter_to(people::SAMIRA));
    assert_eq!(app.browser().get(&link).status, 200);
    let mut browser = app.browser();
    let done = browser.post(&link, &[("password", CHOSEN)]);
    assert_eq!(done.location, "/login?done=password");
    assert_eq!(browser.get("/account").status, 303, "the link signed nobody in");
    assert_eq!(elsewhere.get("/account").location, "/login?back=%2Faccount", "other sessions ended");
    assert!(!signs_in(&app, people::SAMIRA, PASSWORD));
    assert!(signs_in(&app, people::SAMIRA, CHOSEN));
    assert_eq!(app.browser().get(&link).status, 404, "the link is used up");
    let told = app.letter_to(people::SAMIRA);
    assert!(told.words().contains("Je wachtwoord is veranderd"), "{}", told.words());
}

#[test]
fn nobody_gets_a_letter_who_is_not_there_and_nothing_of_the_asking_stays() {
    let app = TestApp::new();
    app.running.work();
    let count = || app.signed_in(people::FATIMA).get("/staff/letters").all("tbody tr").len();
    let before = count();
    forgot(&app, "nobody@example.nl");
    assert_eq!(count(), before, "what was typed is no letter");
    app.running.work();
    assert_eq!(count(), before);
}

#[test]
fn a_shared_mailbox_gets_one_letter_with_a_link_for_each_account() {
    let app = TestApp::new();
    app.execute(&format!(
        "UPDATE people SET email = '{0}', email_folded = '{0}' WHERE email_folded = '{1}'",
        people::SAMIRA,
        people::IJSBRAND
    ));
    forgot(&app, people::IJSBRAND);
    let letter = app.letter_to(people::SAMIRA);
    let words = letter.all(".letter").remove(0);
    assert!(words.contains(people::SAMIRA) && words.contains(people::IJSBRAND), "{words}");
    let links = letter.attributes(".letter a", "href");
    assert_eq!(links.len(), 2);
    let own = links.iter().find(|l| app.browser().get(l).words().contains("IJsbrand Çelik")).unwrap();
    assert_eq!(app.browser().post(own, &[("password", CHOSEN)]).status, 303);
    assert!(signs_in(&app, people::IJSBRAND, CHOSEN));
    assert!(signs_in(&app, people::SAMIRA, PASSWORD), "the other account is left alone");
}

#[test]
fn an_expired_reset_offers_a_new_one() {
    let app = TestApp::new();
    forgot(&app, people::SAMIRA);
    let first = link(&app.letter_to(people::SAMIRA));
    app.running.advance(TimeDelta::hours(72));
    app.running.work();
    assert_eq!(app.browser().get(&first).status, 410);
    app.browser().post(&format!("{first}/renewal"), &[]);
    let second = link(&app.letter_to(people::SAMIRA));
    assert_ne!(first, second);
    assert_eq!(app.browser().post(&second, &[("password", CHOSEN)]).status, 303);
}

#[test]
fn a_link_of_one_kind_is_none_of_the_other() {
    let app = TestApp::new();
    forgot(&app, people::SAMIRA);
    let reset = link(&app.letter_to(people::SAMIRA));
    let invitation = reset.replace("/password/", "/invitation/");
    assert_eq!(app.browser().get(&invitation).status, 404);
    assert_eq!(app.browser().post(&invitation, &[("password", CHOSEN)]).status, 404);
}

fn change(browser: &mut Browser, current: &str, new: &str) -> crate::support::Page {
    browser.post("/account/password", &[("current", current), ("password", new)])
}

#[test]
fn changing_ones_password_asks_for_the_old_one_and_a_good_new_one() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    for (current, new, field) in [
        ("wrong", CHOSEN, "#current-error"),
        ("", CHOSEN, "#current-error"),
        (PASSWORD, "", "#password-error"),
        (PASSWORD, "kort", "#password-error"),
        (PASSWORD, "samirabakker", "#password-error"),
        (PASSWORD, PASSWORD, "#password-error"),
    ] {
        let page = change(&mut browser, current, new);
        assert_eq!((page.status, page.all(field).len()), (422, 1), "{current} {new}");
        assert_eq!(page.all("[data-error-summary] a").len(), 1);
        assert!(!page.text().contains(CHOSEN) && !page.text().contains(PASSWORD), "passwords are not sent back");
    }
    assert!(signs_in(&app, people::SAMIRA, PASSWORD));
}

#[test]
fn a_changed_password_ends_every_other_session_and_renews_this_one() {
    let app = TestApp::new();
    let mut elsewhere = app.signed_in(people::SAMIRA);
    let mut browser = app.signed_in(people::SAMIRA);
    let mut stolen = browser.clone();
    let done = change(&mut browser, PASSWORD, CHOSEN);
    assert_eq!((done.status, done.location.as_str()), (303, "/account"));
    let page = browser.get("/account");
    assert_eq!(page.all(".notice").len(), 1);
    assert_eq!(elsewhere.get("/account").status, 303);
    assert_eq!(stolen.get("/account").status, 303, "the key from before the change is worth nothing");
    assert!(app.letter_to(people::SAMIRA).words().contains("veranderd"));
    assert!(signs_in(&app, people::SAMIRA, CHOSEN));
}

#[test]
fn guessing_the_old_password_in_an_open_browser_is_slowed_down() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    for _ in 0..10 {
        assert_eq!(change(&mut browser, "wrong", CHOSEN).status, 422);
    }
    assert_eq!(change(&mut browser, PASSWORD, CHOSEN).status, 429);
}

#[test]
fn the_words_that_were_typed_count_in_any_language() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    let thai = "ขอให้โชคดีนะเพื่อนรัก";
    assert_eq!(change(&mut browser, PASSWORD, thai).status, 303);
    assert!(signs_in(&app, people::SAMIRA, thai));
}

#[test]
fn asking_is_slowed_down_for_whoever_asks_too_often() {
    let app = TestApp::new();
    let ask = || app.browser().post("/password/forgotten", &[("email", "nobody@example.nl")]).status;
    let answers: Vec<u16> = (0..40).map(|_| ask()).collect();
    assert_eq!(answers[0], 303);
    assert!(answers.contains(&429), "{answers:?}");
}

#[test]
fn asking_many_times_sends_one_letter() {
    let app = TestApp::new();
    for _ in 0..5 {
        forgot(&app, people::SAMIRA);
        app.running.work();
    }
    let list = app.signed_in(people::SJOERD).get("/staff/letters");
    assert_eq!(list.all("tbody tr").iter().filter(|row| row.contains(people::SAMIRA)).count(), 1);
}

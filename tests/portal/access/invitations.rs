//! Getting in for the first time.

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

const CHOSEN: &str = "drie paarden lezen kranten";

/// The path of the link in a letter.
pub fn link(letter: &Page) -> String {
    letter.attributes(".letter a", "href").into_iter().next().unwrap_or_else(|| panic!("no link in {}", letter.words()))
}

fn invited(app: &TestApp) -> String {
    link(&app.letter_to(people::LOES))
}

fn accepted(app: &TestApp, link: &str) -> Browser {
    let mut browser = app.browser();
    let page = browser.post(link, &[("password", CHOSEN)]);
    assert_eq!((page.status, page.location.as_str()), (303, "/account/statement"), "{}", page.words());
    browser
}

#[test]
fn an_invitation_leads_from_the_letter_to_the_portal() {
    let app = TestApp::new();
    let letter = app.letter_to(people::LOES);
    assert!(letter.all(".letter")[0].contains(people::LOES), "the letter names the sign-in name");
    let link = link(&letter);
    let page = app.browser().get(&link);
    assert_eq!(page.status, 200);
    assert!(page.words().contains("Loes Hermans") && page.words().contains(people::LOES));

    let mut browser = accepted(&app, &link);
    assert_eq!(browser.get("/choice").location, "/account/statement", "the statement comes first");
    let refused = browser.post("/account/statement", &[("version", "2026-11-26")]);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.all("#accepted-error").len(), 1);
    let old = browser.post("/account/statement", &[("version", "2020-01-01"), ("accepted", "on")]);
    assert_eq!(old.status, 422, "what was accepted is what was shown");
    let done = browser.post("/account/statement", &[("version", "2026-11-26"), ("accepted", "on")]);
    assert_eq!(done.location, "/");
    assert_eq!(browser.get("/").location, "/student");
}

#[test]
fn opening_the_link_uses_nothing_up_and_choosing_a_password_does() {
    let app = TestApp::new();
    let link = invited(&app);
    for _ in 0..3 {
        assert_eq!(app.browser().get(&link).status, 200);
    }
    accepted(&app, &link);
    let used = app.browser().get(&link);
    assert_eq!(used.status, 404);
    assert_eq!(used.attributes("main a", "href"), ["/login", "/password/forgotten"]);
    assert_eq!(app.browser().post(&link, &[("password", "nog eens drie paarden")]).status, 404);
    let unknown = app.browser().get("/invitation/nothing-like-it");
    assert_eq!((unknown.status, unknown.all("main")), (404, used.all("main")));
}

#[test]
fn of_two_who_use_a_link_at_once_one_gets_in() {
    let app = TestApp::new();
    let link = invited(&app);
    let press = || app.browser().post(&link, &[("password", CHOSEN)]).status;
    let mut answers = std::thread::scope(|scope| {
        let both = [scope.spawn(press), scope.spawn(press)];
        both.map(|t| t.join().unwrap())
    });
    answers.sort_unstable();
    assert_eq!(answers, [303, 404]);
}

#[test]
fn a_weak_password_or_ones_own_name_is_refused_and_the_link_stays_good() {
    let app = TestApp::new();
    let link = invited(&app);
    for weak in ["", "kort", "wachtwoord123", "loeshermans", people::LOES] {
        let page = app.browser().post(&link, &[("password", weak)]);
        assert_eq!(page.status, 422, "{weak}");
        assert_eq!(page.all("#password-error").len(), 1);
        assert!(!page.text().contains(&format!("value=\"{weak}\"")) || weak == people::LOES || weak.is_empty());
    }
    accepted(&app, &link);
}

#[test]
fn an_expired_link_offers_a_new_one_to_the_same_address() {
    let app = TestApp::new();
    let first = invited(&app);
    app.running.advance(TimeDelta::hours(71));
    assert_eq!(app.browser().get(&first).status, 200);
    app.running.advance(TimeDelta::hours(1));
    let expired = app.browser().get(&first);
    assert_eq!(expired.status, 410);
    assert_eq!(app.browser().post(&first, &[("password", CHOSEN)]).status, 410);
    app.running.work();
    let renewal = expired.attributes("main form", "action").remove(0);
    let asked = app.browser().post(&renewal, &[]);
    let nobody = app.browser().post("/invitation/nothing-like-it/renewal", &[]);
    assert_eq!((asked.status, &asked.location), (303, &"/password/forgotten/sent".to_owned()));
    assert_eq!((nobody.status, nobody.location), (asked.status, asked.location));

    let second = invited(&app);
    assert_ne!(first, second);
    accepted(&app, &second);
}

#[test]
fn asking_twice_for_a_new_link_sends_one_letter() {
    let app = TestApp::new();
    let first = invited(&app);
    app.running.advance(TimeDelta::hours(73));
    for _ in 0..2 {
        app.browser().post(&format!("{first}/renewal"), &[]);
        app.running.work();
    }
    let list = app.signed_in(people::SJOERD).get("/staff/letters");
    assert_eq!(list.all("tbody tr").iter().filter(|row| row.contains(people::LOES)).count(), 2);
}

#[test]
fn an_invitation_dies_with_the_password_however_it_was_chosen() {
    let app = TestApp::new();
    let invitation = invited(&app);
    app.browser().post("/password/forgotten", &[("email", people::LOES)]);
    let reset = link(&app.letter_to(people::LOES));
    assert!(reset.starts_with("/password/"));
    assert_eq!(app.browser().post(&reset, &[("password", CHOSEN)]).location, "/login?done=password");
    assert_eq!(app.browser().get(&invitation).status, 404);
}

#[test]
fn a_closed_account_opens_for_no_link() {
    let app = TestApp::new();
    let link = invited(&app);
    app.execute(&format!("UPDATE accounts SET blocked_at = created_at WHERE sign_in_folded = '{}'", people::LOES));
    assert_eq!(app.browser().get(&link).status, 404);
    assert_eq!(app.browser().post(&link, &[("password", CHOSEN)]).status, 404);
}

//! Another e-mail address: a yes from both mailboxes.

use chrono::TimeDelta;

use super::invitations::link;
use crate::support::{Browser, PASSWORD, Page, TestApp, people};

const HOME: &str = "samira@thuis.example.nl";

fn ask(browser: &mut Browser, email: &str) -> Page {
    browser.post("/account/email", &[("email", email), ("password", PASSWORD)])
}

/// The links that went to the new and to the old address.
fn links(app: &TestApp, new: &str, old: &str) -> (String, String) {
    (link(&app.letter_to(new)), link(&app.letter_to(old)))
}

fn address(app: &TestApp, name: &str) -> Vec<String> {
    app.texts(&format!("SELECT email AS line FROM people WHERE last_name = '{name}'"))
}

fn signs_in(app: &TestApp, name: &str) -> bool {
    app.browser().post("/login", &[("email", name), ("password", PASSWORD)]).status == 303
}

fn lines(app: &TestApp, act: &str) -> i64 {
    app.number(&format!("SELECT COUNT(*) AS number FROM register_lines WHERE act = '{act}'"))
}

#[test]
fn an_address_changes_when_both_mailboxes_have_said_yes() {
    for new_first in [true, false] {
        let app = TestApp::new();
        let mut samira = app.signed_in(people::SAMIRA);
        assert_eq!(ask(&mut samira, HOME).location, "/account/email");
        let (new, old) = links(&app, HOME, people::SAMIRA);
        assert!(new.starts_with("/email/") && new != old);
        // Opening a link is no yes: mail programs open links too.
        for path in [&new, &old, &new] {
            assert_eq!(app.browser().get(path).status, 200);
        }
        let (first, second) = if new_first { (&new, &old) } else { (&old, &new) };
        let half = app.browser().post(&format!("{first}/confirmation"), &[]);
        assert!(half.words().contains(if new_first { "je oude adres" } else { "je nieuwe adres" }), "{}", half.words());
        assert_eq!(address(&app, "Bakker"), [people::SAMIRA]);
        let waits = samira.get("/account/email").all("section[aria-labelledby=waits] .tag");
        assert_eq!(waits.len(), 2);
        assert_eq!(waits.iter().filter(|w| *w == "bevestigd").count(), 1);

        let done = app.browser().post(&format!("{second}/confirmation"), &[]);
        assert!(
            done.words().contains("Je e-mailadres is veranderd") && done.words().contains(HOME),
            "{}",
            done.words()
        );
        assert_eq!(address(&app, "Bakker"), [HOME]);
        assert!(signs_in(&app, HOME) && !signs_in(&app, people::SAMIRA), "the sign-in name went along");
        assert_eq!(samira.get("/account").status, 200, "whoever is signed in stays so");
        assert_eq!((lines(&app, "address_asked"), lines(&app, "address_changed")), (1, 1));
        let told = app.letter_to(HOME);
        assert!(
            told.words().contains("komen vanaf nu op dit adres") && told.words().contains(HOME),
            "{}",
            told.words()
        );
        for path in [&new, &old] {
            assert_eq!(app.browser().get(path).status, 404, "a link works once");
            assert_eq!(app.browser().post(&format!("{path}/confirmation"), &[]).status, 404);
        }
    }
}

#[test]
fn the_old_mailbox_can_stop_it() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, HOME);
    let (new, old) = links(&app, HOME, people::SAMIRA);
    app.browser().post(&format!("{new}/confirmation"), &[]);
    assert_eq!(app.browser().post(&format!("{new}/stop"), &[]).status, 404, "only the old one stops it");
    let page = app.browser().get(&old);
    assert!(page.words().contains("s…@thuis.example.nl") && !page.words().contains(HOME), "{}", page.words());
    let stopped = app.browser().post(&format!("{old}/stop"), &[]);
    assert!(stopped.words().contains("Tegengehouden"));
    assert_eq!(app.browser().post(&format!("{old}/confirmation"), &[]).status, 404);
    assert_eq!((address(&app, "Bakker"), lines(&app, "address_stopped")), (vec![people::SAMIRA.to_owned()], 1));
}

#[test]
fn it_expires_and_its_owner_can_let_it_go() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, HOME);
    let (new, old) = links(&app, HOME, people::SAMIRA);
    app.browser().post(&format!("{new}/confirmation"), &[]);
    app.running.advance(TimeDelta::hours(72));
    assert_eq!(app.browser().post(&format!("{old}/confirmation"), &[]).status, 404);
    app.running.work();
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM email_changes"), 0);

    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, HOME);
    let (_, old) = links(&app, HOME, people::SAMIRA);
    assert_eq!(samira.post("/account/email/ending", &[]).location, "/account/email");
    assert_eq!(app.browser().get(&old).status, 404);
    assert_eq!(address(&app, "Bakker"), [people::SAMIRA]);
}

#[test]
fn a_second_question_takes_the_place_of_the_first() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, "eerst@thuis.example.nl");
    let first = link(&app.letter_to("eerst@thuis.example.nl"));
    app.running.advance(TimeDelta::minutes(1));
    ask(&mut samira, HOME);
    assert_eq!(app.browser().get(&first).status, 404);
    let (new, old) = links(&app, HOME, people::SAMIRA);
    for path in [new, old] {
        app.browser().post(&format!("{path}/confirmation"), &[]);
    }
    assert_eq!(address(&app, "Bakker"), [HOME]);
}

#[test]
fn nobody_learns_whether_an_address_is_in_use() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let mut said = Vec::new();
    for email in [people::HUGO, "niemand@example.nl"] {
        let sent = ask(&mut samira, email);
        let page = samira.get("/account/email").words().replace(email, "ADRES");
        let letter = app.letter_to(email).all(".letter").join(" ").replace(email, "ADRES");
        assert!(!letter.contains("Samira") && !letter.contains("Bakker"), "a stranger reads nothing of whose it is");
        said.push((sent.status, sent.location, page, letter));
    }
    assert_eq!(said[0].0, 303);
    assert_eq!((&said[0].2, &said[0].3.len()), (&said[1].2, &said[1].3.len()));
}

#[test]
fn whoever_comes_to_share_a_mailbox_gets_a_sign_in_name_of_their_own() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, people::IJSBRAND);
    let old = link(&app.letter_to(people::SAMIRA));
    let new = app.texts("SELECT body AS line FROM letters WHERE kind = 'address_asked'").remove(0);
    let new = format!("/email/{}", new.split("/email/").nth(1).unwrap().split_whitespace().next().unwrap());
    for path in [new, old] {
        app.browser().post(&format!("{path}/confirmation"), &[]);
    }
    assert_eq!(address(&app, "Bakker"), [people::IJSBRAND]);
    assert!(signs_in(&app, "samira.bakker") && signs_in(&app, people::IJSBRAND));
    let names = "SELECT COUNT(*) AS number FROM accounts WHERE sign_in_folded = 'ijsbrand.celik@lindedam.example.nl'";
    assert_eq!(app.number(names), 1, "the name stays with whoever had it");
}

#[test]
fn a_sign_in_name_of_ones_own_choosing_stays() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    samira.post("/account/name", &[("name", "samira.b")]);
    ask(&mut samira, HOME);
    let (new, old) = links(&app, HOME, people::SAMIRA);
    for path in [new, old] {
        app.browser().post(&format!("{path}/confirmation"), &[]);
    }
    assert!(signs_in(&app, "samira.b") && !signs_in(&app, HOME));
}

#[test]
fn of_two_mailboxes_that_say_yes_at_once_the_address_changes_once() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, HOME);
    let (new, old) = links(&app, HOME, people::SAMIRA);
    let press = |path: &str| app.browser().post(&format!("{path}/confirmation"), &[]).status;
    let answers = std::thread::scope(|scope| {
        let all = [&new, &old, &new, &old].map(|path| scope.spawn(move || press(path)));
        all.map(|t| t.join().unwrap())
    });
    assert!(answers.iter().all(|status| [200, 404].contains(status)), "{answers:?}");
    assert_eq!((address(&app, "Bakker"), lines(&app, "address_changed")), (vec![HOME.to_owned()], 1));
}

#[test]
fn a_link_that_went_to_the_old_mailbox_opens_nothing_any_more() {
    let app = TestApp::new();
    app.browser().post("/password/forgotten", &[("email", people::SAMIRA)]);
    let reset = link(&app.letter_to(people::SAMIRA));
    app.running.advance(TimeDelta::minutes(1));
    let mut samira = app.signed_in(people::SAMIRA);
    ask(&mut samira, HOME);
    let (new, old) = links(&app, HOME, people::SAMIRA);
    for path in [new, old] {
        app.browser().post(&format!("{path}/confirmation"), &[]);
    }
    assert_eq!(app.browser().get(&reset).status, 404);
}

#[test]
fn what_cannot_be_is_refused_with_what_was_typed_and_asking_is_slowed_down() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    for (email, password, field) in [
        ("", PASSWORD, "email"),
        ("geen adres", PASSWORD, "email"),
        ("Samira.Bakker@lindedam.example.nl", PASSWORD, "email"),
        (HOME, "", "password"),
        (HOME, "niet dit", "password"),
    ] {
        let page = samira.post("/account/email", &[("email", email), ("password", password)]);
        assert_eq!((page.status, page.all(&format!("#{field}-error")).len()), (422, 1), "{email} {password}");
        assert_eq!(page.value("email").as_deref(), Some(email));
        assert!(!page.text().contains("niet dit"));
    }
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM letters WHERE kind LIKE 'address%'"), 0);
    for number in 0..5 {
        assert_eq!(ask(&mut samira, &format!("adres{number}@thuis.example.nl")).status, 303);
    }
    let page = ask(&mut samira, HOME);
    assert_eq!((page.status, page.value("email").as_deref()), (422, Some(HOME)));
    assert!(page.all("#email-error")[0].contains("morgen"));
}

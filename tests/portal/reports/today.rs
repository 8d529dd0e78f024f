//! The first page of staff.

use crate::planning::{AUTUMN, SPACE};
use crate::support::{TestApp, people};

#[test]
fn the_assistant_sees_what_waits_and_where() {
    let app = TestApp::new();
    let page = app.signed_in(people::FATIMA).get("/staff");
    assert_eq!(page.status, 200);
    let rows = page.all("tbody tr").join("\n");
    assert!(rows.contains(SPACE) && rows.contains("nog geen groepen"), "{rows}");
    assert!(rows.contains("nog niet binnen"), "{rows}");
    assert!(page.words().contains("e-mails niet aangekomen"));
    assert!(!page.words().contains("teksten die je kunt lezen"));
}

#[test]
fn a_trainer_sees_own_groups_and_the_meetings_to_give() {
    let app = TestApp::new();
    let page = app.signed_in(people::JOOST).get("/staff");
    let meetings = page.all("section[aria-labelledby='meetings'] li");
    assert_eq!(meetings.len(), 2, "{meetings:?}");
    assert!(meetings.iter().all(|m| m.contains("Dinsdagochtend") && m.contains(AUTUMN)), "{meetings:?}");
    assert!(!page.words().contains(SPACE), "a project without a group of Joost");
}

#[test]
fn who_keeps_order_gets_a_calm_page_without_anybody_in_it() {
    let app = TestApp::new();
    for who in [people::HANNA, "ruben.maas@opleider.example.nl", "ilse.kortekaas@opleider.example.nl"] {
        let page = app.signed_in(who).get("/staff");
        assert_eq!(page.status, 200, "{who}");
        assert!(page.words().contains("Dit doe je in Traject"), "{who}");
        assert!(page.all(".tile").is_empty() && page.all("table").is_empty(), "{who}");
    }
}

#[test]
fn the_page_asks_a_few_things_of_the_database_however_much_waits() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::FATIMA);
    browser.get("/staff");
    let before = app.running.queries();
    browser.get("/staff");
    // PostgreSQL is asked whether it is still there each time a connection is taken.
    let greetings = if crate::support::database::server().is_some() { 2 } else { 0 };
    assert!(app.running.queries() - before <= 8 + greetings, "{}", app.running.queries() - before);
}

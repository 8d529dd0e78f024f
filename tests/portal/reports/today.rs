//! The first page of staff.

use crate::planning::{AUTUMN, SPACE, WINTER};
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
    assert_eq!(meetings.len(), 4, "{meetings:?}");
    let of = |group: &str, project: &str| meetings.iter().filter(|m| m.contains(group) && m.contains(project)).count();
    assert_eq!((of("Dinsdagochtend", AUTUMN), of("Maandagmiddag", WINTER)), (2, 2), "{meetings:?}");
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
    for who in [people::FATIMA, people::JOOST, people::PETRA, people::SJOERD] {
        let mut browser = app.signed_in(who);
        browser.get("/staff");
        let before = app.running.queries();
        browser.get("/staff");
        // PostgreSQL is asked whether it is still there each time a connection is taken.
        let greetings = if crate::support::database::server().is_some() { 2 } else { 0 };
        let taken = app.running.queries() - before;
        assert!(taken <= 8 + greetings, "{who}: {taken}");
    }
}

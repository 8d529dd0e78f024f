//! Waiting for a database that does not answer has an end.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use crate::support::{PASSWORD, TestApp, people};

#[test]
fn who_waits_for_a_lock_gets_a_page_that_says_so_and_a_way_back() {
    let app = TestApp::new();
    // SQLite has one writer, and its patience is tested where it is one.
    let Some(url) = app.database() else { return };
    let mut other = PgConnection::establish(&url).unwrap();
    other.batch_execute("BEGIN; LOCK TABLE attempts IN ACCESS EXCLUSIVE MODE").unwrap();
    let page = app.browser().post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    assert_eq!(page.status, 503, "{}", page.words());
    assert!(!page.attributes("main a.button", "href").is_empty());
    other.batch_execute("ROLLBACK").unwrap();
    app.signed_in(people::SAMIRA);
}

#[test]
fn every_connection_has_its_limits() {
    let app = TestApp::new();
    let Some(url) = app.database() else { return };
    app.signed_in(people::SAMIRA);
    // What the program leaves open without end would be seen from outside as a transaction that idles.
    let mut other = PgConnection::establish(&url).unwrap();
    other.batch_execute("BEGIN; LOCK TABLE letters IN ACCESS EXCLUSIVE MODE").unwrap();
    let page = app.signed_in(people::SJOERD).get("/staff/letters");
    assert_eq!(page.status, 503, "{}", page.words());
    other.batch_execute("ROLLBACK").unwrap();
}

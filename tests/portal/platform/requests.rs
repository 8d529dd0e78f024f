//! Requests as scripts, monitors and strangers send them.

use std::sync::Arc;

use crate::support::{TestApp, people};

#[test]
fn a_monitor_may_ask_for_the_head_alone() {
    let app = TestApp::new();
    let page = app.browser().send("HEAD", "/login", None, b"");
    assert_eq!((page.status, page.body.len()), (200, 0));
}

#[test]
fn a_page_that_says_nothing_new_writes_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    browser.get("/account");
    assert!(!browser.get("/account").headers.contains_key("set-cookie"));
}

#[test]
fn a_static_file_is_kept_for_a_year_only_under_its_own_address() {
    let app = TestApp::new();
    let mut browser = app.browser();
    let css = browser.get("/login").attributes("link[rel=stylesheet]", "href").remove(0);
    let kept = |path: &str| app.browser().get(path).headers.get("cache-control").cloned().unwrap_or_default();
    assert!(kept(&css).contains("immutable"));
    assert_eq!(kept("/static/otherhash/app.css"), "no-cache");
}

/// The count comes before the look, so that guesses at the same moment are as few as guesses one by one.
#[test]
fn many_guesses_at_once_are_no_more_than_ten() {
    let app = Arc::new(TestApp::new());
    let guesses: Vec<_> = (0..25)
        .map(|_| {
            let app = app.clone();
            std::thread::spawn(move || {
                app.browser().post("/login", &[("email", people::SAMIRA), ("password", "wrong")]).status
            })
        })
        .collect();
    let answers: Vec<u16> = guesses.into_iter().map(|g| g.join().unwrap()).collect();
    assert_eq!(answers.iter().filter(|s| **s == 422).count(), 10, "{answers:?}");
    assert_eq!(answers.iter().filter(|s| **s == 429).count(), 15, "{answers:?}");
}

/// Everybody in an office has one address, and a letter goes to all of them on one day.
#[test]
fn opening_links_out_of_letters_leaves_the_sign_in_alone() {
    let app = TestApp::new();
    let mut office = app.browser();
    for _ in 0..60 {
        assert_eq!(office.get("/waiting/nothing-at-all").status, 404);
    }
    app.signed_in(people::SAMIRA);
}

/// Who is signed in is looked up without a thread of its own, which once took the place of the page itself.
#[test]
fn a_crowd_on_few_connections_is_served() {
    let app = Arc::new(TestApp::with(&[("DATABASE_CONNECTIONS", "2")]));
    let browser = app.signed_in(people::SAMIRA);
    let visits: Vec<_> = (0..12)
        .map(|_| {
            let mut browser = browser.clone();
            std::thread::spawn(move || (0..5).map(|_| browser.get("/account").status).collect::<Vec<_>>())
        })
        .collect();
    for visit in visits {
        assert_eq!(visit.join().unwrap(), [200; 5]);
    }
}

//! Marking what was answered in words.

use chrono::TimeDelta;

use super::{SIOBHAN, action, attempts, last, part};
use crate::support::{Page, TestApp, people};

/// The fields of the only answer of Siobhán that is to be read, and the version of her attempt.
fn fields(page: &Page) -> (String, String, String) {
    let points = page.attributes("input[type=number]", "name").remove(0);
    (page.value("version").unwrap(), points.clone(), points.replace("points", "comment"))
}

#[test]
fn what_waits_is_in_a_queue_and_leaves_it_when_it_is_marked() {
    let app = TestApp::new();
    let mut mirjam = app.signed_in(people::MIRJAM);
    let queue = mirjam.get("/staff/tests");
    assert!(queue.words().contains("Siobhán O'Neill"), "{}", queue.words());
    assert!(!app.signed_in(people::JOOST).get("/staff/tests").words().contains("Siobhán"));
    let path = format!("/staff/attempts/{}", last(&app, SIOBHAN));
    assert_eq!(queue.attributes("main li a", "href"), std::slice::from_ref(&path));
    let page = mirjam.get(&path);
    let (version, points, comment) = fields(&page);
    let wrong = mirjam.post(&path, &[("version", &version), (&points, "7"), (&comment, "Blijft staan")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.words().contains("van 0 tot en met 6") && wrong.text().contains("Blijft staan"));
    // A word without points keeps it waiting.
    let kept = mirjam.post(&path, &[("version", &version), (&points, ""), (&comment, "Mooi begin")]);
    assert_eq!(kept.status, 303);
    assert_eq!(attempts(&app, SIOBHAN, "state = 'submitted'"), 1);
    let student = format!("/student/tests/{}", action(&app));
    assert!(!app.signed_in(SIOBHAN).get(&student).text().contains("Mooi begin"), "not before the result is out");
    let (version, ..) = fields(&mirjam.get(&path));
    let done = mirjam.post(&path, &[("version", &version), (&points, "4"), (&comment, "Mooi begin")]);
    assert_eq!(done.status, 303);
    assert!(!mirjam.get("/staff/tests").words().contains("Siobhán"));
    let page = app.signed_in(SIOBHAN).get(&student);
    assert!(page.words().contains("18 of 20 points (90%)") && page.text().contains("Mooi begin"), "{}", page.words());
    for act in ["read", "marked"] {
        let lines = format!(
            "SELECT count(*) AS number FROM register_lines WHERE act = '{act}' AND subject = 'test_attempts' AND subject_row = {}",
            last(&app, SIOBHAN)
        );
        assert!(app.number(&lines) >= 2, "{act}");
    }
}

#[test]
fn a_mark_that_was_a_mistake_is_mended_and_the_tick_with_it() {
    let app = TestApp::new();
    app.execute(&format!("UPDATE tests SET pass_mark = 90 WHERE action_id = {}", action(&app)));
    let path = format!("/staff/attempts/{}", last(&app, SIOBHAN));
    let mut mirjam = app.signed_in(people::MIRJAM);
    let mut mark = |given: &str| {
        let (version, points, comment) = fields(&mirjam.get(&path));
        mirjam.post(&path, &[("version", &version), (&points, given), (&comment, "")]).status
    };
    let ticks = || {
        app.number(&format!(
            "SELECT count(*) AS number FROM completions WHERE action_id = {} AND participant_id = {}",
            action(&app),
            part(&app, SIOBHAN)
        ))
    };
    assert_eq!((mark("4"), ticks()), (303, 1));
    assert_eq!((mark("3"), ticks()), (303, 0));
    assert_eq!((mark(""), ticks()), (422, 0), "what is marked stays marked");
    assert_eq!((mark("6"), ticks()), (303, 1));
}

#[test]
fn two_readers_do_not_undo_each_other_and_nothing_typed_is_lost() {
    let app = TestApp::new();
    let path = format!("/staff/attempts/{}", last(&app, SIOBHAN));
    let (mut mirjam, mut petra) = (app.signed_in(people::MIRJAM), app.signed_in(people::PETRA));
    let (version, points, comment) = fields(&mirjam.get(&path));
    assert_eq!(petra.post(&path, &[("version", &version), (&points, "5"), (&comment, "Van Petra")]).status, 303);
    let late = mirjam.post(&path, &[("version", &version), (&points, "2"), (&comment, "Van Mirjam")]);
    assert_eq!(late.status, 409);
    assert!(late.text().contains("Van Mirjam") && late.words().contains("Al bewaard: Van Petra"), "{}", late.words());
    assert_eq!(attempts(&app, SIOBHAN, "points = 19"), 1);
    let (version, ..) = fields(&late);
    app.running.advance(TimeDelta::hours(13));
    let out = mirjam.post(&path, &[("version", &version), (&points, "2"), (&comment, "Na het uitloggen")]);
    assert_eq!(out.status, 303);
    assert_eq!(app.sign_in(&mut mirjam, people::MIRJAM, &path).location, path);
    let page = mirjam.get(&path);
    assert!(page.text().contains("Na het uitloggen") && page.words().contains("Wat je typte, is er nog"));
}

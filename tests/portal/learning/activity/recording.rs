//! What is written down, and what is not.

use std::sync::Barrier;

use chrono::TimeDelta;

use super::{count, part, quiet, sittings, step};
use crate::learning::films::{YARA, of_lindedam, of_training, watch};
use crate::learning::tests::{ALETTA, NOTHING, RIGHT, Taker};
use crate::support::{Browser, TestApp, people};

const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

fn minutes(app: &TestApp, minutes: i64) {
    app.running.advance(TimeDelta::minutes(minutes));
}

fn sign_ins(app: &TestApp) -> Vec<String> {
    app.texts("SELECT CAST(at AS TEXT) || ' ' || coalesce(address, '-') || ' ' || coalesce(browser, '-') AS line FROM sign_ins ORDER BY id")
}

#[test]
fn a_sign_in_is_written_down_with_address_and_kind_of_browser() {
    let app = quiet();
    let mut phone = app.browser().with_header("user-agent", PHONE);
    app.sign_in(&mut phone, people::SAMIRA, "");
    assert_eq!(sign_ins(&app), ["2026-11-24 09:00:00 127.0.0.1 Safari / iPhone"]);
    // Coming back to a page is no sign-in, and neither is a new key for the same visit.
    minutes(&app, 7);
    assert_eq!(phone.get("/student").status, 200);
    let changed = [("current", crate::support::PASSWORD), ("password", "een heel ander wachtwoord 7")];
    phone.post("/account/password", &changed);
    assert_eq!(sign_ins(&app).len(), 1);
}

#[test]
fn who_did_not_get_in_or_takes_part_in_nothing_leaves_no_sign_in() {
    let app = quiet();
    let mut stranger = app.browser();
    assert_eq!(stranger.post("/login", &[("email", people::SAMIRA), ("password", "iets anders")]).status, 422);
    assert_eq!(stranger.get("/login").status, 200);
    assert_eq!(count(&app, "sign_ins"), 0);
    app.signed_in(people::WOUTER);
    app.signed_in(people::PETRA);
    assert_eq!(count(&app, "sign_ins"), 0, "of leaders and staff the register says it");
    app.signed_in(people::ANOUK);
    assert_eq!(count(&app, "sign_ins"), 1, "she takes part as well");
}

#[test]
fn a_sign_in_with_a_second_step_counts_when_that_is_taken() {
    let app = quiet();
    // A trainer who takes part in a project of another provider's making.
    app.execute(
        "INSERT INTO participants (project_id, person_id, created_at) VALUES ((SELECT min(id) FROM projects), \
         (SELECT id FROM people WHERE email = 'joost.veerman@opleider.example.nl'), '2026-11-24 08:00:00')",
    );
    let mut joost = app.browser();
    let fields = [("email", people::JOOST), ("password", crate::support::PASSWORD)];
    assert_eq!(joost.post("/login", &fields).location, "/login/code");
    assert_eq!(count(&app, "sign_ins"), 0);
    app.signed_in(people::JOOST);
    assert_eq!(count(&app, "sign_ins"), 1);
}

#[test]
fn a_step_begins_with_the_first_opening_of_its_page() {
    let app = quiet();
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get("/student").status, 200);
    assert!(sittings(&app).is_empty(), "the home is no step");
    let intake = format!("/student/intakes/{}", step(&app, 1));
    samira.get(&intake);
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:00:00"]);
    minutes(&app, 4);
    samira.get(&intake);
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:00:00"], "not with every page");
    minutes(&app, 16);
    samira.get(&intake);
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:20:00"]);
    // After more than half an hour it is another time.
    minutes(&app, 31);
    samira.get(&intake);
    assert_eq!(
        sittings(&app),
        ["1 2026-11-24 09:00:00 2026-11-24 09:20:00", "2 2026-11-24 09:51:00 2026-11-24 09:51:00"]
    );
}

#[test]
fn keeping_a_draft_is_working_and_a_step_that_is_done_is_left_alone() {
    let app = quiet();
    let mut samira = app.signed_in(people::SAMIRA);
    let intake = format!("/student/intakes/{}", step(&app, 1));
    samira.get(&intake);
    minutes(&app, 10);
    let version = samira.get(&intake).value("version").unwrap_or_default();
    minutes(&app, 10);
    let kept = samira.clone().with_header("x-requested-with", "fetch").post(&intake, &[("version", &version)]);
    assert_eq!(kept.status, 200, "{}", kept.words());
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:20:00"]);
    app.execute(&format!(
        "INSERT INTO completions (participant_id, action_id, done_at) VALUES ({}, {}, '2026-11-24 09:25:00')",
        part(&app, people::SAMIRA),
        step(&app, 1)
    ));
    minutes(&app, 60);
    samira.get(&intake);
    assert_eq!(sittings(&app).len(), 1, "looking back is no work");
}

#[test]
fn each_kind_of_step_has_a_page_that_begins_it() {
    let app = quiet();
    let mut samira = app.signed_in(people::SAMIRA);
    let upload = crate::learning::upload_action(&app, people::SAMIRA);
    samira.get(&format!("/student/uploads/new/{upload}"));
    samira.get(&format!("/student/actions/{}", step(&app, 2)));
    assert_eq!(count(&app, "sittings"), 2);
    let begun = app.numbers("SELECT action_id AS id FROM sittings ORDER BY action_id");
    assert_eq!(begun, [step(&app, 2), upload]);
    // Reading a text is done by a button; from beginning to end is what is between.
    minutes(&app, 12);
    assert_eq!(samira.post(&format!("/student/actions/{}/completion", step(&app, 2)), &[]).status, 303);
    let page = samira.get("/student/activity");
    let row = page.all("tbody tr").into_iter().find(|row| row.contains("24 november 2026, 10.12 uur")).unwrap();
    assert!(row.contains("24 november 2026, 10.00 uur") && row.contains("12 minuten 12 minuten"), "{row}");
}

#[test]
fn a_test_begins_with_its_questions_and_goes_on_with_each_draft() {
    let app = quiet();
    app.execute("DELETE FROM test_attempts");
    let mut aletta = Taker::new(&app, ALETTA);
    let page = aletta.page();
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:00:00"]);
    minutes(&app, 20);
    let draft = aletta.form(&page, NOTHING);
    assert_eq!(aletta.send("attempt", &draft).status, 303);
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:20:00"]);
    minutes(&app, 5);
    aletta.hand_in(RIGHT);
    minutes(&app, 60);
    let result = aletta.path.clone();
    assert_eq!(aletta.browser.get(&result).status, 200);
    assert_eq!(sittings(&app).len(), 1, "looking at what came of it is no work");
}

#[test]
fn a_film_that_is_a_step_begins_on_its_page_and_lasts_as_long_as_one_watches() {
    let app = quiet();
    let film = of_training(&app);
    let mut yara = app.signed_in(YARA);
    yara.get(&format!("/student/films/{film}"));
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:00:00"]);
    minutes(&app, 6);
    assert_eq!(watch(&mut yara, film, "10", "0-10").status, 200);
    assert_eq!(sittings(&app), ["1 2026-11-24 09:00:00 2026-11-24 09:06:00"]);
    // A film that nobody has to watch is opened, and no step.
    let mut samira = app.signed_in(people::SAMIRA);
    samira.get(&format!("/student/films/{}", of_lindedam(&app)));
    assert_eq!((sittings(&app).len(), count(&app, "material_openings")), (1, 2));
}

#[test]
fn choosing_a_group_begins_where_one_chooses() {
    let app = quiet();
    let line = app.texts(
        "SELECT q.email || ' ' || CAST(a.project_id AS TEXT) AS line FROM actions a \
         JOIN participants t ON t.project_id = a.project_id JOIN people q ON q.id = t.person_id \
         JOIN accounts c ON c.person_id = q.id WHERE a.kind = 'enrolment' AND c.password_hash IS NOT NULL ORDER BY t.id",
    );
    let (email, project) = line[0].split_once(' ').unwrap();
    let mut chooser = app.signed_in(email);
    assert_eq!(chooser.get(&format!("/student/groups/{project}")).status, 200);
    assert_eq!(count(&app, "sittings"), 1);
}

#[test]
fn what_is_fetched_ahead_or_only_asked_after_is_not_opened() {
    let app = quiet();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = format!("/student/actions/{}", step(&app, 2));
    samira.send("HEAD", &path, None, b"");
    let ahead = [("sec-purpose", "prefetch"), ("sec-purpose", "prefetch;prerender"), ("purpose", "prefetch")];
    for (name, value) in ahead.into_iter().chain([("x-moz", "prefetch")]) {
        assert_eq!(samira.clone().with_header(name, value).get(&path).status, 200);
    }
    assert_eq!(count(&app, "sittings"), 0);
    let card = app.number("SELECT min(id) AS number FROM materials WHERE title = 'Vijf vragen voor je begint'");
    samira.clone().with_header("sec-purpose", "prefetch").get(&format!("/student/material/{card}"));
    assert_eq!(count(&app, "material_openings"), 0);
    samira.get(&path);
    samira.get(&format!("/student/material/{card}"));
    assert_eq!((count(&app, "sittings"), count(&app, "material_openings")), (1, 1));
}

#[test]
fn a_film_that_is_fetched_ahead_is_not_opened() {
    let app = quiet();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = samira.get("/student/films").attributes("main .file a", "href").remove(0);
    assert_eq!(samira.clone().with_header("sec-purpose", "prefetch").get(&path).status, 200);
    samira.send("HEAD", &path, None, b"");
    assert_eq!(count(&app, "material_openings"), 0);
    samira.get(&path);
    assert_eq!(count(&app, "material_openings"), 1);
}

#[test]
fn of_evaluations_and_meetings_no_time_is_kept() {
    let app = quiet();
    let mut samira = app.signed_in(people::SAMIRA);
    let (meetings, evaluation) = (step(&app, 4), step(&app, 5));
    app.execute(&format!("UPDATE actions SET kind = 'evaluation' WHERE id = {evaluation}"));
    assert_eq!(samira.get(&format!("/student/actions/{}", meetings)).status, 200);
    assert_eq!(samira.get(&format!("/student/evaluations/{}", evaluation)).status, 200);
    assert_eq!(count(&app, "sittings"), 0);
    // Nor is it told when one was done, where it is known.
    app.execute(&format!(
        "INSERT INTO completions (participant_id, action_id, done_at) VALUES ({}, {}, '2026-11-20 09:00:00')",
        part(&app, people::SAMIRA),
        evaluation
    ));
    let page = samira.get("/student/activity").words();
    assert!(!page.contains("20 november") && page.contains("Van een evaluatie houden we niet bij"), "{page}");
    let trail = app.signed_in(people::JOOST).get(&format!("/staff/activity/{}", part(&app, people::SAMIRA)));
    assert!(!trail.words().contains("20 november"), "{}", trail.words());
}

#[test]
fn somebody_else_s_step_is_not_begun() {
    let app = quiet();
    let mut hugo = app.signed_in(people::HUGO);
    for path in ["actions", "intakes", "uploads/new"] {
        assert_eq!(hugo.get(&format!("/student/{path}/{}", step(&app, 1))).status, 404);
    }
    assert_eq!(count(&app, "sittings"), 0);
}

#[test]
fn two_windows_at_once_write_one_sitting() {
    let app = quiet();
    let samira = app.signed_in(people::SAMIRA);
    let steps = [step(&app, 1), step(&app, 2)];
    for (round, action) in steps.into_iter().enumerate() {
        let path = match round {
            0 => format!("/student/intakes/{action}"),
            _ => format!("/student/actions/{action}"),
        };
        let barrier = Barrier::new(6);
        std::thread::scope(|scope| {
            for mut window in std::iter::repeat_with(|| samira.clone()).take(6) {
                let (barrier, path) = (&barrier, &path);
                scope.spawn(move || {
                    barrier.wait();
                    assert_eq!(Browser::get(&mut window, path).status, 200);
                });
            }
        });
        assert_eq!(count(&app, "sittings"), round as i64 + 1);
    }
}

//! The clocks: the sweep as the operator runs it, and the pages of the officers who keep them.

mod attempts;
mod boundaries;
pub mod certificates;
mod guard;
mod holds;
mod horizon;
mod lapsing;
mod terms;

use std::process::{Command, Output};

use crate::support::{TestApp, people};

pub use terms::change;

/// Runs the program on the data of `app`.
fn traject(app: &TestApp, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_traject"));
    command.env_remove("TRAJECT_TEST_DATABASE");
    if let Some(url) = app.database() {
        command.env("TRAJECT_DATABASE", url);
    }
    command.args(arguments).arg("--data").arg(app.folder()).output().unwrap()
}

fn said(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn files(app: &TestApp) -> i64 {
    app.number("SELECT count(*) AS number FROM uploads")
}

#[test]
fn working_as_of_a_moment_says_per_task_what_it_did_and_really_destroys() {
    let app = TestApp::new();
    let all = files(&app);
    assert!(all > 4);
    let early = traject(&app, &["work", "--once", "--at", "2026-11-24T11:00"]);
    assert!(early.status.success() && said(&early).0.contains("uploads.destroy 0\n"), "{:?}", said(&early));
    let late = traject(&app, &["work", "--once", "--at", "2027-06-01T03:00"]);
    assert!(late.status.success(), "{:?}", said(&late));
    assert!(said(&late).0.contains(&format!("uploads.destroy {all}\n")), "{:?}", said(&late));
    assert_eq!(files(&app), 0);
    let stored = |folder: &str| {
        let shards = std::fs::read_dir(app.folder().join(folder)).unwrap();
        shards.map(|shard| std::fs::read_dir(shard.unwrap().path()).unwrap().count()).sum::<usize>()
    };
    // What is left on the disk is the material of the trainings.
    let material = app.number("SELECT count(*) AS number FROM materials WHERE blob IS NOT NULL") as usize;
    assert_eq!((stored("files"), stored("keys/files")), (material, material));
    let proven = "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND actor_role = 'job' AND subject = 'uploads'";
    assert_eq!(app.number(proven), all);
    let page = app.signed_in(people::HANNA).get("/staff/register?act=destroyed");
    assert!(page.words().contains("vernietigd") && page.words().contains("1 juni 2027, 3.00 uur"), "{}", page.words());
    // Going back to an earlier moment, the timetable still runs.
    let back = traject(&app, &["work", "--once", "--at", "2027-01-01T03:00"]);
    assert!(said(&back).0.contains("uploads.destroy 0\n"), "{:?}", said(&back));
}

#[test]
fn a_moment_may_be_chosen_for_the_demo_only() {
    let app = TestApp::new();
    std::fs::remove_file(app.folder().join("demo.txt")).unwrap();
    let all = files(&app);
    let refused = traject(&app, &["work", "--once", "--at", "2030-01-01"]);
    assert_eq!((refused.status.code(), said(&refused).1.contains("demo only")), (Some(2), true));
    assert_eq!(files(&app), all);
}

#[test]
fn letters_and_intakes_go_when_their_time_is_over() {
    let app = TestApp::new();
    app.running.work();
    app.execute("DELETE FROM letters");
    let letter = |key: &str, at: &str| {
        app.execute(&format!(
            "INSERT INTO letters (kind, address, language, payload, dedupe_key, created_at, due_at, attempts, sent_at) \
             VALUES ('reset', 'a@example.nl', 'nl', 'null', '{key}', '{at}', '{at}', 1, '{at}')"
        ));
    };
    letter("old", "2024-11-23 22:59:59");
    letter("young", "2024-11-23 23:00:00");
    let participant = app.number("SELECT max(id) AS number FROM participants");
    app.execute("DELETE FROM intakes");
    app.execute(&format!(
        "INSERT INTO intakes (participant_id, state, version, saved_at, destroy_at) \
         VALUES ({participant}, 'draft', 1, '2025-11-01 00:00:00', '2026-11-24 22:59:59')"
    ));
    let left = |table: &str| app.number(&format!("SELECT count(*) AS number FROM {table}"));
    // To the last second of the 24th.
    app.running.advance(chrono::TimeDelta::seconds(13 * 3600 + 59 * 60 + 59));
    app.execute("UPDATE tasks SET due_at = '2026-11-24 00:00:00'");
    app.running.work();
    assert_eq!((left("letters"), left("intakes")), (1, 1));
    app.running.advance(chrono::TimeDelta::days(1));
    app.running.work();
    assert_eq!((left("letters"), left("intakes")), (0, 0));
    let proven =
        "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject IN ('letters', 'intakes')";
    assert_eq!(app.number(proven), 3);
}

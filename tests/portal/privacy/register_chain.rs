//! Whoever has the database alone can change the register, but not without being found.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use chrono::TimeDelta;

use crate::support::{PASSWORD, TestApp, people};

/// Changes the register as somebody does who has all rights in the database.
pub fn tamper(app: &TestApp, sql: &str) {
    match app.database() {
        Some(_) => app.execute(&format!(
            "ALTER TABLE register_lines DISABLE TRIGGER USER; {sql}; ALTER TABLE register_lines ENABLE TRIGGER USER"
        )),
        None => app.execute(&format!(
            "DROP TRIGGER IF EXISTS register_lines_stay; DROP TRIGGER IF EXISTS register_lines_end; {sql}"
        )),
    }
}

fn lines(app: &TestApp) -> i64 {
    app.number("SELECT count(*) AS number FROM register_lines")
}

/// Some acts of people, each with its line.
fn sign_in(app: &TestApp, times: usize) {
    for _ in 0..times {
        app.signed_in(people::SAMIRA);
    }
}

fn checked(app: &TestApp) -> (Option<i32>, String) {
    let output = app.command(&["check"]);
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code(), said)
}

#[test]
fn a_register_that_nobody_touched_fits() {
    let app = TestApp::new();
    sign_in(&app, 2);
    assert!(lines(&app) > 20);
    assert_eq!(app.running.register_faults(), [""; 0]);
    let (status, said) = checked(&app);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains(&format!("the register fits: {} lines", lines(&app))), "{said}");
}

#[test]
fn the_database_itself_refuses_to_change_or_remove_a_line() {
    let app = TestApp::new();
    for sql in ["UPDATE register_lines SET act = 'read' WHERE id = 5", "DELETE FROM register_lines WHERE id = 5"] {
        assert!(catch_unwind(AssertUnwindSafe(|| app.execute(sql))).is_err(), "{sql}");
    }
    assert_eq!(app.running.register_faults(), [""; 0]);
}

#[test]
fn a_change_of_any_column_is_found_in_its_line() {
    let app = TestApp::new();
    let later = match app.database() {
        Some(_) => ("at + INTERVAL '1 second'", "at - INTERVAL '1 second'"),
        None => ("datetime(at, '+1 second')", "datetime(at, '-1 second')"),
    };
    let letter = |column: &str| (format!("{column} || 'x'"), format!("substr({column}, 1, length({column}) - 1)"));
    let number = |column: &str| (format!("{column} + 1"), format!("{column} - 1"));
    let mut columns = vec![("at", (later.0.to_owned(), later.1.to_owned()))];
    columns.extend(["actor_role", "act", "subject"].map(|column| (column, letter(column))));
    columns.push(("subject_row", number("subject_row")));
    for (column, (change, undo)) in columns {
        tamper(&app, &format!("UPDATE register_lines SET {column} = {change} WHERE id = 5"));
        assert_eq!(app.running.register_faults(), ["changed: line 5"], "{column}");
        tamper(&app, &format!("UPDATE register_lines SET {column} = {undo} WHERE id = 5"));
        assert_eq!(app.running.register_faults(), [""; 0], "{column}");
    }
    for column in ["actor_account", "person_number"] {
        for (from, to) in [("IS NULL", "0"), ("IS NOT NULL", "NULL")] {
            let some = format!("SELECT id AS number FROM register_lines WHERE {column} {from} ORDER BY id LIMIT 1");
            let some = app.number(&some);
            if some == 0 {
                continue;
            }
            let was = match from {
                "IS NULL" => "NULL".to_owned(),
                _ => {
                    app.number(&format!("SELECT {column} AS number FROM register_lines WHERE id = {some}")).to_string()
                }
            };
            tamper(&app, &format!("UPDATE register_lines SET {column} = {to} WHERE id = {some}"));
            assert_eq!(app.running.register_faults(), [format!("changed: line {some}")], "{column} {from}");
            tamper(&app, &format!("UPDATE register_lines SET {column} = {was} WHERE id = {some}"));
        }
    }
    let (empty, other) = match app.database() {
        Some(_) => ("''", "sha256('another')"),
        None => ("x''", "CAST('another' AS BLOB)"),
    };
    tamper(&app, &format!("UPDATE register_lines SET mac = {other} WHERE id = 6"));
    assert_eq!(app.running.register_faults(), ["changed: line 6"]);
    tamper(&app, &format!("UPDATE register_lines SET mac = {empty} WHERE id = 6"));
    assert_eq!(app.running.register_faults(), ["not written by the program: line 6"]);
}

#[test]
fn lines_that_were_removed_swapped_or_put_in_are_named() {
    let app = TestApp::new();
    let last = lines(&app);
    let swap = "UPDATE register_lines SET id = -1 WHERE id = 5; UPDATE register_lines SET id = 5 WHERE id = 6; \
                UPDATE register_lines SET id = 6 WHERE id = -1";
    tamper(&app, swap);
    assert_eq!(app.running.register_faults(), ["changed: lines 5 to 6"]);
    tamper(&app, swap);
    assert_eq!(app.running.register_faults(), [""; 0]);

    let made = "INSERT INTO register_lines (id, at, actor_role, act, subject, subject_row, mac) \
                SELECT {}, at, actor_role, act, subject, subject_row, mac FROM register_lines WHERE id = 3";
    tamper(&app, &made.replace("{}", &(last + 1).to_string()));
    assert_eq!(app.running.register_faults(), [format!("not written by the program: line {}", last + 1)]);
    tamper(&app, &format!("DELETE FROM register_lines WHERE id = {}", last + 1));

    tamper(&app, "DELETE FROM register_lines WHERE id = 7");
    assert_eq!(app.running.register_faults(), ["missing: line 7"]);
    tamper(&app, "DELETE FROM register_lines WHERE id BETWEEN 8 AND 9");
    assert_eq!(app.running.register_faults(), ["missing: lines 7 to 9"]);
    let (status, said) = checked(&app);
    assert_eq!(status, Some(2));
    assert!(said.contains("the register is not as it was written:\n  missing: lines 7 to 9\n"), "{said}");
}

#[test]
fn a_line_put_in_between_is_found_though_the_others_made_room() {
    let app = TestApp::new();
    let last = lines(&app);
    tamper(
        &app,
        "UPDATE register_lines SET id = -id - 1 WHERE id >= 5; UPDATE register_lines SET id = -id WHERE id < 0; \
         INSERT INTO register_lines (id, at, actor_role, act, subject, subject_row, mac) \
         SELECT 5, at, actor_role, act, subject, subject_row, mac FROM register_lines WHERE id = 4",
    );
    let faults = app.running.register_faults();
    assert_eq!(faults.first(), Some(&format!("changed: lines 5 to {last}")), "{faults:?}");
    assert_eq!(faults.last(), Some(&format!("not written by the program: line {}", last + 1)), "{faults:?}");
}

#[test]
fn a_tail_that_was_cut_is_found_even_with_a_head_of_before() {
    let app = TestApp::new();
    let before = lines(&app);
    app.execute("CREATE TABLE kept_head AS SELECT * FROM register_head");
    sign_in(&app, 3);
    let after = lines(&app);
    app.running.work();
    let watched = lines(&app);
    tamper(&app, &format!("DELETE FROM register_lines WHERE id = {watched}"));
    assert_eq!(app.running.register_faults(), [format!("the end of the register was cut: line {watched}")]);
    // The head of before is a good head, so only its copy outside the database can tell.
    tamper(
        &app,
        &format!(
            "DELETE FROM register_lines WHERE id > {before}; DELETE FROM register_head; INSERT INTO register_head SELECT * FROM kept_head"
        ),
    );
    assert!(after > before);
    assert_eq!(
        app.running.register_faults(),
        [format!("the end of the register was cut: lines {} to {watched}", before + 1)]
    );
    // Growing again hides nothing.
    for _ in before..=watched {
        app.signed_in(people::HUGO);
    }
    assert_eq!(app.running.register_faults(), [format!("the end of the register was cut: line {watched}")]);
    // Unless whoever restored a backup says so.
    app.running.restored().unwrap();
    assert_eq!(app.running.register_faults(), [""; 0]);
    assert_eq!(app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'restored'"), 1);
}

#[test]
fn a_head_that_was_changed_or_removed_stays_found_while_work_goes_on() {
    let app = TestApp::new();
    app.execute("UPDATE register_head SET lines = lines - 1");
    assert!(app.running.register_faults().iter().any(|f| f.starts_with("the head of the register")));
    app.execute("UPDATE register_head SET lines = lines + 1");
    assert_eq!(app.running.register_faults(), [""; 0]);
    app.execute("DELETE FROM register_head");
    sign_in(&app, 2);
    let faults = app.running.register_faults();
    assert_eq!(faults, [format!("the head of the register, at line {}, is not as it was written", lines(&app))]);
}

#[test]
fn another_key_is_not_taken_for_another_register() {
    let app = TestApp::new();
    let key = app.folder().join("keys/master.key");
    let was = std::fs::read_to_string(&key).unwrap();
    std::fs::write(&key, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n").unwrap();
    let (status, said) = checked(&app);
    assert_eq!(status, Some(2));
    assert!(said.contains("another one than it was wrapped under") && !said.contains("changed:"), "{said}");
    std::fs::write(&key, was).unwrap();
    assert_eq!(checked(&app).0, Some(0));
}

#[test]
fn the_copy_outside_is_missed() {
    let app = TestApp::new();
    let copy = app.folder().join("keys/register.heads");
    let text = std::fs::read_to_string(&copy).unwrap();
    std::fs::write(&copy, text.replacen("head", "Head", 1)).unwrap();
    let missed = "the copy of the head in the folder of the keys is missing or damaged";
    assert_eq!(app.running.register_faults(), [missed]);
    std::fs::remove_file(&copy).unwrap();
    assert_eq!(app.running.register_faults(), [missed]);
}

#[test]
fn lines_from_before_there_was_a_chain_are_tied_in_at_the_next_start() {
    let app = TestApp::new();
    let was = lines(&app);
    let empty = if app.database().is_some() { "''" } else { "x''" };
    tamper(
        &app,
        &format!(
            "DELETE FROM register_head; UPDATE register_lines SET mac = {empty}; \
             UPDATE register_lines SET id = id + 100000 WHERE id > 20"
        ),
    );
    for step in 1..=6 {
        app.execute(&format!(
            "INSERT INTO register_lines (id, at, actor_role, actor_account, act, subject, subject_row, person_number) \
             SELECT id + {}, at, actor_role, actor_account, act, subject, subject_row, person_number \
             FROM register_lines",
            1_000_000 << step
        ));
    }
    assert_eq!(lines(&app), was * 64);
    std::fs::remove_file(app.folder().join("keys/register.heads")).unwrap();
    let output = app.command(&["migrate"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(app.running.register_faults(), [""; 0]);
    assert_eq!((lines(&app), app.number("SELECT max(id) AS number FROM register_lines")), (was * 64, was * 64));
    assert_eq!(app.number("SELECT count(*) AS number FROM register_lines WHERE id = 20"), 1);
    sign_in(&app, 1);
    assert_eq!(app.running.register_faults(), [""; 0]);
}

#[test]
fn those_who_write_at_the_same_moment_write_one_chain() {
    let app = Arc::new(TestApp::new());
    let before = lines(&app);
    let writers: Vec<_> = (0..6)
        .map(|_| {
            let app = app.clone();
            std::thread::spawn(move || {
                for _ in 0..4 {
                    app.browser().post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
                }
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(app.running.register_faults(), [""; 0]);
    assert!(lines(&app) > before);
}

#[test]
fn the_officer_sees_at_the_top_of_the_register_that_it_is_not_right() {
    let app = TestApp::new();
    app.running.work();
    let mut hanna = app.signed_in(people::HANNA);
    let calm = hanna.get("/staff/register");
    assert!(calm.all("[role=alert]").is_empty());
    assert!(calm.words().contains("gecontroleerd op dinsdag 24 november 2026"), "{}", calm.words());
    tamper(
        &app,
        "UPDATE register_lines SET subject_row = 99 WHERE id = 5; DELETE FROM register_lines WHERE id IN (7, 8)",
    );
    app.running.advance(TimeDelta::hours(25));
    app.running.work();
    let mut hanna = app.signed_in(people::HANNA);
    let alarm = hanna.get("/staff/register").all("[role=alert]").join(" ");
    assert!(alarm.contains("Het register klopt niet") && alarm.contains("Regel 5 is veranderd."), "{alarm}");
    assert!(alarm.contains("Regels 7 tot en met 8 zijn weg."), "{alarm}");
    assert!(app.running.figures().contains("traject_register_faults 2\n"), "{}", app.running.figures());
}

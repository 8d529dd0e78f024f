//! Withdrawing, leaving the portal, and destruction.

use std::time::{Duration, SystemTime};

use chrono::TimeDelta;

use super::{TEXT, action, all_files, done, hand_in, lines, rows, samira_hands_in, send, stored};
use crate::support::{TestApp, people};

#[test]
fn withdrawing_destroys_file_and_key_at_once_and_opens_the_action() {
    let app = TestApp::new();
    let before = (stored(&app), rows(&app));
    let (mut samira, id) = samira_hands_in(&app);
    assert_eq!(done(&app, people::SAMIRA), 1);
    let question = samira.get(&format!("/student/uploads/{id}/withdrawal"));
    assert!(question.words().contains("brief.txt") && question.words().contains("weer open"));
    assert_eq!(rows(&app), before.1 + 1);

    assert_eq!(samira.post(&format!("/student/uploads/{id}/withdrawal"), &[]).location, "/student/uploads");
    assert_eq!((stored(&app), rows(&app), done(&app, people::SAMIRA)), (before.0, before.1, 0));
    assert_eq!((lines(&app, "withdrawn", id), lines(&app, "destroyed", id)), (1, 1));
    assert_eq!(samira.get(&format!("/student/uploads/{id}")).status, 404);
    assert_eq!(samira.post(&format!("/student/uploads/{id}/withdrawal"), &[]).status, 404);
    assert_eq!(app.signed_in(people::PETRA).get(&format!("/staff/uploads/{id}/file")).status, 404);
}

#[test]
fn withdrawing_one_of_two_leaves_the_action_done() {
    let app = TestApp::new();
    let (mut samira, first) = samira_hands_in(&app);
    let second = hand_in(&mut samira, action(&app, people::SAMIRA), "beter.txt", TEXT);
    let question = samira.get(&format!("/student/uploads/{first}/withdrawal"));
    assert!(!question.words().contains("weer open"));
    samira.post(&format!("/student/uploads/{first}/withdrawal"), &[]);
    assert_eq!(done(&app, people::SAMIRA), 1);
    samira.post(&format!("/student/uploads/{second}/withdrawal"), &[]);
    assert_eq!(done(&app, people::SAMIRA), 0);
}

#[test]
fn what_was_cut_off_while_it_was_withdrawn_is_finished_by_the_sweep() {
    let app = TestApp::new();
    let before = (stored(&app), rows(&app));
    let (_, id) = samira_hands_in(&app);
    // As far as it gets when the server dies right after the first write.
    app.execute(&format!(
        "UPDATE uploads SET portal_until = '2026-11-24 08:59:59', destroy_at = '2026-11-24 08:59:59' WHERE id = {id}"
    ));
    app.running.advance(TimeDelta::hours(1));
    assert_eq!(app.signed_in(people::SAMIRA).get(&format!("/student/uploads/{id}")).status, 404);
    app.running.work();
    assert_eq!((stored(&app), rows(&app), lines(&app, "destroyed", id)), (before.0, before.1, 1));
}

#[test]
fn a_file_that_is_not_confirmed_is_gone_after_a_day() {
    let app = TestApp::new();
    let before = (stored(&app), rows(&app));
    let mut samira = app.signed_in(people::SAMIRA);
    let id = send(&mut samira, action(&app, people::SAMIRA), "brief.txt", TEXT);
    app.running.advance(TimeDelta::hours(24));
    let mut samira = app.signed_in(people::SAMIRA);
    app.running.work();
    assert_eq!(samira.get(&format!("/student/uploads/{id}")).status, 200);
    app.running.advance(TimeDelta::seconds(1));
    assert_eq!(samira.get(&format!("/student/uploads/{id}")).status, 404);
    assert_eq!(samira.post(&format!("/student/uploads/{id}/confirmation"), &[("confirmed", "on")]).status, 404);
    app.running.advance(TimeDelta::hours(1));
    app.running.work();
    assert_eq!((stored(&app), rows(&app), lines(&app, "destroyed", id)), (before.0, before.1, 1));
}

/// Handed in on 28 December 2026: three months end on the day the clock goes on, six on 28 June.
#[test]
fn the_portal_lets_go_after_three_months_and_the_server_after_six() {
    let app = TestApp::new();
    app.running.advance(TimeDelta::days(34));
    let (_, id) = samira_hands_in(&app);
    let own = format!("/student/uploads/{id}");
    let read = format!("/staff/uploads/{id}");
    let seen = |who: &str, path: &str| app.signed_in(who).get(path).status;

    // 27 March 2027, 10.00; the day after has 23 hours and ends at 22.00 UTC.
    app.running.advance(TimeDelta::days(89));
    assert_eq!((seen(people::SAMIRA, &own), seen(people::JOOST, &read)), (200, 200));
    app.running.advance(TimeDelta::hours(36) + TimeDelta::minutes(59) + TimeDelta::seconds(59));
    assert_eq!(seen(people::SAMIRA, &own), 200);
    app.running.advance(TimeDelta::seconds(1));
    assert_eq!(seen(people::SAMIRA, &own), 404);
    assert_eq!(seen(people::SAMIRA, &format!("{own}/file")), 404);
    assert!(!app.signed_in(people::SAMIRA).get("/student/uploads").words().contains("brief.txt"));
    app.running.work();
    for reader in [people::JOOST, people::PETRA] {
        assert_eq!(app.signed_in(reader).get(&format!("{read}/file")).body, TEXT, "{reader}");
        assert!(app.signed_in(reader).get("/staff/uploads").words().contains("niet meer op het portaal"));
    }

    // To the last second of 28 June 2027 in Amsterdam.
    app.running.advance(TimeDelta::days(92) - TimeDelta::seconds(1));
    app.running.work();
    assert_eq!(seen(people::JOOST, &read), 200);
    app.running.advance(TimeDelta::seconds(1));
    assert_eq!(seen(people::JOOST, &read), 404);
    assert_eq!(seen(people::PETRA, &format!("{read}/file")), 404);
    app.running.advance(TimeDelta::hours(1));
    let done = app.running.work();
    let swept = done.iter().find(|(name, _)| name == "uploads.destroy").unwrap();
    assert!(swept.1.as_ref().is_ok_and(|count| *count >= 1), "{done:?}");
    // What is left on the disk is the material of the trainings.
    let material = app.number("SELECT count(*) AS number FROM materials WHERE blob IS NOT NULL") as usize;
    assert_eq!((stored(&app), rows(&app), lines(&app, "destroyed", id)), ((material, material), 0, 1));
}

#[test]
fn a_project_may_start_the_clocks_at_its_end() {
    let app = TestApp::new();
    app.execute("UPDATE projects SET upload_anchor = 'project_end'");
    let mut samira = app.signed_in(people::SAMIRA);
    let page = samira.get(&format!("/student/uploads/new/{}", action(&app, people::SAMIRA)));
    assert!(page.words().contains("het einde van het project (30 januari 2027)"), "{}", page.words());
    hand_in(&mut samira, action(&app, people::SAMIRA), "brief.txt", TEXT);
    assert_eq!(samira.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 30 april 2027"]);
}

#[test]
fn the_demo_shows_a_file_between_its_two_dates() {
    let app = TestApp::new();
    let past = "FROM uploads WHERE portal_until < '2026-11-24 09:00:00' AND destroy_at > '2026-11-24 09:00:00'";
    let id = app.number(&format!("SELECT min(id) AS number {past}"));
    assert!(id > 0);
    let mut petra = app.signed_in(people::PETRA);
    assert_eq!(petra.get(&format!("/staff/uploads/{id}/file")).status, 200);
    assert!(petra.get("/staff/uploads").words().contains("niet meer op het portaal"));
    let mut ijsbrand = app.signed_in(people::IJSBRAND);
    assert_eq!(ijsbrand.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 21 februari 2027"]);
    assert!(app.signed_in(people::SAMIRA).get("/student/uploads").all(".clock").is_empty());
}

#[test]
fn bytes_that_no_row_knows_are_destroyed_once_they_are_a_day_old() {
    let app = TestApp::new();
    let before = stored(&app);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_510_800);
    let put = |folder: &str, name: &str, hours: u64| {
        let folder = app.folder().join(folder).join(&name[..2]);
        std::fs::create_dir_all(&folder).unwrap();
        let file = std::fs::File::create(folder.join(name)).unwrap();
        file.set_modified(now - Duration::from_secs(hours * 3600)).unwrap();
    };
    put("files", "00000000000000000000000000000001", 25);
    put("keys/files", "00000000000000000000000000000001", 25);
    put("keys/files", "00000000000000000000000000000002", 25);
    put("files", "00000000000000000000000000000003", 23);
    let done = app.running.work();
    assert!(done.iter().any(|(name, count)| name == "uploads.orphans" && *count == Ok(2)), "{done:?}");
    assert_eq!(stored(&app), (before.0 + 1, before.1));
}

#[test]
fn a_row_without_its_file_says_so_and_stands_in_nobodys_way() {
    let app = TestApp::new();
    let (mut samira, id) = samira_hands_in(&app);
    for path in all_files(&app.folder().join("keys/files")) {
        std::fs::remove_file(path).unwrap();
    }
    assert_eq!(samira.get(&format!("/student/uploads/{id}/file")).status, 404);
    assert_eq!(samira.get(&format!("/student/uploads/{id}")).status, 200);
    assert!(app.running.work().iter().all(|(_, outcome)| outcome.is_ok()));
    assert_eq!(samira.post(&format!("/student/uploads/{id}/withdrawal"), &[]).status, 303);
    assert_eq!(lines(&app, "destroyed", id), 1);
}

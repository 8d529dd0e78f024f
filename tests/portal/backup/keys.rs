//! The master key: replaced while the portal is served, and kept on paper.

use std::fs;

use super::{CANARY, Place, back_up, blob_of, refused, samira_hands_in, text, typing, went_well};
use crate::learning::evaluations::{AUTUMN, IJDA, form, sheet};
use crate::support::{TestApp, people};

#[test]
fn the_master_key_is_replaced_while_the_portal_is_served() {
    let app = TestApp::new();
    let (mut samira, before) = samira_hands_in(&app, "voor.txt");
    let path = app.folder().join("keys/master.key");
    let (old, blob) = (fs::read_to_string(&path).unwrap(), blob_of(&app, before));
    let wrapped = || fs::read(app.folder().join("keys/files").join(&blob[..2]).join(&blob)).unwrap();
    let first = wrapped();

    let said = went_well(app.command(&["keys", "rotate"]));
    assert!(said.contains("keys of files wrapped anew") && said.contains("restart the portal"), "{said}");
    assert_ne!(fs::read_to_string(&path).unwrap(), old);
    assert_ne!(wrapped(), first);
    // The server that runs still knows who is signed in, and reads and keeps files under the new key.
    assert_eq!(samira.get("/student").status, 200);
    let (_, after) = samira_hands_in(&app, "na.txt");
    let mut petra = app.signed_in(people::PETRA);
    for id in [before, after] {
        let page = petra.get(&format!("/staff/uploads/{id}/file"));
        assert!(page.status == 200 && page.text().contains(CANARY), "{id}");
    }
    // What was ended before and after it is known by the same marks.
    samira.post(&format!("/student/uploads/{after}/withdrawal"), &[]);
    assert!(went_well(app.command(&["check"])).contains("in order"));
    let rotated = "SELECT count(*) AS number FROM register_lines WHERE act = 'rotated'";
    assert_eq!(app.number(rotated), 1);
}

#[test]
fn an_evaluation_that_was_begun_is_still_there_under_another_master_key() {
    let app = TestApp::new();
    let (mut ijda, path, fields) = sheet(&app, IJDA, AUTUMN);
    let saved = ijda.post(&path, &form(&fields, "0", "anonymous", ["9", "", "", "Half af, tuurvogel"]));
    assert_eq!(saved.status, 303);
    went_well(app.command(&["keys", "rotate"]));
    let folder = tempfile::tempdir().unwrap();
    back_up(&app, folder.path());
    let place = Place::beside(&app);
    place.run(&["restore", text(folder.path())]);
    place.run(&["restore-finish"]);
    assert!(place.serve().signed_in(IJDA).get(&path).text().contains("Half af, tuurvogel"));
}

/// The two shares that the program printed.
fn shares(said: &str) -> [String; 2] {
    let parts: Vec<String> = said
        .split("share ")
        .skip(1)
        .map(|part| part.lines().skip(1).collect::<Vec<_>>().join("\n").trim().to_owned())
        .collect();
    parts.try_into().unwrap()
}

#[test]
fn a_lost_master_key_comes_back_from_two_shares() {
    let app = TestApp::new();
    let (_, id) = samira_hands_in(&app, "brief.txt");
    let [one, two] = shares(&went_well(app.command(&["keys", "escrow"])));
    let path = app.folder().join("keys/master.key");
    let kept = fs::read_to_string(&path).unwrap();
    let place = Place { data: crate::support::database::TestData::empty(), keys: app.folder().join("keys") };
    let type_in = |typed: &str| typing(place.line(&["keys", "restore-escrow"]), typed);

    // There is one already: it stays.
    let said = type_in(&format!("{one}\n\n{two}\n"));
    assert!(String::from_utf8_lossy(&said.stderr).contains("is there already"));
    fs::remove_file(&path).unwrap();
    assert!(refused(app.command(&["check"])).contains("master.key is missing"));

    let complaint = |typed: &str| {
        let output = type_in(typed);
        assert_eq!(output.status.code(), Some(2));
        assert!(!path.exists());
        String::from_utf8(output.stderr).unwrap()
    };
    let group = two.split_whitespace().nth(6).unwrap();
    let wrong = group.replacen(&group[1..2], if &group[1..2] == "7" { "8" } else { "7" }, 1);
    let said = complaint(&format!("{one}\n{}\n", two.replacen(group, &wrong, 1)));
    assert!(said.contains("share 2, group 7: "), "{said}");
    assert!(complaint(&format!("{one}\n")).contains("1 shares were typed, and 2 are needed"));
    assert!(complaint(&format!("{one}\n{one}\n")).contains("twice the same share"));

    let output = type_in(&format!("{}\n{}\n", two.to_lowercase(), one.replace("  ", "-")));
    assert!(went_well(output).contains("the master key is back"));
    assert_eq!(fs::read_to_string(&path).unwrap(), kept);
    assert!(went_well(app.command(&["check"])).contains("in order"));
    assert_eq!(app.signed_in(people::PETRA).get(&format!("/staff/uploads/{id}/file")).status, 200);
}

#[test]
fn shares_from_before_a_rotation_are_refused() {
    let app = TestApp::new();
    let [one, two] = shares(&went_well(app.command(&["keys", "escrow"])));
    went_well(app.command(&["keys", "rotate"]));
    fs::remove_file(app.folder().join("keys/master.key")).unwrap();
    let place = Place { data: crate::support::database::TestData::empty(), keys: app.folder().join("keys") };
    let output = typing(place.line(&["keys", "restore-escrow"]), &format!("{one}\n{two}\n"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("it was replaced after the printing"));
    assert!(!app.folder().join("keys/master.key").exists());
}

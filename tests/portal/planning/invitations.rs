//! Inviting the people of a project.

use chrono::TimeDelta;

use super::{SPACE, ask, project};
use crate::support::{TestApp, people};

#[test]
fn everybody_who_was_not_invited_is_invited_once() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let letters = "SELECT COUNT(*) FROM letters WHERE kind = 'invitation'";
    let before = ask(&app, letters);
    let list = "Naam;E-mail\nPiet Jansen;piet@lindedam.example.nl\nSamira Bakker;samira.bakker@lindedam.example.nl\n";
    let dry_run = fatima.upload(&format!("{space}/roster"), &[], "lijst.csv", list.as_bytes()).location;
    fatima.post(&format!("{dry_run}/import"), &[]);
    let page = fatima.get(&space);
    assert!(page.words().contains("Nodig 2 deelnemers uit"), "{}", page.words());
    assert!(page.words().contains("heeft een account, niet uitgenodigd"), "Samira knows the way already");

    let sent = fatima.post(&format!("{space}/invitations"), &[("who", "waiting")]);
    assert_eq!(sent.location, space);
    assert!(fatima.get(&space).words().contains("2 uitnodigingen zijn onderweg."));
    assert_eq!(ask(&app, letters), before + 2);
    fatima.post(&format!("{space}/invitations"), &[("who", "waiting")]);
    assert_eq!(ask(&app, letters), before + 2);
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM register_lines WHERE act = 'invited'"), 2);
}

#[test]
fn ticked_people_are_invited_again_but_not_twice_in_a_row() {
    let app = TestApp::new();
    app.running.work();
    app.running.advance(TimeDelta::hours(1));
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let page = fatima.get(&format!("{space}?entry=invited"));
    let ticks = page.attributes("input[name='participant']", "value");
    assert_eq!(ticks.len(), 2);
    let fields = [("who", "ticked"), ("participant", ticks[0].as_str()), ("participant", ticks[1].as_str())];
    let mut invite = |fields: &[(&str, &str)]| {
        fatima.post(&format!("{space}/invitations"), fields);
        fatima.get(&space).all(".notice").join(" ")
    };
    assert_eq!(invite(&fields), "2 uitnodigingen zijn onderweg.");
    assert!(invite(&fields).starts_with("Er is niemand uitgenodigd"));
    app.running.work();
    app.running.advance(TimeDelta::hours(1));
    assert_eq!(invite(&fields[..2]), "1 uitnodiging is onderweg.");
    assert!(invite(&fields[..1]).contains("Zet eerst een vinkje"));
}

#[test]
fn only_who_enters_participants_invites_them() {
    let app = TestApp::new();
    for who in [people::JOOST, people::PETRA, people::SJOERD, people::LIEKE, people::HANNA, people::WOUTER] {
        let page = app.signed_in(who).post("/staff/projects/1/invitations", &[("who", "waiting")]);
        assert_eq!(page.status, 404, "{who}");
    }
    assert_eq!(app.signed_in(people::FATIMA).post("/staff/projects/999/invitations", &[]).status, 404);
}

//! Meetings in people's own calendars, and what they hear when one changes.

use super::{AUTUMN, group, project};
use crate::support::{Browser, Page, TestApp, people};

/// The lines of a calendar, as a program reads them.
fn lines(page: &Page) -> Vec<String> {
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.headers["content-type"], "text/calendar; charset=utf-8");
    let text = page.text();
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// What the first event says under `name`.
fn said(lines: &[String], name: &str) -> String {
    let from = lines.iter().position(|l| l == "BEGIN:VEVENT").unwrap();
    let line = lines[from..].iter().find(|l| l.split([':', ';']).next() == Some(name));
    line.unwrap_or_else(|| panic!("no {name} in {lines:?}")).split_once(':').unwrap().1.to_owned()
}

fn file(student: &mut Browser) -> String {
    student.get("/student").attributes("a[href$='/calendar.ics']", "href").remove(0)
}

/// The form of the Tuesday group as it stands.
fn form(fatima: &mut Browser, tuesday: &str) -> Vec<(String, String)> {
    let page = fatima.get(tuesday);
    let mut fields = vec![("name".to_owned(), "Dinsdagochtend".to_owned()), ("capacity".to_owned(), "8".to_owned())];
    fields.push(("trainer".into(), "1".into()));
    for row in 1..=2 {
        for part in ["meeting", "date", "start", "end", "location"] {
            let name = format!("{part}-{row}");
            fields.push((name.clone(), page.value(&name).unwrap()));
        }
    }
    fields
}

fn send(fatima: &mut Browser, tuesday: &str, fields: &[(String, String)]) {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let saved = fatima.post(tuesday, &fields);
    assert_eq!(saved.status, 303, "{}", saved.words());
}

fn set(fields: &mut [(String, String)], name: &str, value: &str) {
    fields.iter_mut().find(|f| f.0 == name).unwrap().1 = value.to_owned();
}

#[test]
fn a_meeting_keeps_its_name_and_counts_its_changes() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let address = file(&mut samira);
    let first = lines(&samira.get(&address));
    assert_eq!(said(&first, "DTSTART"), "20261208T093000");
    assert_eq!(said(&first, "DTEND"), "20261208T123000");
    assert_eq!((said(&first, "SEQUENCE"), said(&first, "STATUS")), ("0".to_owned(), "CONFIRMED".to_owned()));
    assert!(said(&first, "UID").len() > 20);
    assert!(first.contains(&"TZID:Europe/Amsterdam".to_owned()));

    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let tuesday = group(&mut fatima, &autumn, "Dinsdagochtend");
    let mut fields = form(&mut fatima, &tuesday);
    send(&mut fatima, &tuesday, &fields);
    assert_eq!(said(&lines(&samira.get(&address)), "SEQUENCE"), "0", "nothing changed");
    set(&mut fields, "start-1", "10:00");
    set(&mut fields, "location-2", "Raadhuisplein 3, zaal 5");
    send(&mut fatima, &tuesday, &fields);
    let moved = lines(&samira.get(&address));
    assert_eq!((said(&moved, "SEQUENCE"), said(&moved, "UID")), ("1".to_owned(), said(&first, "UID")));
    assert_eq!(said(&moved, "DTSTART"), "20261208T100000");

    // One letter for the whole change, to each of the six, with the file of each meeting.
    let letters = "SELECT count(*) AS number FROM letters WHERE kind = 'meetings_changed'";
    let members = "SELECT count(*) AS number FROM enrolments e JOIN groups g ON g.id = e.group_id WHERE g.name = 'Dinsdagochtend'";
    assert_eq!(app.number(letters), app.number(members));
    let letter = app.letter_to(people::SAMIRA);
    assert!(letter.words().contains("Wordt: dinsdag 8 december 2026, 10.00 – 12.30 uur"), "{}", letter.words());
    assert!(letter.words().contains("zaal 5"), "{}", letter.words());
    assert!(letter.attributes("main a", "href").contains(&address), "{:?}", letter.attributes("main a", "href"));
    assert!(app.letter_to(people::GRACE).words().contains("Something changes in the meetings"));
}

#[test]
fn a_meeting_that_is_called_off_says_so_and_leaves_the_portal() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let address = file(&mut samira);
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let tuesday = group(&mut fatima, &autumn, "Dinsdagochtend");
    let fields = form(&mut fatima, &tuesday);
    let off = fatima.get(&tuesday).attributes("form[action$='/cancellation']", "action").remove(0);
    assert_eq!(fatima.post(&off, &[]).status, 303);
    assert_eq!(fatima.post(&off, &[]).status, 404, "once is enough");
    let gone = lines(&samira.get(&address));
    assert_eq!((said(&gone, "SEQUENCE"), said(&gone, "STATUS")), ("1".to_owned(), "CANCELLED".to_owned()));
    let home = samira.get("/student").words();
    assert!(!home.contains("8 december") && home.contains("15 december"), "{home}");
    assert!(app.letter_to(people::SAMIRA).words().contains("Gaat niet door: dinsdag 8 december 2026"));
    assert!(fatima.get(&tuesday).words().contains("Afgezegd dinsdag 8 december"), "{}", fatima.get(&tuesday).words());
    let leader = app.signed_in(people::WOUTER).get("/leader").words();
    assert!(!leader.contains("8 december"), "{leader}");

    // A new one may come at the very same time.
    let mut fields: Vec<_> = fields.into_iter().filter(|f| f.0 != "meeting-1").collect();
    set(&mut fields, "location-1", "Elders");
    send(&mut fatima, &tuesday, &fields);
    assert!(samira.get("/student").words().contains("Elders"));
    assert_eq!(said(&lines(&samira.get(&address)), "STATUS"), "CANCELLED");
}

#[test]
fn nobody_hears_of_a_meeting_of_the_past() {
    let app = TestApp::new();
    app.running.advance(chrono::TimeDelta::days(15));
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let tuesday = group(&mut fatima, &autumn, "Dinsdagochtend");
    let mut fields = form(&mut fatima, &tuesday);
    set(&mut fields, "end-1", "12:45");
    send(&mut fatima, &tuesday, &fields);
    assert_eq!(app.number("SELECT count(*) AS number FROM letters WHERE kind = 'meetings_changed'"), 0);
    assert_eq!(fatima.get(&tuesday).attributes("form[action$='/cancellation']", "action").len(), 1);
}

#[test]
fn a_secret_address_shows_all_meetings_until_it_is_renewed_or_ended() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let made = samira.post("/account/calendar", &[]);
    let address = |page: &Page| page.attributes("input#url", "value").remove(0);
    let path =
        |page: &Page| address(page).split_once("/calendar/").map(|(_, rest)| format!("/calendar/{rest}")).unwrap();
    let first = path(&made);
    assert!(first.len() > 30, "{first}");
    assert!(samira.get("/account/calendar").attributes("input#url", "value").is_empty(), "it is shown once");
    let feed = lines(&app.browser().get(&first));
    assert_eq!(feed.iter().filter(|l| *l == "BEGIN:VEVENT").count(), 2);
    assert!(said(&feed, "SUMMARY").starts_with("Schrijven voor je lezer – najaar"));

    let second = path(&samira.post("/account/calendar", &[]));
    assert_eq!(app.browser().get(&first).status, 404);
    assert_eq!(app.browser().get(&second).status, 200);
    let stored = second.trim_start_matches("/calendar/").trim_end_matches(".ics");
    let known = format!("SELECT count(*) AS number FROM calendar_feeds WHERE token_hash = '{stored}'");
    assert_eq!(app.number(&known), 0, "only its hash is kept");

    // A trainer sees what they give.
    let joost = path(&app.signed_in(people::JOOST).post("/account/calendar", &[]));
    assert!(lines(&app.browser().get(&joost)).iter().any(|l| l.contains("Dinsdagochtend")));

    app.execute(&format!(
        "UPDATE accounts SET blocked_at = '2026-11-24 00:00:00' WHERE sign_in_name = '{}'",
        people::JOOST
    ));
    assert_eq!(app.browser().get(&joost).status, 404, "a closed account has no calendar");
    assert_eq!(samira.post("/account/calendar/ending", &[]).status, 303);
    assert_eq!(app.browser().get(&second).status, 404);
}

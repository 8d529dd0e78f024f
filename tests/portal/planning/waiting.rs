//! The waiting list of a group: who is next, what an offer is worth, and hundreds of people at once.

use std::sync::Arc;

use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};

use super::choosing::{BAS, FENNA, NADIA, YARA, choosing, number};
use super::{WINTER, group, project};
use crate::support::{Browser, Page, TestApp, people};

/// How many people have a place in `name`, and how many stand in its line.
fn filled(app: &TestApp, name: &str) -> (i64, i64) {
    let count = |table: &str| {
        app.number(&format!(
            "SELECT count(*) AS number FROM {table} t JOIN groups g ON g.id = t.group_id WHERE g.name = '{name}'"
        ))
    };
    (count("enrolments"), count("waiting_places"))
}

/// The address of the link in a letter of the demo.
fn link(letter: &Page) -> String {
    let links = letter.attributes("main a[href^='/waiting/']", "href");
    links.into_iter().next().unwrap_or_else(|| panic!("no link in {}", letter.words()))
}

fn freed(app: &TestApp) -> Browser {
    let mut bas = app.signed_in(BAS);
    let gone = bas.post(&format!("{}/ending", choosing(app)), &[]);
    assert_eq!(gone.status, 303, "{}", gone.words());
    bas
}

#[test]
fn a_place_that_comes_free_is_held_for_the_first_in_line_who_takes_it() {
    let app = TestApp::new();
    let (address, monday) = (choosing(&app), number(&app, "Maandagmiddag"));
    let (mut fenna, mut yara) = (app.signed_in(FENNA), app.signed_in(YARA));
    assert!(fenna.get(&address).words().contains("Je bent als eerste aan de beurt"));
    assert!(app.signed_in(NADIA).get(&address).words().contains("Er is 1 ander voor je"));
    let mut bas = freed(&app);

    // Nobody goes before her, not even whoever just gave the place up.
    for browser in [&mut yara, &mut bas] {
        assert_eq!(browser.post(&address, &[("group", &monday)]).status, 303);
    }
    assert_eq!(filled(&app, "Maandagmiddag"), (3, 4));
    assert!(yara.get(&address).words().contains("Er zijn 2 anderen voor je"), "{}", yara.get(&address).words());

    let home = fenna.get("/student");
    assert!(home.words().contains("Er is een plaats voor je vrij"), "{}", home.words());
    assert!(home.words().contains("Antwoord voor woensdag 25 november 2026, 10.00 uur"), "{}", home.words());
    let letter = app.letter_to(FENNA);
    assert!(letter.words().contains("Er is een plaats vrijgekomen in groep Maandagmiddag"), "{}", letter.words());
    assert!(letter.words().contains("maandag 21 december 2026"), "{}", letter.words());
    assert_eq!(fenna.post(&format!("{address}/acceptance"), &[]).status, 303);
    assert_eq!(filled(&app, "Maandagmiddag"), (4, 3));
    assert_eq!(fenna.get(&address).all("#mine"), ["Maandagmiddag"]);
    // Twice is once.
    assert_eq!(fenna.post(&format!("{address}/acceptance"), &[]).status, 422);
    assert_eq!(filled(&app, "Maandagmiddag"), (4, 3));
}

#[test]
fn who_does_not_answer_within_a_day_loses_the_place_to_the_next() {
    let app = TestApp::new();
    let address = choosing(&app);
    freed(&app);
    let letter = link(&app.letter_to(FENNA));
    app.running.advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
    app.running.work();
    assert_eq!(app.browser().get(&letter).status, 200, "to the last second");
    app.running.advance(TimeDelta::seconds(61));
    let mut fenna = app.signed_in(FENNA);
    let late = fenna.post(&format!("{address}/acceptance"), &[]);
    assert_eq!(late.status, 422);
    assert!(late.words().contains("Deze plaats is niet meer vrij"), "{}", late.words());
    app.running.work();
    assert_eq!(filled(&app, "Maandagmiddag"), (3, 1));
    assert!(app.letter_to(NADIA).words().contains("Er is een plaats vrijgekomen"));
    assert_eq!(app.browser().get(&letter).status, 404);
    assert!(!fenna.get("/student").words().contains("plaats voor je vrij"));
    assert_eq!(app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'lapsed'"), 1);
    assert_eq!(app.number("SELECT count(*) AS number FROM letters WHERE kind = 'seat_offered'"), 2, "one letter each");
}

#[test]
fn the_link_in_the_letter_shows_a_page_and_a_button_answers() {
    let app = TestApp::new();
    freed(&app);
    let first = link(&app.letter_to(FENNA));
    let mut anybody = app.browser();
    for _ in 0..2 {
        let page = anybody.get(&first);
        assert_eq!(page.status, 200);
        assert!(page.words().contains("De plaats is in groep Maandagmiddag"), "{}", page.words());
    }
    assert_eq!(filled(&app, "Maandagmiddag"), (3, 2), "opening it changes nothing");
    let left = anybody.post(&format!("{first}/ending"), &[]);
    assert!(left.words().contains("Je staat niet meer op de wachtlijst"), "{}", left.words());
    assert_eq!(anybody.post(&format!("{first}/acceptance"), &[]).status, 404);
    assert_eq!(anybody.get("/waiting/nothing-at-all").status, 404);

    let second = link(&app.letter_to(NADIA));
    let taken = anybody.post(&format!("{second}/acceptance"), &[]);
    assert!(taken.words().contains("Je hebt een plaats"), "{}", taken.words());
    assert_eq!(filled(&app, "Maandagmiddag"), (4, 0));
    let kept = format!("SELECT count(*) AS number FROM letters WHERE dedupe_key LIKE '%{}%'", &second[9..]);
    assert_eq!(app.number(&kept), 0);
}

#[test]
fn the_line_moves_on_when_somebody_leaves_it_and_when_the_group_grows() {
    let app = TestApp::new();
    let address = choosing(&app);
    let mut fenna = app.signed_in(FENNA);
    assert_eq!(fenna.post(&format!("{address}/waiting/ending"), &[]).status, 303);
    assert_eq!(filled(&app, "Maandagmiddag"), (4, 1));
    assert!(app.signed_in(NADIA).get(&address).words().contains("Je bent als eerste aan de beurt"));

    let mut fatima = app.signed_in(people::FATIMA);
    let winter = project(&mut fatima, WINTER);
    let monday = group(&mut fatima, &winter, "Maandagmiddag");
    let form = fatima.get(&monday);
    let mut fields: Vec<(String, String)> =
        vec![("name".into(), "Maandagmiddag".into()), ("capacity".into(), "5".into())];
    for row in 1..=2 {
        for part in ["meeting", "date", "start", "end", "location"] {
            let name = format!("{part}-{row}");
            fields.push((name.clone(), form.value(&name).unwrap()));
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(fatima.post(&monday, &fields).status, 303);
    let page = fatima.get(&monday);
    assert!(page.all("[aria-labelledby=line] li").join("").contains("Kan een plaats aannemen tot"), "{}", page.words());
    assert!(app.letter_to(NADIA).words().contains("Er is een plaats vrijgekomen"));
    let letters = "SELECT count(*) AS number FROM letters WHERE kind = 'meetings_changed'";
    assert_eq!(app.number(letters), 0, "no meeting changed");
}

/// Another process may write to the file for longer than a writer waits.
#[test]
fn the_first_in_line_outlasts_a_database_that_is_busy() {
    let app = Arc::new(TestApp::new());
    if app.database().is_some() {
        println!("PostgreSQL has more than one writer: there is nothing to outlast");
        return;
    }
    let mut yara = app.signed_in(YARA);
    let (address, wednesday) = (choosing(&app), number(&app, "Woensdagochtend"));
    let before = filled(&app, "Woensdagochtend").0;
    let mut other = SqliteConnection::establish(&app.folder().join("traject.db").to_string_lossy()).unwrap();
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    let choice = std::thread::spawn(move || yara.post(&address, &[("group", &wednesday)]).status);
    std::thread::sleep(std::time::Duration::from_secs(7));
    other.batch_execute("COMMIT").unwrap();
    assert_eq!(choice.join().unwrap(), 303);
    assert_eq!(filled(&app, "Woensdagochtend").0, before + 1);
}

#[test]
fn five_hundred_at_once_leave_twelve_placed_and_everybody_else_in_line() {
    let app = Arc::new(TestApp::new());
    let winter = app.number(&format!("SELECT id AS number FROM projects WHERE name = '{WINTER}'"));
    app.execute(&format!("INSERT INTO groups (project_id, name, capacity) VALUES ({winter}, 'Drukte', 12)"));
    app.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) \
         INSERT INTO people (last_name, name_folded, email, email_folded, created_at) \
         SELECT 'Rij ' || i, 'rij', 'rij' || i || '@example.nl', 'rij' || i || '@example.nl', '2026-11-24 00:00:00' FROM n",
    );
    app.execute(
        "INSERT INTO accounts (person_id, sign_in_name, sign_in_folded, must_change, accepted_version, created_at) \
         SELECT id, email, email, FALSE, (SELECT max(accepted_version) FROM accounts), '2026-11-24 00:00:00' \
         FROM people WHERE name_folded = 'rij'",
    );
    app.execute(&format!(
        "INSERT INTO participants (project_id, person_id, created_at, invited_at) \
         SELECT {winter}, id, '2026-11-24 00:00:00', '2026-11-24 00:00:00' FROM people WHERE name_folded = 'rij'"
    ));
    let accounts =
        app.numbers("SELECT a.id FROM accounts a JOIN people p ON p.id = a.person_id WHERE p.name_folded = 'rij'");
    let cookies = app.running.signed_in(&accounts).unwrap();
    let (address, group) = (choosing(&app), number(&app, "Drukte"));
    let asking: Vec<_> = cookies
        .into_iter()
        .map(|cookie| {
            let (app, address, group) = (app.clone(), address.clone(), group.clone());
            let ask = move || app.browser().with_header("cookie", &cookie).post(&address, &[("group", &group)]).status;
            std::thread::Builder::new().stack_size(512 * 1024).spawn(ask).unwrap()
        })
        .collect();
    let answers: Vec<u16> = asking.into_iter().map(|a| a.join().unwrap()).collect();
    assert_eq!(answers.iter().filter(|s| **s == 303).count(), 500, "{answers:?}");
    assert_eq!(filled(&app, "Drukte"), (12, 488));
    let everybody = "SELECT count(DISTINCT participant_id) AS number FROM (SELECT participant_id, group_id FROM enrolments \
         UNION ALL SELECT participant_id, group_id FROM waiting_places) x JOIN groups g ON g.id = x.group_id WHERE g.name = 'Drukte'";
    assert_eq!(app.number(everybody), 500);
    let offered = "SELECT count(*) AS number FROM waiting_places WHERE offer_until IS NOT NULL";
    assert_eq!(app.number(offered), 0);

    // The line has an order: whoever came last has everybody before them, and a place goes to the first.
    let at = |order: &str| {
        app.numbers(&format!(
            "SELECT a.id FROM waiting_places w JOIN participants d ON d.id = w.participant_id \
             JOIN accounts a ON a.person_id = d.person_id JOIN groups g ON g.id = w.group_id \
             WHERE g.name = 'Drukte' ORDER BY w.id {order}"
        ))[0]
    };
    let page = |account: i64| {
        let cookie = app.running.signed_in(&[account]).unwrap().remove(0);
        app.browser().with_header("cookie", &cookie).get(&address)
    };
    assert!(page(at("DESC")).words().contains("Er zijn 487 anderen voor je"));
    let first = at("ASC");
    let placed = app.numbers(
        "SELECT a.id FROM enrolments e JOIN participants d ON d.id = e.participant_id JOIN accounts a ON a.person_id = d.person_id \
         JOIN groups g ON g.id = e.group_id WHERE g.name = 'Drukte'",
    );
    let cookie = app.running.signed_in(&placed[..1]).unwrap().remove(0);
    assert_eq!(app.browser().with_header("cookie", &cookie).post(&format!("{address}/ending"), &[]).status, 303);
    assert!(page(first).words().contains("Deze plaats is voor jou"), "{}", page(first).words());
    assert_eq!(filled(&app, "Drukte"), (11, 488));
}

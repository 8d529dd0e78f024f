//! Groups as staff make and fill them.

use super::{AUTUMN, SPACE, group, project};
use crate::support::{TestApp, people};

const MORNING: [(&str, &str); 11] = [
    ("name", "Vrijdagochtend"),
    ("trainer", "1"),
    ("capacity", "2"),
    ("date-1", "2026-12-11"),
    ("start-1", "09:30"),
    ("end-1", "12:30"),
    ("location-1", "Raadhuisplein 3, zaal 2"),
    ("date-2", ""),
    ("start-2", ""),
    ("end-2", ""),
    ("location-2", ""),
];

#[test]
fn a_group_is_made_with_its_meetings_and_empty_rows_do_not_count() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let form = fatima.get(&format!("{space}/groups/new"));
    assert_eq!(form.attributes("input[type='date']", "name"), ["date-1", "date-2", "date-3"]);
    let made = fatima.post(&format!("{space}/groups"), &MORNING);
    assert_eq!(made.status, 303, "{}", made.words());
    let words = fatima.get(&made.location).words();
    for part in ["vrijdag 11 december 2026, 9.30 – 12.30 uur", "Raadhuisplein 3, zaal 2", "Met Joost Veerman"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn a_wrong_group_is_shown_again_with_everything_that_was_typed() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let mut fields = MORNING;
    fields[0].1 = "dinsdagochtend";
    let taken = fatima.post(&format!("{autumn}/groups"), &fields);
    assert_eq!((taken.status, taken.attributes("[data-error-summary] a", "href")), (422, vec!["#name".to_owned()]));
    fields[2].1 = "veel";
    fields[5].1 = "09:00";
    fields[6].1 = "";
    let wrong = fatima.post(&format!("{autumn}/groups"), &fields);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.attributes("[data-error-summary] a", "href"), ["#capacity", "#location-1", "#end-1"]);
    assert_eq!(wrong.value("date-1").as_deref(), Some("2026-12-11"));
    assert_eq!(wrong.attributes("select[name='trainer'] option[selected]", "value"), ["1"]);
}

#[test]
fn what_was_typed_comes_back_when_the_session_ended_meanwhile() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let tuesday = group(&mut fatima, &autumn, "Dinsdagochtend");
    let mut fatima = fatima.with_header("referer", &format!("{}{tuesday}", app.url()));
    app.running.advance(chrono::TimeDelta::hours(9));
    assert_eq!(fatima.post(&tuesday, &MORNING).status, 303);
    let form = app.signed_in(people::FATIMA).get(&tuesday);
    assert_eq!(form.value("name").as_deref(), Some("Vrijdagochtend"));
    assert_eq!(form.value("date-1").as_deref(), Some("2026-12-11"));
    assert_eq!(form.attributes("details[open]", "class"), ["more"]);
}

#[test]
fn places_are_given_until_the_group_is_full_and_no_tick_is_lost() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let group = fatima.post(&format!("{space}/groups"), &MORNING).location;
    let ticks = fatima.get(&group).attributes("input[name='participant']", "value");
    assert_eq!(ticks.len(), 4);
    let chosen = |count: usize| ticks.iter().take(count).map(|t| ("participant", t.as_str())).collect::<Vec<_>>();

    let full = fatima.post(&format!("{group}/placements"), &chosen(3));
    assert_eq!(full.status, 422);
    assert!(
        full.words().contains("Er zijn nog 2 plekken. Haal vinkjes weg of maak de groep groter."),
        "{}",
        full.words()
    );
    assert_eq!(full.attributes("input[name='participant'][checked]", "value"), ticks[..3]);

    let placed = fatima.post(&format!("{group}/placements"), &chosen(2));
    assert_eq!(placed.status, 303);
    let page = fatima.get(&group);
    assert_eq!(page.attributes("input[name='participant']", "value"), ticks[2..]);
    assert!(page.words().contains("2 van 2 plaatsen"));
    // The same ticks again: they have a place, so nothing happens, also in a full group.
    assert_eq!(fatima.post(&format!("{group}/placements"), &chosen(2)).status, 303);
    assert_eq!(fatima.post(&format!("{group}/placements"), &[]).status, 422);

    let out = fatima.post(&format!("{group}/placements/{}/ending", ticks[0]), &[]);
    assert_eq!(out.status, 303);
    assert!(fatima.get(&group).words().contains("1 van 2 plaatsen"));
    assert_eq!(fatima.post(&format!("{group}/placements/{}/ending", ticks[0]), &[]).status, 404);
}

#[test]
fn a_participant_of_another_project_gets_no_place() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let group = fatima.post(&format!("{space}/groups"), &MORNING).location;
    let autumn = project(&mut fatima, AUTUMN);
    let stranger = fatima.get(&autumn).attributes("input[name='participant']", "value").remove(0);
    fatima.post(&format!("{group}/placements"), &[("participant", &stranger)]);
    assert!(fatima.get(&group).words().contains("0 van 2 plaatsen"));
}

#[test]
fn a_meeting_that_moves_stays_the_same_meeting() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let group = group(&mut fatima, &autumn, "Dinsdagochtend");
    let form = fatima.get(&group);
    let was: Vec<String> = ["meeting-1", "meeting-2"].map(|n| form.value(n).unwrap()).into();
    let (first, second) = (form.value("date-1").unwrap(), form.value("date-2").unwrap());
    // The two change places, and a third is added.
    let fields = [
        ("name", "Dinsdagochtend"),
        ("trainer", "1"),
        ("capacity", "8"),
        ("meeting-1", was[0].as_str()),
        ("date-1", second.as_str()),
        ("start-1", "09:30"),
        ("end-1", "12:30"),
        ("location-1", "A"),
        ("meeting-2", was[1].as_str()),
        ("date-2", first.as_str()),
        ("start-2", "09:30"),
        ("end-2", "12:30"),
        ("location-2", "B"),
        ("date-3", "2027-01-05"),
        ("start-3", "09:30"),
        ("end-3", "12:30"),
        ("location-3", "C"),
    ];
    assert_eq!(fatima.post(&group, &fields).status, 303);
    let form = fatima.get(&group);
    let now: Vec<String> = ["meeting-1", "meeting-2"].map(|n| form.value(n).unwrap()).into();
    assert_eq!(now, [was[1].clone(), was[0].clone()]);
    assert_eq!(form.value("location-3").as_deref(), Some("C"));
    // A group cannot become smaller than the people in it.
    let small = fatima.post(
        &group,
        &[
            ("name", "Dinsdagochtend"),
            ("capacity", "1"),
            ("date-1", &first),
            ("start-1", "09:30"),
            ("end-1", "12:30"),
            ("location-1", "A"),
        ],
    );
    assert_eq!(small.attributes("[data-error-summary] a", "href"), ["#capacity"]);
}

#[test]
fn a_trainer_looks_at_own_groups_and_changes_nothing() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let autumn = project(&mut fatima, AUTUMN);
    let tuesday = group(&mut fatima, &autumn, "Dinsdagochtend");
    let thursday = group(&mut fatima, &autumn, "Donderdagmiddag");
    let mut joost = app.signed_in(people::JOOST);
    let page = joost.get(&tuesday);
    assert_eq!(page.status, 200);
    assert!(page.words().contains("Samira Bakker"));
    assert!(page.all("input[name='participant'], input[name='capacity']").is_empty());
    assert_eq!(joost.get(&thursday).status, 404);
    assert_eq!(joost.post(&tuesday, &MORNING).status, 404);
    assert_eq!(joost.post(&format!("{tuesday}/placements"), &[]).status, 404);
    for who in [people::SJOERD, people::LIEKE, people::HANNA, people::WOUTER] {
        assert_eq!(app.signed_in(who).get(&tuesday).status, 404, "{who}");
    }
    assert_eq!(app.signed_in(people::PETRA).get(&tuesday).status, 200);
}

/// A form with one meeting, as a browser sends it.
fn meeting<'a>(id: &'a str, day: &'a str, start: &'a str, end: &'a str, reason: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", "Vrijdagochtend"),
        ("capacity", "4"),
        ("meeting-1", id),
        ("date-1", day),
        ("start-1", start),
        ("end-1", end),
        ("location-1", "Zaal 2"),
        ("move_reason", reason),
    ]
}

#[test]
fn a_meeting_is_not_moved_to_where_somebody_is_elsewhere_unless_there_is_a_reason() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let made = fatima.post(&format!("{space}/groups"), &meeting("", "2026-12-11", "09:30", "12:30", "")).location;
    let all = fatima.get(&made).attributes("input[name='participant']", "value");
    let ticks: Vec<_> = all.iter().map(|id| ("participant", id.as_str())).collect();
    assert_eq!(fatima.post(&format!("{made}/placements"), &ticks).status, 303);
    // One of them gets a place in the Tuesday group of the other project too.
    let number = made.rsplit('/').next().unwrap();
    app.execute(&format!(
        "INSERT INTO participants (project_id, person_id, created_at) SELECT t.project_id, a.person_id, a.created_at \
         FROM groups t, participants a WHERE t.name = 'Dinsdagochtend' AND a.id = {first};
         INSERT INTO enrolments (participant_id, group_id, created_at) SELECT b.id, t.id, b.created_at \
         FROM groups t JOIN participants b ON b.project_id = t.project_id JOIN participants a ON a.person_id = b.person_id \
         WHERE t.name = 'Dinsdagochtend' AND a.id = {first}",
        first = all[0]
    ));
    let name = app.texts(&format!(
        "SELECT p.last_name AS line FROM people p JOIN participants a ON a.person_id = p.id WHERE a.id = {}",
        all[0]
    ))[0]
        .clone();
    let id = fatima.get(&made).value("meeting-1").unwrap();
    let busy = fatima.post(&made, &meeting(&id, "2026-12-08", "12:00", "14:00", ""));
    assert_eq!(busy.status, 422);
    assert_eq!(busy.attributes("[data-error-summary] a", "href"), ["#move_reason"]);
    let warned = busy.all("[aria-labelledby='busy']").join(" ");
    for part in
        [name.as_str(), "groep Dinsdagochtend: dinsdag 8 december 2026, 9.30 – 12.30 uur", "Kies een ander moment"]
    {
        assert!(warned.contains(part), "{part}: {warned}");
    }
    assert_eq!(busy.value("date-1").as_deref(), Some("2026-12-08"), "what was typed stays");
    assert_eq!(busy.attributes("details[open]", "class"), ["more"]);
    assert_eq!(fatima.get(&made).value("date-1").as_deref(), Some("2026-12-11"), "nothing moved");
    // Right after the other meeting is fine, and so is only another place.
    assert_eq!(fatima.post(&made, &meeting(&id, "2026-12-08", "12:30", "14:00", "")).status, 303);
    let reason = "Zij gaat na de pauze naar de andere groep";
    assert_eq!(fatima.post(&made, &meeting(&id, "2026-12-08", "12:00", "14:00", reason)).status, 303);
    assert_eq!(fatima.get(&made).value("start-1").as_deref(), Some("12:00"));
    assert_eq!(
        fatima.post(&made, &meeting(&id, "2026-12-08", "12:00", "14:00", "")).status,
        303,
        "it stays where it is"
    );
    let kept = format!(
        "SELECT override_reason AS line FROM enrolments WHERE group_id = {number} AND override_reason IS NOT NULL"
    );
    assert_eq!(app.texts(&kept), [reason]);
    assert_eq!(app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'overridden'"), 1);
}

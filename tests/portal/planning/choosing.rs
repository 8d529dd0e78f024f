//! Choosing a group: taking a place, changing, giving it up, and who may not.

use chrono::TimeDelta;

use super::{AUTUMN, WINTER, group, project};
use crate::support::{Browser, Page, TestApp, people};

/// Has no group yet.
pub const YARA: &str = "yara.hendriks@merenland.example.nl";
/// Has a place in the full group.
pub const BAS: &str = "bas.vanloon@merenland.example.nl";
/// First in the line of the full group.
pub const FENNA: &str = "fenna.kuiper@merenland.example.nl";
/// Second in that line.
pub const NADIA: &str = "nadia.benali@merenland.example.nl";

/// The page on which `student` chooses a group.
pub fn choosing(app: &TestApp) -> String {
    format!("/student/groups/{}", app.number(&format!("SELECT id AS number FROM projects WHERE name = '{WINTER}'")))
}

/// The number of the group called `name`.
pub fn number(app: &TestApp, name: &str) -> String {
    app.number(&format!("SELECT max(id) AS number FROM groups WHERE name = '{name}'")).to_string()
}

/// The group that somebody has a place in, as the page says it; empty without one.
fn mine(page: &Page) -> String {
    page.all("#mine").join("")
}

fn enrolled(app: &TestApp, who: &str, name: &str) -> bool {
    let sql = format!(
        "SELECT count(*) AS number FROM enrolments e JOIN participants a ON a.id = e.participant_id \
         JOIN people p ON p.id = a.person_id JOIN groups g ON g.id = e.group_id \
         WHERE p.email = '{who}' AND g.name = '{name}'"
    );
    app.number(&sql) == 1
}

#[test]
fn a_student_chooses_changes_and_gives_up_a_place() {
    let app = TestApp::new();
    let mut yara = app.signed_in(YARA);
    let home = yara.get("/student");
    assert_eq!(home.all(".card.now h2"), ["Kies je groep"]);
    let address = home.attributes(".card.now a.button", "href").remove(0);
    assert_eq!(address, choosing(&app));
    let page = yara.get(&address);
    let words = page.words();
    for part in
        ["Maandagmiddag vol", "Woensdagochtend nog 6 plaatsen", "Met Mirjam de Wit, trainer", "Merenland, zaal 2"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!words.contains("Fenna") && !words.contains("Bas"), "nobody else is named: {words}");

    assert_eq!(yara.post(&address, &[("group", &number(&app, "Woensdagochtend"))]).status, 303);
    let page = yara.get(&address);
    assert_eq!(mine(&page), "Woensdagochtend");
    assert!(page.words().contains("veranderen of afzeggen tot en met"), "{}", page.words());
    assert_eq!(yara.get("/student").all(".path .is-done").len(), 1, "choosing is done");
    // Choosing it again changes nothing.
    assert_eq!(yara.post(&address, &[("group", &number(&app, "Woensdagochtend"))]).status, 303);

    assert_eq!(yara.post(&format!("{address}/ending"), &[]).status, 303);
    assert!(!enrolled(&app, YARA, "Woensdagochtend"));
    assert!(yara.get("/student").all(".path .is-done").is_empty(), "choosing is open again");
    let today = app.signed_in(people::FATIMA).get("/staff").words();
    assert!(today.contains("Woensdagochtend , Duidelijk rapporteren – winter: 1 deelnemer gaf"), "{today}");
}

#[test]
fn a_place_can_be_changed_until_the_day_the_project_names() {
    let app = TestApp::new();
    let address = choosing(&app);
    // The group first meets on Monday 21 December, so Wednesday the 16th is the last day.
    app.running.advance(TimeDelta::days(22) + TimeDelta::hours(13));
    let mut bas = app.signed_in(BAS);
    assert!(bas.get(&address).words().contains("tot en met woensdag 16 december 2026."));
    app.running.advance(TimeDelta::hours(2));
    let page = bas.get(&address);
    assert!(page.words().contains("Veranderen of afzeggen kon tot en met woensdag 16 december"), "{}", page.words());
    assert!(page.attributes("form[action$='/ending']", "action").is_empty());
    let late = bas.post(&format!("{address}/ending"), &[]);
    assert_eq!(late.status, 422);
    assert!(late.words().contains("Je houdt de plaats die je hebt"), "{}", late.words());
    app.execute(&format!(
        "INSERT INTO groups (project_id, name, capacity) SELECT id, 'Later', 8 FROM projects WHERE name = '{WINTER}'"
    ));
    let late = bas.post(&address, &[("group", &number(&app, "Later"))]);
    assert!(late.status == 422 && late.words().contains("Je houdt de plaats die je hebt"), "{}", late.words());
    assert!(enrolled(&app, BAS, "Maandagmiddag"));

    let mut fatima = app.signed_in(people::FATIMA);
    let winter = project(&mut fatima, WINTER);
    let fields = [("open", "on"), ("change_days", "1"), ("offer_hours", "24")];
    let staff = fatima.post(&format!("{winter}/choosing"), &fields);
    assert_eq!(staff.status, 303, "{}", staff.words());
    assert_eq!(bas.post(&format!("{address}/ending"), &[]).status, 303);
    assert!(!enrolled(&app, BAS, "Maandagmiddag"));
}

#[test]
fn a_wrong_limit_is_shown_again() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let winter = project(&mut fatima, WINTER);
    let wrong = fatima.post(&format!("{winter}/choosing"), &[("change_days", "veel"), ("offer_hours", "0")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.attributes("[data-error-summary] a", "href"), ["#change_days", "#offer_hours"]);
    assert_eq!(wrong.value("change_days").as_deref(), Some("veel"));
}

#[test]
fn where_staff_place_people_nobody_chooses() {
    let app = TestApp::new();
    let autumn = app.number(&format!("SELECT id AS number FROM projects WHERE name = '{AUTUMN}'"));
    let mut samira = app.signed_in(people::SAMIRA);
    let address = format!("/student/groups/{autumn}");
    let page = samira.get(&address);
    assert_eq!(mine(&page), "Dinsdagochtend");
    assert!(page.attributes("main form", "action").is_empty(), "{:?}", page.attributes("main form", "action"));
    let refused = samira.post(&address, &[("group", &number(&app, "Donderdagmiddag"))]);
    assert_eq!(refused.status, 422);
    assert_eq!(samira.post(&format!("{address}/ending"), &[]).status, 422);
    assert!(enrolled(&app, people::SAMIRA, "Dinsdagochtend"));
    // A group of another project, and a project of another client.
    let mut yara = app.signed_in(YARA);
    assert_eq!(yara.post(&choosing(&app), &[("group", &number(&app, "Donderdagmiddag"))]).status, 404);
    assert_eq!(yara.get(&address).status, 404);
}

/// Lets Yara take part in the autumn project too, in the group of Tuesday, whose first meeting then is at `from`.
fn busy(app: &TestApp, from: &str, until: &str) {
    app.execute(&format!(
        "INSERT INTO participants (project_id, person_id, created_at) \
         SELECT r.id, p.id, '2026-11-01 00:00:00' FROM projects r, people p WHERE r.name = '{AUTUMN}' AND p.email = '{YARA}'"
    ));
    app.execute(&format!(
        "INSERT INTO enrolments (participant_id, group_id, created_at) \
         SELECT a.id, g.id, '2026-11-01 00:00:00' FROM participants a JOIN people p ON p.id = a.person_id \
         JOIN groups g ON g.project_id = a.project_id WHERE p.email = '{YARA}' AND g.name = 'Dinsdagochtend'"
    ));
    app.execute(&format!(
        "UPDATE meetings SET starts_at = '{from}', ends_at = '{until}' WHERE id = (SELECT min(m.id) FROM meetings m \
         JOIN groups g ON g.id = m.group_id WHERE g.name = 'Dinsdagochtend')"
    ));
}

/// The first meeting of the Wednesday group: 23 December, 9.30 to 12.30, in UTC.
const CLASHING: (&str, &str) = ("2026-12-23 11:29:00", "2026-12-23 13:00:00");
const AFTER: (&str, &str) = ("2026-12-23 11:30:00", "2026-12-23 13:00:00");

#[test]
fn nobody_is_at_two_places_at_once_but_twice_on_one_day() {
    let app = TestApp::new();
    let (address, wednesday) = (choosing(&app), number(&app, "Woensdagochtend"));
    busy(&app, CLASHING.0, CLASHING.1);
    let mut yara = app.signed_in(YARA);
    let page = yara.get(&address);
    assert!(page.words().contains("Op dat moment heb je al iets anders"), "{}", page.words());
    let refused = yara.post(&address, &[("group", &wednesday)]);
    assert_eq!(refused.status, 422);
    assert!(refused.words().contains("Schrijven voor je lezer – najaar, woensdag 23 december"), "{}", refused.words());
    assert!(!enrolled(&app, YARA, "Woensdagochtend"));

    let times = format!("SET starts_at = '{}' WHERE starts_at = '{}'", AFTER.0, CLASHING.0);
    app.execute(&format!("UPDATE meetings {times}"));
    assert_eq!(yara.post(&address, &[("group", &wednesday)]).status, 303);
    assert!(enrolled(&app, YARA, "Woensdagochtend"), "one may begin when the other ends");
}

#[test]
fn staff_place_somebody_against_the_rules_with_a_reason_that_is_kept() {
    let app = TestApp::new();
    busy(&app, CLASHING.0, CLASHING.1);
    let mut fatima = app.signed_in(people::FATIMA);
    let winter = project(&mut fatima, WINTER);
    let wednesday = group(&mut fatima, &winter, "Woensdagochtend");
    let yara = app.number(&format!(
        "SELECT a.id AS number FROM participants a JOIN people p ON p.id = a.person_id \
         JOIN projects r ON r.id = a.project_id WHERE p.email = '{YARA}' AND r.name = '{WINTER}'"
    ));
    let yara = yara.to_string();
    let refused = fatima.post(&format!("{wednesday}/placements"), &[("participant", &yara)]);
    assert_eq!(refused.status, 422);
    assert!(
        refused.words().contains("Yara Hendriks zit dan bij Schrijven voor je lezer – najaar"),
        "{}",
        refused.words()
    );
    assert_eq!(refused.attributes("input[name='participant'][checked]", "value"), [yara.as_str()]);
    assert_eq!(refused.attributes("[data-error-summary] a", "href"), ["#reason"]);

    let fields = [("participant", yara.as_str()), ("reason", "Zij gaat eerder weg, in overleg.")];
    assert_eq!(fatima.post(&format!("{wednesday}/placements"), &fields).status, 303);
    assert!(enrolled(&app, YARA, "Woensdagochtend"));
    let kept = "SELECT count(*) AS number FROM enrolments WHERE override_reason = 'Zij gaat eerder weg, in overleg.'";
    assert_eq!(app.number(kept), 1);
    assert_eq!(app.number("SELECT count(*) AS number FROM register_lines WHERE act = 'overridden'"), 1);

    // A full group as well; those who fit need no reason, and none is kept of them.
    let monday = group(&mut fatima, &winter, "Maandagmiddag");
    let tick = fatima.get(&monday).attributes("input[name='participant']", "value").remove(0);
    assert_eq!(fatima.post(&format!("{monday}/placements"), &[("participant", &tick)]).status, 422);
    let fields = [("participant", tick.as_str()), ("reason", "De zaal is groot genoeg.")];
    assert_eq!(fatima.post(&format!("{monday}/placements"), &fields).status, 303);
    assert!(fatima.get(&monday).words().contains("5 van 4 plaatsen"));
}

/// How many statements `page` takes.
fn taken(app: &TestApp, browser: &mut Browser, path: &str) -> u64 {
    browser.get(path);
    let before = app.running.queries();
    assert_eq!(browser.get(path).status, 200, "{path}");
    app.running.queries() - before
}

#[test]
fn the_pages_take_few_statements_however_many_groups_there_are() {
    let app = TestApp::new();
    let address = choosing(&app);
    let (mut fenna, mut yara, mut fatima) = (app.signed_in(FENNA), app.signed_in(YARA), app.signed_in(people::FATIMA));
    let monday = format!("/staff/groups/{}", number(&app, "Maandagmiddag"));
    let first =
        [taken(&app, &mut fenna, &address), taken(&app, &mut yara, &address), taken(&app, &mut fatima, &monday)];
    let greetings = if crate::support::database::server().is_some() { 2 } else { 0 };
    assert!(first.iter().take(2).all(|n| *n <= 8 + greetings), "{first:?}");
    assert!(taken(&app, &mut fenna, "/student") <= 6 + greetings);
    for number in 0..12 {
        app.execute(&format!(
            "INSERT INTO groups (project_id, name, capacity) SELECT id, 'Groep {number}', 8 FROM projects WHERE name = '{WINTER}'"
        ));
    }
    let then = [taken(&app, &mut fenna, &address), taken(&app, &mut yara, &address), taken(&app, &mut fatima, &monday)];
    assert_eq!(first, then);
}

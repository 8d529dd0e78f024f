//! What a student finds, from when, and what opening it does.

use chrono::TimeDelta;

use super::{listed, numbered, openings, project, write};
use crate::support::{TestApp, people};

const FIVE: &str = "Vijf vragen voor je begint";

#[test]
fn a_student_finds_what_is_for_them_by_project_with_what_is_new() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let page = samira.get("/student/material");
    assert_eq!(page.all("main h2"), ["Schrijven voor je lezer – najaar"]);
    assert_eq!(
        page.all("main .file .file-name"),
        [
            "Vijf vragen voor je begint nieuw",
            "Van lang naar kort nieuw",
            "Schrijfkaart nieuw",
            "Zinnen uit jullie eigen brieven nieuw"
        ]
    );
    assert!(page.words().contains("4 nieuw") && page.words().contains("PDF, "), "{}", page.words());
    assert!(page.words().contains("staat hier sinds 18 oktober 2026"), "two weeks before the project began");
    // IJsbrand is in the other group, and opened the first piece the day before.
    let mut ijsbrand = app.signed_in(people::IJSBRAND);
    let list = listed(&mut ijsbrand);
    assert_eq!(list.first().map(String::as_str), Some("Vijf vragen voor je begint"));
    assert!(!list.iter().any(|title| title.starts_with("Zinnen uit")), "{list:?}");
    // Zoë was given something of her own.
    assert!(listed(&mut app.signed_in(people::ZOE)).iter().any(|title| title.starts_with("Extra oefening")));
    assert_eq!(app.signed_in(people::ANOUK).get("/student/material").status, 200);
}

#[test]
fn before_its_moment_it_is_not_there() {
    let app = TestApp::new();
    let later = numbered(&app, "Terugkijken: wat doe je morgen anders?");
    let mut samira = app.signed_in(people::SAMIRA);
    let address = format!("/student/material/{later}");
    assert_eq!(samira.get(&address).status, 404);
    assert!(!listed(&mut samira).iter().any(|title| title.starts_with("Terugkijken")));
    // The project began on 1 November; sixty days later is 31 December.
    app.running.advance(TimeDelta::days(36));
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get(&address).status, 404, "the evening before");
    app.running.advance(TimeDelta::hours(14));
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get(&address).status, 200, "from the first minute of the day");
    assert!(listed(&mut samira).iter().any(|title| title.starts_with("Terugkijken")));
}

#[test]
fn a_moment_of_a_project_is_kept_to_the_minute() {
    let app = TestApp::new();
    let shelf = format!("projects/{}", project(&app, "Schrijven voor je lezer – najaar"));
    let mut fatima = app.signed_in(people::FATIMA);
    let later = [("release", "later"), ("date", "2026-11-24"), ("time", "10:30")];
    assert_eq!(write(&mut fatima, &shelf, &later).status, 303);
    let address = format!("/student/material/{}", numbered(&app, "Route"));
    let mut samira = app.signed_in(people::SAMIRA);
    app.running.advance(TimeDelta::minutes(29));
    assert_eq!(samira.get(&address).status, 404);
    app.running.advance(TimeDelta::minutes(1));
    assert!(samira.get(&address).text().contains("Neem <strong>lijn 4</strong>."));
    assert_eq!(write(&mut fatima, &shelf, &[("title", "Geheim"), ("release", "hidden")]).status, 303);
    assert_eq!(samira.get(&format!("/student/material/{}", numbered(&app, "Geheim"))).status, 404);
}

#[test]
fn nobody_opens_what_is_not_for_them() {
    let app = TestApp::new();
    let own = numbered(&app, "Extra oefening: aanspreken");
    let group = numbered(&app, "Zinnen uit jullie eigen brieven");
    let card = numbered(&app, "Schrijfkaart");
    let mail = numbered(&app, "Een onderwerp dat werkt");
    for (who, material, status) in [
        (people::ZOE, own, 200),
        (people::SAMIRA, own, 404),
        (people::SAMIRA, group, 200),
        (people::IJSBRAND, group, 404),
        (people::HUGO, group, 404),
        (people::HUGO, card, 303),
        (people::SAMIRA, mail, 404),
        (people::WOUTER, card, 404),
        (people::JOOST, card, 404),
        (people::SAMIRA, 987_654, 404),
    ] {
        let page = app.signed_in(who).get(&format!("/student/material/{material}"));
        assert_eq!(page.status, status, "{who} {material}");
        if status == 404 {
            let file = app.signed_in(who).get(&format!("/student/material/{material}/file"));
            assert_eq!(file.status, 404, "{who} {material}");
        }
    }
    assert_eq!(openings(&app, people::SAMIRA, own), 0, "what is refused is not noted");
}

#[test]
fn a_project_leader_sees_no_material_at_all() {
    let app = TestApp::new();
    let mut wouter = app.signed_in(people::WOUTER);
    for path in ["/student/material", "/staff/material", "/staff/material/projects/1", "/leader/material"] {
        assert_eq!(wouter.get(path).status, 404, "{path}");
    }
    let project = project(&app, "Schrijven voor je lezer – najaar");
    let page = wouter.get(&format!("/leader/projects/{project}")).words();
    assert!(!page.contains("Schrijfkaart") && !page.contains("materiaal"), "{page}");
}

#[test]
fn opening_is_noted_once_an_hour_and_a_text_is_a_page() {
    let app = TestApp::new();
    let five = numbered(&app, FIVE);
    let mut samira = app.signed_in(people::SAMIRA);
    let address = format!("/student/material/{five}");
    let head = samira.send("HEAD", &address, None, b"");
    assert_eq!((head.status, openings(&app, people::SAMIRA, five)), (200, 0), "asking whether it is there");
    let page = samira.get(&address);
    assert_eq!(page.all("h1"), [FIVE]);
    assert!(page.all("article h2").contains(&"Voor wie schrijf je?".to_owned()));
    assert!(page.text().contains("<em>‘met betrekking tot’</em>"), "{}", page.text());
    samira.get(&address);
    assert_eq!(openings(&app, people::SAMIRA, five), 1);
    assert!(listed(&mut samira).contains(&FIVE.to_owned()), "it is new no more");
    assert!(samira.get("/student/material").words().contains("geopend op 24 november 2026"));
    app.running.advance(TimeDelta::minutes(60));
    samira.get(&address);
    assert_eq!(openings(&app, people::SAMIRA, five), 2);
    let part = app.number("SELECT count(*) AS number FROM material_openings o JOIN participants p ON p.id = o.participant_id JOIN projects j ON j.id = p.project_id WHERE j.name LIKE '%najaar' AND o.opened_at >= '2026-11-24'");
    assert_eq!(part, 2, "with the part in the project through which she has it");
}

#[test]
fn what_changed_since_says_so() {
    let app = TestApp::new();
    let five = numbered(&app, FIVE);
    let mut samira = app.signed_in(people::SAMIRA);
    samira.get(&format!("/student/material/{five}"));
    app.running.advance(TimeDelta::hours(2));
    let mut ilse = app.signed_in("ilse.kortekaas@opleider.example.nl");
    let page = ilse.get(&format!("/staff/material/catalogue/{five}"));
    let seen = page.value("seen").unwrap();
    let same = page.value("body").unwrap();
    let fields = |body: &str| {
        [("title", FIVE), ("body", body), ("release", "later"), ("days", "-14"), ("seen", seen.as_str())]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
    };
    let sent = fields(&format!("{same} En nog iets."));
    let sent: Vec<_> = sent.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(ilse.post(&format!("/staff/material/catalogue/{five}"), &sent).status, 303);
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(listed(&mut samira).contains(&format!("{FIVE} veranderd")), "{:?}", listed(&mut samira));
}

#[test]
fn opening_what_belongs_to_a_step_does_that_step_once() {
    let app = TestApp::new();
    let yara = "yara.hendriks@merenland.example.nl";
    let facts = numbered(&app, "Feiten eerst, dan wat je ervan vindt");
    let step = app.number(
        "SELECT a.id AS number FROM actions a JOIN projects j ON j.id = a.project_id WHERE j.name LIKE 'Duidelijk%' AND a.kind = 'reading'",
    );
    let done = || {
        app.number(&format!(
            "SELECT count(*) AS number FROM completions c JOIN participants p ON p.id = c.participant_id \
             JOIN people q ON q.id = p.person_id WHERE q.email = '{yara}' AND c.action_id = {step}"
        ))
    };
    let mut browser = app.signed_in(yara);
    let page = browser.get(&format!("/student/actions/{step}"));
    assert_eq!(page.attributes("main a.button", "href"), [format!("/student/material/{facts}")]);
    assert!(page.all("main form").is_empty(), "there is nothing to tick: {}", page.words());
    assert_eq!(done(), 0);
    let text = browser.get(&format!("/student/material/{facts}"));
    assert!(text.words().contains("Deze stap is gedaan."), "{}", text.words());
    for _ in 0..2 {
        assert!(!browser.get(&format!("/student/material/{facts}")).words().contains("Deze stap is gedaan."));
    }
    assert_eq!(done(), 1);
    let lines =
        format!("SELECT count(*) AS number FROM register_lines WHERE act = 'completed' AND subject_row = {step}");
    assert_eq!(app.number(&lines), 1);
    assert!(browser.get(&format!("/student/actions/{step}")).words().contains("gedaan op 24 november"));
}

#[test]
fn the_pages_ask_the_database_little_however_much_there_is() {
    let app = TestApp::new();
    let shelf = format!("projects/{}", project(&app, "Schrijven voor je lezer – najaar"));
    let mut fatima = app.signed_in(people::FATIMA);
    let mut samira = app.signed_in(people::SAMIRA);
    let text = format!("/student/material/{}", numbered(&app, FIVE));
    samira.get(&text);
    samira.get("/student/material");
    let cost = |browser: &mut crate::support::Browser, path: &str| {
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200, "{path}");
        app.running.queries() - before
    };
    let few = cost(&mut samira, "/student/material");
    assert!(few <= 4, "{few}");
    assert!(cost(&mut samira, &text) <= 3);
    let pages = [format!("/staff/material/{shelf}"), format!("/staff/material/{shelf}/texts/new")];
    fatima.get(&pages[0]);
    let before: Vec<_> = pages.iter().map(|page| cost(&mut fatima, page)).collect();
    assert!(before.iter().all(|cost| *cost <= 8), "{before:?}");
    for number in 0..12 {
        assert_eq!(write(&mut fatima, &shelf, &[("title", &format!("Stuk {number}"))]).status, 303);
    }
    fatima.get(&pages[0]);
    samira.get("/student/material");
    assert_eq!(pages.iter().map(|page| cost(&mut fatima, page)).collect::<Vec<_>>(), before);
    assert_eq!(cost(&mut samira, "/student/material"), few);
}

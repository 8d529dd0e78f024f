//! What is over is out of sight from the first second after, also when nothing is ever swept: in none of these tests
//! does the worker run.

use chrono::TimeDelta;

use super::terms::change;
use crate::planning::AUTUMN;
use crate::support::{Browser, PASSWORD, Page, TestApp, people};

/// The first second after the day on which three years since the end of 24 November 2023 are over.
const TONIGHT: TimeDelta = TimeDelta::hours(14);

/// Who can be seen on the pages of the project, of those who took part, led, advised or taught in it.
const NAMES: &[&str] = &["Samira", "IJsbrand", "Wouter", "Petra", "Joost", "Mirjam"];

fn the(app: &TestApp, project: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM projects WHERE name = '{project}'"))
}

fn of(app: &TestApp, who: &str) -> i64 {
    app.number(&format!(
        "SELECT a.id AS number FROM participants a JOIN people p ON p.id = a.person_id WHERE p.email = '{who}'"
    ))
}

/// An installation in which every project ended on `day`.
fn ended(day: &str) -> TestApp {
    let app = TestApp::new();
    app.execute(&format!("UPDATE projects SET ends_on = '{day}'"));
    app
}

fn says(page: &Page) -> Vec<&'static str> {
    assert_eq!(page.status, 200);
    let main = page.all("main").join(" ");
    NAMES.iter().copied().filter(|name| main.contains(name)).collect()
}

/// The pages of staff on which people of the project stand.
fn staff_pages(app: &TestApp) -> Vec<String> {
    let project = the(app, AUTUMN);
    let group = |name: &str| {
        let sql = format!("SELECT id AS number FROM groups WHERE name = '{name}' AND project_id = {project}");
        format!("/staff/groups/{}", app.number(&sql))
    };
    vec![format!("/staff/projects/{project}"), group("Dinsdagochtend"), group("Donderdagmiddag")]
}

/// What `who` is refused now.
fn refused(browser: &mut Browser, paths: &[String]) {
    for path in paths {
        assert_eq!(browser.get(path).status, 404, "{path}");
    }
}

#[test]
fn students_see_their_project_to_the_last_second_and_not_a_second_longer() {
    let app = ended("2023-11-24");
    let (project, autumn) = (the(&app, AUTUMN), "Schrijven voor je lezer");
    let action = app.number(&format!("SELECT min(id) AS number FROM actions WHERE project_id = {project}"));
    let meeting = app.number(&format!(
        "SELECT min(m.id) AS number FROM meetings m JOIN groups g ON g.id = m.group_id \
         WHERE g.project_id = {project} AND g.name = 'Dinsdagochtend'"
    ));
    let pages = [
        format!("/student/projects/{project}"),
        format!("/student/actions/{action}"),
        format!("/student/groups/{project}"),
        format!("/student/meetings/{meeting}/calendar.ics"),
    ];
    app.running.advance(TONIGHT - TimeDelta::seconds(1));
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(samira.get("/student").words().contains(autumn));
    for path in &pages {
        assert_ne!(samira.get(path).status, 404, "{path}");
    }
    app.running.advance(TimeDelta::seconds(1));
    let home = samira.get("/student");
    assert_eq!(home.all("h1"), ["Je trainingen zijn lang voorbij"]);
    assert!(!home.words().contains(autumn) && !home.words().contains("Grace"), "{}", home.words());
    refused(&mut samira, &pages);
    // What is still there is hers to take along, until it is destroyed.
    let archive = samira.post("/account/export", &[("password", PASSWORD)]);
    assert_eq!(archive.status, 200);
    let files = crate::privacy::export::unpacked(&archive.body);
    let data = &files.iter().find(|(name, _)| name == "gegevens.json").unwrap().1;
    for told in [autumn, "Zo’n brief is juist goed om mee te oefenen", "een uitkering die stopt"] {
        assert!(data.contains(told), "{told}");
    }
    assert_eq!(samira.get("/account/details").status, 200);
    assert!(app.number("SELECT count(*) AS number FROM participants") > 0, "nothing was swept");
}

#[test]
fn a_file_stays_with_its_owner_until_the_day_they_were_told() {
    let app = ended("2023-11-24");
    let file = app.number(&format!(
        "SELECT max(id) AS number FROM uploads WHERE state = 'confirmed' AND participant_id = {}",
        of(&app, people::IJSBRAND)
    ));
    let page = format!("/student/uploads/{file}");
    app.running.advance(TONIGHT);
    let mut ijsbrand = app.signed_in(people::IJSBRAND);
    assert_eq!(ijsbrand.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 21 februari 2027"]);
    assert_eq!(ijsbrand.get(&page).status, 200);
    assert!(says(&app.signed_in(people::JOOST).get("/staff/uploads")).is_empty());
    assert!(says(&app.signed_in(people::PETRA).get("/staff/uploads")).iter().all(|name| *name != "IJsbrand"));
    assert_eq!(app.signed_in(people::PETRA).get(&format!("/staff/uploads/{file}")).status, 404);
}

#[test]
fn leaders_see_nobody_of_a_project_and_not_the_project_they_led() {
    let app = ended("2023-11-24");
    let (project, samira) = (the(&app, AUTUMN), of(&app, people::SAMIRA));
    let base = format!("/leader/projects/{project}");
    let pages = [
        base.clone(),
        format!("{base}/participants"),
        format!("{base}/groups"),
        format!("{base}/wishes"),
        format!("/leader/participants/{samira}"),
    ];
    app.running.advance(TONIGHT - TimeDelta::seconds(1));
    let mut wouter = app.signed_in(people::WOUTER);
    assert_eq!(wouter.get("/leader").all("h2").len(), 3);
    for path in &pages {
        assert_eq!(wouter.get(path).status, 200, "{path}");
    }
    app.running.advance(TimeDelta::seconds(1));
    let home = wouter.get("/leader");
    assert!(home.all("h2").is_empty() && home.words().contains("Hier staan geen projecten meer"), "{}", home.words());
    refused(&mut wouter, &pages);
}

#[test]
fn trainers_lose_their_groups_and_the_people_in_them() {
    let app = ended("2023-11-24");
    let pages = staff_pages(&app);
    let taught = [pages[0].clone(), pages[1].clone()];
    let intake = [format!("/staff/intakes/{}", of(&app, people::SAMIRA))];
    app.running.advance(TONIGHT - TimeDelta::seconds(1));
    let mut joost = app.signed_in(people::JOOST);
    assert!(joost.get("/staff/projects").words().contains(AUTUMN));
    for path in &taught {
        assert!(says(&joost.get(path)).contains(&"Samira"), "{path}");
    }
    assert_eq!(joost.get(&intake[0]).status, 200);
    app.running.advance(TimeDelta::seconds(1));
    assert!(!joost.get("/staff/projects").words().contains(AUTUMN));
    refused(&mut joost, &taught);
    refused(&mut joost, &intake);
}

#[test]
fn staff_answer_nobody_of_a_project_that_was_so_long_ago() {
    let app = ended("2023-11-24");
    let mut samira = app.signed_in(people::SAMIRA);
    for desk in ["trainer", "adviser", "helpdesk"] {
        let path = format!("/student/conversations/{}/{desk}", the(&app, AUTUMN));
        assert_eq!(samira.post(&path, &[("version", "0"), ("after", "0"), ("body", "Kun je helpen?")]).status, 303);
    }
    let autumn = app.numbers(&format!(
        "SELECT t.id FROM threads t JOIN participants p ON p.id = t.participant_id WHERE p.project_id = {}",
        the(&app, AUTUMN)
    ));
    app.running.advance(TONIGHT - TimeDelta::seconds(1));
    let queue = "/staff/conversations?all=on";
    let own = |page: &Page| -> Vec<String> {
        let all = page.attributes("main a[href^='/staff/conversations/']", "href");
        let own: Vec<_> = autumn.iter().map(|id| format!("/staff/conversations/{id}")).collect();
        own.into_iter().filter(|path| all.contains(&format!("{path}#newest"))).collect()
    };
    let mut desks = [people::JOOST, people::PETRA, people::SJOERD].map(|who| app.signed_in(who));
    let before: Vec<_> = desks.iter_mut().map(|staff| own(&staff.get(queue))).collect();
    for (staff, paths) in desks.iter_mut().zip(&before) {
        assert!(!paths.is_empty(), "nothing of this project is asked here");
        assert_eq!(staff.get(&paths[0]).status, 200);
    }
    app.running.advance(TimeDelta::seconds(1));
    for (staff, paths) in desks.iter_mut().zip(&before) {
        refused(staff, paths);
        assert_eq!(own(&staff.get(queue)), Vec::<String>::new());
    }
}

#[test]
fn staff_keep_the_project_without_anybody_who_took_part_led_advised_or_taught() {
    let app = ended("2023-11-24");
    let pages = staff_pages(&app);
    app.running.advance(TONIGHT - TimeDelta::seconds(1));
    let mut fatima = app.signed_in(people::FATIMA);
    let seen: Vec<_> = pages.iter().flat_map(|path| says(&fatima.get(path))).collect();
    assert!(NAMES.iter().all(|name| seen.contains(name)), "{seen:?}");
    app.running.advance(TimeDelta::seconds(1));
    let list = fatima.get("/staff/projects");
    assert!(list.words().contains(AUTUMN));
    for path in &pages {
        let page = fatima.get(path);
        assert_eq!(says(&page), Vec::<&str>::new(), "{path}: {}", page.words());
        assert!(page.words().contains("bewaren we tot een tijd na het einde. Die tijd is om."), "{}", page.words());
        assert!(page.all("main form[method='post'], main a.button").is_empty(), "{path}: nobody can be added unseen");
    }
    let group = fatima.get(&pages[1]);
    assert!(group.words().contains("0 van 8 plaatsen"), "{}", group.words());
    let reader = app.signed_in(people::PETRA).get(&pages[0]);
    assert!(!says(&reader).contains(&"Samira"));
    // The officer who carries out what people ask still finds them, until they are destroyed.
    assert!(app.signed_in(people::HANNA).get("/staff/erasure?q=Bakker").words().contains("Samira"));
}

#[test]
fn a_list_of_participants_does_not_say_who_took_part() {
    let app = ended("2023-11-24");
    let (project, before) = (the(&app, AUTUMN), app.number("SELECT count(*) AS number FROM participants"));
    let read = |browser: &mut Browser| {
        let list = "voornaam;achternaam;e-mail\nSamira;Bakker;samira.bakker@lindedam.example.nl\n";
        let sent = browser.upload(&format!("/staff/projects/{project}/roster"), &[], "lijst.csv", list.as_bytes());
        assert_eq!(sent.status, 303, "{}", sent.words());
        (browser.get(&sent.location).all("tbody tr").join(" "), sent.location)
    };
    app.running.advance(TONIGHT - TimeDelta::seconds(1));
    let mut fatima = app.signed_in(people::FATIMA);
    assert!(read(&mut fatima).0.contains("doet al mee"));
    app.running.advance(TimeDelta::seconds(1));
    let (words, place) = read(&mut fatima);
    assert!(!words.contains("doet al mee"), "{words}");
    assert_eq!(fatima.post(&format!("{place}/import"), &[]).status, 303);
    assert_eq!(app.number("SELECT count(*) AS number FROM participants"), before, "she has her part still");
}

#[test]
fn a_calendar_that_is_read_without_signing_in_forgets_it_too() {
    let app = TestApp::new();
    app.execute(
        "UPDATE meetings SET starts_at = '2026-11-10 09:00:00', ends_at = '2026-11-10 12:00:00' WHERE id IN \
         (SELECT min(id) FROM meetings GROUP BY group_id)",
    );
    let feed = |who: &str| {
        let mut browser = app.signed_in(who);
        let address = browser.post("/account/calendar", &[]).attributes("input#url", "value").remove(0);
        address[address.find("/calendar/").unwrap()..].to_owned()
    };
    let feeds = [people::SAMIRA, people::JOOST].map(feed);
    let shows = |feed: &String| app.browser().get(feed).text().contains("SUMMARY");
    assert!(feeds.iter().all(shows));
    app.execute("UPDATE projects SET ends_on = '2026-10-23'");
    assert!(feeds.iter().all(shows), "its term is three years");
    assert_eq!(change(&app, "participation", "", "1").status, 303);
    assert!(!feeds.iter().any(shows), "the day before a month ago is over");
}

#[test]
fn a_term_that_two_officers_shorten_hides_at_once() {
    let app = ended("2026-10-23");
    let pages = staff_pages(&app);
    let (mut samira, mut wouter) = (app.signed_in(people::SAMIRA), app.signed_in(people::WOUTER));
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(wouter.get("/leader").all("h2").len(), 3);
    assert!(says(&fatima.get(&pages[1])).contains(&"Samira"));
    assert_eq!(change(&app, "participation", "", "1").location, "/staff/retention");
    assert_eq!(samira.get("/student").all("h1"), ["Je trainingen zijn lang voorbij"]);
    assert!(wouter.get("/leader").all("h2").is_empty());
    assert!(!says(&fatima.get(&pages[0])).contains(&"Samira"));
    // Longer again does not bring back what was over.
    app.running.advance(TimeDelta::seconds(1));
    assert_eq!(change(&app, "participation", "", "36").status, 303);
    assert!(wouter.get("/leader").all("h2").is_empty());
}

#[test]
fn a_process_hears_of_a_term_that_another_one_changed() {
    let app = ended("2026-10-23");
    let mut samira = app.signed_in(people::SAMIRA);
    app.execute(
        "INSERT INTO term_changes (kind, destroy, state, proposed_at, decided_at, version) \
         VALUES ('participation', 1, 'in_force', '2026-11-24 09:00:00', '2026-11-24 09:00:00', 2)",
    );
    assert!(samira.get("/student").words().contains("Schrijven voor je lezer"), "it did not look yet");
    app.running.look_again();
    assert_eq!(samira.get("/student").all("h1"), ["Je trainingen zijn lang voorbij"]);
}

/// An installation in which everybody was last seen, and entered, on 24 November 2024, and did things before.
fn silent() -> TestApp {
    let app = TestApp::new();
    let (then, before) = ("'2024-11-24 22:59:59'", "'2024-06-01 12:00:00'");
    app.execute(&format!(
        "UPDATE people SET created_at = {before};
         UPDATE participants SET created_at = {before};
         UPDATE completions SET done_at = {before};
         UPDATE accounts SET created_at = {before}, last_seen_at = {then};
         UPDATE accounts SET last_seen_at = {before} WHERE person_id IN
           (SELECT id FROM people WHERE email = '{}')",
        people::IJSBRAND
    ));
    app
}

#[test]
fn two_years_of_silence_hide_what_somebody_did_from_whoever_follows_them() {
    let app = silent();
    let autumn = the(&app, AUTUMN);
    let (leads, staff) = (format!("/leader/projects/{autumn}"), format!("/staff/projects/{autumn}"));
    let participant = format!("/leader/participants/{}", of(&app, people::IJSBRAND));
    let mut wouter = app.signed_in(people::WOUTER);
    let mut fatima = app.signed_in(people::FATIMA);
    let counted = |page: &Page| page.all(".bar").first().cloned().unwrap();
    // IJsbrand was silent for longer than two years; the others were seen on the last day that counts.
    let intakes = app.number(&format!(
        "SELECT count(*) AS number FROM completions c JOIN actions a ON a.id = c.action_id \
         WHERE a.project_id = {autumn} AND a.position = 1"
    ));
    assert!(intakes > 1);
    assert_eq!(counted(&wouter.get(&leads)), format!("Vul de intake in {} van 11", intakes - 1));
    let page = wouter.get(&participant);
    assert!(page.words().contains("0 van 5"), "{}", page.words());
    let row = |fatima: &mut Browser, name: &str| {
        let page = fatima.get(&format!("{staff}?q={name}"));
        page.all("section[aria-labelledby='participants'] tbody tr").join(" ")
    };
    assert!(row(&mut fatima, "IJsbrand").contains("0 van 5"), "{}", row(&mut fatima, "IJsbrand"));
    assert!(!row(&mut fatima, "Hoff").contains("0 van 5"), "{}", row(&mut fatima, "Hoff"));
    let index = wouter.get("/leader").all(".gauge span");
    app.running.advance(TONIGHT);
    let (mut wouter, mut fatima) = (app.signed_in(people::WOUTER), app.signed_in(people::FATIMA));
    assert_eq!(counted(&wouter.get(&leads)), "Vul de intake in 0 van 11");
    assert_ne!(wouter.get("/leader").all(".gauge span"), index);
    assert!(wouter.get("/leader").all(".gauge span").iter().all(|gauge| gauge.starts_with("0 van")));
    assert!(row(&mut fatima, "Hoff").contains("0 van 5"));
    assert!(fatima.get(&staff).all("section[aria-labelledby='actions'] li").iter().all(|l| !l.contains("1 ")));
    assert!(app.number("SELECT count(*) AS number FROM completions") > 0, "nothing was swept");
}

#[test]
fn whoever_comes_back_before_it_was_swept_did_not_stay_silent() {
    let app = silent();
    app.running.advance(TONIGHT);
    let leads = format!("/leader/participants/{}", of(&app, people::IJSBRAND));
    let mut wouter = app.signed_in(people::WOUTER);
    assert!(wouter.get(&leads).words().contains("0 van 5"));
    let home = app.signed_in(people::IJSBRAND).get("/student");
    assert_eq!(home.all(".gauge"), ["3 van 5 stappen gedaan"], "signing in is doing something");
    assert!(wouter.get(&leads).words().contains("3 van 5"));
}

#[test]
fn a_shorter_term_of_progress_hides_at_once() {
    let app = silent();
    app.execute("UPDATE accounts SET last_seen_at = '2026-10-23 12:00:00'");
    let leads = format!("/leader/participants/{}", of(&app, people::IJSBRAND));
    let mut wouter = app.signed_in(people::WOUTER);
    assert!(wouter.get(&leads).words().contains("3 van 5"));
    assert_eq!(change(&app, "progress", "", "1").status, 303);
    assert!(wouter.get(&leads).words().contains("0 van 5"));
}

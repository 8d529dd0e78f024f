//! Projects as staff find, make and follow them.

use super::{AUTUMN, PERMITS, SPACE, WINTER, ask, project};
use crate::support::{Browser, TestApp, people};

const NEW: [(&str, &str); 8] = [
    ("organisation", ""),
    ("new_organisation", "Provincie Vechtrand"),
    ("training", "1"),
    ("name", "Schrijven voor je lezer – beleid"),
    ("starts_on", "2027-01-11"),
    ("ends_on", "2027-04-09"),
    ("adviser", ""),
    ("upload_anchor", "project_end"),
];

fn with<'a>(fields: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let changed = |name: &str| changes.iter().find(|c| c.0 == name).map(|c| c.1);
    fields.iter().map(|(name, text)| (*name, changed(name).unwrap_or(text))).collect()
}

#[test]
fn an_assistant_makes_a_project_for_a_new_client() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    assert_eq!(fatima.get("/staff/projects/new").status, 200);
    let made = fatima.post("/staff/projects", &NEW);
    assert_eq!(made.status, 303, "{}", made.words());
    let page = fatima.open(&made.location);
    let words = page.words();
    for part in ["Provincie Vechtrand", "11 januari 2027", "vanaf het einde van het project", "Vul de intake in"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(words.contains("25 januari 2027"), "the intake is due 14 days after the first day");
    assert!(words.contains("is gemaakt"));
}

#[test]
fn the_name_of_a_known_client_makes_no_second_client() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let made = fatima.post("/staff/projects", &with(&NEW, &[("new_organisation", "gemeente LINDEDAM ")]));
    assert_eq!(made.status, 303);
    let clients = fatima.get("/staff/projects/new").all("select[name='organisation'] option");
    assert_eq!(clients.iter().filter(|c| c.to_lowercase().contains("lindedam")).count(), 1, "{clients:?}");
}

#[test]
fn a_wrong_project_is_shown_again_with_everything_that_was_typed() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let wrong = with(
        &NEW,
        &[("organisation", "1"), ("training", "99"), ("name", " "), ("ends_on", "2027-01-10"), ("adviser", "1")],
    );
    let page = fatima.post("/staff/projects", &wrong);
    assert_eq!(page.status, 422);
    let faults = page.attributes("[data-error-summary] a", "href");
    assert_eq!(faults, ["#new_organisation", "#training", "#name", "#ends_on", "#adviser"]);
    assert_eq!(page.value("new_organisation").as_deref(), Some("Provincie Vechtrand"));
    assert_eq!(page.value("starts_on").as_deref(), Some("2027-01-11"));
    assert_eq!(page.attributes("select[name='organisation'] option[selected]", "value"), ["1"]);
    assert_eq!(page.attributes("input[name='upload_anchor'][checked]", "value"), ["project_end"]);

    let nothing = fatima.post("/staff/projects", &with(&NEW, &[("new_organisation", " - ")]));
    assert_eq!(nothing.attributes("[data-error-summary] a", "href"), ["#organisation"]);
    assert!(nothing.all("[data-error-summary] a")[0].starts_with("Organisatie: "));
}

#[test]
fn what_was_typed_comes_back_when_the_session_ended_meanwhile() {
    let app = TestApp::new();
    let page = format!("{}/staff/projects/new", app.url());
    let mut fatima = app.signed_in(people::FATIMA).with_header("referer", &page);
    app.running.advance(chrono::TimeDelta::hours(9));
    let late = fatima.post("/staff/projects", &NEW);
    assert_eq!(late.location, "/login?back=%2Fstaff%2Fprojects%2Fnew");
    let form = app.signed_in(people::FATIMA).get("/staff/projects/new");
    assert_eq!(form.value("new_organisation").as_deref(), Some("Provincie Vechtrand"));
    assert_eq!(form.value("ends_on").as_deref(), Some("2027-04-09"));
    assert_eq!(form.attributes("select[name='training'] option[selected]", "value"), ["1"]);
}

#[test]
fn the_list_is_searched_without_capitals_and_accents_and_narrowed_by_phase() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let mut names = |path: &str| fatima.get(path).all("tbody th a");
    assert_eq!(names("/staff/projects").len(), 9);
    assert_eq!(names("/staff/projects?q=LINDEDAM+n%C3%A1jaar"), [AUTUMN]);
    assert_eq!(names("/staff/projects?phase=preparing"), [SPACE, WINTER]);
    assert_eq!(names("/staff/projects?phase=over&q=lindedam").len(), 1);
    assert!(names("/staff/projects?q=%25").is_empty(), "a sign of the database is a sign here");
    assert_eq!(names("/staff/projects?page=zeven&phase=onzin").len(), 9);
}

#[test]
fn a_trainer_follows_the_projects_and_people_of_own_groups_only() {
    let app = TestApp::new();
    let mut joost = app.signed_in(people::JOOST);
    assert_eq!(
        joost.get("/staff/projects").all("tbody th a"),
        [WINTER, AUTUMN, "Notulen die iedereen leest – voorjaar"]
    );
    let autumn = project(&mut joost, AUTUMN);
    let page = joost.get(&autumn);
    let words = page.words();
    assert!(words.contains("Bakker, Samira") && !words.contains("Çelik"), "{words}");
    assert_eq!(page.all("section[aria-labelledby='groups'] li a"), ["Dinsdagochtend"]);
    assert!(
        page.attributes("form[method='post']", "action").iter().all(|a| a == "/logout"
            || a == "/language"
            || a.ends_with("/invitations") && page.all("button[name='who']").is_empty()),
        "a trainer only looks"
    );
    let permits = project(&mut app.signed_in(people::FATIMA), PERMITS);
    assert_eq!(joost.get(&permits).status, 404);
}

#[test]
fn the_page_of_a_project_says_how_far_everybody_is() {
    let app = TestApp::new();
    let mut petra = app.signed_in(people::PETRA);
    let autumn = project(&mut petra, AUTUMN);
    let page = petra.get(&autumn);
    let rows = page.all("section[aria-labelledby='participants'] tbody tr");
    assert_eq!(rows.len(), 11);
    assert!(rows.iter().any(|r| r.starts_with("Bakker, Samira") && r.contains("Dinsdagochtend")), "{rows:?}");
    let space = project(&mut petra, SPACE);
    let outside = petra.get(&format!("{space}?entry=invited")).all("section[aria-labelledby='participants'] tbody tr");
    assert_eq!(outside.len(), 2);
    assert!(outside.iter().all(|r| r.contains("uitgenodigd op 24 november")), "{outside:?}");
    let found = petra.get(&format!("{autumn}?q=lukasik"));
    assert_eq!(found.all("section[aria-labelledby='participants'] tbody th"), ["Łukasik, Noor"]);
    assert!(!page.words().contains("20407"), "a personnel number is never on a page");
}

#[test]
fn a_project_leader_is_found_within_the_client_or_made_there_and_invited() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let space = project(&mut fatima, SPACE);
    let appoint = |browser: &mut Browser, first: &str, last: &str, email: &str| {
        let fields = [("first_name", first), ("infix", ""), ("last_name", last), ("email", email)];
        browser.post(&format!("{space}/leaders"), &fields)
    };
    let before = ask(&app, "SELECT COUNT(*) FROM people");
    let letters = "SELECT COUNT(*) FROM letters WHERE kind = 'invitation'";
    let sent = ask(&app, letters);
    // Known at Lindedam: the same person, whatever the capitals.
    assert_eq!(appoint(&mut fatima, "samira", "BAKKER", "Samira.Bakker@lindedam.example.nl").status, 303);
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM people"), before);
    assert_eq!(app.signed_in(people::SAMIRA).get("/").location, "/choice");
    // Known at Oostervaart only: somebody new here, and Hugo himself leads nothing.
    assert_eq!(appoint(&mut fatima, "Hugo", "Schippers", people::HUGO).status, 303);
    assert_eq!(ask(&app, "SELECT COUNT(*) FROM people"), before + 1);
    assert_eq!(app.signed_in(people::HUGO).get("/").location, "/student");
    assert_eq!(ask(&app, letters), sent + 2);
    let again = appoint(&mut fatima, "Hugo", "Schippers", people::HUGO);
    assert!(fatima.get(&again.location).words().contains("was al projectleider"));

    let wrong = appoint(&mut fatima, "Hugo", "", "hugo@");
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.attributes("[data-error-summary] a", "href"), ["#last_name", "#email"]);
    assert_eq!(wrong.value("first_name").as_deref(), Some("Hugo"));
}

#[test]
fn only_who_may_make_projects_makes_them() {
    let app = TestApp::new();
    for who in [people::JOOST, people::PETRA, people::SJOERD, people::LIEKE, people::HANNA, people::WOUTER] {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get("/staff/projects/new").status, 404, "{who}");
        assert_eq!(browser.post("/staff/projects", &NEW).status, 404, "{who}");
        assert_eq!(browser.post("/staff/projects/1/leaders", &[]).status, 404, "{who}");
    }
    for who in [people::SJOERD, people::LIEKE, people::HANNA, people::WOUTER, people::SAMIRA] {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get("/staff/projects").status, 404, "{who}");
        assert_eq!(browser.get("/staff/projects/1").status, 404, "{who}");
    }
    assert_eq!(app.signed_in(people::FATIMA).get("/staff/projects/999").status, 404);
}

#[test]
fn pages_ask_the_database_no_more_when_there_are_more_people() {
    let app = TestApp::new();
    let mut fatima = app.signed_in(people::FATIMA);
    let pages = ["/staff/projects".to_owned(), project(&mut fatima, AUTUMN), project(&mut fatima, SPACE)];
    let mut asked = |path: &str| {
        fatima.get(path);
        let before = app.running.queries();
        fatima.get(path);
        app.running.queries() - before
    };
    let counts: Vec<u64> = pages.iter().map(|p| asked(p)).collect();
    // PostgreSQL is asked whether it is still there each time a connection is taken.
    let greetings = if crate::support::database::server().is_some() { 3 } else { 0 };
    assert!(counts[0] <= 4 + greetings, "{counts:?}");
    assert_eq!(counts[1], counts[2], "eleven people or four");
    assert!(counts[1] <= 17 + greetings, "{counts:?}");
}

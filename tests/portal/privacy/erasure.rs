//! Erasing a person, as the security officer does it.

use crate::support::{TestApp, people};

fn number_of(app: &TestApp, who: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM people WHERE email = '{who}'"))
}

#[test]
fn the_officer_finds_a_person_and_reads_what_goes_and_what_stays() {
    let app = TestApp::new();
    app.signed_in(people::SAMIRA).post("/account/export", &[("password", crate::support::PASSWORD)]);
    let mut hanna = app.signed_in(people::HANNA);
    assert!(hanna.get("/staff/erasure").words().contains("Wie wil je wissen?"));
    assert!(hanna.get("/staff/erasure?q=nergens").words().contains("Niemand gevonden"));
    let page = hanna.get("/staff/erasure?q=BAKKER+samira");
    let links = page.attributes("tbody th a", "href");
    let address = format!("/staff/erasure/{}", number_of(&app, people::SAMIRA));
    assert_eq!(links, std::slice::from_ref(&address));
    assert!(page.words().contains("Bakker, Samira") && page.words().contains("Lindedam"), "{}", page.words());
    // An address finds them too.
    let links = hanna.get("/staff/erasure?q=samira.bakker@").attributes("tbody th a", "href");
    assert_eq!(links, std::slice::from_ref(&address));

    let page = hanna.get(&address);
    let goes = page.all("section[aria-labelledby=goes]").join(" ");
    let stays = page.all("section[aria-labelledby=stays]").join(" ");
    assert!(
        goes.contains("Naam en contact") && goes.contains("Account") && goes.contains("Antwoorden in de intake"),
        "{goes}"
    );
    assert!(stays.contains("Deelname aan projecten") && stays.contains("3 jaar na het einde"), "{stays}");
    assert!(stays.contains("Verwerkingsregister") && !stays.contains("Account"), "{stays}");
}

#[test]
fn nothing_is_erased_until_the_name_is_written() {
    let app = TestApp::new();
    let address = format!("/staff/erasure/{}", number_of(&app, people::SAMIRA));
    let mut hanna = app.signed_in(people::HANNA);
    for (typed, said) in [("", "Vul dit in"), ("Samira Jansen", "niet de naam")] {
        let page = hanna.post(&address, &[("name", typed)]);
        assert_eq!(page.status, 422);
        assert!(page.all("#name-error").join(" ").contains(said), "{}", page.words());
        assert_eq!(page.value("name").as_deref(), Some(typed));
    }
    app.signed_in(people::SAMIRA);
    let page = hanna.post(&address, &[("name", "samira bakker")]);
    assert_eq!((page.status, page.location.as_str()), (303, "/staff/erasure"));
    let notice = hanna.get("/staff/erasure").all("[role=status]").join(" ");
    assert!(notice.contains("is gewist") && !notice.contains("Bakker"), "{notice}");
}

#[test]
fn who_was_erased_is_out_at_once_and_is_a_number_to_others() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let person = number_of(&app, people::SAMIRA);
    let mut hanna = app.signed_in(people::HANNA);
    hanna.post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]);
    assert!(samira.get("/student").location.starts_with("/login"));
    let again = app.browser().post("/login", &[("email", people::SAMIRA), ("password", crate::support::PASSWORD)]);
    assert_eq!(again.status, 422);
    assert!(!hanna.get("/staff/erasure?q=samira").words().contains("Bakker"));

    let project = app.number(&format!("SELECT MIN(project_id) AS number FROM participants WHERE person_id = {person}"));
    let mut wouter = app.signed_in(people::WOUTER);
    let page = wouter.get(&format!("/leader/projects/{project}/participants?q=%23{person}"));
    assert_eq!(page.status, 200);
    let people_there = wouter.get(&format!("/leader/projects/{project}/participants")).words();
    assert!(!people_there.contains("Samira") && people_there.contains(&format!("#{person}")), "{people_there}");
    // Nobody writes to a number.
    let mut fatima = app.signed_in(people::FATIMA);
    let before = app.number("SELECT COUNT(*) AS number FROM letters");
    app.execute(&format!("UPDATE participants SET invited_at = NULL WHERE person_id = {person}"));
    fatima.post(&format!("/staff/projects/{project}/invitations"), &[("who", "waiting")]);
    let stubs = format!("SELECT COUNT(*) AS number FROM accounts WHERE person_id = {person}");
    assert_eq!(app.number(&stubs), 0);
    let to_nobody = "SELECT COUNT(*) AS number FROM letters WHERE address = ''";
    assert_eq!(app.number(to_nobody), 0, "of {before} letters");
}

#[test]
fn a_file_that_goes_has_its_line_in_the_register() {
    let app = TestApp::new();
    let owner = "SELECT p.person_id AS number FROM uploads u JOIN participants p ON p.id = u.participant_id ORDER BY u.id LIMIT 1";
    let person = app.number(owner);
    let files = app.number(&format!("SELECT COUNT(*) AS number FROM uploads u JOIN participants p ON p.id = u.participant_id WHERE p.person_id = {person}"));
    let name = {
        let page = app.signed_in(people::HANNA).get(&format!("/staff/erasure/{person}"));
        page.all("h1").remove(0).strip_suffix(" wissen").unwrap().to_owned()
    };
    let mut hanna = app.signed_in(people::HANNA);
    hanna.post(&format!("/staff/erasure/{person}"), &[("name", &name)]);
    let lines = |act: &str, table: &str| {
        app.number(&format!("SELECT COUNT(*) AS number FROM register_lines WHERE act = '{act}' AND subject = '{table}' AND person_number = {person} AND actor_role = 'security'"))
    };
    assert!(files > 0);
    assert_eq!((lines("destroyed", "uploads"), lines("erased", "people")), (files, 1));
    assert!(hanna.get("/staff/register?act=erased").words().contains("gewist persoon"));
}

#[test]
fn nobody_erases_themselves_and_nobody_else_erases() {
    let app = TestApp::new();
    let hanna = number_of(&app, people::HANNA);
    let mut browser = app.signed_in(people::HANNA);
    let page = browser.get(&format!("/staff/erasure/{hanna}"));
    assert!(page.words().contains("Dit ben jij") && page.all("form button.danger").is_empty());
    assert_eq!(browser.post(&format!("/staff/erasure/{hanna}"), &[("name", "Hanna Ridderhof")]).status, 422);
    assert_eq!(number_of(&app, people::HANNA), hanna);
    for who in [people::FATIMA, people::PETRA, people::SJOERD, people::WOUTER, people::SAMIRA] {
        let mut browser = app.signed_in(who);
        assert_eq!(
            browser.post(&format!("/staff/erasure/{hanna}"), &[("name", "Hanna Ridderhof")]).status,
            404,
            "{who}"
        );
    }
}

#[test]
fn a_stub_goes_when_nothing_needs_its_number() {
    let app = TestApp::new();
    let person = number_of(&app, people::SAMIRA);
    app.signed_in(people::HANNA).post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]);
    let left = |table: &str, column: &str| {
        app.number(&format!("SELECT COUNT(*) AS number FROM {table} WHERE {column} = {person}"))
    };
    app.running.work();
    assert_eq!(left("people", "id"), 1);
    app.execute(&format!("DELETE FROM participants WHERE person_id = {person}"));
    app.running.advance(chrono::TimeDelta::days(1));
    app.running.work();
    assert_eq!(left("people", "id"), 0);
    assert!(left("register_lines", "person_number") > 0, "the register keeps the number");
}

#[test]
fn a_list_that_waits_does_not_bring_them_back() {
    let app = TestApp::new();
    let person = number_of(&app, people::SAMIRA);
    let project = app.number(&format!("SELECT MIN(project_id) AS number FROM participants WHERE person_id = {person}"));
    let mut fatima = app.signed_in(people::FATIMA);
    for (name, address) in [("Samira;Bakker", people::SAMIRA), ("Anna;Proef", "anna@voorbeeld.example")] {
        let list = format!("voornaam;achternaam;e-mail\n{name};{address}\n");
        let page = fatima.upload(&format!("/staff/projects/{project}/roster"), &[], "lijst.csv", list.as_bytes());
        assert_eq!(page.status, 303, "{}", page.words());
    }
    app.signed_in(people::HANNA).post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM rosters"), 1, "the list without her");
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM rosters WHERE sheet LIKE '%samira%'"), 0);
}

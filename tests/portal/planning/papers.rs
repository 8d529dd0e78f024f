//! The enrolment confirmation and the study agreement.

use chrono::TimeDelta;

use super::{AUTUMN, SPACE, WINTER};
use crate::support::{Browser, Page, REGISTER_LINE, TestApp, people};

/// Writes the texts that are agreed to.
const ILSE: &str = "ilse.kortekaas@opleider.example.nl";
const TRAINING: &str = "Schrijven voor je lezer";
/// Takes part in a project that has no groups yet.
const THIJS: &str = "thijs.wiersma@lindedam.example.nl";

fn the(app: &TestApp, project: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM projects WHERE name = '{project}'"))
}

fn part(app: &TestApp, who: &str, project: &str) -> i64 {
    app.number(&format!(
        "SELECT a.id AS number FROM participants a JOIN people p ON p.id = a.person_id \
         JOIN projects q ON q.id = a.project_id WHERE p.email = '{who}' AND q.name = '{project}'"
    ))
}

/// The page of the agreement of `who`'s own part in the project of autumn.
fn agreement(app: &TestApp) -> String {
    format!("/student/papers/{}/agreement", the(app, AUTUMN))
}

fn text_page(app: &TestApp) -> String {
    format!(
        "/staff/agreements/{}",
        app.number(&format!("SELECT id AS number FROM trainings WHERE name = '{TRAINING}'"))
    )
}

fn version(page: &Page) -> String {
    page.attributes("main input[name=version]", "value").pop().unwrap_or_default()
}

fn agree(browser: &mut Browser, path: &str, version: &str) -> Page {
    browser.post(path, &[("version", version), ("agreed", "on")])
}

/// Makes another text of the training, as the content manager does.
fn rewrite(app: &TestApp, words: &str) {
    let mut ilse = app.signed_in(ILSE);
    let path = text_page(app);
    let now = version(&ilse.get(&path));
    let page = ilse.post(&path, &[("version", &now), ("dutch", words)]);
    assert_eq!(page.status, 303, "{}", page.words());
}

fn agreements(app: &TestApp) -> i64 {
    app.number("SELECT count(*) AS number FROM agreements")
}

/// The answer is a PDF that claims what it should.
fn is_paper(page: &Page) {
    assert_eq!((page.status, page.headers["content-type"].as_str()), (200, "application/pdf"));
    assert!(page.headers["content-disposition"].starts_with("attachment"), "{}", page.headers["content-disposition"]);
    let text = String::from_utf8_lossy(&page.body);
    assert!(text.starts_with("%PDF-1.7") && text.contains("pdfaid:part>2<") && text.contains("pdfuaid:part>1<"));
}

#[test]
fn who_has_a_place_finds_the_confirmation_on_their_project() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let link = format!("/student/papers/{}/confirmation", the(&app, AUTUMN));
    let home = samira.get("/student");
    assert!(home.attributes("section[aria-labelledby=papers] a", "href").contains(&link));
    let page = samira.get(&link);
    let paper = page.all("article.paper").join(" ");
    for words in [
        "Inschrijvingsbevestiging",
        "Heldere Taal bevestigt dat Samira Bakker een plek heeft",
        "Gemeente Lindedam",
        "Dinsdagochtend",
        "Joost Veerman",
        "dinsdag 8 december 2026",
        "9.30 – 12.30 uur",
        "Raadhuisplein 3, Lindedam, zaal 2",
        "Gemaakt door Heldere Taal op 24 november 2026",
    ] {
        assert!(paper.contains(words), "{words} is not in {paper}");
    }
    let file = samira.get(&format!("{link}/file"));
    is_paper(&file);
    assert!(file.headers["content-disposition"].contains("inschrijvingsbevestiging-"));
    // In the language of whoever reads it.
    let english = app.signed_in(people::GRACE).get(&link);
    assert_eq!(english.attributes("article.paper", "lang"), ["en"]);
    assert!(english.words().contains("Enrolment confirmation") && english.words().contains("Tuesday 8 December 2026"));
}

#[test]
fn without_a_place_there_is_nothing_to_confirm() {
    let app = TestApp::new();
    let mut thijs = app.signed_in(THIJS);
    let path = format!("/student/papers/{}/confirmation", the(&app, SPACE));
    assert!(thijs.get(&path).words().contains("Je hebt nog geen plek in een groep"));
    assert_eq!(thijs.get(&format!("{path}/file")).status, 404);
    assert!(!thijs.get(&format!("/student/projects/{}", the(&app, SPACE))).text().contains(&path));
    // The agreement does not wait for a group.
    let agreement = thijs.get(&format!("/student/papers/{}/agreement", the(&app, SPACE)));
    assert!(agreement.words().contains("Er is nog geen plek in een groep"), "{}", agreement.words());
}

#[test]
fn a_student_agrees_once_and_reads_what_and_when() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = agreement(&app);
    assert!(samira.get("/student").words().contains("wacht op je akkoord"));
    let page = samira.get(&path);
    assert!(page.words().contains("binnen twee werkdagen") && page.words().contains("Nog geen akkoord gegeven"));
    let version = version(&page);
    let before = agreements(&app);
    let empty = samira.post(&path, &[("version", &version)]);
    assert_eq!((empty.status, empty.attributes("[data-error-summary] a", "href")), (422, vec!["#agreed".to_owned()]));
    assert_eq!(agreements(&app), before);
    assert_eq!(agree(&mut samira, &path, &version).status, 303);
    app.running.advance(TimeDelta::hours(3));
    assert_eq!(agree(&mut samira, &path, &version).status, 303, "twice is once");
    assert_eq!(agreements(&app), before + 1);
    let page = samira.get(&path);
    assert!(page.words().contains("Samira Bakker gaf akkoord in de portal op dinsdag 24 november 2026, 10.00 uur"));
    assert!(page.all("form [name=agreed]").is_empty());
    is_paper(&samira.get(&format!("{path}/file")));
    assert!(!samira.get("/student").words().contains("wacht op je akkoord"));
    let lines = "SELECT count(*) AS number FROM register_lines WHERE act = 'agreed' AND actor_role = 'student'";
    assert_eq!(app.number(lines), 1);
}

#[test]
fn another_text_asks_again_and_the_old_one_stays_to_be_read() {
    let app = TestApp::new();
    let mut grace = app.signed_in(people::GRACE);
    let path = agreement(&app);
    let agreed = grace.get(&path);
    // She agreed in English, and so it stays.
    assert!(agreed.words().contains("within two working days") && agreed.words().contains("Grace Okonjo agreed"));
    rewrite(&app, "Alles is anders.\n\nOok dit.");
    let page = grace.get(&path);
    assert!(page.words().contains("The text has changed"), "{}", page.words());
    assert_eq!(page.attributes("article.paper [lang=nl]", "lang"), ["nl"], "this one was not written in English");
    assert_eq!(page.all("article.paper [lang=nl] p"), ["Alles is anders.", "Ook dit."]);
    let earlier = page.attributes("section[aria-labelledby=earlier] a", "href");
    assert_eq!(earlier, [format!("{path}?version=2")]);
    let old = grace.get(&earlier[0]);
    assert!(old.words().contains("within two working days") && old.words().contains("Grace Okonjo agreed"));
    assert!(old.all("form [name=agreed]").is_empty(), "that one does not wait any more");
    is_paper(&grace.get(&format!("{path}/file?version=2")));
    // A text that she never agreed to is not hers.
    assert_eq!(grace.get(&format!("{path}?version=1")).status, 404);
    assert_eq!(grace.get(&format!("{path}/file?version=1")).status, 404);
    assert_eq!(agree(&mut grace, &path, &version(&page)).status, 303);
    assert!(grace.get(&path).words().contains("Text 2, agreed on"));
}

#[test]
fn a_tick_under_a_text_that_changed_meanwhile_counts_for_nothing() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = agreement(&app);
    let read = version(&samira.get(&path));
    rewrite(&app, "Een heel andere belofte.");
    let before = agreements(&app);
    let page = agree(&mut samira, &path, &read);
    assert_eq!(page.status, 409, "{}", page.words());
    assert!(page.words().contains("Terwijl je las") && page.words().contains("Een heel andere belofte."));
    assert_eq!(agreements(&app), before);
    assert_eq!(agree(&mut samira, &path, &version(&page)).status, 303);
    assert_eq!(agreements(&app), before + 1);
}

#[test]
fn nobody_is_asked_after_the_end() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = agreement(&app);
    let read = version(&samira.get(&path));
    app.execute(&format!("UPDATE projects SET ends_on = '2026-11-23' WHERE name = '{AUTUMN}'"));
    assert!(samira.get(&path).all("form [name=agreed]").is_empty());
    assert!(!samira.get("/student").words().contains("wacht op je akkoord"));
    let before = agreements(&app);
    assert_eq!(agree(&mut samira, &path, &read).status, 409);
    assert_eq!(agreements(&app), before);
}

#[test]
fn a_tick_that_came_too_late_is_held_and_is_no_agreement() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = agreement(&app);
    let read = version(&samira.get(&path));
    app.running.advance(TimeDelta::hours(13));
    let before = agreements(&app);
    let late = agree(&mut samira, &path, &read);
    assert!(late.location.starts_with("/login?back="), "{}", late.location);
    assert_eq!(agreements(&app), before);
    samira.post("/login", &[("email", people::SAMIRA), ("password", crate::support::PASSWORD)]);
    let page = samira.get(&path);
    assert!(page.words().contains("Je akkoord is nog niet vastgelegd"), "{}", page.words());
    assert_eq!(page.attributes("[name=agreed][checked]", "value"), ["on"]);
    assert_eq!(agree(&mut samira, &path, &read).status, 303);
    assert!(!samira.get(&path).words().contains("Je akkoord is nog niet"));
    assert_eq!(agreements(&app), before + 1);
}

#[test]
fn a_training_without_a_text_asks_nobody() {
    let app = TestApp::new();
    app.execute("DELETE FROM agreements");
    app.execute("DELETE FROM agreement_texts");
    let mut samira = app.signed_in(people::SAMIRA);
    assert!(!samira.get("/student").words().contains("Studieovereenkomst"));
    let page = samira.get(&agreement(&app));
    assert!(page.words().contains("Bij deze training hoort geen studieovereenkomst"), "{}", page.words());
    assert_eq!(agree(&mut samira, &agreement(&app), "1").status, 404);
    assert_eq!(samira.get(&format!("{}/file", agreement(&app))).status, 404);
    let texts = app.signed_in(ILSE).get("/staff/agreements");
    assert!(texts.words().contains("Nog geen tekst"));
    let staff = format!("/staff/projects/{}/papers", the(&app, WINTER));
    assert!(app.signed_in(people::FATIMA).get(&staff).words().contains("hoort geen studieovereenkomst"));
}

#[test]
fn a_text_is_written_by_who_keeps_the_catalogue_and_nothing_typed_is_lost() {
    let app = TestApp::new();
    let mut ilse = app.signed_in(ILSE);
    let path = text_page(&app);
    let now = version(&ilse.get(&path));
    assert_eq!(now, "2");
    let empty = ilse.post(&path, &[("version", &now), ("dutch", "  "), ("english", "Half a thought <b>")]);
    assert_eq!((empty.status, empty.value("english").as_deref()), (422, Some("Half a thought <b>")));
    let texts = "SELECT count(*) AS number FROM agreement_texts";
    let before = app.number(texts);
    let same = ilse.get(&path);
    let (dutch, english) = (same.value("dutch").unwrap(), same.value("english").unwrap());
    // A browser sends lines that end in another way.
    let words = |text: &str| {
        app.texts(&format!("SELECT {text} AS line FROM agreement_texts ORDER BY id"))[1].replace('\n', "\r\n")
    };
    assert!(!dutch.is_empty() && !english.is_empty());
    let (in_dutch, in_english) = (words("dutch"), words("coalesce(english, '')"));
    let sent: [(&str, &str); 3] = [("version", &now), ("dutch", &in_dutch), ("english", &in_english)];
    assert_eq!(ilse.post(&path, &sent).status, 303);
    assert_eq!(app.number(texts), before, "the same words ask nobody again");
    assert!(ilse.get("/staff/agreements").words().contains("hetzelfde gebleven"));

    // Two windows: the second is not taken for the first.
    assert_eq!(ilse.post(&path, &[("version", &now), ("dutch", "Uit het ene venster.")]).status, 303);
    let other = ilse.post(&path, &[("version", &now), ("dutch", "Uit het andere venster.")]);
    assert_eq!(other.status, 409);
    assert_eq!(other.value("dutch").as_deref(), Some("Uit het andere venster."));
    assert!(other.words().contains("Uit het ene venster."));
    assert_eq!(ilse.post(&path, &[("version", &version(&other)), ("dutch", "Uit het andere venster.")]).status, 303);
    assert_eq!(app.number(texts), before + 2);

    // Signed out in between.
    let now = version(&ilse.get(&path));
    app.running.advance(TimeDelta::hours(9));
    let late = ilse.post(&path, &[("version", &now), ("dutch", "Te laat geschreven.")]);
    assert!(late.location.starts_with("/login?back="));
    let mut ilse = app.signed_in(ILSE);
    let page = ilse.get(&path);
    assert_eq!(page.value("dutch").as_deref(), Some("Te laat geschreven."));
    assert!(page.words().contains("Wat je typte, is er nog"));
    for who in [people::FATIMA, people::JOOST, people::SAMIRA, people::WOUTER, people::HANNA] {
        assert_eq!(app.signed_in(who).get(&path).status, 404, "{who}");
    }
}

#[test]
fn staff_see_who_agreed_and_the_papers_of_who_they_reach() {
    let app = TestApp::new();
    let list = format!("/staff/projects/{}/papers", the(&app, AUTUMN));
    let mut petra = app.signed_in(people::PETRA);
    let page = petra.get(&list);
    assert!(page.words().contains("3 van 11 gaven akkoord"), "{}", page.words());
    assert!(page.words().contains("akkoord, oude tekst op 6 november 2026"), "{}", page.words());
    let (samira, grace) = (part(&app, people::SAMIRA, AUTUMN), part(&app, people::GRACE, AUTUMN));
    let confirmation = format!("/staff/papers/{samira}/confirmation");
    assert!(page.attributes("main a", "href").contains(&confirmation));
    assert!(petra.get(&confirmation).words().contains("Samira Bakker een plek heeft"));
    is_paper(&petra.get(&format!("{confirmation}/file")));
    let paper = petra.get(&format!("/staff/papers/{grace}/agreement"));
    assert!(paper.words().contains("Grace Okonjo agreed in the portal"), "as she agreed to it: {}", paper.words());
    is_paper(&petra.get(&format!("/staff/papers/{grace}/agreement/file?version=2")));
    let read = format!(
        "SELECT count(*) AS number FROM register_lines WHERE act = 'read' AND subject = 'participants' AND subject_row = {grace}"
    );
    assert_eq!(app.number(&read), 2);
    // A trainer reaches their own groups.
    let ijsbrand = part(&app, people::IJSBRAND, AUTUMN);
    let mut joost = app.signed_in(people::JOOST);
    assert_eq!(joost.get(&confirmation).status, 200);
    assert_eq!(joost.get(&format!("/staff/papers/{ijsbrand}/confirmation")).status, 404);
    assert!(!joost.get(&list).words().contains("IJsbrand") && joost.get(&list).words().contains("Samira"));
    for who in [people::WOUTER, people::LIEKE, people::SJOERD, people::HANNA, people::GRACE] {
        assert_eq!(app.signed_in(who).get(&confirmation).status, 404, "{who}");
        assert_eq!(app.signed_in(who).get(&list).status, 404, "{who}");
    }
}

#[test]
fn what_is_over_is_nobodys_paper_any_more() {
    let app = TestApp::new();
    app.execute("UPDATE projects SET ends_on = '2023-11-24'");
    let (mut samira, mut petra) = (app.signed_in(people::SAMIRA), app.signed_in(people::PETRA));
    let staff = format!("/staff/papers/{}/confirmation", part(&app, people::SAMIRA, AUTUMN));
    let list = format!("/staff/projects/{}/papers", the(&app, AUTUMN));
    assert_eq!((samira.get(&agreement(&app)).status, petra.get(&staff).status), (200, 200));
    app.running.advance(TimeDelta::hours(14));
    let (mut samira, mut petra) = (app.signed_in(people::SAMIRA), app.signed_in(people::PETRA));
    assert_eq!((samira.get(&agreement(&app)).status, petra.get(&staff).status), (404, 404));
    assert!(!petra.get(&list).words().contains("Samira"), "{}", petra.get(&list).words());
}

#[test]
fn no_page_asks_more_than_it_should() {
    let app = TestApp::new();
    let autumn = the(&app, AUTUMN);
    let samira = part(&app, people::SAMIRA, AUTUMN);
    let pages = [
        (people::SAMIRA, format!("/student/papers/{autumn}/confirmation")),
        (people::SAMIRA, format!("/student/papers/{autumn}/agreement")),
        (people::SAMIRA, "/student".to_owned()),
        (people::PETRA, format!("/staff/projects/{autumn}/papers")),
        (ILSE, "/staff/agreements".to_owned()),
        (ILSE, text_page(&app)),
    ];
    for (who, path) in pages {
        let mut browser = app.signed_in(who);
        // What it says once, after signing in, is said now.
        browser.get(&path);
        let before = app.running.queries();
        assert_eq!(browser.get(&path).status, 200, "{path}");
        let taken = app.running.queries() - before;
        assert!(taken <= if path == "/student" { 6 } else { 8 }, "{path}: {taken}");
    }
    let mut petra = app.signed_in(people::PETRA);
    let path = format!("/staff/papers/{samira}/agreement");
    petra.get(&path);
    let before = app.running.queries();
    petra.get(&path);
    let taken = app.running.queries() - before;
    assert!(taken <= 8 + REGISTER_LINE, "{path}: {taken}");
}

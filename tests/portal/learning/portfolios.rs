//! The portfolio: kept by the student, and shown when they say so.

use chrono::TimeDelta;

use crate::planning::AUTUMN;
use crate::support::{Page, REGISTER_LINE, TestApp, people};

/// In the group of Joost; shows work and results.
const NOOR: &str = "noor.lukasik@lindedam.example.nl";

fn part(app: &TestApp, who: &str) -> i64 {
    app.number(&format!(
        "SELECT a.id AS number FROM participants a JOIN people p ON p.id = a.person_id \
         JOIN projects q ON q.id = a.project_id WHERE p.email = '{who}' AND q.name = '{AUTUMN}'"
    ))
}

fn item(app: &TestApp, title: &str) -> i64 {
    app.number(&format!("SELECT id AS number FROM portfolio_items WHERE title = '{title}'"))
}

fn version(page: &Page) -> String {
    page.attributes("main input[name=version]", "value").pop().unwrap_or_default()
}

const JOB: [(&str, &str); 5] = [
    ("title", "Docent Nederlands"),
    ("organisation", "Scholengroep De Bron"),
    ("starts", "aug 2009"),
    ("ends", "2015"),
    ("description", "Ik gaf les aan\r\nde brugklas."),
];

#[test]
fn a_student_adds_changes_and_removes_what_they_did() {
    let app = TestApp::new();
    let mut hugo = app.signed_in(people::HUGO);
    assert!(hugo.get("/student/portfolio").words().contains("Waar heb je gewerkt"));
    assert_eq!(hugo.get("/student/portfolio/work").status, 200);
    assert_eq!(hugo.post("/student/portfolio/work", &JOB).status, 303);
    assert_eq!(hugo.post("/student/portfolio/work", &JOB).status, 303, "pressed twice");
    let page = hugo.get("/student/portfolio");
    let work = page.all("section[aria-labelledby=work]").join(" ");
    assert_eq!(work.matches("Docent Nederlands").count(), 2, "the title, and the link that names it: {work}");
    assert!(work.contains("Scholengroep De Bron · augustus 2009 – 2015"), "{work}");
    let path = format!("/student/portfolio/items/{}", item(&app, "Docent Nederlands"));
    let form = hugo.get(&path);
    assert_eq!(form.value("starts").as_deref(), Some("08-2009"));
    let mut changed = JOB.to_vec();
    changed[3] = ("ends", "");
    let version = version(&form);
    changed.push(("version", &version));
    assert_eq!(hugo.post(&path, &changed).status, 303);
    assert!(hugo.get("/student/portfolio").words().contains("sinds augustus 2009"));
    let school = [("title", "Lerarenopleiding"), ("starts", "2005"), ("ends", "2009")];
    assert_eq!(hugo.post("/student/portfolio/education", &school).status, 303);
    assert!(hugo.get("/student/portfolio").all("section[aria-labelledby=education]").join(" ").contains("2005 – 2009"));

    assert_eq!(hugo.post(&format!("{path}/removal"), &[]).status, 303);
    assert!(!hugo.get("/student/portfolio").words().contains("Docent Nederlands"));
    assert_eq!(hugo.get(&path).status, 404);
    assert_eq!(hugo.post(&format!("{path}/removal"), &[]).status, 404);
    let lines = "SELECT count(*) AS number FROM register_lines WHERE act = 'destroyed' AND subject = 'portfolio_items'";
    assert_eq!(app.number(lines), 1, "so that a backup does not bring it back");
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let app = TestApp::new();
    let mut hugo = app.signed_in(people::HUGO);
    let typed = [("title", ""), ("organisation", "<b>De Bron"), ("starts", "ooit"), ("ends", "2015")];
    let page = hugo.post("/student/portfolio/education", &typed);
    assert_eq!(page.status, 422);
    assert_eq!(page.attributes("[data-error-summary] a", "href"), ["#title", "#starts"]);
    assert_eq!(page.value("organisation").as_deref(), Some("<b>De Bron"));
    assert_eq!((page.value("starts").as_deref(), page.value("ends").as_deref()), (Some("ooit"), Some("2015")));
    let page = hugo.post("/student/portfolio/work", &[("title", "x"), ("starts", "2016"), ("ends", "2015")]);
    assert!(page.all("#ends-error").join(" ").contains("Het einde ligt vóór het begin"));
    let long = "a".repeat(3001);
    let page = hugo.post("/student/portfolio/interests", &[("version", "0"), ("interests", &long)]);
    assert_eq!((page.status, page.value("interests").map(|words| words.len())), (422, Some(3001)));
}

#[test]
fn there_is_room_for_fifty_and_the_next_is_not_lost() {
    let app = TestApp::new();
    let mut hugo = app.signed_in(people::HUGO);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::HUGO));
    for at in 0..50 {
        app.execute(&format!("INSERT INTO portfolio_items (person_id, kind, title, starts, version) VALUES ({person}, 'work', 'baan {at}', '2001', 1)"));
    }
    let page = hugo.post("/student/portfolio/work", &JOB);
    assert_eq!((page.status, page.value("title").as_deref()), (422, Some("Docent Nederlands")));
    assert!(page.all("#title-error").join(" ").contains("50"), "{}", page.words());
}

#[test]
fn two_windows_do_not_push_each_other_away() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = format!("/student/portfolio/items/{}", item(&app, "Medewerker klantcontact"));
    let old = version(&samira.get(&path));
    let sent = |title: &'static str, version: &str| {
        vec![("title", title.to_owned()), ("starts", "2021-09".to_owned()), ("version", version.to_owned())]
    };
    let mut post = |fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        samira.post(&path, &fields)
    };
    assert_eq!(post(sent("Senior medewerker", &old)).status, 303);
    let late = post(sent("Teamleider", &old));
    assert_eq!(late.status, 409);
    assert!(late.words().contains("Senior medewerker"));
    assert_eq!(late.value("title").as_deref(), Some("Teamleider"));
    assert_eq!(post(sent("Teamleider", &version(&late))).status, 303);
    assert_eq!(item(&app, "Senior medewerker"), 0);

    let path = "/student/portfolio/interests";
    let old = version(&samira.get(path));
    assert_eq!(samira.post(path, &[("version", &old), ("interests", "Zeilen.")]).status, 303);
    let late = samira.post(path, &[("version", &old), ("interests", "Schaatsen.")]);
    assert_eq!((late.status, late.value("interests").as_deref()), (409, Some("Schaatsen.")));
    assert!(late.words().contains("Zeilen."));
    assert_eq!(samira.post(path, &[("version", &version(&late)), ("interests", "")]).status, 303);
    assert_eq!(app.number("SELECT count(*) AS number FROM portfolios p JOIN people q ON q.id = p.person_id WHERE q.email LIKE 'samira%'"), 0);
}

#[test]
fn what_came_too_late_is_held() {
    let app = TestApp::new();
    let mut hugo = app.signed_in(people::HUGO);
    app.running.advance(TimeDelta::hours(13));
    let late = hugo.post("/student/portfolio/work", &JOB);
    assert!(late.location.starts_with("/login?back="), "{}", late.location);
    let mut hugo = app.signed_in(people::HUGO);
    let page = hugo.get("/student/portfolio/work");
    assert_eq!(page.value("title").as_deref(), Some("Docent Nederlands"));
    assert!(page.words().contains("Je was uitgelogd"));
    assert_eq!(hugo.post("/student/portfolio/work", &JOB).status, 303);
    assert_eq!(hugo.get("/student/portfolio/work").value("title").as_deref(), Some(""));
}

#[test]
fn by_itself_it_says_what_was_handed_in_and_what_came_of_it() {
    let app = TestApp::new();
    let mut lukasz = app.signed_in(people::LUKASZ);
    let page = lukasz.get("/student/portfolio");
    let results = page.all("section[aria-labelledby=results]").join(" ");
    assert!(results.contains("evaluatie ingestuurd") && results.contains("Certificaten"), "{results}");
    assert!(results.contains("Notulen die iedereen leest") && results.contains("afgegeven op"), "{results}");
    let mut zoe = app.signed_in(people::ZOE);
    let opened = zoe.get("/student/portfolio").all("section[aria-labelledby=opened]").join(" ");
    assert!(opened.contains("het laatst op") || opened.contains("Zodra je cursusmateriaal"), "{opened}");

    let mut samira = app.signed_in(people::SAMIRA);
    let action = crate::learning::upload_action(&app, people::SAMIRA);
    let sent = samira.upload(&format!("/student/uploads/new/{action}"), &[], "brief.txt", "Beste buurt.".as_bytes());
    assert!(!samira.get("/student/portfolio").words().contains("brief.txt"), "it is not handed in yet");
    samira.post(&format!("{}/confirmation", sent.location), &[("confirmed", "on")]);
    let page = samira.get("/student/portfolio");
    assert!(page.attributes("section[aria-labelledby=assignments] a", "href").contains(&sent.location));
    // When it is off the portal it is no longer here either.
    app.execute("UPDATE uploads SET portal_until = '2026-11-01 00:00:00'");
    let page = samira.get("/student/portfolio");
    assert!(!page.words().contains("brief.txt") && page.words().contains("staat niet meer in de portal"));
}

#[test]
fn nobody_sees_anything_until_it_is_shown_and_nothing_after_it_is_taken_back() {
    let app = TestApp::new();
    let path = format!("/staff/portfolios/{}", part(&app, people::SAMIRA));
    let (mut samira, mut joost) = (app.signed_in(people::SAMIRA), app.signed_in(people::JOOST));
    assert!(samira.get("/student/portfolio").words().contains("Alleen jij. Je laat nu niets zien."));
    assert_eq!(joost.get(&path).status, 404);
    assert!(!joost.get("/staff/portfolios").words().contains("Bakker"));

    let page = samira.get("/student/portfolio/sharing");
    let who = page.all("section[aria-labelledby=who]").join(" ");
    assert!(who.contains("Joost Veerman") && who.contains("Dinsdagochtend") && who.contains("tot en met"), "{who}");
    assert!(page.attributes("[name=part][checked]", "value").is_empty(), "off until she says so");
    let shown = [("was", ""), ("part", "work"), ("part", "interests")];
    assert_eq!(samira.post("/student/portfolio/sharing", &shown).status, 303);
    assert!(joost.get("/staff/portfolios").words().contains("Bakker, Samira"));
    let page = joost.get(&path);
    assert_eq!(page.status, 200, "{}", page.words());
    assert!(page.words().contains("Medewerker klantcontact") && page.words().contains("koor"));
    assert!(!page.words().contains("Mbo Publieke") && !page.words().contains("stappen gedaan"), "{}", page.words());
    assert!(page.all("main form").is_empty() && !page.text().contains("/student/"));
    let read = "SELECT count(*) AS number FROM register_lines WHERE act = 'read' AND subject = 'portfolio_shares' AND actor_role = 'trainer'";
    assert_eq!(app.number(read), 1);
    // Nobody but the trainer of her group.
    for who in
        [people::MIRJAM, people::PETRA, people::FATIMA, people::SJOERD, people::WOUTER, people::HANNA, people::GRACE]
    {
        assert_eq!(app.signed_in(who).get(&path).status, 404, "{who}");
    }
    assert_eq!(samira.post("/student/portfolio/sharing", &[("was", "work,interests")]).status, 303);
    assert_eq!(joost.get(&path).status, 404);
    assert!(!joost.get("/staff/portfolios").words().contains("Bakker"));
    let lines = |act: &str| {
        app.number(&format!("SELECT count(*) AS number FROM register_lines WHERE act = '{act}' AND subject = 'portfolio_shares' AND actor_role = 'student'"))
    };
    assert_eq!((lines("shown"), lines("withdrawn")), (2, 2));
}

#[test]
fn an_older_window_does_not_show_again_what_was_taken_back() {
    let app = TestApp::new();
    let mut noor = app.signed_in(NOOR);
    let path = "/student/portfolio/sharing";
    let was = noor.get(path).attributes("[name=was]", "value").remove(0);
    assert_eq!(was, "work,results");
    assert_eq!(noor.post(path, &[("was", &was), ("part", "results")]).status, 303);
    let late = noor.post(path, &[("was", &was), ("part", "work"), ("part", "results")]);
    assert_eq!(late.status, 409);
    assert!(late.words().contains("Je laat nu zien: Resultaten"), "{}", late.words());
    assert_eq!(late.attributes("[name=part][checked]", "value"), ["work", "results"], "her ticks are still there");
    // To show less is taken from any window.
    assert_eq!(noor.post(path, &[("was", &was)]).status, 303);
    assert!(noor.get("/student/portfolio").words().contains("Je laat nu niets zien"));
}

#[test]
fn the_trainer_sees_it_while_the_project_runs_and_only_as_the_trainer_of_the_group() {
    let app = TestApp::with(&[("TRAJECT_TRAINER_REACH", "projects")]);
    let grace = format!("/staff/portfolios/{}", part(&app, people::GRACE));
    // The setting widens many things, and not what students were told about this.
    assert_eq!(app.signed_in(people::MIRJAM).get(&grace).status, 404);
    let page = app.signed_in(people::JOOST).get(&grace);
    assert!(page.words().contains("MSc Urban studies"), "{}", page.words());
    app.execute(&format!("UPDATE groups SET trainer_id = (SELECT id FROM people WHERE email = '{}')", people::MIRJAM));
    assert_eq!(app.signed_in(people::JOOST).get(&grace).status, 404);
    assert_eq!(app.signed_in(people::MIRJAM).get(&grace).status, 200);
    app.execute(&format!("UPDATE projects SET ends_on = '2026-11-24' WHERE name = '{AUTUMN}'"));
    assert_eq!(app.signed_in(people::MIRJAM).get(&grace).status, 200, "on its last day");
    app.running.advance(TimeDelta::hours(14));
    let mut mirjam = app.signed_in(people::MIRJAM);
    assert_eq!(mirjam.get(&grace).status, 404);
    assert!(!mirjam.get("/staff/portfolios").words().contains("Okonjo"));
}

#[test]
fn a_trainer_opens_only_the_files_that_they_may_open_anyway() {
    let app = TestApp::new();
    let mut grace = app.signed_in(people::GRACE);
    let action = crate::learning::upload_action(&app, people::GRACE);
    let sent = grace.upload(&format!("/student/uploads/new/{action}"), &[], "letter.txt", "Dear all.".as_bytes());
    grace.post(&format!("{}/confirmation", sent.location), &[("confirmed", "on")]);
    let path = format!("/staff/portfolios/{}", part(&app, people::GRACE));
    let mut joost = app.signed_in(people::JOOST);
    let page = joost.get(&path);
    let link = format!("/staff{}", sent.location.trim_start_matches("/student"));
    assert!(page.attributes("section[aria-labelledby=assignments] a", "href").contains(&link), "{}", page.words());
    assert_eq!(joost.get(&link).status, 200);
    // What is destroyed is gone here too, also before the sweep.
    app.execute("UPDATE uploads SET destroy_at = '2026-11-01 00:00:00', portal_until = '2026-11-01 00:00:00'");
    let page = joost.get(&path);
    assert!(!page.words().contains("letter.txt") && page.words().contains("geen bestand dat jij kunt openen"));
}

#[test]
fn it_goes_along_and_goes_away_with_its_owner() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let archive = crate::privacy::export::unpacked(
        &samira.post("/account/export", &[("password", crate::support::PASSWORD)]).body,
    );
    let all: String = archive.iter().map(|(name, text)| format!("{name}\n{text}")).collect();
    assert!(all.contains("Medewerker klantcontact") && all.contains("Ik zing in een koor"));
    assert!(all.contains("Werk en opleiding in je portfolio"));
    let leader = app.signed_in(people::WOUTER).get("/leader").words();
    assert!(!leader.contains("portfolio"), "{leader}");
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    app.signed_in(people::HANNA).post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]);
    for table in ["portfolios", "portfolio_items", "portfolio_shares"] {
        assert_eq!(
            app.number(&format!("SELECT count(*) AS number FROM {table} WHERE person_id = {person}")),
            0,
            "{table}"
        );
    }
}

#[test]
fn no_page_asks_more_for_more_lines() {
    let app = TestApp::new();
    let grace = part(&app, people::GRACE);
    let first = item(&app, "Policy officer, housing");
    let pages = [
        (people::GRACE, "/student/portfolio".to_owned()),
        (people::GRACE, "/student/portfolio/work".to_owned()),
        (people::GRACE, format!("/student/portfolio/items/{first}")),
        (people::GRACE, "/student/portfolio/interests".to_owned()),
        (people::GRACE, "/student/portfolio/sharing".to_owned()),
        (people::JOOST, "/staff/portfolios".to_owned()),
    ];
    let taken = |who: &str, path: &str| {
        let mut browser = app.signed_in(who);
        browser.get(path);
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200, "{path}");
        app.running.queries() - before
    };
    let few: Vec<_> = pages.iter().map(|(who, path)| taken(who, path)).collect();
    let dossier = format!("/staff/portfolios/{grace}");
    let with_register = taken(people::JOOST, &dossier);
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::GRACE));
    for at in 0..30 {
        app.execute(&format!("INSERT INTO portfolio_items (person_id, kind, title, starts, version) VALUES ({person}, 'work', 'baan {at}', '2001', 1)"));
    }
    for ((who, path), before) in pages.iter().zip(few) {
        let now = taken(who, path);
        assert!(now == before && now <= 8, "{path}: {before}, then {now}");
    }
    assert_eq!(taken(people::JOOST, &dossier), with_register);
    assert!(with_register <= 8 + REGISTER_LINE, "{dossier}: {with_register}");
}

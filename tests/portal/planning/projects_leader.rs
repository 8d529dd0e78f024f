//! What the project leader of a client sees, and what not.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

/// The running project of Lindedam: it began on 1 November 2026.
const AUTUMN: &str = "Schrijven voor je lezer – najaar";
/// The project that Anouk leads, and Wouter too.
const SPACE: &str = "Helder mailen – Ruimte";
/// The project of Oostervaart.
const PERMITS: &str = "Schrijven voor je lezer – Vergunningen";

#[test]
fn who_leads_one_project_is_there_at_once_and_who_leads_several_chooses_the_running_one_first() {
    let app = TestApp::new();
    let one = app.signed_in(people::ANOUK).get("/leader");
    assert_eq!((one.status, one.all("h1")), (200, vec![SPACE.into()]));
    let several = app.signed_in(people::WOUTER).get("/leader");
    assert_eq!(several.all("h2"), [AUTUMN, SPACE, "Helder mailen – Burgerzaken"]);
    assert_eq!(several.all(".card .tag"), ["bezig", "begint over 25 dagen", "afgerond"]);
}

#[test]
fn each_project_in_the_list_says_how_far_it_is_and_how_many_are_behind() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1, 2]));
    app.execute(&did(people::IJSBRAND, AUTUMN, &[1]));
    let list = app.signed_in(people::WOUTER).get("/leader");
    assert_eq!(list.all(".gauge span").first().unwrap(), "3 van 55 acties gedaan");
    assert_eq!(list.all("a.late").first().unwrap(), "10 deelnemers lopen achter");
}

#[test]
fn the_project_page_counts_what_was_done_per_action_per_group_and_in_all() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1, 2, 3]));
    app.execute(&did(people::IJSBRAND, AUTUMN, &[1, 2]));
    app.execute(&did(people::ANOUK, AUTUMN, &[1]));
    let mut wouter = app.signed_in(people::WOUTER);
    let page = wouter.get(&project(&wouter, AUTUMN));
    assert!(page.words().contains("1 november 2026 – 30 januari 2027 · bezig · adviseur Petra Noorman"));
    assert_eq!(
        page.all(".tile"),
        ["11 deelnemers in 2 groepen", "10% van de acties gedaan", "9 lopen achter", "1 heeft de voorbereiding af"]
    );
    let bars = page.all(".bar");
    assert_eq!(bars.len(), 5 + 3);
    assert_eq!(bars[..2], ["Vul de intake in 3 van 11", "Lees het artikel ‘Schrijf zoals je praat’ 2 van 11"]);
    assert_eq!(bars[5..], ["Dinsdagochtend 3 van 25", "Donderdagmiddag 2 van 20", "Nog geen groep 1 van 10"]);
}

#[test]
fn each_bar_leads_to_the_people_behind_it() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1]));
    let mut wouter = app.signed_in(people::WOUTER);
    let page = wouter.get(&project(&wouter, AUTUMN));
    let bars = page.attributes("a.bar", "href");
    let open = wouter.get(&bars[0]);
    assert_eq!(open.all("tbody tr").len(), 10);
    assert!(!open.words().contains("Bakker, Samira"));
    let group = wouter.get(&bars[6]);
    assert_eq!(names(&group), ["Çelik, IJsbrand", "Groot, Daan de", "Hoff, Zoë van 't", "Plas, Kees van der"]);
}

#[test]
fn who_is_furthest_behind_comes_first_with_the_action_and_the_days() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1]));
    app.execute(&did(people::IJSBRAND, AUTUMN, &[1, 2]));
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let page = wouter.get(&path);
    let rows = page.all("tbody tr");
    assert_eq!(rows.len(), 10, "nine did nothing, Samira is behind with the article");
    assert_eq!(rows[0], "Aydın, Meryem Dinsdagochtend Vul de intake in 9 dagen");
    assert_eq!(rows[9], "Bakker, Samira Dinsdagochtend Lees het artikel ‘Schrijf zoals je praat’ 2 dagen");
    app.running.advance(TimeDelta::days(6));
    let mut wouter = app.signed_in(people::WOUTER);
    let page = wouter.get(&path);
    assert_eq!(page.all("tbody tr").len(), 10, "the first ten");
    assert!(page.words().contains("Alle 11 bekijken"), "IJsbrand did not hand in his text");
    let all = wouter.get(&page.attributes("a[href*='late=on']:not(.tile)", "href")[0]);
    assert_eq!(names(&all).last().unwrap(), "Çelik, IJsbrand");
}

#[test]
fn the_last_day_is_not_too_late_and_nobody_is_behind_with_coming_to_the_meetings() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1, 2]));
    // The text is due on 29 November, the training on 20 December, the last text on 3 January.
    for (days, behind) in [(5, false), (6, true)] {
        assert_eq!(is_behind(&app, days), behind, "{days} days on");
    }
    app.execute(&did(people::SAMIRA, AUTUMN, &[3]));
    assert!(!is_behind(&app, 30));
    assert!(is_behind(&app, 41));
}

/// Whether Samira is behind on the day so many days after 24 November.
fn is_behind(app: &TestApp, days: i64) -> bool {
    app.running.advance(TimeDelta::days(days));
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let behind = names(&wouter.get(&format!("{path}/participants?late=on"))).contains(&"Bakker, Samira".into());
    app.running.advance(TimeDelta::days(-days));
    behind
}

#[test]
fn the_list_filters_by_name_group_lateness_preparation_and_action() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1, 2, 3]));
    app.execute(&did(people::IJSBRAND, AUTUMN, &[1, 2]));
    let mut wouter = app.signed_in(people::WOUTER);
    let path = format!("{}/participants", project(&wouter, AUTUMN));
    let page = wouter.get(&path);
    let value = |label: &str| {
        let at = page.all("option").iter().position(|o| o == label).unwrap();
        page.attributes("option", "value")[at].clone()
    };
    let mut found = |query: String| names(&wouter.get(&format!("{path}?{query}")));
    assert_eq!(found("name=van+%27t".into()), ["Hoff, Zoë van 't"]);
    assert_eq!(found("name=aydin".into()), ["Aydın, Meryem"]);
    assert_eq!(found("group=none".into()), ["Leersum, Anouk van", "O'Brien, Floor"]);
    assert_eq!(found(format!("group={}", value("Dinsdagochtend"))).len(), 5);
    assert_eq!(found("late=on".into()).len(), 9);
    assert_eq!(found("preparation=on".into()).len(), 10);
    assert_eq!(found(format!("open={}", value("Stuur een tekst die je zelf schreef"))).len(), 10);
    let both = format!("open={}&late=on&group={}", value("Vul de intake in"), value("Donderdagmiddag"));
    assert_eq!(found(both), ["Groot, Daan de", "Hoff, Zoë van 't", "Plas, Kees van der"]);
    assert_eq!(found("name=niemand".into()), [""; 0]);
}

#[test]
fn a_filter_stays_in_the_form_and_can_be_taken_off() {
    let app = cleared();
    let mut wouter = app.signed_in(people::WOUTER);
    let path = format!("{}/participants", project(&wouter, AUTUMN));
    let page = wouter.get(&format!("{path}?name=%3Cb%3E&group=none&late=on&sort=late"));
    assert_eq!(page.value("name").as_deref(), Some("<b>"));
    assert_eq!(page.all("option[selected]"), ["Nog geen groep", "langst te laat eerst"]);
    assert_eq!(page.attributes("input[checked]", "name"), ["late"]);
    assert!(page.words().contains("Niemand gevonden"));
    assert!(page.attributes("main a", "href").contains(&path), "Toon iedereen");
}

#[test]
fn the_list_sorts_by_name_progress_and_lateness() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1, 2, 3]));
    app.execute(&did(people::IJSBRAND, AUTUMN, &[1]));
    let mut wouter = app.signed_in(people::WOUTER);
    let path = format!("{}/participants", project(&wouter, AUTUMN));
    let page = wouter.get(&path);
    assert_eq!(names(&page)[..3], ["Aydın, Meryem", "Bakker, Samira", "Çelik, IJsbrand"]);
    let sorts = page.attributes("th[aria-sort] a", "href");
    let progress = names(&wouter.get(&sorts[1]));
    assert_eq!((progress[0].as_str(), progress[10].as_str()), ("Aydın, Meryem", "Bakker, Samira"));
    let late = names(&wouter.get(&sorts[2]));
    assert_eq!(late[8..], ["Plas, Kees van der", "Çelik, IJsbrand", "Bakker, Samira"]);
}

#[test]
fn three_hundred_people_come_in_pages_of_fifty_for_as_many_statements_as_eleven() {
    let app = cleared();
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let pages = [
        "/leader".to_owned(),
        path.clone(),
        format!("{path}/participants?open=1&late=on&sort=late"),
        format!("{path}/groups"),
        format!("{path}/wishes"),
        participant(&wouter, &path, "Bakker, Samira"),
    ];
    let few = statements(&app, &mut wouter, &pages);
    app.execute(&crowd(AUTUMN, 289));
    assert_eq!(statements(&app, &mut wouter, &pages), few);
    // The session is one of them.
    assert_eq!(few, [3, 8, 7, 4, 5, 6]);
    let mut seen = BTreeSet::new();
    let mut next = format!("{path}/participants");
    for _ in 0..6 {
        let page = wouter.get(&next);
        assert_eq!(names(&page).len(), 50);
        seen.extend(names(&page));
        next = page.attributes("a[rel=next]", "href").first().cloned().unwrap_or_default();
    }
    assert_eq!((seen.len(), next.as_str()), (300, ""));
}

#[test]
fn a_leader_of_one_project_needs_no_more_statements_than_one_of_several() {
    let app = TestApp::new();
    let mut marleen = app.signed_in(people::MARLEEN);
    assert_eq!(statements(&app, &mut marleen, &["/leader".to_owned()]), [8]);
}

#[test]
fn the_groups_say_who_gives_them_when_where_and_who_is_in_them() {
    let app = TestApp::new();
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let page = wouter.get(&format!("{path}/groups"));
    let tuesday = page.all("main section").first().cloned().unwrap();
    for said in [
        "Dinsdagochtend 5 van 8 plaatsen bezet Trainer: Joost Veerman",
        "dinsdag 8 december, 9.30 – 12.30 uur",
        "dinsdag 15 december, 9.30 – 12.30 uur",
        "Raadhuisplein 3, Lindedam, zaal 2",
        "Aydın, Meryem Bakker, Samira Demir, Ayşe Łukasik, Noor Okonjo, Grace",
    ] {
        assert!(tuesday.contains(said), "{said} is not in {tuesday}");
    }
    assert!(page.words().contains("Nog geen groep 2 deelnemers Leersum, Anouk van O'Brien, Floor"));
    let empty = wouter.get(&project(&wouter, SPACE));
    assert!(empty.words().contains("Er zijn nog geen groepen"));
}

#[test]
fn the_leader_reads_learning_wishes_of_submitted_intakes_only() {
    let app = cleared();
    app.execute(&intake(people::SAMIRA, AUTUMN, "submitted", "2028-01-01"));
    app.execute(&intake(people::IJSBRAND, AUTUMN, "draft", "2028-01-01"));
    app.execute(&intake(people::ANOUK, AUTUMN, "submitted", "2026-11-23"));
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let page = wouter.get(&format!("{path}/wishes"));
    assert_eq!(page.all("h2"), ["Wat wil je na de training kunnen?"]);
    assert_eq!(page.all("blockquote"), ["Wens van samira.bakker@lindedam.example.nl"]);
    assert_eq!(page.all("main li a"), ["Samira Bakker"]);
    assert!(page.words().contains("10 deelnemers hebben nog niet geantwoord."));
    let own = participant(&wouter, &path, "Bakker, Samira");
    assert_eq!(wouter.get(&own).all("blockquote"), ["Wens van samira.bakker@lindedam.example.nl"]);
    assert_eq!(wouter.get(&path).all("blockquote").len(), 1);
}

#[test]
fn what_a_student_does_is_what_the_leader_sees_and_no_more() {
    let app = cleared();
    let mut samira = app.signed_in(people::SAMIRA);
    let home = samira.get("/student");
    let step = |start: &str| home.attributes(&format!("a[href^='{start}']"), "href")[0].clone();
    let (intake, reading) = (step("/student/intakes/"), step("/student/actions/"));
    assert_eq!(samira.post(&format!("{reading}/completion"), &[]).status, 303);
    let asked = samira.get(&intake);
    let fields: BTreeSet<_> = asked.attributes("[name^=answer-]", "name").into_iter().collect();
    let chosen = asked.attributes("input[type=radio]", "value")[0].clone();
    let choice = asked.attributes("input[type=radio]", "name")[0].clone();
    let version = asked.value("version").unwrap();
    let words = |field: &String| if *field == choice { chosen.clone() } else { format!("woorden bij {field}") };
    let mut answers: Vec<(String, String)> = fields.iter().map(|f| (f.clone(), words(f))).collect();
    answers.push(("version".into(), version));
    let answers: Vec<_> = answers.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
    assert_eq!(samira.post(&format!("{intake}/submission"), &answers).status, 303);

    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let bars = wouter.get(&path).all(".bar");
    assert_eq!(bars[..2], ["Vul de intake in 1 van 11", "Lees het artikel ‘Schrijf zoals je praat’ 1 van 11"]);
    let own = wouter.get(&participant(&wouter, &path, "Bakker, Samira"));
    assert_eq!(own.all(".step-note")[..2], ["gedaan op 24 november", "gedaan op 24 november"]);
    assert_eq!(own.text().matches("woorden bij answer-").count(), 1, "the learning wish and no other answer");
    assert_eq!(own.all("h3"), ["Wat wil je na de training kunnen?"]);
}

#[test]
fn the_project_page_shows_three_learning_wishes_and_the_way_to_all() {
    let app = cleared();
    let who = ["samira.bakker", "ijsbrand.celik", "grace.okonjo", "zoe.vanthoff"];
    for name in who {
        app.execute(&intake(&format!("{name}@lindedam.example.nl"), AUTUMN, "submitted", "2028-01-01"));
    }
    let mut wouter = app.signed_in(people::WOUTER);
    let page = wouter.get(&project(&wouter, AUTUMN));
    assert_eq!(page.all("blockquote").len(), 3);
    assert!(page.words().contains("Alle 4 leerwensen"));
    let all = page.attributes("main p a[href$='/wishes']", "href");
    assert_eq!(wouter.get(&all[0]).all("blockquote").len(), 4);
}

#[test]
fn the_page_of_a_participant_shows_the_path_with_its_dates() {
    let app = cleared();
    app.execute(&did(people::SAMIRA, AUTUMN, &[1]));
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let page = wouter.get(&participant(&wouter, &path, "Bakker, Samira"));
    assert_eq!(
        page.all(".step-note"),
        [
            "gedaan op 20 november",
            "2 dagen te laat (22 november)",
            "open, tot en met 29 november",
            "open, tot en met 20 december",
            "open, tot en met 3 januari 2027",
        ]
    );
    assert_eq!(page.attributes(".step-note time", "datetime")[0], "2026-11-20");
    let words = page.words();
    for said in [people::SAMIRA, "Voorbereiding: niet klaar", "Dinsdagochtend", "Joost Veerman"] {
        assert!(words.contains(said), "{said}");
    }
}

#[test]
fn what_is_not_of_this_leader_does_not_exist() {
    let app = cleared();
    let (mut wouter, mut marleen) = (app.signed_in(people::WOUTER), app.signed_in(people::MARLEEN));
    let (autumn, space) = (project(&wouter, AUTUMN), project(&wouter, SPACE));
    let permits = marleen.get("/leader").attributes(".subnav a", "href")[0].clone();
    assert_eq!(marleen.get(&permits).all("h1"), [PERMITS]);
    let samira = participant(&wouter, &autumn, "Bakker, Samira");
    let hugo = participant(&marleen, &permits, "Schippers, Hugo");
    let thijs = participant(&wouter, &space, "Wiersma, Thijs");
    let mut anouk = app.signed_in(people::ANOUK);
    let all = |id: &str| ["", "/participants", "/groups", "/wishes"].map(|part| format!("{id}{part}"));
    for (browser, own, foreign) in [
        (&mut wouter, vec![samira.clone(), autumn.clone()], vec![permits.clone(), hugo.clone()]),
        (&mut marleen, vec![hugo, permits.clone()], vec![autumn.clone(), space.clone(), samira.clone()]),
        // She takes part in the autumn project herself, and leads another of the same client.
        (&mut anouk, vec![thijs, space], vec![autumn.clone(), samira, permits]),
    ] {
        for path in own {
            assert_eq!(browser.get(&path).status, 200, "{path}");
        }
        let absent = ["/leader/projects/999999".to_owned(), "/leader/participants/999999".to_owned()];
        for path in foreign.iter().chain(&absent).flat_map(|path| all(path)) {
            assert_eq!(browser.get(&path).status, 404, "{path}");
        }
        for path in ["/leader/projects/x", "/leader/projects/-1", "/leader/projects/99999999999999999999"] {
            assert_eq!(browser.get(path).status, 404, "{path}");
        }
    }
}

#[test]
fn a_group_or_an_action_of_another_project_does_not_exist_in_the_filter() {
    let app = TestApp::new();
    let (mut wouter, mut marleen) = (app.signed_in(people::WOUTER), app.signed_in(people::MARLEEN));
    let permits = marleen.get("/leader").attributes(".subnav a", "href")[0].clone();
    let foreign = marleen.get(&permits).attributes("a.bar", "href");
    let list = format!("{}/participants", project(&wouter, AUTUMN));
    for query in [foreign.first(), foreign.last()].map(|href| href.unwrap().split_once('?').unwrap().1.to_owned()) {
        assert_eq!(marleen.get(&format!("{permits}/participants?{query}")).status, 200, "{query}");
        if query != "group=none" {
            assert_eq!(wouter.get(&format!("{list}?{query}")).status, 404, "{query}");
        }
    }
    assert_eq!(wouter.get(&format!("{list}?open=999999")).status, 404);
    assert_eq!(wouter.get(&format!("{list}?page=99&sort=x&group=x&open=x")).status, 200);
}

#[test]
fn nobody_else_enters_the_pages_of_leaders_and_leaders_enter_no_other() {
    let app = TestApp::new();
    let mut wouter = app.signed_in(people::WOUTER);
    let path = project(&wouter, AUTUMN);
    let samira = participant(&wouter, &path, "Bakker, Samira");
    let pages = ["/leader".to_owned(), path.clone(), format!("{path}/participants"), format!("{path}/wishes"), samira];
    for who in [people::SAMIRA, people::PETRA, people::JOOST, people::FATIMA, people::HANNA] {
        let mut browser = app.signed_in(who);
        for page in &pages {
            assert_eq!(browser.get(page).status, 404, "{who} at {page}");
        }
    }
    for page in &pages {
        assert!(app.browser().get(page).location.starts_with("/login?back="), "{page}");
    }
    for page in ["/student", "/staff"] {
        assert_eq!(wouter.get(page).status, 404, "{page}");
    }
}

#[test]
fn no_page_of_a_leader_holds_what_is_not_theirs_to_see() {
    let app = cleared();
    for who in [people::SAMIRA, people::IJSBRAND, people::ANOUK] {
        app.execute(&intake(who, AUTUMN, "submitted", "2028-01-01"));
        app.execute(&did(who, AUTUMN, &[1, 3]));
        app.execute(&upload(who, AUTUMN));
    }
    app.execute(&intake(people::HUGO, PERMITS, "submitted", "2028-01-01"));
    app.execute("UPDATE people SET phone = '0612345678'; UPDATE employments SET job_title = 'geheimfunctie'");
    let numbers = (0..100).map(|n| format!("{:05}", 20_400 + 7 * n));
    let never: Vec<String> =
        ["geheim", "0612345678", "file-0001", "blob-"].into_iter().map(str::to_owned).chain(numbers).collect();
    let lindedam = ["Lindedam", "Bakker", "Hamersma", "Leersum", "Wiersma", "Veerman"];
    let oostervaart = ["Oostervaart", "Schippers", "Brouwer", "Amrani", "Vergunningen"];
    for (who, least, foreign) in [
        (people::WOUTER, 30, &oostervaart[..]),
        (people::ANOUK, 8, &["Oostervaart", "Schippers", "Bakker", "Çelik", "najaar", "Wens van"][..]),
        (people::MARLEEN, 12, &lindedam[..]),
    ] {
        let pages = walk(&mut app.signed_in(who));
        assert!(pages.len() >= least, "{who} reached only {:?}", pages.keys());
        for (path, text) in &pages {
            for word in never.iter().map(String::as_str).chain(foreign.iter().copied()) {
                assert!(!text.contains(word), "{path} of {who} holds {word}");
            }
        }
    }
}

#[test]
fn the_pages_speak_english_to_who_asks_for_it() {
    let app = cleared();
    let mut wouter = app.signed_in(people::WOUTER).with_header("accept-language", "en");
    let path = project(&wouter, AUTUMN);
    let words = wouter.get(&path).words();
    for said in ["11 participants in 2 groups", "adviser Petra Noorman", "Who is behind", "Tuesday 8 December, 9:30"] {
        assert!(words.contains(said), "{said}");
    }
}

/// Every page that links lead to within the pages of leaders, by path.
fn walk(browser: &mut Browser) -> BTreeMap<String, String> {
    let (mut seen, mut todo) = (BTreeMap::new(), vec!["/leader".to_owned()]);
    while let Some(path) = todo.pop() {
        let path = path.split('#').next().unwrap().to_owned();
        if !path.starts_with("/leader") || seen.contains_key(&path) {
            continue;
        }
        let page = browser.get(&path);
        assert_eq!(page.status, 200, "{path}");
        todo.extend(page.attributes("a", "href"));
        seen.insert(path, page.text());
    }
    seen
}

/// An installation in which nobody did anything yet.
fn cleared() -> TestApp {
    let app = TestApp::new();
    app.execute("DELETE FROM completions; DELETE FROM answers; DELETE FROM intakes; DELETE FROM uploads");
    app
}

/// The path of the project called `name`, for somebody who leads several.
fn project(browser: &Browser, name: &str) -> String {
    let page = browser.clone().get("/leader");
    let at = page.all("h2 a").iter().position(|title| title == name).unwrap();
    page.attributes("h2 a", "href")[at].clone()
}

/// The path of the participant listed as `name`.
fn participant(browser: &Browser, project: &str, name: &str) -> String {
    let page = browser.clone().get(&format!("{project}/participants"));
    let at = names(&page).iter().position(|listed| listed == name).unwrap();
    page.attributes("tbody th a", "href")[at].clone()
}

fn names(page: &Page) -> Vec<String> {
    page.all("tbody th")
}

/// The statements that each page takes.
fn statements(app: &TestApp, browser: &mut Browser, pages: &[String]) -> Vec<u64> {
    let count = |path: &String| {
        let before = app.running.queries();
        assert_eq!(browser.get(path).status, 200, "{path}");
        app.running.queries() - before
    };
    pages.iter().map(count).collect()
}

/// The number of a participant, as SQL.
fn part(email: &str, project: &str) -> String {
    format!(
        "(SELECT participants.id FROM participants JOIN people ON people.id = participants.person_id \
         JOIN projects ON projects.id = participants.project_id \
         WHERE people.email = '{email}' AND projects.name = '{project}')"
    )
}

/// That somebody did these actions on 20 November.
fn did(email: &str, project: &str, positions: &[i32]) -> String {
    let one = |position: &i32| {
        format!(
            "INSERT INTO completions (participant_id, action_id, done_at) \
             SELECT {}, actions.id, '2026-11-20 10:00:00' FROM actions \
             JOIN projects ON projects.id = actions.project_id \
             WHERE projects.name = '{project}' AND position = {position};",
            part(email, project)
        )
    };
    positions.iter().map(one).collect()
}

/// An intake with an answer to each question; all but the learning wish hold the word `geheim`.
fn intake(email: &str, project: &str, state: &str, until: &str) -> String {
    let part = part(email, project);
    format!(
        "INSERT INTO intakes (participant_id, state, version, saved_at, submitted_at, destroy_at) \
         VALUES ({part}, '{state}', 1, '2026-11-20 10:00:00', '2026-11-20 10:00:00', '{until} 00:00:00'); \
         INSERT INTO answers (intake_id, question_id, words) \
         SELECT intakes.id, questions.id, CASE WHEN learning_wish THEN 'Wens van {email}' ELSE 'geheim' END \
         FROM intakes, questions JOIN projects ON projects.id = questions.project_id \
         WHERE intakes.participant_id = {part} AND projects.name = '{project}';"
    )
}

/// A confirmed upload.
fn upload(email: &str, project: &str) -> String {
    format!(
        "INSERT INTO uploads (participant_id, action_id, state, file_name, kind, size, blob, uploaded_at, \
         confirmed_at, portal_until, destroy_at, policy) \
         SELECT {}, actions.id, 'confirmed', 'file-0001.docx', 'docx', 1, 'blob-{email}', '2026-11-20 10:00:00', \
         '2026-11-20 10:00:00', '2027-02-20 23:00:00', '2027-05-20 22:00:00', 1 FROM actions \
         JOIN projects ON projects.id = actions.project_id WHERE projects.name = '{project}' AND position = 3;",
        part(email, project)
    )
}

/// So many more participants.
fn crowd(project: &str, count: usize) -> String {
    let one = |n: usize| {
        format!(
            "INSERT INTO people (first_name, last_name, name_folded, email, email_folded, created_at) \
             VALUES ('Noor', 'Menigte{n}', 'menigte{n}', 'm{n}@x.example', 'm{n}@x.example', '2026-11-01 10:00:00'); \
             INSERT INTO participants (project_id, person_id, created_at) \
             SELECT projects.id, people.id, '2026-11-01 10:00:00' FROM projects, people \
             WHERE projects.name = '{project}' AND people.email = 'm{n}@x.example';"
        )
    };
    (0..count).map(one).collect()
}

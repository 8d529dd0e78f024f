//! What a project leader never sees.

use crate::support::{TestApp, people};

/// The running project of Lindedam: it began on 1 November 2026.
const AUTUMN: &str = "Schrijven voor je lezer – najaar";
/// The project that Anouk leads, and Wouter too.
const SPACE: &str = "Helder mailen – Ruimte";
/// The project of Oostervaart.
const PERMITS: &str = "Schrijven voor je lezer – Vergunningen";

use super::leading::*;

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

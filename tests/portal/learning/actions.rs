//! The home of a student, and the pages of their actions.

use chrono::TimeDelta;

use crate::support::{Browser, Page, TestApp, people};

/// In a group with a trainer, in the running project, and in one that is over.
const AYSE: &str = "ayse.demir@lindedam.example.nl";
/// In the running project without a group.
const FLOOR: &str = "floor.obrien@lindedam.example.nl";
/// Reads English.
const GRACE: &str = "grace.okonjo@lindedam.example.nl";
/// In a project that is over and in one that has not begun.
const THIJS: &str = "thijs.wiersma@lindedam.example.nl";

/// The addresses of the steps on the home of a student, in order.
fn steps(home: &Page) -> Vec<String> {
    home.attributes(".path a", "href")
}

/// The number at the end of an address.
fn number(path: &str) -> i64 {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

fn reading(browser: &mut Browser) -> String {
    steps(&browser.get("/student")).into_iter().nth(1).unwrap()
}

#[test]
fn the_home_says_what_comes_next_where_to_be_and_how_far_they_are() {
    let app = TestApp::new();
    let home = app.signed_in(people::SAMIRA).get("/student");
    assert_eq!(home.all("h1"), ["Dag Samira, er staan 5 stappen voor je klaar"]);
    assert_eq!(home.all(".lead p"), ["Schrijven voor je lezer – najaar · Gemeente Lindedam · groep Dinsdagochtend"]);
    let now = home.all(".card.now").join("");
    for words in ["Nu te doen, 9 dagen te laat", "Vul de intake in", "Dit had zondag 15 november klaar", "15 minuten"] {
        assert!(now.contains(words), "{words} in {now}");
    }
    assert_eq!(home.all(".card.now .button"), ["Ga verder met de intake"]);
    assert_eq!(home.all(".gauge"), ["0 van 5 stappen gedaan"]);
    assert_eq!(
        home.all(".step-note"),
        [
            "9 dagen te laat, moest klaar zijn op 15 november",
            "2 dagen te laat, moest klaar zijn op 22 november",
            "later, uiterlijk 29 november",
            "later, vanaf 8 december",
            "later, uiterlijk 3 januari 2027"
        ]
    );
    assert_eq!(home.attributes(".path [aria-current=step]", "class"), ["is-late"], "one step is the current one");
    let meeting = home.all("[aria-labelledby=meeting]").join("");
    for words in ["dinsdag 8 december", "9.30 – 12.30 uur", "Raadhuisplein 3, Lindedam, zaal 2", "Joost Veerman"] {
        assert!(meeting.contains(words), "{words} in {meeting}");
    }
    assert!(meeting.contains("dinsdag 15 december, 9.30 – 12.30 uur"), "{meeting}");
    assert_eq!(home.attributes(".date time", "datetime"), ["2026-12-08T08:30:00Z"]);
}

#[test]
fn the_home_takes_at_most_six_statements() {
    let app = TestApp::new();
    for who in [people::SAMIRA, people::IJSBRAND, AYSE, FLOOR] {
        let mut browser = app.signed_in(who);
        let before = app.running.queries();
        assert_eq!(browser.get("/student").status, 200);
        let taken = app.running.queries() - before;
        assert!(taken <= 6, "{who}: {taken} statements");
    }
}

#[test]
fn after_the_preparation_the_training_is_next() {
    let app = TestApp::new();
    let home = app.signed_in(people::IJSBRAND).get("/student");
    assert_eq!(home.all("h1"), ["Dag IJsbrand, je hebt 3 van 5 stappen gedaan"]);
    assert_eq!(home.all(".card.now h2"), ["Volg de training"]);
    assert!(home.all(".card.now").join("").contains("donderdag 10 december, 13.30 – 16.30 uur"));
    assert_eq!(home.all(".path .is-done").len(), 3);
    assert_eq!(home.all(".path .is-now .step-note"), ["nu aan de beurt, vanaf 10 december"]);
    let files = home.all("[aria-labelledby=files]").join("");
    assert!(files.contains("zichtbaar tot en met 21 februari 2027"), "{files}");
    assert!(files.contains("vernietigd na 21 mei 2027"), "{files}");
}

#[test]
fn after_the_last_meeting_the_trainer_speaks_and_the_student_goes_on() {
    let app = TestApp::new();
    app.running.advance(TimeDelta::days(25));
    let home = app.signed_in(people::IJSBRAND).get("/student");
    assert_eq!(home.all(".card.now h2"), ["Stuur dezelfde tekst, maar nu beter"]);
    assert!(home.words().contains("je trainer vult in of je er was"));
    assert!(home.words().contains("De bijeenkomsten zijn geweest"));
}

#[test]
fn only_people_of_the_same_group_are_named() {
    let app = TestApp::new();
    let home = app.signed_in(people::SAMIRA).get("/student");
    assert_eq!(
        home.attributes("a[href^='mailto:']", "href"),
        [
            "mailto:ayse.demir@lindedam.example.nl",
            "mailto:grace.okonjo@lindedam.example.nl",
            "mailto:meryem.aydin@lindedam.example.nl",
            "mailto:noor.lukasik@lindedam.example.nl"
        ]
    );
    assert!(!home.text().contains("IJsbrand"), "he is in the other group");
    assert!(!home.text().contains("204"), "no personnel number");
}

#[test]
fn who_has_no_group_reads_who_places_people_and_when() {
    let app = TestApp::new();
    let home = app.signed_in(FLOOR).get("/student");
    assert!(home.words().contains("Je hebt nog geen groep"));
    assert!(home.words().contains("Petra Noorman van Heldere Taal deelt de groepen in voordat de training begint"));
    assert!(home.attributes("a[href^='mailto:']", "href").is_empty());
}

#[test]
fn another_project_is_one_click_away() {
    let app = TestApp::new();
    let mut ayse = app.signed_in(AYSE);
    let home = ayse.get("/student");
    assert_eq!(home.all(".subnav a"), ["Schrijven voor je lezer – najaar", "Helder mailen – Burgerzaken"]);
    assert_eq!(home.all(".subnav [aria-current=page]"), ["Schrijven voor je lezer – najaar"]);
    let other = ayse.get(&home.attributes(".subnav a", "href")[1]);
    assert_eq!(other.all(".subnav [aria-current=page]"), ["Helder mailen – Burgerzaken"]);
    assert!(other.words().contains("Deze training is voorbij"));
    assert!(other.all(".card.now").is_empty(), "nothing is to be done in a project that is over");
    let thijs = app.signed_in(THIJS).get("/student");
    assert_eq!(thijs.all(".subnav [aria-current=page]"), ["Helder mailen – Ruimte"], "what comes before what was");
    assert!(thijs.all(".lead p").join("").contains("begint op 19 december"));
}

#[test]
fn a_text_is_read_once_however_often_they_say_so() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let path = reading(&mut samira);
    let page = samira.get(&path);
    assert_eq!(page.all("main .button"), ["Gelezen"]);
    assert!(page.words().contains("Lees je tekst hardop"));
    for _ in 0..2 {
        let done = samira.post(&format!("{path}/completion"), &[]);
        assert_eq!(done.status, 303);
        let home = samira.get(&done.location);
        assert!(home.all(".notice").join("").contains("is gedaan"));
        assert_eq!(home.all("h1"), ["Dag Samira, je hebt 1 van 5 stappen gedaan"]);
    }
    let page = samira.get(&path);
    assert!(page.words().contains("gedaan op 24 november"));
    assert!(page.all("main .button").is_empty());
}

#[test]
fn coming_to_the_training_cannot_be_ticked_off_by_the_student() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let attendance = steps(&samira.get("/student"))[3].clone();
    let page = samira.get(&attendance);
    assert!(page.words().contains("Je trainer vult in wie er was."));
    assert_eq!(page.all("main time").len(), 2);
    assert!(page.all("main form").is_empty());
    assert_eq!(samira.post(&format!("{attendance}/completion"), &[]).status, 404);
    assert_eq!(samira.get("/student").all(".gauge"), ["0 van 5 stappen gedaan"]);
}

#[test]
fn each_step_leads_to_where_it_is_done() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let steps = steps(&samira.get("/student"));
    assert!(steps[0].starts_with("/student/intakes/"));
    let intake = format!("/student/actions/{}", number(&steps[0]));
    assert_eq!(samira.get(&intake).location, steps[0]);
    let upload = samira.get(&steps[2]);
    assert_eq!(upload.attributes("main .button", "href"), [format!("/student/uploads/new/{}", number(&steps[2]))]);
    for step in &steps {
        assert_eq!(samira.get(step).status, 200, "{step}");
    }
}

#[test]
fn what_is_not_theirs_is_not_there() {
    let app = TestApp::new();
    let mut hugo = app.signed_in(people::HUGO);
    let theirs = steps(&hugo.get("/student"));
    let mut samira = app.signed_in(people::SAMIRA);
    let mut ayse = app.signed_in(AYSE);
    let over = ayse.get("/student").attributes(".subnav a", "href")[1].clone();
    let earlier = steps(&ayse.get(&over));
    let foreign = theirs.iter().chain(&earlier).map(|path| number(path)).chain([0, -1, 999_999]);
    for id in foreign {
        for path in ["actions", "intakes", "uploads/new"] {
            assert_eq!(samira.get(&format!("/student/{path}/{id}")).status, 404, "{path} {id}");
        }
        assert_eq!(samira.post(&format!("/student/actions/{id}/completion"), &[]).status, 404);
        assert_eq!(samira.post(&format!("/student/intakes/{id}"), &[("version", "0")]).status, 404);
        assert_eq!(samira.post(&format!("/student/intakes/{id}/submission"), &[("version", "0")]).status, 404);
    }
    assert_eq!(samira.get(&over).status, 404, "a project of the same client, without her");
    assert_eq!(samira.get("/student/projects/999999").status, 404);
    assert_eq!(hugo.get("/student").all(".gauge"), ["2 van 5 stappen gedaan"], "and nothing was done to it");
}

#[test]
fn the_pages_of_students_are_for_students_only() {
    let app = TestApp::new();
    let steps = steps(&app.signed_in(people::SAMIRA).get("/student"));
    for who in [people::WOUTER, people::JOOST, people::PETRA, people::FATIMA, people::SJOERD, people::HANNA] {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get("/student").status, 404, "{who}");
        for step in &steps {
            assert_eq!(browser.get(step).status, 404, "{who} {step}");
        }
    }
    assert_eq!(app.browser().get("/student").location, "/login?back=%2Fstudent");
    // Anouk leads another project; here she is a student like any other.
    assert_eq!(app.signed_in(people::ANOUK).get("/student").status, 200);
}

#[test]
fn who_reads_english_reads_english() {
    let app = TestApp::new();
    let home = app.signed_in(GRACE).get("/student");
    assert_eq!(home.attributes("html", "lang"), ["en"]);
    assert_eq!(home.all("h1"), ["Hello Grace, you have done 2 of 5 steps"]);
    assert!(home.all(".card.now").join("").contains("To do now, by Sunday 29 November"));
    assert_eq!(home.all(".gauge"), ["2 of 5 steps done"]);
}

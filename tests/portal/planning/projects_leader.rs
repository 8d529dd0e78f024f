//! What the project leader of a client sees, and what not.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::support::{TestApp, people};

/// The running project of Lindedam: it began on 1 November 2026.
const AUTUMN: &str = "Schrijven voor je lezer – najaar";
/// The project that Anouk leads, and Wouter too.
const SPACE: &str = "Helder mailen – Ruimte";

use super::leading::*;
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
    assert_eq!(few, [3, 6, 5, 4, 5, 7]);
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
    assert_eq!(statements(&app, &mut marleen, &["/leader".to_owned()]), [6]);
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

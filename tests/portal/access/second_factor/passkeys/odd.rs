//! What no honest browser does, or an honest person by accident.

use super::{
    PAGE, PASSKEYS, asked, begun, door_opens, keep, keyed, made, newest, origin, refusal, signed_in, step,
    step_question,
};
use crate::support::{Device, PASSWORD, TestApp, people};

#[test]
fn an_answer_from_within_the_page_of_another_is_refused() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut framed = Device { framed: true, ..samira.device.clone() };
    assert!(!door_opens(&app, &mut framed));
    samira.device.count = framed.count;
    assert!(door_opens(&app, &mut samira.device));
}

#[test]
fn a_number_that_no_device_gives_and_an_answer_that_none_makes_are_refused() {
    let app = TestApp::new();
    let mut samira = signed_in(&app, people::SAMIRA);
    let mut device = Device { id: vec![7; 15], ..Device::new(&origin(&app), 1) };
    assert!(refusal(&made(&mut samira, &mut device, "Mijn telefoon")).contains("lukte het niet"));
    begun(&mut samira);
    let (token, _) = asked(&mut samira, &format!("{PASSKEYS}/challenge"));
    let page = keep(&mut samira, &token, &"x".repeat(20_000), "Mijn telefoon");
    assert!(refusal(&page).contains("lukte het niet"));
    assert_eq!(page.value("name").as_deref(), Some("Mijn telefoon"));
    assert_eq!(app.number("SELECT count(*) AS number FROM passkeys"), 0);
}

#[test]
fn questions_do_not_pile_up_and_the_newest_can_be_answered() {
    let app = TestApp::new();
    let mut samira = signed_in(&app, people::SAMIRA);
    begun(&mut samira);
    let mut last = asked(&mut samira, &format!("{PASSKEYS}/challenge"));
    let first = last.clone();
    for _ in 0..12 {
        last = asked(&mut samira, &format!("{PASSKEYS}/challenge"));
    }
    assert_eq!(app.number("SELECT count(*) AS number FROM passkey_ceremonies"), 5);
    let mut device = Device::new(&origin(&app), 1);
    let late = keep(&mut samira, &first.0, &device.make(&first.1), "Oud");
    assert!(refusal(&late).contains("te lang"));
    assert_eq!(keep(&mut samira, &last.0, &device.make(&last.1), "Nieuw").status, 200);
}

#[test]
fn two_tabs_that_ask_get_a_sentence_that_helps() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut browser = super::half(&app, people::SAMIRA);
    let (_, first) = step_question(&mut browser);
    let (token, _) = step_question(&mut browser);
    assert!(refusal(&step(&mut browser, &token, &samira.device.show(&first))).contains("Probeer het opnieuw"));
}

#[test]
fn an_address_that_is_loaded_again_leads_back_to_its_page() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let page = newest(&mut samira.browser);
    assert_eq!(samira.browser.get(&format!("{page}/removal")).location, page);
    assert_eq!(samira.browser.get(PASSKEYS).location, PAGE);
    assert_eq!(super::arrived(&app).get("/login/passkey").location, "/login");
    assert_eq!(super::half(&app, people::SAMIRA).get("/login/code/passkey").location, "/login/code");
}

#[test]
fn whoever_waited_too_long_is_asked_for_the_password_again() {
    let app = TestApp::new();
    let mut samira = signed_in(&app, people::SAMIRA);
    begun(&mut samira);
    app.running.advance(chrono::TimeDelta::minutes(31));
    assert_eq!(samira.get(&format!("{PASSKEYS}/new")).location, PAGE);
    assert_eq!(
        samira.get(PAGE).all(".notice"),
        ["Vul je wachtwoord nog een keer in. Daarna kun je een passkey maken."]
    );
}

#[test]
fn a_name_with_marks_that_nobody_sees_loses_them() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let page = newest(&mut samira.browser);
    samira.browser.post(&page, &[("name", "Mijn\n\u{202e}telefoon\u{200b}")]);
    assert_eq!(app.texts("SELECT called AS line FROM passkeys"), ["Mijn telefoon"]);
}

#[test]
fn a_new_password_leaves_passkeys_and_the_letter_says_so() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let changed = [("current", PASSWORD), ("password", "een heel ander wachtwoord 7")];
    assert_eq!(samira.browser.post("/account/password", &changed).status, 303);
    assert!(door_opens(&app, &mut samira.device));
    let letter = app.letter_to(people::SAMIRA).words();
    assert!(letter.contains("is veranderd op"), "{letter}");
    assert!(letter.contains("Een nieuw wachtwoord verandert niets aan passkeys"), "{letter}");
}

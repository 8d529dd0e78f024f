//! After the password.

use chrono::TimeDelta;

use super::{
    asked, begun, door, half, keyed, made, origin, refusal, registered, signed_in, step, step_opens, step_question,
};
use crate::support::{Device, TestApp, device, people};
use device::{COPIED, ELIGIBLE};

#[test]
fn a_passkey_takes_the_second_step_and_ends_half_a_session() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let signed = registered(&app, "signed_in");
    let mut browser = half(&app, people::SAMIRA);
    let before = browser.clone();
    let (token, options) = step_question(&mut browser);
    assert_eq!(options["allowCredentials"][0]["id"], samira.device.number());
    assert_eq!((options["userVerification"].as_str(), options["rpId"].as_str()), (Some("required"), Some("localhost")));
    let page = step(&mut browser, &token, &samira.device.show(&options));
    assert_eq!((page.status, page.location.as_str()), (303, "/"), "{}", page.words());
    assert!(page.headers["set-cookie"].contains("traject-known"));
    assert_ne!(before.cookies()["traject"], browser.cookies()["traject"]);
    assert_eq!(browser.get("/account").status, 200);
    assert_eq!(before.clone().get("/login/code").location, "/login?done=late");
    assert_eq!(registered(&app, "signed_in"), signed + 1);
    samira.device.says_whose = false;
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device), "an old security key does not say whose it is");
}

#[test]
fn an_answer_counts_once_and_for_five_minutes() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut browser = half(&app, people::SAMIRA);
    let (token, options) = step_question(&mut browser);
    let answer = samira.device.show(&options);
    let mut again = half(&app, people::SAMIRA);
    assert_eq!(step(&mut browser, &token, &answer).status, 303);
    assert!(refusal(&step(&mut again, &token, &answer)).contains("te lang"), "replayed");
    let (other, _) = step_question(&mut again);
    assert!(refusal(&step(&mut again, &other, &answer)).contains("te lang"), "under another question");
    let (late, options) = step_question(&mut again);
    app.running.advance(TimeDelta::minutes(5));
    assert!(refusal(&step(&mut again, &late, &samira.device.show(&options))).contains("te lang"));
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device));
}

#[test]
fn a_lie_about_where_or_whether_it_was_unlocked_opens_nothing() {
    let app = TestApp::new();
    let samira = keyed(&app, people::SAMIRA, 1);
    let elsewhere = Device { origin: "http://localhost.evil.example.com".into(), ..samira.device.clone() };
    let port = Device { origin: "http://localhost:1".into(), ..samira.device.clone() };
    let party = Device { party: Some("evil.example.com".into()), ..samira.device.clone() };
    let locked = Device { unlocked: false, ..samira.device.clone() };
    let mut browser = half(&app, people::SAMIRA);
    for mut device in [elsewhere, port, party, locked] {
        let (token, options) = step_question(&mut browser);
        assert!(refusal(&step(&mut browser, &token, &device.show(&options))).contains("lukte het niet"));
    }
    let (token, _) = step_question(&mut browser);
    assert!(refusal(&step(&mut browser, &token, "{}")).contains("lukte het niet"));
    let (token, options) = step_question(&mut browser);
    let answer = samira.device.clone().show(&options);
    let kind = answer.replace(&samira.device.number(), &Device::new("", 9).number());
    assert!(refusal(&step(&mut browser, &token, &kind)).contains("kennen we niet"));
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device.clone()));
}

#[test]
fn the_passkey_of_somebody_else_opens_nothing() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut hugo = keyed(&app, people::HUGO, 2);
    let mut browser = half(&app, people::SAMIRA);
    let (token, options) = step_question(&mut browser);
    assert!(refusal(&step(&mut browser, &token, &hugo.device.show(&options))).contains("kennen we niet"));
    let mut other = half(&app, people::HUGO);
    let (token, options) = step_question(&mut other);
    let answer = hugo.device.show(&options);
    assert!(refusal(&step(&mut browser, &token, &answer)).contains("te lang"), "a question to somebody else");
    assert_eq!(step(&mut other, &token, &answer).status, 303, "which is still open");
    let (token, options) = step_question(&mut half(&app, people::SAMIRA));
    let page = door(&mut super::arrived(&app), &token, &samira.device.show(&options));
    assert!(refusal(&page).contains("te lang"), "a question of the second step is none at the door");
    let mut posing = Device { handle: hugo.device.handle.clone(), ..samira.device.clone() };
    let (token, options) = step_question(&mut browser);
    assert!(refusal(&step(&mut browser, &token, &posing.show(&options))).contains("lukte het niet"), "says it is his");
    begun(&mut samira.browser);
    let (token, _) = asked(&mut samira.browser, "/account/second-factor/passkeys/challenge");
    let (_, options) = step_question(&mut browser);
    let page = step(&mut browser, &token, &samira.device.show(&options));
    assert!(refusal(&page).contains("te lang"), "a question for a new one is none for one that there is");
}

#[test]
fn a_count_that_goes_back_is_refused_and_told() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut copy = samira.device.clone();
    for _ in 0..2 {
        assert!(step_opens(&app, people::SAMIRA, &mut samira.device));
    }
    let mut browser = half(&app, people::SAMIRA);
    let (token, options) = step_question(&mut browser);
    assert!(refusal(&step(&mut browser, &token, &copy.show(&options))).contains("misschien gekopieerd"));
    assert_eq!(registered(&app, "passkey_copied"), 1);
    let told = app.letter_to(people::SAMIRA).words();
    assert!(told.contains("Je passkey is misschien gekopieerd") && told.contains("‘Mijn telefoon’"), "{told}");
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device));
}

#[test]
fn a_passkey_that_is_copied_by_its_maker_keeps_no_count() {
    let app = TestApp::new();
    let mut browser = signed_in(&app, people::SAMIRA);
    let mut synced = Device { counts: false, marks: ELIGIBLE | COPIED, ..Device::new(&origin(&app), 1) };
    assert_eq!(made(&mut browser, &mut synced, "Telefoon").status, 200);
    for marks in [ELIGIBLE | COPIED, ELIGIBLE, ELIGIBLE | COPIED] {
        synced.marks = marks;
        assert!(step_opens(&app, people::SAMIRA, &mut synced), "{marks:#x}");
    }
}

#[test]
fn a_passkey_does_not_become_one_of_another_kind() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut browser = half(&app, people::SAMIRA);
    for marks in [ELIGIBLE, ELIGIBLE | COPIED, COPIED] {
        let mut other = Device { marks, ..samira.device.clone() };
        let (token, options) = step_question(&mut browser);
        assert!(refusal(&step(&mut browser, &token, &other.show(&options))).contains("lukte het niet"), "{marks:#x}");
    }
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device));
    let mut browser = signed_in(&app, people::HUGO);
    let mut liar = Device { marks: COPIED, ..Device::new(&origin(&app), 2) };
    assert!(refusal(&made(&mut browser, &mut liar, "Telefoon")).contains("lukte het niet"), "copied, and cannot be");
}

#[test]
fn of_two_at_once_one_gets_in() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut first = half(&app, people::SAMIRA);
    let (token, options) = step_question(&mut first);
    let answer = samira.device.show(&options);
    let same = [(half(&app, people::SAMIRA), token.clone(), answer.clone()), (first, token, answer)];
    // A passkey and its copy, at the same count.
    let mut copy = samira.device.clone();
    let ask = |device: &mut Device| {
        let mut browser = half(&app, people::SAMIRA);
        let (token, options) = step_question(&mut browser);
        (browser, token, device.show(&options))
    };
    let copied = [ask(&mut samira.device), ask(&mut copy)];
    for pair in [same, copied] {
        let mut answers = std::thread::scope(|scope| {
            let sent = pair
                .map(|(mut browser, token, answer)| scope.spawn(move || step(&mut browser, &token, &answer).status));
            sent.map(|one| one.join().unwrap())
        });
        answers.sort_unstable();
        assert_eq!(answers, [303, 422]);
    }
}

#[test]
fn passkeys_and_codes_are_tried_ten_times_together() {
    let app = TestApp::new();
    let samira = keyed(&app, people::SAMIRA, 1);
    let mut browser = half(&app, people::SAMIRA);
    for _ in 0..5 {
        assert_eq!(super::super::type_in(&mut browser, "123456").status, 422);
        assert_eq!(step(&mut browser, "none", "{}").status, 422);
    }
    let told = app.letter_to(people::SAMIRA).words();
    assert!(told.contains("tien keer een verkeerde code of passkey"), "{told}");
    assert_eq!(step(&mut browser, "none", "{}").status, 429);
    assert_eq!(super::super::type_in(&mut browser, &samira.codes[0]).status, 429);
}

//! Adding one, naming it, removing it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;

use super::{
    PASSKEYS, asked, begun, door_opens, half, keep, keyed, made, newest, origin, refusal, signed_in, step_opens,
};
use crate::access::second_factor::{PAGE, phone, registered};
use crate::privacy::export::unpacked;
use crate::support::{Device, PASSWORD, TestApp, people};

/// Takes the app of a member of staff away behind the program's back.
fn without(app: &TestApp, who: &str) {
    app.execute(&format!(
        "UPDATE accounts SET second_factor_at = NULL, totp_secret = NULL, totp_step = NULL WHERE sign_in_folded = '{who}'"
    ));
}

#[test]
fn a_passkey_can_be_the_whole_second_factor() {
    let app = TestApp::new();
    let mut elsewhere = signed_in(&app, people::SAMIRA);
    let mut browser = signed_in(&app, people::SAMIRA);
    assert_eq!(browser.get(PAGE).attributes("input[name=act]", "value"), ["passkey", "enrol"]);
    let refused = browser.post(PAGE, &[("act", "passkey"), ("password", "not this one")]);
    assert_eq!((refused.status, refused.all("#password-error").len()), (422, 1));

    let mut device = Device::new(&origin(&app), 1);
    let done = made(&mut browser, &mut device, " Mijn telefoon ");
    assert_eq!((done.status, done.all(".codes code").len()), (200, 10), "{}", done.words());
    assert_eq!(elsewhere.get("/account").status, 303, "other sessions ended");
    let page = browser.get(PAGE);
    assert_eq!(page.all("section[aria-labelledby=passkeys] strong"), ["Mijn telefoon"]);
    assert!(page.words().contains("Toegevoegd op 24 november 2026. Nog niet gebruikt."), "{}", page.words());
    assert!(page.words().contains("nog 10 herstelcodes"));
    assert_eq!(page.attributes("input[name=act]", "value"), ["renew", "passkey", "enrol", "off"]);
    let created = "SELECT COUNT(*) AS number FROM register_lines WHERE act = 'created' AND subject = 'passkeys'";
    assert_eq!((registered(&app, "factor_on"), app.number(created)), (1, 1));
    let told = app.letter_to(people::SAMIRA).words();
    assert!(
        told.contains("de passkey ‘Mijn telefoon’ toegevoegd") && told.contains("Haal de passkey dan meteen weg"),
        "{told}"
    );

    assert!(step_opens(&app, people::SAMIRA, &mut device));
    assert!(browser.get(PAGE).words().contains("Laatst gebruikt op"));
    let page = half(&app, people::SAMIRA).get("/login/code");
    assert!(page.all("form[data-passkey=get]").len() == 1 && page.words().contains("twaalf cijfers"));
    let page = super::super::type_in(&mut half(&app, people::SAMIRA), "123456");
    assert_eq!((page.status, page.all("#code-error").len()), (422, 1), "there is no app");
    assert_eq!(super::super::type_in(&mut half(&app, people::SAMIRA), &done.all(".codes code")[0]).status, 303);
}

#[test]
fn the_password_comes_first_and_counts_for_half_an_hour() {
    let app = TestApp::new();
    let mut browser = signed_in(&app, people::SAMIRA);
    assert_eq!(browser.get("/account/second-factor/passkeys/new").location, PAGE);
    assert_eq!(browser.post("/account/second-factor/passkeys/challenge", &[]).status, 409);
    begun(&mut browser);
    let (token, options) = asked(&mut browser, "/account/second-factor/passkeys/challenge");
    let answer = Device::new(&origin(&app), 1).make(&options);
    let nameless = browser.post(PASSKEYS, &[("credential", ""), ("name", " ")]);
    assert_eq!((nameless.status, nameless.all("#name-error").len()), (422, 1));
    let mut other = signed_in(&app, people::SAMIRA);
    assert_eq!(keep(&mut other, &token, &answer, "Telefoon").location, PAGE, "another session did not type it");
    app.running.advance(TimeDelta::minutes(5));
    assert!(
        refusal(&keep(&mut browser, &token, &answer, "Telefoon")).contains("te lang"),
        "a question is open for five minutes"
    );
    app.running.advance(TimeDelta::minutes(25));
    assert_eq!(keep(&mut browser, &token, &answer, "Telefoon").location, PAGE);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM passkeys"), 0);
    app.running.work();
    app.running.advance(TimeDelta::hours(2));
    app.running.work();
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM passkey_ceremonies"), 0, "what nobody answered is swept up");
}

#[test]
fn a_new_passkey_is_what_was_asked_for_or_nothing() {
    let app = TestApp::new();
    let mut browser = signed_in(&app, people::SAMIRA);
    let good = Device::new(&origin(&app), 1);
    let elsewhere = Device::new("https://evil.example.com", 1);
    let other = Device { party: Some("evil.example.com".into()), ..good.clone() };
    let locked = Device { unlocked: false, ..good.clone() };
    for mut device in [elsewhere, other, locked] {
        assert!(refusal(&made(&mut browser, &mut device, "Telefoon")).contains("lukte het niet"));
    }
    begun(&mut browser);
    let (token, _) = asked(&mut browser, "/account/second-factor/passkeys/challenge");
    let (_, options) = asked(&mut browser, "/account/second-factor/passkeys/challenge");
    let answer = good.clone().make(&options);
    let page = keep(&mut browser, &token, &answer, "Telefoon");
    assert!(refusal(&page).contains("te lang"), "the answer to another question");
    let page = keep(&mut browser, &token, "nonsense", "Telefoon");
    assert!(refusal(&page).contains("te lang"), "each question once");
    assert_eq!(page.value("name").as_deref(), Some("Telefoon"));
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM passkeys"), 0);
}

#[test]
fn a_passkey_belongs_to_one_account_once() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    assert!(refusal(&made(&mut samira.browser, &mut samira.device.clone(), "Nog eens")).contains("al toegevoegd"));
    let mut hugo = signed_in(&app, people::HUGO);
    let page = made(&mut hugo, &mut samira.device.clone(), "Van een ander");
    assert!(refusal(&page).contains("al toegevoegd"));
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM passkeys"), 1);
    begun(&mut samira.browser);
    let (_, options) = asked(&mut samira.browser, "/account/second-factor/passkeys/challenge");
    assert_eq!(options["excludeCredentials"][0]["id"], samira.device.number());
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(options["authenticatorSelection"]["residentKey"], "preferred");
    for number in 2..=10 {
        assert_eq!(made(&mut samira.browser, &mut Device::new(&origin(&app), number), "Nog een").location, PAGE);
    }
    assert_eq!(
        samira.browser.get(PAGE).attributes("input[name=act]", "value"),
        ["renew", "enrol", "off"],
        "ten is enough"
    );
}

#[test]
fn an_app_and_a_passkey_stand_beside_each_other() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    samira.browser.post(PAGE, &[("act", "enrol"), ("password", PASSWORD)]);
    let phone = phone(&samira.browser.get("/account/second-factor/app"));
    let done = samira.browser.post("/account/second-factor/app", &[("code", &phone.code(0))]);
    assert_eq!(done.location, PAGE, "the recovery codes are those that there were");
    assert_eq!((registered(&app, "app_added"), registered(&app, "factor_replaced")), (1, 0));
    assert!(app.letter_to(people::SAMIRA).words().contains("is een app gekoppeld"));
    assert_eq!(super::super::type_in(&mut half(&app, people::SAMIRA), &samira.codes[0]).status, 303);
    assert_eq!(super::super::type_in(&mut half(&app, people::SAMIRA), &phone.code(1)).status, 303);
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device));

    let link = newest(&mut samira.browser);
    let wrong = samira.browser.post(&format!("{link}/removal"), &[("password", "not this one")]);
    assert_eq!((wrong.status, wrong.all("#password-error").len()), (422, 1));
    let mut elsewhere = signed_in(&app, people::SAMIRA);
    assert_eq!(samira.browser.post(&format!("{link}/removal"), &[("password", PASSWORD)]).location, PAGE);
    assert_eq!(elsewhere.get("/account").status, 303, "who had the passkey may have been there");
    assert!(app.letter_to(people::SAMIRA).words().contains("‘Mijn telefoon’ weggehaald"));
    assert!(!door_opens(&app, &mut samira.device));
    half(&app, people::SAMIRA);
    assert_eq!(samira.browser.get(&link).status, 404);
}

#[test]
fn removing_the_last_one_turns_the_second_step_off() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let link = newest(&mut samira.browser);
    assert!(samira.browser.get(&link).words().contains("je enige tweede stap"));
    samira.browser.post(&format!("{link}/removal"), &[("password", PASSWORD)]);
    assert!(samira.browser.get(PAGE).words().contains("Nu is je wachtwoord genoeg"));
    let left = "SELECT COUNT(*) AS number FROM recovery_codes r JOIN accounts a ON a.id = r.account_id WHERE a.second_factor_at IS NULL";
    assert_eq!((registered(&app, "factor_off"), app.number(left)), (1, 0));

    let mut hugo = keyed(&app, people::HUGO, 2);
    assert_eq!(hugo.browser.post(PAGE, &[("act", "off"), ("password", PASSWORD)]).location, "/account");
    assert!(!door_opens(&app, &mut hugo.device), "turning it off takes the passkeys along");
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM passkeys"), 0);
}

#[test]
fn staff_do_with_a_passkey_and_keep_their_last_one() {
    let app = TestApp::new();
    without(&app, people::FATIMA);
    let mut fatima = signed_in(&app, people::FATIMA);
    assert_eq!(fatima.get("/staff").location, PAGE);
    let mut device = Device::new(&origin(&app), 1);
    assert_eq!(made(&mut fatima, &mut device, "Laptop").status, 200);
    assert_eq!(fatima.get("/staff").status, 200);
    let link = newest(&mut fatima);
    let page = fatima.get(&link);
    assert!(page.words().contains("Voeg eerst een andere") && page.all("input[name=password]").is_empty());
    assert_eq!(fatima.post(&format!("{link}/removal"), &[("password", PASSWORD)]).status, 409);
    assert_eq!(made(&mut fatima, &mut Device::new(&origin(&app), 2), "Sleutel").location, PAGE);
    assert_eq!(fatima.post(&format!("{link}/removal"), &[("password", PASSWORD)]).location, PAGE);
    assert_eq!(fatima.get("/staff").status, 200);
}

#[test]
fn a_passkey_has_a_name_and_is_for_its_owner() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let link = newest(&mut samira.browser);
    let refused = samira.browser.post(&link, &[("name", "")]);
    assert_eq!((refused.status, refused.all("#name-error").len()), (422, 1));
    assert_eq!(samira.browser.post(&link, &[("name", "Sleutelbos")]).location, PAGE);
    assert_eq!(samira.browser.get(PAGE).all("section[aria-labelledby=passkeys] strong"), ["Sleutelbos"]);
    let mut hugo = signed_in(&app, people::HUGO);
    for page in [
        hugo.get(&link),
        hugo.post(&link, &[("name", "Van mij")]),
        hugo.post(&format!("{link}/removal"), &[("password", PASSWORD)]),
    ] {
        assert_eq!(page.status, 404);
    }
    let export = samira.browser.post("/account/export", &[("password", PASSWORD)]);
    let files = unpacked(&export.body);
    let data = &files.iter().find(|(name, _)| name == "gegevens.json").unwrap().1;
    assert!(data.contains("Sleutelbos") && !data.contains(&samira.device.number()), "{data}");
}

#[test]
fn a_device_hears_the_name_to_sign_in_with_and_a_number_that_says_nothing() {
    let app = TestApp::new();
    let asked_of = |who: &str| {
        let mut browser = signed_in(&app, who);
        begun(&mut browser);
        asked(&mut browser, "/account/second-factor/passkeys/challenge").1["user"].clone()
    };
    let (samira, again, hugo) = (asked_of(people::SAMIRA), asked_of(people::SAMIRA), asked_of(people::HUGO));
    assert_eq!((samira["name"].as_str(), samira["displayName"].as_str()), (Some(people::SAMIRA), Some(people::SAMIRA)));
    assert_eq!(samira["id"], again["id"], "a device replaces the passkey that it has");
    assert_ne!(samira["id"], hugo["id"]);
    let number = URL_SAFE_NO_PAD.decode(samira["id"].as_str().unwrap()).unwrap();
    assert_eq!(number.len(), 16);
}

#[test]
fn whoever_is_erased_is_not_let_in_by_their_passkey() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    asked(&mut half(&app, people::SAMIRA), "/login/code/challenge");
    let person = app.number(&format!("SELECT id AS number FROM people WHERE email = '{}'", people::SAMIRA));
    let mut hanna = app.signed_in(people::HANNA);
    let erased = hanna.post(&format!("/staff/erasure/{person}"), &[("name", "Samira Bakker")]);
    assert_eq!(erased.location, "/staff/erasure", "{}", erased.words());
    assert!(!door_opens(&app, &mut samira.device));
    let of_an_account = "SELECT COUNT(*) AS number FROM passkey_ceremonies WHERE account_id IS NOT NULL";
    assert_eq!((app.number("SELECT COUNT(*) AS number FROM passkeys"), app.number(of_an_account)), (0, 0));
}

#[test]
fn the_help_desk_removes_passkeys_with_the_rest() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut sjoerd = app.signed_in(people::SJOERD);
    let code = super::super::helping::sent(&app, &mut sjoerd, people::SAMIRA);
    super::super::helping::remove(&app, &mut sjoerd, people::SAMIRA, &code);
    assert!(!door_opens(&app, &mut samira.device));
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM passkeys"), 0);
    let gone = "SELECT COUNT(*) AS number FROM register_lines WHERE act = 'withdrawn' AND subject = 'passkeys'";
    assert_eq!(app.number(gone), 1);
}

#[test]
fn at_an_address_that_is_a_number_the_pages_say_that_there_are_none() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut browser = app.browser();
    assert!(browser.get("/login").all("form[data-passkey]").is_empty());
    assert_eq!(browser.post("/login/challenge", &[]).status, 404);
    browser.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    let page = browser.get("/login/code");
    assert!(
        page.all("form[data-passkey]").is_empty() && page.words().contains("werkt je passkey niet"),
        "{}",
        page.words()
    );
    assert_eq!(browser.post("/login/code/challenge", &[]).status, 404);
    assert_eq!(super::super::type_in(&mut browser, &samira.codes[0]).status, 303);
    let page = browser.get(PAGE);
    assert!(page.words().contains("geen passkeys maken of gebruiken"), "{}", page.words());
    assert_eq!(page.attributes("input[name=act]", "value"), ["renew", "enrol", "off"]);
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device));
}

//! Without a password.

use super::{arrived, begun, door, door_opens, door_question, half, keyed, refusal, registered, step, step_opens};
use crate::support::{Device, PASSWORD, TestApp, people};

#[test]
fn a_passkey_lets_in_without_a_name_or_password() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let signed = registered(&app, "signed_in");
    let mut browser = arrived(&app);
    assert_eq!(
        browser.get("/login?back=/account/calendar").attributes("form[data-passkey] input[name=back]", "value"),
        ["/account/calendar"]
    );
    let (token, options) = door_question(&mut browser);
    assert_eq!(options["allowCredentials"].as_array().map(Vec::len), Some(0), "nothing is said of who has one");
    assert_eq!(options["userVerification"], "required");
    let page = door(&mut browser, &token, &samira.device.show(&options));
    assert_eq!((page.status, page.location.as_str()), (303, "/account/calendar"), "{}", page.words());
    assert!(page.headers["set-cookie"].contains("traject-known"));
    assert_eq!(browser.get("/account/calendar").status, 200);
    assert_eq!(registered(&app, "signed_in"), signed + 1);
    let outside = [("credential", "x"), ("back", "//evil.example.com")];
    assert_eq!(
        arrived(&app).post("/login/passkey", &outside).attributes("input[name=back]", "value")[0],
        "//evil.example.com"
    );
    let mut browser = arrived(&app);
    let (_, options) = door_question(&mut browser);
    let answer = samira.device.show(&options);
    let sent = [("credential", answer.as_str()), ("back", "//evil.example.com")];
    assert_eq!(browser.post("/login/passkey", &sent).location, "/", "only pages of ours");
}

#[test]
fn staff_come_in_and_what_comes_first_still_does() {
    let app = TestApp::new();
    let mut fatima = keyed_beside_an_app(&app);
    assert!(door_opens(&app, &mut fatima));
    app.execute(&format!("UPDATE accounts SET must_change = TRUE WHERE sign_in_folded = '{}'", people::FATIMA));
    let mut browser = arrived(&app);
    let (token, options) = door_question(&mut browser);
    assert_eq!(door(&mut browser, &token, &fatima.show(&options)).status, 303);
    assert_eq!(browser.get("/staff").location, "/account/password");
}

fn count(app: &TestApp, table: &str) -> i64 {
    app.number(&format!("SELECT COUNT(*) AS number FROM {table}"))
}

fn keyed_beside_an_app(app: &TestApp) -> Device {
    let mut browser = super::signed_in(app, people::FATIMA);
    let mut device = Device::new(&super::origin(app), 1);
    assert_eq!(super::made(&mut browser, &mut device, "Laptop").location, super::PAGE);
    device
}

#[test]
fn who_is_unknown_or_closed_hears_the_same() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut said = Vec::new();
    let mut tried = |device: &mut Device| {
        let mut browser = arrived(&app);
        let (token, options) = door_question(&mut browser);
        said.push(refusal(&door(&mut browser, &token, &device.show(&options))));
    };
    tried(&mut Device::new(&super::origin(&app), 7));
    let mut silent = Device { says_whose: false, ..samira.device.clone() };
    tried(&mut silent);
    app.execute(&format!("UPDATE accounts SET blocked_at = created_at WHERE sign_in_folded = '{}'", people::SAMIRA));
    tried(&mut samira.device);
    assert!(said.iter().all(|one| *one == said[0] && one.contains("kennen we niet")), "{said:?}");
}

#[test]
fn a_question_at_the_door_is_answered_there_and_once() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut browser = arrived(&app);
    let (token, options) = door_question(&mut browser);
    let answer = samira.device.show(&options);
    assert!(refusal(&step(&mut half(&app, people::SAMIRA), &token, &answer)).contains("te lang"));
    assert_eq!(door(&mut browser, &token, &answer).status, 303);
    assert!(refusal(&door(&mut arrived(&app), &token, &answer)).contains("te lang"));
    let (token, options) = door_question(&mut arrived(&app));
    app.running.advance(chrono::TimeDelta::minutes(5));
    let late = door(&mut arrived(&app), &token, &samira.device.show(&options));
    assert!(refusal(&late).contains("te lang"));
    assert_eq!(late.attributes("form[data-passkey] input[name=back]", "value"), ["/account/calendar"]);
}

#[test]
fn an_answer_counts_in_the_browser_that_was_asked() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut asked = arrived(&app);
    let (token, options) = door_question(&mut asked);
    let answer = samira.device.show(&options);
    // Whoever stole it has another browser; so does whoever is sent the answer of a stranger, to be signed in as them.
    let mut stranger = arrived(&app);
    let page = stranger.post("/login/passkey", &[("credential", &answer)]);
    assert!(refusal(&page).contains("te lang"));
    let (other, _) = door_question(&mut stranger);
    assert!(refusal(&door(&mut stranger, &other, &answer)).contains("te lang"));
    assert_eq!(door(&mut asked, &token, &answer).status, 303, "it was not used up meanwhile");
}

#[test]
fn a_sign_in_counts_as_one_with_a_password() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut browser = arrived(&app);
    let (token, options) = door_question(&mut browser);
    app.running.advance(chrono::TimeDelta::minutes(1));
    let signed = count(&app, "sign_ins");
    assert_eq!(door(&mut browser, &token, &samira.device.show(&options)).status, 303);
    assert_eq!(count(&app, "sign_ins"), signed + 1);
    let seen = format!(
        "SELECT COUNT(*) AS number FROM accounts WHERE sign_in_folded = '{}' AND last_seen_at = '2026-11-24 09:01:00'",
        people::SAMIRA
    );
    assert_eq!(app.number(&seen), 1);
    let sessions = browser.get("/account").all("section[aria-labelledby=sessions] li").len();
    assert_eq!(sessions, 2, "where she made it, and here");
    assert!(step_opens(&app, people::SAMIRA, &mut samira.device));
    assert_eq!(count(&app, "sign_ins"), signed + 2, "half a sign-in is none");
}

#[test]
fn the_address_in_the_settings_says_whose_passkeys_they_are() {
    let app = TestApp::with(&[
        ("TRAJECT_PUBLIC_URL", "https://portaal.example.nl"),
        ("TRAJECT_TRUSTED_PROXIES", "127.0.0.1"),
    ]);
    // Whatever a stranger writes where a browser writes the host.
    let mut browser = app.browser().with_header("host", "evil.example.com");
    let options: serde_json::Value = serde_json::from_str(&browser.post("/login/challenge", &[]).text()).unwrap();
    assert_eq!(options["rpId"], "portaal.example.nl");
    let mut samira = app.browser();
    samira.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    begun(&mut samira);
    let mut make = |origin: &str| {
        let made = samira.post("/account/second-factor/passkeys/challenge", &[]);
        let options: serde_json::Value = serde_json::from_str(&made.text()).unwrap();
        assert_eq!(options["rp"]["id"], "portaal.example.nl");
        let answer = Device::new(origin, 1).make(&options);
        samira.post(super::PASSKEYS, &[("credential", &answer), ("name", "Telefoon")]).status
    };
    for elsewhere in ["http://portaal.example.nl", "https://portaal.example.nl:444", "https://a.portaal.example.nl"] {
        assert_eq!(make(elsewhere), 422, "{elsewhere}");
    }
    assert_eq!(make("https://portaal.example.nl"), 200);
}

#[test]
fn ten_wrong_answers_make_a_stranger_wait() {
    let app = TestApp::new();
    let mut samira = keyed(&app, people::SAMIRA, 1);
    let mut known = arrived(&app);
    let (token, options) = door_question(&mut known);
    assert_eq!(door(&mut known, &token, &samira.device.show(&options)).status, 303);
    known.post("/logout", &[]);
    let elsewhere = Device { origin: "https://evil.example.com".into(), ..samira.device.clone() };
    let answer = |device: &Device| {
        let mut browser = arrived(&app);
        let (token, options) = door_question(&mut browser);
        door(&mut browser, &token, &device.clone().show(&options)).status
    };
    for _ in 0..10 {
        assert_eq!(answer(&elsewhere), 422);
    }
    assert_eq!(answer(&samira.device), 429);
    app.running.write_down_refusals();
    assert_eq!(registered(&app, "sign_in_blocked"), 1);
    let (token, options) = door_question(&mut known);
    assert_eq!(door(&mut known, &token, &samira.device.show(&options)).status, 303, "where its owner was before");
}

#[test]
fn an_address_asks_only_so_often() {
    let app = TestApp::new();
    let mut stranger = arrived(&app);
    let asked = (0..200).map(|_| stranger.post("/login/challenge", &[]).status).find(|status| *status != 200);
    assert_eq!(asked, Some(429));
    let script = stranger.clone().with_header("accept", "application/json").post("/login/challenge", &[]);
    assert!(script.text().contains("\"error\":"), "{}", script.text());
    let tried = stranger.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    assert_eq!(tried.status, 303, "and takes nothing from those who sign in there");
}

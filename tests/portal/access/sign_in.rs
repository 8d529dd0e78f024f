//! Signing in and out.

use crate::support::{PASSWORD, TestApp, people};

#[test]
fn each_person_lands_where_they_belong() {
    let app = TestApp::new();
    for (who, home) in [
        (people::SAMIRA, "/student"),
        (people::WOUTER, "/leader"),
        (people::FATIMA, "/staff"),
        (people::ANOUK, "/choice"),
    ] {
        let mut browser = app.signed_in(who);
        assert_eq!(browser.get("/").location, home, "{who}");
    }
}

#[test]
fn a_wrong_password_says_nothing_about_who_exists() {
    let app = TestApp::new();
    let known = app.browser().post("/login", &[("email", people::SAMIRA), ("password", "wrong")]);
    let unknown = app.browser().post("/login", &[("email", "nobody@example.nl"), ("password", "wrong")]);
    assert_eq!((known.status, unknown.status), (422, 422));
    assert_eq!(known.all(".error"), unknown.all(".error"));
    assert_eq!(known.value("email").as_deref(), Some(people::SAMIRA));
    assert_eq!(known.value("password").as_deref(), None);
}

#[test]
fn whoever_has_two_hats_finds_the_other_one_in_the_menu() {
    let app = TestApp::new();
    let mut anouk = app.signed_in(people::ANOUK);
    let mut menu = |path: &str| anouk.get(path).attributes(".menu .account a", "href");
    assert_eq!(menu("/student"), ["/leader", "/account"]);
    assert_eq!(menu("/leader"), ["/student", "/account"]);
    // Their own pages belong to neither: both head the menu there.
    assert_eq!(menu("/account"), ["/account"]);
    assert_eq!(anouk.get("/account").attributes(".menu ul:not(.account) a", "href"), ["/student", "/leader"]);
    assert_eq!(app.signed_in(people::SAMIRA).get("/student").attributes(".menu .account a", "href"), ["/account"]);
}

#[test]
fn signing_out_ends_the_session_at_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::ANOUK);
    assert_eq!(browser.get("/choice").status, 200);
    let mut copy = browser.clone();
    browser.post("/logout", &[]);
    assert_eq!(browser.get("/choice").location, "/login?back=%2Fchoice");
    assert_eq!(copy.get("/choice").status, 303);
}

#[test]
fn an_act_from_another_site_is_refused() {
    let app = TestApp::new();
    let fields = [("email", people::SAMIRA), ("password", PASSWORD)];
    let tried = |name: &str, value: &str| app.browser().with_header(name, value).post("/login", &fields).status;
    assert_eq!(tried("sec-fetch-site", "cross-site"), 403);
    assert_eq!(tried("sec-fetch-site", "same-site"), 403);
    assert_eq!(tried("sec-fetch-site", ""), 403);
    assert_eq!(tried("origin", "https://evil.example.com"), 403);
    assert_eq!(tried("origin", "null"), 403);
    assert_eq!(tried("origin", &app.url()), 303);
}

#[test]
fn an_account_that_lets_nobody_in_answers_like_one_that_does_not_exist() {
    let app = TestApp::new();
    app.execute(&format!("UPDATE accounts SET blocked_at = created_at WHERE sign_in_folded = '{}'", people::HUGO));
    let tries =
        [(people::SAMIRA, "wrong"), ("nobody@example.nl", "wrong"), (people::HUGO, PASSWORD), (people::LOES, "wrong")];
    let mut answers = Vec::new();
    for (name, password) in tries {
        let before = app.running.queries();
        let page = app.browser().post("/login", &[("email", name), ("password", password)]);
        let body = page.text().replace(name, "NAME");
        answers.push((page.status, body, app.running.queries() - before));
    }
    assert_eq!(answers[0].0, 422);
    for (answer, (name, _)) in answers.iter().zip(tries) {
        assert!(*answer == answers[0], "{name}: {answer:?}");
    }
}

#[test]
fn it_takes_as_long_to_refuse_somebody_who_does_not_exist() {
    let app = TestApp::new();
    let fastest = |name: &str| {
        let tried = || {
            let began = std::time::Instant::now();
            app.browser().post("/login", &[("email", name), ("password", "wrong")]);
            began.elapsed()
        };
        (0..4).map(|_| tried()).min().unwrap()
    };
    let (known, unknown, empty) = (fastest(people::SAMIRA), fastest("nobody@example.nl"), fastest(people::LOES));
    // A password that is not checked answers ten times as fast.
    assert!(unknown * 3 > known && empty * 3 > known, "known {known:?}, unknown {unknown:?}, empty {empty:?}");
}

#[test]
fn ten_wrong_passwords_make_a_name_wait_whether_it_exists_or_not() {
    let app = TestApp::new();
    for name in [people::SAMIRA, "nobody@example.nl"] {
        let mut stranger = app.browser();
        for _ in 0..10 {
            assert_eq!(stranger.post("/login", &[("email", name), ("password", "wrong")]).status, 422);
        }
        let waits = stranger.post("/login", &[("email", name), ("password", PASSWORD)]);
        assert_eq!(waits.status, 429, "{name}");
        assert!(waits.headers.contains_key("retry-after"));
    }
    app.running.advance(chrono::TimeDelta::minutes(4));
    app.signed_in(people::SAMIRA);
}

#[test]
fn the_guesses_of_a_stranger_do_not_lock_the_owner_out_of_their_own_browser() {
    let app = TestApp::new();
    let mut own = app.signed_in(people::SAMIRA);
    own.post("/logout", &[]);
    let mut other = app.signed_in(people::HUGO);
    other.post("/logout", &[]);
    for _ in 0..10 {
        app.browser().post("/login", &[("email", people::SAMIRA), ("password", "wrong")]);
    }
    let fields = [("email", people::SAMIRA), ("password", PASSWORD)];
    assert_eq!(app.browser().post("/login", &fields).status, 429);
    assert_eq!(other.post("/login", &fields).status, 429, "the mark of another account helps nobody");
    assert_eq!(own.post("/login", &fields).status, 303);
}

#[test]
fn a_planted_session_is_never_adopted() {
    let app = TestApp::new();
    let planter = app.signed_in(people::HUGO);
    let planted = planter.cookies()["traject"].clone();
    let mut victim = planter.clone();
    victim.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    assert_ne!(victim.cookies()["traject"], planted);
    assert!(victim.get("/account").words().contains("Samira Bakker"));
    assert!(!planter.clone().get("/account").words().contains("Samira Bakker"));

    let mut invented = app.browser().with_header("cookie", "traject=invented");
    let page = invented.post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    assert!(!page.headers["set-cookie"].contains("traject=invented"));
}

#[test]
fn after_signing_in_one_is_back_where_one_was_and_never_elsewhere() {
    let app = TestApp::new();
    let mut browser = app.browser();
    let asked = browser.get("/account/password");
    assert_eq!(asked.location, "/login?back=%2Faccount%2Fpassword");
    let fields = |back| [("email", people::SAMIRA), ("password", PASSWORD), ("back", back)];
    assert_eq!(browser.post("/login", &fields("/account/password")).location, "/account/password");
    assert_eq!(app.browser().post("/login", &fields("//evil.example.com")).location, "/");
}

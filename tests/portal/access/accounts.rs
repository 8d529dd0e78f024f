//! One's own account.

use crate::support::{Browser, PASSWORD, TestApp, people};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

fn from_firefox(app: &TestApp, who: &str) -> Browser {
    let mut browser = app.browser().with_header("user-agent", FIREFOX);
    browser.post("/login", &[("email", who), ("password", PASSWORD)]);
    browser
}

#[test]
fn a_sign_in_name_of_ones_own_works_and_the_old_one_no_longer() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    assert_eq!(browser.post("/account/name", &[("name", " Samira.B ")]).location, "/account");
    let page = browser.get("/account");
    assert_eq!(page.all(".notice").len(), 1);
    assert_eq!(page.value("name").as_deref(), Some("Samira.B"));
    let tried = |name| app.browser().post("/login", &[("email", name), ("password", PASSWORD)]).status;
    assert_eq!((tried("samira.b"), tried(people::SAMIRA)), (303, 422));
    assert_eq!(browser.post("/account/name", &[("name", people::SAMIRA)]).status, 303, "the own address is free");
}

#[test]
fn a_name_that_is_taken_or_somebody_elses_address_is_refused_with_what_was_typed() {
    let app = TestApp::new();
    app.signed_in(people::HUGO).post("/account/name", &[("name", "hugo")]);
    let mut browser = app.signed_in(people::SAMIRA);
    for name in ["HUGO", "nobody@example.nl", people::WOUTER, "", "x", "met spaties", "a<b>c"] {
        let page = browser.post("/account/name", &[("name", name)]);
        assert_eq!((page.status, page.all("#name-error").len()), (422, 1), "{name}");
        assert_eq!(page.value("name").as_deref(), Some(name));
    }
}

#[test]
fn each_sign_in_is_listed_and_can_be_ended() {
    let app = TestApp::new();
    let mut other = from_firefox(&app, people::SAMIRA);
    let mut third = app.signed_in(people::SAMIRA);
    let mut browser = app.signed_in(people::SAMIRA);
    let page = browser.get("/account");
    let sessions = page.all("section[aria-labelledby=sessions] li");
    assert_eq!(sessions.len(), 3);
    assert_eq!(sessions.iter().filter(|s| s.contains("deze browser")).count(), 1);
    let firefox = sessions.iter().position(|s| s.contains("Firefox op Linux") && s.contains("127.0.0.1"));
    assert!(firefox.is_some(), "{sessions:?}");
    let forms = page.attributes("section[aria-labelledby=sessions] li form", "action");
    assert_eq!(forms.len(), 2, "one does not end the session at hand by accident");

    for form in &forms {
        assert_eq!(browser.post(form, &[]).location, "/account");
    }
    assert_eq!((other.get("/account").status, third.get("/account").status), (303, 303));
    assert_eq!(browser.get("/account").status, 200);
    assert_eq!(browser.post(&forms[0], &[]).status, 404, "an ended session is no more");
}

#[test]
fn every_other_sign_in_ends_at_once() {
    let app = TestApp::new();
    let (mut one, mut two) = (app.signed_in(people::SAMIRA), app.signed_in(people::SAMIRA));
    let mut browser = app.signed_in(people::SAMIRA);
    assert_eq!(browser.post("/account/sessions/ending", &[]).status, 303);
    assert_eq!((one.get("/account").status, two.get("/account").status), (303, 303));
    assert_eq!(browser.get("/account").all("section[aria-labelledby=sessions] li").len(), 1);
}

#[test]
fn the_sessions_of_somebody_else_are_none_of_ones_business() {
    let app = TestApp::new();
    let mut victim = app.signed_in(people::HUGO);
    app.signed_in(people::HUGO);
    let form = victim.get("/account").attributes("section[aria-labelledby=sessions] li form", "action").remove(0);
    let mut stranger = app.signed_in(people::SAMIRA);
    assert_eq!(stranger.post(&form, &[]).status, 404);
    assert_eq!(stranger.post("/account/sessions/999999/ending", &[]).status, 404);
    assert_eq!(stranger.post("/account/sessions/x/ending", &[]).status, 404);
    assert_eq!(victim.get("/account").all("section[aria-labelledby=sessions] li").len(), 2);
}

#[test]
fn the_language_of_an_account_holds_on_every_device() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    browser.post("/language", &[("lang", "en"), ("back", "/account")]);
    assert_eq!(browser.get("/account").attributes("html", "lang"), ["en"]);
    assert_eq!(app.signed_in(people::SAMIRA).get("/account").attributes("html", "lang"), ["en"]);
    assert_eq!(browser.post("/language", &[("lang", "xx")]).status, 400);
    assert_eq!(browser.post("/language", &[("lang", "nl"), ("back", "/account")]).location, "/account");
    assert_eq!(app.signed_in(people::SAMIRA).get("/account").attributes("html", "lang"), ["nl"]);
}

#[test]
fn a_visitor_chooses_a_language_and_stays_on_the_page() {
    let app = TestApp::new();
    let mut visitor = app.browser();
    assert_eq!(visitor.get("/privacy?from=foot").value("back").as_deref(), Some("/privacy?from=foot"));
    let chosen = visitor.post("/language", &[("lang", "en"), ("back", "/privacy?from=foot")]);
    assert_eq!(chosen.location, "/privacy?from=foot");
    let cookie = &chosen.headers["set-cookie"];
    for part in ["traject-language=en", "HttpOnly", "SameSite=Lax", "Max-Age=31536000", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(visitor.get("/login").attributes("html", "lang"), ["en"]);
    assert_eq!(visitor.post("/language", &[("lang", "nl"), ("back", "https://evil.example.com")]).location, "/");
}

#[test]
fn cookies_are_held_to_the_host_behind_tls() {
    let proxy = ("TRAJECT_TRUSTED_PROXIES", "127.0.0.1");
    let app = TestApp::with(&[("TRAJECT_PUBLIC_URL", "https://portaal.example.nl"), proxy]);
    let signed = app.browser().post("/login", &[("email", people::SAMIRA), ("password", PASSWORD)]);
    let spoken = app.browser().post("/language", &[("lang", "en"), ("back", "/")]);
    let cookies: Vec<String> = [signed, spoken]
        .iter()
        .flat_map(|p| p.headers["set-cookie"].lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(cookies.len(), 3);
    for cookie in cookies {
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
    }
}

#[test]
fn a_page_that_came_back_with_errors_changes_language_on_a_page_that_exists() {
    let app = TestApp::new();
    let mut browser = app.signed_in(people::SAMIRA);
    let referer = format!("{}/account", app.url());
    let page = browser.clone().with_header("referer", &referer).post("/account/name", &[("name", "")]);
    assert_eq!(page.value("back").as_deref(), Some("/account"));
    assert_eq!(browser.get(&page.value("back").unwrap()).status, 200);
}

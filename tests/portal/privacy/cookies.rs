//! The page that says which cookies there are says what browsers get.

use std::collections::BTreeMap;

use crate::support::{PASSWORD, Page, TestApp, people};

/// Name and days of each cookie that came with `page`; minutes, of one that lasts shorter.
fn set(page: &Page) -> Vec<(String, i64)> {
    let lines = page.headers.get("set-cookie").cloned().unwrap_or_default();
    let cookie = |line: &str| {
        let (name, rest) = line.split_once('=').unwrap();
        let most = rest.split("; ").find_map(|part| part.strip_prefix("Max-Age=")).map(|n| n.parse::<i64>().unwrap());
        let most = most.unwrap_or_else(|| panic!("{line} does not say how long it stays"));
        (name.to_owned(), if most < 86_400 { most / 60 } else { most / 86_400 })
    };
    lines.lines().filter(|line| !line.contains("Max-Age=0")).map(cookie).collect()
}

fn told(app: &TestApp) -> BTreeMap<String, i64> {
    let page = app.browser().get("/cookies");
    assert_eq!(page.status, 200);
    let lasts = page.all("main .card .facts > div:last-child dd");
    let lasts =
        lasts.iter().map(|words| words.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap());
    page.all("main .card h2").into_iter().zip(lasts).collect()
}

#[test]
fn the_page_names_the_cookies_that_are_set_and_no_other() {
    let tls = [("TRAJECT_PUBLIC_URL", "https://portaal.example.nl"), ("TRAJECT_TRUSTED_PROXIES", "127.0.0.1")];
    for settings in [&[][..], &tls[..]] {
        let app = TestApp::with(settings);
        let mut seen = BTreeMap::new();
        let mut browser = app.browser();
        let login = [("email", people::SAMIRA), ("password", PASSWORD)];
        seen.extend(set(&browser.post("/language", &[("lang", "en"), ("back", "/")])));
        seen.extend(set(&browser.post("/login", &login)));
        for row in traject::app::access_table().iter().filter(|row| row.method == "GET" && !row.path.contains('{')) {
            for browser in [&mut browser, &mut app.browser()] {
                seen.extend(set(&browser.get(row.path)));
            }
        }
        // Where the installation goes by a name.
        let mut visitor = app.browser();
        visitor.moved_to(&app.url().replace("127.0.0.1", "localhost"));
        seen.extend(set(&visitor.post("/login/challenge", &[])));
        seen.extend(set(&browser.post("/account/statement/news", &[])));
        seen.extend(set(&browser.post("/logout", &[])));
        assert_eq!(seen, told(&app));
        assert_eq!(seen.len(), 4);
    }
}

#[test]
fn the_foot_of_every_page_leads_to_what_everybody_must_find() {
    let app = TestApp::new();
    let mut visitor = app.browser();
    for page in [visitor.get("/login"), visitor.get("/nowhere"), app.signed_in(people::FATIMA).get("/staff")] {
        let links = page.attributes("footer a", "href");
        assert_eq!(links, ["/privacy", "/cookies", "/accessibility", "/misuse", "/certificates"]);
    }
    for (path, words) in [("/accessibility", "WCAG 2.2"), ("/misuse", "privacy@opleider.example.nl")] {
        let page = visitor.get(path);
        assert!(page.status == 200 && page.words().contains(words), "{path}");
    }
}

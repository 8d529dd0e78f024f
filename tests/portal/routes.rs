//! Who may open what: the table that falls out of the types, and a walk along every route as everybody.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use traject::app::access_table;

use crate::support::visitors::{self, Hat, Row, Visitor, filled, rows_in};
use crate::support::{Page, TestApp, people};

/// A number that no row has.
const ABSENT: &str = "987654321";

/// A line of the access table.
struct Route {
    method: &'static str,
    path: &'static str,
    who: String,
}

fn routes() -> Vec<Route> {
    access_table().into_iter().map(|row| Route { method: row.method, path: row.path, who: row.who }).collect()
}

#[test]
fn the_access_table_is_the_one_that_was_agreed() {
    let table: String = routes().iter().map(|r| format!("{:<5} {:<56} {}\n", r.method, r.path, r.who)).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal/access.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let agreed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(table, agreed, "access changed; if that was meant: UPDATE=1 cargo test --test portal access_table");
}

#[test]
fn the_audience_of_a_page_is_in_its_address() {
    for route in routes() {
        let audience = ["student", "leader", "staff"].into_iter().find(|a| route.path.split('/').nth(1) == Some(*a));
        let says = route.who.split(':').next().unwrap();
        let public = ["anyone", "signed in"].contains(&says);
        assert_eq!(audience.unwrap_or_default(), if public { "" } else { says }, "{} {}", route.method, route.path);
    }
}

impl Visitor {
    fn ask(&mut self, method: &str, path: &str) -> Page {
        let form = Some("application/x-www-form-urlencoded").filter(|_| method == "POST");
        let page = self.browser.send(method, path, form, b"");
        let asked = format!("{method} {path} as {:?} {}", self.hat, self.email);
        assert!(page.status < 500, "{asked}: {}", page.words());
        check_headers(&page, &asked);
        page
    }
}

/// What every answer carries, whatever it is.
fn check_headers(page: &Page, asked: &str) {
    let header = |name: &str| page.headers.get(name).map(String::as_str).unwrap_or_default();
    let policy = header("content-security-policy");
    // A file from somebody else may do nothing at all; a page may use what is ours.
    let file = header("content-disposition").starts_with("attachment");
    let page = ["script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"];
    let parts = if file { &["sandbox"][..] } else { &page[..] };
    for part in ["default-src 'none'"].iter().chain(parts) {
        assert!(policy.contains(part), "{asked}: {part} is not in the content policy: {policy}");
    }
    assert!(!policy.contains("unsafe"), "{asked}: {policy}");
    assert_eq!(header("x-content-type-options"), "nosniff", "{asked}");
    assert_eq!(header("x-frame-options"), "DENY", "{asked}");
    assert_eq!(header("referrer-policy"), "same-origin", "{asked}");
    assert!(header("cache-control").contains("no-store"), "{asked}: {}", header("cache-control"));
    for cookie in header("set-cookie").lines() {
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{asked}: {cookie}");
    }
}

/// The words of a refusal without the address that was asked for, which the form for the language repeats.
fn refusal(page: &Page, path: &str) -> (u16, String) {
    (page.status, page.text().replace(path, ""))
}

#[test]
fn who_is_not_admitted_learns_nothing() {
    let app = furnished();
    let visitors = visitors::all(&app);
    let numbers = existing(&app);
    for mut visitor in visitors {
        let hat = visitor.hat;
        for route in routes().iter().filter(|r| !hat.is_admitted(&r.who)) {
            for number in [&numbers, &BTreeMap::new()] {
                let ids: Vec<_> = rows_in(route.path).iter().map(|row| number_of(number, *row)).collect();
                let path = filled(route.path, &ids);
                let page = visitor.ask(route.method, &path);
                let asked = format!("{} {path} as {:?}", route.method, visitor.hat);
                if visitor.hat == Hat::Nobody {
                    assert_eq!(page.status, 303, "{asked}");
                    assert!(page.location.starts_with("/login?back="), "{asked}: {}", page.location);
                } else {
                    let nowhere = visitor.ask("GET", "/nowhere");
                    assert_eq!(refusal(&page, &path), refusal(&nowhere, "/nowhere"), "{asked}");
                }
            }
        }
    }
}

fn existing(app: &TestApp) -> BTreeMap<&'static str, i64> {
    let tables = [
        "projects",
        "participants",
        "groups",
        "actions",
        "uploads",
        "rosters",
        "letters",
        "threads",
        "sessions",
        "term_changes",
        "holds",
        "requests",
        "meetings",
        "certificates",
        "tests",
        "test_attempts",
        "test_questions",
        "trainings",
        "materials",
        "portfolio_items",
        "passkeys",
    ];
    let first = |table| app.numbers(&format!("SELECT id FROM {table} ORDER BY id LIMIT 1"));
    tables.into_iter().filter_map(|table| Some((table, *first(table).first()?))).collect()
}

fn number_of(numbers: &BTreeMap<&'static str, i64>, row: Row) -> String {
    numbers.get(row.table()).map_or_else(|| ABSENT.to_owned(), i64::to_string)
}

/// Every way to fill `path` with at most `most` own numbers of each kind; none when somebody has none.
fn own_ways(own: &[Vec<i64>], most: usize) -> Vec<Vec<String>> {
    let mut ways = vec![Vec::new()];
    for numbers in own {
        let extended = ways.iter().flat_map(|way: &Vec<String>| {
            numbers.iter().take(most).map(|n| way.iter().cloned().chain([n.to_string()]).collect())
        });
        ways = extended.collect();
    }
    ways
}

/// An installation in which every kind of row is there, also those that are soon gone again.
fn furnished() -> TestApp {
    let app = TestApp::new();
    let mut assistant = app.signed_in(people::FATIMA);
    for project in app.numbers("SELECT id FROM projects") {
        let list = b"voornaam;achternaam;e-mail\nAnna;Proef;anna.proef@voorbeeld.example\n";
        let page = assistant.upload(&format!("/staff/projects/{project}/roster"), &[], "lijst.csv", list);
        assert_eq!(page.status, 303, "{}", page.words());
        let shelf = format!("/staff/material/projects/{project}/files");
        assert_eq!(assistant.upload(&shelf, &[], "oefening.txt", b"Maak van een lange zin twee korte.").status, 303);
    }
    app.execute(
        "INSERT INTO passkeys (account_id, called, credential_id, credential, created_at)
         SELECT id, 'Telefoon', 'device ' || id, '{}', created_at FROM accounts",
    );
    let mut officer = app.signed_in(people::HANNA);
    let shorter = [("kind", "letter"), ("destroy", "12"), ("sure", "on")];
    assert_eq!(officer.post("/staff/retention/terms", &shorter).status, 303);
    let hold =
        [("about", "project"), ("number", "1"), ("until", "2027-01-31"), ("reason", "dispute"), ("note", "12/B")];
    assert_eq!(officer.post("/staff/retention/holds", &hold).status, 303);
    for who in [people::SAMIRA, people::HUGO, people::WOUTER] {
        let asked = app.signed_in(who).post("/account/requests", &[("kind", "access")]);
        assert_eq!(asked.status, 303, "{who}: {}", asked.words());
    }
    app
}

#[test]
fn who_is_admitted_sees_what_is_theirs_and_nothing_else() {
    let app = furnished();
    let mut opened = BTreeSet::new();
    let mut guarded = BTreeSet::new();
    for mut visitor in visitors::all(&app) {
        let hat = visitor.hat;
        for route in routes().iter().filter(|r| r.method == "GET" && hat.is_admitted(&r.who)) {
            let rows = rows_in(route.path);
            let known: Vec<_> = rows.iter().map(|row| row.known(&app, &visitor)).collect();
            let own: Vec<_> = known.iter().map(|k| k.0.clone()).collect();
            for way in own_ways(&own, 8) {
                let page = visitor.ask("GET", &filled(route.path, &way));
                if page.status == 200 || page.status == 303 {
                    opened.insert(route.path);
                }
                assert!([200, 303, 404].contains(&page.status), "{} as {:?}: {}", route.path, visitor.hat, page.status);
            }
            if rows.contains(&Row::Token) {
                continue;
            }
            for way in foreign_ways(&known) {
                let path = filled(route.path, &way);
                let absent = filled(route.path, &vec![ABSENT.to_owned(); way.len()]);
                let (there, gone) = (visitor.ask("GET", &path), visitor.ask("GET", &absent));
                let asked = format!("{path} as {:?} {}", visitor.hat, visitor.email);
                assert_eq!(there.status, 404, "{asked}: {}", there.words());
                assert_eq!(refusal(&there, &path), refusal(&gone, &absent), "{asked}");
                guarded.insert(route.path);
            }
        }
    }
    let pages = routes();
    let numbered = |r: &&Route| r.method == "GET" && r.path.contains('{') && !rows_in(r.path).contains(&Row::Token);
    for route in pages.iter().filter(numbered) {
        assert!(opened.contains(route.path), "nobody could open {}: the walk proves nothing about it", route.path);
        assert!(guarded.contains(route.path), "{} was never tried with a foreign number", route.path);
    }
    for route in pages.iter().filter(|r| r.method == "GET" && !r.path.contains('{')) {
        assert!(opened.contains(route.path), "nobody could open {}", route.path);
    }
}

/// Ways to fill an address in which one number is foreign or absent and the others are own.
fn foreign_ways(known: &[(Vec<i64>, Vec<i64>)]) -> Vec<Vec<String>> {
    let mut ways = Vec::new();
    for at in 0..known.len() {
        let foreign: Vec<String> = known[at].1.iter().take(5).map(i64::to_string).chain([ABSENT.into()]).collect();
        for number in foreign {
            let others = |(i, k): (usize, &(Vec<i64>, Vec<i64>))| match i == at {
                true => number.clone(),
                false => k.0.first().map_or_else(|| ABSENT.to_owned(), i64::to_string),
            };
            ways.push(known.iter().enumerate().map(others).collect());
        }
    }
    ways
}

#[test]
fn nobody_acts_on_what_is_not_theirs() {
    let app = furnished();
    for mut visitor in visitors::all(&app) {
        let hat = visitor.hat;
        for route in routes().iter().filter(|r| r.method == "POST" && hat.is_admitted(&r.who)) {
            let rows = rows_in(route.path);
            if rows.is_empty() || rows.contains(&Row::Token) {
                continue;
            }
            let known: Vec<_> = rows.iter().map(|row| row.known(&app, &visitor)).collect();
            for way in foreign_ways(&known) {
                let path = filled(route.path, &way);
                let absent = filled(route.path, &vec![ABSENT.to_owned(); way.len()]);
                let (there, gone) = (visitor.ask("POST", &path), visitor.ask("POST", &absent));
                let asked = format!("POST {path} as {:?} {}", visitor.hat, visitor.email);
                assert!([400, 404, 422].contains(&there.status), "{asked}: {} {}", there.status, there.location);
                assert_eq!(refusal(&there, &path), refusal(&gone, &absent), "{asked}");
            }
        }
    }
}

#[test]
fn an_empty_act_on_what_is_theirs_breaks_nothing() {
    let app = furnished();
    for mut visitor in visitors::all(&app) {
        let hat = visitor.hat;
        // Signing out comes last, or there would be nothing left to try.
        let all = routes();
        let (last, acts): (Vec<_>, Vec<_>) =
            all.iter().filter(|r| r.method == "POST").partition(|r| r.path == "/logout");
        for route in acts.into_iter().chain(last).filter(|r| hat.is_admitted(&r.who)) {
            let own: Vec<_> = rows_in(route.path).iter().map(|row| row.known(&app, &visitor).0).collect();
            for way in own_ways(&own, 1) {
                visitor.ask("POST", &filled(route.path, &way));
            }
        }
    }
}

#[test]
fn no_act_is_taken_from_another_site() {
    let app = TestApp::new();
    let numbers = existing(&app);
    for visitor in visitors::all(&app) {
        let browser = visitor.browser.with_header("sec-fetch-site", "cross-site");
        let mut visitor = Visitor { browser, ..visitor };
        for route in routes().iter().filter(|r| r.method == "POST") {
            let ids: Vec<_> = rows_in(route.path).iter().map(|row| number_of(&numbers, *row)).collect();
            let page = visitor.ask("POST", &filled(route.path, &ids));
            assert_eq!(page.status, 403, "POST {} as {:?}", route.path, visitor.hat);
        }
    }
}

#[test]
fn static_files_may_be_kept_and_nothing_else() {
    let app = TestApp::new();
    let page = app.browser().get("/login");
    for address in page.attributes("link[rel=stylesheet]", "href").iter().chain(&page.attributes("script", "src")) {
        let file = app.browser().get(address);
        assert_eq!(file.status, 200, "{address}");
        assert!(file.headers["cache-control"].contains("immutable"), "{address}");
        assert_eq!(file.headers.get("x-content-type-options").map(String::as_str), Some("nosniff"), "{address}");
    }
}

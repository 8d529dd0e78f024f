//! The privacy statement.

use crate::support::{TestApp, people};

#[test]
fn anybody_reads_the_statement_in_both_languages_with_its_date() {
    let app = TestApp::new();
    let mut visitor = app.browser();
    let dutch = visitor.get("/privacy").words();
    for words in ["26 november 2026", "2026-11-26", "3 maanden", "6 maanden", "privacy@opleider.example.nl"] {
        assert!(dutch.contains(words), "{words}");
    }
    assert!(dutch.contains("Autoriteit Persoonsgegevens") && dutch.contains("Heldere Taal"));
    visitor.post("/language", &[("lang", "en"), ("back", "/privacy")]);
    let english = visitor.get("/privacy").words();
    assert!(english.contains("26 November 2026") && english.contains("destroyed after 6 months"));
}

#[test]
fn a_new_version_is_read_before_anything_else() {
    let app = TestApp::new();
    app.execute("UPDATE accounts SET accepted_version = '2020-01-01'");
    app.execute("UPDATE acceptances SET version = '2020-01-01'");
    let mut browser = app.signed_in(people::SAMIRA);
    for path in ["/account", "/choice"] {
        assert_eq!(browser.get(path).location, "/account/statement", "{path}");
    }
    let page = browser.get("/account/statement");
    assert!(page.words().contains("Hoelang we het bewaren"), "the whole statement stands there");
    browser.post("/account/statement", &[("version", "2026-11-26"), ("accepted", "on")]);
    assert_eq!(browser.get("/account").status, 200);
    assert_eq!(browser.get("/account/statement").location, "/privacy", "accepting is done once");
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM acceptances WHERE version = '2026-11-26'"), 1);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM register_lines WHERE act = 'accepted'"), 1);
}

#[test]
fn whoever_read_an_older_version_is_told_what_changed_on_their_home_and_says_so_once() {
    let app = TestApp::new();
    app.execute("UPDATE accounts SET accepted_version = '2026-11-25'");
    app.execute("UPDATE acceptances SET version = '2026-11-25'");
    for (who, home) in [(people::SAMIRA, "/student"), (people::WOUTER, "/leader"), (people::FATIMA, "/staff")] {
        let mut browser = app.signed_in(who);
        let news = "section[aria-labelledby=statement-news]";
        let page = browser.get(home);
        assert_eq!(page.all(news).len(), 1, "{who}");
        assert!(page.all(news)[0].contains("26 november 2026") && page.all(news)[0].contains("5 jaar"), "{who}");
        assert_eq!(browser.get("/account").all(news).len(), 0, "only at home");
        let action = page.attributes(&format!("{news} form"), "action").remove(0);
        assert_eq!(browser.post(&action, &[("back", home)]).location, home);
        assert_eq!(browser.get(home).all(news).len(), 0, "{who} read it");
        assert_eq!(browser.post(&action, &[("back", "https://evil.example.com")]).location, "/");
    }
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM acceptances WHERE version = '2026-11-26'"), 3);
    let mut samira = app.signed_in(people::SAMIRA);
    samira.get("/student");
    let before = app.running.queries();
    samira.get("/student");
    let quiet = app.running.queries() - before;
    app.execute("UPDATE accounts SET accepted_version = '2026-11-25'");
    let before = app.running.queries();
    assert_eq!(samira.get("/student").all("#statement-news").len(), 1);
    assert_eq!(app.running.queries() - before, quiet, "the notice asks nothing of the database");
}

#[test]
fn whoever_has_to_accept_a_new_version_reads_what_changed() {
    let app = TestApp::new();
    app.execute("UPDATE accounts SET accepted_version = '2020-01-01'");
    let page = app.signed_in(people::SAMIRA).get("/account/statement");
    assert!(page.all("section[aria-labelledby=changes]")[0].contains("25 november 2026"), "{}", page.words());
    // Whoever is here for the first time has nothing to compare it with.
    app.execute("UPDATE accounts SET accepted_version = NULL");
    assert!(app.signed_in(people::SAMIRA).get("/account/statement").all("section[aria-labelledby=changes]").is_empty());
}

#[test]
fn whoever_read_what_changed_has_not_read_a_term_that_became_longer_meanwhile() {
    let app = TestApp::new();
    app.execute("UPDATE accounts SET accepted_version = '2026-11-25'");
    let mut samira = app.signed_in(people::SAMIRA);
    app.running.advance(chrono::TimeDelta::hours(1));
    change(&app, "letter", "", "30");
    assert_eq!(samira.post("/account/statement/news", &[("back", "/student")]).location, "/student");
    assert_eq!(samira.get("/student").all("#statement-news").len(), 0);
    assert_eq!(samira.get("/account/statement").location, "/privacy", "she is not called away");
    let again = &mut app.signed_in(people::SAMIRA);
    assert_eq!(again.get("/student").location, "/account/statement", "at the next sign-in she reads the term");
    let page = again.get("/account/statement");
    assert!(page.all("section[aria-labelledby=changes]").is_empty(), "the rest of it she has read");
    let version = page.value("version").unwrap();
    assert_eq!(version, "2026-11-26.1");
    again.post("/account/statement", &[("version", &version), ("accepted", "on")]);
    let kept = "SELECT version AS line FROM acceptances x WHERE x.account_id = \
                (SELECT a.id FROM accounts a JOIN people p ON p.id = a.person_id \
                WHERE p.email = 'samira.bakker@lindedam.example.nl') ORDER BY id DESC LIMIT 1";
    assert_eq!(app.texts(kept), ["2026-11-26.1"]);
}

#[test]
fn a_longer_term_that_was_accepted_stays_accepted_with_the_next_text() {
    let app = TestApp::new();
    app.running.advance(chrono::TimeDelta::hours(1));
    change(&app, "letter", "", "30");
    app.execute("UPDATE accounts SET accepted_version = '2026-11-25.1'");
    let mut samira = app.signed_in(people::SAMIRA);
    assert_eq!(samira.get("/student").all("#statement-news").len(), 1, "told, not asked");
    samira.post("/account/statement/news", &[("back", "/student")]);
    assert_eq!(app.signed_in(people::SAMIRA).get("/student").status, 200);
    assert_eq!(app.number("SELECT COUNT(*) AS number FROM accounts WHERE accepted_version = '2026-11-26.1'"), 1);
    // A version that nobody gave out is none.
    app.execute("UPDATE accounts SET accepted_version = '2026-11-25.x'");
    assert_eq!(app.signed_in(people::SAMIRA).get("/student").location, "/account/statement");
}

/// Asked by one officer and confirmed by another.
fn change(app: &TestApp, kind: &str, portal: &str, destroy: &str) {
    crate::privacy::retention::change(app, kind, portal, destroy);
}

#[test]
fn the_statement_says_the_terms_as_they_hold_and_since_when() {
    let app = TestApp::new();
    let before = app.browser().get("/privacy").words();
    assert!(!before.contains("Termijnen die veranderd zijn"));
    app.running.advance(chrono::TimeDelta::days(1));
    change(&app, "upload", "1", "2");
    change(&app, "participation", "", "18");
    let dutch = app.browser().get("/privacy").words();
    for words in [
        "1 maand zichtbaar in de portal, na 2 maanden vernietigd.",
        "Na 1 maand zie je ze niet meer in de portal; na 2 maanden zijn ze vernietigd.",
        "tot 18 maanden na het einde van het project",
        "ingestuurd bestand: 1 maand zichtbaar en na 2 maanden vernietigd, sinds 25 november 2026. \
         Daarvoor: 3 maanden zichtbaar en na 6 maanden vernietigd.",
        "deelname aan een project: 18 maanden, sinds 25 november 2026. Daarvoor: 3 jaar.",
        "Geldt vanaf 26 november 2026 (versie 2026-11-26).",
    ] {
        assert!(dutch.contains(words), "{words}: {dutch}");
    }
    assert!(!dutch.contains("presentie tot 3 jaar na het einde"), "{dutch}");
    let english = app.browser().with_header("accept-language", "en").get("/privacy").words();
    assert!(english.contains("part in a project: 18 months, since 25 November 2026."), "{english}");
    // The same on the page where it is accepted, in the register of processing, and in what people take along.
    app.execute("UPDATE accounts SET accepted_version = '2020-01-01'");
    let asked = app.signed_in(people::SAMIRA).get("/account/statement").words();
    assert!(asked.contains("tot 18 maanden na het einde van het project"), "{asked}");
    let said = String::from_utf8(app.command(&["processing"]).stdout).unwrap();
    assert!(said.contains("tot 18 maanden na het einde van het project") && !said.contains("tot 3 jaar"), "{said}");
    assert!(said.contains("- deelname aan een project: 18 maanden, sinds 25 november 2026."), "{said}");
}

#[test]
fn a_shorter_term_asks_nobody_and_a_longer_one_is_read_at_the_next_sign_in() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    app.running.advance(chrono::TimeDelta::hours(1));
    change(&app, "letter", "", "12");
    assert_eq!(app.signed_in(people::GRACE).get("/student").status, 200, "shorter takes nothing from her");
    app.running.advance(chrono::TimeDelta::hours(1));
    change(&app, "letter", "", "18");
    assert_eq!(samira.get("/student").status, 200, "nobody is called away from what they do");
    let page = app.browser().get("/privacy").words();
    assert!(page.contains("Geldt vanaf 24 november 2026 (versie 2026-11-26.1)."), "{page}");
    assert!(page.contains("18 maanden. Een link in zo’n mail werkt 72 uur."), "{page}");

    let mut grace = app.signed_in(people::GRACE);
    assert_eq!(grace.get("/student").location, "/account/statement");
    let stale = [("version", "2026-11-26"), ("accepted", "on")];
    assert_eq!(grace.post("/account/statement", &stale).status, 422, "that is not what the page says");
    let version = grace.get("/account/statement").value("version").unwrap();
    assert_eq!(grace.post("/account/statement", &[("version", &version), ("accepted", "on")]).status, 303);
    assert_eq!(grace.get("/student").status, 200);
    assert_eq!(app.signed_in(people::GRACE).get("/student").status, 200, "once is enough");
    let kept = "SELECT count(*) AS number FROM acceptances WHERE version = '2026-11-26.1'";
    assert_eq!(app.number(kept), 1);
}

fn committed(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

/// Whether committed files are to be written anew: `REGENERATE=1 cargo test --test portal statement`.
fn regenerating() -> bool {
    std::env::var_os("REGENERATE").is_some()
}

#[test]
fn a_version_of_the_statement_says_what_it_said_when_it_was_accepted() {
    let app = TestApp::new();
    for lang in ["nl", "en"] {
        let page = app.browser().with_header("accept-language", lang).get("/privacy");
        let says = page.all("main h1, main h2, main h3, main p, main li, main dt, main dd").join("\n") + "\n";
        let (_, rest) = says.lines().nth(1).unwrap().rsplit_once(' ').unwrap();
        let version: String = rest.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
        let path = committed(&format!("statement/{version}.{lang}.txt"));
        // What people accepted is never written anew: another text is another version.
        if regenerating() && !path.exists() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &says).unwrap();
        }
        let accepted = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            says == accepted,
            "The page says something else than version {version} in {}: give it a new VERSION in \
             src/privacy/statement/mod.rs and write its text with REGENERATE=1.\n{}",
            path.display(),
            first_difference(&accepted, &says)
        );
    }
}

#[test]
fn the_register_of_processing_is_made_of_the_data_map() {
    let app = TestApp::new();
    for (lang, line) in [("nl", &["processing"][..]), ("en", &["processing", "--english"])] {
        let done = app.command(line);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let says = String::from_utf8(done.stdout).unwrap();
        let path = committed(&format!("processing-register.{lang}.md"));
        if regenerating() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &says).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        let how = "write it anew with REGENERATE=1";
        assert!(
            says == written,
            "{} differs from the data map; {how}:\n{}",
            path.display(),
            first_difference(&written, &says)
        );
        for column in traject::fixture::personal_columns() {
            let name = format!("{}.{}", column.table, column.column);
            assert!(says.contains(&name), "{name} is not in the register of processing");
        }
    }
}

fn first_difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let at = (0..old.len().max(new.len())).find(|at| old.get(*at) != new.get(*at)).unwrap_or_default();
    format!("line {}:\n- {}\n+ {}", at + 1, old.get(at).unwrap_or(&""), new.get(at).unwrap_or(&""))
}

//! The processing register as the security officer reads it.

use crate::support::{TestApp, people};

#[test]
fn the_officer_reads_what_was_done_and_never_a_name() {
    let app = TestApp::new();
    let mut hanna = app.signed_in(people::HANNA);
    let page = hanna.get("/staff/register");
    assert_eq!(page.status, 200);
    let words = page.words();
    assert!(words.contains("bevestigd") && words.contains("ingelogd") && words.contains("bestand"), "{words}");
    for name in ["Samira", "IJsbrand", "Çelik", "brief", "@"] {
        assert!(!words.contains(name), "{name}");
    }
    let terms = hanna.get("/staff/retention").words();
    assert!(terms.contains("ingestuurd bestand 3 maanden 6 maanden"), "{terms}");
}

#[test]
fn the_register_can_be_narrowed_to_one_act() {
    let app = TestApp::new();
    let mut hanna = app.signed_in(people::HANNA);
    let page = hanna.get("/staff/register?act=confirmed");
    let acts = page.all(".filters ~ .scroll tbody td:nth-child(2)");
    assert!(!acts.is_empty() && acts.iter().all(|act| act == "bevestigd"), "{acts:?}");
    assert_eq!(page.attributes("option[selected]", "value"), ["confirmed"]);
    assert!(hanna.get("/staff/register?act=destroyed").words().contains("Hier staat nog niets"));
    assert_eq!(hanna.get("/staff/register?act=nothing&page=0").status, 200);
}

#[test]
fn a_long_register_has_pages() {
    let app = TestApp::new();
    let last = app.number("SELECT max(id) AS number FROM register_lines");
    for id in last + 1..=last + 120 {
        app.execute(&format!("INSERT INTO register_lines (id, at, actor_role, act, subject, subject_row) VALUES ({id}, '2026-11-24 08:00:00', 'job', 'read', 'uploads', 1)"));
    }
    app.execute(&format!("UPDATE register_head SET lines = {}", last + 120));
    let mut hanna = app.signed_in(people::HANNA);
    let first = hanna.get("/staff/register?act=read");
    assert_eq!(first.attributes(".pager a", "href"), ["/staff/register?act=read&page=2"]);
    let second = hanna.get("/staff/register?act=read&page=2");
    assert_eq!(second.attributes(".pager a", "href"), ["/staff/register?act=read&page=1"]);
    assert_eq!(second.all(".filters ~ .scroll tbody tr").len(), 20);
}

#[test]
fn nobody_else_finds_the_register() {
    let app = TestApp::new();
    for who in [people::PETRA, people::JOOST, people::FATIMA, people::SJOERD, people::WOUTER, people::SAMIRA] {
        assert_eq!(app.signed_in(who).get("/staff/register").status, 404, "{who}");
    }
}

/// What the program records is in the list of acts, and has words in both languages.
#[test]
fn every_act_has_words() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    let list = read("src/privacy/register/model.rs");
    let texts = [read("locales/nl/register.ftl"), read("locales/en/register.ftl")];
    let mut folders = vec![root.join("src")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            let joined: String = source.split_whitespace().collect();
            for rest in joined.split(".record(\"").skip(1) {
                let act = rest.split('"').next().unwrap();
                seen += 1;
                assert!(list.contains(&format!("\"{act}\"")), "{act} is not in ACTS ({})", path.display());
                assert!(texts.iter().all(|t| t.contains(&format!("[{act}] "))), "{act} has no words in register.ftl");
            }
        }
    }
    assert!(seen > 5);
}

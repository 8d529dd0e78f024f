//! From choosing a file to having handed it in.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::{TEXT, action, all_files, done, hand_in, lines, rows, samira_hands_in, send, stored};
use crate::support::{TestApp, people};

#[test]
fn the_warning_the_kinds_and_the_limit_are_read_before_anything_is_chosen() {
    let app = TestApp::with(&[("TRAJECT_UPLOAD_MB", "7")]);
    let mut samira = app.signed_in(people::SAMIRA);
    let page = samira.get(&format!("/student/uploads/new/{}", action(&app, people::SAMIRA)));
    let text = page.text();
    let field = text.find("type=\"file\"").unwrap();
    assert!(text.find("class=\"warning\"").unwrap() < field);
    assert_eq!(page.all(".warning li").len(), 3);
    let hint = page.all("#file-hint");
    assert!(hint[0].contains("docx") && hint[0].contains("heic") && hint[0].contains("7,0 MB"), "{hint:?}");
    assert_eq!(page.attributes("form[data-upload]", "data-max-bytes"), ["7000000"]);
    assert!(page.attributes("input[type=file]", "accept")[0].contains(".docx,.odt,.pdf"));
}

#[test]
fn a_file_is_handed_in_by_confirming_it() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let id = send(&mut samira, action(&app, people::SAMIRA), "brief.txt", TEXT);
    assert_eq!((done(&app, people::SAMIRA), lines(&app, "uploaded", id)), (0, 1));
    let waiting = samira.get(&format!("/student/uploads/{id}"));
    assert!(waiting.words().contains("woensdag 25 november 2026, 10.00 uur"), "{}", waiting.words());
    assert!(samira.get("/student/uploads").words().contains("nog niet ingestuurd"));

    let confirmed = samira.post(&format!("/student/uploads/{id}/confirmation"), &[("confirmed", "on")]);
    let page = samira.get(&confirmed.location);
    assert!(page.words().contains("24 februari 2027") && page.words().contains("24 mei 2027"));
    assert_eq!((done(&app, people::SAMIRA), lines(&app, "confirmed", id)), (1, 1));
    let list = samira.get("/student/uploads");
    assert_eq!(list.all(".clock"), ["zichtbaar tot en met 24 februari 2027"]);
    assert!(list.words().contains("vernietigd na 24 mei 2027"));
    assert_eq!(samira.get(&format!("/student/uploads/{id}/file")).body, TEXT);
}

#[test]
fn forgetting_the_tick_loses_nothing() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let id = send(&mut samira, action(&app, people::SAMIRA), "brief.txt", TEXT);
    let page = samira.post(&format!("/student/uploads/{id}/confirmation"), &[]);
    assert_eq!(page.status, 422);
    assert_eq!(page.all("#confirmed-error"), ["Zet hier een vinkje om verder te gaan."]);
    assert!(page.words().contains("brief.txt"));
    assert_eq!(done(&app, people::SAMIRA), 0);
    assert_eq!(samira.get(&format!("/student/uploads/{id}/file")).body, TEXT);
    assert_eq!(samira.post(&format!("/student/uploads/{id}/confirmation"), &[("confirmed", "on")]).status, 303);
}

#[test]
fn confirming_twice_is_confirming_once() {
    let app = TestApp::new();
    let (mut samira, id) = samira_hands_in(&app);
    let first = app.number(&format!("SELECT policy AS number FROM uploads WHERE id = {id}"));
    app.running.advance(chrono::TimeDelta::days(2));
    let mut samira_later = app.signed_in(people::SAMIRA);
    let again = samira_later.post(&format!("/student/uploads/{id}/confirmation"), &[("confirmed", "on")]);
    assert_eq!(again.status, 303);
    assert_eq!(samira_later.get("/student/uploads").all(".clock"), ["zichtbaar tot en met 24 februari 2027"]);
    assert_eq!((first, lines(&app, "confirmed", id), done(&app, people::SAMIRA)), (1, 1, 1));
    assert_eq!(samira.get("/student/uploads").status, 303);
}

#[test]
fn a_file_that_is_too_large_is_refused_in_words_and_leaves_nothing() {
    let app = TestApp::with(&[("TRAJECT_UPLOAD_MB", "1")]);
    let before = (stored(&app), rows(&app));
    let mut samira = app.signed_in(people::SAMIRA);
    let path = format!("/student/uploads/new/{}", action(&app, people::SAMIRA));
    let page = samira.upload(&path, &[], "brief.txt", &vec![b'a'; 1_000_001]);
    assert_eq!(page.status, 413);
    assert_eq!(page.all("#file-error"), ["Dit bestand is te groot. Een bestand mag niet groter zijn dan 1 MB."]);
    let answer = samira.clone().with_header("accept", "application/json");
    let answer = answer.clone().upload(&path, &[], "brief.txt", &vec![b'a'; 3_000_000]);
    assert_eq!((answer.status, answer.text().contains("{\"error\":\"Dit bestand is te groot.")), (413, true));
    // Far too much is not read to its end.
    assert_eq!(samira.upload(&path, &[], "brief.txt", &vec![b'a'; 8_500_000]).status, 413);
    assert_eq!((stored(&app), rows(&app)), before);
    assert_eq!(samira.upload(&path, &[], "brief.txt", &vec![b'a'; 1_000_000]).status, 303);
}

#[test]
fn what_is_not_a_file_we_take_is_refused_in_words_and_leaves_nothing() {
    let app = TestApp::new();
    let before = (stored(&app), rows(&app));
    let mut samira = app.signed_in(people::SAMIRA);
    let path = format!("/student/uploads/new/{}", action(&app, people::SAMIRA));
    let word = b"PK\x03\x04\x14\0\0\0".as_slice();
    let cases: [(&str, &[u8], &str); 8] = [
        ("virus.exe", b"MZ\x90", "Dit soort bestand"),
        ("brief.docx", TEXT, "Dit soort bestand"),
        ("brief.pdf", word, "Dit soort bestand"),
        ("brief.txt", b"<html><script>alert(1)</script>", "Dit soort bestand"),
        ("brief", TEXT, "Dit soort bestand"),
        ("brief.txt", b"", "Dit bestand is leeg"),
        ("brief.docm", word, "macro"),
        ("", b"", "Kies eerst een bestand"),
    ];
    for (name, bytes, says) in cases {
        let page = samira.upload(&path, &[], name, bytes);
        assert_eq!(page.status, 422, "{name}");
        assert!(page.all("#file-error")[0].contains(says), "{name}: {:?}", page.all("#file-error"));
        assert!(page.all("[data-error-summary] a")[0].contains(says), "{name}");
    }
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(100);
    assert!(samira.upload(&path, &[], "oud.docx", &old).all("#file-error")[0].contains("wachtwoord"));
    let extra = samira.upload(&path, &[("confirmed", "on")], "brief.txt", TEXT);
    assert_eq!((extra.status, extra.all("#file-error")[0].contains("één bestand")), (422, true));
    let field =
        |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\na\r\n");
    let two = format!("{}{}--x--\r\n", field("a.txt"), field("b.txt"));
    let two = samira.send("POST", &path, Some("multipart/form-data; boundary=x"), two.as_bytes());
    assert_eq!((two.status, two.all("#file-error")[0].contains("één bestand")), (422, true));
    assert_eq!(samira.post(&path, &[("file", "brief.txt")]).status, 400);
    assert_eq!((stored(&app), rows(&app)), before);
}

#[test]
fn a_script_gets_the_next_page_or_a_sentence() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA).with_header("accept", "application/json");
    let path = format!("/student/uploads/new/{}", action(&app, people::SAMIRA));
    let answer = samira.upload(&path, &[], "brief.txt", TEXT);
    assert_eq!((answer.status, answer.text().starts_with("{\"next\":\"/student/uploads/")), (200, true));
    let answer = samira.upload(&path, &[], "brief.exe", TEXT);
    assert_eq!((answer.status, answer.text().starts_with("{\"error\":\"Dit soort bestand")), (422, true));
}

#[test]
fn a_name_is_cleaned_and_stays_recognisable() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    for (sent, shown) in [
        ("../../etc/brief.txt", "brief.txt"),
        ("C:\\\\Users\\\\jan\\\\brief.txt", "brief.txt"),
        ("brief%0D%0ASet-Cookie: a=b.txt", "brief Set-Cookie a=b.txt"),
        ("brief\u{202e}txe.txt", "brieftxe.txt"),
        ("con.txt", "bestand.txt"),
        ("brief %22oud%22 – Łódź.txt", "brief oud – Łódź.txt"),
        ("<b>brief</b>.txt", "b.txt"),
    ] {
        let id = send(&mut samira, action(&app, people::SAMIRA), sent, TEXT);
        let page = samira.get(&format!("/student/uploads/{id}"));
        assert_eq!(page.all(".file-name strong"), [shown], "{sent}");
        let file = samira.get(&format!("/student/uploads/{id}/file"));
        let header = &file.headers["content-disposition"];
        assert!(header.starts_with("attachment; filename=\"") && !header.contains('\n'), "{header}");
    }
}

#[test]
fn another_file_takes_the_place_of_one_that_waits() {
    let app = TestApp::new();
    let before = stored(&app);
    let mut samira = app.signed_in(people::SAMIRA);
    let first = send(&mut samira, action(&app, people::SAMIRA), "eerste.txt", TEXT);
    let second = send(&mut samira, action(&app, people::SAMIRA), "tweede.txt", TEXT);
    assert_eq!(samira.get(&format!("/student/uploads/{first}")).status, 404);
    assert_eq!(samira.get(&format!("/student/uploads/{second}")).status, 200);
    assert_eq!(stored(&app), (before.0 + 1, before.1 + 1));
    assert_eq!((lines(&app, "replaced", first), lines(&app, "destroyed", first)), (1, 1));
}

#[test]
fn a_better_version_may_follow_while_the_project_runs() {
    let app = TestApp::new();
    let (mut samira, first) = samira_hands_in(&app);
    let action = action(&app, people::SAMIRA);
    let second = hand_in(&mut samira, action, "beter.txt", TEXT);
    assert_eq!(samira.get("/student/uploads").all(".file-name").len(), 2);
    assert_ne!(first, second);
    // The project ends on 30 January 2027.
    app.running.advance(chrono::TimeDelta::days(68));
    let mut samira = app.signed_in(people::SAMIRA);
    let page = samira.get(&format!("/student/uploads/new/{action}"));
    assert!(page.all("input[type=file]").is_empty() && page.words().contains("afgelopen op 30 januari 2027"));
    assert_eq!(samira.upload(&format!("/student/uploads/new/{action}"), &[], "laat.txt", TEXT).status, 409);
}

#[test]
fn a_broken_connection_leaves_neither_row_nor_file_nor_key() {
    let app = TestApp::new();
    let before = (stored(&app), rows(&app));
    let samira = app.signed_in(people::SAMIRA);
    let cookies: Vec<_> = samira.cookies().iter().map(|(k, v)| format!("{k}={v}")).collect();
    let head = format!(
        "POST /student/uploads/new/{} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nCookie: {}\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n--x\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"brief.txt\"\r\n\r\n",
        action(&app, people::SAMIRA),
        cookies.join("; ")
    );
    for reset in [false, true] {
        let mut stream = TcpStream::connect(app.url().trim_start_matches("http://")).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&vec![b'a'; 300_000]).unwrap();
        wait_until(|| stored(&app).0 > before.0.0);
        if reset {
            drop(stream);
        } else {
            stream.shutdown(std::net::Shutdown::Write).unwrap();
            let mut answer = String::new();
            stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
            let _ = stream.read_to_string(&mut answer);
            assert!(!answer.contains("303"), "{answer}");
        }
        wait_until(|| stored(&app) == before.0);
    }
    assert_eq!((stored(&app), rows(&app)), before);
}

fn wait_until(reached: impl Fn() -> bool) {
    for _ in 0..250 {
        if reached() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("not reached within five seconds");
}

#[test]
fn the_text_itself_is_nowhere_on_the_disk() {
    let app = TestApp::new();
    let (mut samira, _) = samira_hands_in(&app);
    send(&mut samira, action(&app, people::SAMIRA), "nog-een.txt", TEXT);
    let canary = b"kanariegeel-7319";
    let files = all_files(app.folder());
    assert!(files.len() > 5);
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(canary.len()).any(|part| part == canary), "{}", path.display());
    }
}

//! A download that broke off goes on where it was: parts of a file, asked for and answered as browsers do.

use super::{openings, project};
use crate::support::{Browser, Page, TestApp, people};

/// A text of 200,000 bytes, which is more than three chunks in the store.
fn large() -> Vec<u8> {
    (0..200_000_u32).map(|i| b'a' + (i % 26) as u8).collect()
}

/// A large file for everybody in the project of Lindedam; its number.
fn given(app: &TestApp) -> i64 {
    let project = project(app, "Schrijven voor je lezer – najaar");
    let mut fatima = app.signed_in(people::FATIMA);
    let sent = fatima.upload(&format!("/staff/material/projects/{project}/files"), &[], "reader.txt", &large());
    assert_eq!(sent.status, 303, "{}", sent.words());
    let id = sent.location.rsplit('/').next().unwrap().parse().unwrap();
    let seen = fatima.get(&sent.location).value("seen").unwrap();
    let fields = [("title", "Reader"), ("release", "now"), ("audience", "everybody"), ("seen", seen.as_str())];
    assert_eq!(fatima.post(&sent.location, &fields).status, 303);
    id
}

fn asked(browser: &Browser, path: &str, headers: &[(&str, &str)]) -> Page {
    headers.iter().fold(browser.clone(), |b, (name, value)| b.with_header(name, value)).get(path)
}

fn header<'a>(page: &'a Page, name: &str) -> &'a str {
    page.headers.get(name).map(String::as_str).unwrap_or_default()
}

#[test]
fn a_download_goes_on_where_it_broke_off() {
    let app = TestApp::new();
    let id = given(&app);
    let path = format!("/student/material/{id}/file");
    let samira = app.signed_in(people::SAMIRA);
    let bytes = large();
    let whole = asked(&samira, &path, &[("accept-encoding", "gzip, br")]);
    assert_eq!((whole.status, header(&whole, "content-length")), (200, "200000"));
    assert_eq!((header(&whole, "accept-ranges"), header(&whole, "content-encoding")), ("bytes", "identity"));
    assert!(whole.body == bytes);
    let tag = header(&whole, "etag").to_owned();
    assert!(tag.len() > 20 && tag.starts_with('"'), "{tag}");
    assert!(header(&whole, "content-disposition").starts_with("attachment; filename=\"reader.txt\""));

    for (range, from, to) in [
        ("bytes=0-0", 0, 1),
        ("bytes=65535-65536", 65_535, 65_537),
        ("bytes=70000-", 70_000, 200_000),
        ("bytes=199999-", 199_999, 200_000),
        ("bytes=150000-999999", 150_000, 200_000),
        ("bytes=-100", 199_900, 200_000),
        ("bytes=-999999", 0, 200_000),
    ] {
        let part = asked(&samira, &path, &[("range", range), ("if-range", &tag), ("accept-encoding", "gzip")]);
        assert_eq!(part.status, 206, "{range}");
        assert!(part.body == bytes[from..to], "{range}");
        assert_eq!(header(&part, "content-range"), format!("bytes {from}-{}/200000", to - 1), "{range}");
        assert_eq!(header(&part, "content-length"), (to - from).to_string(), "{range}");
        assert_eq!(header(&part, "etag"), tag, "{range}");
        assert!(header(&part, "content-security-policy").contains("sandbox"), "{range}");
    }
    assert_eq!(openings(&app, people::SAMIRA, id), 1, "it is one download, in pieces");
}

#[test]
fn what_is_not_there_is_refused_with_the_length_and_what_is_not_understood_gets_the_whole() {
    let app = TestApp::new();
    let path = format!("/student/material/{}/file", given(&app));
    let samira = app.signed_in(people::SAMIRA);
    for range in ["bytes=200000-", "bytes=-0", "bytes=999999-9999999"] {
        let page = asked(&samira, &path, &[("range", range)]);
        assert_eq!((page.status, header(&page, "content-range")), (416, "bytes */200000"), "{range}");
        assert!(page.body.is_empty(), "{range}");
    }
    for range in ["bytes=9-1", "bytes=a-b", "bytes=0-1,5-6", "lines=1-2", "bytes"] {
        let page = asked(&samira, &path, &[("range", range)]);
        assert_eq!((page.status, page.body.len()), (200, 200_000), "{range}");
    }
    // The file is another one by now.
    for other in ["\"another\"", "Tue, 24 Nov 2026 09:00:00 GMT"] {
        let page = asked(&samira, &path, &[("range", "bytes=10-"), ("if-range", other)]);
        assert_eq!((page.status, page.body.len()), (200, 200_000), "{other}");
    }
    let tag = header(&asked(&samira, &path, &[]), "etag").to_owned();
    let known = asked(&samira, &path, &[("if-none-match", &tag)]);
    assert_eq!((known.status, known.body.len()), (304, 0));
}

#[test]
fn what_was_handed_in_is_sent_in_the_same_way() {
    let app = TestApp::new();
    let mut samira = app.signed_in(people::SAMIRA);
    let action = crate::learning::upload_action(&app, people::SAMIRA);
    let id = crate::learning::uploads::hand_in(&mut samira, action, "brief.txt", &large());
    for (browser, path) in [
        (samira, format!("/student/uploads/{id}/file")),
        (app.signed_in(people::PETRA), format!("/staff/uploads/{id}/file")),
    ] {
        let part = asked(&browser, &path, &[("range", "bytes=100000-")]);
        assert_eq!((part.status, header(&part, "content-range")), (206, "bytes 100000-199999/200000"), "{path}");
        assert!(part.body == large()[100_000..], "{path}");
    }
}

//! A film is streamed from the encrypted file, and seeking in it reads no more than is played.

use std::fs;

use super::{FILM, of_lindedam, put, save, webm};
use crate::support::{Browser, Page, TestApp, people};

/// Plain bytes in a chunk of the store, what sealing adds to one, and what stands before the first.
const CHUNK: usize = 64 * 1024;
const SEAL: usize = 16;
const HEADER: usize = 27;

fn asked(browser: &Browser, path: &str, headers: &[(&str, &str)]) -> Page {
    headers.iter().fold(browser.clone(), |b, (name, value)| b.with_header(name, value)).get(path)
}

fn header<'a>(page: &'a Page, name: &str) -> &'a str {
    page.headers.get(name).map(String::as_str).unwrap_or_default()
}

#[test]
fn parts_of_a_film_are_sent_as_a_player_asks_for_them() {
    let app = TestApp::new();
    let path = format!("/student/films/{}/film", of_lindedam(&app));
    let samira = app.signed_in(people::SAMIRA);
    let size = FILM.len();
    let whole = asked(&samira, &path, &[("accept-encoding", "gzip, br")]);
    assert_eq!((whole.status, header(&whole, "content-type")), (200, "video/webm"));
    assert_eq!((header(&whole, "accept-ranges"), header(&whole, "content-encoding")), ("bytes", "identity"));
    assert_eq!(header(&whole, "content-length"), size.to_string());
    assert!(whole.body == FILM);
    let tag = header(&whole, "etag").to_owned();
    for (range, from, to) in [
        ("bytes=0-", 0, size),
        ("bytes=0-1", 0, 2),
        ("bytes=65530-65545", 65_530, 65_546),
        ("bytes=100000-", 100_000, size),
        ("bytes=-500", size - 500, size),
    ] {
        let part = asked(&samira, &path, &[("range", range), ("if-range", &tag)]);
        assert_eq!((part.status, part.body == FILM[from..to]), (206, true), "{range}");
        assert_eq!(header(&part, "content-range"), format!("bytes {from}-{}/{size}", to - 1), "{range}");
        // Nothing of it stays with anybody on the way, nor in the browser.
        assert_eq!(header(&part, "cache-control"), "no-store", "{range}");
    }
    let beyond = asked(&samira, &path, &[("range", "bytes=99999999-")]);
    assert_eq!((beyond.status, header(&beyond, "content-range")), (416, &*format!("bytes */{size}")));
    let other = asked(&samira, &path, &[("range", "bytes=10-"), ("if-range", "\"another\"")]);
    assert_eq!((other.status, other.body.len()), (200, size), "a part of another film would spoil it");
    let head = samira.clone().send("HEAD", &path, None, b"");
    assert_eq!((head.status, head.body.len(), header(&head, "accept-ranges")), (200, 0, "bytes"));
}

#[test]
fn seeking_reads_the_chunks_that_are_played_and_no_others() {
    let app = TestApp::new();
    let film = webm(Some(600.0), 40 * CHUNK);
    let sent = put(&app, "lang.webm", &film);
    assert_eq!(sent.status, 303, "{}", sent.words());
    assert_eq!(save(&mut app.signed_in(people::FATIMA), &sent.location, &[]).status, 303);
    let id: i64 = sent.location.rsplit('/').next().unwrap().parse().unwrap();
    let blob = app.texts(&format!("SELECT blob AS line FROM materials WHERE id = {id}")).remove(0);
    let place = app.folder().join("files").join(&blob[..2]).join(&blob);
    let stored = fs::read(&place).unwrap();
    assert_eq!(stored.len(), HEADER + film.len() + film.len().div_ceil(CHUNK) * SEAL);

    // Whatever is read besides chunks 20 and 21 cannot be opened any more, so reading it would fail.
    let mut spoiled = stored.clone();
    for at in (0..film.len().div_ceil(CHUNK)).filter(|at| ![20, 21].contains(at)) {
        spoiled[HEADER + at * (CHUNK + SEAL)] ^= 1;
    }
    fs::write(&place, spoiled).unwrap();
    let samira = app.signed_in(people::SAMIRA);
    let path = format!("/student/films/{id}/film");
    let (from, to) = (20 * CHUNK, 22 * CHUNK);
    let played = asked(&samira, &path, &[("range", &format!("bytes={from}-{}", to - 1))]);
    assert_eq!((played.status, played.body == film[from..to]), (206, true));
    let inside = asked(&samira, &path, &[("range", &format!("bytes={}-{}", from + 10, from + 20))]);
    assert!(inside.body == film[from + 10..=from + 20]);
}

use super::*;

/// A box of an MP4.
fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&u32::try_from(content.len() + 8).unwrap().to_be_bytes()[..], kind, content].concat()
}

/// An element of a WebM, with its size in four bytes.
fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
    let size = (0x1000_0000 | u32::try_from(content.len()).unwrap()).to_be_bytes();
    [id, &size, content].concat()
}

fn track(handler: &[u8; 4], coding: &[u8; 4]) -> Vec<u8> {
    let hdlr = boxed(b"hdlr", &[&[0; 8][..], handler, &[0; 12]].concat());
    let stsd = boxed(b"stsd", &[&[0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 8, 0][..], coding, &[0; 2000]].concat());
    let stbl = boxed(b"stbl", &[stsd, boxed(b"stts", &[0; 40])].concat());
    boxed(b"trak", &boxed(b"mdia", &[hdlr, boxed(b"minf", &stbl)].concat()))
}

/// An MP4 with these tracks whose pictures come before what describes them, as cameras write it.
fn mp4(tracks: &[Vec<u8>], units: u32) -> Vec<u8> {
    let mvhd = boxed(b"mvhd", &[&[0; 12][..], &600_u32.to_be_bytes(), &units.to_be_bytes(), &[0; 80]].concat());
    let moov = boxed(b"moov", &[mvhd, tracks.concat()].concat());
    [boxed(b"ftyp", b"isom\0\0\0\0isommp42"), boxed(b"mdat", &[7; 5000]), moov].concat()
}

fn webm(kind: &str, codecs: &[&str]) -> Vec<u8> {
    let info = element(&[0x15, 0x49, 0xa9, 0x66], &element(&[0x44, 0x89], &42_008_f64.to_be_bytes()));
    let entries: Vec<u8> = codecs
        .iter()
        .flat_map(|codec| element(&[0xae], &[element(&[0xd7], &[1]), element(&[0x86], codec.as_bytes())].concat()))
        .collect();
    let tracks = element(&[0x16, 0x54, 0xae, 0x6b], &entries);
    let head = element(&[0x1a, 0x45, 0xdf, 0xa3], &element(&[0x42, 0x82], kind.as_bytes()));
    // As a program that streams writes it: the segment has no known size, nor has what holds the pictures.
    let unknown: &[u8] = &[0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    [&head[..], &[0x18, 0x53, 0x80, 0x67], unknown, &info, &tracks, &[0x1f, 0x43, 0xb6, 0x75], unknown, &[0; 3000]]
        .concat()
}

/// What is found, the file cut in pieces of `cut` bytes: whether it is an MP4, a WebM, and its length.
fn found(file: &[u8], cut: usize) -> (bool, bool, Option<i32>) {
    let mut watch = FilmWatch::default();
    file.chunks(cut).for_each(|piece| watch.feed(piece));
    (watch.is_mp4(), watch.is_webm(), watch.seconds())
}

#[test]
fn a_film_says_how_long_it_takes_however_it_is_cut() {
    let mp4 = mp4(&[track(b"vide", b"avc1"), track(b"soun", b"mp4a"), track(b"text", b"tx3g")], 600 * 61 + 599);
    let webm = webm("webm", &["V_VP9", "A_OPUS"]);
    for cut in [1, 2, 7, 8, 9, 1000, 100_000] {
        assert_eq!(found(&mp4, cut), (true, false, Some(61)), "{cut}");
        assert_eq!(found(&webm, cut), (false, true, Some(42)), "{cut}");
    }
}

#[test]
fn what_browsers_do_not_play_is_no_film() {
    let good = track(b"vide", b"avc1");
    assert_eq!(found(&mp4(&[track(b"vide", b"hvc1")], 600), 64), (false, false, Some(1)));
    assert!(!found(&mp4(&[good.clone(), track(b"soun", b"ac-3")], 600), 64).0);
    assert!(!found(&mp4(&[track(b"soun", b"mp4a")], 600), 64).0, "sound alone");
    assert!(found(&mp4(&[good], 600), 64).0, "without sound");
    assert!(!found(&webm("matroska", &["V_VP9"]), 64).1);
    assert!(!found(&webm("webm", &["V_MPEG4/ISO/AVC"]), 64).1);
    assert!(!found(&webm("webm", &["V_VP8", "A_AAC"]), 64).1);
    for other in [&b""[..], b"RIFF", b"GIF89a, and so on", &[0; 100]] {
        assert_eq!(found(other, 3), (false, false, None));
    }
}

#[test]
fn nonsense_is_no_length_and_ends_the_walk() {
    let good = [track(b"vide", b"avc1")];
    assert_eq!(found(&mp4(&good, 0), 64).2, None);
    assert_eq!(found(&mp4(&good, u32::MAX), 64).2, None, "more than a day");
    // A box that says it is smaller than its own beginning, and one that goes on to the end of the file.
    for size in [4_u32, 0] {
        let cut = [&boxed(b"ftyp", b"isom")[..], &size.to_be_bytes(), b"free", &mp4(&good, 600)].concat();
        assert_eq!(found(&cut, 64), (false, false, None), "{size}");
    }
    let whole = mp4(&good, 600);
    for length in 0..whole.len() {
        found(&whole[..length], 50);
    }
    let whole = webm("webm", &["V_VP9"]);
    for length in 0..200 {
        found(&whole[..length], 50);
    }
}

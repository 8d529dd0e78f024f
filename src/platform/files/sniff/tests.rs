use std::io::{Cursor, Seek, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A zip archive of `(name, contents)`, the first stored as it is, the others compressed;
/// `streamed` ones have no sizes in their local headers.
pub(in super::super) fn archive(parts: &[(&str, &[u8])], streamed: bool) -> Vec<u8> {
    fn fill<W: Write + Seek>(mut zip: ZipWriter<W>, parts: &[(&str, &[u8])]) -> W {
        for (at, (name, contents)) in parts.iter().enumerate() {
            let method = [zip::CompressionMethod::Stored, zip::CompressionMethod::Deflated];
            let options = SimpleFileOptions::default().compression_method(method[at.min(1)]);
            zip.start_file(*name, options).unwrap();
            zip.write_all(contents).unwrap();
        }
        zip.finish().unwrap()
    }
    if !streamed {
        return fill(ZipWriter::new(Cursor::new(Vec::new())), parts).into_inner();
    }
    fill(ZipWriter::new_stream(Vec::new()), parts).into_inner()
}

fn verdict(name: &str, bytes: &[u8]) -> Result<Kind, WrongKind> {
    let verdicts = [1, 5, 4096].map(|step| {
        let mut sniffer = Sniffer::default();
        bytes.chunks(step).for_each(|part| sniffer.feed(part));
        sniffer.verdict(name)
    });
    assert!(verdicts.iter().all(|v| *v == verdicts[0]), "{name}: {verdicts:?}");
    verdicts[0]
}

fn office(parts: &[&str], streamed: bool) -> Vec<u8> {
    let types = ("[Content_Types].xml", b"<Types/>".as_slice());
    let parts = parts.iter().map(|name| (*name, b"<x/>".as_slice()));
    archive(&[types].into_iter().chain(parts).collect::<Vec<_>>(), streamed)
}

fn open_document(media: &str, extra: &str) -> Vec<u8> {
    let parts = [("mimetype", media.as_bytes()), ("content.xml", b"<x/>"), (extra, b"<x/>")];
    archive(&parts, false)
}

fn heic(brands: &[[u8; 4]]) -> Vec<u8> {
    let size = u32::try_from(8 + 4 * brands.len()).unwrap().to_be_bytes();
    let bytes = [size.as_slice(), b"ftyp", brands.as_flattened(), b"\0\0\0\x20meta"];
    bytes.concat()
}

fn documents() -> Vec<(&'static str, Vec<u8>, Kind)> {
    vec![
        ("brief.docx", office(&["word/document.xml"], false), Kind::Docx),
        ("Brief.DOCX", office(&["_rels/.rels", "word/document2.xml"], true), Kind::Docx),
        ("cijfers.xlsx", office(&["xl/workbook.xml"], true), Kind::Xlsx),
        ("dia's.pptx", office(&["ppt/presentation.xml"], false), Kind::Pptx),
        ("brief.odt", open_document(Kind::Odt.media_type(), "meta.xml"), Kind::Odt),
        ("brief.rtf", b"{\\rtf1\\ansi Beste}".to_vec(), Kind::Rtf),
    ]
}

fn good() -> Vec<(&'static str, Vec<u8>, Kind)> {
    let mut good = documents();
    good.extend([
        ("a.b.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\0".to_vec(), Kind::Pdf),
        ("foto.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), Kind::Jpg),
        ("foto.JPEG", b"\xff\xd8\xff\xe1\0\x10Exif".to_vec(), Kind::Jpg),
        ("foto.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec(), Kind::Png),
        ("IMG_1.HEIC", heic(&[*b"heic", *b"\0\0\0\0", *b"mif1"]), Kind::Heic),
        ("img.heic", heic(&[*b"mif1", *b"\0\0\0\0", *b"heic"]), Kind::Heic),
        ("brief.txt", "Beste <naam>,\r\nkosten: € 5".into(), Kind::Txt),
        ("brief.txt", b"Caf\xe9 \x80 5".to_vec(), Kind::Txt),
    ]);
    good
}

#[test]
fn each_kind_is_recognised() {
    for (name, bytes, kind) in good() {
        assert_eq!(verdict(name, &bytes), Ok(kind), "{name}");
    }
}

#[test]
fn no_file_passes_under_the_extension_of_another_kind() {
    for (name, bytes, kind) in good() {
        for other in Kind::ALL.into_iter().filter(|other| *other != kind) {
            let renamed = format!("x.{}", other.extension());
            assert_eq!(verdict(&renamed, &bytes), Err(WrongKind::Mismatch), "{name} as {renamed}");
        }
    }
}

#[test]
fn other_content_under_a_good_name_is_refused() {
    let word = office(&["word/document.xml"], false);
    let nested = archive(&[("brief.docx", &word)], false);
    let both = office(&["word/document.xml", "xl/workbook.xml"], false);
    let template = open_document("application/vnd.oasis.opendocument.text-template", "x");
    let sheet = open_document("application/vnd.oasis.opendocument.spreadsheet", "x");
    let bare = archive(&[("word/document.xml", b"<x/>")], false);
    for (name, bytes) in [
        ("x.docx", archive(&[("a.txt", b"a".as_slice()), ("b.txt", b"b")], false)),
        ("x.docx", nested),
        ("x.docx", both),
        ("x.docx", bare),
        ("x.docx", word[..word.len() - 30].to_vec()),
        ("x.docx", [b"GIF89a".as_slice(), &word].concat()),
        ("x.odt", template),
        ("x.odt", sheet),
        ("x.pdf", b"MZ\x90\0\x03\0\0\0".to_vec()),
        ("x.pdf", b"\n%PDF-1.4".to_vec()),
        ("x.pdf", b"%PDF-<script>".to_vec()),
        ("x.txt", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        ("x.txt", b"<!DOCTYPE html><p>".to_vec()),
        ("x.txt", b"\x7fELF\x02\x01\x01\0".to_vec()),
        ("x.heic", heic(&[*b"avif", *b"\0\0\0\0", *b"mif1"])),
        ("x.heic", heic(&[*b"mp42", *b"heic", *b"isom"])),
        ("x.png", b"\x89PNG".to_vec()),
    ] {
        assert_eq!(verdict(name, &bytes), Err(WrongKind::Mismatch), "{name} {bytes:?}");
    }
}

#[test]
fn macros_locks_and_unknown_kinds_are_named_as_such() {
    let project = office(&["word/document.xml", "word/vbaProject.bin"], true);
    let embedded = office(&["word/document.xml", "word/embeddings/Map1.XLSM"], false);
    let old_macros = office(&["xl/workbook.xml", "xl/macrosheets/sheet1.xml"], false);
    let basic = open_document(Kind::Odt.media_type(), "Basic/Standard/Module1.xml");
    let word = office(&["word/document.xml"], false);
    for (name, bytes, wrong) in [
        ("x.docx", project.as_slice(), WrongKind::Macros),
        ("x.docx", &embedded, WrongKind::Macros),
        ("x.xlsx", &old_macros, WrongKind::Macros),
        ("x.odt", &basic, WrongKind::Macros),
        ("x.docm", &word, WrongKind::Macros),
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", WrongKind::LockedOrOld),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", WrongKind::NotTaken),
        ("x.svg", b"<svg/>", WrongKind::NotTaken),
        ("x.docx.exe", &word, WrongKind::NotTaken),
        ("docx", &word, WrongKind::NotTaken),
        ("", &word, WrongKind::NotTaken),
        ("x.txt", b"", WrongKind::Empty),
    ] {
        assert_eq!(verdict(name, bytes), Err(wrong), "{name}");
    }
}

use std::process::Command;

use super::super::document::{Planned, Promised};
use super::*;
use crate::platform::clock;
use crate::platform::i18n::Lang;

fn agreement(paragraphs: usize) -> Paper {
    let promised = Promised {
        version: "Versie 2 van de tekst, van 3 november 2026.".into(),
        lang: Lang::Nl,
        paragraphs: (1..=paragraphs)
            .map(|at| format!("Afspraak {at}. {}", "Je doet je best, en wij ook. ".repeat(9)))
            .collect(),
        consent: "Akkoord gegeven door Zoë van ’t Hoff.".into(),
    };
    Paper {
        lang: Lang::Nl,
        title: "Studieovereenkomst".into(),
        intro: vec!["Tussen Heldere Taal en Nguyễn Thị Hương.".into()],
        facts: vec![("Naam".into(), "Nguyễn Thị Hương".into()), ("Training".into(), "Schrijven voor je lezer".into())],
        terms: Some(promised),
        planned: Planned {
            heads: ["Dag".into(), "Tijd".into(), "Plaats".into()],
            rows: vec![[
                "dinsdag 8 december 2026".into(),
                "9.30 – 12.30 uur".into(),
                "Stadhuis Lindedam, zaal 2".into(),
            ]],
            none: String::new(),
        },
        closing: vec!["Gemaakt door Heldere Taal op 24 november 2026.".into()],
        id: "agreement 1 2".into(),
        file_name: "studieovereenkomst-1-2.pdf".into(),
    }
}

fn look() -> Look<'static> {
    Look { provider: "Heldere Taal", colour: (0, 84, 92), now: clock::parse("2026-11-24T10:00").unwrap() }
}

/// The words of each page, when the program that reads them is there.
fn pages(pdf: &[u8]) -> Option<Vec<String>> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let said = Command::new("pdftotext").arg("-enc").arg("UTF-8").arg(file.path()).arg("-").output();
    let Ok(said) = said else {
        println!("pdftotext is not here: what the letters say was not read back");
        return None;
    };
    let text = String::from_utf8(said.stdout).unwrap();
    let words = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(text.split('\u{c}').map(words).filter(|page| !page.is_empty()).collect())
}

#[test]
fn a_paper_is_archival_tagged_and_the_same_each_time() {
    let pdf = print(&agreement(3), &look()).unwrap();
    assert_eq!(pdf, print(&agreement(3), &look()).unwrap());
    let text = String::from_utf8_lossy(&pdf);
    for mark in ["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "/StructTreeRoot", "/MarkInfo"] {
        assert!(text.contains(mark), "{mark}");
    }
    let Some(pages) = pages(&pdf) else { return };
    assert_eq!(pages.len(), 1);
    for words in ["Studieovereenkomst", "Nguyễn Thị Hương", "Afspraak 3.", "dinsdag 8 december 2026", "Zoë van ’t Hoff"]
    {
        assert!(pages[0].contains(words), "{words} is not in {}", pages[0]);
    }
}

#[test]
fn a_long_text_runs_over_pages_and_nothing_of_it_is_lost() {
    let paper = agreement(40);
    let pdf = print(&paper, &look()).unwrap();
    let Some(pages) = pages(&pdf) else { return };
    assert!(pages.len() > 2, "{}", pages.len());
    let all = pages.join(" ");
    for at in 1..=40 {
        assert!(all.contains(&format!("Afspraak {at}.")), "{at}");
    }
    for (at, page) in pages.iter().enumerate() {
        let foot = format!("bladzijde {} van {}", at + 1, pages.len());
        assert!(page.contains(&foot), "{foot} is not in {page}");
    }
    assert!(!all.contains('?'), "every letter is there");
}

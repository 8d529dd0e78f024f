use std::process::Command;

use chrono::NaiveDate;

use super::*;
use crate::learning::certificates::number::Number;
use crate::platform::i18n::Lang;

fn facts(holder: &str) -> Facts {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    Facts {
        number: Number::random().as_str().to_owned(),
        holder: holder.to_owned(),
        initial: "h".into(),
        provider: "Heldere Taal".into(),
        training: "Schrijven voor je lezer".into(),
        organisation: "Gemeente Lindedam".into(),
        starts_on: day("2026-06-27"),
        ends_on: day("2026-08-26"),
        meetings: 2,
        attended: 2,
        study_hours: Some(12),
        accreditation_points: Some("4,5 punten".into()),
        accreditor: Some("Register Taaltrainers".into()),
        issued_on: day("2026-08-20"),
        language: Lang::Nl,
        reason: None,
    }
}

const LOOK: Look<'_> = Look { colour: (0, 84, 92), logo: None, check: "https://portaal.example.nl/certificates" };

/// The words of a PDF, when the program that reads them is there.
fn words(pdf: &[u8]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let said = Command::new("pdftotext").arg("-enc").arg("UTF-8").arg(file.path()).arg("-").output();
    let Ok(said) = said else {
        println!("pdftotext is not here: what the letters say was not read back");
        return None;
    };
    Some(String::from_utf8(said.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_name_stands_on_paper_as_it_is_written() {
    let names = [
        "Zoë van ’t Hoff",
        "Noor Łukasik",
        "Ayşe Demir",
        "IJsbrand Çelik",
        "Floor O'Brien",
        "Meryem Aydın",
        "Nguyễn Thị Hương",
    ];
    for name in names {
        let facts = facts(name);
        let pdf = print(&facts, &LOOK).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        let Some(words) = words(&pdf) else { continue };
        for said in [name, "Schrijven voor je lezer", "12 uur", "4,5 punten (Register Taaltrainers)", &facts.shown()] {
            assert!(words.contains(said), "{said} is not in: {words}");
        }
    }
}

#[test]
fn a_long_name_fits_and_nothing_of_it_is_lost() {
    let long = "Maria Wilhelmina Johanna Antonia van der Westerlaken-Oudenhoven tot Heemstede en Bennebroek";
    let mut facts = facts(long);
    facts.training = "Duidelijk schrijven voor bewoners, ondernemers en collega's in de praktijk van alledag".into();
    facts.organisation = "Gemeenschappelijke Regeling Samenwerkingsverband Noordoostelijke Waterschappen".into();
    facts.provider = "Opleidingsinstituut voor Begrijpelijke Overheidscommunicatie".into();
    let pdf = print(&facts, &LOOK).unwrap();
    if let Some(words) = words(&pdf) {
        for said in [long, &facts.training, &facts.organisation, &facts.provider] {
            assert!(words.contains(said), "{said} is not in: {words}");
        }
    }
}

#[test]
fn the_same_facts_make_the_same_paper() {
    let facts = facts("Zoë van 't Hoff");
    let pdf = print(&facts, &LOOK).unwrap();
    assert_eq!(pdf, print(&facts, &LOOK).unwrap());
    let text = String::from_utf8_lossy(&pdf);
    // What it claims to be, and what makes it so: the printing itself refuses to break those rules.
    for mark in ["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "/StructTreeRoot", "/MarkInfo"] {
        assert!(text.contains(mark), "{mark}");
    }
    // Everything is in the file: each font is embedded.
    assert!(text.contains("/FontFile2") && !text.contains("/Type1"));
}

#[test]
fn the_logo_of_the_provider_stands_above_its_name_for_eye_and_ear() {
    let facts = facts("Zoë van 't Hoff");
    let logo = crate::demo::logo().unwrap();
    let look = Look { logo: Some(&logo), ..LOOK };
    let pdf = print(&facts, &look).unwrap();
    assert_eq!(pdf, print(&facts, &look).unwrap());
    let pictures = |pdf: &[u8]| String::from_utf8_lossy(pdf).matches("/Subtype/Image").count();
    assert_eq!(pictures(&print(&facts, &LOOK).unwrap()), 0);
    assert!(pictures(&pdf) > 0);
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("(Logo van Heldere Taal)"), "what it is to who cannot see it");
    assert!(pdf.len() < 200_000, "{} bytes", pdf.len());
    if let Some(words) = words(&pdf) {
        assert!(words.contains("Heldere Taal"), "{words}");
    }
}

//! What the people of the demo handed in, through the same functions as the pages, at a moment in the past.

use actix_web::web;
use bytes::Bytes;
use chrono::TimeDelta;
use diesel::prelude::*;

use super::projects::Seeded;
use crate::access::Scope;
use crate::learning::actions::{ActionId, Kind};
use crate::learning::uploads::{self, Draft, Owner, Received};
use crate::planning::projects::ProjectId;
use crate::platform::db::schema::{accounts, actions};
use crate::platform::db::{Actor, Db};
use crate::platform::error::{Error, Result};
use crate::site::Site;

/// A file of somebody, by their places in the lists of projects and of participants.
struct Sent {
    project: usize,
    person: usize,
    /// How long ago it was handed in.
    days: i64,
    name: &'static str,
    text: &'static str,
}

const fn sent(project: usize, person: usize, days: i64, name: &'static str, text: &'static str) -> Sent {
    Sent { project, person, days, name, text }
}

const STREET: &str = "Geachte mevrouw A.,\n\nHierbij delen wij u mede dat naar aanleiding van uw verzoek d.d. 3 oktober \
     jl. besloten is de bestrating ter hoogte van uw woning te doen herstellen. De werkzaamheden zullen naar \
     verwachting in week 50 een aanvang nemen.\n\nHoogachtend,\nafdeling Openbare Ruimte\n";
const PERMIT: &str = "Beste heer B.,\n\nU wilt een dakkapel plaatsen. Dat mag. U kunt dus beginnen.\n\nLet op: u \
     moet ons twee dagen van tevoren bellen. Dan komt een inspecteur kijken.\n\nMet vriendelijke groet,\nteam \
     Vergunningen\n";
const PASS: &str = "Onderwerp: uw aanvraag\n\nBeste,\n\nIk zag dat er nog stukken missen bij de aanvraag voor een \
     parkeervergunning, zou u die alsnog willen aanleveren zodat we verder kunnen met de behandeling ervan?\n\nGroet,\nC.\n";
const DIKE: &str = "Aan de bewoners van de Sluisweg\n\nIn verband met de op handen zijnde dijkversterking dient u er \
     rekening mee te houden dat de bereikbaarheid van uw perceel gedurende een periode van circa zes weken verminderd \
     zal zijn.\n";
const LEVY: &str = "Dear Mr D.,\n\nWe have received your objection to the water levy. We will let you know what we \
     decide before 15 January.\n\nKind regards,\nWaterschap Oostervaart\n";

const FILES: &[Sent] = &[
    sent(0, 1, 3, "brief-over-bestrating.txt", STREET),
    sent(0, 3, 5, "vergunning dakkapel.pdf", PERMIT),
    sent(0, 4, 2, "mail-parkeervergunning.txt", PASS),
    sent(0, 5, 1, "Brief bewoners (2e versie).txt", STREET),
    sent(3, 0, 4, "dijkversterking.pdf", DIKE),
    sent(3, 1, 6, "objection-levy.txt", LEVY),
    // Past three months: off the portal, and still there for trainer and adviser.
    sent(1, 0, 122, "mail zonder antwoord.txt", PASS),
    sent(1, 2, 121, "mail-aan-aanvrager.txt", PASS),
];

/// Hands in every file of the list.
pub async fn all(site: &web::Data<Site>, seeded: &[Seeded]) -> Result<()> {
    for file in FILES {
        let Some(project) = seeded.get(file.project) else { continue };
        let Some((participant, person)) = project.participants.get(file.person) else { continue };
        let id = project.project;
        let action = site.read(move |db| asking_for_a_file(db, id)).await?;
        hand_in(site, Owner { participant: *participant, person: *person, action }, file).await?;
    }
    Ok(())
}

fn asking_for_a_file(db: &mut Db, project: ProjectId) -> Result<ActionId> {
    let asking = actions::table.filter(actions::project_id.eq(project).and(actions::kind.eq(Kind::Upload)));
    Ok(asking.order(actions::position).select(actions::id).first(db)?)
}

async fn hand_in(site: &web::Data<Site>, owner: Owner, file: &Sent) -> Result<()> {
    let person = owner.person;
    let account: i64 = site
        .read(move |db| Ok(accounts::table.filter(accounts::person_id.eq(person)).select(accounts::id).first(db)?))
        .await?;
    let student = Actor { role: "student", account: Some(account) };
    let mut draft = Draft::new(&site.files, site.config.upload_limit);
    draft.begin(file.name).await;
    let bytes = if file.name.ends_with(".pdf") { pdf(file.text) } else { file.text.as_bytes().to_vec() };
    draft.add(Bytes::from(bytes)).await;
    let Received::File(arrived) = draft.end().await? else {
        return Err(Error::broken(anyhow::anyhow!("{} is not taken", file.name)));
    };
    let new = arrived.publish().await?;
    let (pool, at) = (site.pool.clone(), site.clock.now().minus(TimeDelta::days(file.days)));
    web::block(move || {
        let (id, _) = pool.write(at, student, |tx| uploads::insert(tx, &owner, &new))?;
        pool.write(at.plus(TimeDelta::minutes(1)), student, |tx| uploads::confirm(tx, Scope::job("demo"), id))
    })
    .await?
}

/// A page of plain text as a PDF. Of letters outside ASCII it knows none.
pub(super) fn pdf(text: &str) -> Vec<u8> {
    let lines = text.split('\n').flat_map(wrapped);
    let plain = |line: String| line.replace(['\\', '(', ')'], " ");
    let shown: String = lines.map(|line| format!("({}) Tj T*\n", plain(line))).collect();
    let content = format!("BT /F1 11 Tf 14 TL 60 780 Td\n{shown}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (start, count) = (out.len(), objects.len() + 1);
    out.push_str(&format!("{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    out.into_bytes()
}

/// `text` in lines of at most about ninety characters.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < 90 => *line = format!("{line} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

//! Papers as staff see them: who agreed in a project, the papers of each, and the texts that are agreed to.

mod terms;

use actix_web::web::{self, Path as At};
use askama::Template;

use super::document::Paper;
use super::model::{Dossier, Terms};
use super::queries::{self, Holder, Whose};
use super::student::{Which, colour, making, send};
use crate::access::{FollowProgress, Staff};
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Cx, Routes};

type Reader = Cx<Staff<FollowProgress>>;

pub fn routes(r: &mut Routes) {
    r.get("/staff/projects/{id}/papers", index);
    r.get("/staff/papers/{participant}/confirmation", confirmation);
    r.get("/staff/papers/{participant}/confirmation/file", confirmation_file);
    r.get("/staff/papers/{participant}/agreement", agreement);
    r.get("/staff/papers/{participant}/agreement/file", agreement_file);
    r.get("/staff/agreements", terms::index);
    r.get("/staff/agreements/{training}", terms::edit).post("/staff/agreements/{training}", terms::update);
}

#[derive(Template)]
#[template(path = "planning/papers/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Reader,
    project: ProjectId,
    project_name: String,
    /// The text as it is now.
    current: Option<Terms>,
    holders: Vec<Holder>,
}

impl StaffIndex<'_> {
    /// Which text holds.
    fn holds(&self) -> Option<String> {
        let terms = self.current.as_ref()?;
        let since = self.cx.lang.date(local(terms.made_at).date());
        Some(self.cx.t.papers_version(i64::from(terms.version), since))
    }

    /// How many agreed to the text as it is now.
    fn agreed(&self) -> i64 {
        self.holders.iter().filter(|holder| self.is_settled(holder)).count() as i64
    }

    fn is_settled(&self, holder: &Holder) -> bool {
        let version = self.current.as_ref().map(|terms| terms.version);
        version.is_some() && holder.agreed.map(|agreed| agreed.0) == version
    }

    /// When they agreed to the last text that they agreed to.
    fn when(&self, holder: &Holder) -> Option<String> {
        holder.agreed.map(|(_, at)| self.cx.lang.date(local(at).date()))
    }
}

async fn index(cx: Reader, id: At<ProjectId>) -> Answer {
    let scope = cx.who.scope();
    let ((project, project_name, _), current, holders) = cx
        .read(move |db| {
            let project = queries::project(db, scope, id.into_inner())?;
            let current = queries::current(db, project.2)?;
            let holders = queries::holders(db, scope, project.0)?;
            Ok((project, current, holders))
        })
        .await?;
    cx.page(StaffIndex { cx: &cx, project, project_name, current, holders })
}

#[derive(Template)]
#[template(path = "planning/papers/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Reader,
    dossier: &'a Dossier,
    paper: Paper,
    /// The address of the file.
    file: String,
    colour: String,
    /// What they agreed to besides the text on the page: its version, and when.
    others: Vec<(i32, String)>,
}

/// Reads the papers of somebody, which leaves a line in the register.
async fn read(cx: &Reader, participant: ParticipantId) -> Result<Dossier> {
    let scope = cx.who.scope();
    let dossier = cx.read(move |db| queries::dossier(db, scope, Whose::Participant(participant))).await?;
    let person = dossier.part.person;
    cx.write(move |tx| tx.record("read", "participants", participant.0, Some(person.0))).await?;
    Ok(dossier)
}

async fn confirmation(cx: Reader, participant: At<ParticipantId>) -> Answer {
    let dossier = read(&cx, *participant).await?;
    let paper = Paper::confirmation(&dossier, &making(&cx)).ok_or(Error::NotFound)?;
    let file = format!("/staff/papers/{participant}/confirmation/file");
    cx.page(StaffShow { cx: &cx, dossier: &dossier, paper, file, colour: colour(&cx), others: Vec::new() })
}

async fn confirmation_file(cx: Reader, participant: At<ParticipantId>) -> Answer {
    let dossier = read(&cx, *participant).await?;
    let paper = Paper::confirmation(&dossier, &making(&cx)).ok_or(Error::NotFound)?;
    send(&cx, paper).await
}

async fn agreement(cx: Reader, participant: At<ParticipantId>, which: web::Query<Which>) -> Answer {
    let dossier = read(&cx, *participant).await?;
    let terms = dossier.terms(which.version, cx.now()).ok_or(Error::NotFound)?;
    let paper = Paper::agreement(&dossier, terms, &making(&cx));
    let file = format!("/staff/papers/{participant}/agreement/file?version={}", terms.version);
    let others = dossier.agreed.iter().filter(|(_, other)| other.id != terms.id);
    let others = others.map(|(consent, other)| (other.version, cx.lang.date(local(consent.agreed_at).date())));
    let others = others.collect();
    cx.page(StaffShow { cx: &cx, dossier: &dossier, paper, file, colour: colour(&cx), others })
}

async fn agreement_file(cx: Reader, participant: At<ParticipantId>, which: web::Query<Which>) -> Answer {
    let dossier = read(&cx, *participant).await?;
    let terms = dossier.terms(which.version, cx.now()).ok_or(Error::NotFound)?;
    send(&cx, Paper::agreement(&dossier, terms, &making(&cx))).await
}

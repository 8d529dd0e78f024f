//! The papers of a student: to read, to print, to save, and to agree to.

use actix_web::http::StatusCode;
use actix_web::web::{self, Path as At};
use askama::Template;
use serde::Deserialize;

use super::document::{Making, Paper};
use super::forms::ConsentForm;
use super::model::{Dossier, Terms};
use super::print::{self, Look};
use super::queries::{self, Whose};
use crate::access::Student;
use crate::access::accounts::held;
use crate::planning::projects::ProjectId;
use crate::platform::clock::local;
use crate::platform::error::{Error, Result};
use crate::platform::web::{Answer, Audience, Cx, Errors, Form, Reply, Routes, pdf};

pub fn routes(r: &mut Routes) {
    r.get("/student/papers/{project}/confirmation", confirmation);
    r.get("/student/papers/{project}/confirmation/file", confirmation_file);
    r.get("/student/papers/{project}/agreement", agreement).post("/student/papers/{project}/agreement", agree);
    r.get("/student/papers/{project}/agreement/file", agreement_file);
}

/// Which text of an agreement is asked for.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct Which {
    /// Its version; none for the one that holds.
    pub version: Option<i32>,
}

/// The colour of the training company as a page writes it.
pub fn colour<A: Audience>(cx: &Cx<A>) -> String {
    let (red, green, blue) = cx.site().config.colour;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Who makes papers for the reader of `cx`.
pub fn making<A: Audience>(cx: &Cx<A>) -> Making<'_> {
    Making { provider: cx.provider(), lang: cx.lang, now: cx.now() }
}

/// The answer that carries `paper` as PDF.
///
/// # Errors
/// [`Error::Broken`] when it cannot be printed.
pub async fn send<A: Audience>(cx: &Cx<A>, paper: Paper) -> Result<Reply> {
    let (provider, colour, now) = (cx.provider().to_owned(), cx.site().config.colour, cx.now());
    let name = paper.file_name.clone();
    // Half a moment of arithmetic, off the server's own threads.
    let printed = web::block(move || print::print(&paper, &Look { provider: &provider, colour, now })).await??;
    Ok(pdf(&name, printed))
}

async fn read(cx: &Cx<Student>, project: ProjectId) -> Result<Dossier> {
    let scope = cx.who.scope();
    cx.read(move |db| queries::dossier(db, scope, Whose::Own(project))).await
}

#[derive(Template)]
#[template(path = "planning/papers/student_confirmation.html")]
struct StudentConfirmation<'a> {
    cx: &'a Cx<Student>,
    dossier: &'a Dossier,
    /// None before they have a place in a group.
    paper: Option<Paper>,
    colour: String,
}

async fn confirmation(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    let dossier = read(&cx, project.into_inner()).await?;
    let paper = Paper::confirmation(&dossier, &making(&cx));
    cx.page(StudentConfirmation { cx: &cx, dossier: &dossier, paper, colour: colour(&cx) })
}

async fn confirmation_file(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    let dossier = read(&cx, project.into_inner()).await?;
    let paper = Paper::confirmation(&dossier, &making(&cx)).ok_or(Error::NotFound)?;
    send(&cx, paper).await
}

/// Why the agreement is on the page as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// They came to read it.
    Asked,
    /// They were signed out before their tick arrived.
    Held,
    /// The text changed while they read it.
    Changed,
    /// Their project is over, so that nobody asks any more.
    Over,
}

#[derive(Template)]
#[template(path = "planning/papers/student_agreement.html")]
struct StudentAgreement<'a> {
    cx: &'a Cx<Student>,
    dossier: &'a Dossier,
    terms: Option<&'a Terms>,
    paper: Option<Paper>,
    colour: String,
    form: ConsentForm,
    errors: Errors,
    why: Why,
}

impl<'a> StudentAgreement<'a> {
    fn new(cx: &'a Cx<Student>, dossier: &'a Dossier, asked: Option<i32>, form: ConsentForm, why: Why) -> Self {
        let terms = dossier.terms(asked, cx.now());
        let paper = terms.map(|terms| Paper::agreement(dossier, terms, &making(cx)));
        Self { cx, dossier, terms, paper, colour: colour(cx), form, errors: Errors::default(), why }
    }

    /// Whether the text on the page is the one that waits for their tick.
    fn is_asked(&self) -> bool {
        let shown = self.terms.map(|terms| terms.id);
        self.dossier.is_asked(self.cx.now()) && shown == self.dossier.current.as_ref().map(|terms| terms.id)
    }

    /// Whether they agreed to an earlier text, and now there is another.
    fn is_changed(&self) -> bool {
        self.is_asked() && !self.dossier.agreed.is_empty()
    }

    /// What they agreed to besides the text on the page: its version, and when.
    fn others(&self) -> Vec<(i32, String)> {
        let shown = self.terms.map(|terms| terms.id);
        let others = self.dossier.agreed.iter().filter(|(_, terms)| Some(terms.id) != shown);
        others.map(|(consent, terms)| (terms.version, self.cx.lang.date(local(consent.agreed_at).date()))).collect()
    }

    /// The address of the file with the text on the page.
    fn file(&self) -> String {
        let version = self.terms.map_or(0, |terms| terms.version);
        format!("/student/papers/{}/agreement/file?version={version}", self.dossier.part.project)
    }
}

async fn agreement(cx: Cx<Student>, project: At<ProjectId>, which: web::Query<Which>) -> Answer {
    let held: Option<ConsentForm> = held::form(&cx).await?;
    let dossier = read(&cx, project.into_inner()).await?;
    // A version that they never agreed to is nobody's paper.
    if which.version.is_some() && dossier.terms(which.version, cx.now()).is_none() {
        return Err(Error::NotFound);
    }
    let why = if held.is_some() { Why::Held } else { Why::Asked };
    // What was ticked under another text is no tick under this one.
    let under = |form: &ConsentForm| dossier.current.as_ref().is_some_and(|terms| form.is_under(terms));
    let form = held.filter(under).unwrap_or_default();
    cx.page(StudentAgreement::new(&cx, &dossier, which.version, form, why))
}

async fn agreement_file(cx: Cx<Student>, project: At<ProjectId>, which: web::Query<Which>) -> Answer {
    let dossier = read(&cx, project.into_inner()).await?;
    let terms = dossier.terms(which.version, cx.now()).ok_or(Error::NotFound)?;
    send(&cx, Paper::agreement(&dossier, terms, &making(&cx))).await
}

/// What became of a tick.
enum Outcome {
    Agreed,
    NotTicked(Errors),
    Changed,
    Over,
}

async fn agree(cx: Cx<Student>, project: At<ProjectId>, form: Form<ConsentForm>) -> Answer {
    let (scope, now, lang, project, typed) = (cx.who.scope(), cx.now(), cx.lang, project.into_inner(), form.0.clone());
    let (dossier, outcome) = cx
        .write(move |tx| {
            let dossier = queries::dossier(tx.db(), scope, Whose::Own(project))?;
            let outcome = match dossier.current.as_ref() {
                None => return Err(Error::NotFound),
                Some(current) if typed.is_under(current) && dossier.consent_to(current.id).is_some() => Outcome::Agreed,
                Some(_) if dossier.is_over(now) => Outcome::Over,
                // First whether it is the text they read: a tick is worth nothing under another one.
                Some(current) if !typed.version.is_empty() && !typed.is_under(current) => Outcome::Changed,
                Some(current) => match typed.check() {
                    errors if errors.is_empty() && typed.is_under(current) => {
                        queries::agree(tx, &dossier.part, current.id, current.said(lang).0)?;
                        Outcome::Agreed
                    }
                    errors => Outcome::NotTicked(errors),
                },
            };
            Ok((dossier, outcome))
        })
        .await?;
    let page = |why| StudentAgreement::new(&cx, &dossier, None, ConsentForm::default(), why);
    match outcome {
        Outcome::Agreed => {
            let path = format!("/student/papers/{project}/agreement");
            Ok(cx.see_other(path).notice(cx.t.papers_thanks()))
        }
        Outcome::NotTicked(errors) => {
            let mut page = page(Why::Asked);
            page.errors = errors.labelled(vec![("agreed".into(), cx.t.papers_agree())]);
            cx.invalid(page)
        }
        Outcome::Changed => cx.page_with(StatusCode::CONFLICT, page(Why::Changed)),
        Outcome::Over => cx.page_with(StatusCode::CONFLICT, page(Why::Over)),
    }
}

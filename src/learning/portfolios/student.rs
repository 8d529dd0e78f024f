//! The portfolio as its owner sees it.

mod interests;
mod items;
mod sharing;

use askama::Template;

use super::model::{self, Assignment, Certificate, File, Interests, Item, Kind, Outcome, Part};
use super::queries::{self, Owner};
use crate::access::Student;
use crate::learning::certificates;
use crate::learning::material::{self, Given};
use crate::learning::uploads;
use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::web::{Answer, Audience, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/student/portfolio", index);
    r.get("/student/portfolio/work", items::new_work).post("/student/portfolio/work", items::create_work);
    r.get("/student/portfolio/education", items::new_education);
    r.post("/student/portfolio/education", items::create_education);
    r.get("/student/portfolio/items/{item}", items::edit).post("/student/portfolio/items/{item}", items::update);
    r.post("/student/portfolio/items/{item}/removal", items::remove);
    r.get("/student/portfolio/interests", interests::edit).post("/student/portfolio/interests", interests::update);
    r.get("/student/portfolio/sharing", sharing::edit).post("/student/portfolio/sharing", sharing::update);
}

/// What a portfolio says, for whoever reads it.
pub struct Content {
    /// What they tell about themselves.
    pub items: Vec<Item>,
    /// What interests them.
    pub interests: Interests,
    /// What they handed in.
    pub assignments: Vec<Assignment>,
    /// What they did, per project.
    pub results: Vec<Outcome>,
    /// The certificates they have.
    pub certificates: Vec<Certificate>,
}

impl Content {
    /// The items of this kind.
    pub fn of(&self, kind: Kind) -> Vec<&Item> {
        self.items.iter().filter(|item| item.kind == kind).collect()
    }
}

/// What every reader of a portfolio reads in the same words.
pub trait Reading {
    /// Since when and until when.
    fn period(&self, item: &Item) -> String;
    /// A day.
    fn day(&self, at: Moment) -> String;
    /// The first and the last day of a project.
    fn span(&self, outcome: &Outcome) -> String;
    /// The number of a certificate as people read it, with the day it was issued.
    fn given(&self, certificate: &Certificate) -> (String, String);
}

impl<A: Audience> Reading for Cx<A> {
    fn period(&self, item: &Item) -> String {
        let said = |text: &str| Item::said(text, self.lang);
        match item.ends.as_deref() {
            Some(ends) if ends == item.starts => said(ends),
            Some(ends) => self.t.portfolios_period(said(&item.starts), said(ends)),
            None => self.t.portfolios_since(said(&item.starts)),
        }
    }

    fn day(&self, at: Moment) -> String {
        self.lang.date(local(at).date())
    }

    fn span(&self, outcome: &Outcome) -> String {
        format!("{} – {}", self.lang.date(outcome.starts_on), self.lang.date(outcome.ends_on))
    }

    fn given(&self, certificate: &Certificate) -> (String, String) {
        (certificates::number_shown(&certificate.number), self.lang.date(certificate.issued_on))
    }
}

#[derive(Template)]
#[template(path = "learning/portfolios/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    content: Content,
    /// What they opened of the material that is there for them.
    opened: Vec<Given>,
    shown: Vec<Part>,
}

impl StudentIndex<'_> {
    fn is_shown(&self, part: Part) -> bool {
        self.shown.contains(&part)
    }

    /// When a piece of material was opened last.
    fn when(&self, piece: &Given) -> Option<String> {
        piece.opened_at.map(|at| self.cx.day(at))
    }
}

async fn index(cx: Cx<Student>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let (content, opened, shown) = cx
        .read(move |db| {
            let owner = Owner::of(scope)?;
            let handed = uploads::listed(db, scope, now)?;
            let files = handed.into_iter().filter(|file| !file.is_pending()).map(|file| File {
                href: file.path(),
                action: file.action,
                name: file.file_name,
                size: file.size,
            });
            let files: Vec<File> = files.collect();
            let steps = queries::steps(db, scope, owner)?;
            let content = Content {
                items: queries::items(db, owner, Kind::ALL)?,
                interests: queries::interests(db, owner)?,
                assignments: model::assignments(&steps, &files),
                results: model::results(&steps),
                certificates: queries::certificates(db, owner, now)?,
            };
            let mut opened = material::all_given(db, scope, now)?;
            opened.retain(|piece| piece.opened_at.is_some());
            Ok((content, opened, queries::shown(db, owner)?))
        })
        .await?;
    cx.page(StudentIndex { cx: &cx, content, opened, shown })
}

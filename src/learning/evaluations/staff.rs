//! What people thought of a project, as staff read it: with names where that was promised, else by five at a time.

use actix_web::web::Path as At;
use askama::Template;

use super::leader::average;
use super::model::{Style, TOGETHER};
use super::queries::results::{self, Asked, Dossier};
use super::results::{Outcome, outcomes};
use crate::access::{FollowProgress, Staff};
use crate::crm::people::Name;
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/staff/projects/{id}/evaluation", index);
    r.get("/staff/evaluations/{participant}", show);
}

#[derive(Template)]
#[template(path = "learning/evaluations/staff_index.html")]
struct StaffIndex<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    project: Asked,
    people: i64,
    handed_in: i64,
    /// How many answers are read here, and how many wait for company.
    read: i64,
    waiting: i64,
    /// Whether the reader reaches every group; without names they cannot be told apart.
    reaches_all: bool,
    who: Vec<(ParticipantId, Name)>,
    outcomes: Vec<Outcome>,
}

async fn index(cx: Cx<Staff<FollowProgress>>, id: At<ProjectId>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let page = cx
        .read(move |db| {
            let project = results::asked(db, scope, id.into_inner())?;
            let ticks = results::ticks(db, scope, project.id)?;
            let questions = results::questions(db, &project)?;
            if project.style == Style::Named {
                let (who, said) = results::with_names(db, scope, &project, now)?;
                let read = who.len() as i64;
                return Ok((project, ticks, (read, 0), true, who, outcomes(questions, said)));
            }
            let reaches_all = results::reaches_all(db, scope, project.id)?;
            let (read, waiting, said) = results::without_names(db, &project)?;
            let said = if reaches_all { said } else { Vec::new() };
            Ok((project, ticks, (read, waiting), reaches_all, Vec::new(), outcomes(questions, said)))
        })
        .await?;
    let (project, (people, handed_in), (read, waiting), reaches_all, who, outcomes) = page;
    cx.page(StaffIndex { cx: &cx, project, people, handed_in, read, waiting, reaches_all, who, outcomes })
}

impl StaffIndex<'_> {
    fn is_named(&self) -> bool {
        self.project.style == Style::Named
    }

    fn together(&self) -> i64 {
        TOGETHER
    }

    fn average(&self, outcome: &Outcome) -> Option<String> {
        average(self.cx.lang, outcome)
    }
}

#[derive(Template)]
#[template(path = "learning/evaluations/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    dossier: Dossier,
}

/// Reading somebody's answers leaves a line in the register.
async fn show(cx: Cx<Staff<FollowProgress>>, participant: At<ParticipantId>) -> Answer {
    let (scope, now, participant) = (cx.who.scope(), cx.now(), participant.into_inner());
    let dossier = cx.read(move |db| results::dossier(db, scope, participant, now)).await?;
    if let Some(handed_in) = &dossier.evaluation {
        let (id, person) = (handed_in.id, dossier.person);
        cx.write(move |tx| tx.record("read", "evaluations", id.0, Some(person.0))).await?;
    }
    cx.page(StaffShow { cx: &cx, dossier })
}

impl StaffShow<'_> {
    fn is_named(&self) -> bool {
        self.dossier.project.style == Style::Named
    }

    /// When it was handed in, and until when it is kept.
    fn kept(&self) -> Option<(String, String)> {
        let handed_in = self.dossier.evaluation.as_ref()?;
        let lang = self.cx.lang;
        Some((lang.moment(handed_in.saved_at?), lang.date(local(handed_in.destroy_at).date())))
    }
}

//! What people thought of a project, as its leader reads it: averages and choices of five people or more, and no
//! words, as the form says to whoever fills it in.

use actix_web::web::Path as At;
use askama::Template;

use super::model::{Style, TOGETHER};
use super::queries::results::{self, Asked};
use super::results::{Outcome, outcomes};
use crate::access::Leader;
use crate::planning::projects::ProjectId;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/leader/projects/{id}/evaluation", show);
}

#[derive(Template)]
#[template(path = "learning/evaluations/leader_show.html")]
struct LeaderShow<'a> {
    cx: &'a Cx<Leader>,
    project: Asked,
    /// How many answers are read here.
    read: i64,
    handed_in: i64,
    people: i64,
    outcomes: Vec<Outcome>,
}

async fn show(cx: Cx<Leader>, id: At<ProjectId>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let (project, (people, handed_in), read, questions, said) = cx
        .read(move |db| {
            let project = results::asked(db, scope, id.into_inner())?;
            let ticks = results::ticks(db, scope, project.id)?;
            let (read, said) = match project.style {
                Style::Anonymous => {
                    let (shown, _, said) = results::without_names(db, &project)?;
                    (shown, said)
                }
                Style::Named => {
                    let (who, said) = results::with_names(db, scope, &project, now)?;
                    (who.len() as i64, said)
                }
            };
            let questions = results::questions(db, &project)?;
            Ok((project, ticks, read, questions, said))
        })
        .await?;
    let said = if read >= TOGETHER { said } else { Vec::new() };
    let mut outcomes = outcomes(questions, said);
    for outcome in &mut outcomes {
        outcome.words.clear();
    }
    cx.page(LeaderShow { cx: &cx, project, read, handed_in, people, outcomes })
}

impl LeaderShow<'_> {
    fn is_enough(&self) -> bool {
        self.read >= TOGETHER
    }

    fn average(&self, outcome: &Outcome) -> Option<String> {
        average(self.cx.lang, outcome)
    }
}

/// The average as the language writes it.
pub fn average(lang: crate::platform::i18n::Lang, outcome: &Outcome) -> Option<String> {
    outcome.average(if lang == crate::platform::i18n::Lang::Nl { ',' } else { '.' })
}

//! Who sees which part of a portfolio: nobody, until its owner says so.

use actix_web::http::StatusCode;
use askama::Template;

use crate::access::Student;
use crate::access::accounts::held;
use crate::learning::portfolios::forms::SharingForm;
use crate::learning::portfolios::model::Part;
use crate::learning::portfolios::queries::{self, Owner};
use crate::planning::participations::{self, Participation};
use crate::platform::clock::local;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Form, Why};

#[derive(Template)]
#[template(path = "learning/portfolios/student_sharing.html")]
struct StudentSharing<'a> {
    cx: &'a Cx<Student>,
    /// Their projects that are not over.
    running: Vec<Participation>,
    shown: Vec<Part>,
    form: SharingForm,
    why: Why,
}

impl StudentSharing<'_> {
    fn parts(&self) -> &'static [Part] {
        Part::ALL
    }

    fn is_ticked(&self, part: &Part) -> bool {
        self.form.parts().contains(part)
    }

    /// Each trainer who sees what is ticked: who it is, of which group, and until when.
    fn trainers(&self) -> Vec<(String, String, String, String)> {
        let trainer = |part: &Participation| {
            let (trainer, place) = (part.trainer.as_ref()?, part.place.as_ref()?);
            Some((trainer.full(), place.name.clone(), part.name.clone(), self.cx.lang.date(part.ends_on)))
        };
        self.running.iter().filter_map(trainer).collect()
    }

    /// What is shown now, in words.
    fn now(&self) -> String {
        let words: Vec<_> = self.shown.iter().map(|part| self.cx.t.portfolios_part(part.as_str())).collect();
        if words.is_empty() { self.cx.t.portfolios_shows_nothing() } else { words.join(", ") }
    }
}

async fn page<'a>(cx: &'a Cx<Student>, form: impl FnOnce(&[Part]) -> (SharingForm, Why)) -> Result<StudentSharing<'a>> {
    let (scope, now) = (cx.who.scope(), cx.now());
    let today = local(now).date();
    let (shown, mut running) =
        cx.read(move |db| Ok((queries::shown(db, Owner::of(scope)?)?, participations::of(db, scope, now)?))).await?;
    running.retain(|part| !part.is_over(today));
    running.sort_by_key(|part| part.rank(today));
    let (form, why) = form(&shown);
    Ok(StudentSharing { cx, running, shown, form, why })
}

pub async fn edit(cx: Cx<Student>) -> Answer {
    let held: Option<SharingForm> = held::form(&cx).await?;
    let page = page(&cx, |shown| match held {
        Some(form) if form.is_made_of(shown) => (form, Why::Held),
        Some(form) => (form.over(shown), Why::Conflict),
        None => (SharingForm::of(shown), Why::Asked),
    });
    cx.page(page.await?)
}

pub async fn update(cx: Cx<Student>, form: Form<SharingForm>) -> Answer {
    let (scope, typed) = (cx.who.scope(), form.0.clone());
    let changed = cx
        .write(move |tx| {
            let owner = Owner::of(scope)?;
            let (shown, wanted) = (queries::shown(tx.db(), owner)?, typed.parts());
            // What another window stopped showing is not shown again by an older page. To show less is always taken.
            let more = wanted.iter().any(|part| !shown.contains(part));
            if more && !typed.is_made_of(&shown) {
                return Ok(false);
            }
            queries::show(tx, owner, &wanted)?;
            Ok(true)
        })
        .await?;
    if changed {
        return Ok(cx.see_other("/student/portfolio").notice(cx.t.portfolios_sharing_saved()));
    }
    let page = page(&cx, |shown| (form.0.over(shown), Why::Conflict)).await?;
    cx.page_with(StatusCode::CONFLICT, page)
}

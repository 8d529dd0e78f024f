//! An intake as trainers, advisers and communication assistants read it.

use actix_web::web::Path as At;
use askama::Template;

use super::model::Dossier;
use super::queries;
use crate::access::{FollowProgress, Staff};
use crate::planning::projects::ParticipantId;
use crate::platform::clock::local;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/staff/intakes/{participant}", show);
}

#[derive(Template)]
#[template(path = "learning/intakes/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    dossier: Dossier,
}

/// Reading somebody's answers leaves a line in the register.
async fn show(cx: Cx<Staff<FollowProgress>>, participant: At<ParticipantId>) -> Answer {
    let (scope, now, participant) = (cx.who.scope(), cx.now(), participant.into_inner());
    let dossier = cx.read(move |db| queries::dossier(db, scope, participant, now)).await?;
    if let Some(intake) = &dossier.intake {
        let (intake, person) = (intake.id, dossier.person);
        cx.write(move |tx| tx.record("read", "intakes", intake.0, Some(person.0))).await?;
    }
    cx.page(StaffShow { cx: &cx, dossier })
}

impl StaffShow<'_> {
    /// When it was handed in, and until when it is kept.
    fn kept(&self) -> Option<(String, String)> {
        let intake = self.dossier.intake.as_ref()?;
        let lang = self.cx.lang;
        Some((lang.moment(intake.submitted_at?), lang.date(local(intake.destroy_at).date())))
    }
}

//! Inviting the people of a project.

use actix_web::web;

use super::forms::{Chosen, InvitationForm};
use super::queries;
use crate::access::{EnterParticipants, Staff};
use crate::planning::projects::{self, ProjectId};
use crate::platform::web::{Answer, Cx, Form, Routes};

/// People of one write, so that inviting thousands holds up nobody else for long.
const BATCH: usize = 200;

pub fn routes(r: &mut Routes) {
    r.post("/staff/projects/{id}/invitations", create);
}

async fn create(cx: Cx<Staff<EnterParticipants>>, id: web::Path<i64>, form: Form<InvitationForm>) -> Answer {
    let (id, scope, chosen) = (ProjectId(*id), cx.who.scope(), form.chosen());
    let nobody = matches!(&chosen, Chosen::Ticked(ids) if ids.is_empty());
    let (project, guests) =
        cx.read(move |db| Ok((projects::facts(db, scope, id)?, queries::guests(db, scope, id, &chosen)?))).await?;
    let mut count = 0;
    for guests in guests.chunks(BATCH).map(<[_]>::to_vec) {
        let project = project.clone();
        count += cx.write(move |tx| queries::invite(tx, &project, &guests)).await?;
    }
    let said = if nobody { cx.t.invitations_nobody() } else { cx.t.invitations_sent(count as i64) };
    Ok(cx.see_other(format!("/staff/projects/{id}")).notice(said))
}

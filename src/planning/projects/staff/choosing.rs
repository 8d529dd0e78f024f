//! Setting how the people of a project come by a group.

use actix_web::web;

use super::page::{Filter, Typed, page};
use crate::access::{CreateProjects, Staff};
use crate::planning::groups;
use crate::planning::projects::ProjectId;
use crate::planning::projects::forms::{ChoosingForm, LeaderForm};
use crate::planning::projects::queries::choose_by;
use crate::platform::web::{Answer, Cx, Errors, Form};

pub async fn update(cx: Cx<Staff<CreateProjects>>, id: web::Path<i64>, form: Form<ChoosingForm>) -> Answer {
    let (id, scope) = (ProjectId(*id), cx.who.scope());
    let choosing = match form.check() {
        Ok(choosing) => choosing,
        Err(errors) => {
            let errors = errors.labelled(ChoosingForm::labels(cx.t));
            let (leader, fine) = (LeaderForm::default(), Errors::default());
            let typed = Typed { leader: &leader, errors: &fine, choosing: Some(&form), choosing_errors: &errors };
            return cx.invalid(page(&cx, scope, id, &Filter::default(), typed).await?);
        }
    };
    cx.write(move |tx| {
        choose_by(tx, scope, id, choosing)?;
        groups::settle(tx, id)
    })
    .await?;
    Ok(cx.see_other(format!("/staff/projects/{id}#groups")).notice(cx.t.projects_choosing_changed()))
}

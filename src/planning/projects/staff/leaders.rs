//! Appointing a project leader of the client.

use actix_web::web;

use super::page::{Filter, Typed, page};
use crate::access::accounts;
use crate::access::{CreateProjects, Scope, Staff};
use crate::crm::organisations;
use crate::crm::people::{self, Details, Name, NewPerson};
use crate::planning::projects::ProjectId;
use crate::planning::projects::forms::LeaderForm;
use crate::planning::projects::queries::{appoint, facts};
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Errors, Form};

pub async fn create(cx: Cx<Staff<CreateProjects>>, id: web::Path<i64>, form: Form<LeaderForm>) -> Answer {
    let (id, scope) = (ProjectId(*id), cx.who.scope());
    let (name, email) = match form.check() {
        Ok(checked) => checked,
        Err(errors) => {
            let (filter, errors) = (Filter::default(), errors.labelled(LeaderForm::labels(cx.t)));
            let fine = Errors::default();
            let typed = Typed { leader: &form, errors: &errors, choosing: None, choosing_errors: &fine };
            return cx.invalid(page(&cx, scope, id, &filter, typed).await?);
        }
    };
    let full = name.full();
    let appointed = cx.write(move |tx| leader(tx, scope, id, name, email)).await?;
    let said = if appointed { cx.t.projects_leader_made(full) } else { cx.t.projects_leader_known(full) };
    Ok(cx.see_other(format!("/staff/projects/{id}")).notice(said))
}

/// Appoints whoever has this name and address at the client, known or new, and writes to them.
fn leader(tx: &mut Tx, scope: Scope, id: ProjectId, name: Name, email: String) -> Result<bool> {
    let project = facts(tx.db(), scope, id)?;
    let client = project.organisation;
    organisations::hold(tx, client)?;
    let person = match people::find_at(tx.db(), client, &name, &email)? {
        Some(known) => known,
        None => people::enter(tx, &NewPerson { name, email, details: Details::default() }, client)?,
    };
    let appointed = appoint(tx, id, person)?;
    if appointed {
        accounts::invite(tx, person, &project.name)?;
    }
    Ok(appointed)
}

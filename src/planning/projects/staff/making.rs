//! Making a project.

use askama::Template;

use crate::access::accounts::held;
use crate::access::{CreateProjects, Role, Staff};
use crate::crm::{organisations, staff};
use crate::planning::projects::forms::{Choices, Client, ProjectForm};
use crate::planning::projects::queries::create as insert;
use crate::planning::trainings;
use crate::platform::clock::local;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Errors, Form};
use crate::privacy::retention;

#[derive(Template)]
#[template(path = "planning/projects/staff_new.html")]
struct StaffNew<'a> {
    cx: &'a Cx<Staff<CreateProjects>>,
    choices: Choices,
    form: &'a ProjectForm,
    errors: &'a Errors,
}

impl StaffNew<'_> {
    /// How long an upload is on the portal, in words.
    fn visible(&self) -> String {
        let uploads = &self.choices.uploads;
        uploads.portal.unwrap_or(uploads.destroy).says(self.cx.t)
    }

    /// How long it is kept, in words.
    fn kept(&self) -> String {
        self.choices.uploads.destroy.says(self.cx.t)
    }
}

pub async fn new(cx: Cx<Staff<CreateProjects>>) -> Answer {
    let form = held::form::<ProjectForm, _>(&cx).await?.unwrap_or_default();
    cx.page(StaffNew { choices: choices(&cx).await?, form: &form, errors: &Errors::default(), cx: &cx })
}

pub async fn create(cx: Cx<Staff<CreateProjects>>, form: Form<ProjectForm>) -> Answer {
    let choices = choices(&cx).await?;
    let plan = match form.check(&choices) {
        Ok(plan) => plan,
        Err(errors) => {
            let errors = errors.labelled(ProjectForm::labels(cx.t));
            return cx.invalid(StaffNew { cx: &cx, choices, form: &form, errors: &errors });
        }
    };
    let id = cx
        .write(move |tx| {
            let client = match &plan.client {
                Client::Known(id) => *id,
                Client::New(name) => organisations::named(tx, name)?,
            };
            insert(tx, &plan.at(client))
        })
        .await?;
    Ok(cx.see_other(format!("/staff/projects/{id}")).notice(cx.t.projects_made(form.name.trim())))
}

async fn choices(cx: &Cx<Staff<CreateProjects>>) -> Result<Choices> {
    let today = local(cx.now()).date();
    cx.read(move |db| {
        Ok(Choices {
            organisations: organisations::all(db)?,
            trainings: trainings::all(db)?,
            advisers: staff::with_role(db, Role::Adviser, today)?,
            uploads: retention::in_force(db, retention::Kind::Upload)?,
        })
    })
    .await
}

//! What a project asks for a certificate, and whether its evaluation has names.

use actix_web::web::Path as At;
use askama::Template;

use crate::access::accounts::held;
use crate::access::{CreateProjects, Scope, Staff};
use crate::learning::certificates::forms::RulesForm;
use crate::learning::certificates::model::{Course, Rules};
use crate::learning::certificates::queries;
use crate::learning::evaluations::{self, Style};
use crate::planning::projects::ProjectId;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Errors, Form, Wrong};

#[derive(Template)]
#[template(path = "learning/certificates/staff_rules.html")]
struct StaffRules<'a> {
    cx: &'a Cx<Staff<CreateProjects>>,
    course: Course,
    /// Whether the first answer is in, after which the promise stands.
    settled: bool,
    form: RulesForm,
    errors: Errors,
}

impl StaffRules<'_> {
    fn styles(&self) -> &'static [Style] {
        Style::ALL
    }

    fn is_chosen(&self, style: &Style) -> bool {
        self.form.evaluation == style.as_str()
    }
}

async fn read(cx: &Cx<Staff<CreateProjects>>, id: ProjectId) -> Result<(Course, Style, bool)> {
    let scope: Scope = cx.who.scope();
    cx.read(move |db| {
        let course = queries::course(db, scope, id)?;
        let (style, settled) = evaluations::style(db, scope, id)?;
        Ok((course, style, settled))
    })
    .await
}

pub async fn edit(cx: Cx<Staff<CreateProjects>>, id: At<ProjectId>) -> Answer {
    let kept: Option<RulesForm> = held::form(&cx).await?;
    let (course, style, settled) = read(&cx, id.into_inner()).await?;
    let form = kept.unwrap_or_else(|| RulesForm::of(course.rules, style.as_str()));
    cx.page(StaffRules { cx: &cx, course, settled, form, errors: Errors::default() })
}

pub async fn update(cx: Cx<Staff<CreateProjects>>, id: At<ProjectId>, form: Form<RulesForm>) -> Answer {
    let (course, style, settled) = read(&cx, id.into_inner()).await?;
    let wanted = Style::parse(&form.evaluation).or(settled.then_some(style));
    let checked = match (form.check(), wanted) {
        (Ok(rules), Some(wanted)) => Ok((rules, wanted)),
        (Ok(_), None) => Err(Errors::one("evaluation", Wrong::Required)),
        (Err(errors), _) => Err(errors),
    };
    let (rules, wanted): (Rules, Style) = match checked {
        Ok(checked) => checked,
        Err(errors) => {
            let errors = errors.labelled(RulesForm::labels(cx.t));
            return cx.invalid(StaffRules { cx: &cx, course, settled, form: form.0, errors });
        }
    };
    let (scope, id) = (cx.who.scope(), course.id);
    let kept = cx
        .write(move |tx| {
            queries::set_rules(tx, scope, id, rules)?;
            evaluations::set_style(tx, scope, id, wanted)
        })
        .await?;
    if !kept {
        let errors = Errors::one("evaluation", Wrong::Settled).labelled(RulesForm::labels(cx.t));
        return cx.invalid(StaffRules { cx: &cx, course, settled: true, form: form.0, errors });
    }
    Ok(cx.see_other(format!("/staff/projects/{id}/certificates")).notice(cx.t.certificates_rules_saved()))
}

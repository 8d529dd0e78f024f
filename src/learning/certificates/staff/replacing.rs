//! A certificate, and another one in its place when something on it is wrong. What was issued is never changed.

use actix_web::web::Path as At;
use askama::Template;

use crate::access::accounts::held;
use crate::access::{CreateProjects, FollowProgress, Staff};
use crate::crm::people::Name;
use crate::learning::certificates::forms::ReplacementForm;
use crate::learning::certificates::letters;
use crate::learning::certificates::model::{CertificateId, Facts, Mended, initial};
use crate::learning::certificates::number::Number;
use crate::learning::certificates::paper;
use crate::learning::certificates::queries::{self, issued};
use crate::platform::clock::local;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Audience, Cx, Errors, Form};

#[derive(Template)]
#[template(path = "learning/certificates/staff_show.html")]
struct StaffShow<'a, A: Audience> {
    cx: &'a Cx<A>,
    kept: issued::Kept,
    may_replace: bool,
    /// Whether the form came back after signing in again.
    held: bool,
    form: ReplacementForm,
    errors: Errors,
}

impl<A: Audience> StaffShow<'_, A> {
    fn certified(&self) -> Vec<(String, String)> {
        paper::certified(&Facts { language: self.cx.lang, ..self.kept.facts.clone() }, self.cx.t)
    }

    fn until(&self) -> String {
        self.cx.lang.date(local(self.kept.destroy_at).date())
    }

    fn kinds(&self) -> &'static [Mended] {
        Mended::ALL
    }

    fn is_chosen(&self, kind: &Mended) -> bool {
        self.form.what == kind.as_str()
    }
}

pub async fn show(cx: Cx<Staff<FollowProgress>>, id: At<CertificateId>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let kept = cx.read(move |db| issued::find(db, scope, id, now)).await?;
    let may_replace = cx.who.may::<CreateProjects>() && kept.replaced_for.is_none();
    let typed = if may_replace { held::form::<ReplacementForm, _>(&cx).await? } else { None };
    let (held, form) = (typed.is_some(), typed.unwrap_or_else(|| ReplacementForm::of(&kept.name)));
    cx.page(StaffShow { cx: &cx, kept, may_replace, held, form, errors: Errors::default() })
}

pub async fn create(cx: Cx<Staff<CreateProjects>>, id: At<CertificateId>, form: Form<ReplacementForm>) -> Answer {
    let (scope, now, id) = (cx.who.scope(), cx.now(), id.into_inner());
    let kept = cx.read(move |db| issued::find(db, scope, id, now)).await?;
    let (what, name, reason) = match form.check() {
        Ok(checked) => checked,
        Err(errors) => {
            let errors = errors.labelled(ReplacementForm::labels(cx.t));
            return cx.invalid(StaffShow { cx: &cx, kept, may_replace: true, held: false, form: form.0, errors });
        }
    };
    let (project, provider) = (kept.project, cx.provider().to_owned());
    let made = cx.write(move |tx| replace(tx, &kept, what, &name, reason, &provider)).await?;
    // Whoever sent it twice, or after a colleague, sees what there is.
    let to = made
        .map_or_else(|| format!("/staff/projects/{project}/certificates"), |id| format!("/staff/certificates/{id}"));
    let said = if made.is_some() { cx.t.certificates_replaced() } else { cx.t.certificates_replaced_before() };
    Ok(cx.see_other(to).notice(said))
}

/// Puts another certificate in the place of `old`: with another name and everything else as it was, or with
/// everything as it is now.
fn replace(
    tx: &mut Tx,
    old: &issued::Kept,
    what: Mended,
    name: &Name,
    reason: String,
    provider: &str,
) -> Result<Option<CertificateId>> {
    let scope = crate::access::Scope::job("certificates");
    let course = queries::course(tx.db(), scope, old.project)?;
    let standing = queries::standing(tx.db(), scope, &course, old.participant)?;
    let now = match what {
        Mended::Name => Facts {
            number: Number::random().as_str().to_owned(),
            issued_on: local(tx.now()).date(),
            ..old.facts.clone()
        },
        Mended::Facts => issued::facts(tx, &course, &standing, provider),
    };
    let facts = Facts { holder: name.full(), initial: initial(&name.last_name), reason: Some(reason), ..now };
    let made = issued::replace(tx, old, what, &facts)?;
    if let Some(id) = made {
        letters::announce(tx, course.id, standing.person, &standing.email, standing.language, &facts, id)?;
    }
    Ok(made)
}

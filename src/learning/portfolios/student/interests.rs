//! What interests somebody, in their own words.

use actix_web::http::StatusCode;
use askama::Template;

use crate::access::Student;
use crate::access::accounts::held;
use crate::learning::portfolios::forms::InterestsForm;
use crate::learning::portfolios::model::Interests;
use crate::learning::portfolios::queries::{self, Owner};
use crate::platform::web::{Answer, Cx, Errors, Form, Why};

#[derive(Template)]
#[template(path = "learning/portfolios/student_interests.html")]
struct StudentInterests<'a> {
    cx: &'a Cx<Student>,
    kept: Interests,
    form: InterestsForm,
    errors: Errors,
    why: Why,
}

pub async fn edit(cx: Cx<Student>) -> Answer {
    let scope = cx.who.scope();
    let held: Option<InterestsForm> = held::form(&cx).await?;
    let kept = cx.read(move |db| queries::interests(db, Owner::of(scope)?)).await?;
    let (form, why) = match held {
        Some(form) if form.is_made_of(&kept) => (form, Why::Held),
        Some(form) => (form.over(&kept), Why::Conflict),
        None => (InterestsForm::of(&kept), Why::Asked),
    };
    cx.page(StudentInterests { cx: &cx, kept, form, errors: Errors::default(), why })
}

pub async fn update(cx: Cx<Student>, form: Form<InterestsForm>) -> Answer {
    let (scope, typed) = (cx.who.scope(), form.0.clone());
    let checked = form.check();
    let words = checked.as_ref().ok().cloned();
    let (kept, changed) = cx
        .write(move |tx| {
            let owner = Owner::of(scope)?;
            let kept = queries::interests(tx.db(), owner)?;
            let Some(words) = words else { return Ok((kept, false)) };
            let stale = !typed.is_made_of(&kept) && kept.words != words;
            if !stale && kept.words != words {
                queries::set_interests(tx, owner, &words)?;
            }
            Ok((kept, !stale))
        })
        .await?;
    match checked {
        Err(errors) => {
            let errors = errors.labelled(vec![("interests".into(), cx.t.portfolios_interests())]);
            cx.invalid(StudentInterests { cx: &cx, kept, form: form.0, errors, why: Why::Wrong })
        }
        Ok(_) if changed => Ok(cx.see_other("/student/portfolio").notice(cx.t.portfolios_saved())),
        Ok(_) => {
            let form = form.0.over(&kept);
            let page = StudentInterests { cx: &cx, kept, form, errors: Errors::default(), why: Why::Conflict };
            cx.page_with(StatusCode::CONFLICT, page)
        }
    }
}

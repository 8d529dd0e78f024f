//! "Mijn gegevens": what somebody changes about themselves.

use askama::Template;

use super::forms::DetailsForm;
use super::queries;
use super::sheet::Sheet;
use crate::access::Oneself;
use crate::access::accounts::held;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.get("/account/details", show).post("/account/details", update);
}

#[derive(Template)]
#[template(path = "crm/people/own_show.html")]
struct OwnShow<'a> {
    cx: &'a Cx<Oneself>,
    form: &'a DetailsForm,
    email: &'a str,
    /// Whether a calendar follows their meetings, so that they can do without letters about them.
    followed: bool,
    errors: &'a Errors,
}

/// What the page is made of.
struct Kept {
    sheet: Sheet,
    email: String,
    followed: bool,
}

async fn look_up(cx: &Cx<Oneself>) -> Result<Kept> {
    let (scope, lang, person) = (cx.who.scope(), cx.lang, cx.who.person());
    cx.read(move |db| {
        let (sheet, email) = queries::sheet(db, scope, lang)?;
        Ok(Kept { sheet, email, followed: queries::is_followed(db, person)? })
    })
    .await
}

async fn show(cx: Cx<Oneself>) -> Answer {
    let held = held::form::<DetailsForm, _>(&cx).await?;
    let kept = look_up(&cx).await?;
    let form = held.unwrap_or_else(|| DetailsForm::of(&kept.sheet));
    cx.page(OwnShow { cx: &cx, form: &form, email: &kept.email, followed: kept.followed, errors: &Errors::default() })
}

async fn update(cx: Cx<Oneself>, form: Form<DetailsForm>) -> Answer {
    let typed = match form.check() {
        Ok(typed) => typed,
        Err(errors) => return again(&cx, &form, errors, false).await,
    };
    let (scope, lang) = (cx.who.scope(), cx.lang);
    let kept = cx.write(move |tx| queries::keep(tx, scope, lang, &typed.sheet, &typed.seen)).await?;
    let Err(clashes) = kept else {
        // In the language that was chosen just now.
        let spoken = Lang::parse(&form.language).unwrap_or(cx.lang);
        return Ok(cx.see_other("/account/details").notice(spoken.texts().people_kept()));
    };
    let mut errors = Errors::default();
    for clash in clashes {
        errors.add(clash.field, Wrong::IsNow(clash.now));
    }
    again(&cx, &form, errors, true).await
}

/// The same page with what was typed. After a clash it has seen what is kept by now, so that keeping it once more is a
/// choice.
async fn again(cx: &Cx<Oneself>, form: &DetailsForm, errors: Errors, clashed: bool) -> Answer {
    let kept = look_up(cx).await?;
    let form = if clashed { form.seeing(&kept.sheet) } else { form.clone() };
    let errors = errors.labelled(DetailsForm::labels(cx.t));
    cx.invalid(OwnShow { cx, form: &form, email: &kept.email, followed: kept.followed, errors: &errors })
}

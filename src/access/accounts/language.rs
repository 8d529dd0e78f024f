//! Choosing a language at the foot of any page.

use super::forms::{LanguageForm, local_path};
use super::queries;
use crate::access::Anyone;
use crate::platform::web::{Answer, Cx, Form, Routes, cookies, see_other};

pub fn routes(r: &mut Routes) {
    r.post("/language", create);
}

/// Somebody who is signed in keeps it on every device; somebody who is not, in this browser.
async fn create(cx: Cx<Anyone>, form: Form<LanguageForm>) -> Answer {
    let lang = form.check()?;
    let back = see_other(local_path(&form.back).unwrap_or("/"));
    let Some(person) = cx.identity().map(|i| i.person) else {
        return back.cookie(&cx.site().config.cookie(cookies::LANGUAGE, lang.code().to_owned()));
    };
    cx.write(move |tx| queries::speak(tx, person, lang)).await?;
    Ok(back)
}

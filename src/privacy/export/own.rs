//! Taking along what is one's own.

use askama::Template;
use serde::Deserialize;

use super::archive;
use super::model::Extent;
use super::queries;
use crate::access::Oneself;
use crate::access::accounts::proof;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/account/export", show).post("/account/export", download);
}

#[derive(Template)]
#[template(path = "privacy/export/own_show.html")]
struct OwnShow<'a> {
    cx: &'a Cx<Oneself>,
    errors: &'a Errors,
}

/// That it is really them who asks.
#[derive(Default, Deserialize)]
#[serde(default)]
struct ProofForm {
    password: String,
}

async fn show(cx: Cx<Oneself>) -> Answer {
    cx.page(OwnShow { cx: &cx, errors: &Errors::default() })
}

/// Sent in answer to a form, because it leaves a line in the register.
async fn download(cx: Cx<Oneself>, form: Form<ProofForm>) -> Answer {
    if let Some(wrong) = proof::of_password(&cx, &form.password).await? {
        let errors = Errors::one("password", wrong);
        return cx.invalid(OwnShow { cx: &cx, errors: &errors });
    }
    let (scope, person, now, lang) = (cx.who.scope(), cx.who.person(), cx.now(), cx.lang);
    let dossier = cx
        .write(move |tx| {
            let mut dossier = queries::dossier(tx.db(), scope, person, Extent::Own, now)?;
            dossier.lang = lang;
            tx.record("exported", "people", person.0, Some(person.0))?;
            Ok(dossier)
        })
        .await?;
    Ok(archive::send(cx.shared_site(), dossier))
}

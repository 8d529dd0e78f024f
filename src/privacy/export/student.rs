//! Taking along what is one's own.

use askama::Template;

use super::archive;
use super::model::Extent;
use super::queries;
use crate::access::Student;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/student/export", show).post("/student/export", download);
}

#[derive(Template)]
#[template(path = "privacy/export/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
}

async fn show(cx: Cx<Student>) -> Answer {
    cx.page(StudentShow { cx: &cx })
}

/// Sent in answer to a form, because it leaves a line in the register.
async fn download(cx: Cx<Student>) -> Answer {
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

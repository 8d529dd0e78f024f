//! The answer to a request for access, made by the security officer; found from the page of the person.

use actix_web::web;

use super::archive;
use super::model::Extent;
use super::queries;
use crate::access::{RunRequests, Staff};
use crate::crm::people::PersonId;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.post("/staff/export/{person}", download);
}

async fn download(cx: Cx<Staff<RunRequests>>, person: web::Path<PersonId>) -> Answer {
    let (scope, person, now) = (cx.who.scope(), *person, cx.now());
    let dossier = cx
        .write(move |tx| {
            let dossier = queries::dossier(tx.db(), scope, person, Extent::Request, now)?;
            tx.record("exported", "people", person.0, Some(person.0))?;
            Ok(dossier)
        })
        .await?;
    Ok(archive::send(cx.shared_site(), dossier))
}

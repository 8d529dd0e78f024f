//! All meetings of whoever the secret address belongs to. Calendar programs ask for it without signing in.

use actix_web::{HttpResponse, web};
use chrono::TimeDelta;

use super::{ics, queries};
use crate::access::Anyone;
use crate::platform::i18n::Lang;
use crate::platform::secret;
use crate::platform::web::{Answer, Cx, Routes};

/// How long a meeting that is over stays in the calendar.
const BACK: TimeDelta = TimeDelta::days(90);

pub fn routes(r: &mut Routes) {
    r.get("/calendar/{token}.ics", show);
}

async fn show(cx: Cx<Anyone>, token: web::Path<String>) -> Answer {
    let (hash, since, horizon) = (secret::hash(&token), cx.now().minus(BACK), cx.site().horizon());
    let (owner, events) = cx
        .read(move |db| {
            let owner = queries::owner(db, &hash)?;
            let events = queries::all(db, owner.person, since, horizon)?;
            Ok((owner, events))
        })
        .await?;
    let link = cx.site().config.link("/");
    let t = owner.language.unwrap_or(Lang::Nl).texts();
    let text = ics::calendar(cx.provider(), &events, &link, cx.now(), t);
    Ok(HttpResponse::Ok().content_type("text/calendar; charset=utf-8").body(text).into())
}

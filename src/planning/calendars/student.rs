//! One meeting as a file for a calendar program.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path as At;

use super::{ics, queries};
use crate::access::Student;
use crate::planning::groups::MeetingId;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/student/meetings/{meeting}/calendar.ics", show);
}

async fn show(cx: Cx<Student>, meeting: At<MeetingId>) -> Answer {
    let (scope, meeting) = (cx.who.scope(), meeting.into_inner());
    let event = cx.read(move |db| queries::one(db, scope, meeting)).await?;
    let link = cx.site().config.link("/student");
    let text = ics::calendar(&event.project, std::slice::from_ref(&event), &link, cx.now(), cx.t);
    let response = HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"bijeenkomst.ics\""))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(text);
    Ok(response.into())
}

//! "Ik ben verhinderd": saying that one cannot come to a meeting, and taking that back.

use actix_web::web::Path as At;
use askama::Template;

use super::forms::AbsenceForm;
use super::model::{Invited, Reason};
use super::queries;
use crate::access::Student;
use crate::access::accounts::held;
use crate::planning::groups::MeetingId;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/student/meetings/{meeting}/absence", show).post("/student/meetings/{meeting}/absence", create);
    r.post("/student/meetings/{meeting}/absence/ending", destroy);
}

#[derive(Template)]
#[template(path = "planning/absences/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    invited: Invited,
    chosen: Option<Reason>,
    errors: &'a Errors,
}

impl StudentShow<'_> {
    fn reasons(&self) -> &'static [Reason] {
        Reason::ALL
    }

    fn is_chosen(&self, reason: Reason) -> bool {
        self.chosen == Some(reason)
    }

    fn is_open(&self) -> bool {
        self.invited.is_open(self.cx.now())
    }
}

async fn show(cx: Cx<Student>, meeting: At<MeetingId>) -> Answer {
    let (scope, meeting) = (cx.who.scope(), meeting.into_inner());
    let invited = cx.read(move |db| queries::find(db, scope, meeting)).await?;
    let typed = held::form::<AbsenceForm, _>(&cx).await?.and_then(|form| form.check().ok());
    let chosen = typed.or(invited.reason);
    cx.page(StudentShow { cx: &cx, invited, chosen, errors: &Errors::default() })
}

async fn create(cx: Cx<Student>, meeting: At<MeetingId>, form: Form<AbsenceForm>) -> Answer {
    let (scope, meeting) = (cx.who.scope(), meeting.into_inner());
    let errors = match form.check() {
        Ok(reason) => {
            if cx.write(move |tx| queries::excuse(tx, scope, meeting, reason)).await? {
                let said = cx.t.absences_excused();
                return Ok(cx.see_other(format!("/student/meetings/{meeting}/absence")).notice(said));
            }
            Errors::default()
        }
        Err(errors) => errors,
    };
    let invited = cx.read(move |db| queries::find(db, scope, meeting)).await?;
    cx.invalid(StudentShow { cx: &cx, chosen: Reason::parse(&form.reason), invited, errors: &errors })
}

async fn destroy(cx: Cx<Student>, meeting: At<MeetingId>) -> Answer {
    let (scope, meeting) = (cx.who.scope(), meeting.into_inner());
    if cx.write(move |tx| queries::take_back(tx, scope, meeting)).await? {
        let said = cx.t.absences_taken_back();
        return Ok(cx.see_other(format!("/student/meetings/{meeting}/absence")).notice(said));
    }
    let invited = cx.read(move |db| queries::find(db, scope, meeting)).await?;
    cx.invalid(StudentShow { cx: &cx, chosen: invited.reason, invited, errors: &Errors::default() })
}

//! The attendance list of a meeting, as the trainer fills it in.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use askama::Template;

use super::forms::AttendanceForm;
use super::model::{Expected, Gathering, Mark};
use super::queries;
use crate::access::accounts::held;
use crate::access::{FollowProgress, Scope, Staff};
use crate::learning::certificates;
use crate::planning::absences::Reason;
use crate::planning::groups::MeetingId;
use crate::platform::db::Tx;
use crate::platform::error::Result;
use crate::platform::web::{Answer, Cx, Errors, Form, Routes, Wrong};

pub fn routes(r: &mut Routes) {
    r.get("/staff/meetings/{id}/attendance", show);
    r.post("/staff/meetings/{id}/attendance", update);
}

#[derive(Template)]
#[template(path = "planning/attendance/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Staff<FollowProgress>>,
    meeting: Gathering,
    people: Vec<Expected>,
    form: AttendanceForm,
    /// Whether the list came back after signing in again.
    held: bool,
    errors: Errors,
}

impl StaffShow<'_> {
    fn is_chosen(&self, person: &Expected, mark: &Mark) -> bool {
        self.form.chosen(person.participant).or(person.mark).or(person.announced()) == Some(*mark)
    }

    fn label(&self, mark: &Mark) -> String {
        self.cx.t.attendance_mark(mark.as_str())
    }

    /// That somebody said beforehand that they would not come, and why.
    fn said(&self, person: &Expected) -> String {
        let said = |why: Reason| self.cx.t.attendance_said(why.say(self.cx.t));
        person.excuse.map(said).unwrap_or_default()
    }

    fn marks(&self) -> &'static [Mark] {
        Mark::ALL
    }

    /// Whether it has begun: before that there is nothing to note.
    fn has_begun(&self) -> bool {
        self.meeting.starts_at <= self.cx.now()
    }

    /// How many were there, and how many have no mark.
    fn counts(&self) -> (i64, i64) {
        let there = self.people.iter().filter(|p| p.mark.is_some_and(Mark::counts)).count();
        let open = self.people.iter().filter(|p| p.mark.is_none()).count();
        (there as i64, open as i64)
    }
}

async fn show(cx: Cx<Staff<FollowProgress>>, id: At<MeetingId>) -> Answer {
    let kept: Option<AttendanceForm> = held::form(&cx).await?;
    let (meeting, people) = read(&cx, id.into_inner()).await?;
    let held = kept.is_some();
    let (form, errors) = (kept.unwrap_or_default(), Errors::default());
    cx.page(StaffShow { cx: &cx, meeting, people, form, held, errors })
}

async fn read(cx: &Cx<Staff<FollowProgress>>, id: MeetingId) -> Result<(Gathering, Vec<Expected>)> {
    let scope = cx.who.scope();
    cx.read(move |db| {
        let meeting = queries::find(db, scope, id)?;
        let people = queries::expected(db, &meeting)?;
        Ok((meeting, people))
    })
    .await
}

async fn update(cx: Cx<Staff<FollowProgress>>, id: At<MeetingId>, form: Form<AttendanceForm>) -> Answer {
    let (meeting, people) = read(&cx, id.into_inner()).await?;
    if meeting.cancelled_at.is_some() {
        let (form, errors) = (form.0, Errors::default());
        return cx.page_with(StatusCode::CONFLICT, StaffShow { cx: &cx, meeting, people, form, held: false, errors });
    }
    let refused = match () {
        () if meeting.starts_at > cx.now() => Some(Wrong::TooEarly),
        () if !form.filled => Some(Wrong::Required),
        () => None,
    };
    if let Some(wrong) = refused {
        let errors = Errors::one("marks", wrong);
        return cx.invalid(StaffShow { cx: &cx, meeting, people, form: form.0, held: false, errors });
    }
    let (scope, id, form) = (cx.who.scope(), meeting.id, form.0);
    let provider = cx.provider().to_owned();
    let noted = cx.write(move |tx| note(tx, scope, id, &form, &provider)).await?;
    let path = format!("/staff/meetings/{id}/attendance");
    Ok(cx.see_other(path).notice(cx.t.attendance_saved(noted)))
}

/// Notes what is new in `form`, and gives a certificate to whoever has now met every condition.
fn note(tx: &mut Tx, scope: Scope, id: MeetingId, form: &AttendanceForm, provider: &str) -> Result<i64> {
    let meeting = queries::find(tx.db(), scope, id)?;
    let people = queries::expected(tx.db(), &meeting)?;
    let marks = form.marks(&people);
    for (who, mark) in &marks {
        queries::note(tx, &meeting, who, *mark)?;
    }
    if !marks.is_empty() {
        certificates::attendance_noted(tx, meeting.project, provider)?;
    }
    Ok(marks.len() as i64)
}

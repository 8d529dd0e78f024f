//! The home of a student: where they are, what comes next, and the page of each action.

use actix_web::web::Path as At;
use askama::Template;
use chrono::NaiveDate;

use super::gatherings::Gathering;
use super::path::{Outlook, Path, Progress, Step};
use super::progress::Share;
use super::words::{day, takes, test_call, test_note, weekday, who_places};
use super::{ActionId, Assignment, Kind, queries};
use crate::access::Student;
use crate::learning::activity;
use crate::learning::evaluations;
use crate::learning::material::{self, Given};
use crate::learning::uploads::{self, Handed};
use crate::planning::participations::{self, Mate, Participation};
use crate::planning::projects::ProjectId;
use crate::platform::clock::local;
use crate::platform::error::Error;
use crate::platform::web::{Answer, Cx, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/student", index);
    r.get("/student/projects/{project}", project);
    r.get("/student/actions/{action}", show);
    r.post("/student/actions/{action}/completion", complete);
}

#[derive(Template)]
#[template(path = "learning/actions/student_index.html")]
struct StudentIndex<'a> {
    cx: &'a Cx<Student>,
    me: Participation,
    all: Vec<Participation>,
    path: Path,
    meetings: Vec<Gathering>,
    mates: Vec<Mate>,
    files: Vec<Handed>,
    today: NaiveDate,
}

async fn index(cx: Cx<Student>) -> Answer {
    home(cx, None).await
}

async fn project(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    home(cx, Some(project.into_inner())).await
}

/// What is left when all projects are so long over that nobody is to know any more who took part.
#[derive(Template)]
#[template(path = "learning/actions/student_past.html")]
struct StudentPast<'a> {
    cx: &'a Cx<Student>,
}

/// The page of `asked`, or of the project that matters most today.
async fn home(cx: Cx<Student>, asked: Option<ProjectId>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let today = local(now).date();
    let read = move |db: &mut _| {
        let mut all = participations::of(db, scope, now)?;
        all.sort_by_key(|p| p.rank(today));
        let me = all.iter().find(|p| asked.is_none_or(|project| p.project == project));
        let Some(me) = me.cloned() else {
            return if asked.is_none() { Ok(None) } else { Err(Error::NotFound) };
        };
        let actions = queries::undertakings(db, scope, me.participant, now)?;
        let (meetings, mates) = match &me.place {
            Some(place) => (
                participations::meetings(db, place, me.participant)?,
                participations::mates(db, place, me.participant)?,
            ),
            None => (Vec::new(), Vec::new()),
        };
        let mut files = uploads::listed(db, scope, now)?;
        files.retain(|file| actions.iter().any(|a| a.assignment.action == file.action));
        Ok(Some((me, all, actions, meetings, mates, files)))
    };
    let Some((me, all, actions, meetings, mates, files)) = cx.read_briefly(read).await? else {
        return cx.page(StudentPast { cx: &cx });
    };
    let evaluable = evaluations::is_open(meetings.last().map(|m| m.ends_at), me.ends_on, now);
    let path = Path::new(actions, Outlook { now, meetings: &meetings, over: me.is_over(today), evaluable });
    let meetings = Gathering::all(&cx, meetings);
    cx.page(StudentIndex { cx: &cx, me, all, path, meetings, mates, files, today })
}

impl StudentIndex<'_> {
    fn greeting(&self) -> String {
        let (t, name) = (self.cx.t, self.cx.who.name());
        match (self.path.done() as i64, self.path.total() as i64) {
            (_, 0) => t.actions_greeting_none(name),
            (0, total) => t.actions_greeting_start(name, total),
            (done, total) if done == total => t.actions_greeting_all(name, total),
            (done, total) => t.actions_greeting(name, done, total),
        }
    }

    /// Which training this is, for whom, in which group, and when it begins if it has not.
    fn whereabouts(&self) -> String {
        let t = self.cx.t;
        let group = self.me.place.as_ref().map(|place| t.actions_in_group(&place.name));
        let begins = self.me.is_ahead(self.today).then(|| t.actions_begins(self.day(self.me.starts_on)));
        let parts = [Some(self.me.name.clone()), Some(self.me.organisation.clone()), group, begins];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn progress(&self) -> String {
        self.cx.t.actions_progress(self.path.total() as i64, self.path.done() as i64)
    }

    /// The same in hundredths.
    fn percent(&self) -> String {
        let share = Share { done: self.path.done() as i64, total: self.path.total() as i64 };
        self.cx.t.actions_percent(share.percent())
    }

    fn day(&self, date: NaiveDate) -> String {
        day(self.cx, date, self.today)
    }

    /// The line above the title of the next action.
    fn now(&self, step: &Step) -> String {
        let t = self.cx.t;
        let due = step.what.assignment.due_on;
        match step.progress {
            _ if matches!(step.what.assignment.kind, Kind::Attendance | Kind::Evaluation) => t.actions_now_meeting(),
            Progress::Late(days) => t.actions_now_late(days),
            _ if due == self.today => t.actions_now_today(),
            _ => t.actions_now_by(weekday(self.cx, due, self.today)),
        }
    }

    fn still(&self, step: &Step) -> Option<String> {
        let late = matches!(step.progress, Progress::Late(_));
        late.then(|| self.cx.t.actions_still(weekday(self.cx, step.what.assignment.due_on, self.today)))
    }

    /// How long it takes; of meetings the times say so.
    fn takes(&self, step: &Step) -> Option<String> {
        takes(self.cx, &step.what.assignment)
    }

    /// The meeting that somebody goes to next, when that is what there is to do.
    fn invited(&self, step: &Step) -> Option<&Gathering> {
        self.ahead().next().filter(|_| step.what.assignment.kind == Kind::Attendance)
    }

    fn draft(&self, step: &Step) -> Option<String> {
        step.what.draft.map(|at| self.cx.t.actions_draft(self.cx.lang.moment(at)))
    }

    /// What the button of the next action says.
    fn call(&self, step: &Step) -> String {
        let t = self.cx.t;
        match step.what.assignment.kind {
            Kind::Intake if step.what.draft.is_some() => t.actions_continue_intake(),
            Kind::Intake => t.actions_begin_intake(),
            Kind::Reading => t.actions_read(),
            Kind::Film => t.films_watch(),
            Kind::Upload => t.actions_send(),
            Kind::Attendance => t.actions_see_meetings(),
            Kind::Enrolment => t.actions_choose_group(),
            Kind::Evaluation => t.evaluations_fill_in(),
            Kind::Test => test_call(self.cx, step),
        }
    }

    /// The first page of an action: where it is done while it is open, what became of it after.
    fn href(&self, step: &Step) -> String {
        let id = step.what.assignment.action;
        match step.what.assignment.kind {
            Kind::Intake => format!("/student/intakes/{id}"),
            Kind::Enrolment => format!("/student/groups/{}", step.what.assignment.project),
            Kind::Evaluation => format!("/student/evaluations/{id}"),
            Kind::Test => format!("/student/tests/{id}"),
            Kind::Upload if step.next => format!("/student/uploads/new/{id}"),
            _ => format!("/student/actions/{id}"),
        }
    }

    /// The class of an action in the path.
    fn class(&self, step: &Step) -> &'static str {
        match step.progress {
            Progress::Done(_) => "done",
            Progress::Late(_) => "late",
            Progress::Open if step.next => "now",
            _ => "later",
        }
    }

    /// How far they are with an action, in words.
    fn note(&self, step: &Step) -> String {
        let t = self.cx.t;
        let due = self.day(step.what.assignment.due_on);
        let first = self.ahead().next().map(|meeting| &meeting.date);
        let first = first.filter(|_| step.what.assignment.kind == Kind::Attendance);
        if let Some(words) = test_note(self.cx, step) {
            return words;
        }
        match (step.progress, first) {
            // When somebody handed it in is nobody's business, and until it is open its date says little.
            (Progress::Done(_), _) if step.what.assignment.kind == Kind::Evaluation => t.evaluations_done(),
            (Progress::Open, _) if step.what.assignment.kind == Kind::Evaluation => match step.next {
                true => t.actions_step_now(self.day(local(evaluations::closes_at(self.me.ends_on)).date())),
                false => t.evaluations_opens(),
            },
            (Progress::Done(on), _) => t.actions_step_done(self.day(on)),
            (Progress::Waiting | Progress::Marking, _) => t.actions_step_waiting(),
            (Progress::Missed | Progress::Failed, _) => t.actions_step_missed(),
            (Progress::Late(days), _) => t.actions_step_late(days, &due),
            (Progress::Open, Some(first)) if step.next => t.actions_step_now_meetings(first),
            (Progress::Open, Some(first)) => t.actions_step_later_meetings(first),
            (Progress::Open, None) if step.next => t.actions_step_now(&due),
            (Progress::Open, None) => t.actions_step_later(&due),
        }
    }

    /// The meetings that are still to come.
    fn ahead(&self) -> impl Iterator<Item = &Gathering> {
        self.meetings.iter().filter(|m| !m.over)
    }

    /// Whether there is something to say about files: after a project only what is left of them.
    fn has_files(&self) -> bool {
        let mut asked = self.path.steps.iter().map(|s| s.what.assignment.kind);
        !self.files.is_empty() || self.handed_in() || (!self.is_over() && asked.any(|kind| kind == Kind::Upload))
    }

    /// Whether something was handed in, be it on the portal still or not.
    fn handed_in(&self) -> bool {
        let mut done = self.path.steps.iter().map(|s| &s.what.assignment).filter(|a| a.done_at.is_some());
        done.any(|a| a.kind == Kind::Upload)
    }

    /// How many messages wait for them, in all their projects.
    fn unread(&self) -> i64 {
        self.all.iter().map(|part| part.unread).sum()
    }

    fn is_over(&self) -> bool {
        self.me.is_over(self.today)
    }

    fn last_day(&self) -> String {
        self.day(self.me.ends_on)
    }

    fn who_places(&self) -> String {
        who_places(self.cx, &self.me)
    }

    /// Until when a place in a group is theirs to take.
    fn offer(&self) -> Option<String> {
        let until = self.me.offer_until.filter(|until| *until > self.cx.now())?;
        Some(self.cx.lang.moment(until))
    }

    /// Whether what comes next is to choose a group, and answering the offer does that.
    fn is_answered_there(&self) -> bool {
        let next = self.path.next().map(|step| step.what.assignment.kind);
        next == Some(Kind::Enrolment) && self.offer().is_some()
    }

    /// Whether they stand in a line without an offer.
    fn waits(&self) -> bool {
        self.me.waits && self.me.offer_until.is_none()
    }
}

#[derive(Template)]
#[template(path = "learning/actions/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    action: Assignment,
    me: Participation,
    meetings: Vec<Gathering>,
    /// What is to be read or watched, where that is a piece of material.
    readings: Vec<Given>,
    today: NaiveDate,
}

async fn show(cx: Cx<Student>, action: At<ActionId>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let read = move |db: &mut _| {
        let action = queries::assignment(db, scope, action.into_inner())?;
        let me = participations::one(db, scope, action.participant, now)?;
        let meetings = match &me.place {
            Some(place) if action.kind == Kind::Attendance => participations::meetings(db, place, me.participant)?,
            _ => Vec::new(),
        };
        let readings = match action.kind {
            Kind::Reading | Kind::Film => {
                material::of_step(db, scope, me.participant, (action.kind, action.position), now)?
            }
            _ => Vec::new(),
        };
        Ok((action, me, meetings, readings))
    };
    let (action, me, meetings, readings) = cx.read(read).await?;
    match action.kind {
        Kind::Intake => return Ok(cx.see_other(format!("/student/intakes/{}", action.action))),
        Kind::Evaluation => return Ok(cx.see_other(format!("/student/evaluations/{}", action.action))),
        Kind::Test => return Ok(cx.see_other(format!("/student/tests/{}", action.action))),
        _ => {}
    }
    if action.kind == Kind::Enrolment {
        return Ok(cx.see_other(format!("/student/groups/{}", action.project)));
    }
    activity::visit(&cx, action.participant, activity::Step::Action(action.action)).await?;
    let (today, meetings) = (local(cx.now()).date(), Gathering::all(&cx, meetings));
    cx.page(StudentShow { cx: &cx, action, me, meetings, readings, today })
}

impl StudentShow<'_> {
    fn is_over(&self) -> bool {
        self.me.is_over(self.today)
    }

    /// When it was done or is due, and how long it takes.
    fn when(&self) -> String {
        let (t, due) = (self.cx.t, weekday(self.cx, self.action.due_on, self.today));
        let when = match self.action.done_at {
            Some(at) => t.actions_step_done(day(self.cx, local(at).date(), self.today)),
            None if self.action.kind == Kind::Attendance => String::new(),
            None if self.action.is_late(self.today) => t.actions_due_late(&due),
            None => t.actions_due(&due),
        };
        let takes = takes(self.cx, &self.action).filter(|_| self.action.done_at.is_none());
        [Some(when), takes].into_iter().flatten().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn who_places(&self) -> String {
        who_places(self.cx, &self.me)
    }
}

/// Notes that a text was read. What is done elsewhere is completed there.
async fn complete(cx: Cx<Student>, action: At<ActionId>) -> Answer {
    let (scope, person) = (cx.who.scope(), cx.who.person());
    let done = cx.write(move |tx| {
        let action = queries::assignment(tx.db(), scope, action.into_inner())?;
        if action.kind != Kind::Reading {
            return Err(Error::NotFound);
        }
        if action.done_at.is_none() {
            queries::complete(tx, action.participant, action.action)?;
            tx.record("completed", "actions", action.action.0, Some(person.0))?;
        }
        Ok(action)
    });
    let action = done.await?;
    Ok(cx.see_other(format!("/student/projects/{}", action.project)).notice(cx.t.actions_completed(&action.title)))
}

//! "Vandaag": the first page of staff.

use askama::Template;

use super::queries::{self, Attention, Coming, Freed, Said};
use crate::access::{
    AnswerQuestions, AtWork, CreateProjects, EnterParticipants, FollowProgress, KeepClocks, ReadLetters, ReadUploads,
    Role, RunRequests, Staff,
};
use crate::contact::conversations::Desks;
use crate::platform::clock::local;
use crate::platform::jobs::jump::{self, Alarm};
use crate::platform::web::{Answer, Cx, Routes};
use crate::privacy::{requests, retention};

pub fn routes(r: &mut Routes) {
    r.get("/staff", show);
}

/// What waits; a part is absent when the reader has no permission for it.
#[derive(Default)]
struct Today {
    failed_letters: Option<i64>,
    texts: Option<i64>,
    attention: Option<Attention>,
    meetings: Vec<Coming>,
    freed: Vec<Freed>,
    said: Option<Said>,
    alarm: Option<Alarm>,
    /// Changes of terms that wait for another officer than the reader.
    changes: usize,
    /// What people ask about their own data.
    requests: Option<requests::Waiting>,
}

impl Today {
    /// Whether the reader's work is with people at all.
    fn is_personal(&self) -> bool {
        self.failed_letters.is_some() || self.texts.is_some() || self.attention.is_some()
    }
}

#[derive(Template)]
#[template(path = "reports/today/staff_show.html")]
struct StaffShow<'a> {
    cx: &'a Cx<Staff<AtWork>>,
    today: Today,
    day: chrono::NaiveDate,
    alarm: Option<Alarm>,
}

impl StaffShow<'_> {
    /// What each role of the reader is for, in a sentence.
    fn duties(&self) -> Vec<String> {
        self.cx.who.roles().iter().map(|role: &Role| self.cx.t.today_duty(role.as_str())).collect()
    }
}

async fn show(cx: Cx<Staff<AtWork>>) -> Answer {
    let now = cx.now();
    let (day, me) = (local(now).date(), cx.who.person());
    let letters = cx.who.within::<ReadLetters>();
    let uploads = cx.who.within::<ReadUploads>();
    let progress = cx.who.within::<FollowProgress>();
    let questions = cx.who.within::<AnswerQuestions>();
    let desks = Desks::of(&cx.who);
    let keeps_clocks = cx.who.may::<KeepClocks>();
    let account = cx.who.account();
    let asked = cx.who.within::<RunRequests>();
    let today = cx
        .read(move |db| {
            Ok(Today {
                failed_letters: letters.map(|scope| queries::failed_letters(db, scope)).transpose()?,
                texts: uploads.map(|scope| queries::texts(db, scope, now)).transpose()?,
                attention: progress.map(|scope| queries::attention(db, scope, day)).transpose()?,
                meetings: match progress {
                    Some(scope) => queries::meetings_of(db, scope, me, now)?,
                    None => Vec::new(),
                },
                freed: progress.map(|scope| queries::freed(db, scope, now)).transpose()?.unwrap_or_default(),
                said: questions.map(|scope| queries::said(db, scope, &desks, now)).transpose()?,
                alarm: if keeps_clocks { jump::alarm(db)? } else { None },
                changes: if keeps_clocks { retention::waiting_for(db, account)? } else { 0 },
                requests: asked.map(|scope| requests::waiting(db, scope)).transpose()?.flatten(),
            })
        })
        .await?;
    cx.page(StaffShow { cx: &cx, alarm: today.alarm, today, day })
}

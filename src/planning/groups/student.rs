//! Choosing a group: what there is to choose from, taking a place, giving it up, and standing in line.

use actix_web::http::StatusCode;
use actix_web::web::Path as At;
use askama::Template;
use serde::Deserialize;

use super::model::{Clash, GroupId, Overview};
use super::queries::{self, Chosen, Claim, Part, Refused};
use crate::access::{Scope, Student};
use crate::learning::activity;
use crate::planning::projects::ProjectId;
use crate::platform::clock::local;
use crate::platform::db::{Db, Moment};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::{Lang, Texts};
use crate::platform::web::{Answer, Cx, Form, Routes};

pub fn routes(r: &mut Routes) {
    r.get("/student/groups/{project}", show).post("/student/groups/{project}", choose);
    r.post("/student/groups/{project}/ending", give_up);
    r.post("/student/groups/{project}/acceptance", accept);
    r.post("/student/groups/{project}/waiting/ending", leave);
}

/// The group that was chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
struct ChoiceForm {
    group: String,
}

/// What somebody can do about a group.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stance {
    /// They have a place in it.
    Mine,
    /// A place in it is held for them until this moment.
    Offered(Moment),
    /// They stand in its line, behind so many others.
    Queued(i64),
    /// It has begun.
    Begun,
    /// They are elsewhere at that time.
    Busy(Clash),
    /// It has this many free places.
    Free(i64),
    /// It is full; so many people wait.
    Full(i64),
}

/// A group with what somebody can do about it.
struct Choice {
    group: Overview,
    stance: Stance,
}

/// What the page is made of.
struct Offering {
    part: Part,
    groups: Vec<Overview>,
    clashes: Vec<Clash>,
    ahead: i64,
}

impl Offering {
    fn of(db: &mut Db, scope: Scope, part: Part) -> Result<Self> {
        let groups = queries::choices(db, &part)?;
        let clashes = queries::clashes_of(db, scope, &groups, part.project, part.person)?;
        let ahead = part.stand.map(|stand| queries::ahead(db, &stand)).transpose()?.unwrap_or_default();
        Ok(Self { part, groups, clashes, ahead })
    }

    fn stance(&self, group: &Overview, now: Moment) -> Stance {
        let stand = self.part.stand.filter(|s| s.group == group.group.id);
        let clash = || self.clashes.iter().find(|c| group.meetings.iter().any(|m| c.overlaps(m.starts_at, m.ends_at)));
        if self.part.place == Some(group.group.id) {
            return Stance::Mine;
        }
        if group.has_begun(now) {
            return Stance::Begun;
        }
        match stand.map(|s| s.offer_until) {
            Some(Some(until)) if until > now => return Stance::Offered(until),
            Some(None) => return Stance::Queued(self.ahead),
            _ => {}
        }
        if let Some(clash) = clash() {
            return Stance::Busy(clash.clone());
        }
        // A place is free for whoever comes only when nobody waits for it.
        if group.left() > 0 && group.line == 0 { Stance::Free(group.left()) } else { Stance::Full(group.line) }
    }

    /// The last moment to change or give up the place they have; `None` without one, or without a day for it.
    fn change_until(&self) -> Option<Moment> {
        let mine = self.groups.iter().find(|g| Some(g.group.id) == self.part.place)?;
        mine.first().map(|first| self.part.choosing.change_until(first))
    }
}

#[derive(Template)]
#[template(path = "planning/groups/student_show.html")]
struct StudentShow<'a> {
    cx: &'a Cx<Student>,
    part: Part,
    open: bool,
    /// The last moment to change, and whether it is past.
    change_until: Option<(String, bool)>,
    mine: Option<Choice>,
    others: Vec<Choice>,
    /// Why what was asked could not be done.
    refused: Option<String>,
}

async fn show(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    page(&cx, project.into_inner(), None).await
}

async fn page(cx: &Cx<Student>, project: ProjectId, refused: Option<Refused>) -> Answer {
    let (scope, now) = (cx.who.scope(), cx.now());
    let offering = cx
        .read(move |db| {
            let part = queries::part(db, scope, project)?;
            Offering::of(db, scope, part)
        })
        .await?;
    // Whoever has a place or stands in line was here before.
    if offering.part.place.is_none() && offering.part.stand.is_none() {
        activity::visit(cx, offering.part.participant, activity::Step::Choosing(project)).await?;
    }
    let change_until = offering.change_until().map(|until| (cx.lang.day_of(until), until < now));
    let open = offering.part.choosing.open && offering.part.ends_on >= local(now).date();
    let choices = offering.groups.iter().map(|g| Choice { stance: offering.stance(g, now), group: g.clone() });
    let (mut mine, mut others): (Vec<_>, Vec<_>) = choices.partition(|c| c.stance == Stance::Mine);
    // What waits for an answer comes first.
    others.sort_by_key(|c| !matches!(c.stance, Stance::Offered(_)));
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let refused = refused.map(|why| why.say(cx.t, cx.lang));
    let part = offering.part;
    cx.page_with(status, StudentShow { cx, part, open, change_until, mine: mine.pop(), others, refused })
}

impl StudentShow<'_> {
    /// Whether they may give up or change the place they have.
    fn may_change(&self) -> bool {
        self.open && !self.change_until.as_ref().is_some_and(|until| until.1)
    }

    fn when(&self, clash: &Clash) -> String {
        say_clash(clash, self.cx.t, self.cx.lang)
    }

    /// The tag beside the name of a group: how it looks and what it says.
    fn tag(&self, choice: &Choice) -> (&'static str, String) {
        let t = self.cx.t;
        match &choice.stance {
            Stance::Mine => ("done", t.groups_choice_mine()),
            Stance::Offered(_) => ("now", t.groups_choice_offered()),
            Stance::Begun => ("", t.groups_choice_begun()),
            Stance::Free(left) => ("", t.groups_choice_free(*left)),
            Stance::Busy(_) if choice.group.left() > 0 && choice.group.line == 0 => {
                ("", t.groups_choice_free(choice.group.left()))
            }
            Stance::Queued(_) | Stance::Busy(_) | Stance::Full(_) => ("warn", t.groups_choice_full()),
        }
    }
}

impl Refused {
    /// The sentence for the person.
    pub fn say(&self, t: &Texts, lang: Lang) -> String {
        match self {
            Self::Closed => t.groups_refused_closed(),
            Self::Begun => t.groups_refused_begun(),
            Self::TooLate(until) => t.groups_refused_late(lang.day_of(*until)),
            Self::Busy(clash) => say_clash(clash, t, lang),
            Self::Gone => t.groups_refused_gone(),
        }
    }
}

fn say_clash(clash: &Clash, t: &Texts, lang: Lang) -> String {
    let when = format!("{}, {}", lang.day_of(clash.starts_at), lang.span(clash.starts_at, clash.ends_at));
    t.groups_refused_clash(&clash.project, when)
}

/// The page says where somebody stands now, so nothing needs to be written down to tell them.
async fn after(cx: &Cx<Student>, project: ProjectId, chosen: Chosen) -> Answer {
    match chosen {
        Chosen::Placed | Chosen::Queued => Ok(cx.see_other(format!("/student/groups/{project}"))),
        Chosen::Refused(why) => page(cx, project, Some(why)).await,
    }
}

async fn choose(cx: Cx<Student>, project: At<ProjectId>, form: Form<ChoiceForm>) -> Answer {
    let (scope, project) = (cx.who.scope(), project.into_inner());
    let Some(group) = form.group.parse().ok().map(GroupId) else { return Err(Error::NotFound) };
    let chosen = cx.write_in_line(move |tx| queries::choose(tx, scope, project, group)).await?;
    after(&cx, project, chosen).await
}

async fn accept(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    let (scope, project) = (cx.who.scope(), project.into_inner());
    let chosen = cx.write_in_line(move |tx| queries::accept(tx, &Claim::Own(scope, project))).await?;
    after(&cx, project, chosen).await
}

async fn give_up(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    let (scope, project) = (cx.who.scope(), project.into_inner());
    let refused = cx.write_in_line(move |tx| queries::give_up(tx, scope, project)).await?;
    match refused {
        None => Ok(cx.see_other(format!("/student/groups/{project}")).notice(cx.t.groups_given_up())),
        Some(why) => page(&cx, project, Some(why)).await,
    }
}

async fn leave(cx: Cx<Student>, project: At<ProjectId>) -> Answer {
    let (scope, project) = (cx.who.scope(), project.into_inner());
    cx.write_in_line(move |tx| queries::leave(tx, &Claim::Own(scope, project))).await?;
    Ok(cx.see_other(format!("/student/groups/{project}")).notice(cx.t.groups_left_line()))
}

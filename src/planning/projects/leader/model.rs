//! What a project leader sees, and nothing besides. These types have no personnel number, no file and no
//! intake: what is not in them cannot end up on a page of the leader. Decision 25 names the fields that were
//! announced to the participants.

use chrono::{Datelike, NaiveDate};

use crate::crm::people::Name;
use crate::learning::actions::progress::{Share, Standing, Tally};
use crate::planning::groups::GroupId;
use crate::planning::projects::{ParticipantId, ProjectId};
use crate::platform::clock::local;
use crate::platform::db::Moment;
use crate::platform::i18n::Lang;

/// A project as its leader sees it.
#[derive(Debug, Clone)]
pub struct LedProject {
    /// The project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// The client.
    pub organisation: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The provider's own lead.
    pub adviser: Option<Name>,
}

/// Where a project is in its life. The order is the one in which a leader wants to see them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Under way.
    Running,
    /// It begins in this many days.
    Coming(i64),
    /// It ended this many days ago.
    Over(i64),
}

impl LedProject {
    /// Where it is in its life.
    pub fn phase(&self, today: NaiveDate) -> Phase {
        if today < self.starts_on {
            Phase::Coming((self.starts_on - today).num_days())
        } else if self.ends_on < today {
            Phase::Over((today - self.ends_on).num_days())
        } else {
            Phase::Running
        }
    }
}

/// A participant in a list of the leader.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who, in this project.
    pub participant: ParticipantId,
    /// Their name.
    pub name: Name,
    /// Their group, when they have one.
    pub group: Option<GroupId>,
    /// The day they were last active. The time of it is nobody's business.
    pub seen_on: Option<NaiveDate>,
}

/// A participant in a list, with how far they are.
#[derive(Debug, Clone)]
pub struct Follower {
    /// Who.
    pub member: Member,
    /// How far.
    pub standing: Standing,
}

/// A participant on their own page.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Who.
    pub member: Member,
    /// Where they are mailed.
    pub email: String,
    /// The project in which they take part.
    pub project: ProjectId,
}

impl Profile {
    /// The address of a new mail to them. What means something in such an address is encoded.
    pub fn mailto(&self) -> String {
        let encoded: String = url::form_urlencoded::byte_serialize(self.email.as_bytes()).collect();
        format!("mailto:{}", encoded.replace("%40", "@"))
    }
}

/// A group with its trainer and meetings.
#[derive(Debug, Clone)]
pub struct LedGroup {
    /// The group.
    pub id: GroupId,
    /// What it is called.
    pub name: String,
    /// How many can take part.
    pub capacity: i64,
    /// Who gives the training, once that is known.
    pub trainer: Option<String>,
    /// When and where it meets.
    pub meetings: Vec<LedMeeting>,
}

/// A meeting of a group.
#[derive(Debug, Clone)]
pub struct LedMeeting {
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Where it is.
    pub location: String,
}

impl LedMeeting {
    /// When it is, in words.
    pub fn says(&self, lang: Lang, today: NaiveDate) -> String {
        let day = local(self.starts_at).date();
        format!("{} {}, {}", lang.weekday(day), spoken(lang, day, today), lang.span(self.starts_at, self.ends_at))
    }
}

/// A date in words, with the year only when that is not the year of `today`.
pub fn spoken(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { lang.short_date(day) } else { lang.date(day) }
}

/// Puts members beside how far they are, in the order of their names.
pub fn followed(members: Vec<Member>, tally: &Tally, today: NaiveDate) -> Vec<Follower> {
    let follower = |member: Member| Follower { standing: tally.standing(member.participant, today), member };
    let mut followers: Vec<_> = members.into_iter().map(follower).collect();
    followers.sort_by_cached_key(|f| (f.member.name.folded(), f.member.participant));
    followers
}

/// What these people together did of their actions.
pub fn share<'a>(people: impl Iterator<Item = &'a Follower>) -> Share {
    people.map(|f| f.standing.share()).fold(Share::default(), |all, one| all + one)
}

/// Those who are behind, the furthest behind first.
pub fn behind(people: &[Follower]) -> Vec<&Follower> {
    let mut behind: Vec<_> = people.iter().filter(|f| f.standing.is_behind()).collect();
    // Stable, so that those who are equally late stay in the order of their names.
    behind.sort_by_key(|f| f.standing.late_since);
    behind
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    fn follower(id: i64, last: &str, done: i64, late_since: Option<&str>) -> Follower {
        let participant = ParticipantId(id);
        let name = Name { last_name: last.into(), ..Name::default() };
        let mut standing = Standing::nothing_to_do();
        (standing.actions, standing.done, standing.late_since) = (5, done, late_since.map(day));
        Follower { member: Member { participant, name, group: None, seen_on: None }, standing }
    }

    #[test]
    fn a_project_runs_from_its_first_day_to_its_last() {
        let project = LedProject {
            id: ProjectId(1),
            name: "P".into(),
            organisation: "O".into(),
            starts_on: day("2026-11-01"),
            ends_on: day("2026-11-30"),
            adviser: None,
        };
        assert_eq!(project.phase(day("2026-10-31")), Phase::Coming(1));
        assert_eq!(project.phase(day("2026-11-01")), Phase::Running);
        assert_eq!(project.phase(day("2026-11-30")), Phase::Running);
        assert_eq!(project.phase(day("2026-12-01")), Phase::Over(1));
    }

    #[test]
    fn what_runs_comes_first_then_what_begins_soonest_then_what_ended_last() {
        let mut phases = [Phase::Over(90), Phase::Coming(25), Phase::Over(2), Phase::Running, Phase::Coming(3)];
        phases.sort();
        assert_eq!(phases, [Phase::Running, Phase::Coming(3), Phase::Coming(25), Phase::Over(2), Phase::Over(90)]);
    }

    #[test]
    fn the_furthest_behind_come_first_and_equals_by_name() {
        let late = Some("2026-11-10");
        let people = vec![
            follower(1, "Aydın", 3, None),
            follower(2, "Bakker", 1, Some("2026-11-12")),
            follower(3, "Demir", 1, late),
            follower(4, "Evers", 0, late),
        ];
        let names: Vec<_> = behind(&people).iter().map(|f| f.member.name.last_name.clone()).collect();
        assert_eq!(names, ["Demir", "Evers", "Bakker"]);
        assert_eq!(share(people.iter()), Share { done: 5, total: 20 });
    }

    #[test]
    fn a_meeting_names_its_year_only_when_it_is_another() {
        let starts_at = crate::platform::clock::parse("2026-12-08T09:30").unwrap();
        let ends_at = crate::platform::clock::parse("2026-12-08T12:30").unwrap();
        let meeting = LedMeeting { starts_at, ends_at, location: "zaal 2".into() };
        assert_eq!(meeting.says(Lang::Nl, day("2026-11-24")), "dinsdag 8 december, 9.30 – 12.30 uur");
        assert_eq!(meeting.says(Lang::En, day("2027-01-02")), "Tuesday 8 December 2026, 9:30 – 12:30");
    }
}
